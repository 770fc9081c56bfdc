package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sounding/journal"
	"sounding/store/engine"
)

// labelTomb separates the names of tombstones from other keyed names.
const labelTomb = "tomb"

// tombstone says that a reflection was erased, and nothing of what was in it,
// so that a restored backup does not bring it back.
type tombstone struct {
	V  int        `json:"v"`
	ID journal.ID `json:"id"`
	At time.Time  `json:"at"`
}

const tombVersion = 1

func (v *Vault) tombName(raw rawID) []byte {
	name := v.keys.Name(labelTomb, raw[:])
	return name[:]
}

// erased says whether a reflection was erased. The caller holds write or state.
func (v *Vault) erased(raw rawID) (bool, error) {
	_, err := v.engine.Get(bucketTombs, v.tombName(raw))
	if errors.Is(err, engine.ErrNoCell) {
		return false, nil
	}
	return err == nil, err
}

func (v *Vault) sealTomb(raw rawID, at time.Time) (engine.Op, error) {
	text, err := json.Marshal(tombstone{V: tombVersion, ID: idOf(raw), At: at})
	if err != nil {
		return engine.Op{}, fmt.Errorf("write a tombstone: %w", err)
	}
	return v.sealMeta(bucketTombs, v.tombName(raw), text)
}

// tombs gives every tombstone.
func (v *Vault) tombs() ([]tombstone, error) {
	var out []tombstone
	err := v.engine.Scan(bucketTombs, nil, func(cell engine.Cell) error {
		text, err := v.keys.OpenMeta(string(bucketTombs), cell.Key, cell.Value)
		if err != nil {
			return err
		}
		var t tombstone
		if err := json.Unmarshal(text, &t); err != nil {
			return ErrUnreadable
		}
		out = append(out, t)
		return nil
	})
	return out, err
}
