package journal

import (
	"math"
	"slices"
	"sort"
	"strconv"
	"time"
)

// InsightTables is what insights need to know of content: what could have been
// used, by id and label, in the order to show it.
type InsightTables struct {
	Lenses      []Choice
	Voices      []Voice
	Themes      []Choice
	Principles  []Principle
	Checks      []Check
	Likelihoods []Likelihood
	Places      Places

	Spent *Spent   // where the time went; nil where that is not counted
	Walk  string   // the walk whose steps it is told for
	Steps []Choice // its steps
}

// Check is one part of the second look and where its answer is kept. Any of the
// places will do.
type Check struct {
	ID     string
	Label  string
	Places []string
}

// Insight is one of them, for the person alone: rows of counts that can be drawn,
// tabled or read out. TooFew says that there is too little to say anything, and
// then there is nothing to draw. Can and Cannot say what it can and cannot tell.
// No row is about a worker, and none is a rate of anybody's work.
type Insight struct {
	ID     string
	Title  string
	Rows   []InsightRow
	TooFew bool
	Can    string
	Cannot string
}

// InsightRow counts Count of Of. Month is set where the rows run over time
// ("2026-11"), Of is 0 where there is nothing to be a part of. Said is the
// probability that a calibration row is about, Low and High are Wilson's interval
// for what happened; they are 0 elsewhere.
type InsightRow struct {
	ID    string
	Label string
	Month string
	Count int
	Of    int
	Said  float64
	Low   float64
	High  float64
}

// Insights makes every insight over some reflections, in the order to show.
func Insights(reflections []Reflection, tables InsightTables) []Insight {
	out := []Insight{
		calibrationInsight(reflections, tables),
		decisionInsight(reflections, tables),
		usedInsight("lenses", lensRows(reflections, tables)),
		usedInsight("voices", voiceRows(reflections, tables)),
		usedInsight("checks", checkRows(reflections, tables)),
		usedInsight("letters", principleRows(reflections, tables, "cares")),
		usedInsight("principles", principleRows(reflections, tables, "relational")),
		themeInsight(reflections, tables),
	}
	if tables.Spent != nil {
		out = append(out, timeInsight(*tables.Spent, tables.Walk, tables.Steps))
	}
	return out
}

func insight(id string, rows []InsightRow, n int) Insight {
	words := insightWords[id]
	s := Insight{ID: id, Title: words.title, Rows: rows, TooFew: n < TooFew, Can: words.can, Cannot: words.cannot}
	if s.TooFew {
		s.Rows = nil
	}
	return s
}

// usedInsight is an insight of what was used or skipped. Every row has the same
// Of: the reflections in which it could have been.
func usedInsight(id string, rows []InsightRow) Insight {
	of := 0
	if len(rows) > 0 {
		of = rows[0].Of
	}
	return insight(id, rows, of)
}

// used counts, for each id of a table, the reflections that used it, out of
// those that used any.
func used(reflections []Reflection, ids []Choice, of func(*Reflection) (using []string, could bool)) []InsightRow {
	rows := make([]InsightRow, len(ids))
	for i, c := range ids {
		rows[i] = InsightRow{ID: c.ID, Label: c.Label}
	}
	could := 0
	for i := range reflections {
		using, able := of(&reflections[i])
		if !able {
			continue
		}
		could++
		for j := range rows {
			if slices.Contains(using, rows[j].ID) {
				rows[j].Count++
			}
		}
	}
	for j := range rows {
		rows[j].Of = could
	}
	return rows
}

func lensRows(reflections []Reflection, tables InsightTables) []InsightRow {
	return used(reflections, tables.Lenses, func(r *Reflection) ([]string, bool) {
		var using []string
		for _, h := range r.Hypotheses {
			using = append(using, h.Lens)
		}
		return using, len(r.Hypotheses) > 0
	})
}

// voiceRows counts a voice where it was really heard (CheckVoices).
func voiceRows(reflections []Reflection, tables InsightTables) []InsightRow {
	var ids []Choice
	for _, v := range tables.Voices {
		ids = append(ids, Choice{ID: v.ID, Label: v.Label})
	}
	return used(reflections, ids, func(r *Reflection) ([]string, bool) {
		var using []string
		for _, heard := range CheckVoices(r, Voices{Table: tables.Voices}).Heard {
			using = append(using, heard.Voice.ID)
		}
		return using, len(r.Evidence) > 0
	})
}

func checkRows(reflections []Reflection, tables InsightTables) []InsightRow {
	var ids []Choice
	for _, c := range tables.Checks {
		ids = append(ids, Choice{ID: c.ID, Label: c.Label})
	}
	return used(reflections, ids, func(r *Reflection) ([]string, bool) {
		var using []string
		for _, c := range tables.Checks {
			if r.at(c.Places) != "" {
				using = append(using, c.ID)
			}
		}
		return using, len(r.Hypotheses) > 0
	})
}

