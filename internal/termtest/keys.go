package termtest

import "strings"

// The bytes that a terminal sends for keys that are no characters, by the
// names that the programs use for them.
var keyBytes = map[string]string{
	"enter": "\r", "tab": "\t", "esc": "\x1b", "space": " ", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
	"insert": "\x1b[2~", "delete": "\x1b[3~", "shift+tab": "\x1b[Z",
	"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~",
	"f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~", "f11": "\x1b[23~", "f12": "\x1b[24~",
}

// modified are the keys whose sequence takes a modifier, and its last byte.
var modified = map[string]string{
	"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F",
}

// modifiers are the numbers that xterm puts into the sequence.
var modifiers = map[string]string{
	"shift": "2", "alt": "3", "alt+shift": "4", "ctrl": "5", "ctrl+shift": "6", "ctrl+alt": "7",
}

// Key gives the bytes for a key by name: "enter", "ctrl+c", "alt+b",
// "shift+left", "ctrl+end", "f1". A name it does not know is text, sent as it
// stands.
func Key(name string) string {
	if bytes, found := keyBytes[name]; found {
		return bytes
	}
	i := strings.LastIndexByte(name, '+')
	if i <= 0 || i == len(name)-1 {
		return name
	}
	modifier, key := name[:i], name[i+1:]
	if last, found := modified[key]; found && modifiers[modifier] != "" {
		return "\x1b[1;" + modifiers[modifier] + last
	}
	switch {
	case modifier == "ctrl" && len(key) == 1 && key[0] >= 'a' && key[0] <= 'z':
		return string(key[0] - 'a' + 1)
	case modifier == "alt" && Key(key) != "":
		return "\x1b" + Key(key)
	}
	return name
}

// paste wraps text as a terminal does in bracketed paste mode.
func paste(text string) string { return "\x1b[200~" + text + "\x1b[201~" }
