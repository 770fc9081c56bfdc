package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sounding/export"
	"sounding/journal"
	"sounding/tui/screen"
)

// about is a reflection with one answer.
func about(code, text string) journal.Reflection {
	return journal.Reflection{
		Walk: "what-so-what", WalkVersion: 1, Status: journal.StatusDraft, Subject: code,
		Answers: []journal.Answer{{Step: "what", Prompt: "happened", Text: text}},
	}
}

// wordsOf are all words of a reflection as it is kept.
func wordsOf(t *testing.T, d *desk, id journal.ID) string {
	t.Helper()
	r, w, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(d.progress(&r, &w).OwnWords(), "\n")
}

// replaceAll puts pseudonyms in place of all that is found in the notes.
func replaceAll(t *testing.T, d *desk, id journal.ID) {
	t.Helper()
	if err := (namesDesk{naming{d}, whole}).Replace(id, nil); err != nil {
		t.Fatal(err)
	}
}

func TestPseudonyms_areTheSameInAllThatIsWrittenAboutASubject(t *testing.T) {
	d := newTestDesk(t)
	one := d.keep(t, about("Heron", "Kasia Nowak, 7, told Mrs Adeyemi at Oakfield Primary that Sarah shouts."))
	other := d.keep(t, about("heron", "Sarah rang. Later I saw Kasia Nowak, 7, at Oakfield Primary with Tariq."))
	apart := d.keep(t, about("Otter", "Tariq, 7, lives with mum."))
	before := []string{wordsOf(t, d, one), wordsOf(t, d, other)}
	for _, id := range []journal.ID{one, other, apart} {
		replaceAll(t, d, id)
	}
	first, second := wordsOf(t, d, one), wordsOf(t, d, other)
	for _, name := range []string{"Kasia", "Nowak", "Adeyemi", "Oakfield", "Sarah", "Tariq"} {
		if strings.Contains(first+second, name) {
			t.Errorf("%s still stands in\n%s\n%s", name, first, second)
		}
	}
	if !strings.Contains(first, "Child A") || !strings.Contains(second, "Child A") || !strings.Contains(second, "School 1") {
		t.Errorf("the pseudonyms part:\n%s\n%s", first, second)
	}
	if third := wordsOf(t, d, apart); !strings.Contains(third, "Child A") {
		t.Errorf("another subject begins with another letter: %s", third)
	}
	for i, id := range []journal.ID{one, other} {
		desk := namesDesk{naming{d}, whole}
		if !desk.Holds(id) {
			t.Fatal("nothing can be undone")
		}
		if err := desk.Restore(id); err != nil {
			t.Fatal(err)
		}
		if got := wordsOf(t, d, id); got != before[i] {
			t.Errorf("undone it reads\n%s\nand not\n%s", got, before[i])
		}
		if desk.Holds(id) {
			t.Error("there is still something to undo")
		}
	}
}

// The code may come later, and may be another later still: what stands in the
// notes goes on meaning the same and can be undone.
func TestPseudonyms_areUndoneWhateverCodeTheReflectionGetsLater(t *testing.T) {
	d := newTestDesk(t)
	replaceAll(t, d, d.keep(t, about("Otter", "Tariq Aziz, 7, lives with mum.")))
	text := "Kasia Nowak, 7, told me."
	id := d.keep(t, about("", text))
	replaceAll(t, d, id)
	for _, code := range []string{"Heron", "Otter", ""} {
		r, _, err := d.Load(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		r.Subject = code
		r.Answers[0].Text += " So did Kasia Nowak, 7."
		d.Put(r)
		replaceAll(t, d, id)
		if got := wordsOf(t, d, id); strings.Contains(got, "Kasia") || strings.Contains(got, "Child B") {
			t.Errorf("with the code %q it reads %q", code, got)
		}
	}
	if err := (namesDesk{naming{d}, whole}).Restore(id); err != nil {
		t.Fatal(err)
	}
	if got := wordsOf(t, d, id); strings.Contains(got, "Child") || strings.Contains(got, "Tariq") || strings.Count(got, "Kasia Nowak") != 4 {
		t.Errorf("undone it reads %q", got)
	}
}

// What the writer called "Child A" by their own hand is not taken for ours.
func TestPseudonyms_leaveAloneWhatTheWriterPutThere(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, about("Heron", "Child A is not Kasia Nowak, 7."))
	replaceAll(t, d, id)
	if got := wordsOf(t, d, id); !strings.HasPrefix(got, "Child A is not Child B,") {
		t.Fatalf("it reads %q", got)
	}
	if err := (namesDesk{naming{d}, whole}).Restore(id); err != nil {
		t.Fatal(err)
	}
	if got := wordsOf(t, d, id); got != "Child A is not Kasia Nowak, 7." {
		t.Errorf("undone it reads %q", got)
	}
}

