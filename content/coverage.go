package content

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Coverage says what the documents behind Sounding should let a person do, and
// where in the product each of those things is done; and which of their errors
// and out-of-date facts are put right, and where. It is coverage.yaml of the
// built-in pack.
type Coverage struct {
	Documents   []CoverageDocument `json:"documents"`
	Items       []CoverageItem     `json:"items"`
	Corrections []Correction       `json:"corrections"`
}

// CoverageDocument is one of the documents, by a short name.
type CoverageDocument struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// CoverageItem is one thing that a person should be able to do. Numbers run
// from 1. Read says why reading is enough, where nothing is to be done.
type CoverageItem struct {
	Number     int      `json:"number"`
	From       string   `json:"from"`
	Does       string   `json:"does"`
	Walks      []string `json:"walks,omitempty"` // "walk" or "walk/step"
	Pages      []string `json:"pages,omitempty"`
	Themes     []string `json:"themes,omitempty"`
	Frameworks []string `json:"frameworks,omitempty"`
	Commands   []string `json:"commands,omitempty"` // the first word after "sounding"
	Read       string   `json:"read,omitempty"`
}

// Correction is one thing that a document has wrong or that has changed since.
// NotUsed says why it appears nowhere, where leaving it out is the correction.
type Correction struct {
	Number     int      `json:"number"`
	From       string   `json:"from"`
	Said       string   `json:"said"`
	Pages      []string `json:"pages,omitempty"`
	Themes     []string `json:"themes,omitempty"`
	Frameworks []string `json:"frameworks,omitempty"`
	NotUsed    string   `json:"not_used,omitempty"`
}

// CoverageItems is how many things the documents should let a person do.
const CoverageItems = 48

// ReadCoverage reads a pack's coverage.yaml. It is false where the pack has
// none or it cannot be read; Check says why.
func ReadCoverage(from fs.FS) (Coverage, bool) {
	p := outside(Source{FS: from}, packSchema())
	p.open()
	s := p.sheet(coverageName)
	read := p.coverage(s)
	return read.coverage, read.node != nil && !Stops(s.problems)
}

type coverageFile struct {
	coverage Coverage
	node     *node
}

func (p *pack) coverage(s *sheet) coverageFile {
	var out coverageFile
	if !p.has(coverageName) {
		return out
	}
	if text, ok := p.read(coverageName, s); ok {
		out.node = parseYAML(text, 0, s)
		p.decoder(s).decode(out.node, &out.coverage)
	}
	return out
}

// coverage checks that every number is there once, that everything named
// exists, and that nothing that is to be done is served by a page alone.
func (c *checker) coverage(s *sheet) {
	read := c.pack.coverage(s)
	if read.node == nil {
		return
	}
	s.need(read.node, "documents", "items", "corrections")
	documents := map[string]place{}
	for i, d := range read.coverage.Documents {
		n := read.node.key("documents").item(i)
		s.need(n, "id", "title")
		documents[d.ID] = n.where("id")
	}
	for i, item := range read.coverage.Items {
		n := read.node.key("items").item(i)
		s.need(n, "number", "from", "does")
		c.numbered(s, n, i, item.Number)
		c.fromDocument(s, n, item.From, documents)
		c.served(s, n, item)
	}
	for i, correction := range read.coverage.Corrections {
		n := read.node.key("corrections").item(i)
		s.need(n, "number", "from", "said")
		c.numbered(s, n, i, correction.Number)
		c.fromDocument(s, n, correction.From, documents)
		c.corrected(s, n, correction)
	}
	if len(read.coverage.Items) != CoverageItems && read.node.key("items") != nil {
		s.at(read.node.where("items"), itemCount(len(read.coverage.Items), CoverageItems))
	}
}

func (c *checker) numbered(s *sheet, n *node, i, number int) {
	if n.key("number") != nil && number != i+1 {
		s.at(n.where("number"), wrongNumber(i+1))
	}
}

func (c *checker) fromDocument(s *sheet, n *node, from string, documents map[string]place) {
	for id := range strings.SplitSeq(from, " ") {
		if _, known := documents[id]; !known && from != "" {
			s.at(n.where("from"), noSuchDocument(id))
		}
	}
}

