package content

import (
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"sounding/seeds"
)

var update = flag.Bool("update", false, "write docs/coverage.md anew")

const coveragePage = "../docs/coverage.md"

func TestCoverage_pageIsUpToDate(t *testing.T) {
	coverage, ok := ReadCoverage(seeds.Pack())
	if !ok {
		t.Fatal("seeds/coverage.yaml cannot be read")
	}
	want := coverage.Markdown()
	if *update {
		if err := os.MkdirAll("../docs", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(coveragePage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(coveragePage)
	if err != nil || strings.ReplaceAll(string(got), "\r\n", "\n") != want {
		t.Errorf("docs/coverage.md is out of date (%v): run go test ./content -run Coverage -update", err)
	}
}

func TestCoverage_servesEveryItem(t *testing.T) {
	coverage, _ := ReadCoverage(seeds.Pack())
	if page := coverage.Markdown(); !strings.Contains(page, "48 of 48 are there to use.") {
		t.Error("not every item is served")
	}
	if len(coverage.Corrections) < 30 {
		t.Errorf("only %d corrections", len(coverage.Corrections))
	}
}

const smallCoverage = `documents:
  - id: D
    title: A document
items:
  - number: 1
    from: D
    does: Look
    walks:
      - whole/focus
corrections:
  - number: 1
    from: D
    said: Something wrong
    pages:
      - owl
`

func TestCheck_tellsWhatCoverageGetsWrong(t *testing.T) {
	for _, c := range []struct{ name, was, is, told string }{
		{"walk that is none", "whole/focus", "hole/focus", `coverage.yaml:9: There is no walk "hole".`},
		{"step that is none", "whole/focus", "whole/fcus", `coverage.yaml:9: "whole/fcus" is not a step of a walk. Did you mean focus?`},
		{"page that is none", "- owl", "- fowl", `coverage.yaml:15: There is no page "fowl".`},
		{"document that is none", "from: D\n    does", "from: E\n    does", `coverage.yaml:6: "E" is none of the documents above.`},
		{"numbers", "number: 1", "number: 2", `coverage.yaml:5: The numbers do not run on. This one is 1.`},
		{"nothing serves it", "    walks:\n      - whole/focus\n", "", `coverage.yaml:7: Nothing serves item 1.`},
		{"only something to read", "walks:\n      - whole/focus", "pages:\n      - owl", `coverage.yaml:7: Item 1 is something to do, but there is only something to read.`},
		{"nothing corrects it", "    pages:\n      - owl\n", "", `coverage.yaml:13: Nothing puts correction 1 right.`},
		{"too few", "does: Look", "does: Look", `coverage.yaml:4: There are 1 items; the documents have 48.`},
	} {
		pack := good(t)
		pack[coverageName] = &fstest.MapFile{Data: []byte(smallCoverage)}
		change(t, pack, coverageName, c.was, c.is)
		found := false
		problems := Check(pack, nil)
		for _, p := range problems {
			found = found || strings.HasPrefix(p.String(), c.told)
		}
		if !found {
			t.Errorf("%s: not told %s but %v", c.name, c.told, problems)
		}
	}
}
