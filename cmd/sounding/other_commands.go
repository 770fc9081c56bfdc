package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"sounding/content"
	"sounding/journal"
	"sounding/seeds"
)

func packsCommand(p *Program, _ *flags) *cobra.Command {
	c := &cobra.Command{Use: "packs", Short: shortPacks, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(
		&cobra.Command{Use: "check DIR", Short: shortCheck, Args: exactly(1),
			RunE: func(_ *cobra.Command, args []string) error { return p.checkPack(args[0]) }},
		&cobra.Command{Use: "new DIR", Short: shortPackNew, Args: exactly(1),
			RunE: func(_ *cobra.Command, args []string) error {
				if err := content.WriteStarter(args[0]); err != nil {
					return err
				}
				fmt.Fprintf(p.Err, sayPackNew+"\n", visible(args[0]))
				return nil
			}},
	)
	return c
}

// exactly asks for so many arguments, as a wrong call where there are others.
func exactly(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if err := cobra.ExactArgs(n)(c, args); err != nil {
			return usage("%s. Try: sounding %s --help", err, c.CommandPath())
		}
		return nil
	}
}

// checkPack reads a pack whole and prints every problem on a line of its own.
// Of a pack that can be used it tells what it adds, replaces, hides and relabels.
func (p *Program) checkPack(dir string) error {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return usage("there is no folder %s", dir)
	}
	base, err := content.Load(content.Source{Name: "built-in", FS: seeds.Pack()})
	if err != nil {
		return err
	}
	problems := content.Check(os.DirFS(dir), base)
	for _, problem := range problems {
		fmt.Fprintln(p.Out, visible(problem.Detail()))
	}
	if content.Stops(problems) {
		return fmt.Errorf(packRefused, journal.Counted(len(problems), "problem", "problems"))
	}
	for _, line := range content.Told(content.Overrides(os.DirFS(dir), base)) {
		fmt.Fprintln(p.Err, visible(line))
	}
	fmt.Fprintln(p.Err, packSound)
	return nil
}

func completionCommand(p *Program, _ *flags) *cobra.Command {
	return &cobra.Command{
		Use: "completion SHELL", Short: shortCompletion, Args: cobra.ExactArgs(1),
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(p.Out, true)
			case "zsh":
				return root.GenZshCompletion(p.Out)
			case "fish":
				return root.GenFishCompletion(p.Out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(p.Out)
			}
			return usage("completion is there for bash, zsh, fish and powershell, not for %q", args[0])
		},
	}
}

func manCommand(p *Program, _ *flags) *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: shortMan, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.manual(c.Root())
		},
	}
}
