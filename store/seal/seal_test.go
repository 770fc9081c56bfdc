package seal

import (
	"bytes"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

var (
	key   = Key{1}
	vault = VaultID{2}
)

// counting gives bytes that count up, so that a vector can be made by hand.
type counting struct{ next byte }

func (c *counting) Read(into []byte) (int, error) {
	for i := range into {
		into[i] = c.next
		c.next++
	}
	return len(into), nil
}

func seeded(seed byte) *rand.ChaCha8 { return rand.NewChaCha8([32]byte{seed}) }

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestSeal_opensOnlyAtItsOwnPlaceUnderItsOwnHeader(t *testing.T) {
	place := Place{Vault: vault, Bucket: "rec", Key: []byte("id-and-revision")}
	header := Header{Flags: Padded, Epoch: 3, Revision: 7}
	cell, err := Seal(seeded(1), &key, place, header, []byte("words"))
	ok(t, err)
	got, text, err := Open(&key, place, cell)
	ok(t, err)
	if got != header || string(text) != "words" {
		t.Fatalf("%+v, %q", got, text)
	}
	opener, err := NewOpener(&key)
	ok(t, err)
	if _, text, err := opener.OpenInPlace(place, bytes.Clone(cell)); err != nil || string(text) != "words" {
		t.Errorf("in place: %q, %v", text, err)
	}
	other := Key{9}
	for name, open := range map[string]func() error{
		"another key":            func() error { _, _, err := Open(&other, place, cell); return err },
		"another vault":          func() error { p := place; p.Vault = VaultID{8}; _, _, err := Open(&key, p, cell); return err },
		"another bucket":         func() error { p := place; p.Bucket = "draft"; _, _, err := Open(&key, p, cell); return err },
		"another bucket as long": func() error { p := place; p.Bucket = "tec"; _, _, err := Open(&key, p, cell); return err },
		"another id": func() error {
			p := place
			p.Key = []byte("id-and-revisioo")
			_, _, err := Open(&key, p, cell)
			return err
		},
		"bucket runs into key": func() error {
			p := Place{Vault: vault, Bucket: "reci", Key: []byte("d-and-revision")}
			_, _, err := Open(&key, p, cell)
			return err
		},
	} {
		if err := open(); !errors.Is(err, ErrSealed) {
			t.Errorf("%s gave %v", name, err)
		}
	}
}

func TestSeal_refusesEveryChangedBit(t *testing.T) {
	place := Place{Vault: vault, Bucket: "rec", Key: []byte("k")}
	cell, err := Seal(seeded(1), &key, place, Header{Flags: Padded, Epoch: 1, Revision: 1}, []byte("words"))
	ok(t, err)
	for bit := range len(cell) * 8 {
		changed := bytes.Clone(cell)
		changed[bit/8] ^= 1 << (bit % 8)
		if _, _, err := Open(&key, place, changed); err == nil {
			t.Fatalf("bit %d of byte %d changed, and it opened", bit%8, bit/8)
		}
	}
	for length := range len(cell) {
		if _, _, err := Open(&key, place, cell[:length]); err == nil {
			t.Fatalf("cut to %d bytes, and it opened", length)
		}
	}
}

func TestSeal_hidesTheLengthWithinPadme(t *testing.T) {
	for length, want := range map[int]int{0: 512, 508: 512, 509: 544, 1000: 1024, 5000: 5120, 100000: 100352} {
		cell, err := Seal(seeded(1), &key, Place{}, Header{Flags: Padded}, make([]byte, length))
		ok(t, err)
		if got := len(cell) - Overhead; got != want {
			t.Errorf("%d bytes became %d, not %d", length, got, want)
		}
		if waste := float64(want-length-4) / float64(length+1); length > 508 && waste > 0.12 {
			t.Errorf("%d bytes waste %.0f%%", length, waste*100)
		}
	}
}

func FuzzOpen_acceptsNoForgery(f *testing.F) {
	place := Place{Vault: vault, Bucket: "rec", Key: []byte("k")}
	for _, flags := range []Flags{0, Padded, Padded | Deflated} {
		cell, err := Seal(seeded(1), &key, place, Header{Flags: flags}, []byte("words"))
		ok(f, err)
		f.Add(cell)
	}
	f.Add([]byte{})
	f.Add([]byte("R\x01\x01\x00"))
	made := map[string]bool{}
	for _, flags := range []Flags{0, Padded, Padded | Deflated} {
		cell, err := Seal(seeded(1), &key, place, Header{Flags: flags}, []byte("words"))
		ok(f, err)
		made[string(cell)] = true
	}
	f.Fuzz(func(t *testing.T, cell []byte) {
		_, text, err := Open(&key, place, cell)
		if err == nil && !made[string(cell)] {
			t.Fatalf("a forgery of %d bytes opened", len(text))
		}
	})
}

func TestPassphrase_isNormalisedAndNotTrimmed(t *testing.T) {
	owner := Owner{Vault: vault, Epoch: 1}
	slot, err := NewPassphraseSlotAt(seeded(1), owner, &key, []byte("caf\u00e9 "), FloorCost())
	ok(t, err)
	master, err := slot.Open(owner, []byte("cafe\u0301 "))
	ok(t, err)
	if *master != key {
		t.Error("another key came out")
	}
	if _, err := slot.Open(owner, []byte("caf\u00e9")); !errors.Is(err, ErrSecret) {
		t.Errorf("without its last space: %v", err)
	}
}

func TestPassphrase_opensASlotWhoseCostWasFoundInSteps(t *testing.T) {
	now := time.Unix(0, 0)
	slow := Machine{Memory: 1 << 30, Now: func() time.Time { now = now.Add(time.Hour); return now }}
	owner, typed := Owner{Vault: vault, Epoch: 1}, []byte("kettle")
	slot, err := NewPassphraseSlot(seeded(1), owner, &key, typed, slow)
	ok(t, err)
	if slot.Cost != FloorCost() || string(typed) != "kettle" {
		t.Fatalf("cost %v, and the passphrase is %q now", slot.Cost, typed)
	}
	for range 2 {
		if master, err := slot.Open(owner, typed); err != nil || *master != key || string(typed) != "kettle" {
			t.Fatalf("%v; the passphrase is %q now", err, typed)
		}
	}
}

func TestSlot_refusesChangedParameters(t *testing.T) {
	owner := Owner{Vault: vault, Epoch: 1}
	slot, err := NewPassphraseSlotAt(seeded(1), owner, &key, []byte("p"), FloorCost())
	ok(t, err)
	for name, c := range map[string]struct {
		change func(*Slot)
		want   error
	}{
		"less memory":   {func(s *Slot) { s.Cost.Memory /= 2 }, ErrCost},
		"fewer passes":  {func(s *Slot) { s.Cost.Time-- }, ErrCost},
		"fewer lanes":   {func(s *Slot) { s.Cost.Threads-- }, ErrCost},
		"a memory bomb": {func(s *Slot) { s.Cost.Memory = 4<<20 + 1 }, ErrCost},
		"a time bomb":   {func(s *Slot) { s.Cost.Time = 65 }, ErrCost},
		"more passes":   {func(s *Slot) { s.Cost.Time++ }, ErrSecret},
		"another salt":  {func(s *Slot) { s.Salt = append([]byte{s.Salt[0] ^ 1}, s.Salt[1:]...) }, ErrSecret},
		"a short salt":  {func(s *Slot) { s.Salt = s.Salt[:8] }, ErrSlot},
		"a short key":   {func(s *Slot) { s.Wrapped = s.Wrapped[:40] }, ErrSlot},
		"another kind":  {func(s *Slot) { s.Kind = RecoverySlot }, ErrSecret},
		"unknown kind":  {func(s *Slot) { s.Kind = 9 }, ErrSlot},
	} {
		changed := slot
		c.change(&changed)
		if _, err := changed.Open(owner, []byte("p")); !errors.Is(err, c.want) {
			t.Errorf("%s gave %v, not %v", name, err, c.want)
		}
	}
	if _, err := NewPassphraseSlotAt(seeded(1), owner, &key, []byte("p"), Cost{Memory: 1024, Time: 3, Threads: 4}); !errors.Is(err, ErrCost) {
		t.Errorf("a slot below the floor was made: %v", err)
	}
}

func TestSlot_opensInNoOtherVault(t *testing.T) {
	owner := Owner{Vault: vault, Epoch: 1}
	slot, err := NewRecoverySlot(seeded(1), owner, &key, RecoveryCode{5})
	ok(t, err)
	code := RecoveryCode{5}
	for name, other := range map[string]Owner{"vault": {Vault: VaultID{7}, Epoch: 1}, "epoch": {Vault: vault, Epoch: 2}} {
		if _, err := slot.Open(other, code[:]); !errors.Is(err, ErrSecret) {
			t.Errorf("in another %s: %v", name, err)
		}
	}
	if _, err := slot.Open(owner, code[:]); err != nil {
		t.Error(err)
	}
}

func TestCalibrate_goesDownByHalvesAndNeverBelowTheFloor(t *testing.T) {
	for name, c := range map[string]struct {
		perMiB time.Duration
		memory uint64
		want   uint32 // MiB
	}{
		"a fast machine":      {time.Millisecond, 16 << 30, 256},
		"a slow one":          {6 * time.Millisecond, 16 << 30, 128},
		"a very slow one":     {time.Second, 16 << 30, 64},
		"one of little RAM":   {time.Millisecond, 2 << 30, 128},
		"one that cannot say": {time.Millisecond, 0, 256},
	} {
		now := time.Unix(0, 0)
		machine := Machine{Now: func() time.Time { return now }, Memory: c.memory}
		cost, _ := calibrate(machine, func(cost Cost) []byte {
			now = now.Add(c.perMiB * time.Duration(cost.Memory>>10))
			return nil
		})
		if cost.Memory>>10 != c.want || cost.Time != 3 || cost.Threads != 4 {
			t.Errorf("%s: %v, not %d MiB", name, cost, c.want)
		}
	}
}

func TestRecoveryCode_isReadAsPeopleTypeIt(t *testing.T) {
	code, err := NewRecoveryCode(&counting{})
	ok(t, err)
	shown := code.String()
	if len(shown) != 7*4+6 || strings.Trim(shown, crockford+"-") != "" {
		t.Fatalf("shown as %s", shown)
	}
	sloppy := strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(shown, "-", " "), "0", "o"))
	for _, typed := range []string{shown, sloppy, strings.ReplaceAll(shown, "-", ""), "  " + shown + "\n", strings.ReplaceAll(shown, "1", "l")} {
		got, err := ParseRecoveryCode(typed)
		if err != nil || got != code {
			t.Errorf("%q: %v", typed, err)
		}
	}
	for typed, want := range map[string]error{
		"": ErrRecoveryShape, shown[:30]: ErrRecoveryShape, shown + "0": ErrRecoveryShape, "U" + shown[1:]: ErrRecoveryShape,
	} {
		if _, err := ParseRecoveryCode(typed); !errors.Is(err, want) {
			t.Errorf("%q: %v, not %v", typed, err, want)
		}
	}
}

