package termtest

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// update rewrites the goldens: go test ./tui/... -update
var update = flag.Bool("update", false, "rewrite the golden files")

// Golden compares got with testdata/<name>.golden of the package under test,
// or writes the file when the test runs with -update.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	path := goldenPath(name)
	if *update {
		writeGolden(t, path, got)
		return
	}
	if want := readGolden(t, path); want != got {
		t.Errorf("%s is not as it was%s", path, difference(want, got))
	}
}

// GoldenFrame checks a frame and compares its text with a golden whose name
// ends in the frame's size.
func GoldenFrame(t testing.TB, name string, f Frame) {
	t.Helper()
	MustCheck(t, f)
	Golden(t, fmt.Sprintf("%s-%dx%d", name, f.Width, f.Height), Text(f))
}

func goldenPath(name string) string {
	return filepath.Join("testdata", filepath.FromSlash(name)+".golden")
}

func writeGolden(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatalf("make golden folder: %v", err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatalf("write golden: %v", err)
	}
}

func readGolden(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%s does not exist; run the test with -update and read what it wrote", path)
	}
	if err != nil {
		t.Fatalf("read golden: %v", err)
	}
	// A checkout on Windows may have turned the line ends.
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

// difference names the first line that differs and shows both screens.
func difference(want, got string) string {
	wantLines, gotLines := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; i < max(len(wantLines), len(gotLines)); i++ {
		w, g := lineOf(wantLines, i), lineOf(gotLines, i)
		if w != g {
			return fmt.Sprintf(" (line %d)\nwant %q\ngot  %q\n--- the whole screen now ---\n%s", i+1, w, g, got)
		}
	}
	return ""
}

func lineOf(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
