package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

// ringEvery is how often a state of a draft is set aside in its ring.
const ringEvery = time.Minute

// SaveDraft stores what is being written and returns when it is on the disk,
// with the time of the save. base is the revision that the writing grew from,
// 0 for a reflection that is new; a draft whose base is no longer the newest
// revision is stored all the same, and told by File. The id must be set.
// ErrErased: the reflection was erased, and nothing brings it back.
func (v *Vault) SaveDraft(ctx context.Context, r journal.Reflection, base uint64) (time.Time, error) {
	if err := ctx.Err(); err != nil {
		return time.Time{}, err
	}
	v.write.Lock()
	defer v.write.Unlock()
	return v.saveDraft(&r, head{Base: base}, false)
}

// saveDraft stores a draft; with aside set what it takes the place of goes into
// the ring, however short a while ago the last one did. The caller holds write.
func (v *Vault) saveDraft(r *journal.Reflection, h head, aside bool) (time.Time, error) {
	if err := v.writable(); err != nil {
		return time.Time{}, fmt.Errorf("save: %w", err)
	}
	now := v.options.Now()
	h.V, h.At = headVersion, now
	d, err := v.sealDraft(r, h, aside)
	if err != nil {
		return time.Time{}, fmt.Errorf("save: %w", v.unclosed(err))
	}
	if err := v.commit(d.ops); err != nil {
		return time.Time{}, v.unclosed(err)
	}
	v.state.Lock()
	defer v.state.Unlock()
	e := v.entries[r.ID]
	if e == nil {
		e = &entry{raw: d.raw, id: r.ID}
		v.entries[r.ID] = e
	}
	if d.ring != 0 {
		e.ring[d.ring] = v.manifest.Sequence
	}
	if d.ring != 0 || !e.drafted() {
		e.ringAt = now
	}
	e.ring[0] = v.manifest.Sequence
	e.base, e.draftAt, e.same, e.summary = h.Base, now, h.Same, d.summary
	v.changed(e)
	return now, nil
}

// changed is called with state held when a reflection was.
func (v *Vault) changed(e *entry) {
	v.sorted = false
	v.search.stale(e.id)
}

type sealedDraft struct {
	raw     rawID
	ops     []engine.Op
	ring    uint8 // where the draft before went; 0: nowhere
	summary journal.Summary
}

// sealDraft makes the cells of a draft: the present one, once a minute the one
// before as a state of the ring, and for a new reflection its key.
func (v *Vault) sealDraft(r *journal.Reflection, h head, aside bool) (sealedDraft, error) {
	raw, err := r.ID.Bytes()
	if err != nil {
		return sealedDraft{}, err
	}
	d := sealedDraft{raw: raw, summary: journal.SummaryOf(v.walk(r), r)}
	key, ops, err := v.keyFor(raw)
	if err != nil {
		return sealedDraft{}, err
	}
	defer key.Clear()
	d.ops = ops
	h.Summary = storedSummary(d.summary)
	body, err := encodeBody(r)
	if err != nil {
		return sealedDraft{}, err
	}
	defer clear(body)
	text, err := encodeText(h, body, 0)
	if err != nil {
		return sealedDraft{}, err
	}
	defer clear(text)
	op, err := v.sealUnder(key, bucketDrafts, draftKey(raw, 0), v.counter(), 0, text)
	if err != nil {
		return sealedDraft{}, err
	}
	d.ops = append(d.ops, op)
	e := v.entries[r.ID]
	if e == nil || !e.drafted() || h.Same || h.At.Sub(e.ringAt) < ringEvery && !aside {
		return d, nil
	}
	d.ring = e.oldestRing()
	op, err = v.setAside(key, raw, d.ring)
	d.ops = append(d.ops, op)
	return d, err
}

// setAside seals the draft as it is on the disk as a state of the ring.
func (v *Vault) setAside(key *seal.Key, raw rawID, ring uint8) (engine.Op, error) {
	at := draftKey(raw, 0)
	cell, err := v.engine.Get(bucketDrafts, at)
	if err != nil {
		return engine.Op{}, err
	}
	_, text, err := seal.Open(key, v.keys.At(string(bucketDrafts), at), cell)
	if err != nil {
		return engine.Op{}, err
	}
	defer clear(text)
	return v.sealUnder(key, bucketDrafts, draftKey(raw, ring), v.counter(), 0, text)
}

