package main

import (
	"context"
	"errors"
	"time"

	"sounding/store"
)

// dailyCheck is how often an open vault is looked at for a backup that is due: a
// vault that is never locked is backed up once a day all the same.
const dailyCheck = time.Hour

// backUpDaily makes the backup that is due, until the context ends.
func (d *desk) backUpDaily(ctx context.Context) {
	ticker := time.NewTicker(dailyCheck)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if errors.Is(d.backUpIfDue(ctx), store.ErrClosed) {
				return
			}
		}
	}
}

// backUpIfDue makes a backup where a day has gone by since the newest one and
// something was saved since. What goes wrong is told when the sitting ends, since
// it is tried again then.
func (d *desk) backUpIfDue(ctx context.Context) error {
	due, err := d.BackupDue()
	if err != nil || !due {
		return err
	}
	_, err = d.BackUp(ctx)
	return err
}
