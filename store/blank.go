package store

import (
	"context"
	"fmt"

	"sounding/journal"
)

// DropBlank removes a reflection in which nothing was ever written: a walk that
// was opened, looked at and left. It says whether it did. One that has a
// revision, lies in the trash, is under a hold or has a word in any state of its
// draft stays. Nothing is left of it to erase, so there is no tombstone.
func (v *Vault) DropBlank(ctx context.Context, id journal.ID) (bool, error) {
	if err := ctx.Err(); err != nil {
		return false, err
	}
	v.write.Lock()
	defer v.write.Unlock()
	e, err := v.find(id)
	if err != nil {
		return false, fmt.Errorf("drop: %w", err)
	}
	if e.head != 0 || e.trashed() || v.held(e) != nil {
		return false, nil
	}
	blank, err := v.neverWritten(e)
	if err != nil || !blank {
		return false, err
	}
	ops, _, err := v.cellsOf(e.raw)
	if err != nil {
		return false, fmt.Errorf("drop: %w", err)
	}
	forget, err := v.forgetPlace([]journal.ID{id})
	if err != nil {
		return false, fmt.Errorf("drop: %w", err)
	}
	if err := v.commit(append(ops, forget...)); err != nil {
		return false, err
	}
	v.drop([]journal.ID{id})
	return true, nil
}

// neverWritten says that the draft and every state in its ring are blank.
func (v *Vault) neverWritten(e *entry) (bool, error) {
	for ring, counter := range e.ring {
		if counter == 0 {
			continue
		}
		_, body, err := v.openRecord(e.raw, bucketDrafts, draftKey(e.raw, uint8(ring)))
		if err != nil {
			return false, fmt.Errorf("read: %w", err)
		}
		r, err := decodeBody(body)
		clear(body)
		if err != nil || !r.Blank() {
			return false, err
		}
	}
	return e.drafted(), nil
}
