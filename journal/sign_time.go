package journal

// How long ago counts as what, in days.
const (
	recentDays = 7
	freshDays  = 28
	oldDays    = 60
	historyDay = 182
)

// sharedRun is how many words in a row have to be the same before a wording
// counts as carried over.
const sharedRun = 6

// recency: most statements have a date, and every date is of the last week.
func (l *look) recency() (string, []Trace) {
	var dated []Trace
	statements := l.statements()
	for _, e := range statements {
		days, ok := l.daysAgo(e.When)
		if !ok {
			continue
		}
		if days > recentDays {
			return "", nil
		}
		dated = append(dated, Trace{Ref: e.ID + ".when"})
	}
	if len(dated) < 4 || 3*len(dated) < 2*len(statements) {
		return "", nil
	}
	return fillCounts(signSaid.allRecent, len(dated), ""), dated
}

// anchoring: the words of something read long ago come back unchanged in an
// explanation, an opinion or what the person is leaning towards.
func (l *look) anchoring() (string, []Trace) {
	step, prompt := l.tables.imagined()
	for _, e := range l.statements() {
		days, dated := l.daysAgo(e.When)
		if e.How != HowRead || !dated || days < oldDays {
			continue
		}
		old := placed(e.Text)
		for _, later := range writings(l.Reflection) {
			if !concludes(later, e.ID) || prompt != "" && later.step == step && later.ref == prompt {
				continue
			}
			if start, end, ok := sharedWords(old, later.words); ok {
				return signSaid.carriedOver, []Trace{
					{Ref: e.ID},
					{Step: later.step, Ref: later.ref, Start: start, End: end},
				}
			}
		}
	}
	return "", nil
}

// concludes says that a text is what the person makes of things, not what they
// were told: an explanation, an opinion, or an answer.
func concludes(w writing, source string) bool {
	if w.step != "" {
		return true
	}
	switch w.ref[0] {
	case 'H':
		return true
	case 'E':
		return w.ref == source+".opinion"
	}
	return false
}

// sharedWords finds the longest run of words of one text in another, and where
// it stands there, in characters. It is false for a run that is too short.
func sharedWords(old, later []placedWord) (start, end int, ok bool) {
	best := sharedRun - 1
	for i := range later {
		for j := range old {
			n := 0
			for i+n < len(later) && j+n < len(old) && later[i+n].text == old[j+n].text {
				n++
			}
			if n > best {
				best, start, end, ok = n, later[i].start, later[i+n-1].end, true
			}
		}
	}
	return start, end, ok
}

// optimism: words of progress with nobody having seen the child since; or each
// thing that could mean several things read the gentler way.
func (l *look) optimism() (string, []Trace) {
	if words := l.own("optimism"); len(words) > 0 && !l.minded(VoiceChild) && !l.seenLately() {
		return signSaid.progressUnseen, words
	}
	return l.gentlerReadings()
}

// seenLately says whether something was seen first hand in the last four weeks,
// or seen with no date.
func (l *look) seenLately() bool {
	for _, e := range l.statements() {
		days, dated := l.daysAgo(e.When)
		if e.How == HowSeen && e.Sort != SortAssumption && (!dated || days <= freshDays) {
			return true
		}
	}
	return false
}

func (l *look) gentlerReadings() (string, []Trace) {
	var cells []Trace
	ambiguous, graves := 0, 0
	for _, h := range l.grid.Hypotheses {
		if h.Grave {
			graves++
		}
	}
	if graves == 0 || graves == len(l.grid.Hypotheses) {
		return "", nil
	}
	for j, e := range l.grid.Evidence {
		if l.Field(e.ID, "sort") != SortAmbiguous {
			continue
		}
		ambiguous++
		for i, h := range l.grid.Hypotheses {
			against := minuses(l.grid.cells[i][j]) > 0
			if h.Grave != against || l.grid.cells[i][j] == "" {
				return "", nil
			}
			if h.Grave {
				cells = append(cells, Trace{Ref: h.ID, Evidence: e.ID})
			}
		}
	}
	if ambiguous < 2 {
		return "", nil
	}
	return fillCounts(signSaid.gentler, ambiguous, ""), cells
}

// startAgain: words of a new beginning, and no statement from before the last
// half year.
func (l *look) startAgain() (string, []Trace) {
	for _, e := range l.statements() {
		if days, ok := l.daysAgo(e.When); ok && days > historyDay {
			return "", nil
		}
	}
	return signSaid.newStart, l.own("start-again")
}
