package widget

import (
	"regexp"
	"strconv"
	"strings"
)

// The Markdown renderer wraps the lines of a list back to its left edge, where
// they look like items of their own. So a page is cut at its lists, each item is
// rendered by itself in what room is left of it, and its lines hang under the
// first.

// part is a stretch of a page: the text of one item with the mark that stands
// before it, or, without a mark, what lies between lists.
type part struct {
	mark  string
	text  []string
	apart bool // a blank line stands before it
}

// listDepth is how many lists inside one another get room of their own.
const listDepth = 4

var (
	itemLine  = regexp.MustCompile(`^( {0,3})([-*+]|\d{1,9}[.)])( {1,4})(\S.*)$`)
	ruledLine = regexp.MustCompile(`^ {0,3}([-*_=] *)+$`)
	blockLine = regexp.MustCompile("^ {0,3}(#{1,6} |>|```|~~~)")
	fenceLine = regexp.MustCompile("^ {0,3}(```|~~~)")
)

// partsOf cuts a page at its list items. What stands between fences is left
// whole.
func partsOf(source string) []part {
	c := cutter{}
	for _, line := range strings.Split(source, "\n") {
		c.take(line)
	}
	c.end()
	return c.parts
}

// cutter takes a page line by line.
type cutter struct {
	parts  []part
	now    part
	indent int // how far the text of the open item stands in; 0 outside a list
	number int // the number of the open item, where its list is counted
	blank  bool
	fenced bool
}

func (c *cutter) take(line string) {
	if fenceLine.MatchString(line) && c.indent == 0 {
		c.fenced = !c.fenced
	}
	switch found := itemLine.FindStringSubmatch(line); {
	case c.fenced:
		c.add(line)
	case strings.TrimSpace(line) == "":
		c.blank = true
	case found != nil && !ruledLine.MatchString(line) && c.begins(found):
		c.item(found)
	case c.indent > 0 && indentOf(line) < c.indent && (c.blank || blockLine.MatchString(line)):
		c.end()
		c.add(line)
	case c.indent > 0:
		c.add(line[min(indentOf(line), c.indent):])
	default:
		c.add(line)
	}
}

// begins says whether a line that looks like an item is one: further in it
// belongs to the open item, and a number in the middle of a paragraph is a
// number.
func (c *cutter) begins(found []string) bool {
	if c.indent > 0 {
		return len(found[1]) < c.indent
	}
	counted := found[2][0] >= '0' && found[2][0] <= '9'
	return !counted || c.blank || len(c.now.text) == 0 || found[2] == "1." || found[2] == "1)"
}

func (c *cutter) item(found []string) {
	inList, number := c.indent > 0, c.number
	c.end()
	mark := "- "
	if n, err := strconv.Atoi(strings.TrimRight(found[2], ".)")); err == nil {
		if inList && number > 0 {
			n = number + 1
		}
		mark = strconv.Itoa(n) + ". "
		c.number = n
	}
	c.indent = len(found[1]) + len(found[2]) + len(found[3])
	c.now.mark = mark
	c.add(found[4])
}

// add puts a line to the open part, with the blank lines that came before.
func (c *cutter) add(line string) {
	if c.blank {
		if len(c.now.text) > 0 {
			c.now.text = append(c.now.text, "")
		} else {
			c.now.apart = len(c.parts) > 0
		}
	}
	c.blank = false
	c.now.text = append(c.now.text, line)
}

// end closes the open part. A blank line behind it stands before the next.
func (c *cutter) end() {
	if len(c.now.text) > 0 {
		c.parts = append(c.parts, c.now)
	}
	c.now, c.indent, c.number = part{}, 0, 0
}

// joined puts the lines of each paragraph together, but where a line end is
// meant: behind a backslash or two blanks.
func joined(lines []string) string {
	var out strings.Builder
	fenced := false
	for i, line := range lines {
		if fenceLine.MatchString(line) {
			fenced = !fenced
		}
		out.WriteString(line)
		switch {
		case i+1 == len(lines):
		case !fenced && flows(line) && flows(lines[i+1]) && !strings.HasSuffix(line, `\`) && !strings.HasSuffix(line, "  "):
			out.WriteByte(' ')
		default:
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// flows says whether a line is running text, which may be put together with
// the next. A number other than one cannot begin a list there.
func flows(line string) bool {
	if found := itemLine.FindStringSubmatch(line); found != nil && (len(found[2]) == 1 || found[2] == "1." || found[2] == "1)") {
		return false
	}
	return strings.TrimSpace(line) != "" && indentOf(line) < 4 && !strings.ContainsAny(line, "|<") &&
		!blockLine.MatchString(line) && !ruledLine.MatchString(line)
}

// indentOf counts the blanks that a line begins with.
func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
