package export

import (
	"io"

	"sounding/journal"
)

// Format is one kind of file that a reflection can be written as.
type Format struct {
	Name      string
	Extension string
	Help      string
	Write     func(io.Writer, *journal.Progress) error
}

// PageOnly is the one page alone, as Markdown.
const PageOnly = "page"

// PageFormat is no row of the table: it is a part of a reflection, and the rows
// are forms of the whole.
func PageFormat() Format {
	return Format{Name: PageOnly, Extension: "-page.md", Help: "the page only, as Markdown", Write: Page}
}

// Formats is the table of them: commands and screens list it, and a new export
// is one file and one row.
func Formats() []Format {
	return []Format{
		{Name: "md", Extension: ".md", Help: "Markdown, for people to read",
			Write: func(w io.Writer, p *journal.Progress) error { return Markdown(w, p, false) }},
		{Name: "json", Extension: ".json", Help: "the whole record, for programs",
			Write: func(w io.Writer, p *journal.Progress) error { return JSON(w, *p.Reflection) }},
	}
}

// FormatOf finds a format by name.
func FormatOf(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
