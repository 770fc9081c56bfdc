package engine

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func write(t testing.TB, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestOpen_saysWhatIsWrongWithThePlace(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "note.txt"), []byte("dear all"))
	for _, row := range []struct {
		name, path string
		want       error
	}{
		{"no file", filepath.Join(folder, "vault.db"), ErrNoFile},
		{"no folder", filepath.Join(folder, "none", "vault.db"), ErrNoFile},
		{"a file where a folder should be", filepath.Join(folder, "note.txt", "vault.db"), ErrNoFile},
		{"a folder", folder, ErrFolder},
	} {
		t.Run(row.name, func(t *testing.T) {
			for _, readOnly := range []bool{false, true} {
				options := testOptions()
				options.ReadOnly = readOnly
				if _, err := OpenBolt(row.path, options); !errors.Is(err, row.want) {
					t.Errorf("open (read only: %t): %v, want %v", readOnly, err, row.want)
				}
			}
		})
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Errorf("opening what is not there left %d files behind, %v", len(entries)-1, err)
	}
}

func TestCreate_refusesWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vault.db")
	write(t, path, []byte("dear all"))
	if _, err := CreateBolt(path, testOptions(), nil); !errors.Is(err, ErrExists) {
		t.Fatalf("create over a file: %v, want ErrExists", err)
	}
	if got := read(t, path); string(got) != "dear all" {
		t.Fatalf("the file in the way now holds %q", got)
	}
	if _, err := CreateBolt(filepath.Join(path, "vault.db"), testOptions(), nil); !errors.Is(err, ErrNoFile) {
		t.Errorf("create below a file: %v, want ErrNoFile", err)
	}
}

func TestCreate_appliesTheFirstChangeWithTheFile(t *testing.T) {
	b := newBolt(t, Op{Bucket: "hdr", Key: []byte("v1a"), Value: []byte("header")})
	if sequence, err := b.Sequence(); err != nil || sequence != 1 {
		t.Errorf("sequence of a store made with a change: %d, %v; want 1", sequence, err)
	}
	if value, err := b.Get("hdr", []byte("v1a")); err != nil || string(value) != "header" {
		t.Errorf("the first change gives %q, %v", value, err)
	}
}

// A store that was never finished is in nobody's way.
func TestCreate_replacesAnUnfinishedOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vault.db")
	write(t, path+createSuffix, []byte("half a vault"))
	b, err := CreateBolt(path, testOptions(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if there, err := exists(path + createSuffix); there || err != nil {
		t.Errorf("the unfinished file is still there, %v", err)
	}
}

func TestOpen_refusesListsOfBucketsThatCannotBe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vault.db")
	for _, list := range [][]Bucket{nil, {""}, {"a", "b", "a"}, {ownBucket}, {Bucket(strings.Repeat("b", maxBucketName+1))}} {
		options := testOptions()
		options.Buckets = list
		if _, err := CreateBolt(path, options, nil); !errors.Is(err, ErrBucketList) {
			t.Errorf("create with %q: %v, want ErrBucketList", list, err)
		}
		if _, err := OpenBolt(path, options); !errors.Is(err, ErrBucketList) {
			t.Errorf("open with %q: %v, want ErrBucketList", list, err)
		}
		if _, err := OpenMemory(list); !errors.Is(err, ErrBucketList) {
			t.Errorf("memory with %q: %v, want ErrBucketList", list, err)
		}
	}
}

