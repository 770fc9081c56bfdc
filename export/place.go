package export

import (
	"bytes"
	"encoding/json"
)

// lineOf gives the line that a value of a JSON text begins on, by the keys and
// list places that lead to it. It is the line of the nearest value on the way
// that is there; the text has been read without an error before.
func lineOf(data []byte, path ...any) int {
	data = withoutMark(data)
	f := &finder{d: json.NewDecoder(bytes.NewReader(data)), data: data}
	f.find(path)
	return f.found
}

type finder struct {
	d     *json.Decoder
	data  []byte
	found int
}

// find reads one value, and the rest of the path within it. It is false when
// there is nothing more to read.
func (f *finder) find(path []any) bool {
	token, err := f.d.Token()
	if err != nil {
		return false
	}
	f.found = lineAt(f.data, f.d.InputOffset())
	delim, ok := token.(json.Delim)
	if !ok || len(path) == 0 {
		return true
	}
	for at := 0; f.d.More(); at++ {
		step := any(at)
		if delim == '{' {
			if step, err = f.d.Token(); err != nil {
				return false
			}
		}
		if step == path[0] {
			return f.find(path[1:])
		}
		var skipped json.RawMessage
		if err := f.d.Decode(&skipped); err != nil {
			return false
		}
	}
	return true
}
