package main

import (
	"os"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sounding/export"
	"sounding/internal/termtest"
	"sounding/journal"
	"sounding/tui/screen"
)

// heron is a reflection with something of every kind in it.
func heron(t testing.TB) journal.Reflection {
	t.Helper()
	data, err := os.ReadFile("testdata/heron.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := export.ReadReflection(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// scene is a screen with the keys that lead to it.
type scene struct {
	name string
	at   func(id string) screen.Route
	keys []string
}

func scenes() []scene {
	home := func(string) screen.Route { return screen.Route{Name: screen.Home} }
	walk := func(id string) screen.Route { return screen.Route{Name: screen.Walk, ID: id} }
	step := func(n string) []string { return []string{"ctrl+g", n, "enter"} }
	return []scene{
		{"unlock", func(string) screen.Route { return screen.Route{Name: screen.Unlock} }, nil},
		{"first", func(string) screen.Route { return screen.Route{Name: screen.First} }, nil},
		{"first-passphrase", func(string) screen.Route { return screen.Route{Name: screen.First} }, []string{"enter", "green window"}},
		{"home", home, nil},
		{"new", home, []string{"n"}},
		{"new-length", home, []string{"n", "down", "enter"}},
		{"walk-arrive", walk, step("1")},
		{"walk-focus", walk, step("2")},
		{"walk-gut", walk, step("3")},
		{"walk-hypotheses", walk, step("4")},
		{"walk-evidence", walk, step("5")},
		{"walk-weigh", walk, step("6")},
		{"walk-weigh-grid", walk, append(step("6"), "f6")},
		{"walk-weigh-story", walk, append(step("6"), "f6", "f6")},
		{"walk-second-look", walk, step("7")},
		{"walk-conversation", walk, step("8")},
		{"walk-principles", walk, step("9")},
		{"walk-next", walk, []string{"ctrl+g", "1", "0", "enter"}},
		{"walk-page", walk, []string{"ctrl+g", "1", "1", "enter"}},
		{"walk-rail", walk, []string{"ctrl+g"}},
		{"walk-guidance", walk, append(step("4"), "f2")},
		{"walk-word", walk, []string{"ctrl+o", "fin"}},
		{"walk-length", walk, []string{"ctrl+t"}},
		{"walk-finish", walk, []string{"ctrl+o", "finish", "enter"}},
		{"read", func(id string) screen.Route { return screen.Route{Name: screen.Home} }, []string{"/", "enter"}},
		{"read-page", func(id string) screen.Route { return screen.Route{Name: screen.Home} }, []string{"/", "enter", "p"}},
		{"find", home, []string{"/", "bruise"}},
		{"versions", home, []string{"/", "enter", "v"}},
		{"export", home, []string{"/", "enter", "e"}},
		{"trash", home, []string{"t"}},
		{"settings", home, []string{"s"}},
		{"settings-idle", home, []string{"s", "down", "down", "enter"}},
		{"help", home, []string{"f1"}},
		{"library", home, []string{"l"}},
		{"walk-theme", walk, append(step("2"), "ctrl+o", "theme", "enter")},
		{"walk-theme-why", walk, append(step("8"), "tab", "tab", "tab", "tab")},
		{"library-page", home, []string{"l", "cares", "enter"}},
		{"library-page-end", home, []string{"l", "cares", "enter", "end"}},
		{"library-shelf", home, []string{"l", "down", "enter"}},
		{"library-search", home, []string{"l", "bias"}},
		{"library-nothing", home, []string{"l", "zebra"}},
		{"library-theme", home, []string{"l", "enter", "down", "down", "down", "down", "enter", "pgdown", "pgdown"}},
		{"library-framework", home, []string{"l", "end", "up", "enter", "end", "enter"}},
		{"library-link", home, []string{"l", "oars", "enter", "1"}},
		{"library-use", home, []string{"l", "oars", "enter", "u"}},
		{"library-use-new", home, []string{"l", "oars", "enter", "u", "n"}},
		{"library-use-there", home, []string{"l", "oars", "enter", "u", "1"}},
		{"standards", home, []string{"a"}},
		{"standards-day", home, []string{"a", "d", "1 May 2027", "enter"}},
		{"standards-day-unclear", home, []string{"a", "d", "some day", "enter"}},
		{"standards-framework", home, []string{"a", "down", "enter"}},
		{"standards-one", home, []string{"a", "down", "enter", "down", "down", "down", "down", "down", "down", "enter"}},
		{"standards-none", home, []string{"a", "enter", "enter"}},
		{"leave", home, []string{"ctrl+c"}},
	}
}

func TestScreens_lookAsTheyDid(t *testing.T) {
	for _, sc := range scenes() {
		t.Run(sc.name, func(t *testing.T) {
			for _, size := range termtest.GoldenSizes() {
				d := newTestDesk(t)
				id := string(d.keep(t, heron(t)))
				s := newStage(t, d, sc.at(id), size.Width, size.Height)
				s.press(sc.keys...)
				termtest.GoldenFrame(t, "screens/"+sc.name, s.frame())
			}
		})
	}
}

func TestScreens_sayThatTheWindowIsTooSmall(t *testing.T) {
	d := newTestDesk(t)
	s := newStage(t, d, screen.Route{Name: screen.Home}, 40, 10)
	termtest.GoldenFrame(t, "screens/too-small", s.frame())
}

// Whatever is pressed, at any size: no line is wider than the screen, there are
// no more lines than rows, the cursor is inside, and nothing panics.
func TestScreens_stayInsideTheWindow(t *testing.T) {
	d := newTestDesk(t)
	r := heron(t)
	r.Hypotheses[0].Text = "ünïcode 👩‍👩‍👧 \x1b[31mred\x1b[0m \u202eback " + r.Hypotheses[0].Text
	id := string(d.keep(t, r))
	for _, sc := range scenes() {
		t.Run(sc.name, func(t *testing.T) {
			s := newStage(t, d, sc.at(id), 80, 24)
			s.press(sc.keys...)
			for _, size := range termtest.OddSizes() {
				s.send(tea.WindowSizeMsg{Width: size.Width, Height: size.Height})
				termtest.MustCheck(t, s.frame())
			}
			for _, keys := range []string{"tab", "down", "pgdown", "end", "up", "home", "shift+tab", "left", "right"} {
				s.press(keys)
				termtest.MustCheck(t, s.frame())
			}
		})
	}
}
