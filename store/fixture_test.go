package store

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"sounding/journal"
)

var writeFixture = flag.Bool("write-fixture", false, "write the fixture of the present format anew")

// The fixture of format 1: a small vault with everything in it that a vault can
// hold, made by makeFixture. It is kept for ever; docs/vault.md says how to read
// it.
const (
	fixtureVault      = "testdata/format1.vault"
	fixtureSecrets    = "testdata/format1.json"
	fixturePassphrase = "kettle orchard lantern"
)

func fixtureIDs() (filed, drafted, trashed, erased journal.ID) {
	at := time.Time{}
	return reflection(1, "", at).ID, reflection(2, "", at).ID, reflection(3, "", at).ID, reflection(4, "", at).ID
}

func makeFixture(t *testing.T) {
	p := newPlace(t)
	p.options.Random, p.options.Version, p.options.Backups = seeded(1), "1.0.0", nil
	v, code, err := Create(p.path, []byte(fixturePassphrase), p.options)
	ok(t, err)
	digest, err := v.KeepWalk(background, journal.Walk{ID: "what-so-what", Version: 1, Title: "What? So what?", Steps: []journal.Step{{ID: "what", Kind: journal.KindText, Label: "What"}}})
	ok(t, err)
	filed := reflection(1, "Heron was at the window again. Café, naïve, 🙂.", p.clock.Now())
	filed.WalkDigest, filed.Subject, filed.Themes = digest, "Heron", []string{"neglect"}
	filed.Extra = map[string]json.RawMessage{"from_a_newer_version": json.RawMessage(`{"n":3}`)}
	filed.Actions = []journal.Action{{ID: "A1", Text: "Ring the school", Due: "2026-12-01"}}
	_, err = v.Save(background, filed, 0, WhySaved)
	ok(t, err)
	filed.Answers[0].Text += " And I was late."
	_, err = v.Save(background, filed, 1, WhyLeft)
	ok(t, err)
	for range 3 {
		p.clock.Move(ringEvery)
		_, err = v.SaveDraft(background, reflection(2, "Half a thought", p.clock.Now()), 0)
		ok(t, err)
	}
	trashed, erased := reflection(3, "Not this one", p.clock.Now()), reflection(4, "Nor that", p.clock.Now())
	for _, r := range []journal.Reflection{trashed, erased} {
		_, err = v.Save(background, r, 0, WhySaved)
		ok(t, err)
		ok(t, v.Trash(background, r.ID))
	}
	ok(t, v.SetHold(background, trashed.ID, "asked for"))
	_, err = v.Erase(background, erased.ID)
	ok(t, err)
	ok(t, v.SetSetting(background, "reminders", []byte(`{"on":true}`)))
	ok(t, v.SetComeBack(background, ComeBack{Screen: "walk", Reflection: filed.ID, Step: "what", Cursor: 5, At: p.clock.Now()}))
	ok(t, v.NoteImport(background, "elsewhere", "17", "abc", filed.ID))
	ok(t, v.ConfirmRecovery(background, code.String()))
	_, err = v.Compact(background)
	ok(t, err)
	ok(t, v.Close(background))
	ok(t, os.WriteFile(fixtureVault, readFile(t, p.path), 0o600))
	secrets, err := json.Marshal(map[string]string{"passphrase": fixturePassphrase, "recovery": code.String()})
	ok(t, err)
	ok(t, os.WriteFile(fixtureSecrets, append(secrets, '\n'), 0o600))
}

// fixture copies a released vault to a place of the test's own, and gives its
// recovery code.
func fixture(t *testing.T) (*testPlace, RecoveryCode) {
	t.Helper()
	p := newPlace(t)
	ok(t, os.MkdirAll(filepath.Dir(p.path), 0o700))
	ok(t, os.WriteFile(p.path, readFile(t, fixtureVault), 0o600))
	var secrets map[string]string
	ok(t, json.Unmarshal(readFile(t, fixtureSecrets), &secrets))
	code, err := ParseRecoveryCode(secrets["recovery"])
	ok(t, err)
	return p, code
}

