package content

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
)

// What is said of a file that cannot be read as part of a pack: what is wrong,
// then what to do.

func notYAML(err error) remark {
	return remark{
		what: "This is not YAML that can be read (" + yamlComplaint(err) + ").",
		do:   "Compare the line, and the one above it, with the same place in another file: spaces at the start, the colon, and quotation marks round text that holds a colon.",
	}
}

func quoteOpen() remark {
	return remark{what: "A quotation mark is opened here and not closed.", do: "Put one at the end of the text; a quotation mark within it is written \\\"."}
}

func severalDocuments() remark {
	return remark{what: "A second YAML document starts here.", do: "Keep one to a file: take this line of dashes out."}
}

func flowMapping() remark {
	return remark{what: "Braces { } are not used in packs.", do: "Write each key on a line of its own, indented."}
}

func notUsed() remark {
	return remark{what: "Anchors, tags and other special YAML are not used in packs.", do: "Write the words out; put quotation marks round text that starts with &, *, !, % or @."}
}

func tooMuchYAML() remark {
	return remark{what: "There is more YAML here than one file of a pack holds.", do: "Split the file: one walk, theme or framework to each."}
}

func moreProblems() remark {
	return remark{what: "There are more mistakes in this file.", do: "Mend those above first, then check again."}
}

func tooNested() remark {
	return remark{what: "This is nested too deep, or a line is too long, to be part of a pack.", do: "Break the line up, or take levels out."}
}

func unknownField(name string, known []string) remark {
	r := remark{what: quoted(name) + " is not something that can be said here.", do: "Use one of: " + strings.Join(known, ", ") + "."}
	switch near := nearest(name, known); {
	case name == "guidance":
		r.do = "Write guidance below the front matter, under \"## \" and the step's id."
	case name == "body":
		r.do = "Write the text below the front matter."
	case name == "pack":
		r.do = "Take it out: the pack's name comes from pack.yaml."
	case near != "":
		r.do = "Did you mean " + near + "? Otherwise take the line out."
	}
	return r
}

func nothingThere(name string) remark {
	return remark{what: named(name, "This") + " has nothing written after it.", do: "Write something, or take the line out."}
}

func wantsKeys(name string) remark {
	return remark{what: named(name, "This file") + " should be a set of keys, each with its value.", do: "Write lines such as \"title: What happened?\", indented below it."}
}

func wantsList(name string) remark {
	return remark{what: named(name, "This file") + " should be a list.", do: "Start each item on its own line with a hyphen and a space."}
}

func wantsWords(name string) remark {
	return remark{what: named(name, "This") + " should be words, not a list or a set of keys.", do: "Write the words on the same line, in quotation marks if they hold a colon."}
}

func wantsTruth(name string) remark {
	return remark{what: named(name, "This") + " should be true or false.", do: "Write true, or take the line out."}
}

func wantsNumber(name string) remark {
	return remark{what: named(name, "This") + " should be a whole number.", do: "Write figures only, such as 25."}
}

func named(name, otherwise string) string {
	if name == "" {
		return otherwise
	}
	return printable(name, 40)
}

// yamlComplaint is the YAML library's own reason, without its place and
// without anything that would break the line.
func yamlComplaint(err error) string {
	text := err.Error()
	if at, ok := err.(interface{ GetMessage() string }); ok {
		text = at.GetMessage()
	}
	text, _, _ = strings.Cut(text, "\n")
	text, _, _ = strings.Cut(text, " at [") // a place counted from the front matter, not from the file
	return printable(strings.TrimSuffix(text, "."), 100)
}

func noFrontMatter() remark {
	return remark{what: "The file does not start with front matter.", do: "Begin with a line of three hyphens (---), then the keys, then another line of three hyphens."}
}

func frontMatterOpen() remark {
	return remark{what: "The front matter is not closed.", do: "Put a line of three hyphens (---) after the last key."}
}

func notUTF8() remark {
	return remark{what: "This is not text in UTF-8.", do: "Save the file again with the encoding UTF-8."}
}

func controlCharacter(r rune) remark {
	return remark{what: fmt.Sprintf("A control or hidden character (U+%04X) stands in the text.", r), do: "Take it out; typing the line again is the surest way."}
}

func tooLarge() remark {
	return remark{what: "The file is larger than a megabyte.", do: "Split it: one walk, one theme or one idea to a file."}
}

func tooMany() remark {
	return remark{what: "There are more than 5,000 files here.", do: "Check that this is the folder of a pack and not one above it."}
}

func noFolder() remark {
	return remark{what: "The folder of the pack could not be opened.", do: "Check that it is there, that it is a folder, and that you may read it."}
}

func unreadable() remark {
	return remark{what: "The file could not be opened.", do: "Check that it is there and that you may read it."}
}

func notInAPack() remark {
	return remark{what: "A pack has no place for this.", do: "A pack holds pack.yaml, principles.yaml, signs.yaml and the folders walks, themes, library, frameworks and words; move it, rename it or take it out."}
}

func wrongEnding(ending string) remark {
	return remark{what: "Files in this folder end in " + ending + ".", do: "Rename it, or move it out of the pack."}
}

func noShelf() remark {
	return remark{what: "A page stands on a shelf: a folder inside library.", do: "Move it to a folder such as library/approaches."}
}

func noPackFile() remark {
	return remark{what: "The folder has no pack.yaml.", do: "Add one with id, title and version; `sounding packs new` shows how."}
}

// nearest finds the known name that a wrong one most looks like, or "".
func nearest(name string, known []string) string {
	best, found := 3, ""
	for _, k := range known {
		if d := distance(name, k); d < best && d < len(k) {
			best, found = d, k
		}
	}
	return found
}

// distance counts the letters to change, add or take away (Levenshtein 1966).
// Long names are not compared.
func distance(a, b string) int {
	if len(a) > 40 || len(b) > 40 {
		return 99
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func notCSV(err error) remark {
	why := "it is not comma-separated values"
	if errors.Is(err, csv.ErrQuote) || errors.Is(err, csv.ErrBareQuote) {
		why = "a quotation mark is not closed or stands alone"
	}
	return remark{what: "The table cannot be read from here: " + why + ".", do: "Put a cell with commas or quotation marks between \" and double the marks inside it."}
}

func cellCount(got, want int) remark {
	return remark{what: fmt.Sprintf("The row has %d cells; the first line names %d.", got, want), do: "Add the missing commas, or put a cell that holds a comma between quotation marks."}
}

// The words of themes and frameworks where they are read as pages.
const (
	themeAsk       = "What a supervisor would ask"
	themePlaces    = "People and places with influence"
	themeNotYet    = "What not to do first"
	themeLaw       = "Law and facts, with their dates"
	themeBrings    = "Viewpoints it brings into a walk"
	themeMarks     = "Standards, as the authority linked them"
	themeSuggested = "Standards that we suggest as well"

	cardSource      = "Source: %s. Checked on %s."
	checkCurrentLaw = "Check current law before you rely on this."
	standardUntil   = " (until %s)"
	standardAliases = "Older and local names: %s."
	forceBetween    = "In force from %s to %s."
	forceFrom       = "In force from %s, with no end set."
	forceTo         = "In force until %s."
	forceUndated    = "No dates are given."

	frameworkProvisional = "Not settled yet."
	frameworkStandards   = "The standards, in our words"
	frameworkLevels      = "Levels"
)
