package widget

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

// chunks reads as a terminal does: a part of any length at a time.
type chunks struct {
	rest  []byte
	sizes func() int
}

func (c *chunks) Read(p []byte) (int, error) {
	if len(c.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(p, c.rest[:min(len(c.rest), max(1, c.sizes()))])
	c.rest = c.rest[n:]
	return n, nil
}

func TestGuardPastes_givesEveryPasteBackAsItWasCopied(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pasted := someText(t, "pasted", 20) + string(rapid.SliceOfN(rapid.Byte(), 0, 8).Draw(t, "bytes")) + rapid.SampledFrom([]string{"", "\ufffd", "\U0010ff41", "\x1b[20", "\x1b"}).Draw(t, "end")
		if strings.Contains(pasted, "\x1b[201~") || strings.HasSuffix(pasted, "\x1b[201") {
			t.Skip("a paste cannot hold its own end")
		}
		before, after := someText(t, "before", 5), someText(t, "after", 5)
		input := before + string(pasteStart) + pasted + string(pasteEnd) + after
		in := &chunks{rest: []byte(input), sizes: func() int { return rapid.IntRange(1, 40).Draw(t, "chunk") }}
		got, err := io.ReadAll(GuardPastes(in))
		if err != nil {
			t.Fatal(err)
		}
		rest, found := strings.CutPrefix(string(got), before+string(pasteStart))
		if !found {
			t.Fatalf("keys before the paste became %q", got)
		}
		inside, found := strings.CutSuffix(rest, string(pasteEnd)+after)
		if !found {
			t.Fatalf("keys after the paste became %q", got)
		}
		if !utf8.ValidString(inside) || strings.ContainsAny(inside, "\x1b\ufffd") {
			t.Fatalf("the framework would lose a part of %q", inside)
		}
		if back := Pasted(tea.PasteMsg{Content: inside}); back != pasted {
			t.Fatalf("%q came back as %q", pasted, back)
		}
	})
}

func TestGuardPastes_keepsNothingBackThatIsReady(t *testing.T) {
	// As many bytes as a terminal has are read at once, and all of them fit.
	input := bytes.Repeat([]byte{0xff}, 2000)
	guard := &pasteGuard{in: bytes.NewReader(input), inside: true}
	buffer := make([]byte, 4096)
	for {
		n, err := guard.Read(buffer)
		if len(guard.ready) > 0 {
			t.Fatalf("%d bytes are kept back after %d were read", len(guard.ready), n)
		}
		if err != nil {
			break
		}
	}
}

func TestGuardPastes_letsALoneEscapeThroughAtOnce(t *testing.T) {
	guard := GuardPastes(iotest.OneByteReader(strings.NewReader("\x1b[2x\x1b\x1b[200~a")))
	buffer := make([]byte, 100)
	for _, want := range "\x1b[2x\x1b\x1b[200~a" {
		n, err := guard.Read(buffer)
		if err != nil || string(buffer[:n]) != string(want) {
			t.Fatalf("read %q, %v; want %q", buffer[:n], err, want)
		}
	}
}
