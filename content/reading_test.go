package content

import (
	"bufio"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"sounding/journal"
	"sounding/seeds"
)

// What a tired newly qualified worker is to manage at first reading.
const (
	gradeLimit    = 10.0 // Flesch-Kincaid grade of a page
	sentenceLimit = 30   // words of a sentence
)

// builtIn is the built-in pack with what is in it for people to read.
func builtIn(t *testing.T) *Library {
	t.Helper()
	l, err := Load(Source{"built-in", seeds.Pack()})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// reading is one thing to read, as plain sentences.
type reading struct {
	name      string
	sentences []string
}

// readings gathers every page, theme and walk of a library.
func readings(l *Library) []reading {
	var out []reading
	add := func(name string, texts ...string) {
		r := reading{name: name}
		for _, text := range texts {
			r.sentences = append(r.sentences, sentences(text)...)
		}
		out = append(out, r)
	}
	for _, p := range l.Pages() {
		if strings.Contains(p.ID, "/") {
			continue // a theme or framework: its texts are read below
		}
		add("page/"+p.ID, p.Summary, p.Body)
	}
	for _, t := range l.Themes() {
		texts := append([]string{t.Summary, t.Body}, t.Ask...)
		texts = append(texts, t.NotYet...)
		for _, o := range t.Lenses {
			texts = append(texts, o.Text)
		}
		for _, prompts := range t.Prompts {
			texts = append(texts, promptTexts(prompts)...)
		}
		for _, card := range t.Law {
			texts = append(texts, card.Text)
		}
		add("theme/"+t.ID, texts...)
	}
	for _, w := range l.Walks() {
		texts := []string{w.Summary}
		for _, s := range w.Steps {
			texts = append(texts, s.Intro, s.Guidance)
			texts = append(texts, promptTexts(s.Prompts)...)
			texts = append(texts, promptTexts(s.Closing)...)
			for _, c := range s.Collects {
				texts = append(texts, c.Add, c.More, c.Help, c.Enough)
				texts = append(texts, promptTexts(c.Fields)...)
				for _, o := range c.Offers {
					texts = append(texts, o.Text)
				}
			}
		}
		add("walk/"+w.ID, texts...)
	}
	for _, f := range l.Frameworks() {
		var texts []string
		for _, s := range f.Standards {
			texts = append(texts, s.Text)
		}
		add("framework/"+f.ID, texts...)
	}
	for _, p := range l.Principles() {
		add("principle/"+p.ID, p.Text, p.Question, p.Caution)
	}
	for _, s := range l.Signs() {
		add("sign/"+s.ID, s.Sign, s.Question, s.Caution)
	}
	return out
}

func promptTexts(prompts []journal.Prompt) []string {
	var out []string
	for _, p := range prompts {
		out = append(out, p.Text, p.Help)
		for _, note := range p.Notes {
			out = append(out, note)
		}
		for _, c := range p.Choices {
			out = append(out, c.Help)
		}
	}
	return out
}

var (
	sentenceEnd = regexp.MustCompile(`([.!?]["”’)]*)\s+`)
	listMark    = regexp.MustCompile(`^\s*([-*+]|\d+[.)])\s+`)
)

// onlyLink is a line of a list of links: titles, and no sentence.
var onlyLink = regexp.MustCompile(`^\s*[-*+]\s+\[[^\]]+\]\([^)]+\)\.?$`)

// sentences cuts Markdown into sentences: headings, tables and the lines that
// name a source are left out, an item of a list is a sentence of its own.
func sentences(text string) []string {
	var blocks []string
	open := false
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(strings.TrimLeft(line, ">"))
		switch {
		case line == "":
			open = false
			continue
		case onlyLink.MatchString(line), strings.HasPrefix(line, "#"), strings.HasPrefix(line, "|"), strings.HasPrefix(strings.ToLower(line), "source"):
			open = false
			continue
		case listMark.MatchString(line):
			line, open = listMark.ReplaceAllString(line, ""), false
		}
		if open {
			blocks[len(blocks)-1] += " " + plain(line)
		} else {
			blocks, open = append(blocks, plain(line)), true
		}
	}
	var out []string
	for _, b := range blocks {
		for _, s := range strings.Split(sentenceEnd.ReplaceAllString(b, "$1\x00"), "\x00") {
			if len(wordsOf(s)) > 0 {
				out = append(out, s)
			}
		}
	}
	return out
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), func(r rune) bool { return !letter(r) && r != '\'' })
}

