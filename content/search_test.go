package content

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

func found(hits []Hit) string {
	var out []string
	for _, h := range hits {
		out = append(out, h.Page.ID)
	}
	return strings.Join(out, " ")
}

func TestSearchPages_ranksTitleOverText(t *testing.T) {
	l := loaded(t, outsider(map[string]string{
		"library/town/eel.md":   page("eel", "An eel and an owl", "Nothing about birds."),
		"library/town/mouse.md": page("mouse", "A mouse", strings.Repeat("Beware the owl. ", 60)),
	}))
	if got := found(l.SearchPages("owl")); got != "owl eel mouse" {
		t.Errorf("got %q", got)
	}
	if got := found(l.SearchPages("the owl at night")); got != "owl" {
		t.Errorf("got %q", got)
	}
	if got := found(l.SearchPages("OW")); got != "owl eel mouse" {
		t.Errorf("by the start of a word: %q", got)
	}
	if got := found(l.SearchPages("wl")); got != "" {
		t.Errorf("by the end of a word: %q", got)
	}
	if got := found(l.SearchPages("owl beware")); got != "mouse" {
		t.Errorf("all words: %q", got)
	}
	for _, none := range []string{"", "  ", "...", "zebra", "\x1b["} {
		if got := l.SearchPages(none); len(got) != 0 {
			t.Errorf("%q found %v", none, got)
		}
	}
}

func TestSearchPages_showsTheLineItWasFoundIn(t *testing.T) {
	body := "## Stop\n\n- **Owls** see [far](owl) in the dark.\n\n" + strings.Repeat("long ", 200) + "heron stands" + strings.Repeat(" tall", 200)
	l := loaded(t, outsider(map[string]string{"library/town/eel.md": page("eel", "Eel", body)}))
	h := l.SearchPages("far")[0]
	if h.Excerpt != "Owls see far in the dark." || h.Excerpt[h.Start:h.End] != "far" {
		t.Errorf("got %+v", h)
	}
	h = l.SearchPages("stands")[0]
	if h.Excerpt[h.Start:h.End] != "stands" || len(h.Excerpt) > excerptWidth+20 {
		t.Errorf("got %q %d %d", h.Excerpt, h.Start, h.End)
	}
	if h = l.SearchPages("patient")[0]; h.Excerpt != "Waiting and looking." || h.Start != h.End {
		t.Errorf("got %+v", h)
	}
}

// many is a pack with pages, as large as the built-in one may become.
func many(pages int) fstest.MapFS {
	pack := fstest.MapFS{packName: {Data: []byte("id: many\ntitle: Many\nversion: 1\n")}}
	text := strings.Repeat("A page tells of one idea, when it helps, and what to ask. The child sees it otherwise.\n\n", 40)
	for i := range pages {
		id := fmt.Sprintf("page-%03d", i)
		pack["library/shelf/"+id+".md"] = &fstest.MapFile{Data: []byte(page(id, "Page "+id, text))}
	}
	return pack
}

func FuzzSearch(f *testing.F) {
	l, err := Load(Source{"many", many(3)})
	if err != nil {
		f.Fatal(err)
	}
	for _, q := range []string{"child", "İ", "a\u0300", "’", "page 1", "\xff"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		for _, h := range l.SearchPages(q) {
			if h.Start < 0 || h.End < h.Start || h.End > len(h.Excerpt) {
				t.Errorf("%q: %d to %d of %q", q, h.Start, h.End, h.Excerpt)
			}
		}
	})
}
