package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sounding/export"
	"sounding/journal"
)

// The words of about.
const (
	flagVersions   = "gather the earlier versions that are kept as well"
	aboutSubject   = "about %s"
	aboutMentioned = "names %s in its text"
	aboutTrash     = "in the trash"
	aboutVersion   = "earlier version %d, %s"
	sayGathered    = "%s gathered."
	sayGatheredIn  = "%s gathered in %s, in plain text and no longer protected."
	sayMentions    = "Listed last, since they only name the code in their text: %d. Read whether they mean the same person."
	sayEarlier     = "%s kept as well, and can be asked for too. --versions gathers them."
	sayOthersIn    = "There may be other people's matters in it. Have your information governance team read it before it is given to anyone."
	aboutNothing   = "nothing here is about %q, and no text names it. sounding list shows the codes there are"
)

// aboutCommand gathers everything about one subject, readable, for somebody who
// has asked for it: what has the code as its subject, then what names the
// code in its text as it is written there, the trash included.
func aboutCommand(p *Program, f *flags) *cobra.Command {
	var a gathering
	c := &cobra.Command{
		Use: "about CODE", Short: shortAbout, Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.with(c.Context(), f, func(d *desk) error {
				a.program, a.desk, a.code = p, d, args[0]
				return a.gather(c.Context())
			})
		},
	}
	c.Flags().StringVar(&a.dir, "out", "", flagOutDir)
	c.Flags().BoolVar(&a.versions, "versions", false, flagVersions)
	return c
}

// gathering is one answer to "everything about this subject".
type gathering struct {
	program  *Program
	desk     *desk
	code     string
	dir      string
	versions bool

	found    int
	mentions int // of those found: about another subject
	earlier  int
}

func (a *gathering) gather(ctx context.Context) error {
	code := strings.TrimSpace(a.code)
	if code == "" {
		return usage(aboutNothing, a.code)
	}
	kept := a.desk.List()
	trashed, err := a.desk.Trashed(ctx)
	if err != nil {
		return err
	}
	all := append(kept[:len(kept):len(kept)], trashed...)
	written := spellings(all, code)
	for i, s := range all {
		if strings.EqualFold(s.Subject, code) {
			if err := a.one(ctx, s, fmt.Sprintf(aboutSubject, s.Subject), i >= len(kept)); err != nil {
				return err
			}
		}
	}
	for i, s := range all {
		if !strings.EqualFold(s.Subject, code) {
			if err := a.mention(ctx, s, written, i >= len(kept)); err != nil {
				return err
			}
		}
	}
	if a.found == 0 {
		return usage(aboutNothing, a.code)
	}
	p := a.program
	if a.dir == "" {
		p.say(fmt.Sprintf(sayGathered, journal.Counted(a.found, "reflection", "reflections")))
	} else {
		p.say(fmt.Sprintf(sayGatheredIn, journal.Counted(a.found, "reflection", "reflections"), a.dir))
	}
	if a.mentions > 0 {
		p.say(fmt.Sprintf(sayMentions, a.mentions))
	}
	if a.earlier > 0 && !a.versions {
		p.say(fmt.Sprintf(sayEarlier, journal.Counted(a.earlier, "earlier version is", "earlier versions are")))
	}
	p.say(sayOthersIn)
	return nil
}

// spellings are the ways in which a code is written as a subject; as it was typed
// where it is none. A code can be an ordinary word, and in a text it is the code
// only where it is written as one.
func spellings(all []journal.Summary, code string) []string {
	var out []string
	for _, s := range all {
		if strings.EqualFold(s.Subject, code) && !slices.Contains(out, s.Subject) {
			out = append(out, s.Subject)
		}
	}
	if len(out) == 0 {
		return []string{code}
	}
	return out
}

// mention writes a reflection about another subject that names the code in its
// text, and passes over one that does not.
func (a *gathering) mention(ctx context.Context, s journal.Summary, written []string, trashed bool) error {
	r, w, err := a.desk.Load(ctx, s.ID)
	if err != nil {
		return err
	}
	text := strings.Join(a.desk.progress(&r, &w).OwnWords(), "\n")
	for _, code := range written {
		named := regexp.MustCompile(`(^|[^\pL\pN])` + regexp.QuoteMeta(code) + `($|[^\pL\pN])`)
		if named.MatchString(text) {
			a.mentions++
			return a.one(ctx, s, fmt.Sprintf(aboutMentioned, code), trashed)
		}
	}
	return nil
}

// one writes a reflection that belongs here, with why it does.
func (a *gathering) one(ctx context.Context, s journal.Summary, because string, trashed bool) error {
	r, w, err := a.desk.Load(ctx, s.ID)
	if err != nil {
		return err
	}
	p := a.desk.progress(&r, &w)
	why := []string{because}
	if trashed {
		why = append(why, aboutTrash)
	}
	a.found++
	if err := a.write(p, s.ID, "", why); err != nil {
		return err
	}
	revisions, err := a.desk.Revisions(ctx, s.ID)
	if err != nil || len(revisions) < 2 {
		return err
	}
	earlier := revisions[1:] // the newest is what was written just now
	a.earlier += len(earlier)
	if !a.versions {
		return nil
	}
	for _, v := range earlier {
		old, err := a.desk.Revision(ctx, s.ID, v.Number)
		if err != nil {
			return err
		}
		said := append(why[:len(why):len(why)], fmt.Sprintf(aboutVersion, v.Number, journal.DateOf(v.Saved).Long()))
		if err := a.write(a.desk.progress(&old, &w), s.ID, fmt.Sprintf("-v%d", v.Number), said); err != nil {
			return err
		}
	}
	return nil
}

// write puts one version into a file of the folder, or to the output, with why
// it is here above it.
func (a *gathering) write(p *journal.Progress, id journal.ID, version string, why []string) error {
	render := func(out io.Writer) error {
		if _, err := fmt.Fprintf(out, "> %s\n\n", journal.VisibleLine(strings.Join(why, "; "))); err != nil {
			return err
		}
		if err := export.Markdown(out, p, true); err != nil {
			return err
		}
		_, err := fmt.Fprintln(out)
		return err
	}
	if a.dir == "" {
		return render(a.program.Out)
	}
	if err := os.MkdirAll(a.dir, 0o700); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	name := p.Reflection.Created.Format("2006-01-02") + "-" + string(id[:8]) + version + ".md"
	return namedBy("--out", writeNew(filepath.Join(a.dir, name), func(out *os.File) error { return render(out) }))
}
