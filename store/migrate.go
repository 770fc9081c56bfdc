package store

import (
	"context"
	"errors"
	"fmt"

	"sounding/store/engine"
)

// A migration takes a vault from one format to the next. It gives the changes
// that are left to do, none when all is done: it is asked again after each
// batch was committed, so that a kill at any moment leaves a vault that the next
// start goes on with. The format's number itself is written last, by migrate.
type migration struct {
	to   int
	next func(v *Vault) ([]engine.Op, error)
}

// migrations are all there are, oldest first. Format 1 is the first.
func migrations() []migration { return nil }

// migrate brings a vault up to the newest format, a copy of it having been put
// aside first. The caller holds upkeep and write.
func (v *Vault) migrate(ctx context.Context, steps []migration) error {
	for _, step := range steps {
		if step.to <= v.header.Format {
			continue
		}
		if err := v.migrateTo(ctx, step); err != nil {
			return fmt.Errorf("bring the vault up to format %d: %w", step.to, err)
		}
	}
	return nil
}

func (v *Vault) migrateTo(ctx context.Context, step migration) error {
	if err := v.keepBefore(step.to); err != nil {
		return err
	}
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		ops, err := step.next(v)
		if err != nil {
			return err
		}
		if len(ops) == 0 {
			break
		}
		if err := v.commit(ops); err != nil {
			return err
		}
	}
	header := *v.header
	header.Format, header.MinReader, header.MinWriter = step.to, step.to, step.to
	header.WrittenBy = v.options.Version
	copies, err := headerOps(&header)
	if err != nil {
		return err
	}
	if err := v.commit(copies); err != nil {
		return err
	}
	v.state.Lock()
	defer v.state.Unlock()
	v.header = &header
	return nil
}

// keepBefore puts a copy of the file aside, unless an attempt that was cut short
// did so already.
func (v *Vault) keepBefore(format int) error {
	before := fmt.Sprintf("format-%d", format)
	kept, err := v.keptBeside()
	if err != nil {
		return err
	}
	for _, file := range kept {
		if file.before == before {
			return nil
		}
	}
	if _, err := v.keepAside(before); err != nil && !errors.Is(err, ErrNoFileBehind) {
		return err
	}
	return nil
}
