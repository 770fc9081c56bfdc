package store

import (
	"context"
	"encoding/json"
	"errors"

	"sounding/journal"
	"sounding/store/engine"
)

// An import record says which reflection something from elsewhere became.
type importRecord struct {
	ID     journal.ID `json:"id"`
	System string     `json:"system"`
	Source string     `json:"source"`
	Hash   string     `json:"hash"`
}

const labelImport = "import"

// Imported says which reflection something from elsewhere became, by the system
// it is from, its id there and a hash of its content.
func (v *Vault) Imported(system, source, hash string) (journal.ID, bool, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	if v.closed {
		return "", false, ErrClosed
	}
	name := v.keys.Name(labelImport, []byte(system), []byte(source), []byte(hash))
	text, err := v.openMeta(bucketImports, name[:])
	if errors.Is(err, engine.ErrNoCell) {
		return "", false, nil
	}
	var record importRecord
	if err == nil {
		err = json.Unmarshal(text, &record)
	}
	return record.ID, err == nil, err
}

// NoteImport remembers which reflection something from elsewhere became, so
// that importing it again changes nothing.
func (v *Vault) NoteImport(ctx context.Context, system, source, hash string, id journal.ID) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	text, err := json.Marshal(importRecord{ID: id, System: system, Source: source, Hash: hash})
	if err != nil {
		return err
	}
	v.write.Lock()
	defer v.write.Unlock()
	if err := v.writable(); err != nil {
		return err
	}
	name := v.keys.Name(labelImport, []byte(system), []byte(source), []byte(hash))
	op, err := v.sealMeta(bucketImports, name[:], text)
	if err != nil {
		return err
	}
	return v.noted([]engine.Op{op}, Event{What: EventImported, Reflections: []journal.ID{id}})
}

// importsOf gives the ops that forget where a reflection came from.
func (v *Vault) importsOf(id journal.ID) ([]engine.Op, error) {
	var ops []engine.Op
	err := v.engine.Scan(bucketImports, nil, func(cell engine.Cell) error {
		text, err := v.keys.OpenMeta(string(bucketImports), cell.Key, cell.Value)
		if err != nil {
			return err
		}
		var record importRecord
		if err := json.Unmarshal(text, &record); err != nil {
			return ErrUnreadable
		}
		if record.ID == id {
			ops = append(ops, remove(bucketImports, cell.Key))
		}
		return nil
	})
	return ops, err
}
