package content

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markdown is a file taken apart: the front matter's YAML, and the body below
// it. Lines are those of the file.
type markdown struct {
	front  string
	body   string
	bodyAt int // the line on which the body starts
}

// readText makes a file's bytes into text: without a byte-order mark, with line
// feeds only. It notes what may not stand in a pack and is false where the file
// is no text at all.
func readText(raw []byte, s *sheet) (string, bool) {
	if len(raw) > fileLimit {
		s.at(place{}, tooLarge())
		return "", false
	}
	text := strings.TrimPrefix(string(raw), "\ufeff")
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	if !utf8.ValidString(text) {
		line := 1
		for _, l := range strings.Split(text, "\n") {
			if !utf8.ValidString(l) {
				break
			}
			line++
		}
		s.at(place{line, 1}, notUTF8())
		return "", false
	}
	s.lines = strings.Split(text, "\n")
	return text, cleanOf(text, s)
}

// cleanOf notes every control character and every mark that turns the
// direction of text, one to a line.
func cleanOf(text string, s *sheet) bool {
	line, column, clean, said := 1, 1, true, 0
	for _, r := range text {
		if r == '\n' {
			line++
			column = 1
			continue
		}
		if forbidden(r) {
			clean = false
			if said != line {
				s.at(place{line, column}, controlCharacter(r))
				said = line
			}
		}
		column++
	}
	return clean
}

// forbidden says whether a character may not stand in content: it would not
// print, or would change how other text prints. Joiners that other scripts and
// many signs need are let through.
func forbidden(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7F, r == '\n', r == '\t', r == 0x200C, r == 0x200D:
		return false
	}
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// split takes the front matter off a Markdown file.
func split(text string, s *sheet) (markdown, bool) {
	if text != "---" && !strings.HasPrefix(text, "---\n") {
		s.at(place{1, 1}, noFrontMatter())
		return markdown{}, false
	}
	lines := s.lines
	for i := 1; i < len(lines); i++ {
		if strings.TrimRight(lines[i], " \t") == "---" {
			return markdown{
				front:  strings.Join(lines[1:i], "\n") + "\n",
				body:   strings.Join(lines[i+1:], "\n"),
				bodyAt: i + 2,
			}, true
		}
	}
	s.at(place{1, 1}, frontMatterOpen())
	return markdown{}, false
}

// section is one "## id" part of a walk's body.
type section struct {
	id   string
	line int
	text string
}

// sections cuts a body at its second-level headings. Before holds what stands
// above the first, with its line.
func sections(body string, bodyAt int) (before section, found []section) {
	current := &before
	before.line = bodyAt
	fenced := false
	var text []string
	flush := func() { current.text = strings.TrimSpace(strings.Join(text, "\n")) }
	for i, line := range strings.Split(body, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
		}
		if id, ok := strings.CutPrefix(line, "## "); ok && !fenced {
			flush()
			found = append(found, section{id: strings.TrimSpace(id), line: bodyAt + i})
			current, text = &found[len(found)-1], nil
			continue
		}
		if current == &before && strings.TrimSpace(before.text) == "" && strings.TrimSpace(line) != "" && len(text) == 0 {
			before.line = bodyAt + i
		}
		if strings.TrimSpace(line) != "" || len(text) > 0 {
			text = append(text, line)
		}
	}
	flush()
	return before, found
}

// link is a Markdown link of a body.
type link struct {
	place
	words, target string
}

var linkPattern = regexp.MustCompile(`\[([^\[\]\n]+)\]\(([^()\s]+)\)`)

// links lists the links of a Markdown text in order. Line is counted from the
// line on which the text starts.
func links(text string, line int) []link {
	if !strings.Contains(text, "](") {
		return nil
	}
	var out []link
	for i, l := range strings.Split(text, "\n") {
		for _, m := range linkPattern.FindAllStringSubmatchIndex(l, -1) {
			at := place{line + i, utf8.RuneCountInString(l[:m[0]]) + 1}
			out = append(out, link{place: at, words: l[m[2]:m[3]], target: l[m[4]:m[5]]})
		}
	}
	return out
}

// pageOf is the page id that a link's target names: "oars" or "oars.md", with
// or without its shelf, or a theme or framework, "theme/digital". A web or mail
// address is none.
func pageOf(target string) (string, bool) {
	if strings.Contains(target, ":") || strings.HasPrefix(target, "#") {
		return "", false
	}
	target, _, _ = strings.Cut(target, "#")
	target = strings.TrimSuffix(target, ".md")
	if part, _ := cutName(target); part == PartTheme || part == PartFramework {
		return target, true
	}
	return target[strings.LastIndexByte(target, '/')+1:], true
}
