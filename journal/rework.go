package journal

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// MergeHypotheses joins the second of two hypotheses into the first: both
// texts, both expectations, both ways to find out, both answers to what could
// happen. It is grave if either was, and set aside only if both were. A cell
// that both rated alike keeps its rating; where they differ it is to be rated
// afresh, since the row means something else now. Actions that grew out of the
// second belong to the first.
func (r *Reflection) MergeHypotheses(into, from string) error {
	a, b := r.hypothesis(into), r.hypothesis(from)
	switch {
	case a == nil:
		return fmt.Errorf("%s: %w", into, ErrNoItem)
	case b == nil:
		return fmt.Errorf("%s: %w", from, ErrNoItem)
	case a == b:
		return &Refusal{Why: sayMergeSame}
	}
	a.Text = joined(a.Text, b.Text, "; ")
	a.Expect = joined(a.Expect, b.Expect, "\n")
	a.FindOut = joined(a.FindOut, b.FindOut, "\n")
	a.IfMissed = joined(a.IfMissed, b.IfMissed, "\n")
	if a.Lens == "" {
		a.Lens = b.Lens
	}
	if a.Found != b.Found {
		a.Found = ""
	}
	if b.Grave == Yes || a.Grave == "" {
		a.Grave = b.Grave
	}
	if b.Parked != Yes {
		a.Parked = b.Parked
	}
	for _, e := range sortedKeys(r.Ratings[into]) {
		if r.Rating(into, e) != r.Rating(from, e) {
			if err := r.Rate(into, e, ""); err != nil {
				return err
			}
		}
	}
	for i := range r.Actions {
		if r.Actions[i].From == from {
			r.Actions[i].From = into
		}
	}
	return r.RemoveItem(from)
}

// joined puts two texts together, leaving out one that is empty or the same.
// The full stop of the first goes where the second follows on the same line.
func joined(a, b, between string) string {
	switch {
	case strings.TrimSpace(b) == "" || a == b:
		return a
	case strings.TrimSpace(a) == "":
		return b
	}
	if between != "\n" {
		a = strings.TrimRight(strings.TrimSpace(a), ".")
	}
	return a + between + b
}

// SplitHypothesis makes a twin of a hypothesis right after it, ratings and all,
// so that each can be written on as one of the two things it turned out to be.
// It gives the twin's local id.
func (r *Reflection) SplitHypothesis(ref string) (string, error) {
	if r.hypothesis(ref) == nil {
		return "", fmt.Errorf("%s: %w", ref, ErrNoItem)
	}
	twin, err := r.AddItem(Hypotheses, "")
	if err != nil {
		return "", err
	}
	last := len(r.Hypotheses) - 1
	at := slices.IndexFunc(r.Hypotheses, func(h Hypothesis) bool { return h.ID == ref })
	made := r.Hypotheses[at]
	made.ID = twin
	r.Hypotheses = slices.Insert(r.Hypotheses[:last:last], at+1, made)
	for e, rating := range r.Ratings[ref] {
		if err := r.Rate(twin, e, rating); err != nil {
			return "", err
		}
	}
	return twin, nil
}

// ParkHypothesis sets a hypothesis aside, or takes it up again where it was set
// aside. It says which. Its ratings stay.
func (r *Reflection) ParkHypothesis(ref string) (aside bool, err error) {
	h := r.hypothesis(ref)
	if h == nil {
		return false, fmt.Errorf("%s: %w", ref, ErrNoItem)
	}
	if h.Parked == Yes {
		h.Parked = ""
		return false, nil
	}
	h.Parked = Yes
	return true, nil
}

// LinkAction says that an action grew out of a hypothesis.
func (r *Reflection) LinkAction(action, hypothesis string) error {
	if r.hypothesis(hypothesis) == nil {
		return fmt.Errorf("%s: %w", hypothesis, ErrNoItem)
	}
	if it, spec, _ := r.find(action); it == nil || spec.Of != Actions {
		return fmt.Errorf("%s: %w", action, ErrNoItem)
	}
	return r.SetField(action, "from", hypothesis)
}

func (r *Reflection) hypothesis(ref string) *Hypothesis {
	for i := range r.Hypotheses {
		if r.Hypotheses[i].ID == ref {
			return &r.Hypotheses[i]
		}
	}
	return nil
}

// The words that rework explanations, as they are typed: "merge H1 H2", "split
// H2", "park H3", "link A1 H2"; "up H3" and "down E2" move anything in its list.
const (
	WordUp    = "up"
	WordDown  = "down"
	WordMerge = "merge"
	WordSplit = "split"
	WordPark  = "park"
	WordLink  = "link"
)

// Rework does what a line of words says to the explanations and says in words
// what came of it. It is not known where the line begins with none of these
// words, nor where up or down stand alone. Local ids may be typed in small letters. A *Refusal says what to type.
func (p *Progress) Rework(line string) (said string, known bool, err error) {
	words := strings.Fields(line)
	if len(words) == 0 {
		return "", false, nil
	}
	refs := make([]string, 0, len(words)-1)
	for _, w := range words[1:] {
		refs = append(refs, strings.ToUpper(strings.Trim(w, ",.")))
	}
	switch word := strings.ToLower(words[0]); word {
	case WordMerge, WordLink:
		if len(refs) != 2 {
			return "", true, &Refusal{Why: map[string]string{WordMerge: askMerge, WordLink: askLink}[word]}
		}
		said, err = p.pair(word, refs[0], refs[1])
	case WordUp, WordDown:
		if len(refs) != 1 {
			return "", false, nil
		}
		said, err = p.moved(word, refs[0])
	case WordSplit, WordPark:
		if len(refs) != 1 {
			return "", true, &Refusal{Why: map[string]string{WordSplit: askSplit, WordPark: askPark}[word]}
		}
		said, err = p.single(word, refs[0])
	default:
		return "", false, nil
	}
	if err == nil {
		p.Reflection.Updated = p.now()
	}
	return said, true, err
}

func (p *Progress) pair(word, a, b string) (string, error) {
	r := p.Reflection
	if word == WordMerge {
		return fmt.Sprintf(saidMerged, b, a), known(r.MergeHypotheses(a, b))
	}
	if strings.HasPrefix(a, "H") {
		a, b = b, a
	}
	return fmt.Sprintf(saidLinked, a, b), known(r.LinkAction(a, b))
}

func (p *Progress) single(word, ref string) (string, error) {
	r := p.Reflection
	if word == WordSplit {
		twin, err := r.SplitHypothesis(ref)
		return fmt.Sprintf(saidSplit, ref, twin), known(err)
	}
	aside, err := r.ParkHypothesis(ref)
	switch {
	case err != nil:
		return "", known(err)
	case aside && r.hypothesis(ref).Grave == Yes:
		return fmt.Sprintf(saidParkedGrave, ref), nil
	case aside:
		return fmt.Sprintf(saidParked, ref), nil
	}
	return fmt.Sprintf(saidBack, ref), nil
}

// moved puts an item one place up or down in its list.
func (p *Progress) moved(word, ref string) (string, error) {
	if word == WordUp {
		return fmt.Sprintf(saidUp, ref), known(p.Reflection.MoveItem(ref, -1))
	}
	return fmt.Sprintf(saidDown, ref), known(p.Reflection.MoveItem(ref, 1))
}

// known puts an id that is not there in words for a person.
func known(err error) error {
	if err == nil {
		return nil
	}
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return refusal
	}
	return &Refusal{Why: sayNoRef}
}
