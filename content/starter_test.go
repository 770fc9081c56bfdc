package content

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"sounding/seeds"
)

func TestStarter_passesTheCheckAloneAndBesideTheBuiltInPack(t *testing.T) {
	pack, err := Starter()
	if err != nil {
		t.Fatal(err)
	}
	for _, base := range []*Library{nil, library(t)} {
		for _, p := range Check(pack, base) {
			t.Errorf("base %v: %s", base != nil, p.Detail())
		}
	}
}

func TestStarter_showsEveryPartThatAnAuthorityAsksFor(t *testing.T) {
	pack, err := Starter()
	if err != nil {
		t.Fatal(err)
	}
	l := library(t, Source{"starter", pack})
	if _, ok := l.Walk("team-talk"); !ok {
		t.Error("no walk")
	}
	if theme, ok := l.Theme("housing"); !ok || theme.Pack != "our-authority" {
		t.Error("no theme")
	}
	if _, ok := l.Framework("our-standards"); !ok {
		t.Error("no framework")
	}
	if _, ok := l.Words("our-words"); !ok {
		t.Error("no word list")
	}
	if page, ok := l.Page("who-to-ring"); !ok || page.Shelf != "our-team" {
		t.Error("no page")
	}
}

func TestWriteStarter_writesAPackThatCanBeChecked(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "packs", "ours")
	if err := WriteStarter(dir); err != nil {
		t.Fatal(err)
	}
	for _, p := range Check(os.DirFS(dir), library(t)) {
		t.Error(p)
	}
}

func TestWriteStarter_leavesAFolderInUseAlone(t *testing.T) {
	dir := t.TempDir()
	own := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(own, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteStarter(dir); !errors.Is(err, ErrFolderInUse) {
		t.Fatalf("got %v", err)
	}
	found, err := os.ReadDir(dir)
	if err != nil || len(found) != 1 {
		t.Fatalf("folder holds %v, %v", found, err)
	}
}

func TestWriteStarter_takesBackWhatItWroteWhereAFileCannotBeWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteStarter(dir); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("got %v", err)
	}
}

// library loads the built-in pack and others, none of which may be refused.
func library(t testing.TB, others ...Source) *Library {
	t.Helper()
	l, err := Load(append([]Source{{"built-in", seeds.Pack()}}, others...)...)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range l.Refused {
		t.Error(p)
	}
	return l
}