func TestRecoveryCode_noticesEverySlipOfOneLetter(t *testing.T) {
	code, err := NewRecoveryCode(seeded(9))
	ok(t, err)
	shown := code.String()
	missed := 0
	for i := range shown {
		for _, letter := range crockford {
			if shown[i] == '-' || shown[i] == byte(letter) {
				continue
			}
			if _, err := ParseRecoveryCode(shown[:i] + string(letter) + shown[i+1:]); err == nil {
				missed++
			}
		}
	}
	if missed > 2 { // 868 slips, each missed once in 4096
		t.Errorf("%d slips of one letter were not noticed", missed)
	}
}

func FuzzParseRecoveryCode_givesBackWhatItRead(f *testing.F) {
	f.Add(RecoveryCode{1, 2, 3}.String())
	f.Add("0000-OOOO-1111-iiii")
	f.Fuzz(func(t *testing.T, typed string) {
		code, err := ParseRecoveryCode(typed)
		if err != nil {
			return
		}
		if again, err := ParseRecoveryCode(code.String()); err != nil || again != code {
			t.Fatalf("%v became %v, %v", code, again, err)
		}
	})
}

func header(t testing.TB) VaultHeader {
	slot, err := NewRecoverySlot(seeded(1), Owner{Vault: vault, Epoch: 1}, &key, RecoveryCode{5})
	ok(t, err)
	return VaultHeader{
		Format: Format, MinReader: MinReader, MinWriter: MinWriter, WrittenBy: "1.0.0", Vault: vault, Epoch: 1,
		Created: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC), Slots: []Slot{slot},
	}
}

