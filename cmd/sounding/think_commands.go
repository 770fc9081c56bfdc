package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"sounding/export"
	"sounding/journal"
)

// weighCommand is the matrix reasoning on its own.
func weighCommand(p *Program, _ *flags) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "weigh FILE.json", Short: shortWeigh, Long: longWeigh, Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := p.readText(args[0])
			if err != nil {
				return err
			}
			m, err := export.ReadMatrix(data)
			if err != nil {
				return inFile(args[0], err)
			}
			if asJSON {
				return export.Weighed(p.Out, journal.Weigh(m))
			}
			var lines []string
			for _, told := range journal.Story(m, journal.DefaultStoryWords()) {
				lines = append(lines, told.Text)
			}
			return p.print(lines)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, flagJSON)
	return c
}

// print writes results, a line each and safe for a terminal.
func (p *Program) print(lines []string) error {
	var out strings.Builder
	for _, line := range lines {
		out.WriteString(journal.VisibleLine(line) + "\n")
	}
	if _, err := fmt.Fprint(p.Out, out.String()); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// calibrateCommand scores forecasts against what happened.
func calibrateCommand(p *Program, _ *flags) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "calibrate FILE.csv", Short: shortCalibrate, Long: longCalibrate, Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := p.readText(args[0])
			if err != nil {
				return err
			}
			judged, err := export.ReadForecasts(data)
			if err != nil {
				return inFile(args[0], err)
			}
			found := journal.Calibrate(judged)
			if asJSON {
				return export.Calibrated(p.Out, found)
			}
			return p.print(calibrationLines(found))
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, flagJSON)
	return c
}

// calibrationLines says how forecasts turned out. Below twenty there is too
// little to say more than how many there are.
func calibrationLines(c journal.Calibration) []string {
	switch {
	case c.N == 0:
		return []string{sayNoneResolved}
	case c.TooFew:
		return []string{plural(c.N, sayTooFewOne, sayTooFewMany)}
	}
	happened := 0
	for _, b := range c.Bins {
		happened += b.Happened
	}
	lines := []string{
		fmt.Sprintf(sayResolved, c.N, happened, 100*c.Interval[0], 100*c.Interval[1]),
		fmt.Sprintf(sayBrier, *c.Brier, *c.BaseRateBrier),
		fmt.Sprintf(sayParts, *c.Reliability, *c.Resolution, *c.Uncertainty),
	}
	for _, b := range c.Bins {
		lines = append(lines, fmt.Sprintf(sayBin, 100*b.Probability, b.Happened, b.N))
	}
	return append(lines, sayCalibrationLimits)
}

// plural fills a count into the words for one or for many.
func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, n)
}
