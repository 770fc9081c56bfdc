package insight

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"sounding/journal"
	"sounding/tui/widget"
)

// Marks of the drawings: plain letters and signs, so that every terminal and
// every reader has them.
const (
	barMark   = "#"
	spaceMark = "."
	lowMark   = "["
	highMark  = "]"
	seenMark  = "X"
	saidMark  = "o"
	bothMark  = "@"
	lineMark  = "-"
)

// fewest is what the longest bar stands for at least, so that one of something
// does not fill the width.
const fewest = 5

// longestBar is how many cells the longest bar takes, where there is room.
const longestBar = 30

// draw draws an insight's rows, each with its numbers beside it.
func draw(one journal.Insight, width int) []string {
	if one.ID == calibration {
		return drawCalibration(one.Rows, width)
	}
	label := labelWidth(one.Rows, width)
	bar := max(min(longestBar, width-label-12), 4)
	most := fewest
	for _, row := range one.Rows {
		most = max(most, row.Count, row.Of)
	}
	var out []string
	month := ""
	for _, row := range one.Rows {
		name := row.Label
		if row.Month != "" && row.Label == "" {
			name = row.MonthName()
		} else if row.Month != month {
			if month != "" {
				out = append(out, "")
			}
			month = row.Month
			out = append(out, widget.Truncate(row.MonthName(), width))
		}
		filled := scale(row.Count, most, bar)
		numbers := strconv.Itoa(row.Count)
		rest := ""
		if row.Of > 0 {
			numbers += " of " + strconv.Itoa(row.Of)
			rest = strings.Repeat(spaceMark, scale(row.Of, most, bar)-filled)
		}
		out = append(out, widget.Truncate(widget.Pad(name, label)+" "+widget.Pad(strings.Repeat(barMark, filled)+rest, bar)+" "+numbers, width))
	}
	return out
}

// scale is how many of the cells a count takes, out of the most there is. A
// count that is not nothing takes one at least.
func scale(count, most, cells int) int {
	n := int(math.Round(float64(count) / float64(most) * float64(cells)))
	if count > 0 {
		n = max(n, 1)
	}
	return min(n, cells)
}

func labelWidth(rows []journal.InsightRow, width int) int {
	longest := 0
	for _, row := range rows {
		name := row.Label
		if name == "" {
			name = row.MonthName()
		}
		longest = max(longest, widget.Width(widget.CleanLine(name)))
	}
	return min(longest, max(width/2, 8))
}

// calibration is the insight whose rows are forecasts by how likely they
// seemed.
const calibration = "calibration"

// drawCalibration draws, for each word of likelihood, where it stands on a line
// from 0 to 100, where what happened does, and how far the truth could lie from
// that.
func drawCalibration(rows []journal.InsightRow, width int) []string {
	label := labelWidth(rows, width)
	cells := max(min(41, width-label-12), 11)
	out := []string{widget.Pad("", label) + " " + axis(cells)}
	for _, row := range rows {
		line := []byte(strings.Repeat(spaceMark, cells))
		at := func(share float64) int { return min(int(math.Round(share*float64(cells-1))), cells-1) }
		for i := at(row.Low); i <= at(row.High); i++ {
			line[i] = lineMark[0]
		}
		line[at(row.Low)], line[at(row.High)] = lowMark[0], highMark[0]
		said, seen := at(row.Said), at(float64(row.Count)/float64(max(row.Of, 1)))
		line[seen] = seenMark[0]
		line[said] = saidMark[0]
		if said == seen {
			line[said] = bothMark[0]
		}
		out = append(out, widget.Truncate(fmt.Sprintf("%s %s %d of %d", widget.Pad(row.Label, label), line, row.Count, row.Of), width))
	}
	out = append(out, "")
	return append(out, widget.Wrap(legend, width)...)
}

// axis is a line of figures from 0 to 100.
func axis(cells int) string {
	line := []byte(strings.Repeat(" ", cells))
	for _, mark := range []struct {
		at   float64
		text string
	}{{0, "0"}, {0.5, "50"}, {1, "100"}} {
		from := min(max(int(mark.at*float64(cells-1))-len(mark.text)/2, 0), cells-len(mark.text))
		copy(line[from:], mark.text)
	}
	return string(line)
}

// table sets the rows in columns.
func table(one journal.Insight, width int) []string {
	head, cells := []string{colWhat, colCount}, [][]string{}
	timed, parts := false, false
	for _, row := range one.Rows {
		timed = timed || row.Month != ""
		parts = parts || row.Of > 0
	}
	if timed {
		head = append([]string{colMonth}, head...)
	}
	if parts {
		head = append(head, colOf)
	}
	if one.ID == calibration {
		head = append(head, colLow, colHigh)
	}
	for _, row := range one.Rows {
		line := []string{row.Label, strconv.Itoa(row.Count)}
		if timed {
			line = append([]string{row.MonthName()}, line...)
		}
		if parts {
			line = append(line, strconv.Itoa(row.Of))
		}
		if one.ID == calibration {
			line = append(line, hundredths(row.Low), hundredths(row.High))
		}
		cells = append(cells, line)
	}
	return columns(head, cells, width)
}

func hundredths(share float64) string { return strconv.Itoa(int(math.Round(100 * share))) }

// columns sets cells under their heads, each column as wide as it needs, the
// widest cut where there is no room.
func columns(head []string, rows [][]string, width int) []string {
	widths := make([]int, len(head))
	for i, h := range head {
		widths[i] = widget.Width(h)
		for _, row := range rows {
			widths[i] = max(widths[i], widget.Width(widget.CleanLine(row[i])))
		}
	}
	total, widest := 0, 0
	for i, w := range widths {
		total += w + 2
		if w > widths[widest] {
			widest = i
		}
	}
	widths[widest] = max(widths[widest]-max(total-width, 0), 4)
	line := func(cells []string) string {
		var out strings.Builder
		for i, c := range cells {
			out.WriteString(widget.Pad(c, widths[i]) + "  ")
		}
		return widget.Truncate(strings.TrimRight(out.String(), " "), width)
	}
	out := []string{line(head), widget.Truncate(strings.Repeat(lineMark, min(total-2, width)), width)}
	for _, row := range rows {
		out = append(out, line(row))
	}
	return out
}
