package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sounding/journal"
)

func TestPacksPage_namesEveryKeyAndKind(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "docs", "packs.md"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(raw)
	keys := 0
	for of, fields := range packSchema() {
		for key := range fields {
			keys++
			if !strings.Contains(page, "`"+key+"`") {
				t.Errorf("docs/packs.md does not name %q of %s", key, of.Name())
			}
		}
	}
	if keys < 80 {
		t.Errorf("only %d keys are known", keys)
	}
	var kinds []string
	for _, spec := range journal.Kinds() {
		kinds = append(kinds, string(spec.Kind))
	}
	for _, words := range [][]string{kinds, inputs(), roleNames(), collectionNames()} {
		for _, word := range words {
			if !strings.Contains(page, word) {
				t.Errorf("docs/packs.md does not name %q", word)
			}
		}
	}
}
