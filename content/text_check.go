package content

import (
	"fmt"
	"strconv"
	"strings"

	"sounding/journal"
)

// What is said of a file that can be read but does not fit: what is wrong, then
// what to do.

func missing(key string) remark {
	return remark{what: "There is no " + key + " here.", do: "Add a line \"" + key + ":\" with its value."}
}

func badID(id string) remark {
	return remark{what: quoted(id) + " cannot be an id.", do: "Use lower-case words and figures with hyphens between them, such as after-a-visit."}
}

func badChoiceID(id string) remark {
	return remark{what: quoted(id) + " cannot be the id of a choice.", do: "Use one word, with hyphens if it needs them."}
}

func badFileName(id string) remark {
	return remark{what: "The file's name, " + quoted(id) + ", cannot be an id.", do: "Rename it with lower-case words, figures and hyphens, such as after-a-visit.md."}
}

func otherID(id, file string) remark {
	return remark{what: "The id is " + quoted(id) + " but the file is named " + quoted(file) + ".", do: "Make the two the same: things are found by the file's name."}
}

func duplicateID(id string, line int) remark {
	return remark{what: quoted(id) + " is used already, on line " + strconv.Itoa(line) + ".", do: "Give one of the two another name, or take one out."}
}

func samePage(id, first string) remark {
	return remark{what: "A page with the id " + quoted(id) + " stands on another shelf, in " + printable(first, 80) + ".", do: "Rename one of the two: a page's id is its own whatever the shelf."}
}

func packTwice(id string) remark {
	return remark{what: "A pack with the id " + quoted(id) + " is in use already.", do: "Give this one an id of its own, or do not load it twice."}
}

func badVersion() remark {
	return remark{what: "A version counts from 1.", do: "Write version: 1 and raise it when the content changes."}
}

func notADate(text string) remark {
	return remark{what: quoted(text) + " is not a date.", do: "Write a day of the calendar as year, month, day: 2026-11-22."}
}

func endsBeforeItStarts(from, to string) remark {
	return remark{what: "It is valid from " + from + " but only to " + to + ".", do: "Correct one of the two dates; leave valid_to out where there is no end."}
}

func notOneOf(key, value string, allowed []string) remark {
	r := remark{what: quoted(value) + " cannot be the " + named(key, "value") + " here.", do: "Use one of: " + strings.Join(allowed, ", ") + "."}
	if near := nearest(value, allowed); near != "" {
		r.do = "Did you mean " + near + "? The choices are: " + strings.Join(allowed, ", ") + "."
	}
	return r
}

func unknownKind(kind string) remark {
	var kinds []string
	for _, spec := range journal.Kinds() {
		kinds = append(kinds, string(spec.Kind))
	}
	r := notOneOf("kind", kind, kinds)
	r.what = quoted(kind) + " is not a kind of step."
	return r
}

func unknownStandard(ref string, known []string) remark {
	r := remark{what: quoted(ref) + " is not a standard of any framework.", do: "Write the framework's id, a slash and the standard's id, such as pcf/1."}
	if near := nearest(ref, known); near != "" {
		r.do = "Did you mean " + near + "?"
	}
	return r
}

func deadLink(page, near string) remark {
	r := remark{what: "There is no page " + quoted(page) + ".", do: "Write that page, link to another, or take the link out."}
	if near != "" {
		r.do = "Did you mean " + near + "?"
	}
	return r
}

func linkToItself() remark {
	return remark{what: "The page links to itself.", do: "Take the link out."}
}

func linkTwice(id string) remark {
	return remark{what: "The page " + quoted(id) + " is listed twice.", do: "Take one of the two out."}
}

func orphan() remark {
	return remark{what: "Nothing points at this page.", do: "Link to it from a page, a theme or a step of a walk, so that people come across it.", advice: true}
}

func otherShelf(said, is string) remark {
	return remark{what: "The shelf is " + quoted(said) + " but the file lies in " + quoted(is) + ".", do: "Move the file, or take the line out: the folder is the shelf."}
}

func emptyBody() remark {
	return remark{what: "There is no text below the front matter.", do: "Write it, or take the file out."}
}

