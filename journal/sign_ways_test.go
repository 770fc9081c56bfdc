package journal

import (
	"strings"
	"testing"
)

// rated makes a reflection of a matrix of ratings, with the sorts and voices of
// its statements.
func rated(sorts, voices []string, rows ...[]Rating) Reflection {
	m := matrixFrom(rows...)
	r := Reflection{Ratings: m.Ratings, Created: day("2026-11-20")}
	for _, h := range m.Hypotheses {
		r.Hypotheses = append(r.Hypotheses, Hypothesis{ID: h.ID, Text: "explanation " + h.ID})
	}
	for j, e := range m.Evidence {
		item := Evidence{ID: e.ID, Text: "statement " + e.ID}
		if j < len(sorts) {
			item.Sort = sorts[j]
		}
		if j < len(voices) {
			item.Voice = voices[j]
		}
		r.Evidence = append(r.Evidence, item)
	}
	return r
}

// Many signs can be seen in more than one way. Each row is a way beyond the
// fixture, or just short of one.
func TestSigns_otherWaysOfSeeing(t *testing.T) {
	ambiguous := []string{SortAmbiguous, SortAmbiguous}
	gentle := rated(ambiguous, nil, []Rating{"C", "C"}, []Rating{"I", "II"})
	gentle.Hypotheses[1].Grave = Yes
	even := rated(ambiguous, nil, []Rating{"C", "C"}, []Rating{"I", "N"})
	even.Hypotheses[1].Grave = Yes
	noneGrave := rated(ambiguous, nil, []Rating{"C", "C"}, []Rating{"I", "II"})
	oneOpen := rated([]string{SortAmbiguous, SortEvidence}, nil, []Rating{"C", "C"}, []Rating{"I", "II"})
	oneOpen.Hypotheses[1].Grave = Yes

	threeFit := rated(nil, nil, []Rating{"C", "C", "C"}, []Rating{"I", "C", "C"})
	withNeutral := rated(nil, nil, []Rating{"C", "C", "C", "N"}, []Rating{"I", "C", "C", "C"})
	behind := rated(nil, nil, []Rating{"C", "C", "C", "C", "-"}, []Rating{"CC", "CC", "CC", "CC", "N"})
	against := rated(nil, nil, []Rating{"C", "C", "C", "C"}, []Rating{"I", "C", "C", "C"})
	againstSaid := against.Clone()
	againstSaid.Answers = []Answer{{Step: "second-look", Prompt: "against", Text: "he sleeps"}}

	agencies := []string{"school", "health", "police"}
	text := func(words string) Reflection {
		return Reflection{Created: day("2026-11-20"), Hypotheses: []Hypothesis{{ID: "H1", Text: words}}}
	}
	heard := func(items ...Evidence) Reflection {
		for i := range items {
			items[i].ID = "E" + string(rune('1'+i))
		}
		return Reflection{Created: day("2026-11-20"), Evidence: items}
	}
	found := func(values ...string) Reflection {
		r := Reflection{}
		for i, value := range values {
			r.Hypotheses = append(r.Hypotheses, Hypothesis{ID: "H" + string(rune('1'+i)), Text: "x", Found: value})
		}
		return r
	}
	asked := func(actions ...Action) Reflection {
		return Reflection{Status: StatusFinished, Actions: actions}
	}
	sureAbout := func(f Forecast, sorts ...string) Reflection {
		r := Reflection{Forecasts: []Forecast{f}}
		for i, s := range sorts {
			r.Evidence = append(r.Evidence, Evidence{ID: "E" + string(rune('1'+i)), Text: "x", Sort: s})
		}
		return r
	}
	quiet := func(words string) Reflection {
		return heard(Evidence{Text: words, Voice: "mother"}, Evidence{Text: "y", Voice: "mother"})
	}
	oneSided := heard(Evidence{Text: "a", Voice: "mother"}, Evidence{Text: "b", Voice: "mother"}, Evidence{Text: "c", Voice: "mother"}, Evidence{Text: "d", Voice: "school"})
	missing := func(r Reflection, answer string) Reflection {
		r = r.Clone()
		r.Subject, r.Answers = "Heron", []Answer{{Step: "evidence", Prompt: "missing-voice", Text: answer}}
		return r
	}
	for _, row := range []struct {
		name, sign string
		r          Reflection
		seen       bool
	}{
		{"open things read gently", "optimism", gentle, true},
		{"one of them read both ways", "optimism", even, false},
		{"nothing grave", "optimism", noneGrave, false},
		{"one open thing", "optimism", oneOpen, false},
		{"progress, child noted as unheard", "optimism", heard(Evidence{Text: "Much better now"}, Evidence{Text: "Ask him", Voice: "child", Sort: SortMissing}), false},
		{"progress denied", "optimism", heard(Evidence{Text: "It is not improving"}), false},
		{"three fitting", "confirmation", threeFit, false},
		{"one neutral", "confirmation", withNeutral, false},
		{"fits, with another ahead", "confirmation", behind, false},
		{"fits, nothing against", "confirmation", against, true},
		{"fits, with what speaks against", "confirmation", againstSaid, false},
		{"all that was expected was seen", "confirmation", found("seen", "seen", "seen", ""), true},
		{"two expectations", "confirmation", found("seen", "seen", "not-looked"), false},
		{"one not seen", "confirmation", found("seen", "seen", "seen", "not-seen"), false},
		{"two agencies", "groupthink", rated(nil, agencies[:2], []Rating{"C", "C", "C"}), false},
		{"three agencies", "groupthink", rated(nil, agencies, []Rating{"C", "C", "CC"}), true},
		{"three agencies, one neutral", "groupthink", rated(nil, agencies, []Rating{"C", "C", "N"}), false},
		{"three agencies, a fourth against", "groupthink", rated(nil, []string{"school", "health", "police", "adult-services"}, []Rating{"C", "C", "C", "I"}), false},
		{"words of agreement", "groupthink", text("All professionals agree about him"), true},
		{"the label", "disguised-compliance", text("Disguised compliance since May"), true},
		{"the label, child heard", "disguised-compliance", func() Reflection {
			r := text("Disguised compliance since May")
			r.Evidence = []Evidence{{ID: "E1", Text: "x", Voice: "child"}}
			return r
		}(), true},
		{"an agency without concerns", "deference", heard(Evidence{Text: "GP has no concerns", Voice: "health", How: HowHeard}), true},
		{"the same, dated", "deference", heard(Evidence{Text: "GP has no concerns", Voice: "health", How: HowHeard, When: "2026-11-18"}), false},
		{"a grandmother without concerns", "deference", heard(Evidence{Text: "She has no concerns", Voice: "wider-family", How: HowHeard}), false},
		{"a linchpin on trust", "deference", func() Reflection {
			r := rated(nil, []string{"health"}, []Rating{"C"}, []Rating{"II"})
			r.Evidence[0].How, r.Evidence[0].Reliability = HowRead, "high"
			return r
		}(), true},
		{"trusted, and nothing rests on it", "deference", heard(Evidence{Text: "x", Voice: "health", How: HowRead, Reliability: "high"}), false},
		{"a man in words only", "missing-men", heard(Evidence{Text: "Her partner drives", Voice: "mother"}, Evidence{Text: "y", Voice: "mother"}), true},
		{"a man noted as unheard", "missing-men", heard(Evidence{Text: "Her partner drives", Voice: "mother"}, Evidence{Text: "y", Voice: "mother"}, Evidence{Text: "z", Voice: "father", Sort: SortMissing}), false},
		{"a man named as a missing voice", "missing-men", missing(quiet("Her partner drives"), "Dad: not heard from, because nobody has his number"), false},
		{"another voice named as missing", "missing-men", missing(quiet("Her partner drives"), "The health visitor, who was on leave"), true},
		{"the child named as a missing voice", "over-identification", missing(oneSided, "The child. She was asleep both times"), false},
		{"the child named by the code", "over-identification", missing(oneSided, "Heron, who was at school"), false},
		{"only the child's father named as missing", "over-identification", missing(oneSided, "The child's father"), true},
		{"no man in it", "missing-men", heard(Evidence{Text: "x", Voice: "mother"}, Evidence{Text: "y", Voice: "mother"}), false},
		{"sure forecast on little", "overconfidence", sureAbout(Forecast{ID: "F1", Probability: "0.97"}, SortEvidence, SortEvidence), true},
		{"sure it will not", "overconfidence", sureAbout(Forecast{ID: "F1", Words: "remote"}, SortEvidence), true},
		{"sure on three firm things", "overconfidence", sureAbout(Forecast{ID: "F1", Probability: "0.97"}, SortEvidence, SortEvidence, SortEvidence), false},
		{"sure, and it has turned out", "overconfidence", sureAbout(Forecast{ID: "F1", Probability: "0.97", Outcome: Yes}), false},
		{"fairly sure", "overconfidence", sureAbout(Forecast{ID: "F1", Probability: "0.9"}), false},
		{"words of certainty", "overconfidence", text("Clearly he knew, obviously he was there, and definitely alone"), true},
		{"two words of certainty", "overconfidence", text("Clearly he knew, obviously he was there"), false},
		{"an ending as it was told", "hindsight", Reflection{Answers: []Answer{{Step: "focus", Prompt: "story", Text: "It should have been obvious"}}}, true},
		{"an ending that was imagined", "hindsight", Reflection{Answers: []Answer{{Step: "second-look", Prompt: "went-badly", Text: "It should have been obvious"}}}, false},
		{"one more chance", "sunk-cost", text("We give her one more chance"), true},
		{"resilient twice", "adultification", text("Resilient at school and resilient at home"), true},
		{"finished, one undated", "omission", asked(Action{ID: "A1", Text: "x"}), true},
		{"finished, undated and done", "omission", asked(Action{ID: "A1", Text: "x", Done: Yes}), false},
		{"a draft, undated", "omission", Reflection{Actions: []Action{{ID: "A1", Text: "x"}}}, false},
		{"two without owner", "diffusion", asked(Action{ID: "A1", Text: "x"}, Action{ID: "A2", Text: "y"}), true},
		{"two without owner, one done", "diffusion", asked(Action{ID: "A1", Text: "x"}, Action{ID: "A2", Text: "y", Done: Yes}), false},
		{"to monitor", "diffusion", asked(Action{ID: "A1", Text: "Health to monitor"}), true},
		{"to monitor, with a name to it", "diffusion", asked(Action{ID: "A1", Text: "Health visitor to monitor weight", Owner: "Ms B"}), false},
		{"one explanation, no more written", "fixed-thinking", text("x"), false},
		{"one explanation, a forecast with a day", "fixed-thinking", func() Reflection {
			r := text("x")
			r.Actions, r.Forecasts = []Action{{ID: "A1", Text: "y"}}, []Forecast{{ID: "F1", Due: "2026-12-01"}}
			return r
		}(), false},
		{"carried over into an opinion", "anchoring", heard(Evidence{
			Text: "left alone in the flat at night", How: HowRead, When: "2026-01-02", Opinion: "He was left alone in the flat at night again",
		}), true},
		{"carried over into an action", "anchoring", func() Reflection {
			r := heard(Evidence{Text: "left alone in the flat at night", How: HowRead, When: "2026-01-02"})
			r.Actions = []Action{{ID: "A1", Text: "Ask who said left alone in the flat at night"}}
			return r
		}(), false},
		{"three in five from one parent", "over-identification", heard(
			Evidence{Text: "a", Voice: "mother"}, Evidence{Text: "b", Voice: "mother"}, Evidence{Text: "c", Voice: "mother"},
			Evidence{Text: "d", Voice: "school"}, Evidence{Text: "e", Voice: "health"}), true},
		{"three in six from one parent", "over-identification", heard(
			Evidence{Text: "a", Voice: "mother"}, Evidence{Text: "b", Voice: "mother"}, Evidence{Text: "c", Voice: "mother"},
			Evidence{Text: "d", Voice: "school"}, Evidence{Text: "e", Voice: "health"}, Evidence{Text: "f", Voice: "police"}), false},
		{"read last week", "anchoring", heard(Evidence{
			Text: "left alone in the flat at night", How: HowRead, When: "2026-11-13", Opinion: "He was left alone in the flat at night again",
		}), false},
		{"five words", "anchoring", heard(Evidence{
			Text: "left alone in the flat", How: HowRead, When: "2026-01-02", Opinion: "He was left alone in the flat again",
		}), false},
		{"carried over into another statement", "anchoring", heard(
			Evidence{Text: "left alone in the flat at night", How: HowRead, When: "2026-01-02"}, Evidence{Text: "Police: left alone in the flat at night"}), false},
	} {
		if _, ok := sighted(&row.r, signTables(t), row.sign); ok != row.seen {
			t.Errorf("%s: %s seen is %v, want %v", row.name, row.sign, ok, row.seen)
		}
	}
}

func TestSigns_aPackCanTurnASignOff(t *testing.T) {
	tables := signTables(t)
	r := Reflection{Hypotheses: []Hypothesis{{ID: "H1", Text: "One more chance"}}}
	if _, ok := sighted(&r, tables, "sunk-cost"); !ok {
		t.Fatal("not seen")
	}
	for i := range tables.Texts {
		tables.Texts[i].NotDetectable = "We do not use this one."
	}
	if _, ok := sighted(&r, tables, "sunk-cost"); ok {
		t.Error("seen although it is turned off")
	}
}

func TestSigns_sayNothingOfWhatPeopleWrote(t *testing.T) {
	for _, r := range ordinary(t) {
		tables := signTables(t)
		for _, s := range Signs(&r, tables, SignWords(&r, tables.Texts)) {
			if strings.Contains(s.Said, `"`) {
				t.Errorf("%s: %s", s.Sign, s.Said)
			}
		}
	}
}
