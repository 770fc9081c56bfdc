package main

import (
	"context"
	"encoding/json"
	"time"

	"sounding/journal"
)

// spentName is the setting in which the time in walks is added up.
const spentName = "time"

// spent is where the time in walks went so far.
func (d *desk) spent() journal.Spent {
	var s journal.Spent
	if data, ok := d.Setting(spentName); ok {
		// A value that a newer version wrote keeps what is understood of it.
		_ = json.Unmarshal(data, &s)
	}
	return s
}

// spend adds what a sitting took, sealed with the settings. It is only for the
// person's own curiosity, so that a failure is told and holds nothing up.
func (d *desk) spend(walk string, steps map[string]time.Duration, another bool) {
	s := d.spent()
	s.Add(walk, steps, another)
	data, err := json.Marshal(s)
	if err == nil {
		err = d.SetSetting(context.Background(), spentName, data)
	}
	if err != nil && d.tell != nil {
		d.tell(journal.Standing{Err: err})
	}
}

// forgetTime takes away what was counted.
func (d *desk) forgetTime() error {
	if _, counted := d.Setting(spentName); !counted {
		return nil
	}
	return d.SetSetting(context.Background(), spentName, nil)
}