func noSuchStep(ref, near string) remark {
	r := remark{what: quoted(ref) + " is not a step of a walk.", do: "Write the walk's id, a slash and the step's id, such as case-reflection/evidence."}
	if near != "" {
		r.do = "Did you mean " + near + "? " + r.do
	}
	return r
}

func noSuchThing(name string) remark {
	return remark{what: quoted(name) + " is not in any pack before this one.", do: "Correct the name, or take the line out."}
}

func badHide(name string) remark {
	var known []string
	for _, p := range parts() {
		known = append(known, string(p))
	}
	return remark{what: quoted(name) + " does not say what to hide.", do: "Write what it is, a slash and its id, such as walk/gibbs; it is one of: " + strings.Join(known, ", ") + "."}
}

func emptyShelf(id string) remark {
	return remark{what: "There is no page on the shelf " + quoted(id) + ".", do: "Correct its id, which is the folder's name in library, or take it out."}
}

func noLabels() remark {
	return remark{what: "There are no labels for labels_in or labels_keep to be about.", do: "Add labels, or take these out."}
}

func labelWithoutWords() remark {
	return remark{what: "A label stands for words, and there are none here.", do: "Write the words to replace, then a colon and the new words."}
}

func labelSame(words string) remark {
	return remark{what: quoted(words) + " would be replaced by the same words.", do: "Take the line out."}
}

func labelsNowhere(name string) remark {
	return remark{what: "Labels cannot be put in " + quoted(name) + ".", do: "Use walk, theme, principle or page, alone or with an id, such as walk/case-reflection."}
}

func notInATheme(key string) remark {
	return remark{what: "A theme's prompt takes no " + key + ".", do: "Take it out: the theme itself is the condition."}
}

func saidTwice(text string, line int) remark {
	return remark{what: "The same question stands on line " + strconv.Itoa(line) + ": " + quoted(text) + ".", do: "Ask it once, or ask it in other words.", advice: true}
}

func belowSteps(key string) remark {
	return remark{what: quoted(key) + " stands below the steps.", do: "Move it above them: the menu is made of what stands there."}
}

func usualWithoutLengths() remark {
	return remark{what: "There is a usual length but no lengths.", do: "Add lengths, such as [10, 25, 45], or take usual out."}
}

func minutesAndLengths() remark {
	return remark{what: "A walk has lengths or minutes, not both.", do: "Take minutes out."}
}

func notMinutes() remark {
	return remark{what: "This should be 1 or more.", do: "Write a whole number, or take the line out to leave it out at that length."}
}

func lengthsInOrder() remark {
	return remark{what: "Lengths are minutes, the shortest first, each once.", do: "Write them in order, such as [10, 25, 45]."}
}

func notOffered(l journal.Length, offered []journal.Length) remark {
	r := remark{what: fmt.Sprintf("The walk is not offered at %d minutes.", l)}
	if len(offered) == 0 {
		r.do = "Take it out: this walk has one length, and says how long it takes in minutes at the top."
		return r
	}
	var all []string
	for _, o := range offered {
		all = append(all, strconv.Itoa(int(o)))
	}
	r.do = "Use one of " + strings.Join(all, ", ") + ", or add it to lengths."
	return r
}

func stepNotIn(step string, l journal.Length) remark {
	return remark{what: fmt.Sprintf("The step %s is left out at %d minutes.", quoted(step), l), do: "Take the length out here, or give the step minutes at it."}
}

func nothingAt(l journal.Length) remark {
	return remark{what: fmt.Sprintf("No step is left at %d minutes.", l), do: "Give some steps minutes at that length, or take the length out."}
}

func moreThan(l journal.Length, total int) remark {
	return remark{what: fmt.Sprintf("The steps of %d minutes take %d together.", l, total), do: "Give some of them less, or leave one out at that length.", advice: true}
}

func notOfTheKind(what string, kind journal.Kind) remark {
	return remark{what: "A step of the kind " + string(kind) + " cannot hold " + what + ".", do: "Move it to a step of another kind, or change the kind."}
}

func asksNothing(step string) remark {
	return remark{what: "The step " + quoted(step) + " asks nothing.", do: "Give it prompts or a list to collect, or take it out."}
}

