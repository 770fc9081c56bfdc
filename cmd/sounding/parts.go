package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sounding/export"
	"sounding/journal"
	"sounding/language"
	"sounding/store"
	exportscreen "sounding/tui/export"
	"sounding/tui/widget"
)

// visible makes words safe to print.
func visible(text string) string { return widget.Clean(text) }

// rests says what a view rests on, in one sentence, with the voices named as
// the pack names them.
func rests(r *journal.Reflection, w *journal.Walk) string {
	return journal.RestsOn(r).Sentence(func(voice string) string {
		for _, s := range w.Steps {
			for _, c := range s.Collects {
				for _, o := range c.Offers {
					if c.Of == journal.EvidenceItems && o.ID == voice {
						return o.Label
					}
				}
			}
		}
		return voice
	})
}

func formWords(f language.Form) string {
	if words, ok := formLabels[f]; ok {
		return words
	}
	return string(f)
}

// finder searches as a person types.
type finder struct{ *desk }

// searchLimit is how many hits are shown at a time; the count is of all.
const searchLimit = 200

// Search finds what holds the words; the last word may be half typed.
func (f finder) Search(ctx context.Context, words string) ([]journal.Hit, int, error) {
	return f.search(ctx, words, true)
}

// Search finds what holds the words, whole.
func (d *desk) Search(ctx context.Context, words string) ([]journal.Hit, int, error) {
	return d.search(ctx, words, false)
}

func (d *desk) search(ctx context.Context, words string, typing bool) ([]journal.Hit, int, error) {
	if err := d.writer.Flush(ctx); err != nil {
		return nil, 0, err
	}
	hits, err := d.Vault.Search(ctx, store.Query{Words: words, Typing: typing, Limit: searchLimit})
	return hits.Hits, hits.Total, err
}

// maker makes the vault of a first run.
type maker struct {
	program *Program
	door    *door
}

// Make creates the vault and opens it.
func (m *maker) Make(passphrase []byte) (string, error) {
	v, code, err := store.Create(m.door.found.vault, passphrase, m.program.options(m.door.found))
	if err != nil {
		return "", err
	}
	return code.String(), m.door.enter(v, nil)
}

// Confirm takes the code as it was typed back.
func (m *maker) Confirm(typed string) error {
	return m.door.open().ConfirmRecovery(context.Background(), typed)
}

// Hint says how strong a passphrase is.
func (m *maker) Hint(passphrase string) string { return strength(passphrase) }

// Place says where the vault will be.
func (m *maker) Place() (string, string) {
	return m.door.found.vault, syncedWarning(m.door.found.vault)
}

// NewPassphrase changes the passphrase.
func (d *desk) NewPassphrase(passphrase []byte) error {
	return d.ChangePassphrase(context.Background(), passphrase)
}

// ConfirmCode takes the recovery code as it was typed back.
func (d *desk) ConfirmCode(typed string) error {
	return d.ConfirmRecovery(context.Background(), typed)
}

// NewCode makes a new recovery code; the old one stops working.
func (d *desk) NewCode() (string, error) {
	code, err := d.ReplaceRecoveryCode(context.Background())
	return code.String(), err
}

// Hint says how strong a passphrase is.
func (d *desk) Hint(passphrase string) string { return strength(passphrase) }

// Markdown writes a reflection for the reading page.
func (d *desk) Markdown(r journal.Reflection, w journal.Walk, page bool) string {
	var out strings.Builder
	p := d.progress(&r, &w)
	write := func() error { return export.Markdown(&out, p, true) }
	if page {
		write = func() error { return export.Page(&out, p) }
	}
	if err := write(); err != nil {
		return sayError(err)
	}
	return out.String()
}

// exporter writes a reflection to a plain file.
type exporter struct {
	namesDesk
	program *Program
}

func newExporter(p *Program, d *desk) *exporter {
	return &exporter{namesDesk: namesDesk{naming{d}, whole}, program: p}
}

