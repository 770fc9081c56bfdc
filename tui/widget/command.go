package widget

import "charm.land/bubbles/v2/key"

// command is one thing that keys do in an editor or a line. Help, footer and
// manual read the same table that the keys are found by.
type command struct {
	keys []string
	help string // the keys as a person reads them; empty where another row tells
	does string
	many bool // makes no sense in a single line
	run  func(*core) Result
}

// movement is a command that moves the cursor. Its shifted keys do the same
// and select.
type movement struct {
	keys, shifted []string
	help, does    string
	many          bool
	to            func(*core, position) position
	rows          func(*core) int // for moves by rows, in place of to
}

var movements = []movement{
	{keys: []string{"left", "ctrl+b"}, shifted: []string{"shift+left"}, help: helpArrows, does: doesMove, to: left},
	{keys: []string{"right", "ctrl+f"}, shifted: []string{"shift+right"}, to: right},
	{keys: []string{"up", "ctrl+p"}, shifted: []string{"shift+up"}, many: true, rows: func(*core) int { return -1 }},
	{keys: []string{"down", "ctrl+n"}, shifted: []string{"shift+down"}, many: true, rows: func(*core) int { return 1 }},
	{keys: []string{"ctrl+left", "alt+left", "alt+b"}, shifted: []string{"ctrl+shift+left", "alt+shift+left", "alt+shift+b"},
		help: helpWords, does: doesWords, to: wordLeft},
	{keys: []string{"ctrl+right", "alt+right", "alt+f"}, shifted: []string{"ctrl+shift+right", "alt+shift+right", "alt+shift+f"}, to: wordRight},
	{keys: []string{"ctrl+up", "alt+up"}, shifted: []string{"ctrl+shift+up", "alt+shift+up"},
		help: helpParagraphs, does: doesParagraphs, many: true, to: paragraphUp},
	{keys: []string{"ctrl+down", "alt+down"}, shifted: []string{"ctrl+shift+down", "alt+shift+down"}, many: true, to: paragraphDown},
	{keys: []string{"home"}, shifted: []string{"shift+home"}, help: helpRowEnds, does: doesRowEnds, to: rowHome},
	{keys: []string{"end", "ctrl+e"}, shifted: []string{"shift+end"}, to: rowLast},
	{keys: []string{"ctrl+home", "alt+<"}, shifted: []string{"ctrl+shift+home"}, help: helpTextEnds, does: doesTextEnds, to: documentStart},
	{keys: []string{"ctrl+end", "alt+>"}, shifted: []string{"ctrl+shift+end"}, to: documentEnd},
	{keys: []string{"pgup"}, shifted: []string{"shift+pgup"}, help: helpPages, does: doesPages, many: true,
		rows: func(c *core) int { return -c.page }},
	{keys: []string{"pgdown"}, shifted: []string{"shift+pgdown"}, many: true, rows: func(c *core) int { return c.page }},
}

var edits = []command{
	{keys: []string{"enter", "shift+enter", "alt+enter", "ctrl+j"}, help: helpEnter, does: doesEnter, many: true,
		run: func(c *core) Result { return c.typed("\n") }},
	{keys: []string{"backspace", "shift+backspace", "ctrl+h"}, help: helpErase, does: doesErase,
		run: func(c *core) Result { return c.erase(stepErased, left) }},
	{keys: []string{"delete"}, run: func(c *core) Result { return c.erase(stepOther, right) }},
	{keys: []string{"ctrl+w", "ctrl+backspace", "alt+backspace"}, help: helpEraseWord, does: doesEraseWord,
		run: func(c *core) Result { return c.erase(stepOther, wordLeft) }},
	{keys: []string{"ctrl+delete", "alt+delete", "alt+d"}, run: func(c *core) Result { return c.erase(stepOther, wordRight) }},
	{keys: []string{"ctrl+u"}, help: helpEraseRow, does: doesEraseRow,
		run: func(c *core) Result { return c.erase(stepOther, rowHome) }},
	{keys: []string{"ctrl+k"}, run: func(c *core) Result { return c.erase(stepOther, rowLast) }},
	{keys: []string{"ctrl+z"}, help: helpUndo, does: doesUndo, run: (*core).undo},
	{keys: []string{"ctrl+y", "ctrl+shift+z"}, help: helpRedo, does: doesRedo, run: (*core).redo},
	{keys: []string{"ctrl+a"}, help: helpSelectAll, does: doesSelectAll, run: (*core).selectAll},
	{keys: []string{"alt+c", "ctrl+insert", "ctrl+shift+c", "super+c"}, help: helpCopy, does: doesCopy, run: (*core).copyOut},
	{keys: []string{"ctrl+x", "shift+delete", "super+x"}, help: helpCut, does: doesCut, run: (*core).cut},
	{keys: []string{"ctrl+v", "shift+insert", "super+v"}, help: helpPaste, does: doesPaste,
		run: func(*core) Result { return Result{Handled: true, Paste: true} }},
}

// commands is every command in the order in which help shows them.
var commands = func() []command {
	var all []command
	for _, m := range movements {
		all = append(all, m.command(m.keys, false), m.command(m.shifted, true))
	}
	return append(all, edits...)
}()

// commandKeys finds a command by its keystroke.
var commandKeys = func() map[string]command {
	byKey := map[string]command{}
	for _, c := range commands {
		for _, k := range c.keys {
			byKey[k] = c
		}
	}
	return byKey
}()

func (m movement) command(keys []string, selecting bool) command {
	c := command{keys: keys, many: m.many}
	if !selecting {
		c.help, c.does = m.help, m.does
	}
	c.run = func(c *core) Result {
		if m.rows != nil {
			return c.vertical(m.rows(c), selecting)
		}
		p := m.to(c, c.sel.cursor)
		if c.sel.active && !selecting && len(keys[0]) <= len("right") {
			p = leaveSelection(c, keys[0], p)
		}
		c.moveTo(p, selecting)
		return Result{Handled: true}
	}
	return c
}

// leaveSelection puts the cursor at the end of the selection that the arrow
// points to, as editors do, instead of one character further.
func leaveSelection(c *core, arrow string, p position) position {
	from, to := c.sel.ordered()
	switch arrow {
	case "left":
		return from
	case "right":
		return to
	}
	return p
}

// bindings gives the commands as bindings with their help.
func bindings(single bool) []key.Binding {
	var list []key.Binding
	for _, c := range commands {
		if c.help == "" || single && c.many {
			continue
		}
		list = append(list, key.NewBinding(key.WithKeys(c.keys...), key.WithHelp(c.help, c.does)))
	}
	return append(list, key.NewBinding(key.WithKeys("shift+left", "shift+right"), key.WithHelp(helpSelect, doesSelect)))
}
