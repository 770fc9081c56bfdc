package language

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// wordColumns are the columns of a word table, in the order in which the built-in ones are written.
var wordColumns = []string{
	"kind", "term", "alternatives", "source", "date", "status", "on", "ask", "because", "only", "unless",
}

// LoadPairs reads a word table: CSV in UTF-8 with a heading line. Columns may stand in any order; kind and term are
// needed, the others may be missing. Alternatives are separated by " | ". An error names the line and what is wrong
// there, and no row comes back with it.
func LoadPairs(from io.Reader) ([]WordRow, error) {
	reader := csv.NewReader(from)
	reader.FieldsPerRecord = -1
	heading, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("read word table: it is empty; the first line names the columns")
	}
	if err != nil {
		return nil, fmt.Errorf("read word table: %w", err)
	}
	columns, err := readWordHeading(heading)
	if err != nil {
		return nil, fmt.Errorf("read word table: line 1: %w", err)
	}
	var rows []WordRow
	for {
		fields, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read word table: %w", err)
		}
		line, _ := reader.FieldPos(0)
		row, err := readWordRow(fields, columns)
		if err != nil {
			return nil, fmt.Errorf("read word table: line %d: %w", line, err)
		}
		rows = append(rows, row)
	}
}

func readWordHeading(heading []string) (map[string]int, error) {
	columns := map[string]int{}
	for i, name := range heading {
		name = strings.TrimSpace(strings.TrimPrefix(name, byteOrderMark))
		if !slices.Contains(wordColumns, name) {
			return nil, fmt.Errorf("column %d has a name that is not one of %s", i+1, strings.Join(wordColumns, ", "))
		}
		if _, twice := columns[name]; twice {
			return nil, fmt.Errorf("the column %s is there twice", name)
		}
		columns[name] = i
	}
	for _, needed := range []string{"kind", "term"} {
		if _, found := columns[needed]; !found {
			return nil, fmt.Errorf("the column %s is missing", needed)
		}
	}
	return columns, nil
}

func readWordRow(fields []string, columns map[string]int) (WordRow, error) {
	field := func(name string) string {
		if i, found := columns[name]; found && i < len(fields) {
			return strings.TrimSpace(fields[i])
		}
		return ""
	}
	row := WordRow{
		Kind: WordKind(field("kind")), Term: field("term"), Source: field("source"), Date: field("date"),
		Status: field("status"), Ask: field("ask"), Because: field("because"), Only: field("only"), Unless: field("unless"),
	}
	if row.Status == "" {
		row.Status = StatusUnverified
	}
	for alternative := range strings.SplitSeq(field("alternatives"), "|") {
		if alternative = strings.TrimSpace(alternative); alternative != "" {
			row.Alternatives = append(row.Alternatives, alternative)
		}
	}
	switch on := field("on"); on {
	case "yes":
		row.On = true
	case "no", "":
	default:
		return WordRow{}, errors.New("the column on holds yes or no")
	}
	return row, checkWordRow(row, len(fields) > len(columns))
}

func checkWordRow(row WordRow, tooMany bool) error {
	switch {
	case tooMany:
		return errors.New("it has more fields than the heading; a field with a comma needs quotation marks")
	case !slices.Contains(WordKinds(), row.Kind):
		return errors.New("the column kind holds none of kinder, plain, acronym, certainty, hearsay, blame, passive")
	case len(spanWords(row.Term)) == 0:
		return errors.New("the column term holds no word")
	case row.Status != StatusPublished && row.Status != StatusOwn && row.Status != StatusUnverified:
		return errors.New("the column status holds none of published, own, unverified")
	case row.On && row.Status == StatusUnverified:
		return errors.New("an unverified row cannot be on")
	}
	if _, err := readCues(row.Only); err != nil {
		return fmt.Errorf("the column only: %w", err)
	}
	if _, err := readCues(row.Unless); err != nil {
		return fmt.Errorf("the column unless: %w", err)
	}
	return nil
}
