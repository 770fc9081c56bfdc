package store

import (
	"context"
	"slices"
	"time"

	"sounding/journal"
)

// Retention says for how many months a reflection with a theme is kept before
// the person is reminded to look at it. Nothing is ever removed by itself.
type Retention map[string]int

// SetRetention stores the retention rules.
func (v *Vault) SetRetention(ctx context.Context, rules Retention) error {
	return v.setRecord(ctx, keyRetention, rules, "")
}

// Retention gives the retention rules; none where none were set.
func (v *Vault) Retention() (Retention, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	rules := Retention{}
	err := v.record(keyRetention, &rules)
	return rules, err
}

// Outlived is a reflection that has been kept for as long as a rule says.
type Outlived struct {
	Summary journal.Summary
	Theme   string // whose rule it is
	Since   time.Time
}

// Outlived gives the reflections whose time by the rules is over at a moment,
// the longest first. What is held is left out: it must be kept. A reflection
// with several themes goes by the longest of their rules.
func (v *Vault) Outlived(now time.Time) ([]Outlived, error) {
	rules, err := v.Retention()
	if err != nil || len(rules) == 0 {
		return nil, err
	}
	v.state.Lock()
	defer v.state.Unlock()
	v.sort()
	var out []Outlived
	for _, e := range v.order {
		if e.trashed() || v.held(e) != nil {
			continue
		}
		theme, months := "", 0
		for _, t := range e.summary.Themes {
			if rules[t] > months {
				theme, months = t, rules[t]
			}
		}
		since := e.summary.Updated.AddDate(0, months, 0)
		if months > 0 && !since.After(now) {
			out = append(out, Outlived{Summary: e.summary, Theme: theme, Since: since})
		}
	}
	slices.SortFunc(out, func(a, b Outlived) int { return a.Since.Compare(b.Since) })
	return out, nil
}
