package store

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

// Why a revision was made.
const (
	WhyLeft     = "left"
	WhyIdle     = "idle"
	WhySealed   = "sealed"
	WhyShared   = "shared"
	WhyImported = "imported"
	WhyRestored = "restored"
	WhySaved    = "saved"
)

// Get gives a reflection as it stands: the draft where one is newer than the
// newest revision, else that revision. Standing tells which.
func (v *Vault) Get(ctx context.Context, id journal.ID) (journal.Reflection, error) {
	if err := ctx.Err(); err != nil {
		return journal.Reflection{}, err
	}
	v.state.RLock()
	defer v.state.RUnlock()
	e, err := v.find(id)
	if err != nil {
		return journal.Reflection{}, fmt.Errorf("read: %w", err)
	}
	return v.read(e)
}

// read gives a reflection; the caller holds write or state.
func (v *Vault) read(e *entry) (journal.Reflection, error) {
	return v.readAs(e, decodeBody)
}

func (v *Vault) readAs(e *entry, decode func([]byte) (journal.Reflection, error)) (journal.Reflection, error) {
	bucket, at := bucketRecords, recordKey(e.raw, e.head)
	if e.drafted() {
		bucket, at = bucketDrafts, draftKey(e.raw, 0)
	}
	_, body, err := v.openRecord(e.raw, bucket, at)
	if err != nil {
		return journal.Reflection{}, fmt.Errorf("read: %w", err)
	}
	defer clear(body)
	return decode(body)
}

// openRecord opens a revision or draft and gives its head and its body's JSON.
func (v *Vault) openRecord(raw rawID, bucket engine.Bucket, at []byte) (head, []byte, error) {
	cell, err := v.engine.Get(bucket, at)
	if errors.Is(err, engine.ErrNoCell) {
		return head{}, nil, ErrNoRevision
	}
	if err != nil {
		return head{}, nil, err
	}
	key, err := v.recordKeyOf(raw)
	if err != nil {
		return head{}, nil, err
	}
	defer key.Clear()
	h, body, flags, err := openText(key, v.keys.At(string(bucket), at), cell)
	if err != nil {
		return head{}, nil, err
	}
	body, err = v.inflater.inflate(body, flags)
	return h, body, err
}

// openText opens a revision's or draft's cell, its body as it is stored.
func openText(key *seal.Key, place seal.Place, cell []byte) (head, []byte, seal.Flags, error) {
	header, text, err := seal.Open(key, place, cell)
	if err != nil {
		return head{}, nil, 0, err
	}
	h, body, err := decodeHead(text)
	return h, body, header.Flags, err
}

func (v *Vault) headOf(raw rawID, revision uint64) (head, error) {
	at := recordKey(raw, revision)
	cell, err := v.engine.Get(bucketRecords, at)
	if err != nil {
		return head{}, err
	}
	key, err := v.recordKeyOf(raw)
	if err != nil {
		return head{}, err
	}
	defer key.Clear()
	h, _, _, err := openText(key, v.keys.At(string(bucketRecords), at), cell)
	return h, err
}

// history opens the head of every revision of a reflection, oldest first.
func (v *Vault) history(raw rawID, visit func(number uint64, h head)) error {
	key, err := v.recordKeyOf(raw)
	if err != nil {
		return err
	}
	defer key.Clear()
	return v.engine.Scan(bucketRecords, raw[:], func(cell engine.Cell) error {
		_, number, ok := splitRecordKey(cell.Key)
		if !ok {
			return seal.ErrSealed
		}
		h, _, _, err := openText(key, v.keys.At(string(bucketRecords), cell.Key), cell.Value)
		if err == nil {
			visit(number, h)
		}
		return err
	})
}

// Revisions gives what is kept of a reflection's history, newest first.
func (v *Vault) Revisions(id journal.ID) ([]journal.Revision, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	e, err := v.find(id)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	var out []journal.Revision
	err = v.history(e.raw, func(number uint64, h head) {
		out = append(out, journal.Revision{Number: number, Saved: h.At, Why: h.Why})
	})
	if err != nil && !errors.Is(err, engine.ErrNoCell) {
		return nil, fmt.Errorf("read: %w", err)
	}
	slices.Reverse(out)
	return out, nil
}

