package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"sounding/journal"
	"sounding/store/seal"
)

// The text of a sealed revision or draft is a head and a body: the length of
// the head as u32 little-endian, the head as JSON, the body as JSON (raw
// DEFLATE over it where the cell's header says so). The head is what a list
// needs, so that unlocking need not read every body.

const headVersion = 1

// ErrUnreadable says that something authenticated but cannot be understood: it
// was sealed by this vault in a form this version does not know.
var ErrUnreadable = errors.New("this was sealed here but cannot be read by this version")

// head is the front of a revision or draft.
type head struct {
	V       int       `json:"v"`
	At      time.Time `json:"at"`
	Why     string    `json:"why,omitempty"`  // of a revision
	Base    uint64    `json:"base,omitempty"` // of a draft: the revision it grew from
	Same    bool      `json:"same,omitempty"` // of a draft: nothing but the place changed
	Keep    bool      `json:"keep,omitempty"` // of a revision: never thinned
	Summary summary   `json:"sum"`
}

// summary is a journal.Summary as it is stored; the id is the cell's key.
type summary struct {
	Walk      string         `json:"walk"`
	Title     string         `json:"title,omitempty"`
	Subject   string         `json:"subject,omitempty"`
	Created   time.Time      `json:"created"`
	Updated   time.Time      `json:"updated"`
	Status    journal.Status `json:"status"`
	Themes    []string       `json:"themes,omitempty"`
	Standards []string       `json:"standards,omitempty"`
	At        string         `json:"step,omitempty"`
	Urgent    bool           `json:"urgent,omitempty"`
	Open      []due          `json:"open,omitempty"`
}

type due struct {
	Kind journal.DueKind `json:"kind"`
	Ref  string          `json:"ref"`
	Text string          `json:"text"`
	On   journal.Date    `json:"on"`
}

func storedSummary(s journal.Summary) summary {
	out := summary{
		Walk: s.Walk, Title: s.Title, Subject: s.Subject, Created: s.Created, Updated: s.Updated,
		Status: s.Status, Themes: s.Themes, Standards: s.Standards, At: s.At, Urgent: s.Urgent,
	}
	for _, d := range s.Open {
		out.Open = append(out.Open, due{Kind: d.Kind, Ref: d.Ref, Text: d.Text, On: d.On})
	}
	return out
}

func (s summary) journal(id journal.ID) journal.Summary {
	out := journal.Summary{
		ID: id, Walk: s.Walk, Title: s.Title, Subject: s.Subject, Created: s.Created, Updated: s.Updated,
		Status: s.Status, Themes: s.Themes, Standards: s.Standards, At: s.At, Urgent: s.Urgent,
	}
	if out.Themes == nil {
		out.Themes = []string{}
	}
	if out.Standards == nil {
		out.Standards = []string{}
	}
	for _, d := range s.Open {
		out.Open = append(out.Open, journal.Due{Reflection: id, Kind: d.Kind, Ref: d.Ref, Text: d.Text, On: d.On})
	}
	return out
}

// encodeText writes a head and a body, the body deflated if flags say so.
func encodeText(h head, body []byte, flags seal.Flags) ([]byte, error) {
	front, err := json.Marshal(h)
	if err != nil {
		return nil, fmt.Errorf("write a record: %w", err)
	}
	text := binary.LittleEndian.AppendUint32(make([]byte, 0, 4+len(front)+len(body)), uint32(len(front)))
	text = append(text, front...)
	if flags&seal.Deflated == 0 {
		return append(text, body...), nil
	}
	out := bytes.NewBuffer(text)
	squeeze, err := flate.NewWriter(out, flate.DefaultCompression)
	if err != nil {
		return nil, fmt.Errorf("write a record: %w", err)
	}
	if _, err := squeeze.Write(body); err != nil {
		return nil, fmt.Errorf("write a record: %w", err)
	}
	if err := squeeze.Close(); err != nil {
		return nil, fmt.Errorf("write a record: %w", err)
	}
	return out.Bytes(), nil
}

// decodeHead reads the front of a text and gives the rest.
func decodeHead(text []byte) (head, []byte, error) {
	if len(text) < 4 {
		return head{}, nil, ErrUnreadable
	}
	size := binary.LittleEndian.Uint32(text)
	if uint64(size) > uint64(len(text)-4) {
		return head{}, nil, ErrUnreadable
	}
	var h head
	if err := json.Unmarshal(text[4:4+size], &h); err != nil || h.V > headVersion {
		return head{}, nil, ErrUnreadable
	}
	return h, text[4+size:], nil
}

// inflater undoes DEFLATE. It is made once and used again, because making one
// takes longer than what it does here; what it remembers of a text goes with
// the vault that owns it.
type inflater struct{ readers sync.Pool }

// inflate gives the body's JSON, which is the caller's own.
func (f *inflater) inflate(body []byte, flags seal.Flags) ([]byte, error) {
	if flags&seal.Deflated == 0 {
		return body, nil
	}
	reader, ok := f.readers.Get().(io.ReadCloser)
	if !ok {
		reader = flate.NewReader(nil)
	}
	defer f.readers.Put(reader)
	if err := reader.(flate.Resetter).Reset(bytes.NewReader(body), nil); err != nil {
		return nil, ErrUnreadable
	}
	out := bytes.NewBuffer(make([]byte, 0, 4*len(body)))
	if _, err := out.ReadFrom(io.LimitReader(reader, seal.MaxText)); err != nil {
		return nil, ErrUnreadable
	}
	return out.Bytes(), nil
}

// encodeBody writes a reflection as JSON, with the fields that a newer version
// added put back.
func encodeBody(r *journal.Reflection) ([]byte, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("write a reflection: %w", err)
	}
	if len(r.Extra) == 0 {
		return text, nil
	}
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(text, &fields); err != nil {
		return nil, fmt.Errorf("write a reflection: %w", err)
	}
	for name, value := range r.Extra {
		if _, known := fields[name]; !known {
			fields[name] = value
		}
	}
	return json.Marshal(fields)
}

// decodeWords reads a reflection to look through it: what a newer version added
// is not kept.
func decodeWords(body []byte) (journal.Reflection, error) {
	var r journal.Reflection
	if err := json.Unmarshal(body, &r); err != nil {
		return journal.Reflection{}, ErrUnreadable
	}
	return r, nil
}

// decodeBody reads a reflection and keeps the fields it does not know.
func decodeBody(body []byte) (journal.Reflection, error) {
	r, err := decodeWords(body)
	if err != nil {
		return journal.Reflection{}, err
	}
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(body, &fields); err != nil {
		return journal.Reflection{}, ErrUnreadable
	}
	for _, name := range reflectionFields() {
		delete(fields, name)
	}
	if len(fields) > 0 {
		r.Extra = fields
	}
	return r, nil
}
