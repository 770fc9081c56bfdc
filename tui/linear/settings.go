package linear

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"sounding/journal"
)

// setting is one thing that can be changed, with its present value in words.
type setting struct {
	id    string
	label func(*App) string
	set   func(*App) error
}

func settingTable() []setting {
	return []setting{
		{"idle", func(a *App) string { return fmt.Sprintf(setIdle, a.idleWords()) }, (*App).setIdle},
		{"length", func(a *App) string { return fmt.Sprintf(setLength, int(a.Vault.Preferences().Length)) }, (*App).setLength},
		{"history", func(a *App) string { return fmt.Sprintf(setHistory, historyWords(a.Vault.Preferences().History)) }, (*App).setHistory},
		{"people", func(a *App) string { return fmt.Sprintf(setPeople, len(a.Vault.Preferences().People)) }, (*App).setPeople},
		{"wording", func(a *App) string { return fmt.Sprintf(setWording, a.Vault.Preferences().Wording) }, (*App).setWording},
		{"names", func(a *App) string { return fmt.Sprintf(setNames, yesWord(a.Vault.Preferences().Names)) }, (*App).setNames},
		{"roster", func(a *App) string { return fmt.Sprintf(setRoster, len(a.Vault.Preferences().Roster)) }, (*App).setRoster},
		{"depth", func(a *App) string { return fmt.Sprintf(setDepth, yesWord(a.Vault.Preferences().Depth)) }, (*App).setDepth},
		{"time", func(a *App) string { return fmt.Sprintf(setTime, yesWord(a.Vault.Preferences().Time)) }, (*App).setTime},
		{"disagreed", func(a *App) string { return fmt.Sprintf(setDisagreed, len(a.disagreed())) }, (*App).takeBack},
		{"keyring", func(a *App) string { return fmt.Sprintf(setKeyringTo, yesWord(a.Vault.Keyring())) }, (*App).setKeyring},
		{"holds", func(a *App) string { return fmt.Sprintf(setHoldsTo, max(len(a.Vault.Held())-1, 0)) }, (*App).setHolds},
		{"keep", func(a *App) string { return fmt.Sprintf(setKeptForTo, len(a.Vault.KeptFor())) }, (*App).setKeptFor},
		{"backups", func(a *App) string { return fmt.Sprintf(setBackupsTo, a.secondPlace()) }, (*App).setBackups},
		{"theme", func(a *App) string { return fmt.Sprintf(setTheme, a.Machine.Get("theme")) }, (*App).setTheme},
		{"linear", func(a *App) string { return fmt.Sprintf(setLinear, a.Machine.Get("linear")) }, (*App).setLinear},
	}
}

// settings lists what can be changed until the person goes back.
func (a *App) settings(context.Context) error {
	for first := true; ; first = false {
		var choices []journal.Choice
		table := settingTable()
		for _, s := range table {
			choices = append(choices, journal.Choice{ID: s.id, Label: s.label(a)})
		}
		a.talk.gap()
		if first {
			a.talk.list(settingsQuestion, choices)
		} else {
			a.talk.say("%s", settingNext)
		}
		i, err := a.talk.chosen(settingsQuestion, choices, true)
		if err != nil || i < 0 {
			return err
		}
		if err := table[i].set(a); err != nil {
			return err
		}
	}
}

func (a *App) idleWords() string {
	if minutes := a.Vault.Preferences().IdleMinutes; minutes > 0 {
		return journal.Counted(minutes, "minute", "minutes")
	}
	return neverWord
}

func (a *App) setIdle() error {
	a.talk.say("%s", idleQuestion)
	typed, err := a.talk.line()
	if err != nil || strings.TrimSpace(typed) == "" {
		return err
	}
	minutes, wrong := strconv.Atoi(strings.TrimSpace(typed))
	if wrong != nil || minutes < 0 || minutes > 240 {
		a.talk.say("%s", idleRange)
		return nil //nolint:nilerr // told in words, and asked again when they like
	}
	return a.prefer(func(p *journal.Preferences) { p.IdleMinutes = minutes })
}

func (a *App) prefer(change func(*journal.Preferences)) error {
	p := a.Vault.Preferences()
	change(&p)
	if err := a.Vault.SetPreferences(p); err != nil {
		return err
	}
	a.talk.say("%s", settingSaved)
	return nil
}