// Forms lists what can be written of a reflection: the page first, where there
// is one, so that what goes out unasked is the least.
func (e *exporter) Forms(id journal.ID) ([]exportscreen.Form, error) {
	p, err := e.working(id)
	if err != nil {
		return nil, err
	}
	var out []exportscreen.Form
	if len(p.MyPage()) > 0 {
		out = append(out, exportscreen.Form{Name: export.PageOnly, Help: labelPageOnly})
	}
	for _, f := range export.Formats() {
		out = append(out, exportscreen.Form{Name: f.Name, Help: fmt.Sprintf(labelEverything, f.Help)})
	}
	return out, nil
}

// formOf finds a form by the name that Forms gives it.
func formOf(name string) (export.Format, part, error) {
	if name == export.PageOnly {
		return export.PageFormat(), thePage, nil
	}
	f, ok := export.FormatOf(name)
	if !ok {
		return f, whole, usage("there is no form called %s", name)
	}
	return f, whole, nil
}

// OnlyPage says whether a form holds the one page alone.
func (e *exporter) OnlyPage(form string) bool { return form == export.PageOnly }

// FoundIn lists what could name somebody in what a form holds.
func (e *exporter) FoundIn(id journal.ID, form string) ([]language.Identified, error) {
	p, err := e.working(id)
	if err != nil {
		return nil, err
	}
	return e.foundIn(p, part(e.OnlyPage(form)))
}

// Propose names a file that is not there yet, in Documents where there is one.
// The name tells nothing of the reflection.
func (e *exporter) Propose(id journal.ID, form string) (string, string) {
	f, _, err := formOf(form)
	if err != nil {
		return "", ""
	}
	folder := documents()
	path := filepath.Join(folder, "reflection-"+e.program.Now().Format("2006-01-02")+"-"+string(id[:6])+f.Extension)
	return path, syncedWarning(path)
}

// Write makes the file, 0600, and never over one that is there. What was chosen
// to be replaced has its pseudonym in the file; the notes stay as they are.
func (e *exporter) Write(id journal.ID, form, path string) error {
	r, w, err := e.desk.Load(context.Background(), id)
	if err != nil {
		return err
	}
	f, of, err := formOf(form)
	if err != nil {
		return err
	}
	p := e.desk.progress(&r, &w)
	if keys, _ := e.Chosen(id); len(keys) > 0 {
		if p, err = (naming{e.desk}).Replaced(p, keys, of); err != nil {
			return err
		}
	}
	return writeNew(path, func(out *os.File) error { return f.Write(out, p) })
}

// exportLines is how the plain lines write a reflection: as Markdown, to the
// file that is proposed.
func (p *Program) exportLines(d *desk) func(journal.Reflection, bool, map[string]bool) (string, error) {
	return func(r journal.Reflection, page bool, replace map[string]bool) (string, error) {
		e := newExporter(p, d)
		form := export.Formats()[0].Name
		if page {
			form = export.PageOnly
		}
		e.Choose(r.ID, replace)
		path, warning := e.Propose(r.ID, form)
		if warning != "" {
			p.warn(warning)
		}
		return path, e.Write(r.ID, form, path)
	}
}

// writeNew makes a file that is not there yet, and takes it away again where
// writing does not come to its end.
func writeNew(path string, write func(*os.File) error) error {
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return &alreadyError{path: path}
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := errors.Join(write(out), out.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

func kindWords(kind language.IdentifierKind) string {
	return kind.Words()
}

// documents is the folder that people look in for their files.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	folder := filepath.Join(home, "Documents")
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return home
	}
	return folder
}

// syncedWarning says in words that a path lies where files are copied to other
// machines; empty where nothing speaks for that.
func syncedWarning(path string) string {
	if service := store.Synced(path); service != "" {
		return fmt.Sprintf(warnSynced, service)
	}
	return ""
}
