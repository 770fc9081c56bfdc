package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sounding/export"
	"sounding/journal"
	"sounding/language"
)

// listenCommand tells the form of each line of what was, or may be, said.
func listenCommand(p *Program, _ *flags) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "listen FILE|-", Short: shortListen, Long: longListen, Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := p.readText(args[0])
			if err != nil {
				return err
			}
			heard := language.ListenLines(string(data))
			if asJSON {
				return export.Listened(p.Out, listening(heard))
			}
			return p.print(heardLines(heard))
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, flagJSON)
	return c
}

// listening puts what was heard into the machine format.
func listening(heard []language.LineUtterance) export.Listening {
	out := export.Listening{Counts: map[string]int{}}
	for _, h := range heard {
		u := export.Utterance{
			Line: h.Line, Text: h.Text, Form: string(h.Form), Question: string(h.Question),
			Reflection: h.Reflection, Complexity: string(h.Complexity), Permission: h.Permission, Marks: h.Marks,
		}
		for _, b := range h.Because {
			u.Because = append(u.Because, export.Ground{Start: b.Start, End: b.End, Reason: b.Reason})
		}
		out.Utterances = append(out.Utterances, u)
	}
	for form, n := range language.CountForms(alone(heard)) {
		out.Counts[string(form)] = n
	}
	ratios := language.MeasureRatios(alone(heard))
	out.OpenShare, out.PerQuestion = ratios.OpenShare, ratios.ReflectionsToQuestions
	return out
}

func alone(heard []language.LineUtterance) []language.Utterance {
	var out []language.Utterance
	for _, h := range heard {
		out = append(out, h.Utterance)
	}
	return out
}

// heardLines says the form of each line, why, and the ratios in words.
func heardLines(heard []language.LineUtterance) []string {
	var lines []string
	for _, h := range heard {
		form := formWords(h.Form)
		line := fmt.Sprintf(sayUtterance, h.Line, h.Text, form)
		if reasons := reasonsOf(h.Because, form); reasons != "" {
			line += ": " + reasons
		}
		lines = append(lines, line+"]")
	}
	ratios := language.MeasureRatios(alone(heard))
	if ratios.Questions == 0 {
		return append(lines, sayNoQuestions)
	}
	open := language.CountForms(alone(heard))[language.FormOpen]
	lines = append(lines, fmt.Sprintf(sayRatios, open, ratios.Questions, ratios.Reflections, ratios.Questions))
	if ratios.TooFew() {
		return append(lines, sayTooFewSaid)
	}
	return append(lines, fmt.Sprintf(sayMarks, ratios.ReflectionStanding(), ratios.ComplexStanding()), language.MITICaution)
}

// reasonsOf joins the reasons of an utterance, each once and without the form
// that stands before them.
func reasonsOf(because []language.Reason, form string) string {
	var reasons []string
	for _, b := range because {
		if reason := strings.TrimPrefix(b.Reason, form+": "); !has(reasons, reason) {
			reasons = append(reasons, reason)
		}
	}
	return strings.Join(reasons, "; ")
}

// identifiersCommand finds what could name somebody, or puts pseudonyms there.
// No vault is opened.
func identifiersCommand(p *Program, _ *flags) *cobra.Command {
	var asJSON, replace bool
	c := &cobra.Command{
		Use: "identifiers FILE|-", Short: shortIdentifiers, Long: longIdentifiers, Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if asJSON && replace {
				return usage(oneOfTwo)
			}
			data, err := p.readText(args[0])
			if err != nil {
				return err
			}
			text := string(data)
			found := language.Identifiers(text, language.Roster{})
			switch {
			case asJSON:
				return export.Identifiers(p.Out, identifiersOut(found))
			case replace:
				return p.printText(language.Replace(text, found, language.NewKey()))
			}
			if err := p.print(identifierWords(text, found)); err != nil {
				return err
			}
			fmt.Fprintln(p.Err, sayIdentifierLimits)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, flagJSON)
	c.Flags().BoolVar(&replace, "replace", false, flagReplace)
	return c
}

func identifiersOut(found []language.Finding) []export.Identifier {
	var out []export.Identifier
	for _, f := range found {
		out = append(out, export.Identifier{
			Kind: string(f.Kind), Start: f.Start, End: f.End, Text: f.Text, Because: f.Because, Replacement: f.Replacement,
		})
	}
	return out
}

func identifierWords(text string, found []language.Finding) []string {
	lines := make([]string, 0, len(found))
	at := newLineFinder(text)
	for _, f := range found {
		line := fmt.Sprintf(sayIdentifier, at.lineOf(f.Start), kindWords(f.Kind), journal.VisibleLine(f.Text), f.Because)
		if f.Replacement != "" {
			line += fmt.Sprintf(sayReplacement, f.Replacement)
		}
		lines = append(lines, line)
	}
	return lines
}

// lineFinder tells the line of a character; it is asked in rising order.
type lineFinder struct {
	text []rune
	at   int
	line int
}

func newLineFinder(text string) *lineFinder {
	return &lineFinder{text: []rune(strings.TrimPrefix(text, "\ufeff")), line: 1}
}

func (l *lineFinder) lineOf(character int) int {
	for ; l.at < character && l.at < len(l.text); l.at++ {
		if l.text[l.at] == '\n' {
			l.line++
		}
	}
	return l.line
}

// printText writes a text as it is, byte for byte, but to a terminal only with
// nothing in it that the terminal would obey.
func (p *Program) printText(text string) error {
	if _, shown := terminal(p.Out); shown {
		text = journal.Visible(text)
	}
	if _, err := fmt.Fprint(p.Out, text); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}
