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
	return remark{what: "There is no \"" + key + "\" here.", do: "Add a line \"" + key + ":\" with its value."}
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

func noColumn(column string) remark {
	return remark{what: "There is no column " + column + ", and Sounding reads this list by its columns.", do: "Name it in the first line, and fill it in every row."}
}

func nothingIn(column string) remark {
	return remark{what: "The row has no " + column + ".", do: "Write it, or take the row out."}
}

func notAShare(text string) remark {
	return remark{what: quoted(text) + " is not a share.", do: "Write a number from 0 to 1, such as 0.55."}
}

func highBelowLow() remark {
	return remark{what: "The range ends below where it begins.", do: "Give low the smaller number and high the larger."}
}

func unverifiedOn() remark {
	return remark{what: "A row that nobody has verified cannot be on.", do: "Name its source and make it published or own, or put no under on."}
}

func noVoicesNamed() remark {
	return remark{what: "This line does not say who has not been heard.", do: "Put {voices} where the names belong."}
}

func notCounts() remark {
	return remark{what: "The count and the total are not counts.", do: "Write whole numbers, the count no larger than the total."}
}

func shareIsNotCounts() remark {
	return remark{what: "The share is not the count out of the total.", do: "Correct whichever of the three is wrong."}
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
