package linear

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sounding/journal"
)

// listed is how many reflections or pages are printed at a time.
const listed = 20

// resume goes on with the reflection that was written in last.
func (a *App) resume(ctx context.Context) error {
	var drafts []journal.Summary
	for _, s := range a.Vault.List() {
		if s.Status == journal.StatusDraft {
			drafts = append(drafts, s)
		}
	}
	if len(drafts) == 0 {
		a.talk.say("%s", noDrafts)
		return nil
	}
	id, err := a.pick(drafts, resumeQuestion)
	if err != nil || id == "" {
		return err
	}
	return a.open(ctx, id)
}

func (a *App) open(ctx context.Context, id journal.ID) error {
	r, w, err := a.Vault.Load(ctx, id)
	if err != nil {
		return err
	}
	return a.walk(ctx, &r, &w)
}

// begin asks for a walk and a length and starts a reflection.
func (a *App) begin(ctx context.Context) error {
	w, err := a.pickWalk()
	if err != nil || w == nil {
		return err
	}
	length, err := a.pickLength(w)
	if err != nil {
		return err
	}
	r, err := a.Vault.Begin(ctx, w, length)
	if err != nil {
		return err
	}
	return a.walk(ctx, &r, w)
}

func (a *App) pickWalk() (*journal.Walk, error) {
	walks := a.Shelf.Walks()
	var choices []journal.Choice
	for _, w := range walks {
		label := ended(w.Title)
		if w.Summary != "" {
			label += " " + w.Summary
		}
		choices = append(choices, journal.Choice{ID: w.ID, Label: label})
	}
	i, err := a.talk.choose(walkQuestion, choices, true)
	if err != nil || i < 0 {
		return nil, err
	}
	return &walks[i], nil
}

func (a *App) pickLength(w *journal.Walk) (journal.Length, error) {
	choices := lengthChoices(w)
	if len(choices) == 0 {
		return 0, nil
	}
	i, err := a.talk.choose(lengthQuestion, choices, true)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		return usual(w, a.Vault.Preferences().Length), nil
	}
	return w.Lengths[i], nil
}

// usual is the length to take when the person does not say: theirs, else the
// walk's.
func usual(w *journal.Walk, own journal.Length) journal.Length {
	if own != 0 && w.Offers(own) {
		return own
	}
	if w.Usual != 0 {
		return w.Usual
	}
	return w.Lengths[0]
}

// jot starts the walk for three lines caught in the car.
func (a *App) jot(ctx context.Context) error {
	for _, w := range a.Shelf.Walks() {
		if w.ID != journal.JotWalk {
			continue
		}
		r, err := a.Vault.Begin(ctx, &w, w.Usual)
		if err != nil {
			return err
		}
		return a.walk(ctx, &r, &w)
	}
	a.talk.say("%s", noJot)
	return nil
}

// list shows everything that is kept, newest first.
func (a *App) list(ctx context.Context) error {
	all := a.Vault.List()
	if len(all) == 0 {
		a.talk.say("%s", nothingKept)
		return nil
	}
	id, err := a.pick(all, listQuestion)
	if err != nil || id == "" {
		return err
	}
	return a.reflection(ctx, id)
}

// pick prints reflections in pages and reads one; empty where none was chosen.
func (a *App) pick(all []journal.Summary, question string) (journal.ID, error) {
	choices := make([]journal.Choice, len(all))
	for i, s := range all {
		choices[i] = journal.Choice{ID: string(s.ID), Label: line(s)}
	}
	i, err := a.among(question, choices)
	if err != nil || i < 0 {
		return "", err
	}
	return all[i].ID, nil
}

// among prints choices a page at a time, with which of how many they are, and
// reads one. More goes on to the next page, and from the last to the first.
// Enter alone gives -1.
func (a *App) among(question string, all []journal.Choice) (int, error) {
	for from := 0; ; from += listed {
		if from >= len(all) {
			from = 0
		}
		to := min(from+listed, len(all))
		a.talk.say(listRange, from+1, to, len(all))
		choices := slices.Clone(all[from:to])
		if len(all) > listed {
			choices = append(choices, journal.Choice{ID: "more", Label: moreLabel})
		}
		i, err := a.talk.choose(question, choices, true)
		if err != nil || i < 0 {
			return -1, err
		}
		if i < to-from {
			return from + i, nil
		}
	}
}

func line(s journal.Summary) string {
	var parts []string
	if s.Subject != "" {
		parts = append(parts, fmt.Sprintf(aboutSubject, s.Subject))
	}
	state := draftWord
	if s.Status == journal.StatusFinished {
		state = finishedWord
	}
	parts = append(parts, s.Updated.Format("2 January 2006"), state)
	if s.Urgent && s.Status == journal.StatusDraft {
		parts = append(parts, urgentWord)
	}
	return followed(journal.VisibleLine(s.Title), strings.Join(parts, ", "))
}