func TestFixture_ofEveryReleasedFormatIsRead(t *testing.T) {
	if *writeFixture {
		makeFixture(t)
	}
	p, code := fixture(t)
	locked, err := Open(p.path, p.options)
	ok(t, err)
	v, err := locked.Recover(code)
	ok(t, err)
	defer func() { ok(t, v.Close(background)) }()
	filed, drafted, trashed, erased := fixtureIDs()
	got, err := v.Get(background, filed)
	ok(t, err)
	if text(got) != "Heron was at the window again. Café, naïve, 🙂. And I was late." ||
		string(got.Extra["from_a_newer_version"]) != `{"n":3}` {
		t.Errorf("filed: %q, %s", text(got), got.Extra)
	}
	if first, err := v.Revision(filed, 1); err != nil || text(first) != "Heron was at the window again. Café, naïve, 🙂." {
		t.Errorf("first revision: %q, %v", text(first), err)
	}
	if walk, err := v.KeptWalk(got.WalkDigest); err != nil || walk.Title != "What? So what?" {
		t.Errorf("walk: %+v, %v", walk, err)
	}
	if drafts := v.Drafts(); len(drafts) != 1 || drafts[0].Summary.ID != drafted {
		t.Errorf("drafts: %+v", drafts)
	}
	if ring, err := v.Ring(drafted); err != nil || len(ring) != 2 {
		t.Errorf("ring: %+v, %v", ring, err)
	}
	if bin := v.Trashed(); len(bin) != 1 || bin[0].ID != trashed {
		t.Errorf("trash: %+v", bin)
	}
	if _, err := v.SaveDraft(background, journal.Reflection{ID: erased}, 0); err == nil {
		t.Error("what was erased could be written again")
	}
	if id, found, err := v.Imported("elsewhere", "17", "abc"); err != nil || !found || id != filed {
		t.Errorf("imported: %v, %v, %v", id, found, err)
	}
}

// python gives the interpreter that runs the second reader, or skips the test
// where there is none.
func python(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"python3", "python"} {
		if path, err := exec.LookPath(name); err == nil && exec.Command(path, "-c", "import sys; assert sys.version_info >= (3, 9)").Run() == nil {
			return path
		}
	}
	t.Skip("no Python 3 here to run the second reader with")
	return ""
}

func TestSecondReader_agreesOnTheVectors(t *testing.T) {
	interpreter := python(t)
	for _, words := range [][]string{{"argon2"}, {"vectors", "seal/testdata/vectors.json"}} {
		if out, err := exec.Command(interpreter, append([]string{"testdata/reader.py"}, words...)...).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", words[0], err, out)
		}
	}
}

// secondReading is what the reader in the other language prints.
type secondReading struct {
	Saves       uint64
	Reflections map[string]struct {
		Revisions map[string]struct{ Body json.RawMessage }
		Drafts    map[string]struct{ Body json.RawMessage }
		Mark      *mark
	}
	Own map[string][]json.RawMessage
}

func TestSecondReader_readsAVaultFromItsDescriptionAlone(t *testing.T) {
	interpreter := python(t)
	p, code := fixture(t)
	var trouble bytes.Buffer
	command := exec.Command(interpreter, "testdata/reader.py", "vault", p.path, code.String())
	command.Stderr = &trouble
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, trouble.String())
	}
	var theirs secondReading
	ok(t, json.Unmarshal(out, &theirs))
	locked, err := Open(p.path, p.options)
	ok(t, err)
	v, err := locked.Recover(code)
	ok(t, err)
	defer func() { ok(t, v.Close(background)) }()
	if _, saves := v.LastSaved(); saves != theirs.Saves {
		t.Errorf("it counts %d saves, not %d", theirs.Saves, saves)
	}
	if len(theirs.Reflections) != len(v.entries) {
		t.Errorf("it finds %d reflections, not %d", len(theirs.Reflections), len(v.entries))
	}
	for id, e := range v.entries {
		one := theirs.Reflections[hex.EncodeToString(e.raw[:])]
		for number := uint64(1); number <= e.head; number++ {
			_, ours, err := v.openRecord(e.raw, bucketRecords, recordKey(e.raw, number))
			ok(t, err)
			sameJSON(t, ours, one.Revisions[string(rune('0'+number))].Body)
		}
		if e.drafted() {
			_, ours, err := v.openRecord(e.raw, bucketDrafts, draftKey(e.raw, 0))
			ok(t, err)
			sameJSON(t, ours, one.Drafts["0"].Body)
		}
		if e.trashed() != (one.Mark != nil && !one.Mark.Trashed.IsZero()) {
			t.Errorf("%s: trashed is %v here and %+v there", id, e.trashed(), one.Mark)
		}
	}
	for bucket, want := range map[string]int{"meta": 3, "tomb": 1, "import": 1, "walk": 1} {
		if got := len(theirs.Own[bucket]); got != want {
			t.Errorf("it finds %d cells in %s, not %d", got, bucket, want)
		}
	}
}

func sameJSON(t *testing.T, a, b []byte) {
	t.Helper()
	var left, right bytes.Buffer
	for _, part := range []struct {
		from []byte
		into *bytes.Buffer
	}{{a, &left}, {b, &right}} {
		var value any
		ok(t, json.Unmarshal(part.from, &value))
		ok(t, json.NewEncoder(part.into).Encode(value))
	}
	if left.String() != right.String() {
		t.Errorf("ours %s\ntheirs %s", left.String(), right.String())
	}
}