func principleRows(reflections []Reflection, tables InsightTables, set string) []InsightRow {
	var ids []Choice
	for _, p := range tables.Principles {
		if p.Set == set {
			ids = append(ids, Choice{ID: p.ID, Label: p.Title})
		}
	}
	return used(reflections, ids, func(r *Reflection) ([]string, bool) {
		var using []string
		for _, p := range r.Principles {
			using = append(using, p.Principle)
		}
		return using, len(r.Principles) > 0
	})
}

// themeInsight counts each theme by month, months in order, a theme that is in
// no table left out.
func themeInsight(reflections []Reflection, tables InsightTables) Insight {
	counts := map[string]map[string]int{}
	for _, r := range reflections {
		month := monthOf(r.Created)
		for _, theme := range r.Themes {
			if counts[month] == nil {
				counts[month] = map[string]int{}
			}
			counts[month][theme]++
		}
	}
	var rows []InsightRow
	for _, month := range sortedKeys(counts) {
		for _, theme := range tables.Themes {
			if n := counts[month][theme.ID]; n > 0 {
				rows = append(rows, InsightRow{ID: theme.ID, Label: theme.Label, Month: month, Count: n})
			}
		}
	}
	return insight("themes", rows, len(reflections))
}

func monthOf(t time.Time) string { return t.Format("2006-01") }

// decisionInsight counts decisions by month, and of those about a child, how
// many are on the record.
func decisionInsight(reflections []Reflection, tables InsightTables) Insight {
	log := DecisionLog(reflections, tables.Places)
	counts := map[string]*InsightRow{}
	for _, d := range log {
		month := string(d.On[:len("2006-01")])
		if counts[month] == nil {
			counts[month] = &InsightRow{ID: "decisions", Month: month}
		}
		counts[month].Count++
	}
	var rows []InsightRow
	for _, month := range sortedKeys(counts) {
		rows = append(rows, *counts[month])
	}
	return insight("decisions", rows, len(log))
}

// calibrationInsight is the calibration curve: for each word of likelihood, the
// least likely first, how many of how many happened, with an interval. A number
// belongs to the word whose range it is nearest to: one by one, numbers would
// make rows of one or two.
func calibrationInsight(reflections []Reflection, tables InsightTables) Insight {
	c := Calibrate(JudgedOf(reflections, tables.Likelihoods))
	words := slices.Clone(tables.Likelihoods)
	sort.SliceStable(words, func(a, b int) bool { return words[a].Low < words[b].Low })
	rows := make([]InsightRow, len(words))
	for _, bin := range c.Bins {
		i := nearestWord(words, bin.Probability)
		if i < 0 {
			break
		}
		rows[i].Count += bin.Happened
		rows[i].Of += bin.N
		rows[i].Said += bin.Probability * float64(bin.N)
	}
	var used []InsightRow
	for i, row := range rows {
		if row.Of == 0 {
			continue
		}
		row.ID, row.Label = words[i].ID, words[i].Label
		if row.Label == "" {
			row.Label = row.ID
		}
		row.Said /= float64(row.Of)
		row.Low, row.High = Wilson(row.Count, row.Of)
		used = append(used, row)
	}
	return insight("calibration", used, c.N)
}

// nearestWord is the place of the word whose range a probability lies in or
// nearest to; -1 without words.
func nearestWord(words []Likelihood, p float64) int {
	at, nearest := -1, math.Inf(1)
	for i, w := range words {
		if away := max(w.Low-p, p-w.High, 0); away < nearest {
			at, nearest = i, away
		}
	}
	return at
}

// Sentences reads an insight out: its title, its rows as counts or that there are
// too few, and what it can and cannot tell.
func (s Insight) Sentences() []string {
	out := []string{s.Title}
	if s.TooFew {
		out = append(out, sayTooFewYet)
	}
	for _, row := range s.Rows {
		out = append(out, row.Sentence(s.ID))
	}
	return append(out, s.Can, s.Cannot)
}

// MonthName is the row's month in words, "November 2026"; empty where it has
// none.
func (row InsightRow) MonthName() string { return monthInWords(row.Month) }

// Sentence reads a row of an insight out, by the insight's id.
func (row InsightRow) Sentence(insight string) string {
	calibration := insight == "calibration"
	text := row.Label
	if row.Month != "" {
		text = row.MonthName()
		if row.Label != "" {
			text += ", " + row.Label
		}
	}
	text += ": " + strconv.Itoa(row.Count)
	if row.Of > 0 {
		text += sayOutOf + strconv.Itoa(row.Of)
	}
	if calibration {
		text += sayBetween + strconv.Itoa(hundredths(row.Low)) + sayAnd + strconv.Itoa(hundredths(row.High)) + sayInHundred
	}
	return text + "."
}

func monthInWords(month string) string {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return month
	}
	return t.Format("January 2006")
}
