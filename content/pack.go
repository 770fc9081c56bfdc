package content

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sounding/journal"
)

// Source is a pack that has not been read yet. Name is how it is spoken of: its
// folder, or "built-in".
type Source struct {
	Name string
	FS   fs.FS
}

// Part is what a pack is made of. A part and an id, "walk/gibbs", name one
// thing that a pack can add, replace or hide.
type Part string

// The parts.
const (
	PartWalk      Part = "walk"
	PartPage      Part = "page"
	PartTheme     Part = "theme"
	PartFramework Part = "framework"
	PartPrinciple Part = "principle"
	PartSign      Part = "sign"
	PartWords     Part = "words"
)

func parts() []Part {
	return []Part{PartWalk, PartPage, PartTheme, PartFramework, PartPrinciple, PartSign, PartWords}
}

// Shelf is a folder of the library. Its title is pack.yaml's, or is made from
// the folder's name.
type Shelf struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Summary string `json:"summary,omitempty"`
}

// packFile is pack.yaml.
type packFile struct {
	ID         string            `json:"id"`
	Title      string            `json:"title"`
	Version    int               `json:"version"`
	Summary    string            `json:"summary,omitempty"`
	Shelves    []Shelf           `json:"shelves,omitempty"`
	Labels     map[string]string `json:"labels,omitempty"`
	LabelsIn   []string          `json:"labels_in,omitempty"`
	LabelsKeep []string          `json:"labels_keep,omitempty"`
	Hide       []string          `json:"hide,omitempty"`
	Beside     []string          `json:"beside,omitempty"` // what lies in the folder and is no part of the pack
}

// folder is a place of a pack that holds one part, a file each.
type folder struct {
	name   string
	part   Part
	ending string
}

func folders() []folder {
	return []folder{
		{"walks", PartWalk, ".md"},
		{"themes", PartTheme, ".md"},
		{"library", PartPage, ".md"},
		{"frameworks", PartFramework, ".yaml"},
		{"words", PartWords, ".csv"},
	}
}

// The files at the top of a pack.
const (
	packName       = "pack.yaml"
	principlesName = "principles.yaml"
	signsName      = "signs.yaml"
	coverageName   = "coverage.yaml"
)

// filesLimit keeps a wrong folder (a whole disk, say) from being read as a pack.
const filesLimit = 5000

// file is one file of a pack. Its id is its name.
type file struct {
	part  Part
	id    string
	shelf string // of a page
	path  string
}

// pack is a pack whose files are listed, and whose pack.yaml is read.
type pack struct {
	name   string
	fsys   fs.FS
	schema schema
	about  packFile
	node   *node    // of pack.yaml
	lines  []string // of pack.yaml
	files  []file
	tops   []string          // files at the top: pack.yaml, principles.yaml
	kept   map[string]string // of a pack from outside: what was checked is what is used
}

// packSchema knows every type that a pack's files are decoded into.
func packSchema() schema {
	return newSchema(packFile{}, journal.Walk{}, journal.Theme{}, []journal.Principle{}, []journal.SignText{}, journal.Framework{}, journal.Page{}, Coverage{}).
		without(journal.Walk{}, "pack").
		without(journal.Step{}, "guidance").
		without(journal.Theme{}, "pack", "body").
		without(journal.Framework{}, "pack").
		without(journal.Page{}, "pack", "body")
}

// open lists the pack's files and reads its pack.yaml.
func (p *pack) open() []Problem {
	found, err := fs.ReadDir(p.fsys, ".")
	if err != nil {
		s := p.sheet(".")
		s.at(place{}, noFolder())
		return s.problems
	}
	s := p.sheet(packName)
	if !slices.ContainsFunc(found, func(e fs.DirEntry) bool { return e.Name() == packName && !e.IsDir() }) {
		s.at(place{}, noPackFile())
	} else if text, ok := p.read(packName, s); ok {
		p.node = parseYAML(text, 0, s)
		p.decoder(s).decode(p.node, &p.about)
		p.lines = s.lines
	}
	return append(p.list(found), s.problems...)
}

