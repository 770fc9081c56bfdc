package walk

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
)

// railKey takes the keys of the list of steps while it has the focus.
func (s *Screen) railKey(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	if msg.Keystroke() == "esc" || key.Matches(msg, walkKeys.Steps) {
		s.unrail()
		return screen.Intent{}, nil
	}
	if r := s.rail.Update(msg); r.Chosen >= 0 {
		places := s.p.Places()
		s.unrail()
		if r.Chosen < len(places) {
			return s.goTo(places[r.Chosen].Step), nil
		} else {
			return s.do(wordLength), nil
		}
	}
	return screen.Intent{}, nil
}

func (s *Screen) unrail() {
	s.railed = false
	s.rail.Blur()
	s.layout()
}

// pageKey takes the keys of the page. None is a letter: somebody who writes on
// after going to the next step would press it. False leaves the key to the walk.
func (s *Screen) pageKey(msg tea.KeyPressMsg) (screen.Intent, bool) {
	switch {
	case key.Matches(msg, walkKeys.Copy):
		return s.do(wordCopy), true
	case key.Matches(msg, walkKeys.Export):
		return s.do(wordExport), true
	case key.Matches(msg, walkKeys.Finish):
		return s.do(wordFinish), true
	case key.Matches(msg, walkKeys.Forward):
		s.paging = false
		return screen.Intent{}, true
	}
	return screen.Intent{}, s.page.Update(msg)
}

func (s *Screen) guideKey(msg tea.KeyPressMsg) (screen.Intent, tea.Cmd) {
	if msg.Keystroke() == "esc" || key.Matches(msg, walkKeys.Guidance) {
		s.guide.focused = false
		if s.guide.lent {
			s.showGuidance(s.form.step)
		}
		s.layout()
		return screen.Intent{}, nil
	}
	s.guide.pager.Update(msg)
	return screen.Intent{}, nil
}
