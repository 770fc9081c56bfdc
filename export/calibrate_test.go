package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sounding/journal"
)

const forecastHeader = "date,statement,probability,outcome\n"

func TestReadForecasts_takesWhatSpreadsheetsWrite(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []journal.Judged
	}{
		{"a header alone", forecastHeader, []journal.Judged{}},
		{"a byte-order mark and CRLF", "\xef\xbb\xbfdate,statement,probability,outcome\r\n2026-01-02,x,0.7,1\r\n", []journal.Judged{{Probability: 0.7, Happened: true}}},
		{"no end of the last line", forecastHeader + "2026-01-02,x,0.7,0", []journal.Judged{{Probability: 0.7}}},
		{"blanks round the values", forecastHeader + " 2026-01-02 ,x, 0.7 , 1 \n", []journal.Judged{{Probability: 0.7, Happened: true}}},
		{"quotation marks, commas and line ends in a statement", forecastHeader + "2026-01-02,\"He said \"\"no\"\",\nthen left\",1,0\n", []journal.Judged{{Probability: 1}}},
		{"no outcome yet", forecastHeader + "2026-01-02,x,.5,\n2026-01-03,,0,0\n", []journal.Judged{{Probability: 0}}},
		{"empty lines", forecastHeader + "\n2026-01-02,x,5e-1,1\n\n", []journal.Judged{{Probability: 0.5, Happened: true}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := ReadForecasts([]byte(c.text))
			if err != nil || fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("read %v, %v; want %v", got, err, c.want)
			}
		})
	}
}

func TestReadForecasts_namesTheLineOfABadRow(t *testing.T) {
	good := forecastHeader + "2026-01-02,\"two\nlines\",0.7,1\n"
	for _, c := range []struct{ name, text, says string }{
		{"an empty file", "", "line 1: it is empty"},
		{"a mark and nothing else", "\xef\xbb\xbf", "line 1: it is empty"},
		{"another header", "date,statement,p,outcome\n", "line 1: the first line is to be date,statement,probability,outcome"},
		{"columns in another order", "statement,date,probability,outcome\n", "line 1: the first line"},
		{"a column too many", "date,statement,probability,outcome,who\n", "line 1: the first line"},
		{"a day that is none", good + "2026-02-30,x,0.1,1\n", "line 4: the date"},
		{"a day first date", good + "03/12/2026,x,0.1,1\n", "line 4: the date"},
		{"a time of day", good + "2026-02-03T10:00,x,0.1,1\n", "line 4: the date"},
		{"no date", good + ",x,0.1,1\n", "line 4: the date"},
		{"a probability of 1.3", good + "2026-02-03,x,1.3,1\n", "line 4: the probability"},
		{"one below 0", good + "2026-02-03,x,-0.1,1\n", "line 4: the probability"},
		{"a percentage", good + "2026-02-03,x,70%,1\n", "line 4: the probability"},
		{"no number", good + "2026-02-03,x,NaN,1\n", "line 4: the probability"},
		{"an infinity", good + "2026-02-03,x,inf,1\n", "line 4: the probability"},
		{"a number in hexadecimal", good + "2026-02-03,x,0x1p-2,1\n", "line 4: the probability"},
		{"no probability", good + "2026-02-03,x,,1\n", "line 4: the probability"},
		{"an outcome in words", good + "2026-02-03,x,0.1,yes\n", "line 4: the outcome"},
		{"an outcome of 2", good + "2026-02-03,x,0.1,2\n", "line 4: the outcome"},
		{"a value too few", good + "2026-02-03,x,0.1\n", "line 4: it has 3 values where there are 4 columns"},
		{"a value too many", good + "2026-02-03,x,y,0.1,1\n", "line 4: it has 5 values"},
		{"an open quotation mark", good + "2026-02-03,\"x,0.1,1\n", "line 4: a quotation mark"},
		{"no text at all", "\x00\x01\x02", "line 1:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadForecasts([]byte(c.text))
			if !errors.Is(err, ErrInput) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("it says %v; want %q", err, c.says)
			}
		})
	}
}

// An error never repeats a statement: it is what a person wrote.
func TestReadForecasts_keepsStatementsOutOfErrors(t *testing.T) {
	for _, row := range []string{"2026-01-02,quixotzebraw,7,1", "2026-01-02,quixotzebraw,0.1", "quixotzebraw,x,0.1,1", "2026-01-02,\"quixotzebraw,0.1,1"} {
		if _, err := ReadForecasts([]byte(forecastHeader + row + "\n")); err == nil || strings.Contains(err.Error(), "quixotzebraw") {
			t.Errorf("it says %v", err)
		}
	}
}

// vectorFile is the part of journal/testdata/vectors.json that is used here.
type vectorFile struct {
	Brier []struct {
		F           []float64 `json:"f"`
		O           []int     `json:"o"`
		Brier       float64   `json:"brier"`
		Reliability *float64  `json:"reliability"`
		Resolution  *float64  `json:"resolution"`
		Uncertainty *float64  `json:"uncertainty"`
	} `json:"brier"`
}

