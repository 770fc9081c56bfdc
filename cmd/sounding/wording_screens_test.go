package main

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sounding/internal/termtest"
	"sounding/journal"
	"sounding/tui/screen"
)

// hasNames is a paragraph with much in it that could name somebody, all of it made
// up; the number is one that is kept for drama.
const hasNames = "Kasia Nowak, 7, told Mrs Adeyemi at Oakfield Primary that Sarah shouts. Ring 07700 900123."

// hasJudgement is a paragraph whose wording is worth another look.
const hasJudgement = "Mum refuses to engage and is hard to reach. She clearly does not care."

// onlyDescribes is a text that only describes.
const onlyDescribes = "I went to the house on Tuesday. Mum was there. She showed me the room. We looked at the window. Then I left and rang school."

// wordScene is a scene of what is told of words, with what is done to the
// reflection and to the settings first.
type wordScene struct {
	scene
	before func(*journal.Reflection, *journal.Preferences)
}

// set puts the scene's reflection into a vault and opens the screen.
func (sc wordScene) set(t testing.TB, d *desk, width, height int) *stage {
	t.Helper()
	r, p := heron(t), d.Preferences()
	sc.before(&r, &p)
	if err := d.SetPreferences(p); err != nil {
		t.Fatal(err)
	}
	return newStage(t, d, sc.at(string(d.keep(t, r))), width, height)
}

// play presses the scene's keys. A name that begins with "to:" stands for as many
// times down as lead to the row of that name.
func (sc wordScene) play(s *stage) {
	for _, key := range sc.keys {
		row, down := strings.CutPrefix(key, "to:")
		for i := 0; down && i < 30 && !strings.Contains(s.frame().Content, "> "+row); i++ {
			s.press("down")
		}
		if !down {
			s.press(key)
		}
	}
}

// answered sets an answer of a reflection.
func answered(r *journal.Reflection, step, prompt, text string) {
	r.Answers = slices.DeleteFunc(r.Answers, func(a journal.Answer) bool { return a.Step == step && a.Prompt == prompt })
	r.Answers = append(r.Answers, journal.Answer{Step: step, Prompt: prompt, Text: text})
}

func withNames(r *journal.Reflection, _ *journal.Preferences) {
	answered(r, "focus", "dilemma", hasNames)
}

func withWording(how string) func(*journal.Reflection, *journal.Preferences) {
	return func(r *journal.Reflection, p *journal.Preferences) {
		p.Wording = how
		answered(r, "focus", "dilemma", hasJudgement)
	}
}

func guardedBy(prompt string) func(*journal.Reflection, *journal.Preferences) {
	return func(r *journal.Reflection, _ *journal.Preferences) { answered(r, "conversation", prompt, journal.Yes) }
}

// toDilemma leads from the walk to the question that holds the dilemma.
func toDilemma() []string {
	return afterwards(toStep("2"), append(slices.Repeat([]string{"shift+tab"}, 9), "tab", "tab", "tab")...)
}

func toStep(number string) []string { return []string{"ctrl+g", number, "enter"} }

func afterwards(keys []string, more ...string) []string {
	return append(append([]string{}, keys...), more...)
}

