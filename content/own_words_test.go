package content

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sounding/seeds"
)

// runLimit is how many words in a row may not be those of a source document.
const runLimit = 8

// TestWords_areOurOwn compares every run of eight words of the packs, whatever
// their case, with the documents in the folder that SOUNDING_SEED_DOCS names.
// The titles of laws and standards may be the same.
func TestWords_areOurOwn(t *testing.T) {
	folder := os.Getenv("SOUNDING_SEED_DOCS")
	if folder == "" {
		t.Log("SOUNDING_SEED_DOCS names no folder: nothing was compared")
		return
	}
	runs := documentRuns(t, folder)
	titles := allowed(t, "shared_titles.txt")
	for file, words := range packWords(t) {
		for i := 0; i+runLimit <= len(words); i++ {
			run := joined(words[i : i+runLimit])
			if document, shared := runs[run]; shared && !inTitle(run, titles) {
				t.Errorf("%s:%d: %q stands in %s", file, words[i].line, run, document)
				i += runLimit
			}
		}
	}
	t.Logf("compared with %d runs of %d words", len(runs), runLimit)
}

func TestOwnWords_findsAShareHoweverItIsWritten(t *testing.T) {
	folder := t.TempDir()
	text := "One two, three\nFOUR five “six” seven — eight nine."
	if err := os.WriteFile(filepath.Join(folder, "document.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	runs := documentRuns(t, folder)
	words := placedWords("x ONE two three four\n\nfive six (seven) eight", 1)
	if _, shared := runs[joined(words[1:9])]; !shared || len(runs) != 2 {
		t.Errorf("not found among %v", runs)
	}
	if !inTitle("two three four", []string{"One Two Three Four Act"}) {
		t.Error("a title was not allowed")
	}
}

type lineWord struct {
	text string
	line int
}

func placedWords(text string, line int) []lineWord {
	var out []lineWord
	for i, l := range strings.Split(text, "\n") {
		for _, w := range wordsOf(l) {
			if w = strings.Trim(w, "'"); w != "" {
				out = append(out, lineWord{w, line + i})
			}
		}
	}
	return out
}

func joined(words []lineWord) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.text
	}
	return strings.Join(out, " ")
}

func documentRuns(t *testing.T, folder string) map[string]string {
	t.Helper()
	found, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	runs := map[string]string{}
	for _, e := range found {
		if e.IsDir() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		words := placedWords(string(text), 1)
		for i := 0; i+runLimit <= len(words); i++ {
			runs[joined(words[i:i+runLimit])] = e.Name()
		}
	}
	return runs
}

func packWords(t *testing.T) map[string][]lineWord {
	t.Helper()
	out := map[string][]lineWord{}
	eachText(t, func(file string, line int, text string) {
		out[file] = append(out[file], placedWords(text, line)...)
	})
	demo := seeds.Demo()
	names, err := fs.Glob(demo, "*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(demo, name)
		if err != nil {
			t.Fatal(err)
		}
		out["seeds/demo/"+name] = placedWords(string(text), 1)
	}
	return out
}

// inTitle says whether a run of words lies within a title that may be shared.
func inTitle(run string, titles []string) bool {
	for _, title := range titles {
		if strings.Contains(" "+joined(placedWords(title, 1))+" ", " "+run+" ") {
			return true
		}
	}
	return false
}
