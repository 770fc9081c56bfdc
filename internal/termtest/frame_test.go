package termtest

import "testing"

func TestCheck_refusesWhatATerminalWouldNotShowAsText(t *testing.T) {
	for name, f := range map[string]Frame{
		"a line too wide":          {Content: "abcdef", Width: 5, Height: 1},
		"wide by code points only": {Content: "\U0001f469\u200d\U0001f467", Width: 3, Height: 1},
		"a line too many":          {Content: "a\nb", Width: 5, Height: 1},
		"a cursor outside":         {Content: "a", Width: 5, Height: 1, Cursor: true, X: 5},
		"a cursor below":           {Content: "a", Width: 5, Height: 1, Cursor: true, Y: 1},
		"a title sequence":         {Content: "\x1b]0;x\a", Width: 5, Height: 1},
		"a cursor sequence":        {Content: "\x1b[2Ja", Width: 5, Height: 1},
		"a lone escape":            {Content: "a\x1b", Width: 5, Height: 1},
		"a tab":                    {Content: "a\tb", Width: 9, Height: 1},
		"a C1 control":             {Content: "a\u009bb", Width: 9, Height: 1},
		"a reordering control":     {Content: "a\u202eb", Width: 9, Height: 1},
		"no UTF-8":                 {Content: "a\xffb", Width: 9, Height: 1},
		"an invisible character":   {Content: "a\u200bb", Width: 9, Height: 1},
	} {
		if Check(f) == nil {
			t.Errorf("%s passes", name)
		}
	}
}

func TestCheck_takesTextAndColour(t *testing.T) {
	f := Frame{Content: "\x1b[1;38;2;1;2;3mab\x1b[m 本\ne\u0301 ü", Width: 5, Height: 2, Cursor: true, X: 4, Y: 1}
	if err := Check(f); err != nil {
		t.Error(err)
	}
	if got, want := Text(f), "ab 本\ne\u0301 ü\n-- cursor 4,1\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestKey_givesWhatTerminalsSend(t *testing.T) {
	for name, want := range map[string]string{
		"enter": "\r", "ctrl+a": "\x01", "ctrl+z": "\x1a", "alt+b": "\x1bb", "ctrl+left": "\x1b[1;5D",
		"shift+end": "\x1b[1;2F", "ctrl+shift+home": "\x1b[1;6H", "pgdown": "\x1b[6~", "a": "a", "+": "+", "word": "word",
		"alt+backspace": "\x1b\x7f",
	} {
		if got := Key(name); got != want {
			t.Errorf("Key(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestCompleteUTF8_holdsBackWhatHasNotArrived(t *testing.T) {
	for _, text := range []string{"é", "→", "\U0001f469", "abc→"} {
		for cut := range len(text) + 1 {
			whole, rest := completeUTF8([]byte(text[:cut]))
			if string(whole)+string(rest) != text[:cut] {
				t.Errorf("%q cut at %d lost bytes", text, cut)
			}
			again, left := completeUTF8(append(rest, text[cut:]...))
			if string(whole)+string(again) != text || len(left) != 0 {
				t.Errorf("%q cut at %d gives %q and %q", text, cut, whole, again)
			}
		}
	}
}

func TestDifference_namesTheFirstLine(t *testing.T) {
	if difference("a\nb\n", "a\nb\n") != "" {
		t.Error("equal screens differ")
	}
	if got := difference("a\nb\n", "a\nc\n"); got == "" {
		t.Error("different screens are equal")
	}
}
