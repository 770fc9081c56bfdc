package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sounding/content"
	"sounding/export"
	"sounding/language"
)

// wordingCommand points out wording worth a second look, by the word lists of
// the packs. No vault is opened.
func wordingCommand(p *Program, f *flags) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "wording FILE|-", Short: shortWording, Long: longWording, Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := p.readText(args[0])
			if err != nil {
				return err
			}
			library, err := p.library(f, p.findPaths(f.vault))
			if err != nil {
				return err
			}
			found := language.Wording(string(data), p.wordTables(library))
			if asJSON {
				return export.Wordings(p.Out, wordingOut(found))
			}
			return p.print(wordingLines(string(data), found))
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, flagJSON)
	return c
}

// wordTables gathers the word lists of the packs that hold wording: those with
// a column for the kind and one for the term. A list that is broken is told of
// and left out.
func (p *Program) wordTables(library *content.Library) language.Tables {
	var rows []language.WordRow
	for _, list := range library.WordLists() {
		if !slices.Contains(list.Columns, "kind") || !slices.Contains(list.Columns, "term") {
			continue
		}
		read, err := language.LoadPairs(bytes.NewReader(asCSV(list)))
		if err != nil {
			p.warn(fmt.Sprintf(sayListLeftOut, list.ID, err))
			continue
		}
		rows = append(rows, read...)
	}
	return language.NewTables(rows)
}

// asCSV writes a list as the file that it was laid together from.
func asCSV(list content.WordList) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	rows := [][]string{list.Columns}
	for _, row := range list.Rows {
		rows = append(rows, row.Cells)
	}
	// A buffer takes every write.
	_ = w.WriteAll(rows)
	return out.Bytes()
}

func wordingOut(found []language.WordFinding) []export.Wording {
	var out []export.Wording
	for _, f := range found {
		out = append(out, export.Wording{
			Kind: string(f.Kind), Start: f.Start, End: f.End, Text: f.Text, Alternatives: f.Alternatives,
			Because: f.Because, Source: f.Source,
		})
	}
	return out
}

// wordingLines says each finding in a line: where, what, what else could be
// said, why, and who says so.
func wordingLines(text string, found []language.WordFinding) []string {
	lines := make([]string, 0, len(found))
	at := newLineFinder(text)
	for _, f := range found {
		line := fmt.Sprintf(sayWording, at.lineOf(f.Start), f.Kind, f.Text)
		if len(f.Alternatives) > 0 {
			line += fmt.Sprintf(sayAlternatives, strings.Join(f.Alternatives, sayOr))
		}
		line += " (" + f.Because
		if f.Source != "" {
			line += "; " + f.Source
		}
		lines = append(lines, line+")")
	}
	return lines
}
