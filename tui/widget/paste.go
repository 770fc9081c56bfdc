package widget

import (
	"bytes"
	"io"
	"runtime"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// The framework reads what is between the marks of a bracketed paste as keys
// and puts the text together again, without escape sequences, bytes that are
// no UTF-8 and U+FFFD. GuardPastes writes such bytes as private characters on
// their way in and Pasted makes them bytes again, so that a paste arrives as
// it was copied.

// The private characters: guardBase plus the byte. They are at the very end of
// plane 16, and are themselves guarded where somebody really pastes them.
const (
	guardBase = 0x10ff00
	guardTop  = 0x10ffff
)

var (
	pasteStart = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
)

// terminalFile is what the framework wants to see of a terminal.
type terminalFile interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

// GuardPastes wraps the program's input, for tea.WithInput. What is not within
// a paste goes through untouched and without delay. On Windows, where the
// console hands over key events and not bytes, the input is given back as it
// is.
func GuardPastes(in io.Reader) io.Reader {
	if runtime.GOOS == "windows" || in == nil {
		return in
	}
	if file, isFile := in.(terminalFile); isFile {
		return &guardedFile{terminalFile: file, guard: pasteGuard{in: file}}
	}
	return &pasteGuard{in: in}
}

// Pasted gives the text of a paste as it was copied. Every widget does this by
// itself; a screen that takes a paste without one calls it.
func Pasted(msg tea.PasteMsg) string {
	text := msg.Content
	if !strings.Contains(text, "\xf4\x8f\xbc") && !strings.Contains(text, "\xf4\x8f\xbd") &&
		!strings.Contains(text, "\xf4\x8f\xbe") && !strings.Contains(text, "\xf4\x8f\xbf") {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isGuard(r) {
			out.WriteByte(byte(r - guardBase))
		} else {
			out.WriteString(text[i : i+size])
		}
		i += size
	}
	return out.String()
}

func isGuard(r rune) bool { return r >= guardBase && r <= guardTop }

// guardedFile is a terminal whose reads are guarded.
type guardedFile struct {
	terminalFile
	guard pasteGuard
}

func (f *guardedFile) Read(p []byte) (int, error) { return f.guard.Read(p) }

// pasteGuard is the reader. Whoever reads from a terminal waits for it to be
// readable first, so nothing that is ready may be kept back: it reads only as
// much as fits when every byte grows to four.
type pasteGuard struct {
	in      io.Reader
	inside  bool
	matched int    // bytes of pasteStart that have just gone by
	held    []byte // the beginning of pasteEnd or of a character
	ready   []byte // only where the caller's buffer is tiny
	err     error
}

// growth is what one byte may become, and slack is for the bytes held.
const (
	growth = utf8.UTFMax
	slack  = 32
)

func (g *pasteGuard) Read(p []byte) (int, error) {
	for len(g.ready) == 0 && g.err == nil {
		raw := make([]byte, max(1, (len(p)-slack)/growth))
		n, err := g.in.Read(raw)
		g.ready = g.take(g.ready, raw[:n])
		if err != nil {
			// What is held can become nothing else now.
			for _, b := range g.held {
				g.ready = appendGuard(g.ready, b)
			}
			g.held, g.err = nil, err
		}
		if n == 0 && err == nil {
			return 0, nil
		}
	}
	n := copy(p, g.ready)
	g.ready = g.ready[n:]
	if n == 0 {
		return 0, g.err
	}
	return n, nil
}

// take appends what raw becomes.
func (g *pasteGuard) take(out, raw []byte) []byte {
	data := append(g.held, raw...)
	g.held = nil
	for len(data) > 0 {
		if !g.inside {
			out = append(out, data[0])
			g.outside(data[0])
			data = data[1:]
			continue
		}
		n := g.within(&out, data)
		if n == 0 {
			g.held = bytes.Clone(data)
			break
		}
		data = data[n:]
	}
	return out
}

// outside watches for the mark that starts a paste.
func (g *pasteGuard) outside(b byte) {
	switch b {
	case pasteStart[g.matched]:
		g.matched++
	case pasteStart[0]:
		g.matched = 1
	default:
		g.matched = 0
	}
	if g.matched == len(pasteStart) {
		g.inside, g.matched = true, 0
	}
}

// within takes one character of a paste, or its end mark, and gives how many
// bytes it was; 0 where the rest has yet to arrive.
func (g *pasteGuard) within(out *[]byte, data []byte) int {
	if bytes.HasPrefix(data, pasteEnd) {
		*out = append(*out, pasteEnd...)
		g.inside = false
		return len(pasteEnd)
	}
	if bytes.HasPrefix(pasteEnd, data) || !utf8.FullRune(data) {
		return 0
	}
	r, size := utf8.DecodeRune(data)
	if r == '\x1b' || r == utf8.RuneError || r >= 0x80 && r < 0xa0 || isGuard(r) {
		for _, b := range data[:size] {
			*out = appendGuard(*out, b)
		}
		return size
	}
	*out = append(*out, data[:size]...)
	return size
}

func appendGuard(out []byte, b byte) []byte { return utf8.AppendRune(out, guardBase+rune(b)) }
