package language

import (
	"reflect"
	"strings"
	"testing"
)

// heard is what is asked of one utterance in the tables below.
type heard struct {
	text     string
	question Question
	reflects bool
	form     Form
}

func checkHeard(t *testing.T, rows []heard) {
	t.Helper()
	for _, row := range rows {
		u := Listen(row.text)
		if u.Question != row.question || u.Reflection != row.reflects || u.Form != row.form {
			t.Errorf("Listen(%q) = question %s, reflection %v, form %s; want %s, %v, %s",
				row.text, u.Question, u.Reflection, u.Form, row.question, row.reflects, row.form)
		}
	}
}

func TestListen_tellsOpenFromClosedByTheAnswerInvited(t *testing.T) {
	checkHeard(t, []heard{
		{"What is a morning like here?", QuestionOpen, false, FormOpen},
		{"Tell me about your mum.", QuestionOpen, false, FormOpen},
		{"Could you say a bit about that?", QuestionOpen, false, FormOpen},
		{"Would you be willing to tell me what happened?", QuestionOpen, false, FormOpen},
		{"I'm wondering what that was like.", QuestionOpen, false, FormOpen},
		{"What about the evenings?", QuestionOpen, false, FormOpen},
		{"Any thoughts on how to start?", QuestionOpen, false, FormOpen},
		{"Do you have support?", QuestionClosed, false, FormClosed},
		{"Is there anything else?", QuestionClosed, false, FormClosed},
		{"How often is that?", QuestionClosed, false, FormClosed},
		{"When was the last time?", QuestionClosed, false, FormClosed},
		{"Can you tell me how many?", QuestionClosed, false, FormClosed},
		{"Is it the mornings or the evenings?", QuestionClosed, false, FormClosed},
		{"Would it be all right if I asked you about that?", QuestionClosed, false, FormClosed},
	})
}

func TestListen_tellsConcernWarningAndPraiseApart(t *testing.T) {
	checkHeard(t, []heard{
		{"If you keep missing visits we will have to go to court.", QuestionNone, false, FormConfrontation},
		{"You said he's fine but he obviously isn't fine.", QuestionNone, false, FormConfrontation},
		{"I'm worried about the bruise on her arm.", QuestionNone, false, FormInformation},
		{"You kept going even when nobody was helping you.", QuestionNone, false, FormAffirmation},
		{"Well done for coming today.", QuestionNone, false, FormOther},
		{"Could you not walk to work?", QuestionClosed, false, FormLeading},
		{"You're worried about the bruise on her arm.", QuestionNone, true, FormReflection},
		{"If you keep going we will be glad.", QuestionNone, false, FormOther},
	})
	if got := Listen("I'm worried about the bruise.").Because[0].Reason; got != reasonConcern {
		t.Errorf("the practitioner's own worry is called %q", got)
	}
}

func TestListen_needsNoQuestionMark(t *testing.T) {
	checkHeard(t, []heard{
		{"how are you doing today", QuestionOpen, false, FormOpen},
		{"have you tried that before", QuestionClosed, false, FormClosed},
		{"okay so you've been off sick since june what does a day look like now", QuestionOpen, true, FormOpen},
		{"um and do you do you see him much", QuestionClosed, false, FormClosed},
		{"what i hear is that you've had enough", QuestionNone, true, FormReflection},
		{"what happens is they send you a letter", QuestionNone, false, FormInformation},
		{"you're thinking, is it me", QuestionNone, true, FormReflection},
	})
}

func TestListen_hearsReflectionsByFunction(t *testing.T) {
	checkHeard(t, []heard{
		{"You're feeling kind of stuck.", QuestionNone, true, FormReflection},
		{"So it's been hard for you lately.", QuestionNone, true, FormReflection},
		{"And that scares you.", QuestionNone, true, FormReflection},
		{"Okay. Um, and so what I hear is that you're worn out.", QuestionNone, true, FormReflection},
		{"Not quite ready.", QuestionNone, true, FormReflection},
		{"Mm-hmm.", QuestionNone, false, FormOther},
		{"Okay, great, thank you.", QuestionNone, false, FormOther},
		{"That sounds like a good plan.", QuestionNone, false, FormOther},
		{"I'll give you a ring on Monday.", QuestionNone, false, FormOther},
		{"Oh, really?", QuestionNone, false, FormOther},
	})
}

func TestListen_letsOneUtteranceReflectAndThenAsk(t *testing.T) {
	checkHeard(t, []heard{
		{"So you feel on your own with it. What helps?", QuestionOpen, true, FormOpen},
		{"You said he rang. Did you pick up?", QuestionClosed, true, FormClosed},
		{"So you want to stop, is that right?", QuestionClosed, true, FormClosed},
		{"You want to stop, right?", QuestionClosed, true, FormClosed},
		{"You want to stop?", QuestionClosed, false, FormClosed},
	})
}

