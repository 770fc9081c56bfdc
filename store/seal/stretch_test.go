package seal

import (
	"bytes"
	"testing"
)

func TestStretch_leavesThePassphraseAsItWas(t *testing.T) {
	passphrase := []byte("correct horse battery staple")
	kept := bytes.Clone(passphrase)
	salt := make([]byte, 16)
	cost := Cost{Memory: 8, Time: 1, Threads: 1}
	first := stretch(passphrase, salt, cost)
	if !bytes.Equal(passphrase, kept) {
		t.Fatal("the passphrase was changed, so a second derivation would use another one")
	}
	if !bytes.Equal(first, stretch(passphrase, salt, cost)) {
		t.Fatal("the same passphrase gave two keys")
	}
}
