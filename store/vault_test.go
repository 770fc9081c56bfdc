package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sounding/journal"
)

func TestVault_keepsADraftAndFilesIt(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	r := reflection(1, "first words", p.clock.Now())
	_, err := v.SaveDraft(background, r, 0)
	ok(t, err)
	ok(t, v.Close(background))

	v = p.mustOpen()
	if got := v.Drafts(); len(got) != 1 || got[0].Summary.ID != r.ID {
		t.Fatalf("drafts: %+v", got)
	}
	number, err := v.File(background, r.ID, WhyLeft)
	ok(t, err)
	if number != 1 || len(v.Drafts()) != 0 {
		t.Fatalf("filed as %d with %d drafts left", number, len(v.Drafts()))
	}
	got, err := v.Get(background, r.ID)
	ok(t, err)
	if text(got) != "first words" {
		t.Errorf("got %q", text(got))
	}
	if list := v.List(); len(list) != 1 || list[0].Title != "Title 1" {
		t.Errorf("list: %+v", list)
	}
}

func TestVault_tellsAConflictAndKeepsBoth(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	r := reflection(1, "one", p.clock.Now())
	_, err := v.Save(background, r, 0, WhySaved)
	ok(t, err)
	mine := reflection(1, "mine", p.clock.Now())
	_, err = v.SaveDraft(background, mine, 1)
	ok(t, err)
	if _, err := v.Save(background, reflection(1, "theirs", p.clock.Now()), 1, WhyImported); !errors.Is(err, ErrConflict) {
		t.Fatalf("a save over a draft gave %v", err)
	}
	_, err = v.RestoreRevision(background, r.ID, 1)
	ok(t, err)
	_, err = v.SaveDraft(background, mine, 1)
	ok(t, err)
	if _, err := v.File(background, r.ID, WhyLeft); !errors.Is(err, ErrConflict) {
		t.Fatalf("filing a stale draft gave %v", err)
	}
	number, err := v.FileOver(background, r.ID, WhyLeft)
	ok(t, err)
	revisions, err := v.Revisions(r.ID)
	ok(t, err)
	if number != 4 || len(revisions) != 4 || revisions[0].Number != 4 {
		t.Errorf("filed as %d; kept %+v", number, revisions)
	}
}

func TestVault_keepsFieldsItDoesNotKnow(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	r := reflection(1, "text", p.clock.Now())
	r.Extra = map[string]json.RawMessage{"mood_v9": json.RawMessage(`{"n":3}`)}
	_, err := v.SaveDraft(background, r, 0)
	ok(t, err)
	_, err = v.File(background, r.ID, WhyLeft)
	ok(t, err)
	got, err := v.Get(background, r.ID)
	ok(t, err)
	if string(got.Extra["mood_v9"]) != `{"n":3}` || len(got.Extra) != 1 {
		t.Errorf("extra: %s", got.Extra)
	}
}

func TestVault_filesNothingWhereOnlyThePlaceChanged(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	r := reflection(1, "text", p.clock.Now())
	_, err := v.Save(background, r, 0, WhySaved)
	ok(t, err)
	r.At, r.Opened, r.Updated = "next", []string{"next"}, r.Updated.Add(time.Hour)
	_, err = v.SaveDraft(background, r, 1)
	ok(t, err)
	number, err := v.File(background, r.ID, WhyLeft)
	ok(t, err)
	got, err := v.Get(background, r.ID)
	ok(t, err)
	if number != 1 || got.At != "next" || len(v.Drafts()) != 0 {
		t.Errorf("number %d, at %q, drafts %d", number, got.At, len(v.Drafts()))
	}
}

func TestVault_isForItsOwnerAlone(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	ok(t, v.Close(background))
	for path, want := range map[string]os.FileMode{p.path: 0o600, filepath.Dir(p.path): 0o700 | os.ModeDir} {
		about, err := os.Stat(path)
		ok(t, err)
		if about.Mode() != want {
			t.Errorf("%s is %v, not %v", filepath.Base(path), about.Mode(), want)
		}
	}
}

