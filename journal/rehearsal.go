package journal

// Talk is which way somebody in two minds is speaking: for leaving things as
// they are, or for something else (Miller and Rollnick, Motivational
// Interviewing).
type Talk string

// The two ways.
const (
	TalkSustain Talk = "sustain"
	TalkChange  Talk = "change"
)

// AnyTheme is the theme of lines that suit every conversation.
const AnyTheme = "any"

// OtherLine is something that a made-up other person says, to answer in a
// rehearsal. It is a pack's, and never kept with what a person writes.
type OtherLine struct {
	Theme string
	Talk  Talk
	Who   string
	Text  string
}

// RehearsalLines picks the lines for a reflection's themes, those of its themes
// first and then those that suit any, each part in its own order with the two
// ways of talking by turns. Nothing is drawn by chance, so that a line can be
// found again.
func RehearsalLines(all []OtherLine, themes []string) []OtherLine {
	var out []OtherLine
	for _, theme := range append(themes[:len(themes):len(themes)], AnyTheme) {
		out = append(out, byTurns(all, theme)...)
	}
	return out
}

func byTurns(all []OtherLine, theme string) []OtherLine {
	by := map[Talk][]OtherLine{}
	for _, line := range all {
		if line.Theme == theme {
			by[line.Talk] = append(by[line.Talk], line)
		}
	}
	var out []OtherLine
	for i := range max(len(by[TalkSustain]), len(by[TalkChange])) {
		for _, talk := range []Talk{TalkSustain, TalkChange} {
			if i < len(by[talk]) {
				out = append(out, by[talk][i])
			}
		}
	}
	return out
}
