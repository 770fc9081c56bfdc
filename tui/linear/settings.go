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
		{"disagreed", func(a *App) string { return fmt.Sprintf(setDisagreed, len(a.Vault.Preferences().Disagreements())) }, (*App).takeBack},
		{"theme", func(a *App) string { return fmt.Sprintf(setTheme, a.Machine.Get("theme")) }, (*App).setTheme},
		{"linear", func(a *App) string { return fmt.Sprintf(setLinear, a.Machine.Get("linear")) }, (*App).setLinear},
	}
}

// settings lists what can be changed until the person goes back.
func (a *App) settings(context.Context) error {
	for {
		var choices []journal.Choice
		table := settingTable()
		for _, s := range table {
			choices = append(choices, journal.Choice{ID: s.id, Label: s.label(a)})
		}
		a.talk.gap()
		i, err := a.talk.choose(settingsQuestion, choices, true)
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
		return count(minutes, "minute", "minutes")
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
		return nil
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
		choices = append(choices, journal.Choice{ID: strconv.Itoa(int(l)), Label: count(int(l), "minute", "minutes")})
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
	for _, person := range a.Vault.Preferences().People {
		a.talk.say("%s", person)
	}
	a.talk.say("%s", peopleQuestion)
	var people []string
	for {
		typed, err := a.talk.line()
		if err != nil {
			return err
		}
		if strings.TrimSpace(typed) == "." {
			break
		}
		if strings.TrimSpace(typed) == "" {
			return nil
		}
		people = append(people, strings.TrimSpace(typed))
	}
	return a.prefer(func(p *journal.Preferences) { p.People = people })
}

// takeBack lists the signs that the person disagreed with and takes one back.
func (a *App) takeBack() error {
	all := a.Vault.Preferences().Disagreements()
	if len(all) == 0 {
		a.talk.say("%s", noneDisagreed)
		return nil
	}
	titles := map[journal.ID]string{}
	for _, s := range a.Vault.List() {
		titles[s.ID] = s.Title
	}
	var choices []journal.Choice
	for _, d := range all {
		name := d.Sign
		if a.Think.SignName != nil {
			name = a.Think.SignName(d.Sign)
		}
		parts := []string{name}
		for _, more := range []string{titles[d.Reflection], d.Because} {
			if more != "" {
				parts = append(parts, journal.VisibleLine(more))
			}
		}
		choices = append(choices, journal.Choice{ID: d.Entry, Label: strings.Join(parts, ". ")})
	}
	i, err := a.talk.choose(disagreedWhich, choices, true)
	if err != nil || i < 0 {
		return err
	}
	p := a.Vault.Preferences()
	p.TakeBack(all[i].Entry)
	if err := a.Vault.SetPreferences(p); err != nil {
		return err
	}
	a.talk.say("%s", takenBack)
	return nil
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