func TestVault_opensWithPassphraseAndRecoveryCode(t *testing.T) {
	p := newPlace(t)
	v, code, err := Create(p.path, []byte("kettle orchard"), p.options)
	ok(t, err)
	r := reflection(1, "words", p.clock.Now())
	_, err = v.SaveDraft(background, r, 0)
	ok(t, err)
	ok(t, v.Close(background))

	locked, err := Open(p.path, p.options)
	ok(t, err)
	if _, err := locked.Unlock([]byte("kettle orcharD")); !errors.Is(err, ErrWrongPassphrase) {
		t.Fatalf("a wrong passphrase gave %v", err)
	}
	if _, err := locked.Recover(RecoveryCode{1}); !errors.Is(err, ErrWrongRecovery) {
		t.Fatalf("a wrong code gave %v", err)
	}
	typed, err := ParseRecoveryCode(code.String())
	ok(t, err)
	v, err = locked.Recover(typed)
	ok(t, err)
	ok(t, v.ChangePassphrase(background, []byte("another one")))
	ok(t, v.ConfirmRecovery(background, code.String()))
	ok(t, v.Close(background))

	locked, err = Open(p.path, p.options)
	ok(t, err)
	v, err = locked.Unlock([]byte("another one"))
	ok(t, err)
	defer func() { ok(t, v.Close(background)) }()
	if when, err := v.RecoveryConfirmed(); err != nil || when.IsZero() {
		t.Errorf("confirmed %v, %v", when, err)
	}
	if got := v.List(); len(got) != 1 || got[0].ID != r.ID {
		t.Errorf("list: %+v", got)
	}
}

func TestRecoveryCode_isReplacedAndMustBeConfirmedAgain(t *testing.T) {
	p := newPlace(t)
	v, first, err := Create(p.path, []byte("kettle"), p.options)
	ok(t, err)
	ok(t, v.ConfirmRecovery(background, first.String()))
	second, err := v.ReplaceRecoveryCode(background)
	ok(t, err)
	if when, err := v.RecoveryConfirmed(); err != nil || !when.IsZero() {
		t.Errorf("the new code counts as confirmed: %v, %v", when, err)
	}
	if err := v.ConfirmRecovery(background, first.String()); !errors.Is(err, ErrWrongRecovery) {
		t.Errorf("the old code was confirmed: %v", err)
	}
	ok(t, v.ConfirmRecovery(background, second.String()))
	ok(t, v.Forget())
	locked, err := Open(p.path, p.options)
	ok(t, err)
	if _, err := locked.Recover(first); !errors.Is(err, ErrWrongRecovery) {
		t.Errorf("the old code gave %v", err)
	}
	v, err = locked.Recover(second)
	ok(t, err)
	ok(t, v.Forget())
}

func TestVault_refusesWhatASecondProcessWants(t *testing.T) {
	p := newPlace(t)
	p.create()
	if _, err := p.open(); !errors.Is(err, ErrHeld) {
		t.Fatalf("a second opening gave %v", err)
	}
}

func TestVault_keepsTheWalkItWasWrittenWith(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	walk := journal.Walk{ID: "gibbs", Version: 3, Title: "Gibbs", Steps: []journal.Step{{ID: "a", Kind: journal.KindText}}}
	digest, err := v.KeepWalk(background, walk)
	ok(t, err)
	again, err := v.KeepWalk(background, walk)
	ok(t, err)
	ok(t, v.Close(background))
	kept, err := p.mustOpen().KeptWalk(digest)
	ok(t, err)
	if digest != again || kept.Title != "Gibbs" {
		t.Errorf("digests %s and %s, title %q", digest, again, kept.Title)
	}
}

func TestVault_rememberSettingsAndWhereToComeBackTo(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	ok(t, v.SetSetting(background, "reminders", []byte(`{"on":true}`)))
	ok(t, v.SetComeBack(background, ComeBack{Screen: "walk", Step: "gut", Cursor: 7}))
	ok(t, v.Close(background))
	v = p.mustOpen()
	if value, found := v.Setting("reminders"); !found || string(value) != `{"on":true}` {
		t.Errorf("setting: %s, %v", value, found)
	}
	if to, found, err := v.ComeBack(); err != nil || !found || to.Step != "gut" || to.Cursor != 7 {
		t.Errorf("come back: %+v, %v, %v", to, found, err)
	}
}

func TestDraft_keepsItsStatesAMinuteApart(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	id := reflection(1, "", time.Time{}).ID
	for i := range 60 { // ten minutes, a save every ten seconds
		_, err := v.SaveDraft(background, reflection(1, fmt.Sprintf("state %d", i), p.clock.Now()), 0)
		ok(t, err)
		p.clock.Move(10 * time.Second)
		if i == 30 {
			ok(t, v.Forget())
			v = p.mustOpen()
		}
	}
	ring, err := v.Ring(id)
	ok(t, err)
	if len(ring) != ringSize-1 {
		t.Fatalf("%d states", len(ring))
	}
	for i, state := range ring {
		r, err := v.RingState(id, state.Number)
		ok(t, err)
		if i > 0 && ring[i-1].Saved.Sub(state.Saved) < 50*time.Second {
			t.Errorf("%v and %v are not a minute apart", ring[i-1].Saved, state.Saved)
		}
		if got := text(r); !strings.HasPrefix(got, "state ") || got == "state 59" {
			t.Errorf("state %d is %q", i, got)
		}
	}
	_, err = v.File(background, id, WhyLeft)
	ok(t, err)
	if ring, err := v.Ring(id); err != nil || len(ring) != 0 {
		t.Errorf("after filing %d states are left, %v", len(ring), err)
	}
}

