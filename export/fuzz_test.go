package export

import (
	"bytes"
	"errors"
	"testing"
	"unicode/utf8"

	"sounding/journal"
)

// Whatever the bytes, a matrix is refused with ErrInput or weighed, and what is
// printed of it is the same however often.
func FuzzReadMatrix(f *testing.F) {
	for _, text := range []string{
		"", "{}", smallMatrix, `{"hypotheses": [{"id": "\u0048\ud800"}], "evidence": [], "ratings": {"H\ufffd": {}}}`,
		`{"hypotheses": [], "evidence": [], "ratings": null}`, `{"version": 1e0, "hypotheses": [[]], "evidence": {}}`,
		"{\"hypotheses\": [{\"id\": \"\xff\"}], \"evidence\": [{\"id\": \"\xfe\"}], \"ratings\": {\"\xff\": {\"\xfe\": \"II\"}}}",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ReadMatrix(data)
		if err != nil {
			if !errors.Is(err, ErrInput) || !utf8.ValidString(err.Error()) || len(err.Error()) > 2000 {
				t.Fatalf("gave %q", err)
			}
			return
		}
		if err := m.Check(); err != nil {
			t.Fatalf("it was read, and cannot be weighed: %v", err)
		}
		var out, again bytes.Buffer
		if err := errors.Join(Weighed(&out, journal.Weigh(m)), Weighed(&again, journal.Weigh(m))); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(out.Bytes(), again.Bytes()) {
			t.Fatal("it was printed in two ways")
		}
		journal.Story(m, journal.DefaultStoryWords())
	})
}

// Whatever the bytes, forecasts are refused with ErrInput or can be scored.
func FuzzReadForecasts(f *testing.F) {
	for _, text := range []string{
		"", forecastHeader, forecastHeader + "2026-01-02,x,0.7,1\n", "\xef\xbb\xbf" + forecastHeader + "2026-01-02,\"a\r\nb\",1e-3,\r\n",
		forecastHeader + "2026-01-02,x,0x1p-1,1\n", forecastHeader + "2026-01-02,x,-0,0",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		judged, err := ReadForecasts(data)
		if err != nil {
			if !errors.Is(err, ErrInput) {
				t.Fatalf("gave %q", err)
			}
			return
		}
		for _, j := range judged {
			if !(j.Probability >= 0 && j.Probability <= 1) {
				t.Fatalf("took %v for a probability", j.Probability)
			}
		}
		if err := Calibrated(&bytes.Buffer{}, journal.Calibrate(judged)); err != nil {
			t.Fatal(err)
		}
	})
}

// Whatever the bytes, a reflection is refused with ErrInput, or what is written
// of it reads back as the same.
func FuzzReadReflection(f *testing.F) {
	for _, text := range []string{
		"", "{}", `{"walk": "gibbs"}`, `{"walk": "gibbs", "walk_version": 1, "status": "finished", "answers": [{"step": "a", "prompt": "b", "text": "\u001b"}]}`,
		`{"walk": "gibbs", "hypotheses": [{"id": "H1", "text": "a"}], "evidence": [{"id": "E1"}], "ratings": {"H1": {"E1": "I"}}}`,
		`{"walk": "gibbs", "second": {}}`,
		`{"walk": "gibbs", "actions": [{"id": "A1", "text": "a", "due": "2026-07-02"}], "forecasts": [{"id": "F1", "text": "b", "probability": "0.7"}]}`,
		`{"walk": "gibbs", "utterances": [{"id": "U1", "text": "a"}], "principles": [{"id": "P1", "principle": "respect", "side": "shows"}]}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ReadReflection(data)
		if err != nil {
			if !errors.Is(err, ErrInput) {
				t.Fatalf("gave %q", err)
			}
			return
		}
		var first, second bytes.Buffer
		if err := JSON(&first, r); err != nil {
			t.Fatal(err)
		}
		again, err := ReadReflection(first.Bytes())
		if err != nil {
			t.Fatalf("what was written is refused: %v\n%s", err, first.String())
		}
		if err := JSON(&second, again); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatalf("it changes on the way round:\n%s\n%s", first.String(), second.String())
		}
	})
}