var vowels = regexp.MustCompile(`[aeiouy]+`)

// syllables counts the syllables of a word by its groups of vowels, as is usual
// for the formula; a silent e at the end is taken off.
func syllables(word string) int {
	word = strings.Trim(word, "'")
	word = strings.TrimSuffix(word, "'s")
	n := len(vowels.FindAllString(word, -1))
	if n < 2 {
		return max(n, 1)
	}
	switch end := word[:len(word)-1]; {
	case strings.HasSuffix(word, "ee"): // agree
	case strings.HasSuffix(word, "le"):
		if strings.ContainsAny(end[len(end)-2:len(end)-1], "aeiouy") { // whole, but not table
			n--
		}
	case strings.HasSuffix(word, "e"):
		n--
	case strings.HasSuffix(word, "eed"):
	case strings.HasSuffix(word, "es"):
		if !strings.ContainsAny(word[len(word)-3:len(word)-2], "scgxzhi") { // notes, but not houses
			n--
		}
	case strings.HasSuffix(word, "ed"):
		if !strings.ContainsAny(word[len(word)-3:len(word)-2], "tdi") { // asked, but not wanted
			n--
		}
	}
	return max(n, 1)
}

// grade is the Flesch-Kincaid grade (Kincaid and others 1975, Research Branch
// Report 8-75): years of schooling in the United States.
func grade(all []string) float64 {
	words, sounds := 0, 0
	for _, s := range all {
		for _, w := range wordsOf(s) {
			words++
			sounds += syllables(w)
		}
	}
	if words == 0 {
		return 0
	}
	return 0.39*float64(words)/float64(len(all)) + 11.8*float64(sounds)/float64(words) - 15.59
}

