package language

import (
	"os"
	"strings"
	"testing"
)

func TestSuggest_opensAClosedQuestionInItsOwnWords(t *testing.T) {
	for _, row := range []struct {
		text string
		want []string
	}{
		{"Do you have anyone you can talk to?", []string{"Tell me about who you can talk to.", "How are things with the people around you?"}},
		{"Do you have support?", []string{"What support do you have?", "Tell me about any support you have."}},
		{"Do you smoke at home?", []string{"Tell me about smoking at home.", "What is it like when you smoke at home?"}},
		{"Could you get there on the bus?", []string{"How could you get there on the bus?", "What would help you get there on the bus?"}},
		{"What time does he get home?", []string{"Tell me how that usually goes.", "What is that like for you?"}},
		{"Is there anything else?", []string{"What else?", "What have I missed?"}},
		{"So you want to stop, is that right?", []string{"You want to stop.", "What is that like for you?"}},
		{"Does that make sense?", []string{"What do you make of that?", "What have I missed?"}},
		{"On a scale of one to ten, how sure are you?", []string{"What makes it that number and not a lower one?", "What would need to happen for it to be a little higher?"}},
	} {
		checkOffers(t, row.text, row.want)
	}
}

func TestSuggest_givesAGentlerOpeningThanWhy(t *testing.T) {
	for _, row := range []struct {
		text string
		want []string
	}{
		{"Why did you go back?", []string{"What led you to go back?", "Help me understand how you came to go back."}},
		{"Why haven't you told anyone?", []string{"What has got in the way?", "Help me understand what has been happening."}},
		{"Why was he late?", []string{"What led to him being late?", "Help me understand what was behind that."}},
		{"Why?", []string{"What led to that?", "Help me understand what was behind that."}},
	} {
		checkOffers(t, row.text, row.want)
	}
}

func TestSuggest_framesAdviceAsAskOfferAsk(t *testing.T) {
	checkOffers(t, "So, um, you should talk to her.", []string{
		"What do you know, or what have you thought of, already?",
		"Would it be all right if I shared one idea? It would be to talk to her.",
		"What do you make of that?",
	})
	checkOffers(t, "If it's okay with you, you could try ringing first.", []string{"What do you make of that?"})
	checkOffers(t, "If it's okay with you, you could try ringing first. What do you think?", nil)
}

// TestSuggest_offersWhatItClaims holds that what is offered for a closed question or a "why" is an open question, or the
// statement that a tag was hung on, handed back; and that advice is offered only after leave is asked.
func TestSuggest_offersWhatItClaims(t *testing.T) {
	lines, err := os.ReadFile("testdata/suggest_from.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(lines)), "\n") {
		asked := Listen(line)
		offers := Suggest(asked)
		if len(offers) == 0 && !contains(asked.Marks, MarkPermissionAsked) && asked.Question == QuestionClosed {
			t.Errorf("nothing is offered for %q", line)
		}
		for _, offer := range offers {
			heard := Listen(offer.Text)
			offersIdea := strings.HasPrefix(offer.Text, suggestOffer)
			switch {
			case offersIdea && (heard.Form != FormClosed && heard.Form != FormAdvice || !contains(heard.Marks, MarkPermissionAsked)):
				t.Errorf("for %q: %q is %s, without asking leave", line, offer.Text, heard.Form)
			case offersIdea, heard.Question == QuestionOpen && heard.Form != FormMultiple && heard.Form != FormLeading:
			case contains(asked.Marks, MarkTag) && heard.Question == QuestionNone && heard.Reflection:
			default:
				t.Errorf("for %q: %q is %s, %s", line, offer.Text, heard.Question, heard.Form)
			}
		}
	}
}

func TestSuggest_leavesTheRestAlone(t *testing.T) {
	for _, text := range []string{"What helps?", "So you feel tired.", "Mm.", "Would it be all right if I asked about that?", ""} {
		checkOffers(t, text, nil)
	}
}

func checkOffers(t *testing.T, text string, want []string) {
	t.Helper()
	var got []string
	for _, offer := range Suggest(Listen(text)) {
		got = append(got, offer.Text)
		if offer.Because == "" {
			t.Errorf("suggestion %q gives no reason", offer.Text)
		}
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("suggestions for %q are\n%s\nwant\n%s", text, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSuggest_neverEchoesAVeryLongQuestionWhole(t *testing.T) {
	text := "Do you " + strings.Repeat("walk along the road and ", 2000) + "stop?"
	for _, offer := range Suggest(Listen(text)) {
		if len(offer.Text) > 600 {
			t.Errorf("suggestion of %d bytes", len(offer.Text))
		}
	}
}

func TestGerund_followsEnglishSpelling(t *testing.T) {
	for verb, want := range map[string]string{
		"smoke": "smoking", "stop": "stopping", "lie": "lying", "see": "seeing", "be": "being", "play": "playing",
		"sleep": "sleeping", "quit": "quitting", "forget": "forgetting", "eat": "eating", "show": "showing", "call": "calling",
	} {
		if got := gerund(verb); got != want {
			t.Errorf("gerund(%q) = %q, want %q", verb, got, want)
		}
	}
}