// oldestRing is the state of the ring that the next one takes the place of.
func (e *entry) oldestRing() uint8 {
	oldest := uint8(1)
	for ring := uint8(2); ring < ringSize; ring++ {
		if e.ring[ring] < e.ring[oldest] {
			oldest = ring
		}
	}
	return oldest
}

// keyFor gives the key of a reflection, and for a new one the op that stores
// it. The caller clears the key.
func (v *Vault) keyFor(raw rawID) (*seal.Key, []engine.Op, error) {
	key, err := v.recordKeyOf(raw)
	if err == nil {
		return key, nil, nil
	}
	if !errors.Is(err, engine.ErrNoCell) {
		return nil, nil, err
	}
	if erased, err := v.erased(raw); err != nil || erased {
		return nil, nil, errors.Join(err, ErrErased)
	}
	if key, err = seal.NewKey(v.options.Random); err != nil {
		return nil, nil, err
	}
	cell, err := v.keys.WrapKey(v.options.Random, string(bucketKeys), raw[:], key)
	if err != nil {
		return nil, nil, err
	}
	return key, []engine.Op{put(bucketKeys, raw[:], cell)}, nil
}

// Draft is a reflection that is being written and was not filed.
type Draft struct {
	Summary  journal.Summary
	At       time.Time
	Base     uint64 // the revision it grew from
	Conflict bool   // that revision is no longer the newest
}

// Drafts gives what is not filed and differs from what is, newest first.
func (v *Vault) Drafts() []Draft {
	v.state.Lock()
	defer v.state.Unlock()
	v.sort()
	var out []Draft
	for _, e := range v.order {
		if e.drafted() && !e.same && !e.trashed() {
			out = append(out, Draft{Summary: e.summary, At: e.draftAt, Base: e.base, Conflict: e.base != e.head})
		}
	}
	return out
}

// Standing is how a reflection stands in the vault.
type Standing struct {
	Head     uint64 // its newest revision; 0: none yet
	Draft    bool   // a draft is newer than that
	DraftAt  time.Time
	Base     uint64 // the revision the draft grew from
	Conflict bool   // that is no longer the newest
	Trashed  time.Time
	Hold     Hold
	Keeping  Keeping
}

// Standing tells how a reflection stands, or ErrNoReflection.
func (v *Vault) Standing(id journal.ID) (Standing, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	e, err := v.find(id)
	if err != nil {
		return Standing{}, err
	}
	return Standing{
		Head: e.head, Draft: e.drafted() && !e.same, DraftAt: e.draftAt, Base: e.base,
		Conflict: e.drafted() && e.base != e.head,
		Trashed:  e.mark.Trashed, Hold: e.mark.Hold, Keeping: e.mark.Keeping,
	}, nil
}

// DiscardDraft drops a draft and its ring and goes back to the newest revision.
// For a reflection that has no revision it does nothing: that is for the trash.
func (v *Vault) DiscardDraft(ctx context.Context, id journal.ID) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	v.write.Lock()
	defer v.write.Unlock()
	e, err := v.find(id)
	if err != nil || !e.drafted() || e.head == 0 {
		return err
	}
	front, err := v.headOf(e.raw, e.head)
	if err != nil {
		return err
	}
	if err := v.commit(e.dropDrafts()); err != nil {
		return err
	}
	v.state.Lock()
	defer v.state.Unlock()
	e.draftGone()
	e.summary = front.Summary.journal(id)
	v.changed(e)
	return nil
}

func (e *entry) dropDrafts() []engine.Op {
	var ops []engine.Op
	for ring, counter := range e.ring {
		if counter != 0 {
			ops = append(ops, remove(bucketDrafts, draftKey(e.raw, uint8(ring))))
		}
	}
	return ops
}

func (e *entry) draftGone() {
	e.ring, e.base, e.same = [ringSize]uint64{}, 0, false
	e.ringAt, e.draftAt = time.Time{}, time.Time{}
}
