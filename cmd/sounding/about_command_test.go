package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sounding/journal"
	"sounding/store"
)

// An access request covers what has the code as its subject, what names it in
// passing, what lies in the trash and, when they are wanted, earlier versions.
func TestAbout_gathersEverythingThatNamesASubject(t *testing.T) {
	ctx := context.Background()
	k := newKeeper(t)
	twice := k.write(t, "The visit, second thoughts")
	changed, _, err := k.desk.Load(ctx, twice)
	if err != nil {
		t.Fatal(err)
	}
	changed.Title = "The visit, third thoughts"
	if _, err := k.desk.Save(ctx, changed, 1, store.WhySaved); err != nil {
		t.Fatal(err)
	}
	passing := journal.Reflection{Walk: "jot", WalkVersion: 1, Status: journal.StatusDraft, Subject: "Kite",
		Answers: []journal.Answer{{Step: "lines", Prompt: "jot", Text: "Talked with Heron's teacher."}}}
	k.desk.keep(t, passing)
	bird := passing
	bird.Answers = []journal.Answer{{Step: "lines", Prompt: "jot", Text: "We watched a heron on the bank."}}
	k.desk.keep(t, bird)
	other := passing
	other.Answers = []journal.Answer{{Step: "lines", Prompt: "jot", Text: "The heronry by the river."}}
	k.desk.keep(t, other)
	away := k.write(t, "Put away")
	if err := k.desk.Trash(ctx, away); err != nil {
		t.Fatal(err)
	}

	a := gathering{program: k.Program, desk: k.desk, code: " Heron "}
	if err := a.gather(ctx); err != nil {
		t.Fatal(err)
	}
	said := k.said()
	for _, want := range []string{"third thoughts", "> names Heron in its text", "> about Heron; in the trash", "3 reflections gathered.",
		"only name the code in their text: 1.", "1 earlier version is kept as well", "information governance"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if strings.Index(said, "names Heron in its text") < strings.LastIndex(said, "> about Heron") {
		t.Errorf("what only names the code does not come last:\n%s", said)
	}
	if strings.Contains(said, "on the bank") || strings.Contains(said, "heronry") || strings.Contains(said, "second thoughts") {
		t.Errorf("it gathers what it should not:\n%s", said)
	}

	folder := filepath.Join(t.TempDir(), "request")
	a = gathering{program: k.Program, desk: k.desk, code: "Heron", dir: folder, versions: true}
	if err := a.gather(ctx); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 4 {
		t.Fatalf("%d files in the folder, %v", len(files), err)
	}
	old := readText(t, filepath.Join(folder, noon.Format("2006-01-02")+"-"+string(twice[:8])+"-v1.md"))
	if !strings.Contains(old, "second thoughts") || !strings.Contains(old, "earlier version 1") {
		t.Errorf("the earlier version reads\n%s", old)
	}

	var wrong *usageError
	a = gathering{program: k.Program, desk: k.desk, code: "Osprey"}
	if err := a.gather(ctx); !errors.As(err, &wrong) {
		t.Errorf("a code that is nowhere gives %v", err)
	}
}

func readText(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
