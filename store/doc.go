// Package store is the vault: reflections, their drafts and revisions, and what
// belongs to them, sealed cell by cell on an engine that cannot read them; the
// one autosave writer; search; backup, restore, salvage and erasure.
//
// Its rule: nothing is acknowledged before it is committed, nothing is read
// that does not authenticate, and no text a person wrote appears in an error, a
// log or a file name. It knows journal and the engine beneath it, and no screen.
// The written format is docs/vault.md.
package store
