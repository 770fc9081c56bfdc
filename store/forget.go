package store

import (
	"context"
	"errors"
	"fmt"

	"sounding/journal"
)

// Close ends a sitting: it drops old log entries, compacts a file that has much
// room in it, makes the backup that a changed sitting is due, rehearses a restore
// once a month, flushes the anchor, closes the file and forgets every key and text. Whatever of it goes wrong, the file is closed
// and forgotten; the errors are joined. A second Close does nothing.
func (v *Vault) Close(ctx context.Context) error {
	v.upkeep.Lock()
	defer v.upkeep.Unlock()
	v.write.Lock()
	defer v.write.Unlock()
	if v.closed {
		return nil
	}
	var kept error
	if v.readOnly == nil && v.manifest.Sequence != v.opened {
		kept = errors.Join(v.tidy(), v.compactIfLoose(), v.backUpAtClose(ctx), v.letGoKept())
	}
	if v.readOnly == nil {
		drilled, err := v.drillIfDue(ctx)
		if kept = errors.Join(kept, err); drilled {
			// The newest backup is to be as new as the vault, which remembers the drill.
			kept = errors.Join(kept, v.backUpAtClose(ctx))
		}
	}
	return errors.Join(kept, v.release())
}

// Forget closes the vault at once and drops every key and text that it owns, as
// for a lock: no backup, no compaction. What other packages hold is theirs to
// drop, and only a process that ends is surely clean.
func (v *Vault) Forget() error {
	v.write.Lock()
	defer v.write.Unlock()
	return v.release()
}

// release closes the file and forgets. The caller holds write.
func (v *Vault) release() error {
	v.search.stop()
	v.state.Lock()
	defer v.state.Unlock()
	if v.closed {
		return nil
	}
	err := errors.Join(v.anchor.close(), v.engine.Close())
	v.closed = true
	v.keys.Clear()
	v.master.Clear()
	for _, value := range v.settings {
		clear(value)
	}
	v.inflater = inflater{}
	v.settings, v.entries, v.order = nil, map[journal.ID]*entry{}, nil
	v.walksGuard.Lock()
	defer v.walksGuard.Unlock()
	v.walks = nil
	if err != nil {
		return fmt.Errorf("close vault: %w", err)
	}
	return nil
}

// tidy drops what the log has kept long enough.
func (v *Vault) tidy() error {
	ops, err := v.staleEvents()
	if err != nil || len(ops) == 0 {
		return err
	}
	return v.commit(ops)
}