// A program that knows more buckets adds them; one that knows fewer leaves the
// others alone, also when it compacts.
func TestOpen_keepsBucketsItDoesNotKnow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vault.db")
	few, many := testOptions(), testOptions()
	many.Buckets = append([]Bucket{"later"}, testBuckets...)
	b, err := CreateBolt(path, few, []Op{record(1, []byte("one"))})
	if err != nil {
		t.Fatal(err)
	}
	reopen := func(options Options) {
		t.Helper()
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		if b, err = OpenBolt(path, options); err != nil {
			t.Fatal(err)
		}
	}
	reopen(many)
	save(t, b, Op{Bucket: "later", Key: []byte("key"), Value: []byte("kept")})
	reopen(few)
	if _, err := b.Get("later", []byte("key")); !errors.Is(err, ErrNoBucket) {
		t.Errorf("get from an unknown bucket: %v, want ErrNoBucket", err)
	}
	if _, err := b.CompactInPlace(); err != nil {
		t.Fatal(err)
	}
	reopen(many)
	if value, err := b.Get("later", []byte("key")); err != nil || string(value) != "kept" {
		t.Errorf("the unknown bucket's cell gives %q, %v", value, err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}

// emptyVault makes a new store and returns its path.
func emptyVault(t testing.TB, ops ...Op) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "vault.db")
	b, err := CreateBolt(path, testOptions(), ops)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestApply_noticesAnotherFileInItsPlace(t *testing.T) {
	for _, row := range []struct {
		name   string
		change func(t *testing.T, path string)
	}{
		{"renamed over", func(t *testing.T, path string) {
			other := emptyVault(t)
			if err := os.Rename(other, path); err != nil {
				t.Fatal(err)
			}
		}},
		{"removed", func(t *testing.T, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}},
		{"moved away", func(t *testing.T, path string) {
			if err := os.Rename(path, path+".elsewhere"); err != nil {
				t.Fatal(err)
			}
		}},
		{"synced by copying", func(t *testing.T, path string) {
			content := read(t, path)
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			write(t, path, content)
		}},
	} {
		t.Run(row.name, func(t *testing.T) {
			b := newBolt(t, record(1, []byte("ours")))
			row.change(t, b.path)
			if _, err := b.Apply(1, []Op{record(2, []byte("two"))}); !errors.Is(err, ErrReplaced) {
				t.Fatalf("apply: %v, want ErrReplaced", err)
			}
			if _, err := b.Apply(1, []Op{record(2, []byte("two"))}); !errors.Is(err, ErrStopped) {
				t.Errorf("apply again: %v, want ErrStopped", err)
			}
			if _, err := b.CompactInPlace(); !errors.Is(err, ErrStopped) {
				t.Errorf("compact in place: %v, want ErrStopped", err)
			}
			if value, err := b.Get("rec", record(1, nil).Key); err != nil || string(value) != "ours" {
				t.Errorf("reading what was open gives %q, %v", value, err)
			}
			// What is open can still be taken to safety.
			if _, err := b.Compact(filepath.Join(t.TempDir(), "rescued.db")); err != nil {
				t.Errorf("compact to elsewhere: %v", err)
			}
		})
	}
}

func TestOpenFiles_areThePersonsAlone(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new", "folder")
	path := filepath.Join(folder, "vault.db")
	options := testOptions()
	options.Ballast = 1 << 16
	b, err := CreateBolt(path, options, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.CompactInPlace(); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Compact(filepath.Join(folder, "copy.db")); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	wantOpens(t, path)
	if privateModes {
		wantMode(t, folder, fs.ModeDir|0o700)
		for _, name := range []string{"vault.db", "vault.db" + noteSuffix, "vault.db" + ballastSuffix, "copy.db"} {
			wantMode(t, filepath.Join(folder, name), 0o600)
		}
	}
}

func wantMode(t *testing.T, path string, want fs.FileMode) {
	t.Helper()
	about, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if about.Mode() != want {
		t.Errorf("%s is %s, want %s", filepath.Base(path), about.Mode(), want)
	}
}

// A vault reached through a link is the file the link leads to: it is that
// which is locked, and that which a compaction replaces.
func TestOpen_followsALinkToTheFileItself(t *testing.T) {
	path := emptyVault(t, record(1, []byte("one")), record(2, []byte("two")))
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(path, link); err != nil {
		if runtime.GOOS == "windows" {
			t.Skip("making a link needs a privilege here")
		}
		t.Fatal(err)
	}
	b, err := OpenBolt(link, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenBolt(path, impatient()); !errors.Is(err, ErrHeld) {
		t.Errorf("open by the other name: %v, want ErrHeld", err)
	}
	save(t, b, Op{Bucket: "rec", Key: record(2, nil).Key, Delete: true})
	if _, err := b.CompactInPlace(); err != nil {
		t.Fatal(err)
	}
	if about, err := os.Lstat(link); err != nil || about.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is no longer one, %v", err)
	}
	if strings.Contains(string(read(t, path)), "two") {
		t.Error("the file the link leads to still holds what was deleted")
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}
