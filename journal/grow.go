package journal

import (
	"strings"
	"time"
)

// Grow begins a reflection of a walk from a jot: the jot's lines become the
// opening, in their order, its subject and themes come along, and nothing has
// to be typed again. The jot itself is not changed.
func Grow(jot *Reflection, w *Walk, length Length, id ID, now time.Time) (Reflection, error) {
	r, err := Begin(w, length, id, now)
	if err != nil {
		return Reflection{}, err
	}
	r.Subject, r.Themes = jot.Subject, clone(jot.Themes)
	var lines []string
	for _, a := range jot.Answers {
		if text := strings.TrimSpace(a.Text); text != "" && text != Yes && text != No {
			lines = append(lines, text)
		}
	}
	for i := range w.Steps {
		s := &w.Steps[i]
		for j := range s.Prompts {
			if s.Prompts[j].Role == RoleOpening {
				r.write(s, &s.Prompts[j], strings.Join(lines, "\n"))
				return r, nil
			}
		}
	}
	return r, nil
}
