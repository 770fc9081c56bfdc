package library

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// rendered is a page that was drawn outside the update loop.
type rendered struct {
	page   string
	width  int
	styled int
	lines  []string
}

// render draws the open page where that was not done for its width and style
// yet. A late answer for another page or width is dropped.
func (s *Screen) render() tea.Cmd {
	width := max(min(s.width, readingWidth), 1)
	if s.page == nil || s.drawn == width && s.styled == s.theme.Version {
		return nil
	}
	s.drawn, s.styled = width, s.theme.Version
	look, page, source, styled := *s.theme, s.page.ID, s.source(), s.styled
	return s.env.Do(func() tea.Msg {
		return rendered{page: page, width: width, styled: styled, lines: widget.Markdown(&look, source, width)}
	})
}

func (s *Screen) take(r rendered) {
	if s.page == nil || r.page != s.page.ID || r.width != s.drawn || r.styled != s.styled {
		return
	}
	if s.pager.Lines() > 0 {
		s.pager.UpdateLines(r.lines)
		return
	}
	s.pager.SetLines(r.lines)
	s.pager.SetTop(s.top)
}

// openPage goes to a page and reads on from a line of it.
func (s *Screen) openPage(id string, top int) {
	if page, ok := s.shelf.Page(id); ok {
		s.show(page, top)
	}
}

func (s *Screen) show(page journal.Page, top int) {
	s.page, s.typed, s.top = &page, "", top
	s.drawn = 0
	s.links = s.numbered(page)
	s.pager.Forget()
}

// refused is what is wrong with packs that were left out, as a page.
func refused(wrong []string) journal.Page {
	var body strings.Builder
	fmt.Fprintf(&body, "%s\n", sayRefused)
	for _, line := range wrong {
		fmt.Fprintf(&body, "\n- %s", asText.Replace(journal.VisibleLine(line)))
	}
	return journal.Page{Title: titleRefused, Body: body.String()}
}

// asText keeps what a file is called from being taken for Markdown.
var asText = strings.NewReplacer("\\", `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "<", `\<`, "`", "\\`")

// numbered lists the pages that a page leads to: in the order of its text, then
// those that link to it.
func (s *Screen) numbered(page journal.Page) []string {
	var out []string
	for _, id := range append(slices.Clone(page.Links), s.shelf.BackLinks(page.ID)...) {
		if _, ok := s.shelf.Page(id); ok && id != page.ID && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// linked is a link in a page's Markdown.
var linked = regexp.MustCompile(`\[([^\[\]\n]+)\]\(([^()\s]+)\)`)

// numberLinks puts the number of each link behind its words. What leads out of
// the library keeps its address; what leads nowhere is words alone.
func (s *Screen) numberLinks(body string) string {
	return linked.ReplaceAllStringFunc(body, func(found string) string {
		parts := linked.FindStringSubmatch(found)
		words, target := parts[1], parts[2]
		if strings.Contains(target, ":") {
			return words + " (" + target + ")"
		}
		target, _, _ = strings.Cut(strings.TrimSuffix(target, ".md"), "#")
		n := slices.Index(s.links, target)
		if n < 0 {
			n = slices.Index(s.links, target[strings.LastIndexByte(target, '/')+1:])
		}
		if n < 0 {
			return words
		}
		return "**" + words + "** \\[" + strconv.Itoa(n+1) + "\\]"
	})
}

// source is the page with what stands below every page: the pages that lead
// here, the step it belongs to, its standards, its sources and its date.
func (s *Screen) source() string {
	var out strings.Builder
	body := s.numberLinks(s.page.Body)
	fmt.Fprintf(&out, "# %s\n\n%s\n", s.page.Title, body)
	var others []string
	for i, id := range s.links {
		mark := "\\[" + strconv.Itoa(i+1) + "\\]"
		if to, ok := s.shelf.Page(id); ok && !strings.Contains(body, mark) {
			others = append(others, to.Title+" "+mark)
		}
	}
	section(&out, headingOthers, others)
	if walk, step, ok := s.place(); ok {
		section(&out, headingUse, []string{fmt.Sprintf(sayPlace, step.Label, walk.Title)})
	}
	section(&out, headingStandards, s.shelf.StandardNames(*s.page))
	section(&out, headingSources, s.page.Sources)
	if t, ok := s.page.Checked.Time(time.UTC); ok {
		fmt.Fprintf(&out, "\n"+sayChecked+"\n", t.Format("2 January 2006"))
	}
	return out.String()
}

func section(out *strings.Builder, heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(out, "\n## %s\n\n", heading)
	for _, line := range lines {
		fmt.Fprintf(out, "- %s\n", line)
	}
}

func (s *Screen) onPage(msg tea.KeyPressMsg) screen.Intent {
	switch {
	case key.Matches(msg, keys.Back):
		if s.typed != "" {
			s.typed = ""
			return screen.Intent{Say: sayNoNumber}
		}
		s.back()
		return screen.Intent{Hush: true}
	case key.Matches(msg, keys.Follow):
		return s.number(msg.Text)
	case key.Matches(msg, keys.Open):
		if s.typed != "" {
			return s.follow()
		}
	case key.Matches(msg, keys.Use):
		return s.use()
	default:
		s.typed = ""
		s.pager.Update(msg)
	}
	return screen.Intent{}
}

// number takes one figure of a link's number, and follows it as soon as no
// other figure could come behind it.
func (s *Screen) number(figure string) screen.Intent {
	s.typed += figure
	n, err := strconv.Atoi(s.typed)
	switch {
	case err != nil || n < 1 || n > len(s.links):
		s.typed = ""
		return screen.Intent{Say: fmt.Sprintf(sayNoLink, len(s.links))}
	case n*10 > len(s.links):
		return s.follow()
	}
	return screen.Intent{Say: fmt.Sprintf(sayNumber, s.typed)}
}

func (s *Screen) follow() screen.Intent {
	n, err := strconv.Atoi(s.typed)
	s.typed = ""
	if err != nil || n < 1 || n > len(s.links) {
		return screen.Intent{}
	}
	s.trail = append(s.trail, stop{s.page.ID, s.pager.Top()})
	s.openPage(s.links[n-1], 0)
	return screen.Intent{Say: sayFollowed}
}

// back goes to the page that one came from, else to the list.
func (s *Screen) back() {
	if n := len(s.trail); n > 0 {
		from := s.trail[n-1]
		s.trail = s.trail[:n-1]
		s.openPage(from.page, from.top)
		return
	}
	s.page, s.links = nil, nil
	s.pager.Forget()
}

// pageView draws the part of the page that is in view, and says below it that
// there is more.
func (s *Screen) pageView() screen.Frame {
	more := s.theme.Styles.Muted.Render(widget.Truncate(sayMore, s.width))
	return screen.Frame{Body: s.pager.ViewWithMore(s.height, more), Cursor: s.pager.Cursor()}
}