func nothingToCompare() remark {
	return remark{what: "No step before this one collects both hypotheses and evidence.", do: "Put those steps before it, or take the matrix out."}
}

func sentenceWithoutPlaces() remark {
	return remark{what: "The sentence does not hold both {hypothesis} and {evidence}.", do: "Write both where the words of the person are to stand, with quotation marks round the whole."}
}

func ratingMissing(code string) remark {
	return remark{what: "The rating " + code + " has no words.", do: "Add a choice with the id " + code + " and its label."}
}

func noOpening() remark {
	return remark{what: "No prompt of this walk is the opening.", do: "Give \"role: opening\" to the prompt that says what it is about: a grown jot lands there and titles come from it."}
}

func openingTwice(line int) remark {
	return remark{what: "A walk has one opening; the other is on line " + strconv.Itoa(line) + ".", do: "Take the role off one of the two."}
}

func openingSometimes() remark {
	return remark{what: "The opening is not asked at every length.", do: "Put it in a step that every length holds, without lengths and without when."}
}

func noUrgent(l journal.Length) remark {
	at := ""
	if l > 0 {
		at = fmt.Sprintf(" at %d minutes", l)
	}
	return remark{what: "A walk about a family has no way to say" + at + " that something cannot wait.", do: "Add a yes or no prompt with \"role: urgent\" to a step that is always there."}
}

func urgentLate(l journal.Length) remark {
	at := ""
	if l > 0 {
		at = fmt.Sprintf(" at %d minutes", l)
	}
	return remark{what: "The walk does not open" + at + " with a way to say that something cannot wait; it comes later.", do: "Move the prompt with \"role: urgent\" to this step.", advice: true}
}

func textBeforeSections() remark {
	return remark{what: "This text belongs to no step.", do: "Put \"## \" and the id of its step above it."}
}

func guidanceWithoutStep(id, near string) remark {
	r := remark{what: "There is guidance for " + quoted(id) + ", which is no step of this walk.", do: "Correct the heading to the step's id; use ### for headings within guidance."}
	if near != "" {
		r.do = "Did you mean " + near + "? " + r.do
	}
	return r
}

func emptySection(id string) remark {
	return remark{what: "The guidance of " + quoted(id) + " is empty.", do: "Write it, or take the heading out."}
}

func roleInput(role journal.Role, allowed []journal.Input) remark {
	var all []string
	for _, input := range allowed {
		all = append(all, string(input))
	}
	return remark{what: "A prompt with the role " + string(role) + " has to be answered with: " + strings.Join(all, " or ") + ".", do: "Write \"input: " + all[0] + "\"."}
}

func roleTwice(role journal.Role, line int) remark {
	return remark{what: "The role " + string(role) + " is taken already, on line " + strconv.Itoa(line) + ".", do: "Take it off one of the two."}
}

func keepElsewhere() remark {
	return remark{what: "The role keep belongs to a step of the kind arrive.", do: "Take it out: every other step is kept anyway."}
}

func privateOnPage() remark {
	return remark{what: "A private answer cannot be put on the page.", do: "Take on_page out, or private if it is meant to be shared."}
}

func noteForNoAnswer(value string, allowed []string) remark {
	return remark{what: quoted(value) + " is not an answer to this prompt.", do: "Use one of: " + strings.Join(allowed, ", ") + "."}
}

func themesFromPack() remark {
	return remark{what: "The choices of this prompt are the packs' themes.", do: "Take the choices out."}
}

func choicesFromPack(field string) remark {
	return remark{what: "The choices of " + field + " come from the packs.", do: "Take the choices out."}
}

func choicesUnasked() remark {
	return remark{what: "There are choices, but this is not answered by choosing.", do: "Write \"input: choice\" or \"input: many\", or take the choices out."}
}

func isOrIsNot() remark {
	return remark{what: "A condition says \"is\" or \"is_not\", one of the two.", do: "Write the one that is meant."}
}

func looksForward(path string) remark {
	return remark{what: quoted(path) + " is asked only later.", do: "A condition looks back: move that prompt before this one, or depend on another."}
}

