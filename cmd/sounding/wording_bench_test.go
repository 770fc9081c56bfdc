//go:build unix

package main

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"sounding/journal"
	"sounding/tui/screen"
)

// mixed is text of about a length, in paragraphs of a few lines, in which there
// is something to say of wording and of names in one paragraph in five.
func mixed(length int) string {
	plain := strings.TrimSpace(prose(500))
	var out []string
	for size := 0; size < length; size += len(plain) + 1 {
		text := plain
		if len(out)%5 == 4 {
			text = fmt.Sprintf("%s Mum number %d is hard to reach, and Sarah Khan rang.", plain, len(out))
		}
		out = append(out, strings.ReplaceAll(text, "\n", " "))
	}
	return strings.Join(out, "\n")[:length]
}

// One key in the walk's editor to the frame with wording and names on: what is
// looked at is looked at away from the key. The budget is p99 4 ms. The look
// itself, and taking up what it found, are measured beside it.
func BenchmarkKey_withWordingAndNames(b *testing.B) {
	for _, length := range []int{100, 1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(length), func(b *testing.B) {
			d := newTestDesk(b)
			p := d.Preferences()
			p.Wording, p.Names = "on", true
			if err := d.SetPreferences(p); err != nil {
				b.Fatal(err)
			}
			d.keep(b, journal.Reflection{
				Walk: "what-so-what", WalkVersion: 1, Status: journal.StatusDraft, At: "what",
				Answers: []journal.Answer{{Step: "what", Prompt: "cannot-wait", Text: "no"}, {Step: "what", Prompt: "happened", Text: mixed(length)}},
			})
			s := newStage(b, d, screen.Route{Name: screen.Home}, 80, 24)
			s.press("enter", "tab", "ctrl+a", "right") // continue, at the end of the text
			if s.press(" hard to reach "); !strings.Contains(s.app.View().Content, "F8") {
				b.Fatalf("nothing is said of the wording:\n%s", s.app.View().Content)
			}
			var keys, looks []time.Duration
			for i := 0; b.Loop(); i++ {
				letter := rune('a' + i%26)
				if i%6 == 5 {
					letter = ' '
				}
				started := time.Now()
				_, cmd := s.app.Update(tea.KeyPressMsg{Code: letter, Text: string(letter)})
				_ = s.app.View()
				keys = append(keys, time.Since(started))
				started = time.Now()
				s.run(cmd)
				looks = append(looks, time.Since(started))
			}
			b.ReportMetric(mean(looks), "ms/look")
			percentile(b, keys)
		})
	}
}

// mean is the mean of what was measured, in milliseconds.
func mean(taken []time.Duration) float64 {
	var sum time.Duration
	for _, t := range taken {
		sum += t
	}
	return float64(sum.Microseconds()) / 1000 / float64(len(taken))
}
