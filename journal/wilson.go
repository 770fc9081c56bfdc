package journal

import "math"

// wilsonZ is the normal deviate of a 95 per cent interval.
const wilsonZ = 1.959963984540054

// TooFew is how many cases a figure about someone's own work needs before it is
// shown: below it, "too few to say".
const TooFew = 20

// Wilson is the 95 per cent interval for a share of k in n (Edwin B. Wilson
// 1927, Journal of the American Statistical Association, "Probable inference,
// the law of succession, and statistical inference"). Both ends are from 0 to
// 1. It is 0 to 1, which is to say nothing, where n is not above 0; k is taken
// as from 0 to n.
func Wilson(k, n int) (low, high float64) {
	if n <= 0 {
		return 0, 1
	}
	k = min(max(k, 0), n)
	count, share := float64(n), float64(k)/float64(n)
	squared := wilsonZ * wilsonZ
	middle := (share + squared/(2*count)) / (1 + squared/count)
	half := wilsonZ * math.Sqrt(share*(1-share)/count+squared/(4*count*count)) / (1 + squared/count)
	low, high = max(middle-half, 0), min(middle+half, 1)
	// At the ends the interval reaches the end exactly; rounding must not say
	// otherwise.
	if k == 0 {
		low = 0
	}
	if k == n {
		high = 1
	}
	return low, high
}