// The key stays sealed in the vault: no file that can be made of a reflection
// holds anything of it.
func TestPseudonyms_keepTheirKeyOutOfEveryFile(t *testing.T) {
	d := newTestDesk(t)
	id := d.keep(t, about("Heron", hasNames))
	replaceAll(t, d, id)
	r, w, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	key, ok := d.Setting(keyOfSubject + "heron")
	if !ok || !bytes.Contains(key, []byte("Kasia Nowak")) {
		t.Fatalf("no key is kept: %s", key)
	}
	p := d.progress(&r, &w)
	files := map[string]*bytes.Buffer{"about": {}, "page": {}, "list": {}}
	for _, f := range export.Formats() {
		files[f.Name] = &bytes.Buffer{}
		if err := f.Write(files[f.Name], p); err != nil {
			t.Fatal(err)
		}
	}
	if err := export.Markdown(files["about"], p, true); err != nil {
		t.Fatal(err)
	}
	if err := export.Page(files["page"], p); err != nil {
		t.Fatal(err)
	}
	if err := export.List(files["list"], d.List()); err != nil {
		t.Fatal(err)
	}
	for name, file := range files {
		for _, part := range []string{"Kasia", "Nowak", "Adeyemi", "Oakfield", "Sarah", "07700", "pseudonyms/", "forms"} {
			if strings.Contains(file.String(), part) {
				t.Errorf("%s holds %q:\n%s", name, part, file)
			}
		}
	}
	raw, err := os.ReadFile(d.Path())
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"Kasia", "pseudonyms/", "Child A"} {
		if bytes.Contains(raw, []byte(part)) {
			t.Errorf("the vault's file holds %q unsealed", part)
		}
	}
}

// exportAs opens the export of a reflection that has names in it and leads to
// the question about them.
func exportAs(t *testing.T, d *desk, home string) (*stage, string) {
	t.Helper()
	t.Setenv("HOME", home)
	id := d.keep(t, about("Heron", hasNames))
	s := newStage(t, d, screen.Route{Name: screen.Export, ID: string(id)}, 80, 24)
	s.press("2", "enter", "enter")
	return s, s.frame().Content
}

// file is the one file in a folder; empty where there is none.
func file(t *testing.T, folder string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "reflection-*"))
	if err != nil || len(found) > 1 {
		t.Fatalf("there are %v, %v", found, err)
	}
	if len(found) == 0 {
		return ""
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestExport_asksOnceAndSaysWhatWasFound(t *testing.T) {
	for name, c := range map[string]struct {
		keys  []string
		holds []string
		lacks []string
	}{
		"replaced":              {[]string{"r"}, []string{"Child A", "School 1", "phone 1"}, []string{"Kasia", "Oakfield", "07700"}},
		"as it is":              {[]string{"w"}, []string{"Kasia Nowak", "07700 900123"}, []string{"Child A"}},
		"each, the first stays": {[]string{"l", "r", "enter", "enter"}, []string{"Kasia Nowak", "School 1"}, []string{"Child A", "Oakfield"}},
		"each, none replaced":   {[]string{"l", "0", "enter", "enter"}, []string{"Kasia Nowak", "Oakfield"}, []string{"Child A"}},
		"none":                  {[]string{"b"}, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			d, home := newTestDesk(t), t.TempDir()
			s, asked := exportAs(t, d, home)
			for _, part := range []string{"Some of this could name somebody.", "name: Kasia Nowak", "school: Oakfield Primary", "and 1 more"} {
				if !strings.Contains(strings.Join(strings.Fields(asked), " "), part) {
					t.Errorf("the question does not say %q:\n%s", part, asked)
				}
			}
			if file(t, home) != "" {
				t.Fatal("a file was written before the answer")
			}
			s.press(c.keys...)
			if strings.Contains(s.frame().Content, "Some of this could name somebody.") {
				t.Errorf("it asks again:\n%s", s.frame().Content)
			}
			got := file(t, home)
			if (got == "") != (c.holds == nil) {
				t.Fatalf("the file is %q:\n%s", got, s.frame().Content)
			}
			for _, part := range c.holds {
				if !strings.Contains(got, part) {
					t.Errorf("the file lacks %q:\n%s", part, got)
				}
			}
			for _, part := range c.lacks {
				if strings.Contains(got, part) {
					t.Errorf("the file holds %q:\n%s", part, got)
				}
			}
			if kept := wordsOf(t, d, d.List()[0].ID); kept != hasNames {
				t.Errorf("the notes read %q now", kept)
			}
		})
	}
}