func TestHeader_tellsDamageFromNewer(t *testing.T) {
	h := header(t)
	whole, err := h.Encode()
	ok(t, err)
	for bit := range len(whole) * 8 {
		changed := bytes.Clone(whole)
		changed[bit/8] ^= 1 << (bit % 8)
		if _, err := DecodeHeader(changed); !errors.Is(err, ErrHeader) {
			t.Fatalf("bit %d changed: %v", bit, err)
		}
	}
	h.Format, h.MinReader, h.WrittenBy = 9, 9, "9.1\x1b[31m"
	copy, err := h.Encode()
	ok(t, err)
	var newer *NewerError
	if _, err := DecodeHeader(copy); !errors.As(err, &newer) || newer.Needs != 9 || strings.Contains(err.Error(), "\x1b") {
		t.Errorf("a newer header: %v", err)
	}
	h.MinReader, h.MinWriter = 1, 9
	copy, err = h.Encode()
	ok(t, err)
	read, err := DecodeHeader(copy)
	ok(t, err)
	if read.Writable() == nil {
		t.Error("a header that only newer versions may write is writable")
	}
}

func TestHeader_keepsWhatANewerVersionAdded(t *testing.T) {
	h := header(t)
	h.extra = map[string]jsonRaw{"team": jsonRaw(`{"n":1}`)}
	h.other = []jsonRaw{jsonRaw(`{"kind":"card","pin":4}`)}
	copy, err := h.Encode()
	ok(t, err)
	read, err := DecodeHeader(copy)
	ok(t, err)
	again, err := read.Encode()
	ok(t, err)
	for _, want := range []string{`"team":{"n":1}`, `{"kind":"card","pin":4}`} {
		if !strings.Contains(string(again), want) {
			t.Errorf("%s is gone from %s", want, again)
		}
	}
}

