package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"time"

	"sounding/journal"
	"sounding/store/engine"
)

// Setting gives a sealed setting by name: JSON that belongs to the caller.
func (v *Vault) Setting(name string) ([]byte, bool) {
	v.state.RLock()
	defer v.state.RUnlock()
	value, ok := v.settings[name]
	return bytes.Clone(value), ok
}

// SetSetting stores a sealed setting; a nil value takes it away.
func (v *Vault) SetSetting(ctx context.Context, name string, value []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	v.write.Lock()
	defer v.write.Unlock()
	if err := v.writable(); err != nil {
		return fmt.Errorf("save a setting: %w", err)
	}
	next := maps.Clone(v.settings)
	if value == nil {
		delete(next, name)
	} else {
		next[name] = bytes.Clone(value)
	}
	op, err := v.sealSettings(next)
	if err != nil {
		return err
	}
	if err := v.commit([]engine.Op{op}); err != nil {
		return err
	}
	v.keepSettings(next)
	return nil
}

func (v *Vault) sealSettings(settings map[string][]byte) (engine.Op, error) {
	text, err := json.Marshal(settings)
	if err != nil {
		return engine.Op{}, fmt.Errorf("save a setting: %w", err)
	}
	op, err := v.sealMeta(bucketMeta, []byte(keySettings), text)
	if err != nil {
		return engine.Op{}, fmt.Errorf("save a setting: %w", err)
	}
	return op, nil
}

// keepSettings takes up settings that were saved.
func (v *Vault) keepSettings(settings map[string][]byte) {
	v.state.Lock()
	defer v.state.Unlock()
	v.settings = settings
}

// Forget says what is left of a setting when something is erased: its value,
// another one, or nil where nothing of it is to stay.
type Forget func(name string, value []byte) []byte

// finds says whether there is anything to forget in settings.
func (f Forget) finds(settings map[string][]byte) bool {
	for name, value := range settings {
		if f != nil && !bytes.Equal(f(name, value), value) {
			return true
		}
	}
	return false
}

// settingsWithout gives the settings with what is to be forgotten left out, and
// the op that saves them; none where nothing of them changes.
func (v *Vault) settingsWithout(forget Forget) (map[string][]byte, []engine.Op, error) {
	if !forget.finds(v.settings) {
		return v.settings, nil, nil
	}
	left := map[string][]byte{}
	for name, value := range v.settings {
		if kept := forget(name, bytes.Clone(value)); kept != nil {
			left[name] = kept
		}
	}
	op, err := v.sealSettings(left)
	return left, []engine.Op{op}, err
}

// ComeBack is where a person was when the vault was locked.
type ComeBack struct {
	Screen     string     `json:"screen"`
	Reflection journal.ID `json:"reflection,omitempty"`
	Step       string     `json:"step,omitempty"`
	Prompt     string     `json:"prompt,omitempty"`
	Cursor     int        `json:"cursor,omitempty"`
	At         time.Time  `json:"at"`
}

// SetComeBack stores where to come back to; it is sealed like everything else.
func (v *Vault) SetComeBack(ctx context.Context, to ComeBack) error {
	return v.setRecord(ctx, keyComeBack, to, "")
}

// ComeBack gives where to come back to, or false.
func (v *Vault) ComeBack() (ComeBack, bool, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	var to ComeBack
	err := v.record(keyComeBack, &to)
	return to, err == nil && to.Screen != "", err
}

// labelWalk separates the names of kept walks from other keyed names.
const labelWalk = "walk"

// KeepWalk keeps a walk as it is now, so that what is written with it can be
// read when its pack has changed or gone, and gives the digest that names it:
// the SHA-256 of its JSON in hexadecimal. A walk that is kept already costs
// nothing.
func (v *Vault) KeepWalk(ctx context.Context, walk journal.Walk) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	text, err := json.Marshal(walk)
	if err != nil {
		return "", fmt.Errorf("keep a walk: %w", err)
	}
	digest := walkDigest(text)
	if _, err := v.KeptWalk(digest); !errors.Is(err, ErrNoWalk) {
		return digest, err
	}
	v.write.Lock()
	defer v.write.Unlock()
	if err := v.writable(); err != nil {
		return "", fmt.Errorf("keep a walk: %w", err)
	}
	name := v.keys.Name(labelWalk, []byte(digest))
	op, err := v.sealMeta(bucketWalks, name[:], text)
	if err != nil {
		return "", fmt.Errorf("keep a walk: %w", err)
	}
	return digest, v.commit([]engine.Op{op})
}

// walkDigest names a walk by its JSON.
func walkDigest(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// KeptWalk gives a kept walk, or ErrNoWalk. It is shared: nothing in it may be
// changed.
func (v *Vault) KeptWalk(digest string) (*journal.Walk, error) {
	v.state.RLock()
	defer v.state.RUnlock()
	if v.closed {
		return nil, ErrClosed
	}
	return v.keptWalk(digest)
}

// keptWalk is KeptWalk; the caller holds write or state.
func (v *Vault) keptWalk(digest string) (*journal.Walk, error) {
	v.walksGuard.Lock()
	defer v.walksGuard.Unlock()
	if walk, ok := v.walks[digest]; ok {
		return walk, nil
	}
	if digest == "" {
		return nil, ErrNoWalk
	}
	name := v.keys.Name(labelWalk, []byte(digest))
	text, err := v.openMeta(bucketWalks, name[:])
	if errors.Is(err, engine.ErrNoCell) {
		return nil, ErrNoWalk
	}
	if err != nil {
		return nil, fmt.Errorf("read a walk: %w", err)
	}
	walk := new(journal.Walk)
	if err := json.Unmarshal(text, walk); err != nil {
		return nil, fmt.Errorf("read a walk: %w", ErrUnreadable)
	}
	v.walks[digest] = walk
	return walk, nil
}
