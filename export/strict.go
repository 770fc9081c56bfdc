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
	if err := strictly(data, reflect.TypeOf(target).Elem()); err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(target); err != nil {
		return inWords(data, d.InputOffset(), err)
	}
	return nil
}

// withoutMark takes a byte-order mark off the front.
func withoutMark(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) }

func inWords(data []byte, at int64, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return refuse("line %d: this is not JSON", lineAt(data, syntax.Offset))
	case errors.As(err, &kind):
		return refuse("line %d: %s holds %s, which it cannot", lineAt(data, kind.Offset), nameOr(kind.Field, "it"), jsonKind(kind.Value))
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return refuse("line %d: it ends too early", lineAt(data, int64(len(data))))
	}
	if field, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return refuse("line %d: the field %s is not known here", lineAt(data, at), field)
	}
	return refuse("line %d: it cannot be read as this format", lineAt(data, at))
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

// deepest is how far objects may lie in one another: more than any format here
// needs.
const deepest = 32

// strictly looks through a JSON text for what the standard decoder lets pass
// without a word: a key twice, of which it takes the last; a field in other
// letters; null; and anything after the first value.
func strictly(data []byte, shape reflect.Type) error {
	w := &walker{d: json.NewDecoder(bytes.NewReader(data)), data: data}
	if err := w.value(shape, "", 0); err != nil {
		return err
	}
	if _, err := w.d.Token(); !errors.Is(err, io.EOF) {
		return refuse("line %d: there is something after the end", w.line())
	}
	return nil
}

// walker goes through a JSON text beside the type that it is to become.
type walker struct {
	d    *json.Decoder
	data []byte
}

func (w *walker) line() int { return lineAt(w.data, w.d.InputOffset()) }

// value reads one value. shape is nil where nothing is known of it; name is the
// key that it stands under.
func (w *walker) value(shape reflect.Type, name string, depth int) error {
	token, err := w.d.Token()
	if err != nil {
		return inWords(w.data, w.d.InputOffset(), err)
	}
	optional := shape != nil && shape.Kind() == reflect.Pointer
	if optional {
		shape = shape.Elem()
	}
	if token == nil && shape != nil && !optional {
		return refuse("line %d: %s holds null; leave it out", w.line(), nameOr(name, "it"))
	}
	delim, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	if depth == deepest {
		return refuse("line %d: it is nested too deeply", w.line())
	}
	if delim == '{' {
		err = w.object(shape, depth)
	} else {
		err = w.list(shape, name, depth)
	}
	if err != nil {
		return err
	}
	if _, err := w.d.Token(); err != nil {
		return inWords(w.data, w.d.InputOffset(), err)
	}
	return nil
}

func (w *walker) list(shape reflect.Type, name string, depth int) error {
	var each reflect.Type
	if shape != nil && shape.Kind() == reflect.Slice {
		each = shape.Elem()
	}
	for w.d.More() {
		if err := w.value(each, name, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) object(shape reflect.Type, depth int) error {
	var each reflect.Type
	var fields map[string]reflect.Type
	switch {
	case shape == nil:
	case shape.Kind() == reflect.Struct:
		fields = fieldsOf(shape)
	case shape.Kind() == reflect.Map:
		each = shape.Elem()
	}
	seen := map[string]bool{}
	for w.d.More() {
		key, err := w.d.Token()
		if err != nil {
			return inWords(w.data, w.d.InputOffset(), err)
		}
		name, _ := key.(string)
		if seen[name] {
			return refuse("line %d: %s is there twice", w.line(), nameOr(name, "a field"))
		}
		seen[name] = true
		if fields != nil {
			known := false
			if each, known = fields[name]; !known {
				return refuse("line %d: the field %s is not known here", w.line(), quoted(name))
			}
		}
		if err := w.value(each, name, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// fieldsOf lists the fields of a struct by their names in JSON.
func fieldsOf(shape reflect.Type) map[string]reflect.Type {
	out := map[string]reflect.Type{}
	for i := range shape.NumField() {
		field := shape.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.IsExported() && name != "-" && name != "" {
			out[name] = field.Type
		}
	}
	return out
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
