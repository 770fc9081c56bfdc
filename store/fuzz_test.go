package store

import (
	"os"
	"path/filepath"
	"testing"

	"sounding/store/seal"
)

func FuzzText_takesAnything(f *testing.F) {
	for _, flags := range []seal.Flags{0, seal.Deflated} {
		body := []byte(`{"id":"x","walk":"gibbs","answers":[{"step":"a","prompt":"b","text":"c"}]}`)
		whole, err := encodeText(head{V: 1, Why: WhyLeft}, body, flags)
		ok(f, err)
		f.Add(whole, byte(flags))
	}
	f.Add([]byte{9, 0, 0, 0}, byte(0))
	f.Add([]byte("\xff\xff\xff\xff{}"), byte(2))
	var inflater inflater
	f.Fuzz(func(t *testing.T, text []byte, flags byte) {
		_, body, err := decodeHead(text)
		if err != nil {
			return
		}
		if body, err = inflater.inflate(body, seal.Flags(flags)); err != nil {
			return
		}
		r, err := decodeBody(body)
		if err != nil {
			return
		}
		again, err := encodeBody(&r)
		ok(t, err)
		if _, err := decodeBody(again); err != nil {
			t.Fatalf("what was read cannot be read again: %v", err)
		}
	})
}

func FuzzRescue_takesInNoForgery(f *testing.F) {
	clock := newTestClock()
	v := inMemory(f, clock)
	v.options.Rescue = f.TempDir()
	path, err := v.Rescue(reflection(1, "words", clock.Now()), 0)
	ok(f, err)
	whole, err := os.ReadFile(path)
	ok(f, err)
	f.Add(whole)
	f.Add(whole[:rescueFront])
	f.Add([]byte(rescueMagic))
	f.Fuzz(func(t *testing.T, file []byte) {
		path := filepath.Join(t.TempDir(), "rescue")
		ok(t, os.WriteFile(path, file, 0o600))
		v.write.Lock()
		err := v.takeRescued(path)
		v.write.Unlock()
		ok(t, err)
		if len(v.List()) > 0 && string(file) != string(whole) {
			// The whole file, which is one of the seeds, may have been taken in.
			if r, err := v.Get(background, reflection(1, "", clock.Now()).ID); err != nil || len(v.List()) > 1 || text(r) != "words" {
				t.Fatalf("a forgery was taken in: %v", err)
			}
		}
	})
}
