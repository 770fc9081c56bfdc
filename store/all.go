package store

import (
	"context"
	"iter"
	"slices"

	"sounding/journal"
)

// Whole is everything that is kept of one reflection: as it stands, and every
// revision, newest first.
type Whole struct {
	Reflection journal.Reflection
	Standing   Standing
	Revisions  []journal.Revision
}

// All gives every reflection that was there when it was called, newest first,
// those in the trash included: for a handover or an access request. Nothing is
// held between two of them. An error ends it.
func (v *Vault) All(ctx context.Context) iter.Seq2[Whole, error] {
	return func(yield func(Whole, error) bool) {
		for _, summary := range v.everySummary() {
			whole, err := v.whole(ctx, summary.ID)
			if !yield(whole, err) || err != nil {
				return
			}
		}
	}
}

func (v *Vault) everySummary() []journal.Summary {
	all := append(v.List(), v.Trashed()...)
	slices.SortStableFunc(all, func(a, b journal.Summary) int { return b.Updated.Compare(a.Updated) })
	return all
}

func (v *Vault) whole(ctx context.Context, id journal.ID) (Whole, error) {
	r, err := v.Get(ctx, id)
	if err != nil {
		return Whole{}, err
	}
	standing, err := v.Standing(id)
	if err != nil {
		return Whole{}, err
	}
	revisions, err := v.Revisions(id)
	return Whole{Reflection: r, Standing: standing, Revisions: revisions}, err
}
