package main

import (
	"context"
	"slices"
	"strings"

	"sounding/content"
	"sounding/journal"
	"sounding/language"
	"sounding/tui/linear"
	"sounding/tui/walk"
)

// The word lists of a pack that only what is shown here reads.
const (
	listLenses = "lenses"
	listPlaces = "places"
	listChecks = "checks"
)

// tables turns a pack's word lists into what the reasoning is handed.
type tables struct{ library *content.Library }

// rows reads a list, row by row, each as what its columns hold. A pack without
// the list has no rows.
func (t tables) rows(list string) []func(column string) string {
	words, ok := t.library.Words(list)
	if !ok {
		return nil
	}
	var out []func(string) string
	for _, row := range words.Rows {
		out = append(out, func(column string) string { return words.Cell(row, column) })
	}
	return out
}

// voices is whom a walk lets be heard, and what goes before any contact.
func (t tables) voices(w *journal.Walk) journal.Voices {
	out := t.library.VoiceWords()
	out.Table = journal.VoicesOf(w, t.library.KnownVoices())
	return out
}

// lenses are the viewpoints of a kind: ordinary, or self for those that count
// the writer or the service in.
func (t tables) lenses(kind string) []string {
	var out []string
	for _, row := range t.rows(listLenses) {
		if row("kind") == kind {
			out = append(out, row("id"))
		}
	}
	return out
}

// places is where the walks keep what is looked back on.
func (t tables) places() journal.Places {
	by := map[string][]string{}
	for _, row := range t.rows(listPlaces) {
		by[row("id")] = append(by[row("id")], row("place"))
	}
	return journal.Places{
		Decision: by["decision"], Decider: by["decider"], ChildMade: by["child-decision"], OnRecord: by["on-record"],
		RecordedOn: by["recorded-on"], CameBack: by["came-back"], Change: by["change"], ChangeBy: by["change-by"],
	}
}

// checks are the parts of the second look.
func (t tables) checks() []journal.Check {
	var out []journal.Check
	for _, row := range t.rows(listChecks) {
		if last := len(out) - 1; last >= 0 && out[last].ID == row("id") {
			out[last].Places = append(out[last].Places, row("place"))
			continue
		}
		out = append(out, journal.Check{ID: row("id"), Label: row("label"), Places: []string{row("place")}})
	}
	return out
}

// national is the published share of families who came back; none where the
// pack gives none.
func (t tables) national() journal.NationalRate {
	rate, _ := t.library.PublishedRate(content.ReReferrals)
	return rate
}

// insights is what could have been used in the walks, for counting what was.
// The core walk has the fullest lists.
func (t tables) insights(c *journal.Catalogue) journal.InsightTables {
	out := journal.InsightTables{
		Principles: c.Principles, Checks: t.checks(), Likelihoods: t.library.Likelihoods(), Places: t.places(),
	}
	for _, theme := range c.Themes {
		out.Themes = append(out.Themes, journal.Choice{ID: theme.ID, Label: theme.Title})
	}
	w, ok := t.library.Walk(coreWalk)
	if !ok {
		return out
	}
	out.Voices, out.Walk = t.voices(&w).Table, w.ID
	for _, s := range w.Steps {
		out.Steps = append(out.Steps, journal.Choice{ID: s.ID, Label: s.Label})
		for _, collect := range s.Collects {
			if collect.Of != journal.Hypotheses {
				continue
			}
			for _, o := range collect.Offers {
				out.Lenses = append(out.Lenses, journal.Choice{ID: o.ID, Label: o.Label})
			}
		}
	}
	return out
}

// coreWalk is the walk whose lists of lenses and voices are the fullest.
const coreWalk = "case-reflection"

// earlierLimit is how many earlier reflections about the same subject are
// looked through for a plan that comes back.
const earlierLimit = 12

// signTables is what the detectors of signs need to know.
func (d *desk) signTables(ctx context.Context, r *journal.Reflection, w *journal.Walk) journal.SignTables {
	t := tables{d.library}
	out := journal.SignTables{
		Texts: d.library.Signs(), Voices: t.voices(w).Table, Circumstances: d.library.Circumstances(),
		Likelihoods: d.library.Likelihoods(), Walk: w,
	}
	if r.Subject == "" {
		return out
	}
	for _, s := range d.List() {
		if s.ID == r.ID || s.Subject != r.Subject || !s.Created.Before(r.Created) || len(out.Earlier) == earlierLimit {
			continue
		}
		// One that cannot be read shows no sign; opening it says what is wrong.
		if earlier, err := d.Get(ctx, s.ID); err == nil {
			out.Earlier = append(out.Earlier, earlier)
		}
	}
	return out
}

// signs are the few that are worth a look in a reflection, at its length, those
// that the person disagreed with left out.
func (d *desk) signs(r *journal.Reflection, w *journal.Walk, words func() language.Tables) []journal.SeenSign {
	if journal.MostSigns(r.Length) == 0 {
		return nil
	}
	found := d.signTables(context.Background(), r, w)
	p := d.progress(r, w)
	disagreed := d.Preferences().DisagreedIn(r.ID)
	var out []journal.SeenSign
	// A no makes no room for another sign: few are offered, and a no is not a
	// way to the next.
	for _, s := range journal.Choose(journal.Signs(r, found, wordingFindings(r, found.Texts, words())), r.Length, nil) {
		if seen, ok := p.Seen(s, found.Texts); ok && !slices.Contains(disagreed, s.Key) {
			out = append(out, seen)
		}
	}
	return out
}

