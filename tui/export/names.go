package export

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sounding/language"
	"sounding/tui/screen"
	"sounding/tui/widget"
)

// check looks for what could name somebody, and asks once if there is any. What
// was chosen before, here or in the review, is not asked again.
func (s *Screen) check() (screen.Intent, tea.Cmd) {
	found, err := s.desk.FoundIn(s.id, s.form)
	if err != nil {
		return screen.Intent{Err: err}, nil
	}
	if _, chosen := s.desk.Chosen(s.id); chosen || len(found) == 0 {
		return screen.Intent{}, s.write()
	}
	return screen.Intent{Ask: s.askNames(found)}, nil
}

func (s *Screen) askNames(found []language.Identified) *screen.Question {
	return &screen.Question{
		Text: askNames, Detail: nameList(found) + " " + namesDetail, Cancel: 3,
		Choices: []screen.Option{
			{Key: "r", Label: labelReplace}, {Key: "l", Label: labelLook}, {Key: "w", Label: labelWrite}, {Key: "b", Label: labelBack},
		},
		Answer: func(choice int) (screen.Intent, tea.Cmd) {
			switch choice {
			case 0:
				s.desk.Choose(s.id, every(found))
				return screen.Intent{}, s.write()
			case 1:
				at := screen.NamesCopy
				if s.desk.OnlyPage(s.form) {
					at = screen.NamesPage
				}
				return screen.Intent{Open: &screen.Route{Name: screen.Names, ID: string(s.id), At: at}}, nil
			case 2:
				s.desk.Choose(s.id, map[string]bool{})
				return screen.Intent{}, s.write()
			}
			return screen.Intent{}, nil
		},
	}
}

// every chooses all that can be replaced.
func every(found []language.Identified) map[string]bool {
	out := map[string]bool{}
	for _, f := range found {
		if f.Replacement != "" {
			out[f.Key()] = true
		}
	}
	return out
}

// listed is how many findings the question names; the review shows all.
const listed = 5

// nameList says what was found: the first few by their words, then how many
// more.
func nameList(found []language.Identified) string {
	var parts []string
	for i, f := range found {
		if i == listed {
			parts = append(parts, fmt.Sprintf(andMore, len(found)-listed))
			break
		}
		parts = append(parts, f.Kind.Words()+": "+widget.Truncate(widget.CleanLine(f.Text), 40))
	}
	return strings.Join(parts, "; ") + "."
}

// chosenLine says what becomes of the names in the file, once that was chosen.
func (s *Screen) chosenLine() string {
	keys, chosen := s.desk.Chosen(s.id)
	found, err := s.desk.FoundIn(s.id, s.form)
	if !chosen || err != nil {
		return ""
	}
	replaced := 0
	for _, f := range found {
		if keys[f.Key()] {
			replaced++
		}
	}
	return fmt.Sprintf(sayChosen, replaced, len(found)-replaced)
}

// The words about names.
const (
	askNames     = "Some of this could name somebody."
	namesDetail  = "The check cannot find everything. Read it yourself as well."
	andMore      = "and %d more"
	labelReplace = "Replace them in the file"
	labelLook    = "Look at each first"
	labelWrite   = "Write it as it is"
	labelBack    = "Go back"
	sayChosen    = "In the file, replaced: %d; left as they are: %d. Enter writes it."
)
