package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"sounding/internal/termtest"
)

// What is shown as a picture on the screen is said as sentences in plain lines:
// held whole, so that a change to any of the words is looked at.
func TestLinear_readsTheComparisonTheSignsAndTheOtherViewAsItDid(t *testing.T) {
	for _, c := range []struct{ name, in string }{
		{"weigh", "steps\n6\ngrid\nstory\nwithout e3\nstop\n"},
		{"evidence", "steps\n5\nvoices\nexpected\nstop\n"},
		{"second-look", "steps\n7\nsigns\nstop\n"},
		{"differs", "steps\n7\nagain\nNobody meant any harm.\n.\nSomething happens at school.\n.\nstop\nstop\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newTestDesk(t)
			out, _ := plainly(t, d, d.keep(t, agreed(t)), c.in)
			termtest.Golden(t, "linear/"+c.name, out)
		})
	}
}

func TestLinear_readsWhatIsDueAndTheInsightsAsItDid(t *testing.T) {
	for _, c := range []struct{ name, in string }{
		{"due", "due\n\nleave\n"},
		{"decisions", "due\ndecisions\n\nleave\n"},
		{"returns", "due\nreturns\n\nleave\n"},
		{"insights", "insights\n1\n1\n4\n1\n8\n\nleave\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newTestDesk(t)
			d.keep(t, agreed(t))
			aYear(t, d)
			var out bytes.Buffer
			if err := plainApp(d).Run(context.Background(), strings.NewReader(c.in), &out); err != nil {
				t.Fatal(err)
			}
			termtest.Golden(t, "linear/"+c.name, out.String())
		})
	}
}
