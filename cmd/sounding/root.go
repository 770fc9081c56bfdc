package main

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// command makes one command of the tree.
type command func(*Program, *flags) *cobra.Command

// commands is the table of them, in the order that help lists them.
func commands() []command {
	return []command{
		initCommand, demoCommand, newCommand, jotCommand, listCommand, showCommand, searchCommand,
		aboutCommand, exportCommand, passphraseCommand, recoverCommand, packsCommand,
		weighCommand, calibrateCommand, listenCommand, wordingCommand, identifiersCommand, dueCommand, libraryCommand,
		backupCommand, restoreCommand, checkCommand, compactCommand, eraseCommand, holdCommand, retentionCommand,
		salvageCommand, drillCommand, rotateCommand,
		versionCommand, completionCommand, manCommand,
	}
}

// newRoot is the whole command line.
func newRoot(p *Program) *cobra.Command {
	cobra.MousetrapHelpText = "" // a double click opens the app
	f := &flags{}
	root := &cobra.Command{
		Use: "sounding", Short: shortRoot, Long: longRoot,
		SilenceErrors: true, SilenceUsage: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("there is no command called %q. sounding --help lists them", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return p.main(c.Context(), f) },
	}
	f.add(root)
	root.SetIn(p.In)
	root.SetOut(p.Out)
	root.SetErr(p.Err)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(wrongFlag)
	for _, make := range commands() {
		c := make(p, f)
		sayArgs(c)
		root.AddCommand(c)
	}
	return root
}

// sayArgs makes a command, and those below it, say in words what they take.
func sayArgs(c *cobra.Command) {
	for _, below := range c.Commands() {
		sayArgs(below)
	}
	args := c.Args
	if args == nil {
		return
	}
	c.Args = func(c *cobra.Command, given []string) error {
		if err := args(c, given); err != nil {
			return wrongArgs(c, given)
		}
		return nil
	}
}

// wrongArgs says what a command takes, by its line of use.
func wrongArgs(c *cobra.Command, given []string) error {
	takes := strings.TrimSpace(strings.TrimPrefix(c.Use, c.Name()))
	switch {
	case takes == "" && len(given) > 0:
		return usage(takesNothing, c.CommandPath(), given[0])
	case len(given) == 0:
		return usage(takesThis, c.CommandPath(), takes)
	}
	return usage(takesNoMore, c.CommandPath(), takes)
}

// wrongFlag says what is wrong with a flag, in place of what the library says.
func wrongFlag(c *cobra.Command, err error) error {
	text := err.Error()
	if flag, ok := strings.CutPrefix(text, "unknown flag: "); ok {
		return usage(noSuchFlag, c.CommandPath(), flag)
	}
	if flag, ok := strings.CutPrefix(text, "flag needs an argument: "); ok {
		return usage(flagNeeds, flag, c.CommandPath())
	}
	if wrong, ok := strings.CutPrefix(text, "invalid argument "); ok {
		if at := strings.LastIndex(wrong, " for "); at > 0 {
			flag, _, _ := strings.Cut(wrong[at+len(" for "):], " flag: ")
			return usage(flagRefuses, strings.Trim(flag, `"`), wrong[:at], c.CommandPath())
		}
	}
	return usage("%s. Try: %s --help", text, c.CommandPath())
}

// version is that of the module, where it was built from one.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "1.0.0-dev"
	}
	return info.Main.Version
}

func versionCommand(p *Program, _ *flags) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: shortVersion, Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(p.Out, "sounding "+version())
			return err
		},
	}
}
