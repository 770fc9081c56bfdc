package language

import (
	"os"
	"strings"
	"testing"
)

// builtInTables reads the word tables that the product ships.
func builtInTables(t testing.TB) Tables {
	t.Helper()
	var rows []WordRow
	for _, name := range []string{"kinder", "plain", "acronyms", "certainty", "hearsay", "blame", "passive"} {
		file, err := os.Open("../seeds/words/" + name + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		read, err := LoadPairs(file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, read...)
	}
	return NewTables(rows)
}

func readLines(t testing.TB, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, line := range strings.Split(string(data), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

func TestWording_leavesTheNearMissesAlone(t *testing.T) {
	tables := builtInTables(t)
	lines := readLines(t, "testdata/wording/near_misses.txt")
	if len(lines) < 200 {
		t.Errorf("%d near misses, want 200 or more", len(lines))
	}
	for _, line := range lines {
		for _, f := range Wording(line, tables) {
			t.Errorf("%s %q in %q", f.Kind, f.Text, line)
		}
	}
	t.Logf("%d near misses", len(lines))
}

func TestWording_findsWhatItIsFor(t *testing.T) {
	tables := builtInTables(t)
	lines := readLines(t, "testdata/wording/found.tsv")
	for _, line := range lines {
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			t.Fatalf("a line of found.tsv has %d fields: %q", len(fields), line)
		}
		if !wordFound(Wording(fields[2], tables), WordKind(fields[0]), fields[1]) {
			t.Errorf("%s %q not found in %q: %v", fields[0], fields[1], fields[2], Wording(fields[2], tables))
		}
	}
	t.Logf("%d sentences", len(lines))
}

func wordFound(findings []WordFinding, kind WordKind, text string) bool {
	for _, f := range findings {
		if f.Kind == kind && f.Text == text {
			return true
		}
	}
	return false
}
