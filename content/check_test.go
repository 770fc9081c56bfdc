package content

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// good is a pack without a mistake that uses every part, for tests to break.
func good(t testing.TB) fstest.MapFS {
	t.Helper()
	pack := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("testdata/good"), ".", func(at string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile("testdata/good/" + at)
		pack[at] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// change replaces the first place of some text in a file.
func change(t testing.TB, pack fstest.MapFS, file, was, is string) {
	t.Helper()
	text := string(pack[file].Data)
	if !strings.Contains(text, was) {
		t.Fatalf("%s does not hold %q", file, was)
	}
	pack[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, was, is, 1))}
}

func TestCheck_findsNothingWrongWithAGoodPack(t *testing.T) {
	for _, p := range Check(good(t), nil) {
		t.Error(p.Detail())
	}
}

// A mistake, and the start of how it is told. The line is that of the file.
type mistake struct {
	name    string
	file    string
	was, is string
	told    string
}

const (
	walkFileName = "walks/whole.md"
	heronName    = "library/thinking/heron.md"
	owlName      = "library/thinking/owl.md"
	themeName    = "themes/river.md"
	marksName    = "frameworks/marks.yaml"
	plainName    = "words/plain.csv"
)

func walkMistakes() []mistake {
	return []mistake{
		{"unknown field", walkFileName, "summary: Every", "sumary: Every", `walks/whole.md:5: "sumary" is not something that can be said here. Did you mean summary?`},
		{"unknown field of a prompt", walkFileName, "        optional: true", "        optinal: true", `walks/whole.md:22: "optinal" is not something that can be said here. Did you mean optional?`},
		{"guidance in the front matter", walkFileName, "    label: Arriving", "    label: Arriving\n    guidance: Here", `walks/whole.md:17: "guidance" is not something that can be said here. Write guidance below`},
		{"unknown kind", walkFileName, "kind: arrive", "kind: arive", `walks/whole.md:15: "arive" is not a kind of step. Did you mean arrive?`},
		{"unknown input", walkFileName, "input: code", "input: cod", `walks/whole.md:39: "cod" cannot be the input here. Did you mean code?`},
		{"unknown role", walkFileName, "role: urgent", "role: urgnt", `walks/whole.md:34: "urgnt" cannot be the role here. Did you mean urgent?`},
		{"unknown about", walkFileName, "about: family", "about: famly", `walks/whole.md:6: "famly" cannot be the about here.`},
		{"unknown each", walkFileName, "each: after", "each: later", `walks/whole.md:72: "later" cannot be the each here.`},
		{"duplicate step", walkFileName, "id: evidence\n    kind", "id: focus\n    kind", `walks/whole.md:91: "focus" is used already, on line 27.`},
		{"duplicate prompt", walkFileName, "id: why-unsure", "id: mood", `walks/whole.md:54: "mood" is used already, on line 45.`},
		{"duplicate choice", walkFileName, "id: unsure", "id: sure", `walks/whole.md:52: "sure" is used already, on line 50.`},
		{"duplicate field", walkFileName, "id: found", "id: text", `walks/whole.md:76: "text" is used already, on line 74.`},
		{"duplicate key", walkFileName, "usual: 10", "usual: 10\nusual: 25", `walks/whole.md:9: This is not YAML that can be read (mapping key "usual" already defined`},
		{"broken YAML", walkFileName, "title: The whole", "title: \"The whole", `walks/whole.md:4: A quotation mark is opened here and not closed.`},
		{"guidance without a step", walkFileName, "## focus", "## focuss", `walks/whole.md:146: There is guidance for "focuss", which is no step of this walk. Did you mean focus?`},
		{"guidance twice", walkFileName, "Keep it", "Short.\n\n## focus\n\nKeep it", `walks/whole.md:150: "focus" is used already, on line 146.`},
		{"empty guidance", walkFileName, "## focus\n", "## evidence\n\n## focus\n", `walks/whole.md:146: The guidance of "evidence" is empty.`},
		{"text before guidance", walkFileName, "## focus\n", "\nHello.\n\n## focus\n", `walks/whole.md:147: This text belongs to no step.`},
		{"forward reference to a prompt", walkFileName, "path: mood", "path: why-unsure", `walks/whole.md:58: "why-unsure" is asked only later.`},
		{"forward reference to a step", walkFileName, "path: mood", "path: weigh.rests", `walks/whole.md:58: "weigh.rests" is asked only later.`},
		{"reference to nothing", walkFileName, "path: mood", "path: moot", `walks/whole.md:58: There is no prompt "moot". Did you mean focus.mood?`},
		{"reference to the code", walkFileName, "path: mood\n          is: unsure", "path: code\n          is: unsure", `walks/whole.md:58: A condition cannot depend on "code"`},
		{"value that cannot be", walkFileName, "is: unsure", "is: certain", `walks/whole.md:59: "certain" cannot be the is here.`},
		{"both is and is not", walkFileName, "is: unsure", "is: unsure\n          is_not: sure", `walks/whole.md:58: A condition says "is" or "is_not"`},
		{"joined to nothing", walkFileName, "is: unsure", "is: unsure\n          and:\n            path: moot\n            is: sure", `walks/whole.md:61: There is no prompt "moot". Did you mean focus.mood?`},
		{"joined without a value", walkFileName, "is: unsure", "is: unsure\n          and:\n            path: mood", `walks/whole.md:61: A condition says "is" or "is_not"`},
		{"missing opening", walkFileName, "        role: opening\n", "", `walks/whole.md:13: No prompt of this walk is the opening.`},
		{"two openings", walkFileName, "text: What would make you surer?", "text: What would make you surer?\n        role: opening", `walks/whole.md:56: A walk has one opening; the other is on line 43.`},
		{"opening at one length", walkFileName, "role: opening", "role: opening\n        lengths: [25]", `walks/whole.md:43: The opening is not asked at every length.`},
		{"opening under a condition", walkFileName, "        on_page: Dilemma", "        when:\n          path: cannot-wait\n          is: no", `walks/whole.md:43: The opening is not asked at every length.`},
		{"no urgent prompt", walkFileName, "        role: urgent\n", "", `walks/whole.md:6: A walk about a family has no way to say at 10 minutes that something cannot wait.`},
		{"urgent at one length", walkFileName, "role: urgent", "role: urgent\n        lengths: [25]", `walks/whole.md:6: A walk about a family has no way to say at 10 minutes that`},
		{"urgent under a condition", walkFileName, "role: urgent", "role: urgent\n        when:\n          path: arrive.keep\n          is: yes", `walks/whole.md:6: A walk about a family has no way to say at 10 minutes that`},
		{"urgent not a yes or no", walkFileName, "        input: yesno\n        role: urgent", "        input: line\n        role: urgent", `walks/whole.md:34: A prompt with the role urgent has to be answered with: yesno.`},
		{"keep elsewhere", walkFileName, "role: urgent", "role: keep", `walks/whole.md:34: The role keep belongs to a step of the kind arrive.`},
		{"two codes", walkFileName, "        optional: true", "        input: code\n        role: subject", `walks/whole.md:41: The role subject is taken already, on line 23.`},
		{"unknown choice of a closed field", walkFileName, "id: not-seen", "id: unseen", `walks/whole.md:82: "unseen" cannot be the id here.`},
		{"not a field", walkFileName, "id: found", "id: fund", `walks/whole.md:76: "fund" is not a field of hypotheses. Did you mean found?`},
		{"field answered otherwise", walkFileName, "input: choice\n            choices:\n              - id: seen", "input: many\n            choices:\n              - id: seen", `walks/whole.md:78: The field found is answered with choice.`},
		{"role in a field", walkFileName, "text: Did you see it?", "text: Did you see it?\n            role: ask", `walks/whole.md:78: A field of an item takes no role.`},
		{"main field not first", walkFileName, "          - id: text\n            text: What might be going on?\n", "", `walks/whole.md:73: The first field is not text`},
		{"choices from the pack", walkFileName, "            text: Which one shows?\n        offers", "            text: Which one shows?\n            choices:\n              - id: x\n                label: X\n        offers", `walks/whole.md:141: The choices of principle come from the packs.`},
		{"unknown side", walkFileName, "id: shows\n", "id: showed\n", `walks/whole.md:142: "showed" cannot be the id here. Did you mean shows?`},
		{"length of a prompt not offered", walkFileName, "lengths: [25]\n        when", "lengths: [45]\n        when", `walks/whole.md:56: The walk is not offered at 45 minutes. Use one of 10, 25`},
		{"length of a prompt whose step is out", walkFileName, "        optional: true", "        lengths: [10]", `walks/whole.md:22: The step "arrive" is left out at 10 minutes.`},
		{"minutes at a length not offered", walkFileName, "      25: 1", "      45: 1", `walks/whole.md:18: The walk is not offered at 45 minutes.`},
		{"aim at a length not offered", walkFileName, "          10: 2", "          45: 2", `walks/whole.md:71: The walk is not offered at 45 minutes.`},
		{"usual not offered", walkFileName, "usual: 10", "usual: 11", `walks/whole.md:8: The walk is not offered at 11 minutes.`},
		{"lengths out of order", walkFileName, "lengths: [10, 25]\nusual", "lengths: [25, 10]\nusual", `walks/whole.md:7: Lengths are minutes, the shortest first`},
		{"lengths and minutes", walkFileName, "usual: 10", "usual: 10\nminutes: 5", `walks/whole.md:9: A walk has lengths or minutes, not both.`},
		{"minutes not a number", walkFileName, "      25: 1", "      25: one", `walks/whole.md:18: 25 should be a whole number.`},
		{"dead page of a step", walkFileName, "- heron", "- herron", `walks/whole.md:61: There is no page "herron". Did you mean heron?`},
		{"dead link in guidance", walkFileName, "](heron)", "](stork)", `walks/whole.md:148: There is no page "stork".`},
		{"question said twice", walkFileName, "text: What does this rest on?", "text: How sure, are you", `walks/whole.md:126: The same question stands on line 46: "How sure, are you".`},
		{"empty text", walkFileName, "text: How sure are you?", "text:", `walks/whole.md:46: text has nothing written after it.`},
		{"blank text", walkFileName, "text: How sure are you?", "text: \"  \"", `walks/whole.md:46: text has nothing written after it.`},
		{"missing text", walkFileName, "        text: How sure are you?\n", "", `walks/whole.md:45: There is no "text" here.`},
		{"missing label", walkFileName, "    label: Arriving\n", "", `walks/whole.md:14: There is no "label" here.`},
		{"missing title", walkFileName, "title: The whole of it\n", "", `walks/whole.md:2: There is no "title" here.`},
		{"private on the page", walkFileName, "private: true", "private: true\n        on_page: Sure", `walks/whole.md:49: A private answer cannot be put on the page.`},
		{"note for no answer", walkFileName, "yes: Stop", "perhaps: Stop", `walks/whole.md:36: "perhaps" is not an answer to this prompt.`},
		{"date that is none", walkFileName, "checked: 2026-11-22", "checked: 2026-02-30", `walks/whole.md:12: "2026-02-30" is not a date.`},
		{"control character", walkFileName, "Keep it short", "Keep it \x1b[31mshort", `walks/whole.md:148: A control or hidden character (U+001B)`},
		{"turned text", walkFileName, "Keep it short", "Keep it \u202eshort", `walks/whole.md:148: A control or hidden character (U+202E)`},
		{"not UTF-8", walkFileName, "Keep it short", "Keep it sh\xf6rt", `walks/whole.md:148: This is not text in UTF-8.`},
		{"flow mapping", walkFileName, "        when:\n          path: mood\n          is: unsure", "        when: {path: mood, is: unsure}", `walks/whole.md:57: Braces { } are not used in packs.`},
		{"anchor", walkFileName, "title: The whole", "title: &t The whole", `walks/whole.md:4: Anchors, tags and other special YAML are not used`},
		{"no front matter", walkFileName, "---\nid: whole", "id: whole", `walks/whole.md:1: The file does not start with front matter.`},
		{"front matter left open", walkFileName, "---\n## focus", "## focus", `walks/whole.md:1: The front matter is not closed.`},
		{"id is not the file's", walkFileName, "id: whole", "id: hole", `walks/whole.md:2: The id is "hole" but the file is named "whole".`},
		{"id that cannot be", walkFileName, "id: why-unsure", "id: Why_unsure", `walks/whole.md:54: "Why_unsure" cannot be an id.`},
		{"collection of another kind", walkFileName, "- of: evidence", "- of: actions", `walks/whole.md:95: A step of the kind evidence cannot hold actions.`},
		{"unknown collection", walkFileName, "- of: evidence", "- of: evidnce", `walks/whole.md:95: "evidnce" cannot be the of here. Did you mean evidence?`},
		{"matrix of another kind", walkFileName, "kind: matrix", "kind: text", `walks/whole.md:105: A step of the kind text cannot hold a matrix.`},
		{"matrix without evidence", walkFileName, "- of: evidence", "- of: forecasts", `walks/whole.md:105: No step before this one collects both hypotheses and evidence.`},
		{"rating missing", walkFileName, "        - id: NA\n          label: Does not apply\n", "", `walks/whole.md:107: The rating NA has no words.`},
		{"unknown rating", walkFileName, "id: NA", "id: NB", `walks/whole.md:118: "NB" cannot be the id here.`},
		{"sentence without places", walkFileName, "{evidence}", "that", `walks/whole.md:106: The sentence does not hold both`},
		{"menu key below the steps", walkFileName, "---\n## focus", "order: 3\n---\n## focus", `walks/whole.md:145: "order" stands below the steps.`},
		{"order that is no number", walkFileName, "usual: 10", "usual: 10\norder: first", `walks/whole.md:9: order should be a whole number.`},
		{"quotation mark left open", walkFileName, "label: Compare", "label: \"Compare", `walks/whole.md:104: A quotation mark is opened here and not closed.`},
		{"more minutes than the length", walkFileName, "      25: 1", "      25: 30", `walks/whole.md:7: The steps of 25 minutes take 30 together.`},
		{"show without offers", walkFileName, "        offers:\n          - id: me\n            label: Me\n            text: What of it is me?\n            lengths: [25]\n", "", `walks/whole.md:84: There are no offers to show.`},
		{"words as a list", walkFileName, "text: How sure are you?", "text:\n          - How sure are you?", `walks/whole.md:47: text should be words, not a list`},
		{"neither true nor false", walkFileName, "private: true", "private: often", `walks/whole.md:48: private should be true or false.`},
		{"keys as words", walkFileName, "when:\n          path: mood\n          is: unsure", "when: unsure", `walks/whole.md:57: when should be a set of keys`},
		{"choice that is two words", walkFileName, "id: unsure", "id: not sure", `walks/whole.md:52: "not sure" cannot be the id of a choice.`},
		{"choice without words", walkFileName, "            label: Not sure\n", "", `walks/whole.md:52: There is no "label" here.`},
		{"choices for words", walkFileName, "        input: choice\n        private", "        input: line\n        private", `walks/whole.md:49: There are choices, but this is not answered by choosing.`},
		{"no choices", walkFileName, "        choices:\n          - id: sure\n            label: Sure\n          - id: unsure\n            label: Not sure\n", "", `walks/whole.md:45: There is no "choices" here.`},
		{"choices of themes", walkFileName, "        input: choice\n        private", "        input: many\n        role: themes\n        private", `walks/whole.md:50: The choices of this prompt are the packs' themes.`},
		{"usual length of none", walkFileName, "lengths: [10, 25]\nusual: 10", "minutes: 5\nusual: 5", `walks/whole.md:8: There is a usual length but no lengths.`},
		{"length of a walk with one", walkFileName, "lengths: [10, 25]\nusual: 10", "minutes: 5", `walks/whole.md:17: The walk is not offered at 25 minutes. Take it out: this walk has one length`},
		{"no minutes", walkFileName, "lengths: [10, 25]\nusual: 10\n", "", `walks/whole.md:2: There is no "minutes" here.`},
		{"minutes that are none", walkFileName, "lengths: [10, 25]\nusual: 10", "minutes: 0", `walks/whole.md:7: This should be 1 or more.`},
		{"collected twice", walkFileName, "        show:\n          25: 1\n", "      - of: hypotheses\n        name: More\n        add: One?\n        more: Two?\n        fields:\n          - id: text\n            text: One?\n", `walks/whole.md:89: The step collects hypotheses twice.`},
		{"urgent but late", walkFileName, "        role: urgent\n        notes:\n          yes: Stop and ring.\n", "        notes:\n          yes: Stop and ring.\n      - id: x\n        text: X?\n", `walks/whole.md:6: A walk about a family has no way to say`},
		{"offers where none go", walkFileName, "kind: principles\n    label: CARES\n    collects:\n      - of: principles", "kind: next\n    label: CARES\n    collects:\n      - of: forecasts", `walks/whole.md:141: A list of forecasts takes no offers.`},
		{"no fields", walkFileName, "        fields:\n          - id: text\n            text: What do you know?\n", "", `walks/whole.md:95: There is no "fields" here.`},
		{"matrix without its words", walkFileName, "      alike: Fits them all.\n", "", `walks/whole.md:106: There is no "alike" here.`},
		{"a step that asks nothing", walkFileName, "    prompts:\n      - id: word\n        text: How are you coming to this?\n        optional: true\n      - id: keep\n        text: Shall this be kept?\n        input: yesno\n        role: keep\n", "", `walks/whole.md:15: The step "arrive" asks nothing.`},
	}
}