func TestExport_asksNothingWhereNothingWasFound(t *testing.T) {
	d, home := newTestDesk(t), t.TempDir()
	t.Setenv("HOME", home)
	id := d.keep(t, about("Heron", "The kitchen was warm and we talked for a long time."))
	s := newStage(t, d, screen.Route{Name: screen.Export, ID: string(id)}, 80, 24)
	if s.press("1", "enter", "enter"); !strings.Contains(file(t, home), "The kitchen was warm") {
		t.Errorf("no file:\n%s", s.frame().Content)
	}
}

// A script gets exit 1 and what was found, and nothing is written, unless it
// says what is to become of it.
func TestExport_givesAScriptNothingUnlessItSaysWhatBecomesOfTheNames(t *testing.T) {
	home := newHome(t)
	code, id, errs := call(t, home, "", "jot", hasNames)
	if code != 0 {
		t.Fatal(errs)
	}
	id = strings.TrimSpace(id)
	to := filepath.Join(home, "out.md")
	code, out, errs := call(t, home, "", "export", id, "--out", to)
	if code != 1 || out != "" {
		t.Errorf("it gave %d and %q", code, out)
	}
	for _, part := range []string{"name: Kasia Nowak (", "age: 7", "school: Oakfield Primary", "phone number: 07700 900123", "--redact", "--allow-identifiers"} {
		if !strings.Contains(errs, part) {
			t.Errorf("it does not say %q: %s", part, errs)
		}
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("a file was written")
	}
	if code, _, _ = call(t, home, "", "export", id, "--redact", "--allow-identifiers"); code != 2 {
		t.Errorf("both gave %d", code)
	}
	code, out, errs = call(t, home, "", "export", id, "--redact", "--format", "json")
	if code != 0 || strings.Contains(out, "Kasia") || strings.Contains(out, "07700") || !strings.Contains(out, "Child A") || !json.Valid([]byte(out)) {
		t.Errorf("redacted it gave %d:\n%s%s", code, out, errs)
	}
	if !strings.Contains(errs, "read it yourself") {
		t.Errorf("it does not say what it cannot catch: %s", errs)
	}
	_, again, _ := call(t, home, "", "export", id, "--redact", "--format", "json")
	if again != out {
		t.Errorf("a second time other pseudonyms stand there:\n%s", again)
	}
	if _, out, _ = call(t, home, "", "show", id); !strings.Contains(out, "Kasia Nowak") || strings.Contains(out, "Child A") {
		t.Errorf("the notes are changed:\n%s", out)
	}
	if code, out, _ = call(t, home, "", "export", id, "--allow-identifiers"); code != 0 || !strings.Contains(out, "Kasia Nowak") {
		t.Errorf("allowed it gave %d:\n%s", code, out)
	}
}

