package linear

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sounding/journal"
	"sounding/language"
)

// Names finds what in a reflection could name somebody, keeps what is said of
// it, and puts pseudonyms into the notes and takes them back.
type Names interface {
	Found(*journal.Progress) ([]language.Identified, error)
	// FoundOnPage looks at the one page alone.
	FoundOnPage(*journal.Progress) ([]language.Identified, error)
	NotAName(key string) error
	Replace(p *journal.Progress, keys map[string]bool) error
	Holds(*journal.Progress) bool
	Restore(*journal.Progress) error
}

// export asks for the page or everything, then once about what in that could
// name somebody, and writes a plain file. The page comes first; where nothing is
// for it, there is no question.
func (a *App) export(p *journal.Progress) error {
	if a.Export == nil {
		return nil
	}
	page := len(p.MyPage()) > 0
	if page {
		i, err := a.talk.choose(exportWhat, []journal.Choice{
			{ID: "page", Label: exportPage}, {ID: "everything", Label: exportAll}, {ID: "back", Label: doBack},
		}, true)
		if err != nil || i < 0 || i == 2 {
			return err
		}
		page = i == 0
	}
	replace, write, err := a.askNames(p, page)
	if err != nil || !write {
		return err
	}
	path, err := a.Export(*p.Reflection, page, replace)
	if err != nil {
		a.talk.say("%s", err)
		return nil
	}
	a.talk.say(exported, path)
	return nil
}

// export writes what the walk is about, with what was typed kept first. In a
// second pass that is the reflection which it stands beside.
func (v *visit) export(ctx context.Context) error {
	v.keep()
	if err := v.app.Writer.Flush(ctx); err != nil {
		return err
	}
	if v.first != nil {
		return v.first.export(ctx)
	}
	return v.app.export(v.p)
}

// askNames says what was found and asks what is to stand in the file. replace
// holds the keys of what becomes a pseudonym; write is false where nothing is to
// leave the vault.
func (a *App) askNames(p *journal.Progress, page bool) (replace map[string]bool, write bool, err error) {
	if a.Names == nil {
		return nil, true, nil
	}
	look := a.Names.Found
	if page {
		look = a.Names.FoundOnPage
	}
	found, err := look(p)
	if err != nil {
		a.talk.say("%s", err)
		return nil, false, nil
	}
	if len(found) == 0 {
		return nil, true, nil
	}
	a.sayNames(exportNames, found)
	i, err := a.talk.choose(exportAsk, []journal.Choice{
		{ID: "replace", Label: exportReplace}, {ID: "each", Label: exportEach},
		{ID: "write", Label: exportAsItIs}, {ID: "back", Label: doBack},
	}, true)
	replace = map[string]bool{}
	switch {
	case err != nil || i < 0 || i == 3:
		return nil, false, err
	case i == 0:
		for _, f := range found {
			replace[f.Key()] = f.Replacement != ""
		}
	case i == 1:
		err = a.eachName(found, exportLeave, func(f language.Identified) error {
			replace[f.Key()] = true
			return nil
		})
	}
	return replace, err == nil, err
}

// sayNames says each thing that was found, with its reason.
func (a *App) sayNames(lead string, found []language.Identified) {
	a.talk.say("%s", lead)
	for _, f := range found {
		a.talk.say("%s", nameLine(f))
	}
	a.talk.say("%s", nameLimits)
}

func nameLine(f language.Identified) string {
	what := f.Kind.Words()
	if f.Times > 1 {
		what += ", " + journal.Counted(f.Times, "time", "times")
	}
	line := fmt.Sprintf(nameFound, journal.VisibleLine(f.Text), what, strings.TrimRight(f.Because, "."))
	if f.Replacement == "" {
		return line + " " + nameByHand
	}
	return line
}

// eachName goes through the findings one by one. put is called for each that is
// to have its pseudonym; Enter leaves one as it is.
func (a *App) eachName(found []language.Identified, leave string, put func(language.Identified) error) error {
	for _, f := range found {
		if f.Replacement == "" {
			continue // said already; only the writer can change it
		}
		a.talk.gap()
		i, err := a.talk.choose(nameLine(f), []journal.Choice{
			{ID: "replace", Label: fmt.Sprintf(nameReplace, f.Replacement)}, {ID: "leave", Label: leave}, {ID: "not", Label: nameNot},
		}, true)
		switch {
		case err != nil:
			return err
		case i == 0:
			err = put(f)
		case i == 2:
			if err = a.Names.NotAName(f.Key()); err == nil {
				a.talk.say("%s", nameNoted)
			}
		}
		if err != nil {
			a.talk.say("%s", err)
		}
	}
	return nil
}

// names looks through the notes of a walk, and puts pseudonyms there if that is
// wanted.
func (v *visit) names() error {
	a := v.app
	if a.Names == nil {
		return nil
	}
	if a.Names.Holds(v.p) {
		back, err := a.talk.yes(nameRestore)
		if err != nil {
			return err
		}
		if back {
			return a.told(a.Names.Restore(v.p), nameRestored)
		}
	}
	found, err := a.Names.Found(v.p)
	if err != nil {
		return a.told(err, "")
	}
	if len(found) == 0 {
		a.talk.say("%s", nameNothing)
		a.talk.say("%s", nameLimits)
		return nil
	}
	// Each is asked about with its reason; what cannot be replaced is said first.
	a.sayNames(namesHere, slices.DeleteFunc(slices.Clone(found), func(f language.Identified) bool { return f.Replacement != "" }))
	put := map[string]bool{}
	err = a.eachName(found, nameLeave, func(f language.Identified) error {
		put[f.Key()] = true
		return nil
	})
	if err != nil || len(put) == 0 {
		return err
	}
	return a.told(a.Names.Replace(v.p, put), namePut)
}

// told says that something was done, or what kept it from being done; neither
// ends the walk.
func (a *App) told(err error, done string) error {
	if err != nil {
		done = err.Error()
	}
	a.talk.say("%s", done)
	return nil
}
