package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// historyBytes bounds what undo keeps. The oldest steps go first and the
// newest always stays, however long: what was just deleted can come back.
const historyBytes = 8 << 20

// stepOverhead is roughly what a step costs besides its texts.
const stepOverhead = 128

type stepKind int

const (
	stepOther stepKind = iota
	stepTyped
	stepErased
)

// step is one undoable change: at from, removed gave way to inserted.
type step struct {
	kind              stepKind
	from              position
	removed, inserted string
	before, after     selection
	sealed            bool // nothing more is joined to it
}

// selection is the cursor and, where text is selected, its other end.
type selection struct {
	cursor, mark position
	active       bool
}

// ordered gives the ends of the selection in the order of the text.
func (s selection) ordered() (from, to position) {
	if !s.active {
		return s.cursor, s.cursor
	}
	if s.mark.before(s.cursor) {
		return s.mark, s.cursor
	}
	return s.cursor, s.mark
}

type history struct {
	steps []step
	done  int // steps[:done] are applied, the rest can be redone
	bytes int
	off   bool // keep nothing, for secrets
}

// add records a change, joined to the last one where it carries on the same
// word.
func (h *history) add(s step) {
	if h.off {
		return
	}
	for _, gone := range h.steps[h.done:] {
		h.bytes -= gone.size()
	}
	clear(h.steps[h.done:])
	h.steps = h.steps[:h.done]
	if last := h.last(); last != nil && last.join(s) {
		h.bytes += len(s.removed) + len(s.inserted)
		return
	}
	h.steps = append(h.steps, s)
	h.done++
	h.bytes += s.size()
	drop := 0
	for h.bytes > historyBytes && drop < len(h.steps)-1 {
		h.bytes -= h.steps[drop].size()
		drop++
	}
	if drop > 0 {
		kept := append([]step(nil), h.steps[drop:]...)
		clear(h.steps)
		h.steps = kept
		h.done -= drop
	}
}

func (h *history) last() *step {
	if h.done == 0 {
		return nil
	}
	return &h.steps[h.done-1]
}

// seal ends the joining, because the cursor went elsewhere.
func (h *history) seal() {
	if last := h.last(); last != nil {
		last.sealed = true
	}
}

func (s *step) size() int { return stepOverhead + len(s.removed) + len(s.inserted) }

// join takes s into the step where it goes on typing or erasing in the same
// place, up to the end of a word and its blanks.
func (s *step) join(next step) bool {
	if s.sealed || s.kind != next.kind || s.kind == stepOther {
		return false
	}
	if strings.ContainsRune(s.inserted+s.removed, '\n') || strings.ContainsRune(next.inserted+next.removed, '\n') {
		return false
	}
	if s.kind == stepTyped {
		if next.removed != "" || next.from != (position{s.from.paragraph, s.from.offset + len(s.inserted)}) {
			return false
		}
		if endsInBlank(s.inserted) && !startsWithBlank(next.inserted) {
			return false
		}
		s.inserted += next.inserted
		s.after = next.after
		return true
	}
	if next.from.paragraph != s.from.paragraph || next.from.offset+len(next.removed) != s.from.offset {
		return false
	}
	if startsWithBlank(s.removed) && !startsWithBlank(next.removed) {
		return false
	}
	s.from, s.removed, s.after = next.from, next.removed+s.removed, next.after
	return true
}

func endsInBlank(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

func startsWithBlank(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// advance gives the position after text that starts at from.
func advance(from position, text string) position {
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		return position{from.paragraph + strings.Count(text, "\n"), len(text) - i - 1}
	}
	return position{from.paragraph, from.offset + len(text)}
}
