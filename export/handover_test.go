package export

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"sounding/journal"
)

var handoverDay = time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)

// quick seals with little work, for tests: what the work is has no part in what
// is tested.
func quick(t *testing.T) (age.Recipient, age.Identity) {
	t.Helper()
	recipient, err := age.NewScryptRecipient("a passphrase")
	if err != nil {
		t.Fatal(err)
	}
	recipient.SetWorkFactor(10)
	identity, err := age.NewScryptIdentity("a passphrase")
	if err != nil {
		t.Fatal(err)
	}
	return recipient, identity
}

// handed goes through reflections as the archive is given them.
func handed(all ...journal.Reflection) iter.Seq2[*journal.Progress, error] {
	return func(yield func(*journal.Progress, error) bool) {
		for i := range all {
			w := &journal.Walk{ID: all[i].Walk, Title: "A <walk>", Steps: []journal.Step{{
				ID: "focus", Kind: journal.KindFocus, Label: "Focus",
				Prompts: []journal.Prompt{{ID: "dilemma", Label: "The dilemma"}, {ID: "feel", Label: "Feelings", Private: true}},
			}}}
			p := journal.NewProgress(w, &all[i], &journal.Catalogue{}, func() time.Time { return handoverDay })
			if !yield(p, nil) {
				return
			}
		}
	}
}

func twoReflections() []journal.Reflection {
	created := time.Date(2026, 4, 2, 9, 0, 0, 0, time.UTC)
	return []journal.Reflection{
		{ID: "aaaa", Walk: "w", Subject: "Heron", Title: `<script>"x"</script>`, Created: created, Status: journal.StatusDraft,
			Answers: []journal.Answer{{Step: "focus", Prompt: "dilemma", Text: "Should I go?"}, {Step: "focus", Prompt: "feel", Text: "afraid"}}},
		{ID: "bbbb", Walk: "w", Created: created.AddDate(0, 1, 0), Status: journal.StatusFinished},
	}
}

func TestHandover_holdsEveryReflectionTwiceAndAnIndex(t *testing.T) {
	recipient, identity := quick(t)
	var sealed bytes.Buffer
	count, err := handover(&sealed, recipient, handoverDay, handed(twoReflections()...))
	if err != nil || count != 2 {
		t.Fatalf("gave %d, %v", count, err)
	}
	if n, err := checkHandover(bytes.NewReader(sealed.Bytes()), identity); err != nil || n != 2 {
		t.Errorf("reading it back gave %d, %v", n, err)
	}
	files := unpack(t, sealed.Bytes(), identity)
	base := "sounding-handover-2026-06-30/"
	for name, holds := range map[string]string{
		"2026-04-02-aaaa.md": "afraid", "2026-04-02-aaaa.json": "Should I go?", "2026-05-02-bbbb.md": "#",
		"2026-05-02-bbbb.json": `"finished"`, "index.html": `href="2026-04-02-aaaa.md"`,
	} {
		if !strings.Contains(files[base+name], holds) {
			t.Errorf("%s holds %q; want %q in it", name, files[base+name], holds)
		}
	}
	if len(files) != 5 {
		t.Errorf("there are %d files", len(files))
	}
	if index := files[base+"index.html"]; strings.Contains(index, "<script>") || !strings.Contains(index, "A &lt;walk&gt;") || !strings.Contains(index, "2 in all") {
		t.Errorf("the index is %s", index)
	}
	if r, err := ReadReflection([]byte(files[base+"2026-04-02-aaaa.json"])); err != nil || r.Subject != "Heron" {
		t.Errorf("its data read back as %+v, %v", r, err)
	}
}

func unpack(t *testing.T, sealed []byte, identity age.Identity) map[string]string {
	t.Helper()
	opened, err := age.Decrypt(bytes.NewReader(sealed), identity)
	if err != nil {
		t.Fatal(err)
	}
	files, out := tar.NewReader(opened), map[string]string{}
	for {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if header.Mode != 0o600 || header.Uname != "" {
			t.Errorf("%s has mode %o and owner %q", header.Name, header.Mode, header.Uname)
		}
		data, err := io.ReadAll(files)
		if err != nil {
			t.Fatal(err)
		}
		out[header.Name] = string(data)
	}
}

// Every way of cutting or changing the archive is noticed.
func TestCheckHandover_refusesAnythingThatIsNotWhole(t *testing.T) {
	recipient, identity := quick(t)
	var sealed bytes.Buffer
	if _, err := handover(&sealed, recipient, handoverDay, handed(twoReflections()...)); err != nil {
		t.Fatal(err)
	}
	whole := sealed.Bytes()
	for at := 0; at < len(whole); at += 37 {
		if _, err := checkHandover(bytes.NewReader(whole[:at]), identity); !errors.Is(err, ErrHandover) {
			t.Errorf("cut at %d it gave %v", at, err)
		}
		changed := bytes.Clone(whole)
		changed[at] ^= 0x20
		if _, err := checkHandover(bytes.NewReader(changed), identity); !errors.Is(err, ErrHandover) {
			t.Errorf("changed at %d it gave %v", at, err)
		}
	}
	other, err := age.NewScryptIdentity("another passphrase")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := checkHandover(bytes.NewReader(whole), other); !errors.Is(err, ErrHandover) {
		t.Errorf("another passphrase gave %v", err)
	}
}

func TestHandover_stopsAtWhatCannotBeRead(t *testing.T) {
	recipient, _ := quick(t)
	broken := errors.New("broken")
	_, err := handover(io.Discard, recipient, handoverDay, func(yield func(*journal.Progress, error) bool) { yield(nil, broken) })
	if !errors.Is(err, broken) {
		t.Errorf("gave %v", err)
	}
}