// reasoning is what the walk's screen is told by the reasoning.
func (d *desk) reasoning(id journal.ID, w *journal.Walk, words func() language.Tables) walk.Reasoning {
	t := tables{d.library}
	return walk.Reasoning{
		Signs:    func(r *journal.Reflection) []journal.SeenSign { return d.signs(r, w, words) },
		Disagree: func(key, because string) error { return d.disagree(id, key, because) },
		Voices:   t.voices(w), Ordinary: t.lenses("ordinary"), Self: t.lenses("self"),
	}
}

// linearReasoning is the same for the plain lines.
func (d *desk) linearReasoning(words func() language.Tables) linear.Reasoning {
	t := tables{d.library}
	return linear.Reasoning{
		Signs:    func(r *journal.Reflection, w *journal.Walk) []journal.SeenSign { return d.signs(r, w, words) },
		Disagree: d.disagree, SignName: d.SignName, Voices: t.voices,
		Ordinary: t.lenses("ordinary"), Self: t.lenses("self"),
	}
}

// wordingFindings is what can be told of a reflection's wording: the signs' own
// phrases, and the words of certainty and of blame.
func wordingFindings(r *journal.Reflection, texts []journal.SignText, words language.Tables) []journal.Finding {
	out := journal.SignWords(r, texts)
	kinds := map[language.WordKind]journal.FindingKind{
		language.WordCertainty: journal.FindingCertainty, language.WordBlame: journal.FindingBlame,
	}
	journal.EachWriting(r, func(step, ref, text string) {
		for _, f := range language.Wording(text, words) {
			if kind, wanted := kinds[f.Kind]; wanted {
				out = append(out, journal.Finding{Kind: kind, Step: step, Ref: ref, Start: f.Start, End: f.End, Text: f.Text})
			}
		}
	})
	return out
}

// disagree remembers that the person said no to a sign, sealed with their other
// preferences.
func (d *desk) disagree(id journal.ID, key, because string) error {
	p := d.Preferences()
	p.Disagree(id, key, because)
	return d.SetPreferences(p)
}

// whole loads every reflection that is kept, what is in the trash left
// out.
func (d *desk) whole(ctx context.Context) ([]journal.Reflection, error) {
	if err := d.writer.Flush(ctx); err != nil {
		return nil, err
	}
	var out []journal.Reflection
	for _, s := range d.List() {
		r, err := d.Get(ctx, s.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// SignName is what a sign is called, by its id.
func (d *desk) SignName(id string) string {
	for _, text := range d.library.Signs() {
		if text.ID == id {
			return text.Name
		}
	}
	return strings.ReplaceAll(id, "-", " ")
}

// Due gathers what is open up to a day, and the looks back that are open today.
func (d *desk) Due(until journal.Date) []journal.Due { return d.due(until) }

// Likelihood is the word for how likely something seemed, by its id; empty for
// none.
func (d *desk) Likelihood(id string) string {
	for _, l := range d.library.Likelihoods() {
		if l.ID == id {
			return l.Label
		}
	}
	return ""
}

// LookBack begins the walk that looks back on a reflection, with its subject
// and what was leaned towards.
func (d *desk) LookBack(ctx context.Context, id journal.ID) (journal.ID, error) {
	earlier, _, err := d.Load(ctx, id)
	if err != nil {
		return "", err
	}
	w, ok := d.Walk(lookBackWalk)
	if !ok {
		return "", usage(walkUnknown, lookBackWalk)
	}
	fresh, err := d.newID()
	if err != nil {
		return "", err
	}
	r, err := journal.LookBack(&earlier, tables{d.library}.places(), &w, fresh, d.now())
	if err != nil {
		return "", err
	}
	if err := d.snapshot(ctx, &r, &w); err != nil {
		return "", err
	}
	d.Put(r)
	return r.ID, d.Flush(ctx)
}

// Decisions is the decision log over everything that is kept.
func (d *desk) Decisions(ctx context.Context) ([]journal.Decision, error) {
	all, err := d.whole(ctx)
	if err != nil {
		return nil, err
	}
	return journal.DecisionLog(all, tables{d.library}.places()), nil
}

// Returns is how many of the families that were looked back on came back, beside
// the published share.
func (d *desk) Returns(ctx context.Context) (journal.ReturnRate, error) {
	all, err := d.whole(ctx)
	if err != nil {
		return journal.ReturnRate{}, err
	}
	t := tables{d.library}
	return journal.ReturnRateOf(all, t.places(), t.national()), nil
}

// Insights is what everything that is kept adds up to.
func (d *desk) Insights(ctx context.Context) ([]journal.Insight, error) {
	all, err := d.whole(ctx)
	if err != nil {
		return nil, err
	}
	tables := tables{d.library}.insights(d.Catalogue())
	if d.Preferences().Time {
		spent := d.spent()
		tables.Spent = &spent
	}
	return journal.Insights(all, tables), nil
}
