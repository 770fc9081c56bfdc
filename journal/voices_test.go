package journal

import (
	"reflect"
	"strings"
	"testing"
)

func someVoices() Voices {
	return Voices{
		Table: []Voice{
			{ID: "child", Label: "The child", Kind: VoiceChild, Ask: "What has the child shown?"},
			{ID: "mother", Label: "Mother", Kind: VoiceMother, Ask: "What does she say?"},
			{ID: "father", Label: "Father", Kind: VoiceFather, Ask: "Who has asked him?"},
			{ID: "wider-family", Label: "Wider family", Kind: VoiceFamily, Ask: "What do they say?"},
			{ID: "school", Label: "School", Kind: VoiceAgency, Ask: "What do they see?"},
			{ID: "health", Label: "Health", Kind: VoiceAgency, Ask: "What do they know?"},
			{ID: "police", Label: "Police", Kind: VoiceAgency, Ask: "What do they hold?"},
		},
		Safety: "Could getting in touch with them put anyone at risk?",
		Before: []string{"Check first with the parent who is not causing harm, alone and safely."},
		Absent: "Not heard yet: {voices}.",
	}
}

func TestCheckVoices_tellsHearingFromAssuming(t *testing.T) {
	r := Reflection{Evidence: []Evidence{
		{ID: "E1", Text: "a", Voice: "child", How: HowSeen, When: "2026-11-03"},
		{ID: "E2", Text: "b", Voice: "child", How: HowRead, When: "2026-10-01", Whose: "class teacher"},
		{ID: "E3", Text: "c", Voice: "father", Sort: SortAssumption},
		{ID: "E4", Text: " ", Voice: "mother"},
	}}
	check := CheckVoices(&r, someVoices())
	if len(check.Heard) != 1 || check.Heard[0].Voice.ID != "child" {
		t.Fatalf("heard %v", check.Heard)
	}
	want := Heard{Voice: someVoices().Table[0], FirstHand: 1, Refs: []string{"E1", "E2"}, Whose: []string{"class teacher"}, Latest: "2026-11-03"}
	if !reflect.DeepEqual(check.Heard[0], want) {
		t.Errorf("heard %+v, want %+v", check.Heard[0], want)
	}
	if len(check.Assumed) != 1 || check.Assumed[0].ID != "father" {
		t.Errorf("assumed %v", check.Assumed)
	}
	if len(check.Absent) != 5 || check.Absent[0].ID != "mother" {
		t.Errorf("absent %v", check.Absent)
	}
}

func TestVoiceCheck_asksAboutSafetyBeforeAnyContact(t *testing.T) {
	voices := someVoices()
	lines := CheckVoices(&Reflection{}, voices).Ask(voices)
	safety, question := -1, -1
	for i, line := range lines {
		if line == voices.Safety {
			safety = i
		}
		if question < 0 && strings.HasSuffix(line, "?") && line != voices.Safety {
			question = i
		}
	}
	if safety != 1 || question < safety {
		t.Errorf("asked in this order: %q", lines)
	}
	if lines[2] != voices.Before[0] {
		t.Errorf("what comes before contact is not said: %q", lines)
	}
}

func TestVoiceCheck_suggestsNobodyWithoutTheWordsOfSafety(t *testing.T) {
	voices := someVoices()
	voices.Safety = " "
	if lines := CheckVoices(&Reflection{}, voices).Ask(voices); lines != nil {
		t.Errorf("asked %q", lines)
	}
	all := Reflection{}
	for _, voice := range someVoices().Table {
		all.Evidence = append(all.Evidence, Evidence{ID: "E", Text: "x", Voice: voice.ID})
	}
	if lines := CheckVoices(&all, someVoices()).Ask(someVoices()); lines != nil {
		t.Errorf("everyone was heard, and still asked %q", lines)
	}
}

func TestVoicesOf_takesTheVoicesAWalkOffers(t *testing.T) {
	w := Walk{Steps: []Step{{ID: "a"}, {ID: "evidence", Collects: []Collect{{Of: EvidenceItems, Offers: []Offer{{ID: "child", Label: "The child", Text: "What?"}}}}}}}
	got := VoicesOf(&w, map[string]Voice{"child": {Kind: VoiceChild}})
	if want := []Voice{{ID: "child", Label: "The child", Kind: VoiceChild, Ask: "What?"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	voices := Voices{Table: got}
	if voices.Label("child") != "The child" || voices.Label("Gran") != "Gran" {
		t.Error("labels")
	}
}
