package content

import (
	"reflect"
	"sort"
	"strconv"
	"strings"
)

// schema holds the fields of every type that a pack can hold, by their json
// names. It is made once and only read afterwards.
type schema map[reflect.Type]map[string]int

// newSchema learns the given types and all that they are made of.
func newSchema(values ...any) schema {
	s := schema{}
	for _, v := range values {
		s.learn(reflect.TypeOf(v))
	}
	return s
}

// without takes fields away from the type of a value: a pack cannot set them.
func (s schema) without(value any, names ...string) schema {
	for _, name := range names {
		delete(s[reflect.TypeOf(value)], name)
	}
	return s
}

func (s schema) learn(t reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		s.learn(t.Elem())
		return
	case reflect.Struct:
	default:
		return
	}
	if _, known := s[t]; known {
		return
	}
	fields := map[string]int{}
	s[t] = fields
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name != "" && name != "-" {
			fields[name] = i
			s.learn(t.Field(i).Type)
		}
	}
}

// decoder fills Go values from nodes and notes every key that does not belong,
// every value of the wrong shape and every empty one.
type decoder struct {
	schema schema
	sheet  *sheet
}

// decode fills into, a pointer, from n. What could be read is there even where
// problems were noted.
func (d *decoder) decode(n *node, into any) {
	d.value(n, reflect.ValueOf(into).Elem(), "")
}

func (d *decoder) value(n *node, into reflect.Value, name string) {
	if n == nil {
		return
	}
	if n.shape == empty {
		d.sheet.at(n.place, nothingThere(name))
		return
	}
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		d.value(n, into.Elem(), name)
	case reflect.Struct:
		d.structure(n, into, name)
	case reflect.Slice:
		d.slice(n, into, name)
	case reflect.Map:
		d.table(n, into, name)
	default:
		d.scalar(n, into, name)
	}
}

func (d *decoder) structure(n *node, into reflect.Value, name string) {
	if n.shape != mapping {
		d.sheet.at(n.place, wantsKeys(name))
		return
	}
	fields := d.schema[into.Type()]
	for _, e := range n.keys {
		i, known := fields[e.name]
		if !known {
			d.sheet.at(e.place, unknownField(e.name, sortedNames(fields)))
			continue
		}
		d.value(e.value, into.Field(i), e.name)
	}
}

func sortedNames(fields map[string]int) []string {
	out := make([]string, 0, len(fields))
	for name := range fields {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

func (d *decoder) slice(n *node, into reflect.Value, name string) {
	if n.shape != list {
		d.sheet.at(n.place, wantsList(name))
		return
	}
	out := reflect.MakeSlice(into.Type(), len(n.items), len(n.items))
	for i, item := range n.items {
		d.value(item, out.Index(i), name)
	}
	into.Set(out)
}

func (d *decoder) table(n *node, into reflect.Value, name string) {
	if n.shape != mapping {
		d.sheet.at(n.place, wantsKeys(name))
		return
	}
	t := into.Type()
	out := reflect.MakeMapWithSize(t, len(n.keys))
	for _, e := range n.keys {
		key := reflect.New(t.Key()).Elem()
		d.scalar(&node{place: e.place, shape: scalar, text: e.name}, key, name)
		value := reflect.New(t.Elem()).Elem()
		d.value(e.value, value, e.name)
		out.SetMapIndex(key, value)
	}
	into.Set(out)
}

func (d *decoder) scalar(n *node, into reflect.Value, name string) {
	if n.shape != scalar {
		d.sheet.at(n.place, wantsWords(name))
		return
	}
	if n.text == "" {
		d.sheet.at(n.place, nothingThere(name))
		return
	}
	switch into.Kind() {
	case reflect.String:
		into.SetString(n.text)
	case reflect.Bool:
		switch n.text {
		case "true", "yes":
			into.SetBool(true)
		case "false", "no":
		default:
			d.sheet.at(n.place, wantsTruth(name))
		}
	default:
		number, err := strconv.Atoi(n.text)
		if err != nil {
			d.sheet.at(n.place, wantsNumber(name))
			return
		}
		into.SetInt(int64(number))
	}
}
