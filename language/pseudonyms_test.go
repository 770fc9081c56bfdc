package language

import (
	"encoding/json"
	"testing"
)

func TestReplace_givesOnePersonOnePseudonym(t *testing.T) {
	text := "Mum Sarah Khan rang. sarah said that Kasia (7) and Sarah's nan were out. Ring 07700 900123 or 07700900123."
	want := "Mum Parent 1 rang. Parent 1 said that Child A ([age 1: 5 to 9]) and Parent 1's nan were out. Ring [phone 1] or [phone 1]."
	if got := Replace(text, Identifiers(text, Roster{}), NewKey()); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestReplace_agreesWithTheReplacementsThatAreListed(t *testing.T) {
	text := "Tariq told Olena that Tariq's school, Oakfield Primary, is in Leeds."
	findings := Identifiers(text, Roster{})
	key := NewKey()
	Replace(text, findings, key)
	for _, f := range findings {
		if got := key.Assign(f); got != f.Replacement {
			t.Errorf("%q: the key says %q, the finding %q", f.Text, got, f.Replacement)
		}
	}
}

func TestReplace_keepsPseudonymsAcrossTextsAndStorage(t *testing.T) {
	key := NewKey()
	first := "I met Tariq and his brother Imran."
	Replace(first, Identifiers(first, Roster{}), key)
	stored, err := json.Marshal(key)
	if err != nil {
		t.Fatal(err)
	}
	back := NewKey()
	if err := json.Unmarshal(stored, back); err != nil {
		t.Fatal(err)
	}
	second := "Then Imran rang about Tariq, and Olena came."
	got := Replace(second, Identifiers(second, Roster{}), back)
	if want := "Then Person B rang about Person A, and Person C came."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if restored := Restore(got, back); restored != second {
		t.Errorf("restored %q, want %q", restored, second)
	}
}

func TestReplace_givesNobodyAPseudonymThatTheWriterUses(t *testing.T) {
	text := "Person A and Child A met Tariq and Olena."
	if got, want := Replace(text, Identifiers(text, Roster{}), NewKey()), "Person A and Child A met Person B and Person C."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReplace_leavesAloneWhatHasMoved(t *testing.T) {
	findings := Identifiers("Sarah rang.", Roster{})
	if got := Replace("So Sarah rang.", findings, NewKey()); got != "So Sarah rang." {
		t.Errorf("got %q", got)
	}
	if got := Replace("Sarah rang.", append(findings, findings...), NewKey()); got != "Person A rang." {
		t.Errorf("listed twice: got %q", got)
	}
}

func TestKey_tellsApartPeopleOfOneName(t *testing.T) {
	text := "Sarah Khan met Sarah Jones. Sarah Khan left."
	if got, want := Replace(text, Identifiers(text, Roster{}), NewKey()), "Person A met Person B. Person A left."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestKey_countsOnAfterZ(t *testing.T) {
	for n, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 703: "AAA"} {
		if got := pseudonymLetters(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestRestore_isTheWayBack(t *testing.T) {
	for _, name := range []string{"development.txt", "heldout.txt"} {
		for _, passage := range readIdentifierPassages(t, name) {
			key := NewKey()
			findings := Identifiers(passage.text, Roster{})
			replaced := Replace(passage.text, findings, key)
			if oneForm(key) && Restore(replaced, key) != passage.text {
				t.Errorf("restored %q, want %q", Restore(replaced, key), passage.text)
			}
		}
	}
}

// oneForm says whether everything in a key was written in one way, so that the way back is exact.
func oneForm(key *Key) bool {
	for _, entry := range key.Entries {
		if len(entry.Forms) != 1 {
			return false
		}
	}
	return true
}

func TestAgeBand_readsFiguresAndWords(t *testing.T) {
	for form, want := range map[string]string{
		"7": ": 5 to 9", "aged twenty three": ": 18 to 24", "6 months old": ": under 1", "22 months old": ": 1 to 4",
		"3 weeks old": ": under 1", "14yo": ": 14 to 17", "81": ": 80 or over", "aged": "",
	} {
		if got := ageBand(IdentifierAge, form); got != want {
			t.Errorf("%q: %q, want %q", form, got, want)
		}
	}
}