func TestListen_namesTheFormThatNeedsASecondLookFirst(t *testing.T) {
	checkHeard(t, []heard{
		{"Don't you think that's unfair on her?", QuestionClosed, false, FormLeading},
		{"You do see this is unsafe, don't you?", QuestionClosed, false, FormLeading},
		{"What do you want? And how will you get there?", QuestionOpen, false, FormMultiple},
		{"Why did you let him in?", QuestionOpen, false, FormWhy},
		{"You should leave him. What do you think?", QuestionOpen, false, FormAdvice},
		{"You're just making excuses.", QuestionNone, false, FormConfrontation},
		{"You've worked really hard on this.", QuestionNone, false, FormAffirmation},
		{"Good job.", QuestionNone, false, FormOther},
		{"Most people find the second week easier.", QuestionNone, false, FormInformation},
		{"Let me see if I've got this. You miss your brother, you're tired of the flat, and you want your own place.", QuestionNone, true, FormSummary},
	})
}

func TestListen_saysWhetherLeaveWasAskedBeforeAdvice(t *testing.T) {
	for _, row := range []struct {
		text string
		want *bool
	}{
		{"You should talk to her.", new(bool)},
		{"Would it be okay if I made a suggestion? You could try ringing first.", truth()},
		{"You should ring. Is it okay if I say that?", new(bool)},
		{"What would you like to try?", nil},
	} {
		if got := Listen(row.text).Permission; !reflect.DeepEqual(got, row.want) {
			t.Errorf("permission of %q is %v, want %v", row.text, show(got), show(row.want))
		}
	}
}

func truth() *bool {
	yes := true
	return &yes
}

func show(value *bool) string {
	switch {
	case value == nil:
		return "nil"
	case *value:
		return "true"
	}
	return "false"
}

// TestListen_givesAComplexReflectionAReasonThatFits holds that nothing is called complex with the reason of a simple one.
func TestListen_givesAComplexReflectionAReasonThatFits(t *testing.T) {
	for _, path := range []string{"testdata/utterances_held.tsv", "testdata/utterances_later.tsv"} {
		for _, row := range readLabelled(t, path) {
			u := Listen(row.text)
			said := map[string]bool{}
			for _, reason := range u.Because {
				said[reason.Reason] = true
			}
			deep := said[reasonComplex] || said[reasonDouble]
			if u.Complexity == ComplexityComplex && (said[reasonSimple] || !deep) || u.Complexity == ComplexitySimple && deep {
				t.Errorf("%q is %s, with the reasons %v", row.text, u.Complexity, u.Because)
			}
		}
	}
}

func TestListen_marksInAlphabeticalOrder(t *testing.T) {
	for _, row := range []struct {
		text  string
		marks []string
	}{
		{"On a scale of one to ten, how sure are you?", []string{MarkScaling}},
		{"So it's too much for you, is that right?", []string{MarkTag}},
		{"Horrible, isn't it?", []string{MarkTag}},
		{"You are worn out. Is that right?", []string{MarkTag}},
		{"It's your mum, isn't it, who worries?", []string{MarkTag}},
		{"It's a lot, isn't it, really?", []string{MarkTag}},
		{"Part of you wants to go and part of you wants to stay.", []string{MarkDoubleSided}},
		{"Tell me about that.", []string{MarkRequest}},
		{"You live alone?", []string{MarkDeclarative}},
		{"Is it him or her?", []string{MarkAlternatives}},
		{"It's up to you.", []string{MarkAutonomy}},
		{"Why? Don't you like it?", []string{MarkLeading, MarkMultiple, MarkWhy}},
		{"Mm.", []string{}},
	} {
		if got := Listen(row.text).Marks; !reflect.DeepEqual(got, row.marks) {
			t.Errorf("marks of %q are %q, want %q", row.text, got, row.marks)
		}
	}
}

func TestListen_showsTheWordsItWentBy(t *testing.T) {
	for _, row := range []struct {
		text string
		want []string
	}{
		{"Mum’s café. So you feel tired. What helps?", []string{"you feel", "What helps"}},
		{"\xff\xfeWhy did you go?", []string{"Why did you"}},
		{"É́ does it hurt", []string{"does it"}},
	} {
		var got []string
		for _, reason := range Listen(row.text).Because {
			got = append(got, cut(row.text, reason))
		}
		for _, want := range row.want {
			if !contains(got, want) {
				t.Errorf("reasons of %q cover %q, want %q among them", row.text, got, want)
			}
		}
	}
}

func contains(list []string, want string) bool {
	for _, each := range list {
		if each == want {
			return true
		}
	}
	return false
}

