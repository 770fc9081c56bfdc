package journal

import "strconv"

// Likelihood is a word for how likely something seems, and the range of
// probabilities that it stands for, from 0 to 1. The table of them is content.
type Likelihood struct {
	ID    string  `json:"id"`
	Label string  `json:"label"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// sureEdge is how near to certain a probability is when it counts as sure.
const sureEdge = 0.05

// Sure says whether the word leaves next to no room for being wrong.
func (l Likelihood) Sure() bool { return l.Low >= 1-sureEdge || l.High <= sureEdge }

// Chance is how probable a forecast was said to be: its number, or else
// the middle of its word's range. False where neither is there.
func (f Forecast) Chance(table []Likelihood) (float64, bool) {
	if p, err := strconv.ParseFloat(f.Probability, 64); err == nil && p >= 0 && p <= 1 {
		return p, true
	}
	for _, l := range table {
		if l.ID == f.Words && f.Words != "" {
			return (l.Low + l.High) / 2, true
		}
	}
	return 0, false
}

// JudgedOf gathers the forecasts of some reflections that have an outcome and a
// probability.
func JudgedOf(reflections []Reflection, table []Likelihood) []Judged {
	var out []Judged
	for i := range reflections {
		for _, f := range reflections[i].Forecasts {
			p, ok := f.Chance(table)
			if ok && (f.Outcome == Yes || f.Outcome == No) {
				out = append(out, Judged{Probability: p, Happened: f.Outcome == Yes})
			}
		}
	}
	return out
}
