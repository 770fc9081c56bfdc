package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"sounding/journal"
	"sounding/tui/linear"
)

// spokenApp is the linear mode with everything that is told of words, as a run
// of the program has it.
func spokenApp(d *desk) *linear.App {
	p := &Program{Now: d.now, Environ: []string{"HOME=/home/someone"}}
	app := plainApp(d)
	app.Mirror, app.Names = mirror, naming{d}
	app.Export = p.exportLines(d)
	return app
}

// spoken takes a reflection up in plain lines with some lines typed.
func spoken(t *testing.T, d *desk, id journal.ID, typed ...string) string {
	t.Helper()
	ctx := context.Background()
	r, w, err := d.Load(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := spokenApp(d).RunWalk(ctx, r, w, strings.NewReader(strings.Join(typed, "\n")+"\n"), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// talking is a reflection that is at its conversation.
func talking(t *testing.T, themes ...string) journal.Reflection {
	t.Helper()
	r := heron(t)
	r.At, r.Themes = "conversation", themes
	return r
}

func TestLinear_asksForNothingToSayWhereAChildMayBeTellingOrControlIsUsed(t *testing.T) {
	for name, c := range map[string]struct{ typed, because []string }{
		"a child may be telling": {[]string{"Kasia", "yes", "no"}, []string{"Listen. Tell me, explain, describe.", "exact words", "Do not interpret, test or promise secrecy. Then follow your procedures."}},
		"control is used":        {[]string{"Dad", "no", "yes"}, []string{"This is not a plan for that."}},
	} {
		t.Run(name, func(t *testing.T) {
			d := newTestDesk(t)
			id := d.keep(t, talking(t))
			out := spoken(t, d, id, append(c.typed, "mirror", "rehearse", "stop")...)
			mustSay(t, out, c.because...)
			_, after, _ := strings.Cut(out, "Forms and rehearsal are off here.")
			for _, asked := range []string{"What else might you say?", "What are the words?", "two minds", "How will you begin?", "This sounds like", "Aim for", "Says "} {
				if strings.Contains(after, asked) {
					t.Errorf("it says %q:\n%s", asked, after)
				}
			}
			if n := strings.Count(out, "Forms and rehearsal are off here."); n != 3 {
				t.Errorf("it is said %d times, for the answer and for two words:\n%s", n, out)
			}
			_, again, _ := strings.Cut(spoken(t, d, id, "steps", "8", "stop"), "Step 8.")
			again, _, _ = strings.Cut(again, "Step 9.")
			if !strings.Contains(again, "Forms and rehearsal are off here.") || strings.Contains(again, "Aim for") {
				t.Errorf("coming back to the step, it says\n%s", again)
			}
			if r, _, err := d.Load(context.Background(), id); err != nil || len(r.Utterances) != 2 {
				t.Errorf("what was planned before is gone: %+v, %v", r.Utterances, err)
			}
		})
	}
}

func TestLinear_rehearsesByThemeAndKeepsOnlyWhatIsTaken(t *testing.T) {
	said := map[string]bool{}
	for _, theme := range []string{"alcohol-and-drugs", "domestic-abuse", "digital"} {
		d := newTestDesk(t)
		id := d.keep(t, talking(t, theme))
		out := spoken(t, d, id, "rehearse", "Why do you not just stop?", "What would help this week?", "take 2", "mirror", "next", "stop", "stop")
		inOrder(t, out, "The other person is made up.", "speaking for leaving things as they are: ", "This sounds like a why question.", "Other ways to say it:",
			"This sounds like an open question.", "It is in your plan now.", "Open questions: 2 of 2", "speaking for a change: ", "Back in the walk.")
		_, line, _ := strings.Cut(out, "speaking for leaving things as they are: ")
		line, _, _ = strings.Cut(line, "\n")
		if said[line] {
			t.Errorf("%s has the line of another theme: %s", theme, line)
		}
		said[line] = true
		r, w, err := d.Load(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Join(d.progress(&r, &w).OwnWords(), "\n")
		if !strings.Contains(words, "What would help this week?") || strings.Contains(words, "just stop") || strings.Contains(words, line) {
			t.Errorf("kept is\n%s", words)
		}
	}
}

func TestLinear_exportAsksOnceAndSaysWhatWasFound(t *testing.T) {
	for name, c := range map[string]struct {
		typed        []string
		holds, lacks string
	}{
		"replaced": {[]string{"1"}, "Child A", "Kasia"},
		"each":     {[]string{"2", "", "1", "", "", "", "1"}, "Kasia", "07700"},
		"as it is": {[]string{"3"}, "Kasia Nowak", "Child A"},
		"none":     {[]string{"4"}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d, home := newTestDesk(t), t.TempDir()
			t.Setenv("HOME", home)
			d.keep(t, about("Heron", hasNames))
			var out bytes.Buffer
			typed := append([]string{"list", "1", "export", "2"}, append(c.typed, "", "", "leave")...)
			if err := spokenApp(d).Run(context.Background(), strings.NewReader(strings.Join(typed, "\n")+"\n"), &out); err != nil {
				t.Fatal(err)
			}
			mustSay(t, out.String(), "Some of this could name somebody.", "Kasia Nowak: name. Found because: an age stands beside it.", "07700 900123: phone number.", "read it yourself as well")
			if n := strings.Count(out.String(), "Some of this could name somebody."); n != 1 {
				t.Errorf("it asks %d times", n)
			}
			got := file(t, home)
			if c.holds == "" {
				if got != "" {
					t.Errorf("a file was written:\n%s", got)
				}
				return
			}
			if !strings.Contains(got, c.holds) || strings.Contains(got, c.lacks) {
				t.Errorf("the file is\n%s\nafter\n%s", got, out.String())
			}
		})
	}
}

func TestLinear_putsPseudonymsIntoTheNotesAndTakesThemBack(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, about("Heron", hasNames))
	out := spoken(t, d, id, "names", "1", "1", "", "", "3", "1", "names", "2", "", "stop")
	inOrder(t, out, "Nothing is changed until you say so.", "read it yourself as well", "1. Put Child A there", "Put [age 1: 5 to 9] there", "it is not shown again", "Pseudonyms stand there now.", "Put the names back?")
	got := wordsOf(t, d, id)
	if !strings.Contains(got, "Child A") || !strings.Contains(got, "Sarah") || strings.Contains(got, "07700") {
		t.Errorf("the notes read %q", got)
	}
	out = spoken(t, d, id, "names", "yes", "stop")
	mustSay(t, out, "The names are back.")
	if got := wordsOf(t, d, id); got != hasNames {
		t.Errorf("undone they read %q", got)
	}
}

func TestLinear_asksAboutDepthOnceAndTakesANo(t *testing.T) {
	d := newTestDesk(t)
	p := d.Preferences()
	p.Depth = true
	if err := d.SetPreferences(p); err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(onlyDescribes, "Tuesday", "Tuesday afternoon", 1)
	id := d.keep(t, about("Heron", text))
	out := spoken(t, d, id, "next", "2", "I felt uneasy.", ".", "back", "next", "stop")
	inOrder(t, out, "This part describes. You have not yet said what you felt, what you assumed, or what you would do differently.",
		"It went by: I went to the house on Tuesday afternoon", "There is no score in this", "Write more there", "Write on.")
	if n := strings.Count(out, "This part describes."); n != 1 {
		t.Errorf("it is said %d times", n)
	}
	if got := wordsOf(t, d, id); !strings.Contains(got, text+"\n\nI felt uneasy.") {
		t.Errorf("the notes read %q", got)
	}
	if out = spoken(t, d, id, "steps", "1", "next", "3", "stop"); !strings.Contains(out, "You have not yet said what you assumed or") {
		t.Errorf("what was felt is not taken for said:\n%s", out)
	}
	if out = spoken(t, d, id, "steps", "1", "next", "stop"); strings.Contains(out, "This part describes.") {
		t.Errorf("after a no it is said again:\n%s", out)
	}
}

// "I disagree" is remembered when the program is started anew, is listed in
// settings in words, and can be taken back there.
func TestLinear_remembersANoAcrossARestart(t *testing.T) {
	home := newHome(t)
	said := func(typed ...string) string {
		t.Helper()
		code, out, errs := call(t, home, strings.Join(typed, "\n")+"\nleave\n", "--linear")
		if code != 0 {
			t.Fatalf("it gave %d: %s%s", code, out, errs)
		}
		return out
	}
	write := func(text string) []string { return []string{"new", "jot three lines", text, ".", "disagree 1", "stop"} }
	out := said(append([]string{"settings", "wording", "on", "names", "yes", ""}, write("Mum is hard to reach. Sarah shouts.")...)...)
	inOrder(t, out, `1. Sarah: name.`, `2. "hard to reach"`, "Type disagree", "Noted: it is not shown again.")
	out = said(append([]string{}, write("Sarah is hard to reach. Sarah shouts.")...)...)
	inOrder(t, out, `1. "hard to reach"`, "Noted: it is not shown again.")
	if strings.Contains(out, "Sarah: name") {
		t.Errorf("after a restart the name is told of again:\n%s", out)
	}
	out = said("settings", "what I disagreed", "2", "?", "", "new", "jot three lines", "Sarah is hard to reach.", ".", "stop")
	inOrder(t, out, "What I disagreed with: 2", "Names nobody: sarah (name)", "Wording: hard to reach", "It can be shown again.", "What I disagreed with: 1", `1. "hard to reach"`)
	if strings.Contains(out, "Sarah: name") {
		t.Errorf("the other no is forgotten too:\n%s", out)
	}
}

func TestLinear_saysAsMuchAboutWordingAsIsAskedFor(t *testing.T) {
	for how, want := range map[string]string{"off": "", "quiet": "Wording: 2 places worth a look. Type wording to hear them.", "on": `1. "refuses to engage". This judges a person`} {
		d := newTestDesk(t)
		p := d.Preferences()
		p.Wording = how
		if err := d.SetPreferences(p); err != nil {
			t.Fatal(err)
		}
		out := spoken(t, d, d.keep(t, about("Heron", "")), "no", "skip", "Mum refuses to engage and is hard to reach.", ".", "stop")
		if want == "" && strings.Contains(out, "refuses to engage") || !strings.Contains(out, want) {
			t.Errorf("%s says\n%s", how, out)
		}
	}
}

func TestLinear_takesAwayExportsAndFinishesByAWord(t *testing.T) {
	d, home := newTestDesk(t), t.TempDir()
	t.Setenv("HOME", home)
	id := d.keep(t, talking(t))
	out := spoken(t, d, id, "look", "delete", "1", "delete", "", "export", "2", "3", "finish", "no", "finish", "yes")
	inOrder(t, out, "This sounds like an open question.", "1. What was Friday like for you?", "It is taken away", "1. You have kept every appointment",
		"Is this reflection finished?", "Is this reflection finished?", "Marked as finished.")
	r, _, err := d.Load(context.Background(), id)
	if err != nil || len(r.Utterances) != 1 || r.Status != journal.StatusFinished {
		t.Errorf("kept are %+v, %s, %v", r.Utterances, r.Status, err)
	}
	if got := file(t, home); !strings.Contains(got, "You have kept every appointment") || strings.Contains(got, "What was Friday") {
		t.Errorf("the file is\n%s", got)
	}
}
