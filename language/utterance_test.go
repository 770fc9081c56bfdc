package language

import (
	"strings"
	"testing"
)

func TestSuggest_opensAClosedQuestionInItsOwnWords(t *testing.T) {
	for _, row := range []struct {
		text string
		want []string
	}{
		{"Do you have anyone you can talk to?", []string{"Tell me about who you can talk to.", "Who are the people you can talk to?"}},
		{"Do you have support?", []string{"What support do you have?", "Tell me about the support you have."}},
		{"Do you smoke at home?", []string{"Tell me about smoking at home.", "What is it like when you smoke at home?", "What part does smoking at home play for you?"}},
		{"Could you get there on the bus?", []string{"How could you get there on the bus?", "What would help you get there on the bus?"}},
		{"What time does he get home?", []string{"Tell me about what time he gets home.", "What is that like for you?"}},
		{"Is there anything else?", []string{"What else?", "Tell me what else there is."}},
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
		{"Why haven't you told anyone?", []string{"What has got in the way?", "Help me understand how it came about that you have not told anyone."}},
		{"Why was he late?", []string{"What led to him being late?", "Help me understand how it came about that he was late."}},
		{"Why?", []string{"What led to that?", "Help me understand what was behind that."}},
	} {
		checkOffers(t, row.text, row.want)
	}
}

func TestSuggest_framesAdviceAsAskOfferAsk(t *testing.T) {
	checkOffers(t, "So, um, you should talk to her.", []string{
		"What do you know, or what have you thought of, already?",
		"Would it be all right if I shared one idea? You should talk to her.",
		"What do you make of that?",
	})
	checkOffers(t, "If it's okay with you, you could try ringing first.", []string{"What do you make of that?"})
	checkOffers(t, "If it's okay with you, you could try ringing first. What do you think?", nil)
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
