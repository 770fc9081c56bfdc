package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// edge is one package importing another, both without the module's name.
type edge struct{ from, to string }

// rule says what the packages under a folder may import of ours. The longest
// prefix that fits a package is its rule.
type rule struct {
	folder string
	may    []string
}

// rules is the direction in which imports run. docs/ARCHITECTURE.md tells it in
// words.
func rules() []rule {
	contract := []string{"journal", "language", "tui/screen", "tui/theme", "tui/widget"}
	return []rule{
		{"journal", nil},
		{"language", nil},
		{"seeds", nil},
		{"internal/termtest", nil},
		{"content", []string{"journal"}},
		{"store", []string{"journal", "store/engine", "store/seal", "store/index"}},
		{"store/engine", []string{"store/engine"}},
		{"store/seal", nil},
		{"store/index", nil},
		{"export", []string{"journal"}},
		{"tui/theme", nil},
		{"tui/widget", []string{"tui/theme"}},
		{"tui/screen", []string{"journal"}},
		{"tui/linear", []string{"journal", "language"}},
		{"tui/", contract},
		{"tui", []string{"journal", "language", "tui/"}},
		{"cmd", []string{"cmd", "content", "export", "journal", "language", "seeds", "store", "tui"}},
	}
}

// outside says in which folders a library that is named may be used.
var outside = map[string]string{
	"go.etcd.io/bbolt":                "store",
	"charm.land/bubbletea/v2":         "tui",
	"charm.land/bubbles/v2":           "tui",
	"charm.land/glamour/v2":           "tui",
	"github.com/spf13/cobra":          "cmd",
	"github.com/goccy/go-yaml":        "content",
	"golang.org/x/crypto":             "store",
	"github.com/atotto/clipboard":     "cmd",
	"github.com/pelletier/go-toml/v2": "cmd",
}

func under(pkg, folder string) bool {
	return pkg == strings.TrimSuffix(folder, "/") || strings.HasPrefix(pkg, strings.TrimSuffix(folder, "/")+"/")
}

// broken says why an edge is against the rule; empty where it is not.
func broken(e edge) string {
	to, own := strings.CutPrefix(e.to, "sounding/")
	if !own {
		for library, folder := range outside {
			if under(e.to, library) && !under(e.from, folder) {
				return e.from + " imports " + e.to + ", which belongs under " + folder
			}
		}
		if under(e.from, "tui/linear") && strings.HasPrefix(e.to, "charm.land/") {
			return e.from + " imports " + e.to + ", and plain lines know no framework"
		}
		if first, _, _ := strings.Cut(e.to, "/"); e.from == "journal" && strings.Contains(first, ".") {
			return "journal imports " + e.to + ", and it stands on the standard library alone"
		}
		return ""
	}
	found := rule{}
	for _, r := range rules() {
		fits := under(e.from, r.folder) && (!strings.HasSuffix(r.folder, "/") || e.from != strings.TrimSuffix(r.folder, "/"))
		if fits && len(r.folder) > len(found.folder) {
			found = r
		}
	}
	if found.folder == "" {
		return e.from + " has no rule: give its folder one here and in docs/ARCHITECTURE.md"
	}
	for _, may := range found.may {
		if under(to, may) {
			return ""
		}
	}
	return e.from + " imports " + to + ", and it may import only " + strings.Join(found.may, ", ")
}

func TestImports_runOneWay(t *testing.T) {
	for _, e := range edges(t) {
		if why := broken(e); why != "" {
			t.Error(why)
		}
	}
}

func TestImports_refuseAnEdgeAgainstTheRule(t *testing.T) {
	for _, e := range []edge{
		{"journal", "sounding/store"},
		{"journal", "github.com/goccy/go-yaml"},
		{"content", "sounding/store"},
		{"store", "sounding/tui/screen"},
		{"tui/walk", "sounding/store"},
		{"tui/walk", "sounding/tui/home"},
		{"tui/walk", "go.etcd.io/bbolt"},
		{"tui/linear", "charm.land/bubbletea/v2"},
		{"tui/linear", "sounding/tui/widget"},
		{"tui/widget", "sounding/journal"},
		{"store", "charm.land/bubbletea/v2"},
		{"export", "sounding/language"},
		{"tui", "sounding/seeds"},
		{"tui", "github.com/spf13/cobra"},
		{"util", "sounding/journal"},
	} {
		if broken(e) == "" {
			t.Errorf("%s may import %s, and must not", e.from, e.to)
		}
	}
	for _, e := range []edge{{"tui/walk", "sounding/journal"}, {"tui", "sounding/tui/walk"}, {"cmd/sounding", "sounding/seeds"}, {"store", "go.etcd.io/bbolt"}} {
		if why := broken(e); why != "" {
			t.Errorf("%s may import %s, but: %s", e.from, e.to, why)
		}
	}
}

// edges lists every import of every package of the module, tests left out.
func edges(t *testing.T) []edge {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "sounding/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []edge
	d := json.NewDecoder(bytes.NewReader(out))
	for {
		var pkg struct {
			ImportPath string
			Imports    []string
		}
		err := d.Decode(&pkg)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("read go list: %v", err)
		}
		from := strings.TrimPrefix(pkg.ImportPath, "sounding/")
		for _, to := range pkg.Imports {
			all = append(all, edge{from, to})
		}
	}
	if !slices.ContainsFunc(all, func(e edge) bool { return e.from == "journal" }) {
		t.Fatal("go list tells of no package journal")
	}
	return all
}
