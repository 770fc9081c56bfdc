package content

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// node is a value of a YAML file with its place. A value that is left out is
// empty: `title:` alone.
type node struct {
	place
	shape shape
	text  string  // of a scalar, without quotes or the line ends around it
	keys  []entry // of a mapping, in the order of the file
	items []*node // of a list
}

// entry is one key of a mapping.
type entry struct {
	place
	name  string
	value *node
}

type shape int

const (
	empty shape = iota
	scalar
	list
	mapping
)

// key finds the value of a key, or nil. It may be called on nil.
func (n *node) key(name string) *node {
	if n == nil {
		return nil
	}
	for _, e := range n.keys {
		if e.name == name {
			return e.value
		}
	}
	return nil
}

// item gives a list's item, or nil. It may be called on nil.
func (n *node) item(i int) *node {
	if n == nil || i < 0 || i >= len(n.items) {
		return nil
	}
	return n.items[i]
}

// where is the place of a key, else of the mapping itself. It may be called on
// nil, and is then no place.
func (n *node) where(name string) place {
	if n == nil {
		return place{}
	}
	for _, e := range n.keys {
		if e.name == name {
			return e.place
		}
	}
	return n.place
}

// Limits that keep a hostile or broken file from exhausting the reader. No file
// that a person writes comes near them.
const (
	fileLimit  = 1 << 20   // bytes of a file
	yamlLimit  = 256 << 10 // bytes of YAML
	linesLimit = 8000      // lines of YAML: the library takes time that grows with their square
	lineLimit  = 5000      // bytes of a line of YAML: nesting on a line is at most that deep
	depthLimit = 24        // levels of a YAML file
	openLimit  = 500       // brackets and braces of a YAML file
)

// parseYAML reads a YAML text into nodes. Before is how many lines of the file
// stand above it. It notes one problem and gives nil where the text is no YAML
// or uses more of YAML than packs do.
func parseYAML(text string, before int, s *sheet) *node {
	if len(text) > yamlLimit || strings.Count(text, "\n") > linesLimit {
		s.at(place{before + 1, 1}, tooMuchYAML())
		return nil
	}
	if where, ok := tooDeep(text); ok {
		s.at(place{where + before, 1}, tooNested())
		return nil
	}
	file, err := parse(text)
	if err != nil {
		if where, open := openQuote(text); open {
			s.at(place{where.line + before, where.column}, quoteOpen())
			return nil
		}
		s.at(yamlPlace(err, before), notYAML(err))
		return nil
	}
	var bodies []ast.Node
	for _, doc := range file.Docs {
		if doc.Body != nil {
			bodies = append(bodies, doc.Body)
		}
	}
	switch len(bodies) {
	case 0:
		return &node{place: place{before + 1, 1}}
	case 1:
		b := builder{sheet: s, before: before}
		return b.build(bodies[0], 0)
	}
	s.at(placeOf(bodies[1], before), severalDocuments())
	return nil
}

// errUnreadable stands for a text that the YAML library gives up on.
var errUnreadable = errors.New("unreadable")

// parse guards the library call: it is known to panic on some broken input.
func parse(text string) (file *ast.File, err error) {
	defer func() {
		if recover() != nil {
			file, err = nil, errUnreadable
		}
	}()
	return parser.ParseBytes([]byte(text), 0)
}

func tooDeep(text string) (line int, yes bool) {
	open := 0
	line = 1
	for len(text) > 0 {
		next := strings.IndexByte(text, '\n')
		if next < 0 {
			next = len(text) - 1
		}
		if next > lineLimit {
			return line, true
		}
		open += strings.Count(text[:next], "[") + strings.Count(text[:next], "{")
		if open > openLimit {
			return line, true
		}
		text = text[next+1:]
		line++
	}
	return 0, false
}

// openQuote finds the first value that starts with a quotation mark and does
// not end on its line. Where a text cannot be read that is the likeliest cause,
// and the library tells of it lines further down.
func openQuote(text string) (place, bool) {
	for i, line := range strings.Split(text, "\n") {
		value := strings.TrimLeft(line, " -")
		if _, after, ok := strings.Cut(value, ": "); ok && !strings.HasPrefix(value, "\"") {
			value = strings.TrimSpace(after)
		}
		if strings.HasPrefix(value, "\"") && strings.Count(strings.ReplaceAll(value, "\\\"", ""), "\"")%2 == 1 {
			return place{i + 1, strings.Index(line, value) + 1}, true
		}
	}
	return place{}, false
}

func yamlPlace(err error, before int) place {
	var at yaml.Error
	if errors.As(err, &at) {
		if t := at.GetToken(); t != nil && t.Position != nil {
			return place{t.Position.Line + before, t.Position.Column}
		}
	}
	return place{before + 1, 1}
}

func placeOf(n ast.Node, before int) place {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return place{t.Position.Line + before, t.Position.Column}
	}
	return place{before + 1, 1}
}

// builder turns the library's tree into nodes and refuses what packs do not
// use.
type builder struct {
	sheet  *sheet
	before int
}

func (b *builder) build(n ast.Node, depth int) *node {
	at := placeOf(n, b.before)
	if depth > depthLimit {
		b.sheet.at(at, tooNested())
		return nil
	}
	switch n := n.(type) {
	case *ast.NullNode:
		return &node{place: at}
	case *ast.StringNode:
		return &node{place: at, shape: scalar, text: strings.TrimSpace(n.Value)}
	case *ast.LiteralNode:
		return &node{place: at, shape: scalar, text: strings.TrimSpace(n.Value.Value)}
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return &node{place: at, shape: scalar, text: strings.TrimSpace(n.GetToken().Value)}
	case *ast.SequenceNode:
		return b.list(n, at, depth)
	case *ast.MappingNode:
		if n.IsFlowStyle {
			b.sheet.at(at, flowMapping())
			return nil
		}
		return b.mapping(n.Values, depth)
	case *ast.MappingValueNode:
		return b.mapping([]*ast.MappingValueNode{n}, depth)
	}
	b.sheet.at(at, notUsed())
	return nil
}

func (b *builder) list(n *ast.SequenceNode, at place, depth int) *node {
	out := &node{place: at, shape: list}
	for _, value := range n.Values {
		item := b.build(value, depth+1)
		if item == nil {
			return nil
		}
		out.items = append(out.items, item)
	}
	return out
}

func (b *builder) mapping(values []*ast.MappingValueNode, depth int) *node {
	out := &node{shape: mapping}
	for i, value := range values {
		at := placeOf(value.Key, b.before)
		if i == 0 {
			out.place = at
		}
		switch value.Key.(type) {
		case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode:
		default:
			b.sheet.at(at, notUsed())
			return nil
		}
		child := b.build(value.Value, depth+1)
		if child == nil {
			return nil
		}
		if child.shape == empty {
			child.place = at
		}
		name := strings.TrimSpace(value.Key.GetToken().Value)
		out.keys = append(out.keys, entry{place: at, name: name, value: child})
	}
	return out
}
