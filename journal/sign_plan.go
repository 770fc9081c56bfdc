package journal

import "strings"

// sunkCost: an action that already stands in two earlier reflections about the
// same subject; or words of having put in so much.
func (l *look) sunkCost() (string, []Trace) {
	for _, a := range l.Actions {
		times := 0
		for i := range l.tables.Earlier {
			if earlier := &l.tables.Earlier[i]; earlier.Subject == l.Subject && l.Subject != "" && planned(earlier, a.Text) {
				times++
			}
		}
		if times >= 2 {
			return fillCounts(signSaid.samePlan, times, ""), []Trace{{Ref: a.ID}}
		}
	}
	return signSaid.investedWords, l.byItself("sunk-cost")
}

// planned says whether a reflection has much the same action: of the words that
// matter in either, most are in both.
func planned(r *Reflection, text string) bool {
	want := weighty(text)
	for _, a := range r.Actions {
		had := weighty(a.Text)
		both := 0
		for w := range want {
			if had[w] {
				both++
			}
		}
		if len(want) >= 3 && 5*both >= 3*(len(want)+len(had)-both) {
			return true
		}
	}
	return false
}

// weighty are the longer words of a text, those that carry what it is about.
func weighty(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range placed(text) {
		if len(w.text) > 3 {
			out[w.text] = true
		}
	}
	return out
}

// omission: the thinking is done, there are actions, and none has a date.
func (l *look) omission() (string, []Trace) {
	if !l.settled() {
		return "", nil
	}
	var undated []Trace
	for _, a := range l.Actions {
		switch {
		case strings.TrimSpace(a.Text) == "" || a.Done == Yes:
		case a.Due != "":
			return "", nil
		default:
			undated = append(undated, Trace{Ref: a.ID})
		}
	}
	return fillCounts(signSaid.noDates, len(undated), ""), undated
}

// diffusion: two actions or more that are nobody's, or one that is everybody's.
func (l *look) diffusion() (string, []Trace) {
	if !l.settled() {
		return "", nil
	}
	// A group's name matters where an owner should stand; phrases such as "to
	// monitor" matter in an action that has no owner.
	vague := map[string]bool{}
	for _, t := range l.own("diffusion") {
		vague[t.Ref] = strings.HasSuffix(t.Ref, ".owner")
	}
	for _, t := range l.byItself("diffusion") {
		vague[t.Ref] = true
	}
	var nobody, everybody []Trace
	for _, a := range l.Actions {
		switch {
		case strings.TrimSpace(a.Text) == "" || a.Done == Yes:
		case vague[a.ID+".owner"]:
			everybody = append(everybody, Trace{Ref: a.ID + ".owner"})
		case strings.TrimSpace(a.Owner) == "" && vague[a.ID]:
			everybody = append(everybody, Trace{Ref: a.ID})
		case strings.TrimSpace(a.Owner) == "":
			nobody = append(nobody, Trace{Ref: a.ID})
		}
	}
	if len(everybody) == 0 && len(nobody) < 2 {
		return "", nil
	}
	return signSaid.noOwner, append(everybody, nobody...)
}
