package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Result is what an editor or line has to say about a message. The widget does
// no I/O: text for the clipboard goes up as a value and a wish to paste comes
// back down as a tea.PasteMsg.
type Result struct {
	Handled bool   // the key was the widget's own
	Changed bool   // the text is another one now
	Copied  string // text that was copied or cut, for the clipboard
	Paste   bool   // the person asked to paste; answer with a tea.PasteMsg
}

// core is the text, the selection and the history that Editor and Line share.
type core struct {
	doc      *document
	sel      selection
	goal     int // the column that up and down aim at; -1 where none
	page     int // rows that page up and page down move by
	history  history
	revision int
	single   bool // one line: line ends become blanks
	secret   bool // masked: nothing is copied out, nothing kept for undo
}

// noGoal means that the next move up or down starts from where the cursor is.
const noGoal = -1

func newCore(width int) core {
	return core{doc: newDocument("", width), goal: noGoal, page: 1}
}

// Value is the whole text as it was typed, pasted or set, line ends as LF.
func (c *core) Value() string { return c.doc.value() }

// Length is the number of code points, line ends included; of bytes that are
// no UTF-8, those that could start one. It costs nothing to ask.
func (c *core) Length() int { return c.doc.length }

// Revision grows with every change of the text, undo and SetValue included.
func (c *core) Revision() int { return c.revision }

// IsEmpty reports whether there is no text at all.
func (c *core) IsEmpty() bool { return c.doc.isEmpty() }

// SetValue replaces the text, forgets the history and puts the cursor after
// the last character. CRLF and CR become LF; all else is kept byte by byte.
func (c *core) SetValue(text string) {
	c.doc.set(c.oneLine(text))
	c.history = history{off: c.secret}
	c.sel = selection{cursor: c.doc.end()}
	c.goal = noGoal
	c.revision++
}

// Forget drops the text and everything that was kept of it.
func (c *core) Forget() { c.SetValue("") }

// ToStart puts the cursor before the first character, ToEnd after the last.
func (c *core) ToStart() { c.moveTo(position{}, false) }

// ToEnd puts the cursor after the last character.
func (c *core) ToEnd() { c.moveTo(c.doc.end(), false) }

// Selected is the selected text, empty where there is none or it is a secret.
func (c *core) Selected() string {
	if c.secret || !c.sel.active {
		return ""
	}
	from, to := c.sel.ordered()
	return c.doc.text(from, to)
}

// CanUndo reports whether a change can be taken back.
func (c *core) CanUndo() bool { return c.history.done > 0 }

// CanRedo reports whether a change was taken back and can be made again.
func (c *core) CanRedo() bool { return c.history.done < len(c.history.steps) }

// Insert puts text at the cursor, in place of what is selected, as one step
// that undo takes back whole.
func (c *core) Insert(text string) Result {
	text = c.oneLine(normaliseLineEnds(text))
	if text == "" {
		return Result{Handled: true}
	}
	c.history.seal()
	c.change(stepOther, text)
	c.history.seal()
	return Result{Handled: true, Changed: true}
}

// update handles a key or a paste by the table of commands.
func (c *core) update(msg tea.Msg) Result {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return c.Insert(Pasted(msg))
	case tea.KeyPressMsg:
		if command, found := commandKeys[strokeOf(msg)]; found {
			if c.single && command.many {
				return Result{}
			}
			return command.run(c)
		}
		if msg.Text != "" {
			return c.typed(msg.Text)
		}
	}
	return Result{}
}

// strokeOf names a key that is no plain text, "" for text: an input method may
// well commit the word "home".
func strokeOf(press tea.KeyPressMsg) string {
	const commanding = tea.ModCtrl | tea.ModAlt | tea.ModMeta | tea.ModHyper | tea.ModSuper
	if press.Text != "" && press.Mod&commanding == 0 {
		return ""
	}
	return press.Keystroke()
}

func (c *core) typed(text string) Result {
	text = c.oneLine(normaliseLineEnds(text))
	kind := stepTyped
	if c.sel.active || strings.ContainsRune(text, '\n') {
		kind = stepOther
	}
	c.change(kind, text)
	return Result{Handled: true, Changed: true}
}

// oneLine makes one line of a text for a single line, without the line end
// that a copied line brings along.
func (c *core) oneLine(text string) string {
	if !c.single || !strings.ContainsAny(text, "\r\n") {
		return text
	}
	text = strings.TrimSuffix(normaliseLineEnds(text), "\n")
	return strings.ReplaceAll(text, "\n", " ")
}

// change replaces the selection by text.
func (c *core) change(kind stepKind, text string) {
	from, to := c.sel.ordered()
	c.replace(kind, from, to, text)
}

// replace is the one way by which the text changes, undo and redo apart.
func (c *core) replace(kind stepKind, from, to position, text string) {
	s := step{kind: kind, from: from, inserted: text, before: c.sel}
	if from != to && !c.history.off {
		s.removed = c.doc.text(from, to)
	}
	end := c.doc.replace(from, to, text)
	c.sel = selection{cursor: c.doc.snap(end)}
	s.after = c.sel
	c.history.add(s)
	c.goal = noGoal
	c.revision++
}

func (c *core) undo() Result {
	if !c.CanUndo() {
		return Result{Handled: true}
	}
	c.history.seal()
	c.history.done--
	s := c.history.steps[c.history.done]
	c.doc.replace(s.from, advance(s.from, s.inserted), s.removed)
	c.restore(s.before)
	return Result{Handled: true, Changed: true}
}

func (c *core) redo() Result {
	if !c.CanRedo() {
		return Result{Handled: true}
	}
	s := c.history.steps[c.history.done]
	c.history.done++
	c.doc.replace(s.from, advance(s.from, s.removed), s.inserted)
	c.restore(s.after)
	return Result{Handled: true, Changed: true}
}

func (c *core) restore(s selection) {
	s.cursor, s.mark = c.doc.snap(s.cursor), c.doc.snap(s.mark)
	c.sel, c.goal = s, noGoal
	c.revision++
}

// erase deletes the selection, or up to where reach leads from the cursor.
func (c *core) erase(kind stepKind, reach func(*core, position) position) Result {
	if c.sel.active {
		c.change(stepOther, "")
		return Result{Handled: true, Changed: true}
	}
	from, to := c.sel.cursor, reach(c, c.sel.cursor)
	if from == to {
		return Result{Handled: true}
	}
	if to.before(from) {
		from, to = to, from
	}
	c.replace(kind, from, to, "")
	return Result{Handled: true, Changed: true}
}

func (c *core) copyOut() Result {
	return Result{Handled: true, Copied: c.Selected()}
}

// cut hands the selection up and deletes it. A secret is neither: cutting what
// cannot be pasted again would only lose it.
func (c *core) cut() Result {
	text := c.Selected()
	if text == "" {
		return Result{Handled: true}
	}
	c.change(stepOther, "")
	return Result{Handled: true, Changed: true, Copied: text}
}

func (c *core) selectAll() Result {
	c.history.seal()
	c.sel = selection{cursor: c.doc.end(), active: !c.doc.isEmpty()}
	c.goal = noGoal
	return Result{Handled: true}
}

// moveTo puts the cursor somewhere, drawing the selection along or dropping it.
func (c *core) moveTo(p position, selecting bool) {
	c.history.seal()
	mark := c.sel.cursor
	if c.sel.active {
		mark = c.sel.mark
	}
	c.sel = selection{cursor: p}
	if selecting && mark != p {
		c.sel.mark, c.sel.active = mark, true
	}
	c.goal = noGoal
}