func (p *pack) sheet(file string) *sheet { return &sheet{pack: p.name, file: file} }

// list finds the pack's files, and notes those that have no place in one. Names
// that start with a full stop belong to other programs and are passed over.
func (p *pack) list(found []fs.DirEntry) []Problem {
	sh := p.sheet(".")
	known := map[string]folder{}
	for _, f := range folders() {
		known[f.name] = f
	}
	var problems []Problem
	for _, e := range found {
		name := e.Name()
		f, isFolder := known[name]
		switch {
		case strings.HasPrefix(name, "."), slices.Contains(p.about.Beside, name):
		case e.IsDir() && isFolder:
			problems = append(problems, p.listFolder(f)...)
		case !e.IsDir() && slices.Contains([]string{packName, principlesName, signsName, coverageName}, name):
			p.tops = append(p.tops, name)
		case !e.IsDir() && besides(name):
		default:
			sh.file = name
			sh.at(place{}, notInAPack())
		}
	}
	return append(problems, sh.problems...)
}

// besides says whether a file may lie at the top of a pack without being read.
func besides(name string) bool {
	upper := strings.ToUpper(name)
	return strings.HasPrefix(upper, "README") || strings.HasPrefix(upper, "LICEN")
}

func (p *pack) listFolder(f folder) []Problem {
	sh := p.sheet(f.name)
	err := fs.WalkDir(p.fsys, f.name, func(at string, e fs.DirEntry, err error) error {
		name := path.Base(at)
		sh.file = at
		switch {
		case err != nil:
			sh.at(place{}, unreadable())
			return skip(e)
		case at == f.name:
		case strings.HasPrefix(name, "."):
			return skip(e)
		case e.IsDir():
			if f.part != PartPage || strings.Count(at, "/") > 1 {
				sh.at(place{}, notInAPack())
				return fs.SkipDir
			}
		case path.Ext(name) != f.ending:
			sh.at(place{}, wrongEnding(f.ending))
		case f.part == PartPage && path.Dir(at) == f.name:
			sh.at(place{}, noShelf())
		case len(p.files) == filesLimit:
			sh.file = f.name
			sh.at(place{}, tooMany())
			return fs.SkipAll
		default:
			p.files = append(p.files, file{part: f.part, id: strings.TrimSuffix(name, f.ending), shelf: shelfOf(f, at), path: at})
		}
		return nil
	})
	if err != nil {
		sh.file = f.name
		sh.at(place{}, unreadable())
	}
	return sh.problems
}

func skip(e fs.DirEntry) error {
	if e != nil && e.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func shelfOf(f folder, at string) string {
	if f.part != PartPage {
		return ""
	}
	return path.Base(path.Dir(at))
}

// read reads a file of the pack as text. A pack from outside is read from the
// disk once, so that what is used is what was checked.
func (p *pack) read(at string, s *sheet) (string, bool) {
	if text, ok := p.kept[at]; ok {
		s.lines = strings.Split(text, "\n")
		return text, true
	}
	raw, err := p.bytes(at)
	if err != nil {
		s.at(place{}, unreadable())
		return "", false
	}
	text, ok := readText(raw, s)
	if ok && p.kept != nil {
		p.kept[at] = text
	}
	return text, ok
}

// bytes reads a file, and no more of it than shows that it is too large.
func (p *pack) bytes(at string) ([]byte, error) {
	f, err := p.fsys.Open(at)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", at, err)
	}
	raw, err := io.ReadAll(io.LimitReader(f, fileLimit+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("read %s: %w", at, err)
	}
	return raw, nil
}

// has says whether the pack has a file of its own at the top.
func (p *pack) has(name string) bool { return slices.Contains(p.tops, name) }
