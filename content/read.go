package content

import (
	"strings"

	"sounding/journal"
)

// The files of a pack, read and decoded. A nil node means that the front matter
// could not be read; the problems say why.

type walkFile struct {
	walk     journal.Walk
	node     *node
	before   section // text above the first section, which has no step
	sections []section
}

func (p *pack) walk(f file, s *sheet) walkFile {
	var out walkFile
	parts, ok := p.markdown(f, s)
	if !ok {
		return out
	}
	out.node = parseYAML(parts.front, 1, s)
	p.decoder(s).decode(out.node, &out.walk)
	out.before, out.sections = sections(parts.body, parts.bodyAt)
	out.walk.Pack = p.about.ID
	for i := range out.walk.Steps {
		step := &out.walk.Steps[i]
		fillInputs(step)
		for _, section := range out.sections {
			if section.id == step.ID {
				step.Guidance = section.text
			}
		}
	}
	return out
}

// fillInputs says of each field how it is answered, where the pack does not.
func fillInputs(step *journal.Step) {
	for i := range step.Collects {
		spec, known := journal.CollectionOf(step.Collects[i].Of)
		if !known {
			continue
		}
		for j := range step.Collects[i].Fields {
			field := &step.Collects[i].Fields[j]
			if own, ok := spec.Field(field.ID); ok && field.Input == "" {
				field.Input = own.Input
			}
		}
	}
}

// head reads what stands above a walk's steps: all that a menu shows, at a
// fraction of the work.
func (p *pack) head(f file) (journal.Walk, bool) {
	var walk journal.Walk
	s := p.sheet(f.path)
	text, kept := p.kept[f.path]
	if !kept {
		raw, err := p.bytes(f.path)
		if err != nil {
			return walk, false
		}
		text = string(raw)
	}
	if at := strings.Index(text, "\nsteps:"); at >= 0 {
		text = text[:at] + "\n---\n"
	}
	text, ok := readText([]byte(text), s)
	if !ok {
		return walk, false
	}
	parts, ok := split(text, s)
	if !ok {
		return walk, false
	}
	p.decoder(s).decode(parseYAML(parts.front, 1, s), &walk)
	walk.Pack = p.about.ID
	return walk, !Stops(s.problems)
}

type themeFile struct {
	theme  journal.Theme
	node   *node
	bodyAt int
}

func (p *pack) theme(f file, s *sheet) themeFile {
	var out themeFile
	parts, ok := p.markdown(f, s)
	if !ok {
		return out
	}
	out.node = parseYAML(parts.front, 1, s)
	p.decoder(s).decode(out.node, &out.theme)
	out.theme.Body, out.bodyAt = strings.TrimSpace(parts.body), parts.bodyAt
	out.theme.Pack = p.about.ID
	return out
}

type pageFile struct {
	page   journal.Page
	node   *node
	body   string // as it stands in the file, so that lines can be counted
	bodyAt int
}

func (p *pack) page(f file, s *sheet) pageFile {
	var out pageFile
	parts, ok := p.markdown(f, s)
	if !ok {
		return out
	}
	out.node = parseYAML(parts.front, 1, s)
	p.decoder(s).decode(out.node, &out.page)
	out.body, out.bodyAt = parts.body, parts.bodyAt
	out.page.Body = strings.TrimSpace(parts.body)
	out.page.Shelf = f.shelf
	out.page.Pack = p.about.ID
	for _, l := range links(out.page.Body, 1) {
		if id, ok := pageOf(l.target); ok && !contains(out.page.Links, id) {
			out.page.Links = append(out.page.Links, id)
		}
	}
	return out
}

type frameworkFile struct {
	framework journal.Framework
	node      *node
}

func (p *pack) framework(f file, s *sheet) frameworkFile {
	var out frameworkFile
	if text, ok := p.read(f.path, s); ok {
		out.node = parseYAML(text, 0, s)
		p.decoder(s).decode(out.node, &out.framework)
		out.framework.Pack = p.about.ID
	}
	return out
}

type principlesFile struct {
	principles []journal.Principle
	node       *node
}

func (p *pack) principles(s *sheet) principlesFile {
	var out principlesFile
	if !p.has(principlesName) {
		return out
	}
	if text, ok := p.read(principlesName, s); ok {
		out.node = parseYAML(text, 0, s)
		p.decoder(s).decode(out.node, &out.principles)
	}
	return out
}

type signsFile struct {
	signs []journal.SignText
	node  *node
}

func (p *pack) signs(s *sheet) signsFile {
	var out signsFile
	if !p.has(signsName) {
		return out
	}
	if text, ok := p.read(signsName, s); ok {
		out.node = parseYAML(text, 0, s)
		p.decoder(s).decode(out.node, &out.signs)
	}
	return out
}

func (p *pack) decoder(s *sheet) *decoder { return &decoder{schema: p.schema, sheet: s} }

func (p *pack) markdown(f file, s *sheet) (markdown, bool) {
	text, ok := p.read(f.path, s)
	if !ok {
		return markdown{}, false
	}
	return split(text, s)
}

func contains(list []string, text string) bool {
	for _, l := range list {
		if l == text {
			return true
		}
	}
	return false
}
