package journal

import (
	"errors"
	"testing"
)

func TestPickChoice_takesTheNearestWayThatFits(t *testing.T) {
	choices := []Choice{
		{ID: "court", Label: "Ready for court. Before a supervision order."},
		{ID: "supervision-session", Label: "A supervision session. One family at a time."},
		{ID: "back", Label: "Back from supervision. Two minutes."},
		{ID: "before", Label: "Before a visit. What you expect."},
		{ID: "after", Label: "After a visit. What surprised you."},
	}
	for typed, want := range map[string]string{
		"3": "back", "AFTER": "after", "A supervision s": "supervision-session", "session": "supervision-session",
		"ready": "court", "order": "court", "from superv": "back", "surprised": "after", "before": "before",
	} {
		if c, err := PickChoice(choices, typed); err != nil || c.ID != want {
			t.Errorf("%q gives %q, %v", typed, c.ID, err)
		}
	}
	for typed, want := range map[string]int{"visit": 2, "supervision s": 0, "supervision": 0, "zebra": -1, "": -1, "9": -1} {
		c, err := PickChoice(choices, typed)
		var several *Several
		switch {
		case errors.As(err, &several):
			if len(several.Choices) != want {
				t.Errorf("%q fits %d", typed, len(several.Choices))
			}
		case err == nil && (want != 0 || c.ID != "supervision-session"), err != nil && want >= 0:
			t.Errorf("%q gives %q, %v", typed, c.ID, err)
		}
	}
}

func TestFurther_isWhatAnExcerptSaysBeyondTheTitle(t *testing.T) {
	const title = "He says he is close to it..."
	for excerpt, want := range map[string]string{
		"He says he is close to it":                      "",
		"is close to it.":                                "",
		"he is close to it. Dad up and dressed.":         "Dad up and dressed.",
		"He says he is close to it. Dad up and dressed.": "Dad up and dressed.",
		"Mum rang at nine.":                              "Mum rang at nine.",
		"":                                               "",
	} {
		if got := (Hit{Summary: Summary{Title: title}, Excerpt: excerpt}).Further(); got != want {
			t.Errorf("%q gives %q", excerpt, got)
		}
	}
}