func wordScenes() []wordScene {
	home := func(string) screen.Route { return screen.Route{Name: screen.Home} }
	walk := func(id string) screen.Route { return screen.Route{Name: screen.Walk, ID: id} }
	export := func(id string) screen.Route { return screen.Route{Name: screen.Export, ID: id} }
	asItIs := func(*journal.Reflection, *journal.Preferences) {}
	toSaid := afterwards(toStep("8"), "tab", "tab", "tab", "tab", "tab")
	word := func(w string) []string { return []string{"ctrl+o", w, "enter"} }
	disagreed := func(_ *journal.Reflection, p *journal.Preferences) {
		p.Object(journal.AboutWording, "blame:hard to reach")
		p.Object(journal.AboutName, "name:sarah")
		p.Object(journal.AboutDepth, "case-reflection.gut")
	}
	return []wordScene{
		{scene{"talk-form", walk, toSaid}, asItIs},
		{scene{"talk-new", walk, afterwards(toSaid, "tab", "tab", "Why did you let him in?")}, asItIs},
		{scene{"talk-together", walk, afterwards(toStep("8"), "f7")}, asItIs},
		{scene{"talk-child-telling", walk, afterwards(toStep("8"), "tab", "tab")}, guardedBy("telling")},
		{scene{"talk-control", walk, afterwards(toStep("8"), "tab", "tab", "tab")}, guardedBy("control")},
		{scene{"talk-guarded-look", walk, afterwards(toStep("8"), "f7")}, guardedBy("telling")},
		{scene{"talk-guarded-rehearse", walk, afterwards(toStep("8"), word("rehearse")...)}, guardedBy("control")},
		{scene{"rehearse", walk, afterwards(toStep("8"), word("rehearse")...)}, asItIs},
		{scene{"rehearse-heard", walk, afterwards(toStep("8"), append(word("rehearse"), "Why do you not just leave?", "enter")...)}, asItIs},
		{scene{"rehearse-together", walk, afterwards(toStep("8"), append(word("rehearse"), "What would help?", "enter", "f7")...)}, asItIs},
		{scene{"wording-off", walk, toDilemma()}, withWording("off")},
		{scene{"wording-quiet", walk, toDilemma()}, withWording("quiet")},
		{scene{"wording-on", walk, toDilemma()}, withWording("on")},
		{scene{"wording-look", walk, afterwards(toDilemma(), "f8")}, withWording("on")},
		{scene{"wording-disagree", walk, afterwards(toDilemma(), "f9")}, withWording("on")},
		{scene{"names-line", walk, toDilemma()}, func(r *journal.Reflection, p *journal.Preferences) {
			p.Names = true
			withNames(r, p)
		}},
		{scene{"depth", walk, afterwards(toStep("3"), "ctrl+n")}, func(r *journal.Reflection, p *journal.Preferences) {
			p.Depth = true
			answered(r, "gut", "hunch", onlyDescribes)
		}},
		{scene{"names", walk, word("names")}, withNames},
		{scene{"names-none", walk, word("names")}, func(r *journal.Reflection, _ *journal.Preferences) {
			*r = journal.Reflection{Walk: r.Walk, WalkVersion: r.WalkVersion, Length: r.Length, Status: r.Status}
		}},
		{scene{"names-all", walk, afterwards(word("names"), "a")}, withNames},
		{scene{"names-put", walk, afterwards(word("names"), "a", "p")}, withNames},
		{scene{"names-back", walk, afterwards(word("names"), "a", "p", "u")}, withNames},
		{scene{"copy-names", walk, []string{"ctrl+g", "1", "1", "enter", "ctrl+y"}}, withNames},
		{scene{"export-place", export, []string{"1", "enter"}}, asItIs},
		{scene{"export-names", export, []string{"1", "enter", "enter"}}, withNames},
		{scene{"export-each", export, []string{"1", "enter", "enter", "l"}}, withNames},
		{scene{"export-chosen", export, []string{"1", "enter", "enter", "l", "down", "r", "enter"}}, withNames},
		{scene{"settings-wording", home, []string{"s", "to:Wording, while I write", "enter"}}, disagreed},
		{scene{"settings-disagreed-words", home, []string{"s", "to:What you disagreed with", "enter"}}, disagreed},
	}
}

func TestWordScreens_lookAsTheyDid(t *testing.T) {
	t.Setenv("HOME", "/home/someone") // the place that is proposed for a file
	for _, sc := range wordScenes() {
		t.Run(sc.name, func(t *testing.T) {
			for _, size := range termtest.GoldenSizes() {
				s := sc.set(t, newTestDesk(t), size.Width, size.Height)
				sc.play(s)
				termtest.GoldenFrame(t, "screens/"+sc.name, s.frame())
			}
		})
	}
}

func TestWordScreens_stayInsideTheWindow(t *testing.T) {
	for _, sc := range wordScenes() {
		t.Run(sc.name, func(t *testing.T) {
			s := sc.set(t, newTestDesk(t), 80, 24)
			sc.play(s)
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
