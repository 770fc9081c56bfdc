package linear

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"sounding/journal"
)

// insights reads what a person's own reflections add up to, one part at a time:
// in words, or as a table of cells with a comma between.
func (a *App) insights(ctx context.Context) error {
	if a.Back == nil {
		return nil
	}
	all, err := a.Back.Insights(ctx)
	if err != nil {
		return err
	}
	a.talk.say("%s", aboutInsights)
	var choices []journal.Choice
	for _, one := range all {
		label := one.Title
		if one.TooFew {
			label += ", " + tooFewWord
		}
		choices = append(choices, journal.Choice{ID: one.ID, Label: label})
	}
	for {
		a.talk.gap()
		i, err := a.talk.choose(insightQuestion, choices, true)
		if err != nil || i < 0 {
			return err
		}
		if err := a.insight(all[i]); err != nil {
			return err
		}
	}
}

func (a *App) insight(one journal.Insight) error {
	a.talk.gap()
	for _, sentence := range one.Sentences() {
		a.talk.say("%s", sentence)
	}
	if one.TooFew || len(one.Rows) == 0 {
		return nil
	}
	table, err := a.talk.choose(tableQuestion, []journal.Choice{{ID: "table", Label: labelTable}}, true)
	if err != nil || table < 0 {
		return err
	}
	for _, line := range tableLines(one) {
		a.talk.say("%s", line)
	}
	return nil
}

// tableLines is an insight's rows as a table that a spreadsheet takes: names of
// the columns first, a cell with a comma in it in quotation marks.
func tableLines(one journal.Insight) []string {
	calibration := one.ID == "calibration"
	head := "month,what,times,of"
	if calibration {
		head += ",low,high"
	}
	out := []string{head}
	for _, row := range one.Rows {
		cells := []string{row.Month, row.Label, strconv.Itoa(row.Count), strconv.Itoa(row.Of)}
		if calibration {
			cells = append(cells, fmt.Sprintf("%.2f", row.Low), fmt.Sprintf("%.2f", row.High))
		}
		for i, cell := range cells {
			if strings.ContainsAny(cell, `,"`) {
				cells[i] = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
		}
		out = append(out, strings.Join(cells, ","))
	}
	return out
}
