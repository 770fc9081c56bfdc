package engine

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// vaultHolding makes a finished file with one record that says which it is.
func vaultHolding(t *testing.T, says string) []byte {
	t.Helper()
	return read(t, emptyVault(t, record(1, []byte(says))))
}

// Every state that a crash within a replacement, or a person tidying up, can
// leave behind, and what the next start makes of it.
func TestOpen_settlesAnInterruptedReplacement(t *testing.T) {
	now, next := vaultHolding(t, "now"), vaultHolding(t, "next")
	half := next[:len(next)/2]
	for _, row := range []struct {
		name            string
		vault, new, old []byte
		says            string // "" for an error
		left            []string
	}{
		{name: "nothing interrupted", vault: now, says: "now"},
		{name: "the new file half written", vault: now, new: half, says: "now"},
		{name: "the new file whole, nothing renamed yet", vault: now, new: next, says: "now"},
		{name: "the old file set aside", new: next, old: now, says: "next"},
		{name: "the old file set aside, the new one bad", new: half, old: now, says: "now"},
		{name: "the new file gone after the old was set aside", old: now, says: "now"},
		{name: "the new file in place, the old one not removed", vault: next, old: now, says: "next"},
		{name: "all three names taken", vault: next, new: half, old: now, says: "next"},
		{name: "only the new file left", new: next, says: "next"},
		{name: "only half a new file left", new: half, left: []string{"vault.db.new"}},
		{name: "damaged since, with the old one still there", vault: half, old: now, left: []string{"vault.db", "vault.db.old"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "vault.db")
			for suffix, content := range map[string][]byte{"": row.vault, newSuffix: row.new, oldSuffix: row.old} {
				if content != nil {
					write(t, path+suffix, content)
				}
			}
			b, err := OpenBolt(path, testOptions())
			if row.says == "" {
				if err == nil {
					t.Fatal("opened what cannot be settled")
				}
			} else {
				if err != nil {
					t.Fatal(err)
				}
				if value, err := b.Get("rec", record(1, nil).Key); err != nil || string(value) != row.says {
					t.Errorf("the vault says %q, %v; want %q", value, err, row.says)
				}
				if err := b.Close(); err != nil {
					t.Error(err)
				}
				row.left = []string{"vault.db"}
			}
			wantFiles(t, folder, row.left)
		})
	}
}

// wantFiles compares a folder with a list, the lock note aside.
func wantFiles(t *testing.T, folder string, want []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, entry := range entries {
		if entry.Name() != "vault.db"+noteSuffix {
			got = append(got, entry.Name())
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func TestReplaceWith_putsTheOtherFileInPlace(t *testing.T) {
	b := newBolt(t, record(1, []byte("now")))
	save(t, b, record(2, []byte("more")))
	replacement := filepath.Join(filepath.Dir(b.path), "restored.db")
	write(t, replacement, vaultHolding(t, "next"))
	if err := b.ReplaceWith(replacement); err != nil {
		t.Fatal(err)
	}
	wantContents(t, b, map[string]string{"rec/record 00000001": "next"})
	if sequence, err := b.Sequence(); err != nil || sequence != 1 {
		t.Errorf("sequence after the replacement: %d, %v; want 1", sequence, err)
	}
	save(t, b, record(3, []byte("going on")))
	wantFiles(t, filepath.Dir(b.path), []string{"vault.db"})
}

// A replacement that is not fit to be the vault changes nothing.
func TestReplaceWith_refusesWhatIsNotAVault(t *testing.T) {
	good := vaultHolding(t, "next")
	for name, content := range map[string][]byte{
		"empty": {}, "text": []byte("dear all"), "cut short": good[:len(good)/2], "missing": nil,
	} {
		t.Run(name, func(t *testing.T) {
			b := newBolt(t, record(1, []byte("now")))
			replacement := filepath.Join(filepath.Dir(b.path), "restored.db")
			if content != nil {
				write(t, replacement, content)
			}
			if err := b.ReplaceWith(replacement); err == nil {
				t.Fatal("replaced the vault with something that is none")
			}
			save(t, b, record(2, []byte("still here")))
			wantContents(t, b, map[string]string{"rec/record 00000001": "now", "rec/record 00000002": "still here"})
		})
	}
}

// Where nothing can be renamed, the vault stays open as it was.
func TestReplaceWith_comesBackWhenARenameFails(t *testing.T) {
	b := newBolt(t, record(1, []byte("now")))
	// A folder that is not empty in the place of .old stops the first rename.
	if err := os.MkdirAll(filepath.Join(b.path+oldSuffix, "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := b.CompactInPlace(); err == nil || errors.Is(err, ErrOldRemains) {
		t.Fatalf("compact with a folder in the way: %v, want an error", err)
	}
	save(t, b, record(2, []byte("going on")))
	wantContents(t, b, map[string]string{"rec/record 00000001": "now", "rec/record 00000002": "going on"})
}

func TestRetrying_waitsLongerEachTimeAndThenGivesUp(t *testing.T) {
	passing, lasting := errors.New("passing"), errors.New("lasting")
	isPassing := func(err error) bool { return errors.Is(err, passing) }
	for _, row := range []struct {
		name  string
		errs  []error // one a try, the last one for ever
		tries int
		want  error
	}{
		{"works at once", []error{nil}, 1, nil},
		{"works the third time", []error{passing, passing, nil}, 3, nil},
		{"fails for good", []error{lasting}, 1, lasting},
		{"never works", []error{passing}, renameTries, passing},
	} {
		t.Run(row.name, func(t *testing.T) {
			tries, last, all := 0, time.Duration(0), time.Duration(0)
			err := retrying(func() error {
				tries++
				return row.errs[min(tries, len(row.errs))-1]
			}, isPassing, func(pause time.Duration) {
				if pause < last || pause > longPause {
					t.Errorf("a pause of %s after one of %s", pause, last)
				}
				last = pause
				all += pause
			})
			if !errors.Is(err, row.want) || tries != row.tries {
				t.Errorf("%v after %d tries, want %v after %d", err, tries, row.want, row.tries)
			}
			if all > 3*time.Second {
				t.Errorf("waited %s in all", all)
			}
		})
	}
}
