package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sounding/journal"
	"sounding/store"
)

// eraseForGood destroys a reflection with everything that belongs to it. The
// command, the screen and the plain lines all come here: what the vault holds of
// it, the key of its pseudonyms where nothing else that is kept needs it, and
// what was disagreed with in it go in one save, and from the backups too.
func (d *desk) eraseForGood(ctx context.Context, id journal.ID) (store.Erased, error) {
	if err := d.heldBack(id); err != nil {
		return store.Erased{}, err
	}
	if err := d.writer.Flush(ctx); err != nil {
		return store.Erased{}, err
	}
	forget := d.forgetting(id)
	trashed := slices.ContainsFunc(d.Vault.Trashed(), func(s journal.Summary) bool { return s.ID == id })
	if !trashed {
		if err := d.Trash(ctx, id); err != nil {
			return store.Erased{}, err
		}
	}
	delete(d.copying, id)
	return d.EraseWith(ctx, forget, id)
}

// Erase destroys a reflection for good, and says what still holds it, a sentence
// each.
func (d *desk) Erase(ctx context.Context, id journal.ID) ([]string, error) {
	done, err := d.eraseForGood(ctx, id)
	if err != nil {
		return nil, err
	}
	lines := stillHeld(done)
	if done.Err != nil {
		lines = append(lines, sayError(done.Err))
	}
	return lines, nil
}

// heldBack gives store.ErrHold where a hold keeps a reflection.
func (d *desk) heldBack(id journal.ID) error {
	all, err := d.HoldOnEverything()
	if err != nil {
		return err
	}
	if all.Held() || slices.Contains(d.Holds(), id) {
		return fmt.Errorf("erase: %w", store.ErrHold)
	}
	return nil
}

// forgetting says what goes from the settings with a reflection.
func (d *desk) forgetting(id journal.ID) store.Forget {
	keys := d.keysOnlyOf(id)
	return func(name string, value []byte) []byte {
		if keys[name] {
			return nil
		}
		if name != preferencesName {
			return value
		}
		p := journal.DefaultPreferences()
		if json.Unmarshal(value, &p) != nil {
			return value // what cannot be read is left alone
		}
		if !slices.ContainsFunc(p.Disagreed, func(entry string) bool { return strings.Contains(entry, string(id)) }) {
			return value
		}
		p.ForgetSigns(id)
		left, err := json.Marshal(p)
		if err != nil {
			return value
		}
		return left
	}
}

// keysOnlyOf are the names of the keys of pseudonyms that nothing but one
// reflection needs.
func (d *desk) keysOnlyOf(id journal.ID) map[string]bool {
	keys := map[string]bool{keyOfReflection + string(id): true}
	all := append(d.Vault.Trashed(), d.List()...)
	for _, s := range all {
		if s.ID == id {
			keys[keyName(&journal.Reflection{ID: id, Subject: s.Subject})] = true
		}
	}
	for _, s := range all {
		if s.ID != id {
			delete(keys, keyName(&journal.Reflection{ID: s.ID, Subject: s.Subject}))
		}
	}
	return keys
}

// stillHeld says what still holds erased words, and until when.
func stillHeld(done store.Erased) []string {
	lines := []string{sayOwnCopies}
	for _, s := range done.Still {
		lines = append(lines, store.StillWords(s))
	}
	return lines
}
