package language

import (
	"strconv"
	"strings"
	"testing"
)

// benchText lays labelled passages end to end: clean ones are ordinary reflection, the others hold a name, number or
// place in every dozen words.
func benchText(b *testing.B, words int, clean bool) string {
	b.Helper()
	var text strings.Builder
	for count := 0; count < words; {
		for _, passage := range readIdentifierPassages(b, "development.txt") {
			if clean && len(passage.labels) > 0 {
				continue
			}
			fields := strings.Fields(passage.text)
			fields = fields[:min(len(fields), words-count)]
			text.WriteString(strings.Join(fields, " ") + "\n\n")
			count += len(fields)
		}
	}
	return text.String()
}

func benchLengths(b *testing.B, clean bool, look func(string)) {
	for _, words := range []int{1_000, 10_000, 180_000} {
		text := benchText(b, words, clean)
		b.Run(strconv.Itoa(words)+"words", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				look(text)
			}
		})
	}
}

func BenchmarkIdentifiersInReflection(b *testing.B) {
	benchLengths(b, true, func(text string) { Identifiers(text, Roster{}) })
}

func BenchmarkIdentifiersInANameEveryDozenWords(b *testing.B) {
	benchLengths(b, false, func(text string) { Identifiers(text, Roster{}) })
}

func BenchmarkIdentifiersInOneParagraph(b *testing.B) {
	text := benchText(b, 10_000, false)
	for b.Loop() {
		IdentifiersAround(text, len(text)/2, Roster{})
	}
}

func BenchmarkWording(b *testing.B) {
	tables := builtInTables(b)
	benchLengths(b, false, func(text string) { Wording(text, tables) })
}

func BenchmarkReplace(b *testing.B) {
	text := benchText(b, 10_000, false)
	findings := Identifiers(text, Roster{})
	for b.Loop() {
		Replace(text, findings, NewKey())
	}
}
