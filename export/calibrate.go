package export

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"sounding/journal"
)

// forecastColumns is the header of a file of forecasts.
var forecastColumns = []string{"date", "statement", "probability", "outcome"}

// ReadForecasts reads a CSV file of forecasts and gives those that have turned
// out one way or the other, in the file's order. The header is
// date,statement,probability,outcome; a date is YYYY-MM-DD, a probability a
// number from 0 to 1, an outcome 1 (it happened), 0 (it did not) or empty (not
// known yet). A byte-order mark and CRLF are accepted. Everything wrong is
// refused with ErrInput and the line.
func ReadForecasts(data []byte) ([]journal.Judged, error) {
	r := csv.NewReader(bytes.NewReader(withoutMark(data)))
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, refuse("line 1: it is empty; the first line is %s", strings.Join(forecastColumns, ","))
	}
	if err != nil {
		return nil, csvRefusal(err)
	}
	if !slices.EqualFunc(header, forecastColumns, func(given, wanted string) bool { return strings.TrimSpace(given) == wanted }) {
		return nil, refuse("line 1: the first line is to be %s", strings.Join(forecastColumns, ","))
	}
	judged := []journal.Judged{}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return judged, nil
		}
		if err != nil {
			return nil, csvRefusal(err)
		}
		line, _ := r.FieldPos(0)
		forecast, known, why := readForecast(row)
		if why != "" {
			return nil, refuse("line %d: %s", line, why)
		}
		if known {
			judged = append(judged, forecast)
		}
	}
}

// readForecast reads one row. known is false where it has not turned out yet;
// why says what is wrong with it, and is empty where nothing is.
func readForecast(row []string) (forecast journal.Judged, known bool, why string) {
	if len(row) != len(forecastColumns) {
		return forecast, false, fmt.Sprintf("it has %d values where there are %d columns", len(row), len(forecastColumns))
	}
	date := journal.Date(strings.TrimSpace(row[0]))
	if !date.Valid() || date.HasTime() {
		return forecast, false, "the date is to be a day such as 2026-12-03"
	}
	probability, ok := readProbability(strings.TrimSpace(row[2]))
	if !ok {
		return forecast, false, "the probability is to be a number from 0 to 1"
	}
	outcome := strings.TrimSpace(row[3])
	if outcome != "" && outcome != "0" && outcome != "1" {
		return forecast, false, "the outcome is to be 1, 0 or empty"
	}
	return journal.Judged{Probability: probability, Happened: outcome == "1"}, outcome != "", ""
}

// readProbability reads a decimal number from 0 to 1.
func readProbability(text string) (float64, bool) {
	if strings.Trim(text, "0123456789.eE+-") != "" {
		return 0, false // a number in hexadecimal, an infinity
	}
	p, err := strconv.ParseFloat(text, 64)
	return p, err == nil && p >= 0 && p <= 1
}

func csvRefusal(err error) error {
	var at *csv.ParseError
	if !errors.As(err, &at) {
		return refuse("it cannot be read as comma-separated values")
	}
	if errors.Is(err, csv.ErrQuote) || errors.Is(err, csv.ErrBareQuote) {
		return refuse("line %d: a quotation mark is out of place; inside a value it is written twice, and quotation marks go round the whole", at.StartLine)
	}
	return refuse("line %d: it cannot be read as comma-separated values", at.StartLine)
}

// calibrationFile is what `calibrate --json` prints.
type calibrationFile struct {
	Version int `json:"version"`
	journal.Calibration
}

// Calibrated writes how forecasts turned out as `calibrate --json` prints it.
func Calibrated(w io.Writer, c journal.Calibration) error {
	return encode(w, calibrationFile{Version: 1, Calibration: c})
}