// Revision gives one kept state of a reflection, or ErrNoRevision.
func (v *Vault) Revision(id journal.ID, number uint64) (journal.Reflection, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	e, err := v.find(id)
	if err != nil {
		return journal.Reflection{}, fmt.Errorf("read: %w", err)
	}
	return v.readRevision(e.raw, number)
}

func (v *Vault) readRevision(raw rawID, number uint64) (journal.Reflection, error) {
	_, body, err := v.openRecord(raw, bucketRecords, recordKey(raw, number))
	if err != nil {
		return journal.Reflection{}, fmt.Errorf("read: %w", err)
	}
	defer clear(body)
	return decodeBody(body)
}

// Ring gives the states of a draft that were set aside a minute apart, newest
// first, as revisions with the ring's number.
func (v *Vault) Ring(id journal.ID) ([]journal.Revision, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	e, err := v.find(id)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	var out []journal.Revision
	for ring := uint8(1); ring < ringSize; ring++ {
		if e.ring[ring] == 0 {
			continue
		}
		h, body, err := v.openRecord(e.raw, bucketDrafts, draftKey(e.raw, ring))
		if err != nil {
			return nil, fmt.Errorf("read: %w", err)
		}
		clear(body)
		out = append(out, journal.Revision{Number: uint64(ring), Saved: h.At})
	}
	slices.SortFunc(out, func(a, b journal.Revision) int { return cmp.Compare(e.ring[b.Number], e.ring[a.Number]) })
	return out, nil
}

// RingState gives one state of the ring.
func (v *Vault) RingState(id journal.ID, ring uint64) (journal.Reflection, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	e, err := v.find(id)
	if err != nil {
		return journal.Reflection{}, fmt.Errorf("read: %w", err)
	}
	if ring == 0 || ring >= ringSize || e.ring[ring] == 0 {
		return journal.Reflection{}, fmt.Errorf("read: %w", ErrNoRevision)
	}
	_, body, err := v.openRecord(e.raw, bucketDrafts, draftKey(e.raw, uint8(ring)))
	if err != nil {
		return journal.Reflection{}, fmt.Errorf("read: %w", err)
	}
	defer clear(body)
	return decodeBody(body)
}

// File makes a revision of a reflection's draft and gives its number. Without a
// draft it gives the newest revision's number and does nothing; nor does it
// make a revision where nothing but the place in the walk has changed, or of a
// reflection in which nothing was written yet.
// ErrConflict: the newest revision is not the one the draft grew from; FileOver
// files it all the same, and both are kept.
func (v *Vault) File(ctx context.Context, id journal.ID, why string) (uint64, error) {
	return v.file(ctx, id, why, false)
}

// FileOver files a draft as the newest revision although another came between.
func (v *Vault) FileOver(ctx context.Context, id journal.ID, why string) (uint64, error) {
	return v.file(ctx, id, why, true)
}

func (v *Vault) file(ctx context.Context, id journal.ID, why string, over bool) (uint64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	v.write.Lock()
	defer v.write.Unlock()
	e, err := v.find(id)
	if err != nil {
		return 0, fmt.Errorf("file: %w", err)
	}
	return v.fileDraft(e, why, over)
}

// fileDraft is File; the caller holds write.
func (v *Vault) fileDraft(e *entry, why string, over bool) (uint64, error) {
	if !e.drafted() || e.same {
		return e.head, nil
	}
	if e.base != e.head && !over {
		return 0, fmt.Errorf("file: %w", ErrConflict)
	}
	r, err := v.read(e)
	if err != nil {
		return 0, err
	}
	if e.head == 0 && r.Blank() {
		return 0, nil
	}
	if e.head > 0 {
		filed, err := v.readRevision(e.raw, e.head)
		if err != nil {
			return 0, err
		}
		if sameWords(r, filed) {
			_, err := v.saveDraft(&r, head{Base: e.head, Same: true}, false)
			return e.head, err
		}
	}
	return v.addRevision(e.id, e.raw, &r, head{Why: why, Keep: keptReason(why)})
}

// keptReason says whether a revision made for a reason is kept for ever: what
// was shared or signed must stay as it was.
func keptReason(why string) bool { return why == WhySealed || why == WhyShared }