func FuzzDecodeHeader_takesAnything(f *testing.F) {
	h := header(f)
	copy, err := h.Encode()
	ok(f, err)
	f.Add(copy)
	f.Add([]byte("{}"))
	f.Fuzz(func(t *testing.T, copy []byte) {
		h, err := DecodeHeader(checksummed(copy))
		if err != nil {
			return
		}
		again, err := h.Encode()
		ok(t, err)
		if _, err := DecodeHeader(again); err != nil {
			t.Fatalf("what was read cannot be read again: %v", err)
		}
	})
}

func TestManifest_noticesEveryChangeOfTheWhole(t *testing.T) {
	keys, err := Derive(&key, vault, 1)
	ok(t, err)
	seal := func(name, text string, revision uint64) []byte {
		cell, err := Seal(seeded(byte(revision)), &key, keys.At("rec", []byte(name)), Header{Revision: revision}, []byte(text))
		ok(t, err)
		return cell
	}
	a, b, older := seal("a", "one", 2), seal("b", "two", 3), seal("a", "old", 1)
	count := func(cells map[string][]byte) [32]byte {
		tally := keys.Tally()
		for name, cell := range cells {
			ok(t, tally.Add("rec", []byte(name), cell))
		}
		return tally.Sum
	}
	whole := count(map[string][]byte{"a": a, "b": b})
	for name, cells := range map[string]map[string][]byte{
		"missing": {"a": a}, "swapped": {"a": b, "b": a}, "older": {"a": older, "b": b}, "added": {"a": a, "b": b, "c": a},
	} {
		if count(cells) == whole {
			t.Errorf("%s was not noticed", name)
		}
	}
	tally := keys.Tally()
	ok(t, tally.Add("rec", []byte("a"), older))
	ok(t, tally.Add("rec", []byte("b"), b))
	ok(t, tally.Remove("rec", []byte("a"), older))
	ok(t, tally.Add("rec", []byte("a"), a))
	if tally.Sum != whole || tally.Count != 2 {
		t.Error("changing step by step counts otherwise than counting afresh")
	}
	m := Manifest{Sequence: 7, Count: 2, Saved: time.UnixMilli(1234567).UTC(), Sum: whole}
	cell, err := keys.SealManifest(seeded(1), "meta", []byte("manifest"), m)
	ok(t, err)
	if got, err := keys.OpenManifest("meta", []byte("manifest"), cell); err != nil || got != m || len(cell) != 112 {
		t.Errorf("%+v, %v, %d bytes", got, err, len(cell))
	}
}

func TestAnchor_survivesAWriteCutShort(t *testing.T) {
	keys, err := Derive(&key, vault, 1)
	ok(t, err)
	file := make([]byte, 2*AnchorEntry)
	for sequence := uint64(1); sequence <= 5; sequence++ {
		entry, offset := keys.SealAnchor(Anchor{Sequence: sequence, Saved: time.UnixMilli(int64(sequence))})
		for cut := range AnchorEntry {
			torn := bytes.Clone(file)
			copy(torn[offset:], entry[:cut])
			got, found := keys.OpenAnchor(torn)
			if sequence > 1 && (!found || got.Sequence < sequence-1) {
				t.Fatalf("save %d cut at %d: %d, %v", sequence, cut, got.Sequence, found)
			}
		}
		copy(file[offset:], entry)
		if got, found := keys.OpenAnchor(file); !found || got.Sequence != sequence {
			t.Fatalf("save %d: %+v, %v", sequence, got, found)
		}
	}
	other, err := Derive(&key, VaultID{9}, 1)
	ok(t, err)
	if _, found := other.OpenAnchor(file); found {
		t.Error("another vault's anchor was taken")
	}
	for bit := range len(file) * 8 {
		changed := bytes.Clone(file)
		changed[bit/8] ^= 1 << (bit % 8)
		if got, _ := keys.OpenAnchor(changed); got.Sequence > 5 {
			t.Fatalf("bit %d changed, and the anchor says %d", bit, got.Sequence)
		}
	}
}

func TestErrors_sayNothingOfWhatIsSealed(t *testing.T) {
	place := Place{Vault: vault, Bucket: "rec", Key: []byte("CANARYCANARY")}
	cell, err := Seal(seeded(1), &key, place, Header{}, []byte("CANARYCANARY"))
	ok(t, err)
	cell[60] ^= 1
	_, _, err = Open(&key, place, cell)
	if err == nil || strings.Contains(err.Error(), "CANARY") || strings.Contains(err.Error(), hex.EncodeToString(key[:4])) {
		t.Errorf("the error says %v", err)
	}
}
