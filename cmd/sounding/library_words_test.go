package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"sounding/content"
	"sounding/journal"
	"sounding/language"
)

// contentTexts gathers what people read in the built-in pack, each text by the
// name of the thing that it stands in.
func contentTexts(l *content.Library) map[string][]string {
	out := map[string][]string{}
	add := func(name string, texts ...string) {
		for _, text := range texts {
			if strings.TrimSpace(text) != "" {
				out[name] = append(out[name], text)
			}
		}
	}
	prompts := func(name string, list []journal.Prompt) {
		for _, p := range list {
			add(name, p.Text, p.Help, p.Label, p.OnPage, p.Why)
			for _, note := range p.Notes {
				add(name, note)
			}
			for _, c := range p.Choices {
				add(name, c.Label, c.Help)
			}
		}
	}
	offers := func(name string, list []journal.Offer) {
		for _, o := range list {
			add(name, o.Label, o.Text, o.Why)
		}
	}
	for _, p := range l.Pages() {
		if !strings.Contains(p.ID, "/") {
			add("page/"+p.ID, p.Title, p.Summary, p.Body)
		}
	}
	for _, t := range l.Themes() {
		name := "theme/" + t.ID
		add(name, append([]string{t.Title, t.Summary, t.Body}, append(append(t.Ask, t.Places...), t.NotYet...)...)...)
		offers(name, t.Lenses)
		for _, list := range t.Prompts {
			prompts(name, list)
		}
		for _, card := range t.Law {
			add(name, card.Title, card.Text)
		}
	}
	for _, w := range l.Walks() {
		name := "walk/" + w.ID
		add(name, w.Title, w.Summary)
		for _, s := range w.Steps {
			add(name, s.Label, s.Intro, s.Guidance)
			prompts(name, s.Prompts)
			prompts(name, s.Closing)
			for _, c := range s.Collects {
				add(name, c.Add, c.More, c.Help, c.Enough, c.OnPage)
				prompts(name, c.Fields)
				offers(name, c.Offers)
			}
		}
	}
	for _, f := range l.Frameworks() {
		for _, s := range f.Standards {
			add("framework/"+f.ID, s.Title, s.Text)
		}
	}
	for _, p := range l.Principles() {
		add("principle/"+p.ID, p.Title, p.Text, p.Question, p.Caution)
	}
	for _, s := range l.Signs() {
		add("sign/"+s.ID, s.Name, s.Sign, s.Question, s.Caution)
	}
	return out
}

// Sounding's own words are held to its own word lists. What stands there on
// purpose is listed with its place in testdata, and so is what explains a set of
// letters wherever it is used. A line that is no longer needed is an error too.
func TestContent_passesItsOwnWordLists(t *testing.T) {
	p := &Program{Err: os.Stderr}
	library := builtIn(t)
	tables := p.wordTables(library)
	allowed := exceptions(t, "testdata/wording_exceptions.txt")
	texts := 0
	for name, list := range contentTexts(library) {
		whole := readable(strings.Join(list, "\n\n"))
		texts += len(list)
		for _, f := range language.Wording(whole, tables) {
			line := fmt.Sprintf("%s %s: %s", f.Kind, name, strings.ToLower(f.Text))
			if f.Kind == language.WordAcronym && explained(allowed, f.Text, whole) {
				continue
			}
			if _, listed := allowed[line]; !listed {
				t.Errorf("%s (%s): %s", line, f.Because, around(whole, f.Start, f.End))
			}
			allowed[line] = true
		}
	}
	for line, used := range allowed {
		if !used {
			t.Errorf("the exception %q is no longer needed", line)
		}
	}
	if texts < 2000 {
		t.Errorf("only %d texts were looked at", texts)
	}
}

var (
	linkLine = regexp.MustCompile(`(?m)^[ >]*[-*+]\s+\[[^\]]+\]\([^)]+\)\.?$|^Source: .*$`)
	linkMark = regexp.MustCompile(`\[([^\[\]\n]+)\]\([^()\s]+\)`)
)

// readable is a text without its lists of links, its sources and the targets of
// its links: titles and names are not held to the lists twice.
func readable(text string) string {
	return linkMark.ReplaceAllString(linkLine.ReplaceAllString(text, ""), "$1")
}

// explained says whether the letters are allowed because the same thing says in
// plain words what they are: "acronym asye, explained by: supported first year".
func explained(allowed map[string]bool, letters, whole string) bool {
	found := false
	for line := range allowed {
		term, words, ok := strings.Cut(line, ", explained by: ")
		if ok && term == "acronym "+strings.ToLower(letters) && strings.Contains(strings.ToLower(whole), strings.ToLower(words)) {
			allowed[line], found = true, true
		}
	}
	return found
}

func exceptions(t *testing.T, file string) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, line := range strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out[line] = false
		}
	}
	return out
}

// around is a place in a text with what stands near it.
func around(text string, start, end int) string {
	runes := []rune(text)
	return strings.Join(strings.Fields(string(runes[max(start-50, 0):min(end+50, len(runes))])), " ")
}
