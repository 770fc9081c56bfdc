package content

import (
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
)

// fuzzPlaces are the files that the fuzzer fills.
var fuzzPlaces = []string{
	walkFileName, themeName, heronName, marksName, plainName, packName, principlesName, signsName, coverageName,
}

// FuzzCheck gives any bytes as any file of a pack: the check always ends, never
// panics, and never says anything that could reach the terminal as a command.
func FuzzCheck(f *testing.F) {
	for i, name := range fuzzPlaces {
		text, err := os.ReadFile("testdata/good/" + name)
		if err != nil {
			continue // the good pack does without
		}
		f.Add(i, text)
	}
	for _, text := range []string{
		"", "---\n---\n", "---\n- - - -\n---\n", "a: &b [*b]\n", "? a\n: b\n", "{{{{", "[[[[", "a: !!binary x\n", "\xef\xbb\xbf---\r\nid: x\r\n---\r\n",
		"<<: *a\n", "a: |\n  b\n", "\"a\n\"\n", "- steps:\n    -", "--- a\n--- b\n", "%YAML 1.2\n---\n", "a,b\n\"\n", "---\nsteps:\n  - prompts:\n---\n## \n", "\x1b[2J: \x1b]0;x\a",
	} {
		for i := range fuzzPlaces {
			f.Add(i, []byte(text))
		}
	}
	sound := good(f)
	f.Fuzz(func(t *testing.T, which int, text []byte) {
		pack := maps.Clone(sound)
		name := fuzzPlaces[uint(which)%uint(len(fuzzPlaces))]
		pack[name] = &fstest.MapFile{Data: text}
		for _, p := range Check(pack, nil) {
			for _, r := range strings.ReplaceAll(p.Detail(), "\n", "") {
				if !unicode.IsGraphic(r) {
					t.Fatalf("%U is told: %q", r, p.Detail())
				}
			}
			if strings.Contains(p.String(), "\n") {
				t.Fatalf("more than a line: %q", p.String())
			}
		}
		if l, err := Load(Source{"built-in", pack}); err == nil {
			l.Warm()
		}
	})
}

func FuzzLabels(f *testing.F) {
	f.Add("the child", "the person", "What of the child's day?")
	f.Add("a\xff", "", "A\xff a")
	f.Add("İ", "i", "i̇ İ")
	f.Fuzz(func(t *testing.T, from, to, text string) {
		if l := newLabels(packFile{Labels: map[string]string{from: to}}); l != nil {
			l.text(text)
		}
	})
}