func otherMistakes() []mistake {
	return []mistake{
		{"unknown field of a page", heronName, "summary:", "sumary:", heronName + `:4: "sumary" is not something that can be said here.`},
		{"dead link of a page", heronName, "- owl", "- owls", heronName + `:10: There is no page "owls". Did you mean owl?`},
		{"dead link in the text", owlName, "heron.md", "stork.md", owlName + `:8: There is no page "stork".`},
		{"link to itself", owlName, "heron.md", "owl.md", owlName + `:8: The page links to itself.`},
		{"link twice", heronName, "- owl", "- owl\n  - owl", heronName + `:11: The page "owl" is listed twice.`},
		{"orphan page", heronName, "links:\n  - owl\n", "", owlName + `: Nothing points at this page.`},
		{"unknown standard of a page", heronName, "marks/1.1", "marks/1.2", heronName + `:8: "marks/1.2" is not a standard of any framework. Did you mean marks/1.1?`},
		{"unknown framework", heronName, "marks/1.1", "pcf/1.1", heronName + `:8: "pcf/1.1" is not a standard`},
		{"unknown step to use it in", heronName, "whole/focus", "whole/focs", heronName + `:6: "whole/focs" is not a step of a walk. Did you mean focus?`},
		{"unknown walk to use it in", heronName, "whole/focus", "hole/focus", heronName + `:6: "hole/focus" is not a step of a walk. Did you mean whole?`},
		{"another shelf", heronName, "shelf: thinking", "shelf: thought", heronName + `:5: The shelf is "thought" but the file lies in "thinking".`},
		{"page without text", owlName, "An owl hears more than it sees. The [heron](heron.md) sees more than it hears.\n", "", owlName + `:8: There is no text below the front matter.`},
		{"page without source", owlName, "sources:\n  - \"Ours\"\n", "", owlName + `:2: There is no "sources" here.`},
		{"page's date", owlName, "2026-11-22", "22/11/2026", owlName + `:6: "22/11/2026" is not a date.`},
		{"theme's kind", themeName, "  focus:", "  focs:", themeName + `:10: "focs" is not a kind of step. Did you mean focus?`},
		{"theme's role", themeName, "text: How near is the water?", "text: How near is the water?\n      role: ask", themeName + `:13: A theme's prompt takes no role.`},
		{"theme's standard", themeName, "marks/1.1", "marks/9", themeName + `:19: "marks/9" is not a standard`},
		{"law without a date", themeName, "    checked: 2026-01-01\n", "", themeName + `:14: There is no "checked" here.`},
		{"lens without words", themeName, "    text: How might a flood explain it?\n", "", themeName + `:6: There is no "text" here.`},
		{"framework ends before it starts", marksName, "valid_to: 2027-01-01", "valid_to: 2025-01-01", marksName + `:4: It is valid from 2026-01-01 but only to 2025-01-01.`},
		{"framework's date", marksName, "valid_to: 2027-01-01", "valid_to: 2027-13-01", marksName + `:5: "2027-13-01" is not a date.`},
		{"standard twice", marksName, "id: two", "id: \"1.1\"", marksName + `:13: "1.1" is used already, on line 9.`},
		{"principle twice", "principles.yaml", "id: trust", "id: care", `principles.yaml:7: "care" is used already, on line 1.`},
		{"principle's set", "principles.yaml", "set: cares", "set: care", `principles.yaml:2: "care" cannot be the set here. Did you mean cares?`},
		{"principle's page", "principles.yaml", "page: heron", "page: hero", `principles.yaml:6: There is no page "hero". Did you mean heron?`},
		{"principles not a list", "principles.yaml", "- id: care\n  set: cares\n  title: Care\n  text: We take care.\n  question: Where did we?\n  page: heron\n- id: trust\n  set: relational\n  title: Trust\n  text: We trust.\n  question: Whom?\n", "set: relational\n", `principles.yaml:1: This file should be a list.`},
		{"sign twice", signsName, "- id: haste", "- id: halo", `signs.yaml:7: "halo" is used already, on line 1.`},
		{"sign without a source", signsName, "  source: Ours\n", "", `signs.yaml:1: There is no "source" here.`},
		{"sign's date", signsName, "2026-11-22", "yesterday", `signs.yaml:6: "yesterday" is not a date.`},
		{"row with too many cells", plainName, "utilise,use", "utilise,use,make use", plainName + `:2: The row has 3 cells; the first line names 2.`},
		{"quotation mark left open", plainName, "\"in, fact\"", "\"in, fact", plainName + `:3: The table cannot be read from here: a quotation mark`},
		{"row twice", plainName, "\"in, fact\",", "utilise,use", plainName + `:3: The same row stands on line 2.`},
		{"row without a term", plainName, "utilise,use", ",use", plainName + `:2: The row has no term.`},
		{"column twice", plainName, "term,alternative", "term,term", plainName + `:1: Column 2 has no name of its own.`},
		{"pack without an id", packName, "id: good\n", "", `pack.yaml:1: There is no "id" here.`},
		{"pack's version", packName, "version: 1", "version: 0", `pack.yaml:3: A version counts from 1.`},
		{"shelf without pages", packName, "id: thinking", "id: thining", `pack.yaml:5: There is no page on the shelf "thining".`},
		{"label without words", packName, "  the child: the person", "  \"!\": the person", `pack.yaml:12: A label stands for words`},
		{"label that changes nothing", packName, "  the child: the person", "  the child: The child", `pack.yaml:12: "the child" would be replaced by the same words.`},
		{"labels in nothing", packName, "walk/whole", "walk/hole", `pack.yaml:8: "walk/hole" is not in any pack`},
		{"labels where none go", packName, "walk/whole", "framework", `pack.yaml:8: Labels cannot be put in "framework".`},
		{"labels for nothing", packName, "labels:\n  the child: the person\n", "", `pack.yaml:1: There are no labels for labels_in or labels_keep`},
		{"two documents", marksName, "title: Marks", "title: Marks\n---\nnote: Ours", marksName + `:4: A second YAML document starts here.`},
		{"empty row of a list", "principles.yaml", "- id: care\n  set: cares\n  title: Care\n  text: We take care.\n  question: Where did we?\n  page: heron\n", "-\n", `principles.yaml:1: This has nothing written after it.`},
		{"version that is no number", packName, "version: 1", "version: one", `pack.yaml:3: version should be a whole number.`},
		{"hides nothing", packName, "version: 1", "version: 1\nhide:\n  - walk/whole", `pack.yaml:5: "walk/whole" is not in any pack before this one.`},
		{"hides what cannot be", packName, "version: 1", "version: 1\nhide:\n  - walks", `pack.yaml:5: "walks" does not say what to hide.`},
	}
}

