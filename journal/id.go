package journal

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// ID names a reflection: 16 random bytes, written as 26 lower-case characters
// of Crockford's base32 (no i, l, o or u, so that it can be read aloud). An id
// tells nothing: no date, no order, no name.
type ID string

const crockford = "0123456789abcdefghjkmnpqrstvwxyz"

// ErrID says that a text is no reflection's id.
var ErrID = errors.New("that is not a reflection's id")

// NewID reads 16 bytes from random and writes them as an ID. The only error is
// that of the reader.
func NewID(random io.Reader) (ID, error) {
	var raw [16]byte
	if _, err := io.ReadFull(random, raw[:]); err != nil {
		return "", fmt.Errorf("make an id: %w", err)
	}
	return IDFromBytes(raw), nil
}

// IDFromBytes writes 16 bytes as an ID.
func IDFromBytes(raw [16]byte) ID {
	var out strings.Builder
	var bits uint32
	held := 0
	for _, b := range raw {
		bits = bits<<8 | uint32(b)
		held += 8
		for held >= 5 {
			held -= 5
			out.WriteByte(crockford[bits>>held&31])
		}
	}
	out.WriteByte(crockford[bits<<(5-held)&31])
	return ID(out.String())
}

// Bytes gives the 16 bytes that an ID stands for, or ErrID.
func (id ID) Bytes() ([16]byte, error) {
	var raw [16]byte
	if len(id) != 26 {
		return raw, ErrID
	}
	var bits uint32
	held, at := 0, 0
	for i := 0; i < len(id); i++ {
		value := strings.IndexByte(crockford, id[i])
		if value < 0 {
			return raw, ErrID
		}
		bits = bits<<5 | uint32(value)
		held += 5
		if held >= 8 && at < len(raw) {
			held -= 8
			raw[at] = byte(bits >> held)
			at++
		}
	}
	if IDFromBytes(raw) != id {
		return raw, ErrID
	}
	return raw, nil
}
