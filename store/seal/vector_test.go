package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"testing"
	"time"
)

type jsonRaw = json.RawMessage

// checksummed adds a right checksum to anything, so that a fuzzer gets past it.
func checksummed(text []byte) []byte {
	sum := sha256.Sum256(text)
	return append(append([]byte(nil), text...), sum[:]...)
}

var write = flag.Bool("write-vectors", false, "write testdata/vectors.json anew")

// vector is one published example of the written format; docs/vault.md tells
// how each comes about, and the reader in store/testdata/reader.py holds them
// too.
type vector struct {
	Name   string `json:"name"`
	Inputs any    `json:"inputs"`
	Hex    string `json:"hex"`
}

const vectorFile = "testdata/vectors.json"

func TestVectors_areWhatIsWritten(t *testing.T) {
	made := vectors(t)
	if *write {
		text, err := json.MarshalIndent(made, "", " ")
		ok(t, err)
		ok(t, os.WriteFile(vectorFile, append(text, '\n'), 0o600))
	}
	text, err := os.ReadFile(vectorFile)
	ok(t, err)
	var published []vector
	ok(t, json.Unmarshal(text, &published))
	if len(published) != len(made) {
		t.Fatalf("%d vectors are published and %d made", len(published), len(made))
	}
	for i, want := range published {
		if made[i].Name != want.Name || made[i].Hex != want.Hex {
			t.Errorf("%s: made %s, published %s", want.Name, made[i].Hex, want.Hex)
		}
	}
}

func vectors(t *testing.T) []vector {
	master, id := new(Key), VaultID{}
	random := &counting{}
	_, err := random.Read(master[:])
	ok(t, err)
	_, err = random.Read(id[:])
	ok(t, err)
	keys, err := Derive(master, id, 1)
	ok(t, err)
	base := map[string]any{"master": hex.EncodeToString(master[:]), "vault": hex.EncodeToString(id[:]), "epoch": 1}
	with := func(more map[string]any) map[string]any {
		for name, value := range base {
			more[name] = value
		}
		return more
	}
	var out []vector
	add := func(name string, inputs any, bytes []byte) {
		out = append(out, vector{Name: name, Inputs: inputs, Hex: hex.EncodeToString(bytes)})
	}
	add("keys", base, keys.wrap[:])
	add("meta", base, keys.meta[:])
	add("manifest", base, keys.manifest[:])
	add("anchor", base, keys.anchor[:])

	cell := func(name string, place Place, header Header, text string) {
		sealed, err := Seal(&counting{next: 0x80}, master, place, header, []byte(text))
		ok(t, err)
		add(name, map[string]any{
			"key": hex.EncodeToString(master[:]), "vault": hex.EncodeToString(id[:]), "bucket": place.Bucket,
			"at": hex.EncodeToString(place.Key), "text": text,
		}, sealed)
	}
	cell("cell, padded", keys.At("rec", []byte("0123456789abcdef\x00\x00\x00\x00\x00\x00\x00\x01")), Header{Flags: Padded, Epoch: 1, Revision: 1}, "A heron.")
	cell("cell, plain", keys.At("keys", []byte("0123456789abcdef")), Header{Epoch: 1}, "exactly thirty-two bytes of key.")

	manifest, err := keys.SealManifest(&counting{next: 0x80}, "meta", []byte("manifest"),
		Manifest{Sequence: 5, Count: 2, Saved: time.UnixMilli(1793610000000), Sum: [32]byte{0xaa}})
	ok(t, err)
	add("sealed manifest", with(map[string]any{"sequence": 5, "count": 2, "saved": 1793610000000}), manifest)
	entry, _ := keys.SealAnchor(Anchor{Sequence: 5, Saved: time.UnixMilli(1793610000000), Sum: [32]byte{0xaa}})
	add("anchor entry", with(map[string]any{"sequence": 5, "saved": 1793610000000}), entry)
	name := keys.Name("tomb", []byte("0123456789abcdef"))
	add("keyed name", with(map[string]any{"label": "tomb", "data": hex.EncodeToString([]byte("0123456789abcdef"))}), name[:])

	tally := keys.Tally()
	sealed, err := hex.DecodeString(out[4].Hex)
	ok(t, err)
	ok(t, tally.Add("rec", []byte("0123456789abcdef\x00\x00\x00\x00\x00\x00\x00\x01"), sealed))
	add("hash of the padded cell", base, tally.Sum[:])

	code := RecoveryCode(id)
	add("recovery code", map[string]any{"code": hex.EncodeToString(code[:])}, []byte(code.String()))
	slot, err := NewRecoverySlot(&counting{next: 0x80}, Owner{Vault: id, Epoch: 1}, master, code)
	ok(t, err)
	add("recovery slot", with(map[string]any{"salt": hex.EncodeToString(slot.Salt), "nonce": hex.EncodeToString(slot.Nonce)}), slot.Wrapped)
	slot, err = NewPassphraseSlotAt(&counting{next: 0x80}, Owner{Vault: id, Epoch: 1}, master, []byte("kettle orchard lantern"), FloorCost())
	ok(t, err)
	add("passphrase slot", with(map[string]any{
		"passphrase": "kettle orchard lantern", "salt": hex.EncodeToString(slot.Salt), "nonce": hex.EncodeToString(slot.Nonce),
	}), slot.Wrapped)
	return out
}
