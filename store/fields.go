package store

import (
	"reflect"
	"strings"

	"sounding/journal"
)

// reflectionFields are the names under which a reflection's fields are written,
// read from the type so that the two cannot disagree.
func reflectionFields() []string {
	var names []string
	kind := reflect.TypeFor[journal.Reflection]()
	for i := range kind.NumField() {
		name, _, _ := strings.Cut(kind.Field(i).Tag.Get("json"), ",")
		if name != "" && name != "-" {
			names = append(names, name)
		}
	}
	return names
}
