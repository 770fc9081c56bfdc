package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sounding/journal"
	"sounding/store/engine"
)

// Keeping is how much of a reflection's history is kept. It is the person's
// choice, made when they finish it: a kept revision can be asked for.
type Keeping string

// The choices. Thin keeps every revision of a day, one an hour of a week, one a
// day of a month, and then the first and the newest. LastOnly keeps the newest.
// What was sealed or shared is always kept.
const (
	KeepAll  Keeping = ""
	Thin     Keeping = "thin"
	LastOnly Keeping = "last"
)

const (
	thinAll    = 24 * time.Hour
	thinHourly = 7 * 24 * time.Hour
	thinDaily  = 30 * 24 * time.Hour
)

// SetKeeping chooses how much of a reflection's history is kept, from now on
// and of what there is, and gives how many revisions went. They leave the file
// itself with the next compaction. ErrHold: a hold refuses anything but KeepAll.
func (v *Vault) SetKeeping(ctx context.Context, id journal.ID, keeping Keeping) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	v.write.Lock()
	defer v.write.Unlock()
	e, err := v.find(id)
	if err != nil {
		return 0, fmt.Errorf("thin: %w", err)
	}
	if keeping != KeepAll {
		if err := v.held(e); err != nil {
			return 0, fmt.Errorf("thin: %w", err)
		}
	}
	m := e.mark
	m.V, m.Keeping = markVersion, keeping
	op, err := v.sealMark(e.raw, m)
	if err != nil {
		return 0, fmt.Errorf("thin: %w", err)
	}
	thinned, err := v.thinnedAs(e, keeping, e.head)
	if err != nil {
		return 0, fmt.Errorf("thin: %w", err)
	}
	event := Event{What: EventKeeping, Reflections: []journal.ID{id}, Count: len(thinned)}
	if err := v.noted(append(thinned, op), event); err != nil {
		return 0, err
	}
	v.loose = v.loose || len(thinned) > 0
	v.state.Lock()
	defer v.state.Unlock()
	e.mark = m
	return len(thinned), nil
}

// thinned are the ops that thin a history to which a revision is being added,
// by the reflection's own choice; none under a hold.
func (v *Vault) thinned(e *entry, newest uint64) ([]engine.Op, error) {
	if e.mark.Keeping == KeepAll {
		return nil, nil
	}
	if err := v.held(e); err != nil {
		if errors.Is(err, ErrHold) {
			return nil, nil
		}
		return nil, err
	}
	return v.thinnedAs(e, e.mark.Keeping, newest)
}

func (v *Vault) thinnedAs(e *entry, keeping Keeping, newest uint64) ([]engine.Op, error) {
	if keeping == KeepAll || e.head == 0 {
		return nil, nil
	}
	var past []pastRevision
	err := v.history(e.raw, func(number uint64, h head) {
		past = append(past, pastRevision{number: number, at: h.At, keep: h.Keep || number == newest})
	})
	if err != nil {
		return nil, err
	}
	var ops []engine.Op
	for _, number := range thinOut(past, keeping, v.options.Now()) {
		ops = append(ops, remove(bucketRecords, recordKey(e.raw, number)))
	}
	return ops, nil
}

type pastRevision struct {
	number uint64
	at     time.Time
	keep   bool
}

// thinOut gives the revisions that go, of a history that is oldest first. Of
// the revisions in one hour or day the newest stays, by number and not by
// clock.
func thinOut(past []pastRevision, keeping Keeping, now time.Time) []uint64 {
	var out []uint64
	for i, p := range past {
		if p.keep || (keeping == Thin && (i == 0 || i == len(past)-1)) {
			continue
		}
		if keeping == Thin {
			span := thinSpan(now.Sub(p.at))
			if span == 0 || (span > 0 && !p.at.Truncate(span).Equal(past[i+1].at.Truncate(span))) {
				continue
			}
		}
		out = append(out, p.number)
	}
	return out
}

// thinSpan is the stretch of time of which one revision is kept at an age: zero
// keeps every one, a negative span none.
func thinSpan(age time.Duration) time.Duration {
	switch {
	case age <= thinAll:
		return 0
	case age <= thinHourly:
		return time.Hour
	case age <= thinDaily:
		return 24 * time.Hour
	}
	return -1
}
