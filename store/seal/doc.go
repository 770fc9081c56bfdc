// Package seal turns what a person wrote into sealed cells and back. It holds
// the vault's cryptography and nothing else: no file, no engine, no screen.
//
// Its rule: a cell opens only in the vault, bucket and key it was sealed for,
// under the header it was sealed with, or not at all; and no text, key or
// passphrase ever appears in an error. The written format is docs/vault.md.
package seal