// reflection is what can be done with one reflection.
func (a *App) reflection(ctx context.Context, id journal.ID) error {
	choices := []journal.Choice{
		{ID: "read", Label: doRead}, {ID: "open", Label: doOpen}, {ID: "page", Label: doPage},
		{ID: "grow", Label: doGrow}, {ID: "earlier", Label: doRevisions},
		{ID: "export", Label: doExport}, {ID: "hold", Label: doHold}, {ID: "trash", Label: doTrash}, {ID: "back", Label: doBack},
	}
	for first := true; ; first = false {
		choices[6].Label = holdLabel(a.Vault.IsHeld(id))
		a.talk.gap()
		if first {
			a.talk.list(reflectionQuestion, choices)
		} else {
			a.talk.say("%s", reflectionNext)
		}
		i, err := a.talk.chosen(reflectionQuestion, choices, true)
		if err != nil || i < 0 || choices[i].ID == "back" {
			return err
		}
		done, err := a.act(ctx, id, choices[i].ID)
		if err != nil || done {
			return err
		}
	}
}

func (a *App) act(ctx context.Context, id journal.ID, what string) (bool, error) {
	r, w, err := a.Vault.Load(ctx, id)
	if err != nil {
		return true, err
	}
	p := journal.NewProgress(&w, &r, a.Shelf.Catalogue(), a.Now)
	switch what {
	case "read":
		a.record(p)
	case "page":
		a.page(p)
	case "open":
		return true, a.walk(ctx, &r, &w)
	case "grow":
		return true, a.grow(ctx, &r)
	case "earlier":
		return false, a.revisions(ctx, id)
	case "export":
		return false, a.export(p)
	case "hold":
		return false, a.hold(ctx, id)
	case "trash":
		return a.putInTrash(ctx, id)
	}
	return false, nil
}

func (a *App) grow(ctx context.Context, r *journal.Reflection) error {
	w, err := a.pickWalk()
	if err != nil || w == nil {
		return err
	}
	length, err := a.pickLength(w)
	if err != nil {
		return err
	}
	grown, err := a.Vault.Grow(ctx, r, w, length)
	if err != nil {
		return err
	}
	return a.walk(ctx, &grown, w)
}

func (a *App) putInTrash(ctx context.Context, id journal.ID) (bool, error) {
	sure, err := a.talk.yes(trashQuestion)
	if err != nil || !sure {
		return false, err
	}
	if err := a.Vault.Trash(ctx, id); err != nil {
		return false, err
	}
	a.talk.say("%s", trashed)
	return true, nil
}

func (a *App) revisions(ctx context.Context, id journal.ID) error {
	kept, err := a.Vault.Revisions(ctx, id)
	if err != nil {
		return err
	}
	if len(kept) == 0 {
		a.talk.say("%s", noRevisions)
		return nil
	}
	var choices []journal.Choice
	for _, rev := range kept {
		choices = append(choices, journal.Choice{
			ID: strconv.FormatUint(rev.Number, 10), Label: fmt.Sprintf(revisionLine, rev.Number, rev.Saved.Format("2 January 2006, 15:04")),
		})
	}
	i, err := a.talk.choose(revisionQuestion, choices, true)
	if err != nil || i < 0 {
		return err
	}
	return a.oneRevision(ctx, id, kept[i].Number)
}

func (a *App) oneRevision(ctx context.Context, id journal.ID, number uint64) error {
	old, err := a.Vault.Revision(ctx, id, number)
	if err != nil {
		return err
	}
	_, w, err := a.Vault.Load(ctx, id)
	if err != nil {
		return err
	}
	a.record(journal.NewProgress(&w, &old, a.Shelf.Catalogue(), a.Now))
	bring, err := a.talk.yes(restoreQuestion)
	if err != nil || !bring {
		return err
	}
	if err := a.Vault.Restore(ctx, id, number); err != nil {
		return err
	}
	a.talk.say("%s", restored)
	return nil
}

// search reads words and shows what they find.
func (a *App) search(ctx context.Context) error {
	a.talk.say("%s", searchQuestion)
	words, err := a.talk.line()
	if err != nil || strings.TrimSpace(words) == "" {
		return err
	}
	hits, total, err := a.Vault.Search(ctx, words)
	if err != nil {
		return err
	}
	a.talk.say("%s", journal.Counted(total, "reflection", "reflections")+" found.")
	if len(hits) == 0 {
		return nil
	}
	choices := make([]journal.Choice, len(hits))
	for i, h := range hits {
		label := line(h.Summary)
		if more := h.Further(); more != "" {
			label = ended(label) + " " + ended(journal.VisibleLine(more))
		}
		choices[i] = journal.Choice{ID: string(h.Summary.ID), Label: label}
	}
	i, err := a.among(listQuestion, choices)
	if err != nil || i < 0 {
		return err
	}
	return a.reflection(ctx, hits[i].Summary.ID)
}

// trash lists what was put away and brings one back.
func (a *App) trash(ctx context.Context) error {
	away, err := a.Vault.Trashed(ctx)
	if err != nil {
		return err
	}
	if len(away) == 0 {
		a.talk.say("%s", trashEmpty)
		return nil
	}
	id, err := a.pick(away, trashedQuestion)
	if err != nil || id == "" {
		return err
	}
	choices := []journal.Choice{
		{ID: "back", Label: bringBack}, {ID: "erase", Label: eraseLabel},
		{ID: "hold", Label: holdLabel(a.Vault.IsHeld(id))}, {ID: "leave", Label: leaveThere},
	}
	i, err := a.talk.choose(trashedDo, choices, true)
	if err != nil || i < 0 || i == 3 {
		return err
	}
	switch i {
	case 1:
		return a.erase(ctx, id)
	case 2:
		return a.hold(ctx, id)
	}
	if err := a.Vault.Untrash(ctx, id); err != nil {
		return err
	}
	a.talk.say("%s", broughtBack)
	return nil
}
