package journal

import (
	"slices"
	"strings"
)

// withoutBlankEnds leaves the blank lines before and after each text out of what
// is read, and answers that are nothing else. What is stored is not changed.
func withoutBlankEnds(sections []Section) []Section {
	for i := range sections {
		entries := trimEntries(sections[i].Entries)
		sections[i].Entries = slices.DeleteFunc(entries, func(e Entry) bool { return e.Text == "" && e.Ref == "" && len(e.Fields) == 0 })
	}
	return slices.DeleteFunc(sections, func(s Section) bool { return len(s.Entries) == 0 })
}

func trimEntries(entries []Entry) []Entry {
	for i := range entries {
		entries[i].Text = trimBlankLines(entries[i].Text)
		entries[i].Fields = trimEntries(entries[i].Fields)
	}
	return entries
}

// trimBlankLines takes away what is blank before the first line with something
// on it and after the last one. An indented first line stays indented.
func trimBlankLines(text string) string {
	text = strings.TrimRight(text, " \t\r\n")
	for {
		line, rest, more := strings.Cut(text, "\n")
		if !more || strings.TrimSpace(line) != "" {
			return text
		}
		text = rest
	}
}