func (a *App) setLength() error {
	lengths := []journal.Length{10, 25, 45}
	var choices []journal.Choice
	for _, l := range lengths {
		choices = append(choices, journal.Choice{ID: strconv.Itoa(int(l)), Label: journal.Counted(int(l), "minute", "minutes")})
	}
	i, err := a.talk.choose(lengthQuestion, choices, true)
	if err != nil || i < 0 {
		return err
	}
	return a.prefer(func(p *journal.Preferences) { p.Length = lengths[i] })
}

func (a *App) setHistory() error {
	kinds := []journal.History{journal.HistoryAll, journal.HistoryThin, journal.HistoryLast}
	var choices []journal.Choice
	for _, h := range kinds {
		choices = append(choices, journal.Choice{ID: string(h), Label: historyWords(h)})
	}
	i, err := a.talk.choose(historyQuestion, choices, true)
	if err != nil || i < 0 {
		return err
	}
	return a.prefer(func(p *journal.Preferences) { p.History = kinds[i] })
}

func (a *App) setPeople() error {
	people, given, err := a.taken(a.Vault.Preferences().People, peopleQuestion)
	if err != nil || !given {
		return err
	}
	return a.prefer(func(p *journal.Preferences) { p.People = people })
}

// taken says a list and takes another in its place, one thing a line; false where
// it is to stay.
func (a *App) taken(now []string, question string) ([]string, bool, error) {
	for _, one := range now {
		a.talk.say("%s", one)
	}
	a.talk.say("%s", question)
	var out []string
	for {
		typed, err := a.talk.line()
		if err != nil {
			return nil, false, err
		}
		switch typed = strings.TrimSpace(typed); typed {
		case ".":
			return out, true, nil
		case "":
			return nil, false, nil
		}
		out = append(out, typed)
	}
}

// takeBack lists what the person disagreed with and takes one back.
func (a *App) takeBack() error {
	all := a.disagreed()
	if len(all) == 0 {
		a.talk.say("%s", noneDisagreed)
		return nil
	}
	i, err := a.talk.choose(disagreedWhich, all, true)
	if err != nil || i < 0 {
		return err
	}
	p := a.Vault.Preferences()
	p.TakeBack(all[i].ID)
	if err := a.Vault.SetPreferences(p); err != nil {
		return err
	}
	a.talk.say("%s", takenBack)
	return nil
}

func (a *App) disagreed() []journal.Choice {
	if a.Language.Disagreed == nil {
		return nil
	}
	return a.Language.Disagreed()
}

func (a *App) setWording() error {
	choices := wordingChoices()
	i, err := a.talk.choose(wordingQuestion, choices, true)
	if err != nil || i < 0 {
		return err
	}
	return a.prefer(func(p *journal.Preferences) { p.Wording = choices[i].ID })
}

func (a *App) setNames() error {
	on, err := a.talk.yes(namesQuestion)
	if err != nil {
		return err
	}
	return a.prefer(func(p *journal.Preferences) { p.Names = on })
}

func (a *App) setDepth() error {
	on, err := a.talk.yes(depthQuestion)
	if err != nil {
		return err
	}
	return a.prefer(func(p *journal.Preferences) { p.Depth = on })
}

func (a *App) setTime() error {
	on, err := a.talk.yes(timeQuestion)
	if err != nil {
		return err
	}
	return a.prefer(func(p *journal.Preferences) { p.Time = on })
}

func (a *App) setRoster() error {
	roster, given, err := a.taken(a.Vault.Preferences().Roster, rosterQuestion)
	if err != nil || !given {
		return err
	}
	return a.prefer(func(p *journal.Preferences) { p.Roster = roster })
}

func (a *App) setTheme() error { return a.machine("theme", themeQuestion, themeChoices()) }

func (a *App) setLinear() error {
	return a.machine("linear", linearQuestion, []journal.Choice{{ID: "yes", Label: "Yes"}, {ID: "no", Label: "No"}})
}

func (a *App) machine(name, question string, choices []journal.Choice) error {
	i, err := a.talk.choose(question, choices, true)
	if err != nil || i < 0 {
		return err
	}
	if err := a.Machine.Set(name, choices[i].ID); err != nil {
		a.talk.say("%s", err)
		return nil
	}
	a.talk.say("%s", settingSaved)
	return nil
}
