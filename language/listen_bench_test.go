package language

import (
	"strings"
	"testing"
)

// benchUtterance is a spoken turn of ordinary length.
const benchUtterance = "Okay. Um, and so what I hear is that you've been trying to keep the mornings calm, " +
	"and it's been hard since your mum went back to work. What would help most right now?"

// BenchmarkListen holds the budget of 50 microseconds an utterance.
func BenchmarkListen(b *testing.B) {
	Listen(benchUtterance)
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		Listen(benchUtterance)
	}
}

// BenchmarkListen_labelled is the mean over the labelled utterances.
func BenchmarkListen_labelled(b *testing.B) {
	rows := readLabelled(b, "testdata/utterances_rules.tsv")
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		Listen(rows[i%len(rows)].text)
	}
}

// BenchmarkListen_long shows that the time taken grows in step with the length:
// ns/byte stays the same from a turn to a megabyte in one breath.
func BenchmarkListen_long(b *testing.B) {
	unmarked := strings.NewReplacer(".", "", ",", "", "?", "").Replace(strings.ToLower(benchUtterance))
	for _, shape := range []struct{ name, turn string }{{"marked", benchUtterance}, {"unmarked", unmarked}, {"when", "when you if so and "}} {
		for _, size := range []struct {
			name  string
			bytes int
		}{{"1KB", 1 << 10}, {"32KB", 32 << 10}, {"1MB", 1 << 20}} {
			text := strings.Repeat(shape.turn+" ", size.bytes/len(shape.turn)+1)[:size.bytes]
			b.Run(shape.name+"/"+size.name, func(b *testing.B) {
				b.SetBytes(int64(size.bytes))
				for b.Loop() {
					Listen(text)
				}
			})
		}
	}
}
