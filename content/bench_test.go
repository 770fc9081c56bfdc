package content

import (
	"testing"

	"sounding/seeds"
)

// BenchmarkStart is what a start of the program waits for: the packs opened and
// the menu of walks.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		l, err := Load(Source{"built-in", seeds.Pack()})
		if err != nil {
			b.Fatal(err)
		}
		if len(l.Menu()) == 0 {
			b.Fatal("no walks")
		}
	}
}

// BenchmarkStartWithPacks is the same with two packs from outside, each checked
// whole: the adults' words, and the starter.
func BenchmarkStartWithPacks(b *testing.B) {
	starter, err := Starter()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		l, err := Load(Source{"built-in", seeds.Pack()}, Source{"adults", seeds.Adults()}, Source{"starter", starter})
		if err != nil {
			b.Fatal(err)
		}
		if len(l.Menu()) == 0 || len(l.Refused) > 0 {
			b.Fatal("no walks")
		}
	}
}

// BenchmarkWarm is everything of the built-in pack, which is read after the
// first frame.
func BenchmarkWarm(b *testing.B) {
	for b.Loop() {
		l, err := Load(Source{"built-in", seeds.Pack()})
		if err != nil {
			b.Fatal(err)
		}
		l.Warm()
	}
}

// BenchmarkWalk is the first opening of the largest walk.
func BenchmarkWalk(b *testing.B) {
	for b.Loop() {
		l, err := Load(Source{"built-in", seeds.Pack()})
		if err != nil {
			b.Fatal(err)
		}
		if _, ok := l.Walk("case-reflection"); !ok {
			b.Fatal("no walk")
		}
	}
}

// BenchmarkLibraryOpen is the library's first screen: every page's title, on
// its shelf.
func BenchmarkLibraryOpen(b *testing.B) {
	pack := many(150)
	for b.Loop() {
		l, err := Load(Source{"many", pack})
		if err != nil {
			b.Fatal(err)
		}
		if len(l.Pages()) != 150 {
			b.Fatal("pages are missing")
		}
	}
}

// BenchmarkLibrarySearch is a search over 150 pages that are open already.
func BenchmarkLibrarySearch(b *testing.B) {
	l, err := Load(Source{"many", many(150)})
	if err != nil {
		b.Fatal(err)
	}
	l.Warm()
	for b.Loop() {
		if len(l.SearchPages("child otherwise")) != 150 {
			b.Fatal("pages are missing")
		}
	}
}

// BenchmarkCheck is the check of the whole built-in pack.
func BenchmarkCheck(b *testing.B) {
	for b.Loop() {
		Check(seeds.Pack(), nil)
	}
}

// BenchmarkLabels is the built-in pack with the words of an adults' team.
func BenchmarkLabels(b *testing.B) {
	adults := seeds.Adults()
	for b.Loop() {
		l, err := Load(Source{"built-in", seeds.Pack()}, Source{"adults", adults})
		if err != nil {
			b.Fatal(err)
		}
		l.Walks()
	}
}