func TestRetention_remindsAndRemovesNothing(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	for i, theme := range []string{"neglect", "adoption", "", "neglect"} {
		r := reflection(i, "words", p.clock.Now())
		if theme != "" {
			r.Themes = []string{theme}
		}
		_, err := v.Save(background, r, 0, WhySaved)
		ok(t, err)
	}
	ok(t, v.SetHold(background, reflection(3, "", time.Time{}).ID, "asked for"))
	ok(t, v.SetRetention(background, Retention{"neglect": 12, "adoption": 36}))
	if early, err := v.Outlived(p.clock.Now().AddDate(0, 11, 0)); err != nil || len(early) != 0 {
		t.Errorf("too early: %+v, %v", early, err)
	}
	due, err := v.Outlived(p.clock.Now().AddDate(1, 0, 0))
	ok(t, err)
	if len(due) != 1 || due[0].Summary.ID != reflection(0, "", time.Time{}).ID || due[0].Theme != "neglect" {
		t.Errorf("%+v", due)
	}
	if len(v.List()) != 4 {
		t.Error("something was removed")
	}
}

func TestAll_givesEverythingWithItsHistory(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	for i := range 3 {
		_, err := v.Save(background, reflection(i, "one", p.clock.Now()), 0, WhySaved)
		ok(t, err)
		_, err = v.Save(background, reflection(i, "two", p.clock.Now()), 1, WhySaved)
		ok(t, err)
		p.clock.Move(time.Hour)
	}
	ok(t, v.Trash(background, reflection(1, "", time.Time{}).ID))
	count := 0
	for whole, err := range v.All(background) {
		ok(t, err)
		count++
		if text(whole.Reflection) != "two" || len(whole.Revisions) != 2 {
			t.Errorf("%+v", whole)
		}
		ok(t, v.SetSetting(background, "n", []byte{byte(count)})) // nothing is held meanwhile
	}
	if count != 3 {
		t.Errorf("%d were given", count)
	}
}

func TestKeyring_opensUntilItIsTakenAway(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	secret, err := v.AddKeyring(background)
	ok(t, err)
	ok(t, v.Forget())
	locked, err := Open(p.path, p.options)
	ok(t, err)
	if !locked.Info().Keyring || locked.Info().Passphrase {
		t.Errorf("%+v", locked.Info())
	}
	v, err = locked.UnlockWithKeyring(secret)
	ok(t, err)
	ok(t, v.RemoveKeyring(background))
	ok(t, v.Forget())
	locked, err = Open(p.path, p.options)
	ok(t, err)
	defer func() { ok(t, locked.Close()) }()
	if _, err := locked.UnlockWithKeyring(secret); !errors.Is(err, ErrNoSuchSlot) {
		t.Errorf("after it was taken away: %v", err)
	}
}

func TestBackupDue_afterADayWithSomethingNew(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	check := func(want bool) {
		t.Helper()
		if due, err := v.BackupDue(); err != nil || due != want {
			t.Errorf("due: %v, %v", due, err)
		}
	}
	check(false)
	_, err := v.Save(background, reflection(1, "one", p.clock.Now()), 0, WhySaved)
	ok(t, err)
	check(true)
	_, err = v.BackUp(background)
	ok(t, err)
	check(false)
	p.clock.Move(25 * time.Hour)
	check(false)
	_, err = v.Save(background, reflection(1, "two", p.clock.Now()), 1, WhySaved)
	ok(t, err)
	check(true)
}

func TestEvents_areKeptForAYearAndHoldNoText(t *testing.T) {
	p := newPlace(t)
	v := p.create()
	r := reflection(1, "words", p.clock.Now())
	_, err := v.Save(background, r, 0, WhySaved)
	ok(t, err)
	ok(t, v.Trash(background, r.ID))
	ok(t, v.Record(background, Event{What: EventExported, Reflections: []journal.ID{r.ID}}))
	events, err := v.Events()
	ok(t, err)
	if len(events) != 2 || events[0].What != EventExported || events[1].What != EventTrashed {
		t.Errorf("%+v", events)
	}
	p.clock.Move(logKept + time.Hour)
	ok(t, v.Untrash(background, r.ID))
	ok(t, v.Close(background))
	events, err = p.mustOpen().Events()
	if err != nil || len(events) != 2 || events[0].What != EventDrilled || events[1].What != EventUntrashed {
		t.Errorf("a year later: %+v, %v", events, err)
	}
}
