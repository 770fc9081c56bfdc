package content

import (
	"fmt"
	"strconv"
	"strings"

	"sounding/journal"
)

// What is said of a walk that does not fit: what is wrong, then what to do.

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