func TestCheck_tellsEachMistakeWithItsPlaceAndWhatToDo(t *testing.T) {
	for _, m := range append(walkMistakes(), otherMistakes()...) {
		t.Run(m.name, func(t *testing.T) {
			pack := good(t)
			change(t, pack, m.file, m.was, m.is)
			problems := Check(pack, nil)
			for _, p := range problems {
				if strings.HasPrefix(p.String(), m.told) {
					return
				}
			}
			t.Errorf("want %s", m.told)
			for _, p := range problems {
				t.Logf("told %s", p)
			}
		})
	}
}

func TestCheck_tellsOfFilesThatHaveNoPlaceInAPack(t *testing.T) {
	for file, told := range map[string]string{
		"walk/x.md":                "walk: A pack has no place for this.",
		"principle.yaml":           "principle.yaml: A pack has no place for this.",
		"walks/x.txt":              "walks/x.txt: Files in this folder end in .md.",
		"walks/deep/x.md":          "walks/deep: A pack has no place for this.",
		"library/x.md":             "library/x.md: A page stands on a shelf",
		"library/a/b/x.md":         "library/a/b: A pack has no place for this.",
		"words/Big_List.csv":       "words/Big_List.csv: The file's name, \"Big_List\", cannot be an id.",
		"library/other/heron.md":   "library/thinking/heron.md:2: A page with the id \"heron\" stands on another shelf, in library/other/heron.md.",
		"words/empty.csv":          "words/empty.csv:1: The list is empty.",
		"frameworks/\x1b[2Jx.yaml": "frameworks/\ufffd[2Jx.yaml: The file's name",
	} {
		pack := good(t)
		pack[file] = &fstest.MapFile{Data: nil}
		if strings.HasSuffix(file, "heron.md") {
			pack[file] = pack[heronName]
		}
		found := false
		for _, p := range Check(pack, nil) {
			found = found || strings.HasPrefix(p.String(), told)
		}
		if !found {
			t.Errorf("%q: not told %q but %v", file, told, Check(pack, nil))
		}
	}
}

