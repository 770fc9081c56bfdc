package content

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
)

// Problem is one mistake in a pack: where it is, what is wrong and what to do.
// Line and Column count from 1; 0 is a problem of the file as a whole. A
// problem that is Advice is worth mending but does not stop the pack from being
// used.
type Problem struct {
	Pack   string // the name of the source it was found in
	File   string // within the pack, with forward slashes
	Line   int
	Column int
	What   string
	Do     string
	Advice bool
	Source string // the text of the line, safe to print; empty where there is none
}

// String is the problem on one line: "walks/x.md:12: what is wrong. What to do."
func (p Problem) String() string {
	place := p.File
	if p.Line > 0 {
		place = fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return place + ": " + p.What + " " + p.Do
}

// Detail is the problem with the line it is about and a caret below the place.
func (p Problem) Detail() string {
	if p.Source == "" {
		return p.String()
	}
	gutter := fmt.Sprintf("%5d | ", p.Line)
	caret := strings.Repeat(" ", len(gutter)+max(p.Column-1, 0)) + "^"
	return p.String() + "\n" + gutter + p.Source + "\n" + caret
}

// Stops says whether any of the problems keeps a pack from being used.
func Stops(problems []Problem) bool {
	for _, p := range problems {
		if !p.Advice {
			return true
		}
	}
	return false
}

// remark is what is said of a problem: what is wrong, and what to do.
type remark struct {
	what, do string
	advice   bool
}

// sheet gathers the problems of one file.
type sheet struct {
	pack     string
	file     string
	lines    []string
	problems []Problem
}

// at notes a problem at a place; a place without a line is the whole file.
func (s *sheet) at(where place, r remark) {
	switch {
	case len(s.problems) > problemsLimit:
		return
	case len(s.problems) == problemsLimit:
		where, r = place{len(s.lines), 1}, moreProblems()
	}
	p := Problem{Pack: printable(s.pack, 200), File: printable(s.file, 200), Line: where.line, Column: where.column, What: r.what, Do: r.do, Advice: r.advice}
	if where.line > 0 && where.line <= len(s.lines) {
		p.Source = printable(s.lines[where.line-1], sourceWidth)
		if p.Column > sourceWidth {
			p.Source = ""
		}
	}
	s.problems = append(s.problems, p)
}

// problemsLimit is how many problems are told of one file.
const problemsLimit = 50

// place is a position in a file, counted from 1.
type place struct{ line, column int }

// sourceWidth is how much of a line is shown with a problem, in characters.
const sourceWidth = 120

// printable makes text from a file safe for a terminal: what is not a letter,
// mark, number, sign or space becomes a question mark in a diamond. At most
// width characters are kept.
func printable(text string, width int) string {
	var out strings.Builder
	n := 0
	for _, r := range text {
		if n == width {
			out.WriteString("...")
			break
		}
		switch {
		case r == '\t':
			r = ' '
		case !unicode.IsGraphic(r):
			r = unicode.ReplacementChar
		}
		out.WriteRune(r)
		n++
	}
	return out.String()
}

// quoted puts text from a file between quotation marks, cut to a few words.
func quoted(text string) string {
	return `"` + printable(text, 60) + `"`
}

func sortProblems(problems []Problem) {
	sort.SliceStable(problems, func(i, j int) bool {
		a, b := problems[i], problems[j]
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Column < b.Column
	})
}
