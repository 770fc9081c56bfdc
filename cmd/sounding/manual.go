package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"sounding/tui"
	"sounding/tui/walk"
)

// manual writes the manual page: what the commands' own help says, and every key
// and word from the same tables that help on the screen is made of.
func (p *Program) manual(root *cobra.Command) error {
	now := p.Now()
	header := &doc.GenManHeader{Title: "SOUNDING", Section: "1", Source: "sounding " + version(), Manual: "Sounding", Date: &now}
	var page bytes.Buffer
	if err := doc.GenMan(root, header, &page); err != nil {
		return fmt.Errorf("write the manual page: %w", err)
	}
	before, after, found := strings.Cut(page.String(), ".SH SEE ALSO\n")
	if found {
		after = ".SH SEE ALSO\n" + after
	}
	if _, err := io.WriteString(p.Out, before+manualKeys()+after); err != nil {
		return fmt.Errorf("write the manual page: %w", err)
	}
	return nil
}

// manualKeys lists the keys of every screen, then the words of a walk.
func manualKeys() string {
	var out strings.Builder
	out.WriteString(".SH KEYS\n")
	for _, group := range tui.HelpGroups("") {
		fmt.Fprintf(&out, ".SS %s\n", roff(group.Title))
		for _, binding := range group.Keys {
			manualRow(&out, binding.Help().Key, binding.Help().Desc)
		}
	}
	fmt.Fprintf(&out, ".SH WORDS\n%s\n", roff(manualWords))
	for _, word := range walk.Words() {
		manualRow(&out, word[0], word[1])
	}
	return out.String() + "\n"
}

func manualRow(out *strings.Builder, term, does string) {
	if term != "" && does != "" {
		fmt.Fprintf(out, ".TP\n\\fB%s\\fP\n%s\n", roff(term), roff(does))
	}
}

// roff makes a text safe for the page's own marks.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		return `\&` + text
	}
	return text
}

const manualWords = "They are typed in a walk after ctrl+o. In plain lines they stand alone on the first line of an answer; ? lists those that work there."