func TestCheck_endsOnFilesMadeToBeSlow(t *testing.T) {
	for name, text := range map[string]string{
		"nested on a line":   strings.Repeat("- ", 3000) + "a",
		"nested in brackets": strings.Repeat("[\n", 2000),
		"very many keys":     strings.Repeat("a: b\n", 9000),
		"a very long text":   "a: " + strings.Repeat("words words\n  ", 40000),
		"far too large":      strings.Repeat("#", fileLimit+1),
	} {
		pack := good(t)
		pack[marksName] = &fstest.MapFile{Data: []byte(text)}
		if problems := Check(pack, nil); !Stops(problems) {
			t.Errorf("%s: told only %v", name, problems)
		}
	}
}

func TestCheck_tellsAHandfulOfProblemsOfAFile(t *testing.T) {
	pack := good(t)
	pack[plainName] = &fstest.MapFile{Data: []byte("term\n" + strings.Repeat("a,b\n", 1000))}
	problems := Check(pack, nil)
	if len(problems) != problemsLimit+1 || !strings.Contains(problems[problemsLimit].What, "more mistakes") {
		t.Errorf("told %d, the last %v", len(problems), problems[len(problems)-1])
	}
}

func TestProblem_showsTheLineWithACaretBelow(t *testing.T) {
	pack := good(t)
	change(t, pack, walkFileName, "kind: arrive", "kind: arive")
	for _, p := range Check(pack, nil) {
		if p.Line == 15 {
			want := "   15 |     kind: arive\n            ^"
			if got := p.Detail(); !strings.HasSuffix(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			return
		}
	}
	t.Error("no problem on the line")
}

func TestCheck_saysWhenThereIsNoFolder(t *testing.T) {
	problems := Check(os.DirFS(filepath.Join(t.TempDir(), "none")), nil)
	if len(problems) != 1 || !strings.HasPrefix(problems[0].What, "The folder of the pack could not be opened") {
		t.Errorf("told %v", problems)
	}
	problems = Check(os.DirFS(t.TempDir()), nil)
	if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), "pack.yaml: The folder has no pack.yaml.") {
		t.Errorf("told %v", problems)
	}
}

