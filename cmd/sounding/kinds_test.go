package main

import (
	"slices"
	"testing"

	"sounding/export"
	"sounding/journal"
	"sounding/tui/linear"
	"sounding/tui/walk"
)

func TestKinds_haveEverySide(t *testing.T) {
	sides := map[string][]journal.Kind{
		"an editor in tui/walk": walk.Kinds(), "a reader in tui/linear": linear.Kinds(), "a renderer in export": export.Kinds(),
	}
	for _, spec := range journal.Kinds() {
		for side, kinds := range sides {
			if !slices.Contains(kinds, spec.Kind) {
				t.Errorf("the kind %q has no %s", spec.Kind, side)
			}
		}
	}
	for side, kinds := range sides {
		if len(kinds) != len(journal.Kinds()) {
			t.Errorf("%s is there for %d kinds of %d", side, len(kinds), len(journal.Kinds()))
		}
	}
}

// Every kind is used by the core walk or another built-in one, so that every
// side is seen.
func TestKinds_areAllUsed(t *testing.T) {
	used := map[journal.Kind]bool{}
	for _, w := range builtIn(t).Walks() {
		for _, s := range w.Steps {
			used[s.Kind] = true
		}
	}
	for _, spec := range journal.Kinds() {
		if !used[spec.Kind] {
			t.Errorf("no walk has a step of the kind %q", spec.Kind)
		}
	}
}