func (c *checker) served(s *sheet, n *node, item CoverageItem) {
	for i, ref := range item.Walks {
		c.walkOrStep(s, n.key("walks").item(i), ref)
	}
	c.exist(s, n, "pages", PartPage, item.Pages)
	c.exist(s, n, "themes", PartTheme, item.Themes)
	c.exist(s, n, "frameworks", PartFramework, item.Frameworks)
	done := len(item.Walks) + len(item.Commands)
	switch all := done + len(item.Pages) + len(item.Themes) + len(item.Frameworks); {
	case all == 0:
		s.at(n.where("does"), notServed(item.Number))
	case done == 0 && item.Read == "":
		s.at(n.where("does"), onlyRead(item.Number))
	}
}

func (c *checker) corrected(s *sheet, n *node, correction Correction) {
	c.exist(s, n, "pages", PartPage, correction.Pages)
	c.exist(s, n, "themes", PartTheme, correction.Themes)
	c.exist(s, n, "frameworks", PartFramework, correction.Frameworks)
	if len(correction.Pages)+len(correction.Themes)+len(correction.Frameworks) == 0 && correction.NotUsed == "" {
		s.at(n.where("said"), notCorrected(correction.Number))
	}
}

func (c *checker) exist(s *sheet, n *node, key string, part Part, ids []string) {
	for i, id := range ids {
		if !c.holds(c.all, part, id) {
			s.at(n.key(key).item(i).where(""), nothingOf(part, id))
		}
	}
}

func (c *checker) walkOrStep(s *sheet, n *node, ref string) {
	id, step, two := strings.Cut(ref, "/")
	walk, ok := c.all.Walk(id)
	switch {
	case c.all.walks[id] == nil:
		s.at(n.where(""), nothingOf(PartWalk, id))
	case ok && two && !slices.Contains(stepIDs(walk), step):
		s.at(n.where(""), noSuchStep(ref, nearest(step, stepIDs(walk))))
	}
}

// Commands lists every command that the coverage names, each once, so that the
// program can check that it has them.
func (c Coverage) Commands() []string {
	var out []string
	for _, item := range c.Items {
		for _, command := range item.Commands {
			if !slices.Contains(out, command) {
				out = append(out, command)
			}
		}
	}
	slices.Sort(out)
	return out
}

// Markdown writes the coverage as docs/coverage.md.
func (c Coverage) Markdown() string {
	var out strings.Builder
	out.WriteString(coverageTop)
	for _, d := range c.Documents {
		fmt.Fprintf(&out, "- **%s**: %s\n", d.ID, cell(d.Title))
	}
	served := 0
	for _, item := range c.Items {
		if len(item.Walks)+len(item.Commands) > 0 || item.Read != "" && len(item.Pages)+len(item.Themes)+len(item.Frameworks) > 0 {
			served++
		}
	}
	fmt.Fprintf(&out, coverageItems, served, len(c.Items))
	for _, item := range c.Items {
		does := cell(item.Does)
		if item.Read != "" {
			does += " (" + cell(item.Read) + ")"
		}
		fmt.Fprintf(&out, "| %d | %s | %s | %s | %s | %s | %s |\n", item.Number, cell(item.From), does,
			codes(item.Walks), codes(item.Pages), codes(composedIDs(item.Themes, item.Frameworks)), codes(item.Commands))
	}
	fmt.Fprintf(&out, coverageCorrections, len(c.Corrections))
	for _, correction := range c.Corrections {
		where := codes(append(slices.Clone(correction.Pages), composedIDs(correction.Themes, correction.Frameworks)...))
		if correction.NotUsed != "" {
			where = strings.TrimSpace(where + " " + cell(correction.NotUsed))
		}
		fmt.Fprintf(&out, "| %d | %s | %s | %s |\n", correction.Number, cell(correction.From), cell(correction.Said), where)
	}
	return out.String()
}

// composedIDs names themes and frameworks as the library does, so that one is
// not taken for a page of the same id.
func composedIDs(themes, frameworks []string) []string {
	var out []string
	for _, id := range themes {
		out = append(out, string(PartTheme)+"/"+id)
	}
	for _, id := range frameworks {
		out = append(out, string(PartFramework)+"/"+id)
	}
	return out
}

func cell(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", "\\|")
}

func codes(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return "`" + strings.Join(ids, "`, `") + "`"
}