// Wherever the words of the product come from, none says that a text is
// anonymous; one page says that nothing here promises it.
func TestWords_neverSayAnonymous(t *testing.T) {
	const allowed = "Nothing here ever promises that a text is anonymous."
	var said []string
	for _, root := range []string{"../../cmd", "../../tui", "../../export", "../../journal", "../../store", "../../content", "../../language", "../../seeds"} {
		err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			if strings.HasSuffix(path, "_test.go") || strings.Contains(path, "testdata") || !slices.Contains([]string{".go", ".md", ".yaml", ".csv", ".json"}, filepath.Ext(path)) {
				return nil
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for _, line := range strings.Split(strings.ReplaceAll(string(data), allowed, ""), "\n") {
				if low := strings.ToLower(line); strings.Contains(low, "anonymous") || strings.Contains(low, "anonymised") {
					said = append(said, path+": "+line)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(said) > 0 {
		t.Errorf("it is said in\n%s", strings.Join(said, "\n"))
	}
}

// The page alone is what is offered first: it holds nothing but what stands on
// it, and only the names on it are asked about. Everything is a second, named
// choice.
func TestExport_offersThePageFirstAndThenEverything(t *testing.T) {
	r := heron(t)
	answered(&r, "gut", "hunch", "Tariq Aziz, 9, made it up, his teacher Mrs Adeyemi told me.")
	for name, c := range map[string]struct {
		row   string
		asked bool
	}{
		"the page":   {"1", false},
		"everything": {"2", true},
	} {
		t.Run(name, func(t *testing.T) {
			d, home := newTestDesk(t), t.TempDir()
			t.Setenv("HOME", home)
			id := d.keep(t, r)
			s := newStage(t, d, screen.Route{Name: screen.Export, ID: string(id)}, 80, 24)
			for _, part := range []string{"The page only", "Everything I wrote"} {
				if !strings.Contains(s.frame().Content, part) {
					t.Errorf("it does not offer %q:\n%s", part, s.frame().Content)
				}
			}
			s.press(c.row, "enter", "enter")
			if got := strings.Contains(s.frame().Content, "Some of this could name somebody."); got != c.asked {
				t.Fatalf("asked about names: %v:\n%s", got, s.frame().Content)
			}
			if c.asked {
				s.press("w")
			}
			got := file(t, home)
			if !strings.Contains(got, "# ") || strings.Contains(got, "Tariq") != c.asked {
				t.Errorf("the file is\n%s", got)
			}
		})
	}
}

// What is on the page is what the page of the reading screen shows, in each of
// the three ways to write it.
func TestExport_writesThePageAloneFromEveryFrontEnd(t *testing.T) {
	d, home := newTestDesk(t), t.TempDir()
	t.Setenv("HOME", home)
	id := d.keep(t, about("Heron", "The kitchen was warm and we talked."))
	r, w, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	want := d.Markdown(r, w, true)
	out := spoken(t, d, id, "export", "1", "stop")
	mustSay(t, out, "1. The page only", "2. Everything I wrote", "Written to")
	if got := file(t, home); got != want {
		t.Errorf("in plain lines the file is\n%s\nand the page\n%s", got, want)
	}
	elsewhere := t.TempDir()
	t.Setenv("HOME", elsewhere)
	s := newStage(t, d, screen.Route{Name: screen.Export, ID: string(id)}, 80, 24)
	if s.press("enter", "enter"); file(t, elsewhere) != want {
		t.Errorf("on the screen the file is\n%s\nand the page\n%s", file(t, elsewhere), want)
	}
}

func TestExport_takesThePageInAScript(t *testing.T) {
	home := newHome(t)
	from := filepath.Join(home, "r.json")
	var data bytes.Buffer
	r := heron(t)
	answered(&r, "gut", "hunch", "Tariq Aziz, 9, made it up, his teacher Mrs Adeyemi told me.")
	if err := export.JSON(&data, r); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(from, data.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	code, id, errs := call(t, home, "", "new", "--from", from)
	if code != 0 {
		t.Fatal(errs)
	}
	id = strings.TrimSpace(id)
	code, out, errs := call(t, home, "", "export", id, "--page")
	if code != 0 || strings.Contains(out, "Tariq") || !strings.HasPrefix(out, "# ") {
		t.Errorf("the page gave %d:\n%s%s", code, out, errs)
	}
	for _, of := range r.Forecasts {
		if strings.Contains(out, of.Text) {
			t.Errorf("a forecast is on the page:\n%s", out)
		}
	}
	if code, _, errs = call(t, home, "", "export", id, "--page", "--format", "json"); code != 2 || !strings.Contains(errs, "Markdown") {
		t.Errorf("with another format it gave %d: %s", code, errs)
	}
	if code, _, _ = call(t, home, "", "export", id); code != 1 {
		t.Errorf("the whole gave %d", code)
	}
}

// A code that happens to be a first name too is still a code: neither a
// reflection's own subject nor another in the vault is ever found.
func TestNames_neverFindTheSubjectsOfTheVault(t *testing.T) {
	d := newTestDesk(t)
	d.keep(t, about("Robin", "The kitchen was warm."))
	for _, code := range []string{"Wren", "wren", "Jay"} {
		text := "Wren, 7, told me. Wren's mum rang about Robin, 9. I met Jay and Mrs Wren. WREN was tired."
		id := d.keep(t, about(code, text))
		if code == "wren" {
			id = d.keep(t, about(code, "wren, 7, told me. Wren and Robin laughed."))
		}
		found, err := (namesDesk{naming{d}, whole}).Found(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			for _, subject := range []string{"Robin", strings.ToLower(code), code} {
				if f.Text == subject || f.Text == subject+"'s" {
					t.Errorf("about %s it finds %q as a %s: %s", code, f.Text, f.Kind, f.Because)
				}
			}
		}
	}
}
