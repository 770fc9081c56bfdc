package main

import (
	"fmt"
	"runtime/debug"

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
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%s", err) })
	for _, make := range commands() {
		c := make(p, f)
		args := c.Args
		c.Args = func(c *cobra.Command, given []string) error {
			if args == nil {
				return nil
			}
			if err := args(c, given); err != nil {
				return usage("%s. Try: sounding %s --help", err, c.Name())
			}
			return nil
		}
		root.AddCommand(c)
	}
	return root
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
