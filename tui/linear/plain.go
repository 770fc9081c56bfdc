package linear

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	pageLink  = regexp.MustCompile(`\[([^\[\]\n]+)\]\(([^()\s]+)\)`)
	listMark  = regexp.MustCompile(`^\s*([-*+]|\d+[.)])\s+`)
	slanted   = regexp.MustCompile(`\*([^*\n]+)\*`)
	emphasis  = strings.NewReplacer("**", "", "__", "", "`", "")
	endOfLine = regexp.MustCompile(`[.!?:;]["”’)]*$`)
)

// plainPage writes a page's Markdown as lines to be read aloud: no marks, a
// full stop behind headings and items, each paragraph a line of its own. number
// gives the number of a page that a link leads to; none where it is no page.
func plainPage(body string, number func(target string) (int, bool)) []string {
	var out []string
	open := false // the line before goes on in the next
	for _, line := range strings.Split(body, "\n") {
		line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), ">"))
		heading := strings.TrimLeft(line, "#")
		item := listMark.MatchString(line)
		switch {
		case line == "", strings.Trim(line, "-*_=") == "":
			open = false
			continue
		case heading != line && strings.HasPrefix(heading, " "):
			out = append(out, "", ended(plainText(heading, number)))
			open = false
			continue
		}
		text := plainText(listMark.ReplaceAllString(line, ""), number)
		if open && !item {
			out[len(out)-1] += " " + text
		} else {
			if item && len(out) > 0 {
				out[len(out)-1] = ended(out[len(out)-1])
			}
			out = append(out, text)
		}
		open = true
	}
	for i, line := range out {
		out[i] = ended(line)
	}
	return out
}

// ended puts a full stop where a line ends without one, so that whoever reads
// it aloud pauses.
func ended(line string) string {
	if line == "" || endOfLine.MatchString(line) {
		return line
	}
	return line + "."
}

// followed puts more behind a line that may end as a sentence, with one mark
// between them.
func followed(line, by string) string {
	line = strings.TrimRight(line, ". ")
	if endOfLine.MatchString(line) {
		return line + " " + by
	}
	return line + ", " + by
}

func plainText(text string, number func(string) (int, bool)) string {
	text = pageLink.ReplaceAllStringFunc(text, func(found string) string {
		parts := pageLink.FindStringSubmatch(found)
		if n, ok := number(parts[2]); ok {
			return parts[1] + " (" + linkWord + " " + strconv.Itoa(n) + ")"
		}
		if strings.Contains(parts[2], ":") {
			return parts[1] + " (" + parts[2] + ")"
		}
		return parts[1]
	})
	return strings.TrimSpace(slanted.ReplaceAllString(emphasis.Replace(text), "$1"))
}
