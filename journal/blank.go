package journal

import "time"

// Blank says that nothing was ever written or chosen: only a walk was opened
// and looked through. Blank reflections are worth nothing to keep.
func (r *Reflection) Blank() bool {
	return r.Title == "" && r.Subject == "" && len(r.Themes) == 0 && r.Finished.Equal(time.Time{}) &&
		len(r.Answers)+len(r.Hypotheses)+len(r.Evidence)+len(r.Ratings)+len(r.Utterances)+len(r.Principles) == 0 &&
		len(r.Actions)+len(r.Forecasts)+len(r.Standards)+len(r.Extra) == 0 && r.Second.Empty()
}
