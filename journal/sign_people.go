package journal

import "slices"

// disguisedCompliance: the label itself; or words of engagement where the child
// has not been heard.
func (l *look) disguisedCompliance() (string, []Trace) {
	if label := l.byItself("disguised-compliance"); len(label) > 0 {
		return signSaid.complianceLabel, label
	}
	if l.minded(VoiceChild) {
		return "", nil
	}
	return signSaid.engagedUnheard, l.own("disguised-compliance")
}

// groupthink: three agencies or more, all of them fitting one explanation and
// none speaking against it; or words of everyone agreeing.
func (l *look) groupthink() (string, []Trace) {
	for i, h := range l.grid.Hypotheses {
		agencies := map[string]bool{}
		var cells []Trace
		agreed := true
		for j, e := range l.grid.Evidence {
			voice := l.Field(e.ID, "voice")
			rating := l.grid.cells[i][j]
			switch {
			case minuses(rating) > 0:
				agreed = false
			case l.voices[voice] == VoiceAgency && (rating == Consistent || rating == VeryConsistent):
				agencies[voice] = true
				cells = append(cells, Trace{Ref: h.ID, Evidence: e.ID})
			}
		}
		if agreed && len(agencies) >= 3 {
			return fillCounts(signSaid.agenciesAgree, len(agencies), h.ID), cells
		}
	}
	return signSaid.everyoneAgrees, l.byItself("groupthink")
}

// overIdentification: most of what is known comes from one parent or carer, and
// nothing from the child.
func (l *look) overIdentification() (string, []Trace) {
	if l.minded(VoiceChild) {
		return "", nil
	}
	all := l.heard(func(VoiceKind) bool { return true })
	if len(all) < 4 {
		return "", nil
	}
	byVoice := map[string][]Evidence{}
	for _, e := range l.heard(VoiceKind.Parent) {
		byVoice[e.Voice] = append(byVoice[e.Voice], e)
	}
	for _, voice := range sortedKeys(byVoice) {
		if from := byVoice[voice]; 5*len(from) >= 3*len(all) {
			return fillCounts(signSaid.oneParent, len(from), ""), refsOf(from)
		}
	}
	return "", nil
}

// deference: an agency's statement that the person only read or was told, holds
// for very sure and has no date for, and on which much rests.
func (l *look) deference() (string, []Trace) {
	var by []Trace
	for _, e := range l.heard(func(k VoiceKind) bool { return k == VoiceAgency }) {
		if e.Reliability != "high" || e.When != "" || (e.How != HowHeard && e.How != HowRead) {
			continue
		}
		if e.Relevance == "high" || slices.Contains(l.weighed.Linchpins, e.ID) {
			by = append(by, Trace{Ref: e.ID})
		}
	}
	if len(by) > 0 {
		return signSaid.takenOnTrust, by
	}
	return signSaid.reassured, l.undatedReassurance()
}

// undatedReassurance finds words of "no concerns" in agencies' statements
// without a date.
func (l *look) undatedReassurance() []Trace {
	undated := map[string]bool{}
	for _, e := range l.heard(func(k VoiceKind) bool { return k == VoiceAgency }) {
		if e.When == "" && e.How != HowSeen {
			undated[e.ID] = true
		}
	}
	var out []Trace
	for _, t := range l.own("deference") {
		if undated[t.Ref] {
			out = append(out, t)
		}
	}
	return out
}

// missingMen: a father who is written about and has not been heard, where
// others have.
func (l *look) missingMen() (string, []Trace) {
	if l.minded(VoiceFather) {
		return "", nil
	}
	if len(l.heard(func(k VoiceKind) bool { return k == VoiceMother })) < 2 {
		return "", nil
	}
	var about []Trace
	for _, e := range l.statements() {
		if l.voices[e.Voice] == VoiceFather {
			about = append(about, Trace{Ref: e.ID})
		}
	}
	if len(about) == 0 {
		about = l.own("missing-men")
	}
	return signSaid.fatherUnheard, about
}
