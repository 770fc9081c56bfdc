package language

import "testing"

func FuzzWording(f *testing.F) {
	for _, seed := range identifierSeeds {
		f.Add(seed)
	}
	for _, seed := range []string{
		"He absconded. The LAC review was cancelled; mum failed to attend.", "“It was decided” – she was hit.",
		"IROs (independent reviewing officers) and the MARAC", "‘hard to reach’ is what's wrong with her\u0301", "\"\"'''“““",
	} {
		f.Add(seed)
	}
	tables := builtInTables(f)
	f.Fuzz(func(t *testing.T, text string) {
		checkWording(t, text, tables)
	})
}

// checkWording holds what must be true of any bytes: spans inside the text, on grapheme edges, in order and apart.
func checkWording(t *testing.T, text string, tables Tables) {
	t.Helper()
	edges := clusterEdges(text)
	end, length := 0, codePoints(text)
	for _, f := range Wording(text, tables) {
		from, to := ByteRange(text, Span{f.Start, f.End})
		switch {
		case f.Start < end || f.End <= f.Start || f.End > length:
			t.Fatalf("span %d-%d of %d code points in %q", f.Start, f.End, length, text)
		case text[from:to] != f.Text:
			t.Fatalf("text %q is not what stands at %d-%d of %q", f.Text, f.Start, f.End, text)
		case !edges[from] || !edges[to]:
			t.Fatalf("%q is not on grapheme edges of %q", f.Text, text)
		case f.Because == "":
			t.Fatalf("%q has no reason", f.Text)
		}
		end = f.End
	}
}
