package export

import (
	"fmt"
	"io"
	"strings"

	"sounding/journal"
)

// Markdown writes a reflection for people to read: its title, what it is about,
// and everything that was written, step by step. Private answers are left out
// unless private is true.
func Markdown(w io.Writer, p *journal.Progress, private bool) error {
	var out strings.Builder
	heading(&out, 1, journal.TitleOf(p.Walk, p.Reflection))
	fmt.Fprintf(&out, "%s\n\n", head(p))
	for _, s := range p.Record() {
		section(&out, s, private)
	}
	return write(w, out.String())
}

// Page writes the one page to take into supervision, and nothing that is not on
// it.
func Page(w io.Writer, p *journal.Progress) error {
	var out strings.Builder
	heading(&out, 1, p.PageTitle())
	for _, s := range p.MyPage() {
		section(&out, s, false)
	}
	return write(w, out.String())
}

// MarkdownText is Markdown as a string, for the reading page.
func MarkdownText(p *journal.Progress, private bool) string {
	var out strings.Builder
	// A strings.Builder takes every write.
	_ = Markdown(&out, p, private)
	return out.String()
}

func write(w io.Writer, text string) error {
	if _, err := io.WriteString(w, strings.TrimRight(text, "\n")+"\n"); err != nil {
		return fmt.Errorf("write Markdown: %w", err)
	}
	return nil
}

func head(p *journal.Progress) string {
	r := p.Reflection
	parts := []string{p.Walk.Title, r.Created.Format("2 January 2006")}
	if r.Subject != "" {
		parts = append(parts, "about "+escape(r.Subject))
	}
	return strings.Join(parts, ", ") + "."
}

func heading(out *strings.Builder, level int, text string) {
	fmt.Fprintf(out, "%s %s\n\n", strings.Repeat("#", level), escape(journal.VisibleLine(text)))
}

// renderer writes the entries of one step.
type renderer func(*strings.Builder, []journal.Entry)

// Kinds lists the kinds of step that can be written out.
func Kinds() []journal.Kind {
	var kinds []journal.Kind
	for kind := range renderers() {
		kinds = append(kinds, kind)
	}
	return kinds
}

// renderers is the table of how each kind of step is written.
func renderers() map[journal.Kind]renderer {
	return map[journal.Kind]renderer{
		journal.KindText: entries, journal.KindArrive: entries, journal.KindFocus: entries,
		journal.KindGut: entries, journal.KindHypotheses: entries, journal.KindEvidence: entries,
		journal.KindMatrix: matrix, journal.KindSecondLook: entries, journal.KindConversation: entries,
		journal.KindPrinciples: entries, journal.KindNext: entries, journal.KindPage: entries,
	}
}

func section(out *strings.Builder, s journal.Section, private bool) {
	var shown []journal.Entry
	for _, e := range s.Unlabelled() {
		if private || !e.Private {
			shown = append(shown, e)
		}
	}
	if len(shown) == 0 {
		return
	}
	heading(out, 2, s.Heading)
	if render, ok := renderers()[s.Kind]; ok {
		render(out, shown)
		return
	}
	entries(out, shown)
}

// entries writes answers under their labels and items as a list, with their
// fields beneath.
func entries(out *strings.Builder, all []journal.Entry) {
	for _, e := range all {
		if e.Ref == "" && e.Label == "" {
			fmt.Fprintf(out, "%s\n\n", paragraphs(e.Text))
			continue
		}
		if e.Ref == "" {
			fmt.Fprintf(out, "**%s**\n\n%s\n\n", escape(journal.VisibleLine(e.Label)), paragraphs(e.Text))
			continue
		}
		fmt.Fprintf(out, "**%s.** %s\n\n", escape(e.Label), paragraphs(e.Text))
		for _, f := range e.Fields {
			fmt.Fprintf(out, "- %s: %s\n", escape(f.Label), indented(f.Text))
		}
		if len(e.Fields) > 0 {
			out.WriteString("\n")
		}
	}
}

// matrix writes a table with a row for each hypothesis, and what else the step
// asked after it.
func matrix(out *strings.Builder, all []journal.Entry) {
	var columns, rest []journal.Entry
	var rows []journal.Entry
	seen := map[string]bool{}
	for _, e := range all {
		if e.Ref == "" {
			rest = append(rest, e)
			continue
		}
		rows = append(rows, e)
		for _, f := range e.Fields {
			if !seen[f.Ref] {
				seen[f.Ref] = true
				columns = append(columns, f)
			}
		}
	}
	table(out, rows, columns)
	entries(out, rest)
}

func table(out *strings.Builder, rows, columns []journal.Entry) {
	if len(rows) == 0 {
		return
	}
	out.WriteString("| |")
	for _, c := range columns {
		fmt.Fprintf(out, " %s |", cell(c.Ref+" "+c.Label))
	}
	out.WriteString("\n|---|" + strings.Repeat("---|", len(columns)) + "\n")
	for _, r := range rows {
		fmt.Fprintf(out, "| %s |", cell(r.Label+" "+r.Text))
		for _, c := range columns {
			text := ""
			for _, f := range r.Fields {
				if f.Ref == c.Ref {
					text = f.Text
				}
			}
			fmt.Fprintf(out, " %s |", cell(text))
		}
		out.WriteString("\n")
	}
	out.WriteString("\n")
}

func cell(text string) string {
	return strings.ReplaceAll(escape(journal.VisibleLine(text)), "|", `\|`)
}

// paragraphs writes a text with its line ends kept and nothing in it taken for
// Markdown. A line end within a paragraph is kept by the two spaces before it,
// which show neither as plain text nor on a page; a backslash would show.
func paragraphs(text string) string {
	lines := strings.Split(journal.Visible(text), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(escape(l), " \t")
		if i+1 < len(lines) && lines[i] != "" && strings.TrimSpace(lines[i+1]) != "" {
			lines[i] += "  "
		}
	}
	return strings.Join(lines, "\n")
}

func indented(text string) string {
	return strings.ReplaceAll(paragraphs(text), "\n", "\n  ")
}

// escape keeps a person's signs from being taken for Markdown.
func escape(text string) string {
	var out strings.Builder
	for i, r := range text {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '~':
			out.WriteByte('\\')
		case '#', '-', '+', '=', '|':
			if strings.TrimSpace(text[:i]) == "" {
				out.WriteByte('\\')
			}
		case '.', ')':
			if digits := strings.TrimSpace(text[:i]); digits != "" && strings.Trim(digits, "0123456789") == "" {
				out.WriteByte('\\')
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}