func TestCheck_readsFilesAsWindowsWritesThem(t *testing.T) {
	pack := good(t)
	for name, file := range pack {
		pack[name] = &fstest.MapFile{Data: []byte("\ufeff" + strings.ReplaceAll(string(file.Data), "\n", "\r\n"))}
	}
	for _, p := range Check(pack, nil) {
		t.Error(p.Detail())
	}
	l, err := Load(Source{"built-in", pack})
	if err != nil {
		t.Fatal(err)
	}
	if menu := l.Menu(); len(menu) != 1 || menu[0].Title != "The whole of it" {
		t.Errorf("the menu is %+v", menu)
	}
	change(t, pack, walkFileName, "kind: arrive", "kind: arive")
	if got := Check(pack, nil)[0].Line; got != 15 {
		t.Errorf("the line is %d", got)
	}
}

func TestCheck_saysWhereAnUrgentPromptComesTooLate(t *testing.T) {
	pack := good(t)
	change(t, pack, walkFileName, "    kind: focus\n", "    kind: text\n")
	change(t, pack, walkFileName, "  - id: focus\n", "  - id: first\n    kind: text\n    label: First\n    prompts:\n      - id: what\n        text: What first?\n  - id: focus\n")
	problems := Check(pack, nil)
	if len(problems) != 2 || Stops(problems) || !strings.Contains(problems[0].What, "does not open at 10 minutes") || problems[0].Line != 27 {
		t.Errorf("told %v", problems)
	}
}

func TestCheck_wantsTheColumnsOfTheListItAddsTo(t *testing.T) {
	pack := outsider(map[string]string{"words/plain.csv": "term,better\nutilise,use\n"})
	problems := Check(pack, loaded(t))
	if len(problems) != 1 || !strings.HasPrefix(problems[0].String(), "words/plain.csv:1: The list it adds to has other columns. Name them: term,alternative.") {
		t.Errorf("told %v", problems)
	}
}

func TestCheck_tellsMoreOfAPackWithALengthThatNothingIsLeftAt(t *testing.T) {
	pack := outsider(map[string]string{"walks/short.md": strings.NewReplacer("id: whole", "id: short", "minutes: 5", "lengths: [5, 9]\nusual: 5", "label: One", "label: One\n    minutes:\n      5: 5").Replace(smallWalk)})
	problems := Check(pack, nil)
	if len(problems) != 2 || !strings.Contains(problems[0].What, "No step is left at 9 minutes") || !strings.Contains(problems[1].What, "not asked at every length") {
		t.Errorf("told %v", problems)
	}
}
