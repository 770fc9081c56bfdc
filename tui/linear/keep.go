package linear

import (
	"context"

	"sounding/journal"
)

// refused says why something was not done, where that is the person's to know,
// and gives back any other error.
func (a *App) refused(err error) error {
	if err == nil || a.Explain == nil {
		return err
	}
	words, ok := a.Explain(err)
	if !ok {
		return err
	}
	a.talk.say("%s", words)
	return nil
}

// erase asks what has to be asked before anything is destroyed.
func (a *App) erase(ctx context.Context, id journal.ID) error {
	asked, err := a.talk.yes(eraseAsked)
	if err != nil {
		return err
	}
	if asked {
		a.talk.say("%s", eraseHold)
		return a.setHold(ctx, id)
	}
	sure, err := a.talk.yes(eraseSure)
	if err != nil || !sure {
		return err
	}
	left, err := a.Vault.Erase(ctx, id)
	if err != nil {
		return a.refused(err)
	}
	a.talk.say("%s", erased)
	for _, where := range left {
		a.talk.say("%s", where)
	}
	return nil
}

func holdLabel(held bool) string {
	if held {
		return doRelease
	}
	return doHold
}

// hold sets a hold on a reflection, or takes it away once that was asked.
func (a *App) hold(ctx context.Context, id journal.ID) error {
	if !a.Vault.IsHeld(id) {
		return a.setHold(ctx, id)
	}
	sure, err := a.talk.yes(releaseSure)
	if err != nil || !sure {
		return err
	}
	if err := a.Vault.ReleaseHold(ctx, id); err != nil {
		return a.refused(err)
	}
	a.talk.say("%s", released)
	return nil
}

func (a *App) setHold(ctx context.Context, id journal.ID) error {
	if err := a.Vault.SetHold(ctx, id, ""); err != nil {
		return a.refused(err)
	}
	a.talk.say("%s", heldNow)
	return nil
}

// setHolds changes a hold of the list of them.
func (a *App) setHolds() error {
	all := a.Vault.Held()
	i, err := a.talk.choose(holdsQuestion, all, true)
	if err != nil || i < 0 {
		return err
	}
	if err := a.Vault.ChangeHold(all[i].ID); err != nil {
		return a.refused(err)
	}
	a.talk.say("%s", settingSaved)
	return nil
}

// setKeptFor takes the months for which themes are kept.
func (a *App) setKeptFor() error {
	lines, given, err := a.taken(a.Vault.KeptFor(), keptForQuestion)
	if err != nil || !given {
		return err
	}
	if err := a.Vault.SetKeptFor(lines); err != nil {
		a.talk.say("%s", err)
		return nil
	}
	a.talk.say("%s", settingSaved)
	for _, s := range a.Vault.KeptLongEnough() {
		a.talk.say(keptLong, line(s))
	}
	return nil
}

func (a *App) setKeyring() error {
	on, err := a.talk.yes(keyringQuestion)
	if err != nil || on == a.Vault.Keyring() {
		return err
	}
	if err := a.Vault.SetKeyring(on); err != nil {
		return a.refused(err)
	}
	a.talk.say("%s", settingSaved)
	return nil
}

func (a *App) setBackups() error {
	a.talk.say("%s", backupsQuestion)
	typed, err := a.talk.line()
	if err != nil || typed == "" {
		return err
	}
	if typed == noneWord {
		typed = ""
	}
	if err := a.Machine.Set("backups", typed); err != nil {
		a.talk.say("%s", err)
		return nil
	}
	a.talk.say("%s", settingSaved)
	return nil
}

// secondPlace is the second folder for backups, in words.
func (a *App) secondPlace() string {
	if folder := a.Machine.Get("backups"); folder != "" {
		return folder
	}
	return noneWord
}
