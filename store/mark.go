package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sounding/journal"
	"sounding/store/engine"
)

const markVersion = 1

// mark is what is decided about a reflection rather than written in it, sealed
// under the reflection's own key.
type mark struct {
	V       int       `json:"v"`
	Trashed time.Time `json:"trashed,omitzero"`
	Hold    Hold      `json:"hold,omitzero"`
	Keeping Keeping   `json:"keeping,omitempty"`
}

// Hold keeps a reflection from being erased and its history from being thinned,
// because someone has asked for it or a court, complaint or review may. Why is
// the person's own note.
type Hold struct {
	Since time.Time `json:"since"`
	Why   string    `json:"why,omitempty"`
}

// Held says whether the hold is set.
func (h Hold) Held() bool { return !h.Since.IsZero() }

// remark changes the mark of a reflection and tells the log.
func (v *Vault) remark(ctx context.Context, id journal.ID, what EventKind, change func(*mark)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	v.write.Lock()
	defer v.write.Unlock()
	e, err := v.find(id)
	if err != nil {
		return err
	}
	m := e.mark
	m.V = markVersion
	change(&m)
	op, err := v.sealMark(e.raw, m)
	if err != nil {
		return err
	}
	if err := v.noted([]engine.Op{op}, Event{What: what, Reflections: []journal.ID{id}}); err != nil {
		return err
	}
	v.state.Lock()
	defer v.state.Unlock()
	e.mark = m
	v.changed(e)
	return nil
}

func (v *Vault) sealMark(raw rawID, m mark) (engine.Op, error) {
	text, err := json.Marshal(m)
	if err != nil {
		return engine.Op{}, fmt.Errorf("write a mark: %w", err)
	}
	key, err := v.recordKeyOf(raw)
	if err != nil {
		return engine.Op{}, err
	}
	defer key.Clear()
	return v.sealUnder(key, bucketMarks, raw[:], v.counter(), 0, text)
}

// Trash puts a reflection into the trash, whole and restorable.
func (v *Vault) Trash(ctx context.Context, id journal.ID) error {
	return v.remark(ctx, id, EventTrashed, func(m *mark) { m.Trashed = v.options.Now() })
}

// Untrash takes a reflection out of the trash again.
func (v *Vault) Untrash(ctx context.Context, id journal.ID) error {
	return v.remark(ctx, id, EventUntrashed, func(m *mark) { m.Trashed = time.Time{} })
}

// SetHold keeps a reflection from being erased or thinned.
func (v *Vault) SetHold(ctx context.Context, id journal.ID, why string) error {
	return v.remark(ctx, id, EventHeld, func(m *mark) { m.Hold = Hold{Since: v.options.Now(), Why: why} })
}

// ReleaseHold lets a reflection be erased or thinned again.
func (v *Vault) ReleaseHold(ctx context.Context, id journal.ID) error {
	return v.remark(ctx, id, EventReleased, func(m *mark) { m.Hold = Hold{} })
}

// HoldEverything holds the whole vault, whatever each reflection says.
func (v *Vault) HoldEverything(ctx context.Context, why string) error {
	return v.setRecord(ctx, keyHold, Hold{Since: v.options.Now(), Why: why}, EventHeld)
}

// ReleaseEverything takes the hold on the whole vault away; holds on single
// reflections stay.
func (v *Vault) ReleaseEverything(ctx context.Context) error {
	return v.setRecord(ctx, keyHold, Hold{}, EventReleased)
}

// HoldOnEverything gives the hold on the whole vault, if there is one.
func (v *Vault) HoldOnEverything() (Hold, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	return v.wholeHold()
}

func (v *Vault) wholeHold() (Hold, error) {
	var hold Hold
	err := v.record(keyHold, &hold)
	return hold, err
}

// Holds gives the reflections with a hold of their own.
func (v *Vault) Holds() []journal.ID {
	v.state.Lock()
	defer v.state.Unlock()
	v.sort()
	var out []journal.ID
	for _, e := range v.order {
		if e.mark.Hold.Held() {
			out = append(out, e.id)
		}
	}
	return out
}

// anyHold says whether anything is held, which keeps old backups too.
func (v *Vault) anyHold() (bool, error) {
	hold, err := v.wholeHold()
	if err != nil || hold.Held() {
		return hold.Held(), err
	}
	for _, e := range v.entries {
		if e.mark.Hold.Held() {
			return true, nil
		}
	}
	return false, nil
}

// held gives ErrHold where a hold keeps a reflection.
func (v *Vault) held(e *entry) error {
	whole, err := v.wholeHold()
	if err != nil {
		return err
	}
	if whole.Held() || e.mark.Hold.Held() {
		return ErrHold
	}
	return nil
}

// record reads a small sealed record of the vault into a value, which stays as
// it is where there is none. The caller holds write or state.
func (v *Vault) record(key string, into any) error {
	if v.closed {
		return ErrClosed
	}
	text, err := v.openMeta(bucketMeta, []byte(key))
	if errors.Is(err, engine.ErrNoCell) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		return fmt.Errorf("read: %w", ErrUnreadable)
	}
	return nil
}

// setRecord stores a small sealed record of the vault; an empty what leaves the
// log alone.
func (v *Vault) setRecord(ctx context.Context, key string, value any, what EventKind) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	v.write.Lock()
	defer v.write.Unlock()
	if err := v.writable(); err != nil {
		return fmt.Errorf("save: %w", err)
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	op, err := v.sealMeta(bucketMeta, []byte(key), text)
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	if what == "" {
		return v.commit([]engine.Op{op})
	}
	return v.noted([]engine.Op{op}, Event{What: what})
}
