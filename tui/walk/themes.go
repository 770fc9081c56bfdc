package walk

import (
	"strings"

	"sounding/journal"
	"sounding/tui/screen"
)

// themePage begins the id of the page of a theme.
const themePage = "theme/"

// readThemes lays the pages of the themes that were chosen over the step: what
// a supervisor would ask, who has influence, what not to do first, and the law.
func (s *Screen) readThemes() screen.Intent {
	var parts []string
	for _, id := range s.p.Reflection.Themes {
		if s.opt.Pages == nil {
			break
		}
		if page, ok := s.opt.Pages(themePage + id); ok {
			parts = append(parts, "# "+page.Title+"\n\n"+strings.TrimSpace(page.Body))
		}
	}
	if len(parts) == 0 {
		return screen.Intent{Say: sayNoThemes}
	}
	s.guide.show(strings.Join(parts, "\n\n"))
	s.guide.lent = true
	s.guide.toggle()
	s.layout()
	return screen.Intent{}
}

// showGuidance puts the step's own guidance back in its place; the second time
// through, what was written the first time.
func (s *Screen) showGuidance(step *journal.Step) {
	if s.nested {
		s.guide.showPlain(s.firstTime(step))
		return
	}
	s.guide.show(s.guidance(step))
}
