package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// named finds what a page names in back quotes.
var named = regexp.MustCompile("`([^`\n]+)`")

func TestArchitecture_namesOnlyPathsThatExist(t *testing.T) {
	root := filepath.Join("..", "..")
	page, err := os.ReadFile(filepath.Join(root, "docs", "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	paths := 0
	for _, found := range named.FindAllStringSubmatch(string(page), -1) {
		path := found[1]
		if strings.ContainsAny(path, " ()<>*=.") && !strings.Contains(path, "/") || strings.ContainsAny(path, " (") {
			continue
		}
		first, _, _ := strings.Cut(path, "/")
		if info, err := os.Stat(filepath.Join(root, first)); err != nil || !info.IsDir() && first != path {
			continue
		}
		paths++
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(path))); err != nil {
			t.Errorf("docs/ARCHITECTURE.md names %s, which is not there", path)
		}
	}
	if paths < 30 {
		t.Errorf("only %d paths were found in docs/ARCHITECTURE.md", paths)
	}
}

func TestArchitecture_tellsOfEveryRoom(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	rooms := map[string]bool{}
	for _, e := range edges(t) {
		rooms[e.from] = true
	}
	for room := range rooms {
		parts := strings.Split(room, "/")
		if parts[0] == "tui" && len(parts) > 1 || strings.HasSuffix(room, "test") {
			continue // the screens are told of together
		}
		if !strings.Contains(string(page), "`"+room+"`") {
			t.Errorf("docs/ARCHITECTURE.md does not tell of %s", room)
		}
	}
}
