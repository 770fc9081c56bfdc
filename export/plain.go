package export

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// plainLines is Markdown as plain lines: no marks, a paragraph a line, an empty
// line between blocks, lists as lists, and a link as its words with the page it
// leads to in brackets.
func plainLines(markdown string) string {
	source := []byte(markdown)
	root := goldmark.DefaultParser().Parse(text.NewReader(source))
	p := &plainWriter{source: source}
	p.blocks(root, "")
	return p.out.String()
}

type plainWriter struct {
	source []byte
	out    strings.Builder
}

// blocks writes the blocks below a node, each line after the indent.
func (p *plainWriter) blocks(parent ast.Node, indent string) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if before := n.PreviousSibling(); before != nil && before.Kind() != ast.KindTextBlock {
			p.out.WriteString("\n")
		}
		p.block(n, indent)
	}
}

func (p *plainWriter) block(n ast.Node, indent string) {
	switch n := n.(type) {
	case *ast.List:
		p.list(n, indent)
	case *ast.Blockquote:
		p.blocks(n, indent+"  ")
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			p.line(indent+"  ", strings.TrimRight(string(line.Value(p.source)), "\r\n"))
		}
	case *ast.ThematicBreak:
		p.line(indent, "")
	default:
		p.line(indent, p.inline(n))
	}
}

func (p *plainWriter) line(indent, words string) {
	p.out.WriteString(strings.TrimRight(indent+words, " ") + "\n")
}

func (p *plainWriter) list(list *ast.List, indent string) {
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "- "
		if list.IsOrdered() {
			mark = strconv.Itoa(number) + ". "
			number++
		}
		within := &plainWriter{source: p.source}
		below := indent + strings.Repeat(" ", len(mark))
		within.blocks(item, below)
		p.out.WriteString(indent + mark + strings.TrimPrefix(within.out.String(), below))
	}
}

// inline is the words of a block without their marks.
func (p *plainWriter) inline(n ast.Node) string {
	var out strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			out.WriteString(unescaped(c.Value(p.source)))
			if c.SoftLineBreak() || c.HardLineBreak() {
				out.WriteString(" ")
			}
		case *ast.String:
			out.Write(c.Value)
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if words, ok := t.(*ast.Text); ok {
					out.Write(words.Value(p.source))
				}
			}
		case *ast.AutoLink:
			out.Write(c.URL(p.source))
		case *ast.RawHTML:
			for i := range c.Segments.Len() {
				part := c.Segments.At(i)
				out.Write(part.Value(p.source))
			}
		case *ast.Link:
			words, to := p.inline(c), string(c.Destination)
			out.WriteString(words)
			if to != "" && to != words {
				out.WriteString(" (" + to + ")")
			}
		default:
			out.WriteString(p.inline(c))
		}
	}
	return out.String()
}

// unescaped takes the backslashes and entities out of a stretch of Markdown.
func unescaped(words []byte) string {
	words = util.ResolveNumericReferences(util.ResolveEntityNames(words))
	return string(util.UnescapePunctuations(words))
}