// calibrated is what calibrate --json prints, read as another program would.
type calibrated struct {
	Version       int         `json:"version"`
	N             int         `json:"n"`
	Brier         *float64    `json:"brier"`
	BaseRateBrier *float64    `json:"base_rate_brier"`
	Skill         *float64    `json:"skill"`
	Reliability   *float64    `json:"reliability"`
	Resolution    *float64    `json:"resolution"`
	Uncertainty   *float64    `json:"uncertainty"`
	Interval      *[2]float64 `json:"interval"`
	TooFew        bool        `json:"too_few"`
	Bins          []struct {
		Probability float64 `json:"probability"`
		N           int     `json:"n"`
		Happened    int     `json:"happened"`
	} `json:"bins"`
}

func calibrateText(t interface{ Fatal(...any) }, text string) calibrated {
	judged, err := ReadForecasts([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Calibrated(&out, journal.Calibrate(judged)); err != nil {
		t.Fatal(err)
	}
	var c calibrated
	if err := json.Unmarshal(out.Bytes(), &c); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCalibrated_givesEveryPublishedVector(t *testing.T) {
	data, err := os.ReadFile("../journal/testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var f vectorFile
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	if len(f.Brier) == 0 {
		t.Fatal("there is no vector")
	}
	for i, v := range f.Brier {
		var text strings.Builder
		text.WriteString(forecastHeader)
		for j := range v.F {
			fmt.Fprintf(&text, "2026-01-02,x,%v,%d\n", v.F[j], v.O[j])
		}
		c := calibrateText(t, text.String())
		for _, figure := range []struct {
			name string
			want *float64
			got  *float64
		}{{"brier", &v.Brier, c.Brier}, {"reliability", v.Reliability, c.Reliability}, {"resolution", v.Resolution, c.Resolution}, {"uncertainty", v.Uncertainty, c.Uncertainty}} {
			if figure.want != nil && (figure.got == nil || math.Abs(*figure.got-*figure.want) > 1e-9) {
				t.Errorf("vector %d: %s is %v; want %v", i, figure.name, figure.got, *figure.want)
			}
		}
	}
}

// Wilson's interval for 5 of 20, as it is published with the format.
func TestCalibrated_givesWilsonsInterval(t *testing.T) {
	text := forecastHeader
	for i := range 20 {
		text += fmt.Sprintf("2026-01-02,x,0.25,%d\n", map[bool]int{true: 1}[i < 5])
	}
	c := calibrateText(t, text)
	if c.TooFew || math.Abs(c.Interval[0]-0.111861701408) > 1e-12 || math.Abs(c.Interval[1]-0.468700877618) > 1e-12 {
		t.Errorf("gave %+v", c)
	}
}

func TestCalibrated_hasNullsWhereThereIsNothing(t *testing.T) {
	var out bytes.Buffer
	if err := Calibrated(&out, journal.Calibrate(nil)); err != nil {
		t.Fatal(err)
	}
	want := `{"version":1,"n":0,"brier":null,"base_rate":null,"base_rate_brier":null,"skill":null,"reliability":null,"resolution":null,"uncertainty":null,"interval":null,"too_few":true,"bins":[]}`
	var flat bytes.Buffer
	if err := json.Compact(&flat, out.Bytes()); err != nil {
		t.Fatal(err)
	}
	if flat.String() != want {
		t.Errorf("printed %s", flat.String())
	}
	if c := calibrateText(t, forecastHeader+"2026-01-02,x,0.3,1\n2026-01-02,x,0.9,1\n"); c.Skill != nil || c.Brier == nil {
		t.Errorf("where everything happened it gave %+v", c)
	}
}

// The three parts add up, whatever the file; equal probabilities that are
// written in different ways are one group.
func TestCalibrated_addsUpForAnyFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		forms := []string{"0.1", "0.10", "1e-1", "0", "-0", "1", "1.0", "0.5", ".5", "0.333", "0.9999"}
		text, n := forecastHeader, 0
		for range rapid.IntRange(1, 60).Draw(t, "rows") {
			outcome := rapid.SampledFrom([]string{"0", "1", ""}).Draw(t, "outcome")
			if outcome != "" {
				n++
			}
			text += "2026-01-02,x," + rapid.SampledFrom(forms).Draw(t, "probability") + "," + outcome + "\n"
		}
		c := calibrateText(t, text)
		if c.N != n || c.TooFew != (n < 20) {
			t.Fatalf("n is %d and too few %v; want %d", c.N, c.TooFew, n)
		}
		if n == 0 {
			return
		}
		if sum := *c.Reliability - *c.Resolution + *c.Uncertainty; math.Abs(sum-*c.Brier) > 1e-12 || *c.BaseRateBrier != *c.Uncertainty {
			t.Fatalf("the parts add up to %v, and the score is %v", sum, *c.Brier)
		}
		total := 0
		for i, b := range c.Bins {
			total += b.N
			if i > 0 && c.Bins[i-1].Probability >= b.Probability {
				t.Fatalf("the groups are not in order: %v", c.Bins)
			}
		}
		if total != n || len(c.Bins) > 6 {
			t.Fatalf("%d groups with %d rows", len(c.Bins), total)
		}
	})
}
