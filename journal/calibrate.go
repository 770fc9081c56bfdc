package journal

import "sort"

// Judged is a forecast that has turned out one way or the other: how probable
// it was said to be, from 0 to 1, and whether it happened.
type Judged struct {
	Probability float64
	Happened    bool
}

// Calibration says how a set of forecasts turned out. With none of them the
// figures are nil; Skill is nil also where every outcome was the same. All but
// Skill run from 0 to 1, Skill from below 0 up to 1.
type Calibration struct {
	N             int              `json:"n"`               // forecasts that have turned out
	Brier         *float64         `json:"brier"`           // mean squared distance; 0 is perfect, always saying 0.5 gives 0.25
	BaseRate      *float64         `json:"base_rate"`       // share that happened
	BaseRateBrier *float64         `json:"base_rate_brier"` // what always saying the base rate would have scored
	Skill         *float64         `json:"skill"`           // 1 - Brier/BaseRateBrier
	Reliability   *float64         `json:"reliability"`     // distance of what was said from what happened; lower is better
	Resolution    *float64         `json:"resolution"`      // how far the groups differ from the base rate; higher is better
	Uncertainty   *float64         `json:"uncertainty"`     // how open the outcomes were
	Interval      *[2]float64      `json:"interval"`        // Wilson's, for the base rate
	TooFew        bool             `json:"too_few"`
	Bins          []CalibrationBin `json:"bins"` // by probability, ascending
}

// CalibrationBin is all the forecasts that were made at one probability.
type CalibrationBin struct {
	Probability float64 `json:"probability"`
	N           int     `json:"n"`
	Happened    int     `json:"happened"`
}

// Calibrate scores forecasts by the quadratic score of Brier (Glenn W. Brier
// 1950, Monthly Weather Review, "Verification of forecasts expressed in terms
// of probability", here in the form that runs from 0 to 1) and parts it as
// Murphy did (Allan H. Murphy 1973, Journal of Applied Meteorology, "A new
// vector partition of the probability score"): Brier = Reliability - Resolution
// + Uncertainty. Forecasts are grouped by equal probability, which is what
// makes the three add up exactly. Probabilities are from 0 to 1; whoever reads
// them in refuses others.
func Calibrate(judged []Judged) Calibration {
	c := Calibration{N: len(judged), TooFew: len(judged) < TooFew, Bins: binned(judged)}
	if c.N == 0 {
		return c
	}
	n := float64(c.N)
	var brier, happened float64
	for _, j := range judged {
		brier += squaredMiss(j)
		if j.Happened {
			happened++
		}
	}
	brier /= n
	rate := happened / n
	uncertainty := rate * (1 - rate)
	var reliability, resolution float64
	for _, b := range c.Bins {
		share := float64(b.Happened) / float64(b.N)
		reliability += float64(b.N) * (b.Probability - share) * (b.Probability - share) / n
		resolution += float64(b.N) * (share - rate) * (share - rate) / n
	}
	low, high := Wilson(int(happened), c.N)
	c.Brier, c.BaseRate, c.BaseRateBrier = &brier, &rate, &uncertainty
	c.Reliability, c.Resolution, c.Uncertainty = &reliability, &resolution, &uncertainty
	c.Interval = &[2]float64{low, high}
	if uncertainty > 0 {
		skill := 1 - brier/uncertainty
		c.Skill = &skill
	}
	return c
}

func squaredMiss(j Judged) float64 {
	miss := j.Probability
	if j.Happened {
		miss = 1 - j.Probability
	}
	return miss * miss
}

func binned(judged []Judged) []CalibrationBin {
	sorted := append([]Judged(nil), judged...)
	sort.SliceStable(sorted, func(a, b int) bool { return sorted[a].Probability < sorted[b].Probability })
	bins := []CalibrationBin{}
	for _, j := range sorted {
		if last := len(bins) - 1; last < 0 || bins[last].Probability != j.Probability {
			bins = append(bins, CalibrationBin{Probability: j.Probability + 0}) // a written "-0" is 0
		}
		bin := &bins[len(bins)-1]
		bin.N++
		if j.Happened {
			bin.Happened++
		}
	}
	return bins
}
