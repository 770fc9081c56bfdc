package journal

import (
	"math"
	"strconv"
	"strings"
)

// NationalRate is a published share with its year and what it is a share of, to
// stand beside a person's own. It is content.
type NationalRate struct {
	Share  float64 `json:"share"` // from 0 to 1
	Year   string  `json:"year"`  // "year to 31 March 2025"
	Of     string  `json:"of"`    // "of referrals in England"
	Source string  `json:"source"`
}

// ReturnRate is how many of the families that a person followed up came back
// within twelve months. Share and Interval (Wilson's) are nil where there are
// too few to say. It is for the person alone.
type ReturnRate struct {
	N        int // followed up with a yes or a no
	CameBack int
	Unknown  int // too soon, or not known
	Share    *float64
	Interval *[2]float64
	TooFew   bool
	National NationalRate
}

// ReturnRateOf counts over reflections. A subject counts once however often it
// was looked back on: as come back if that was ever so, else by its last
// answer. A reflection without a subject counts for itself.
func ReturnRateOf(reflections []Reflection, places Places, national NationalRate) ReturnRate {
	rate := ReturnRate{National: national}
	type last struct {
		answer string
		on     Date
	}
	const forGood = Date("9999-12-31") // no later answer takes a return back
	subjects := map[string]last{}
	for i := range reflections {
		r := &reflections[i]
		answer := r.at(places.CameBack)
		switch {
		case answer == "":
		case r.Subject == "":
			rate.add(answer)
		case answer == Yes:
			subjects[r.Subject] = last{Yes, forGood}
		default:
			if on := DateOf(r.Created); on >= subjects[r.Subject].on {
				subjects[r.Subject] = last{answer, on}
			}
		}
	}
	for _, s := range subjects {
		rate.add(s.answer)
	}
	rate.TooFew = rate.N < TooFew
	if !rate.TooFew {
		share := float64(rate.CameBack) / float64(rate.N)
		low, high := Wilson(rate.CameBack, rate.N)
		rate.Share, rate.Interval = &share, &[2]float64{low, high}
	}
	return rate
}

func (rate *ReturnRate) add(answer string) {
	switch answer {
	case Yes:
		rate.N++
		rate.CameBack++
	case No:
		rate.N++
	default:
		rate.Unknown++
	}
}

// Sentences says it in words: what is counted, the person's own figure or that
// there are too few, the national one with its year, and what it does not
// measure.
func (rate ReturnRate) Sentences() []string {
	out := []string{sayReturnMeans}
	switch {
	case rate.N == 0:
		out = append(out, sayReturnNone)
	case rate.TooFew:
		out = append(out, fillCounts(sayReturnTooFew, rate.N, ""))
	default:
		out = append(out, strings.NewReplacer(
			"{n}", strconv.Itoa(rate.N), "{k}", strconv.Itoa(rate.CameBack),
			"{low}", strconv.Itoa(hundredths(rate.Interval[0])), "{high}", strconv.Itoa(hundredths(rate.Interval[1])),
		).Replace(sayReturnOwn))
	}
	if rate.National.Share > 0 {
		out = append(out, strings.NewReplacer(
			"{share}", strconv.FormatFloat(100*rate.National.Share, 'f', 1, 64), "{of}", rate.National.Of,
			"{year}", rate.National.Year, "{source}", rate.National.Source,
		).Replace(sayReturnNational))
	}
	return append(out, sayReturnCaution)
}

func hundredths(share float64) int { return int(math.Round(100 * share)) }