func noSuchPrompt(path, near string) remark {
	r := remark{what: "There is no prompt " + quoted(path) + ".", do: "Write \"step.prompt\", or the prompt alone within the same step."}
	if near != "" {
		r.do = "Did you mean " + near + "?"
	}
	return r
}

func keptElsewhere(path string) remark {
	return remark{what: "A condition cannot depend on " + quoted(path) + ", which is kept apart.", do: "Depend on another prompt."}
}

func collectedTwice(of journal.Collection) remark {
	return remark{what: "The step collects " + string(of) + " twice.", do: "Make one list of the two."}
}

func noOffersHere(of journal.Collection) remark {
	return remark{what: "A list of " + string(of) + " takes no offers.", do: "Take them out."}
}

func showsNothing() remark {
	return remark{what: "There are no offers to show.", do: "Add offers, or take show out."}
}

func mainFirst(field string) remark {
	return remark{what: "The first field is not " + field + ", by which an item is known.", do: "Put the field " + field + " first."}
}

func notAField(id string, of journal.Collection, known []string) remark {
	r := notOneOf("field", id, known)
	r.what = quoted(id) + " is not a field of " + string(of) + "."
	return r
}

func fieldInput(id string, input journal.Input) remark {
	return remark{what: "The field " + id + " is answered with " + string(input) + ".", do: "Write \"input: " + string(input) + "\", or leave the line out."}
}

func notInAField(key string) remark {
	return remark{what: "A field of an item takes no " + key + ".", do: "Take the line out."}
}

func noColumns() remark {
	return remark{what: "The list is empty.", do: "Name the columns in the first line, with commas between them."}
}

func badColumn(number int) remark {
	return remark{what: fmt.Sprintf("Column %d has no name of its own.", number), do: "Name every column in the first line, each differently."}
}

func emptyFirstCell(column string) remark {
	return remark{what: "The row has no " + printable(column, 40) + ".", do: "Write it, or take the row out."}
}

func rowTwice(line int) remark {
	return remark{what: "The same row stands on line " + strconv.Itoa(line) + ".", do: "Take one of the two out."}
}

func otherColumns(columns []string) remark {
	return remark{what: "The list it adds to has other columns.", do: "Name them: " + printable(strings.Join(columns, ","), 200) + "."}
}

func itemCount(got, want int) remark {
	return remark{what: fmt.Sprintf("There are %d items; the documents have %d.", got, want), do: "Add the missing ones."}
}

func wrongNumber(want int) remark {
	return remark{what: "The numbers do not run on.", do: fmt.Sprintf("This one is %d.", want)}
}

func noSuchDocument(id string) remark {
	return remark{what: quoted(id) + " is none of the documents above.", do: "Use the id of one, or several with spaces between them."}
}

func notServed(number int) remark {
	return remark{what: fmt.Sprintf("Nothing serves item %d.", number), do: "Name the walks, steps, pages, themes, frameworks or commands that do."}
}

func onlyRead(number int) remark {
	return remark{what: fmt.Sprintf("Item %d is something to do, but there is only something to read.", number), do: "Name a walk or a command, or say under read why reading is enough."}
}

func notCorrected(number int) remark {
	return remark{what: fmt.Sprintf("Nothing puts correction %d right.", number), do: "Name the page, theme or framework that has it right, or say under not_used why it appears nowhere."}
}

func nothingOf(part Part, id string) remark {
	return remark{what: "There is no " + string(part) + " " + quoted(id) + ".", do: "Correct the name, or write it."}
}

// The words of docs/coverage.md.
const (
	coverageTop = `# Coverage

Made from ` + "`seeds/coverage.yaml`" + ` by ` + "`go test ./content -run Coverage -update`" + `; a test says when it is out of date.

The documents behind Sounding, by the short names used below:

`
	coverageItems = `
## What a person can do

%d of %d are there to use. Walks are named with their step where one step does it; commands are what follows ` + "`sounding`" + `.

| No. | From | What | Walks and steps | Pages | Themes and frameworks | Commands |
|---|---|---|---|---|---|---|
`
	coverageCorrections = `
## What the documents have wrong, or what has changed since

All %d, with the pages, themes and frameworks that have it right.

| No. | From | What was said | Where it is right |
|---|---|---|---|
`
)