// sameWords says whether two states differ in nothing that a person wrote.
func sameWords(a, b journal.Reflection) bool {
	for _, r := range []*journal.Reflection{&a, &b} {
		r.At, r.Opened, r.Updated = "", nil, time.Time{}
	}
	left, errLeft := encodeBody(&a)
	right, errRight := encodeBody(&b)
	defer clear(left)
	defer clear(right)
	return errLeft == nil && errRight == nil && bytes.Equal(left, right)
}

// Save stores a whole reflection as a revision at once: for what was made
// elsewhere. base is the newest revision that the caller knows of, 0 for a
// reflection that is new. ErrConflict: there is a newer one, or a draft.
func (v *Vault) Save(ctx context.Context, r journal.Reflection, base uint64, why string) (uint64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	raw, err := r.ID.Bytes()
	if err != nil {
		return 0, fmt.Errorf("save: %w", err)
	}
	v.write.Lock()
	defer v.write.Unlock()
	if err := v.writable(); err != nil {
		return 0, fmt.Errorf("save: %w", err)
	}
	if e := v.entries[r.ID]; (e == nil && base != 0) || (e != nil && (e.head != base || e.drafted() && !e.same)) {
		return 0, fmt.Errorf("save: %w", ErrConflict)
	}
	return v.addRevision(r.ID, raw, &r, head{Why: why, Keep: keptReason(why)})
}

// addRevision stores a reflection as its next revision, drops its drafts and
// thins its history as the person chose. The caller holds write.
func (v *Vault) addRevision(id journal.ID, raw rawID, r *journal.Reflection, h head) (uint64, error) {
	e := v.entries[id]
	number := uint64(1)
	if e != nil {
		number = e.head + 1
	}
	key, ops, err := v.keyFor(raw)
	if err != nil {
		return 0, fmt.Errorf("save: %w", err)
	}
	defer key.Clear()
	summary := journal.SummaryOf(v.walk(r), r)
	h.V, h.At, h.Summary = headVersion, v.options.Now(), storedSummary(summary)
	op, err := v.sealRevision(key, raw, number, h, r)
	if err != nil {
		return 0, fmt.Errorf("save: %w", err)
	}
	ops = append(ops, op)
	if e != nil {
		thinned, err := v.thinned(e, number)
		if err != nil {
			return 0, fmt.Errorf("save: %w", err)
		}
		ops = append(append(ops, e.dropDrafts()...), thinned...)
	}
	if err := v.commit(ops); err != nil {
		return 0, err
	}
	v.loose = v.loose || e != nil && e.mark.Keeping != KeepAll
	v.state.Lock()
	defer v.state.Unlock()
	if e == nil {
		e = &entry{raw: raw, id: id}
		v.entries[id] = e
	}
	e.draftGone()
	e.head, e.headAt, e.summary = number, h.At, summary
	v.changed(e)
	return number, nil
}

func (v *Vault) sealRevision(key *seal.Key, raw rawID, number uint64, h head, r *journal.Reflection) (engine.Op, error) {
	body, err := encodeBody(r)
	if err != nil {
		return engine.Op{}, err
	}
	defer clear(body)
	text, err := encodeText(h, body, seal.Deflated)
	if err != nil {
		return engine.Op{}, err
	}
	defer clear(text)
	return v.sealUnder(key, bucketRecords, recordKey(raw, number), number, seal.Deflated, text)
}

// RestoreRevision makes an earlier revision the newest again, as a new one, and
// gives its number. A draft is filed first, so that nothing is lost.
func (v *Vault) RestoreRevision(ctx context.Context, id journal.ID, number uint64) (uint64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	v.write.Lock()
	defer v.write.Unlock()
	e, err := v.find(id)
	if err != nil {
		return 0, fmt.Errorf("restore: %w", err)
	}
	r, err := v.readRevision(e.raw, number)
	if err != nil {
		return 0, err
	}
	if _, err := v.fileDraft(e, WhyRestored, true); err != nil {
		return 0, err
	}
	r.Updated = v.options.Now()
	return v.addRevision(id, e.raw, &r, head{Why: WhyRestored})
}