func TestListenLines_numbersPhysicalLines(t *testing.T) {
	lines := ListenLines("\ufeffWhat helps?\r\n\r\n  \nDo you sleep?\nmm \xff\r\n")
	var got []string
	for _, line := range lines {
		got = append(got, strings.Repeat("#", line.Line)+line.Text)
	}
	if want := []string{"#What helps?", "####Do you sleep?", "#####mm \xff"}; !reflect.DeepEqual(got, want) {
		t.Errorf("lines %q, want %q", got, want)
	}
	if first := lines[0].Because[0]; first.Start != 0 {
		t.Errorf("first reason starts at %d, want 0 once the byte-order mark is gone", first.Start)
	}
}

func TestListen_readsATranscriptsHabits(t *testing.T) {
	checkHeard(t, []heard{
		{"Worker: What would help?", QuestionOpen, false, FormOpen},
		{"[sighs] So you’re, you’re fed up with it (laughs).", QuestionNone, true, FormReflection},
		{"Wh- what was that like?", QuestionOpen, false, FormOpen},
		{"So you... What did you do?", QuestionOpen, false, FormOpen},
		{"Dr. Shah said no?", QuestionClosed, false, FormClosed},
	})
}

func TestCountForms_countsQuestionsAndReflectionsApart(t *testing.T) {
	var spoken []Utterance
	for _, text := range []string{"So you feel tired. What helps?", "Why did you stop?", "Do you sleep?", "You should rest.", "Mm."} {
		spoken = append(spoken, Listen(text))
	}
	counts := CountForms(spoken)
	want := Counts{}
	for _, form := range Forms() {
		want[form] = 0
	}
	want[FormOpen], want[FormClosed], want[FormReflection] = 2, 1, 1
	want[FormWhy], want[FormAdvice], want[FormOther] = 1, 1, 1
	if !reflect.DeepEqual(counts, want) {
		t.Errorf("counts %v, want %v", counts, want)
	}
}

func TestMeasureRatios_areNilWhereNothingIsBelowTheLine(t *testing.T) {
	none := MeasureRatios([]Utterance{Listen("Mm.")})
	if none.OpenShare != nil || none.ReflectionsToQuestions != nil || none.ComplexShare != nil {
		t.Errorf("ratios of silence %+v, want nil", none)
	}
	if none.ComplexStanding() != StandingUnknown || none.ReflectionStanding() != StandingUnknown || !none.TooFew() {
		t.Errorf("silence has a standing")
	}
	ratios := MeasureRatios([]Utterance{
		Listen("What helps?"), Listen("Do you sleep?"),
		Listen("Part of you wants to go and part of you wants to stay."), Listen("You went home."),
	})
	if *ratios.OpenShare != 0.5 || *ratios.ReflectionsToQuestions != 1 || *ratios.ComplexShare != 0.5 {
		t.Errorf("ratios %v %v %v, want 0.5, 1, 0.5", *ratios.OpenShare, *ratios.ReflectionsToQuestions, *ratios.ComplexShare)
	}
	if ratios.ReflectionStanding() != StandingFair || ratios.ComplexStanding() != StandingGood {
		t.Errorf("standings %s and %s, want fair and good", ratios.ReflectionStanding(), ratios.ComplexStanding())
	}
}

func TestFormTables_nameOnlyWhatExists(t *testing.T) {
	lists := append([][]formRule{questionRules, requestRules, midwayRules, tagRules, wholeRules, depthRules, asideRules}, statementRules()...)
	for _, list := range lists {
		for _, row := range list {
			steps := strings.Fields(row.pattern)
			if strings.HasSuffix(steps[0], "~") || steps[0] == "*" || steps[0] == "$" || steps[0] == "," {
				t.Errorf("%q does not begin with a word that must be there", row.pattern)
			}
			for _, step := range steps {
				checkStep(t, row.pattern, strings.Trim(step, "^~"))
			}
		}
	}
}

// checkStep holds that a step's classes exist and that no word of it is empty.
func checkStep(t *testing.T, pattern, step string) {
	t.Helper()
	for step != "" {
		if inside, isClass := strings.CutPrefix(step, "<"); isClass {
			names, rest, closed := strings.Cut(inside, ">")
			for _, name := range strings.Split(names, "|") {
				if classNames[name] == 0 || !closed {
					t.Errorf("%q names the class %q, which does not exist", pattern, name)
				}
			}
			step = strings.TrimPrefix(rest, "|")
			continue
		}
		word, rest, more := strings.Cut(step, "|")
		if word == "" || strings.ContainsAny(word, "<>~^") || more && rest == "" {
			t.Errorf("%q has a broken step", pattern)
		}
		step = rest
	}
}
