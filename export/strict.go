package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ErrInput says that what was read is not in the format it should be in. The
// text names the place.
var ErrInput = errors.New("the file is not in the right form")

func refuse(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInput, fmt.Sprintf(format, args...))
}

// decode reads one JSON object strictly into target: no unknown field, no key
// twice, nothing after it. Errors name the line.
func decode(data []byte, target any) error {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if err := uniqueKeys(data); err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(target); err != nil {
		return inWords(data, d.InputOffset(), err)
	}
	return nil
}

func inWords(data []byte, at int64, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return refuse("line %d: this is not JSON", lineAt(data, syntax.Offset))
	case errors.As(err, &kind):
		return refuse("line %d: %q holds a %s, which it cannot", lineAt(data, kind.Offset), kind.Field, kind.Value)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return refuse("line %d: it ends too early", lineAt(data, int64(len(data))))
	}
	if field, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return refuse("line %d: the field %s is not known here", lineAt(data, at), field)
	}
	return refuse("line %d: it cannot be read as this format", lineAt(data, at))
}

func lineAt(data []byte, offset int64) int {
	offset = min(max(offset, 0), int64(len(data)))
	return 1 + bytes.Count(data[:offset], []byte("\n"))
}

// deepest is how far objects may lie in one another: more than any format here
// needs.
const deepest = 32

// uniqueKeys refuses an object that has a key twice, which the standard decoder
// would take the last of without a word, and anything after the first value.
func uniqueKeys(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	if err := value(d, data, 0); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return refuse("line %d: there is something after the end", lineAt(data, d.InputOffset()))
	}
	return nil
}

func value(d *json.Decoder, data []byte, depth int) error {
	token, err := d.Token()
	if err != nil {
		return inWords(data, d.InputOffset(), err)
	}
	delim, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	if depth == deepest {
		return refuse("line %d: it is nested too deeply", lineAt(data, d.InputOffset()))
	}
	seen := map[string]bool{}
	for d.More() {
		if delim == '{' {
			key, err := d.Token()
			if err != nil {
				return inWords(data, d.InputOffset(), err)
			}
			name, _ := key.(string)
			if seen[name] {
				return refuse("line %d: %q is there twice", lineAt(data, d.InputOffset()), name)
			}
			seen[name] = true
		}
		if err := value(d, data, depth+1); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return inWords(data, d.InputOffset(), err)
	}
	return nil
}

// encode writes an object with two spaces of indent, line end included, and
// leaves no character unescaped that a terminal would obey.
func encode(w io.Writer, v any) error {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	if _, err := w.Write(escapeControls(out.Bytes())); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// escapeControls writes the C1 controls and the marks that turn the direction
// of text as \u escapes. JSON escapes the C0 controls itself.
func escapeControls(data []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(data) {
		if r >= 0x7f && r <= 0x9f || turnsText(r) {
			fmt.Fprintf(&out, `\u%04x`, r)
			continue
		}
		out.WriteRune(r)
	}
	return out.Bytes()
}

func turnsText(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c || r == 0x2028 || r == 0x2029
}
