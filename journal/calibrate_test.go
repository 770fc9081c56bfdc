package journal

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"pgregory.net/rapid"
)

// vectorsFile is the part of testdata/vectors.json that is about forecasts.
type vectorsFile struct {
	Brier []struct {
		F           []float64 `json:"f"`
		O           []int     `json:"o"`
		Brier       float64   `json:"brier"`
		Reliability *float64  `json:"reliability"`
		Resolution  *float64  `json:"resolution"`
		Uncertainty *float64  `json:"uncertainty"`
	} `json:"brier"`
	Rereferral struct {
		Referrals   int     `json:"referrals"`
		ReReferrals int     `json:"re_referrals"`
		Rate        float64 `json:"rate"`
		Brier       float64 `json:"base_rate_brier_at_0.226"`
	} `json:"rereferral_2025"`
	Wilson struct {
		K    int     `json:"k"`
		N    int     `json:"n"`
		Low  float64 `json:"low"`
		High float64 `json:"high"`
	} `json:"wilson95"`
}

func vectors(t *testing.T) vectorsFile {
	t.Helper()
	raw, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var f vectorsFile
	if err := json.Unmarshal(raw, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestCalibrate_givesThePublishedFigures(t *testing.T) {
	for _, v := range vectors(t).Brier {
		var judged []Judged
		for i, f := range v.F {
			judged = append(judged, Judged{Probability: f, Happened: v.O[i] == 1})
		}
		c := Calibrate(judged)
		if !near(*c.Brier, v.Brier, 1e-9) || c.N != len(v.F) {
			t.Errorf("Brier %v of %d, want %v", *c.Brier, c.N, v.Brier)
		}
		for name, pair := range map[string][2]*float64{
			"reliability": {c.Reliability, v.Reliability}, "resolution": {c.Resolution, v.Resolution},
			"uncertainty": {c.Uncertainty, v.Uncertainty}, "base rate Brier": {c.BaseRateBrier, v.Uncertainty},
		} {
			if pair[1] != nil && !near(*pair[0], *pair[1], 1e-9) {
				t.Errorf("%s %v, want %v", name, *pair[0], *pair[1])
			}
		}
	}
}

func TestCalibrate_alwaysSayingTheBaseRateHasNoSkill(t *testing.T) {
	var judged []Judged
	for i := range 1000 {
		judged = append(judged, Judged{Probability: 0.226, Happened: i < 226})
	}
	c := Calibrate(judged)
	if want := vectors(t).Rereferral.Brier; !near(*c.Brier, want, 1e-6) || !near(*c.Skill, 0, 1e-9) {
		t.Errorf("Brier %v skill %v, want %v and 0", *c.Brier, *c.Skill, want)
	}
}

func TestCalibrate_groupsByEqualNumbers(t *testing.T) {
	c := Calibrate([]Judged{{0.9, true}, {math.Copysign(0, -1), false}, {0.1, true}, {0, false}, {0.10, false}})
	want := []CalibrationBin{{0, 2, 0}, {0.1, 2, 1}, {0.9, 1, 1}}
	if len(c.Bins) != len(want) {
		t.Fatalf("bins %v, want %v", c.Bins, want)
	}
	for i := range want {
		if c.Bins[i] != want[i] || math.Signbit(c.Bins[i].Probability) {
			t.Errorf("bin %v, want %v", c.Bins[i], want[i])
		}
	}
	if !c.TooFew {
		t.Error("five are too few to say")
	}
}

func TestCalibrate_saysNothingOfNothing(t *testing.T) {
	raw, err := json.Marshal(Calibrate(nil))
	want := `{"n":0,"brier":null,"base_rate":null,"base_rate_brier":null,"skill":null,"reliability":null,"resolution":null,` +
		`"uncertainty":null,"interval":null,"too_few":true,"bins":[]}`
	if err != nil || string(raw) != want {
		t.Errorf("%s, %v", raw, err)
	}
	var judged []Judged
	for range TooFew {
		judged = append(judged, Judged{0.9, true})
	}
	if c := Calibrate(judged); c.Skill != nil || c.TooFew || *c.Uncertainty != 0 {
		t.Errorf("all the same outcome: skill %v, uncertainty %v, too few %v", c.Skill, *c.Uncertainty, c.TooFew)
	}
}

func TestCalibrate_theThreePartsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.SliceOfNDistinct(rapid.Float64Range(0, 1), 1, 12, rapid.ID[float64]).Draw(t, "probabilities")
		judged := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Judged {
			return Judged{rapid.SampledFrom(some).Draw(t, "p"), rapid.Bool().Draw(t, "happened")}
		}), 1, 200).Draw(t, "judged")
		c := Calibrate(judged)
		if sum := *c.Reliability - *c.Resolution + *c.Uncertainty; !near(sum, *c.Brier, 1e-9) {
			t.Fatalf("parts add up to %v, Brier is %v", sum, *c.Brier)
		}
		total := 0
		for i, b := range c.Bins {
			total += b.N
			if i > 0 && b.Probability <= c.Bins[i-1].Probability {
				t.Fatal("bins out of order")
			}
		}
		if total != c.N {
			t.Fatalf("bins hold %d of %d", total, c.N)
		}
	})
}

func TestWilson_givesThePublishedInterval(t *testing.T) {
	v := vectors(t).Wilson
	low, high := Wilson(v.K, v.N)
	if !near(low, v.Low, 1e-4) || !near(high, v.High, 1e-4) {
		t.Errorf("%v to %v, want %v to %v", low, high, v.Low, v.High)
	}
	if !near(low, 0.111861701408, 1e-9) || !near(high, 0.468700877618, 1e-9) {
		t.Errorf("5 of 20: %.12f to %.12f", low, high)
	}
}

func TestWilson_holdsItsShareAndStaysInRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 100000).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "k")
		low, high := Wilson(k, n)
		if share := float64(k) / float64(n); low < 0 || high > 1 || share < low || share > high {
			t.Fatalf("%d of %d: %v to %v", k, n, low, high)
		}
		// The share that did not happen has the mirrored interval.
		otherLow, otherHigh := Wilson(n-k, n)
		if !near(low, 1-otherHigh, 1e-9) || !near(high, 1-otherLow, 1e-9) {
			t.Fatalf("%d of %d is not the mirror of %d", k, n, n-k)
		}
	})
	if low, high := Wilson(3, 0); low != 0 || high != 1 {
		t.Errorf("of none: %v to %v", low, high)
	}
}
