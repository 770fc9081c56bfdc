package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"sounding/journal"
	"sounding/store/engine"
)

// EventKind is what happened.
type EventKind string

// The events that the sealed log keeps. It holds ids and counts, no text.
const (
	EventTrashed       EventKind = "trashed"
	EventUntrashed     EventKind = "untrashed"
	EventErased        EventKind = "erased"
	EventHeld          EventKind = "held"
	EventReleased      EventKind = "released"
	EventExported      EventKind = "exported"
	EventShared        EventKind = "shared"
	EventImported      EventKind = "imported"
	EventRestored      EventKind = "restored"
	EventDrilled       EventKind = "drilled"
	EventPassphrase    EventKind = "passphrase-changed"
	EventRecoveryCode  EventKind = "recovery-code-replaced"
	EventKeyring       EventKind = "keyring-changed"
	EventRotated       EventKind = "key-rotated"
	EventAcceptedOlder EventKind = "older-file-accepted"
	EventRescued       EventKind = "rescued"
	EventKeeping       EventKind = "keeping-changed"
)

// Event is one entry of the log.
type Event struct {
	At          time.Time    `json:"at"`
	What        EventKind    `json:"what"`
	Reflections []journal.ID `json:"ids,omitempty"`
	Count       int          `json:"count,omitempty"`
}

// logKept is how long events are kept.
const logKept = 365 * 24 * time.Hour

// Record adds an event that happened outside the vault, such as an export.
func (v *Vault) Record(ctx context.Context, event Event) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	v.write.Lock()
	defer v.write.Unlock()
	return v.noted(nil, event)
}

// noted commits changes together with the event that tells of them. The caller
// holds write.
func (v *Vault) noted(ops []engine.Op, event Event) error {
	op, err := v.sealEvent(event)
	if err != nil {
		return err
	}
	return v.commit(append(ops, op))
}

func (v *Vault) sealEvent(event Event) (engine.Op, error) {
	if err := v.writable(); err != nil {
		return engine.Op{}, err
	}
	if event.At.IsZero() {
		event.At = v.options.Now()
	}
	text, err := json.Marshal(event)
	if err != nil {
		return engine.Op{}, fmt.Errorf("write the log: %w", err)
	}
	return v.sealMeta(bucketLog, logKey(v.counter()), text)
}

// Events gives the log, newest first.
func (v *Vault) Events() ([]Event, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	if v.closed {
		return nil, ErrClosed
	}
	var out []Event
	err := v.scanLog(func(_ []byte, event Event) { out = append(out, event) })
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out, err
}

func (v *Vault) scanLog(visit func(key []byte, event Event)) error {
	return v.engine.Scan(bucketLog, nil, func(cell engine.Cell) error {
		text, err := v.keys.OpenMeta(string(bucketLog), cell.Key, cell.Value)
		if err != nil {
			return fmt.Errorf("read the log: %w", err)
		}
		var event Event
		if err := json.Unmarshal(text, &event); err != nil {
			return fmt.Errorf("read the log: %w", ErrUnreadable)
		}
		visit(cell.Key, event)
		return nil
	})
}

// staleEvents are the ops that take events away that are older than a year.
func (v *Vault) staleEvents() ([]engine.Op, error) {
	var ops []engine.Op
	oldest := v.options.Now().Add(-logKept)
	err := v.scanLog(func(key []byte, event Event) {
		if event.At.Before(oldest) {
			ops = append(ops, remove(bucketLog, key))
		}
	})
	return ops, err
}
