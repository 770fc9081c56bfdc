package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sounding/journal"
	"sounding/language"
)

// A key of pseudonyms says what each stands for, so it undoes them: it is sealed
// in the vault as a setting and goes into no file. A subject has one key, so that
// "Child A" is the same child in all that is written about them. A reflection in
// whose notes pseudonyms were put has one of its own besides, for undoing: that
// works whatever code the reflection is given later.
const (
	keyOfSubject    = "pseudonyms/subject/"
	keyOfReflection = "pseudonyms/reflection/"
)

// keyName is where the key is kept that a reflection's pseudonyms are given by:
// with its subject's, else its own.
func keyName(r *journal.Reflection) string {
	if subject := strings.ToLower(strings.TrimSpace(r.Subject)); subject != "" {
		return keyOfSubject + subject
	}
	return ownKeyName(r)
}

func ownKeyName(r *journal.Reflection) string { return keyOfReflection + string(r.ID) }

// readKey gives a kept key, an empty one where there is none yet.
func (n naming) readKey(name string) (*language.Key, error) {
	key := language.NewKey()
	data, ok := n.Setting(name)
	if !ok {
		return key, nil
	}
	if err := json.Unmarshal(data, key); err != nil {
		return nil, fmt.Errorf("read the key of the pseudonyms: %w", err)
	}
	return key, nil
}

func (n naming) keepKey(name string, key *language.Key) error {
	data, err := json.Marshal(key)
	if err != nil {
		return fmt.Errorf("keep the key of the pseudonyms: %w", err)
	}
	return n.SetSetting(context.Background(), name, data)
}

// giving is the key that a reflection's pseudonyms are given by, with the name
// it is kept under. What stands in its notes already goes on meaning the same.
func (n naming) giving(r *journal.Reflection) (*language.Key, string, error) {
	name := keyName(r)
	key, err := n.readKey(name)
	if err != nil || name == ownKeyName(r) {
		return key, name, err
	}
	own, err := n.readKey(ownKeyName(r))
	if err != nil {
		return nil, "", err
	}
	for _, entry := range own.Entries {
		at := slices.IndexFunc(key.Entries, func(e language.Pseudonym) bool { return e.Text == entry.Text })
		switch {
		case at < 0:
			key.Entries = append(key.Entries, entry)
		case !overlap(entry.Forms, key.Entries[at].Forms):
			// The code came later and belongs to somebody else's "Child A": this
			// reflection stays with its own.
			return own, ownKeyName(r), nil
		}
	}
	return key, name, nil
}

// overlap says whether two lists have anything in common.
func overlap(one, other []string) bool {
	return slices.ContainsFunc(one, func(text string) bool { return slices.Contains(other, text) })
}

// undoing is the key by which the pseudonyms in a reflection's notes are undone:
// its own, else its subject's, as for notes that were written over from others.
func (n naming) undoing(r *journal.Reflection) (*language.Key, error) {
	own, err := n.readKey(ownKeyName(r))
	if err != nil || len(own.Entries) > 0 {
		return own, err
	}
	return n.readKey(keyName(r))
}

// rememberUndo keeps, with the reflection, the pseudonyms that were just put into
// its notes. One that stood there before, by the writer's own hand, is not among
// them.
func (n naming) rememberUndo(p *journal.Progress, before []string) error {
	own, err := n.readKey(ownKeyName(p.Reflection))
	if err != nil {
		return err
	}
	given, _, err := n.giving(p.Reflection)
	if err != nil {
		return err
	}
	now := p.OwnWords()
	for _, entry := range given.Entries {
		one := &language.Key{Entries: []language.Pseudonym{entry}}
		known := slices.ContainsFunc(own.Entries, func(e language.Pseudonym) bool { return e.Text == entry.Text })
		if !known && slices.ContainsFunc(now, one.Holds) && !slices.ContainsFunc(before, one.Holds) {
			own.Entries = append(own.Entries, entry)
		}
	}
	return n.keepKey(ownKeyName(p.Reflection), own)
}