// allowed reads a list of exceptions from testdata: one to a line, those that
// start with # are remarks.
func allowed(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	lines := bufio.NewScanner(strings.NewReader(string(text)))
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

func TestWords_areReadAtFirstReading(t *testing.T) {
	exceptions := allowed(t, "reading_exceptions.txt")
	used := map[string]bool{}
	except := func(what string) bool {
		for _, e := range exceptions {
			if strings.HasPrefix(what, e) {
				used[e] = true
				return true
			}
		}
		return false
	}
	highest, pages := 0.0, 0
	for _, r := range readings(builtIn(t)) {
		pages++
		if g := grade(r.sentences); g > gradeLimit && !except(r.name) {
			t.Errorf("%s reads at grade %.1f; at most %.0f", r.name, g, gradeLimit)
		} else if g <= gradeLimit {
			highest = max(highest, g)
		}
		for _, s := range r.sentences {
			if n := len(wordsOf(s)); n > sentenceLimit && !except(r.name+": "+s) {
				t.Errorf("%s: a sentence of %d words, at most %d: %s", r.name, n, sentenceLimit, s)
			}
		}
	}
	for _, e := range exceptions {
		if !used[e] {
			t.Errorf("the exception %q is no longer needed", e)
		}
	}
	t.Logf("%d pages, themes, walks and lists; the highest grade is %.1f", pages, highest)
}

func TestGrade_agreesWithCountsByHand(t *testing.T) {
	// 6 words, 6 syllables, 1 sentence: 0.39*6 + 11.8*1 - 15.59 = -1.45.
	if got := grade(sentences("The cat sat on the mat.")); got < -1.46 || got > -1.44 {
		t.Errorf("got %f", got)
	}
	for word, want := range map[string]int{
		"child": 1, "people": 2, "table": 2, "safe": 1, "wanted": 2, "asked": 1, "houses": 2, "family": 3,
		"reflective": 3, "uncertainty": 4, "the": 1, "worker's": 2, "needs": 1, "notes": 1, "agreed": 2,
		"whole": 1, "agree": 2, "families": 3, "tried": 1, "used": 1, "be": 1, "makes": 1, "changes": 2, "supervision": 4,
	} {
		if got := syllables(word); got != want {
			t.Errorf("%s: %d, want %d", word, got, want)
		}
	}
}

// american lists spellings and words that have no place in British English.
var american = regexp.MustCompile(`(?i)\b(behavior\w*|organiz\w*|recogniz\w*|realiz\w*|emphasiz\w*|minimiz\w*|summariz\w*|prioritiz\w*|apologiz\w*|criticiz\w*|stigmatiz\w*|characteriz\w*|generaliz\w*|hypothesiz\w*|specializ\w*|analyz\w*|color\w*|favor\w*|neighbor\w*|honor\w*|labor|center\w*|counselor\w*|counseling|labeled|labeling|canceled|modeling|traveled|traveling|fulfill|enroll|skillful\w*|defense|offense|gray|pediatric\w*|gotten|mom|moms|toward|afterward|judgment\w*|aging|license[ds]?|practicing|practiced)\b`)

func TestWords_areBritish(t *testing.T) {
	exceptions := allowed(t, "spelling_exceptions.txt")
	eachText(t, func(file string, line int, text string) {
		if strings.HasSuffix(file, ".csv") {
			return // a list holds what people may write, spelled as they spell it
		}
		for _, phrase := range exceptions {
			text = strings.ReplaceAll(text, phrase, "")
		}
		for _, found := range american.FindAllString(text, -1) {
			t.Errorf("%s:%d: %q is not the British spelling", file, line, found)
		}
	})
}

func TestWords_areCalm(t *testing.T) {
	shout := regexp.MustCompile(`[A-Za-z]!|(^|[.:?"] ?)Please\b|, please\b`)
	eachText(t, func(file string, line int, text string) {
		if found := shout.FindString(text); found != "" && !strings.HasSuffix(file, ".csv") && !strings.HasPrefix(strings.TrimSpace(text), "#") {
			t.Errorf("%s:%d: %q: %s", file, line, found, text)
		}
	})
}

// eachText gives every line of every file of the built-in packs and of the
// starter.
func eachText(t *testing.T, see func(file string, line int, text string)) {
	t.Helper()
	starter, err := Starter()
	if err != nil {
		t.Fatal(err)
	}
	for name, pack := range map[string]fs.FS{"seeds/": seeds.Pack(), "seeds/packs/adults/": seeds.Adults(), "content/starter/": starter} {
		err := fs.WalkDir(pack, ".", func(at string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || strings.HasPrefix(e.Name(), ".") {
				return err
			}
			text, err := fs.ReadFile(pack, at)
			for i, line := range strings.Split(string(text), "\n") {
				see(name+at, i+1, line)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestPages_holdWhatAReaderNeeds(t *testing.T) {
	l := builtIn(t)
	for id := range l.pages {
		page, _ := l.Page(id)
		for _, heading := range []string{"What it is", "When it helps", "Questions to take into the room", "A caution"} {
			if !strings.Contains("\n"+page.Body, "\n## "+heading+"\n") {
				t.Errorf("%s does not say: %s", id, heading)
			}
		}
		if len(page.Standards) == 0 || len(page.Sources) == 0 || !page.Checked.Valid() || page.UseIn == "" {
			t.Errorf("%s names no standard, no source, no date or no step it belongs to", id)
		}
		if page.Shelf == "how-thinking-slips" && id != "how-thinking-slips" {
			for _, part := range []string{"**A sign in writing:** ", "**The evidence:** "} {
				if !strings.Contains(page.Body, part) {
					t.Errorf("%s has no %s", id, part)
				}
			}
		}
	}
}
