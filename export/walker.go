package export

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"unicode/utf8"
)

// deepest is how far objects may lie in one another: more than any format here
// needs.
const deepest = 32

// walker goes through a JSON text, whose syntax is sound, beside the type that it
// is to become. It looks for what the standard decoder lets pass without a word:
// a key twice, of which it takes the last; a field in other letters; null.
type walker struct {
	data   []byte
	at     int
	fields map[reflect.Type]map[string]reflect.Type
}

func (w *walker) line() int { return lineAt(w.data, int64(w.at)) }

// next skips blanks, and the commas and colons that sound syntax has in their
// places, and gives the byte that follows.
func (w *walker) next() byte {
	for {
		switch c := w.data[w.at]; c {
		case ' ', '\t', '\r', '\n', ',', ':':
			w.at++
		default:
			return c
		}
	}
}

// value reads one value. shape is nil where nothing is known of it; name is the
// key that it stands under.
func (w *walker) value(shape reflect.Type, name string, depth int) error {
	first := w.next()
	if shape == unread {
		w.skip()
		return nil
	}
	optional := shape != nil && shape.Kind() == reflect.Pointer
	if optional {
		shape = shape.Elem()
	}
	switch first {
	case 'n':
		if shape != nil && !optional {
			return refuse("line %d: %s holds null; leave it out", w.line(), nameOr(name, "it"))
		}
		w.literal()
	case '"':
		w.text()
	case '{', '[':
		if depth == deepest {
			return refuse("line %d: it is nested too deeply", w.line())
		}
		w.at++
		if first == '{' {
			return w.object(shape, depth)
		}
		return w.list(shape, name, depth)
	default:
		w.literal()
	}
	return nil
}

// unread is the type of what is not looked through here: whoever reads it does.
var unread = reflect.TypeFor[json.RawMessage]()

// skip goes to the end of a value.
func (w *walker) skip() {
	for depth := 0; ; {
		switch w.next() {
		case '"':
			w.text()
		case '{', '[':
			depth++
			w.at++
		case '}', ']':
			depth--
			w.at++
		default:
			w.literal()
		}
		if depth == 0 {
			return
		}
	}
}

// literal skips a number, true, false or null.
func (w *walker) literal() {
	for w.at < len(w.data) {
		switch w.data[w.at] {
		case ' ', '\t', '\r', '\n', ',', ']', '}':
			return
		}
		w.at++
	}
}

// text reads a string and gives it with its quotation marks.
func (w *walker) text() []byte {
	start := w.at
	for w.at++; w.data[w.at] != '"'; w.at++ {
		if w.data[w.at] == '\\' {
			w.at++
		}
	}
	w.at++
	return w.data[start:w.at]
}

// key reads the key of a field.
func (w *walker) key() string {
	quoted := w.text()
	if plain := quoted[1 : len(quoted)-1]; bytes.IndexByte(plain, '\\') < 0 && utf8.Valid(plain) {
		return string(plain)
	}
	var name string
	// Its syntax is sound, so that it can be read.
	_ = json.Unmarshal(quoted, &name)
	return name
}

func (w *walker) list(shape reflect.Type, name string, depth int) error {
	var each reflect.Type
	if shape != nil && shape.Kind() == reflect.Slice {
		each = shape.Elem()
	}
	for w.next() != ']' {
		if err := w.value(each, name, depth+1); err != nil {
			return err
		}
	}
	w.at++
	return nil
}

func (w *walker) object(shape reflect.Type, depth int) error {
	var each reflect.Type
	var fields map[string]reflect.Type
	switch {
	case shape == nil:
	case shape.Kind() == reflect.Struct:
		fields = w.fieldsOf(shape)
	case shape.Kind() == reflect.Map:
		each = shape.Elem()
	}
	seen := map[string]bool{}
	for w.next() != '}' {
		name := w.key()
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
	w.at++
	return nil
}

// fieldsOf lists the fields of a struct by their names in JSON.
func (w *walker) fieldsOf(shape reflect.Type) map[string]reflect.Type {
	if known, ok := w.fields[shape]; ok {
		return known
	}
	out := map[string]reflect.Type{}
	for i := range shape.NumField() {
		field := shape.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.IsExported() && name != "-" && name != "" {
			out[name] = field.Type
		}
	}
	w.fields[shape] = out
	return out
}
