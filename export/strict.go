package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// ErrInput says that what was read is not in the format it should be in. The
// text names the place.
var ErrInput = errors.New("the file is not in the right form")

func refuse(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInput, fmt.Sprintf(format, args...))
}

// decode reads one JSON value strictly into target: no unknown field, in the
// exact letters of its name, no key twice, no null but where target has a
// pointer, nothing after the end. Errors name the line.
func decode(data []byte, target any) error {
	data = withoutMark(data)
	if !json.Valid(data) {
		return inWords(data, json.Unmarshal(data, new(json.RawMessage)))
	}
	w := &walker{data: data, fields: map[reflect.Type]map[string]reflect.Type{}}
	if err := w.value(reflect.TypeOf(target).Elem(), "", 0); err != nil {
		return err
	}
	if err := json.Unmarshal(data, target); err != nil {
		return inWords(data, err)
	}
	return nil
}

// withoutMark takes a byte-order mark off the front.
func withoutMark(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) }

// afterEnd is how the decoder ends its words for something after the value.
const afterEnd = "after top-level value"

func inWords(data []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax) && strings.HasSuffix(syntax.Error(), afterEnd):
		return refuse("line %d: there is something after the end", lineAt(data, syntax.Offset))
	case errors.As(err, &syntax) && syntax.Offset >= int64(len(data)) && strings.HasPrefix(syntax.Error(), "unexpected end"):
		return refuse("line %d: it ends too early", lineAt(data, int64(len(data))))
	case errors.As(err, &syntax):
		return refuse("line %d: this is not JSON", lineAt(data, syntax.Offset))
	case errors.As(err, &kind):
		return refuse("line %d: %s holds %s, which it cannot", lineAt(data, kind.Offset), nameOr(kind.Field, "it"), jsonKind(kind.Value))
	}
	return refuse("it cannot be read as this format")
}

// jsonKind names a kind of JSON value; the decoder adds a number's digits.
func jsonKind(value string) string {
	kind, _, _ := strings.Cut(value, " ")
	names := map[string]string{"array": "a list", "object": "an object", "string": "text", "number": "a number", "bool": "true or false"}
	if name, ok := names[kind]; ok {
		return name
	}
	return "something"
}

func lineAt(data []byte, offset int64) int {
	offset = min(max(offset, 0), int64(len(data)))
	return 1 + bytes.Count(data[:offset], []byte("\n"))
}

// longestName is how much of a name from a file an error repeats, in characters.
const longestName = 60

// quoted is a name from a file as an error repeats it: cut short, with nothing
// in it that a terminal would obey.
func quoted(name string) string { return strconv.Quote(shortened(name)) }

func shortened(name string) string {
	if runes := []rune(name); len(runes) > longestName {
		return string(runes[:longestName]) + "..."
	}
	return name
}

func nameOr(name, other string) string {
	if name == "" {
		return other
	}
	return quoted(name)
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
