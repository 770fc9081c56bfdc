package seal

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
)

// RecoveryCode is 128 random bits that open a vault without its passphrase. It
// is shown once, printed or copied out by hand, and stored nowhere.
type RecoveryCode [16]byte

const (
	crockford         = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	recoveryLetters   = 28 // 128 bits and a check of 12
	recoveryGroup     = 4
	labelRecoverySum  = "sounding/recovery/v1\x00"
	recoverySumLength = 12 // bits
)

// The two ways in which a typed recovery code can be no code at all.
var (
	ErrRecoveryShape = errors.New("a recovery code is seven groups of four letters and figures")
	ErrRecoveryTypo  = errors.New("one letter or figure of the recovery code is not right")
)

// NewRecoveryCode reads a fresh code.
func NewRecoveryCode(random io.Reader) (RecoveryCode, error) {
	var code RecoveryCode
	if _, err := io.ReadFull(random, code[:]); err != nil {
		return RecoveryCode{}, fmt.Errorf("make a recovery code: %w", err)
	}
	return code, nil
}

// String writes the code as seven groups of four in Crockford's base32 (Douglas
// Crockford, "Base 32"), which has no I, L, O or U. The last 12 bits are a
// check, so that a slip of the pen is told from a wrong code.
func (c RecoveryCode) String() string {
	var out strings.Builder
	var held uint32
	bits, written := 0, 0
	for _, b := range append(c[:], c.check()...) {
		held = held<<8 | uint32(b)
		bits += 8
		for bits >= 5 && written < recoveryLetters {
			if written > 0 && written%recoveryGroup == 0 {
				out.WriteByte('-')
			}
			bits -= 5
			out.WriteByte(crockford[held>>bits&31])
			written++
		}
	}
	return out.String()
}

// check is 12 bits in two bytes, the last four of them zero.
func (c RecoveryCode) check() []byte {
	sum := sha256.Sum256(append([]byte(labelRecoverySum), c[:]...))
	return []byte{sum[0], sum[1] & 0xf0}
}

// ParseRecoveryCode reads a code as a person types it: any case, with or
// without spaces and hyphens, O for 0, I or L for 1.
func ParseRecoveryCode(typed string) (RecoveryCode, error) {
	var raw []byte
	var held uint32
	bits, letters := 0, 0
	for _, r := range strings.ToUpper(typed) {
		switch r {
		case ' ', '-', '\t', '\n', '\r', '\u2010', '\u2011', '\u2013', '\u00a0':
			continue
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		value := strings.IndexRune(crockford, r)
		if value < 0 {
			return RecoveryCode{}, ErrRecoveryShape
		}
		letters++
		held = held<<5 | uint32(value)
		if bits += 5; bits >= 8 {
			bits -= 8
			raw = append(raw, byte(held>>bits))
		}
	}
	if letters != recoveryLetters {
		return RecoveryCode{}, ErrRecoveryShape
	}
	code := RecoveryCode(raw[:16])
	check := code.check()
	if raw[16] != check[0] || byte(held<<(8-bits))&0xf0 != check[1] {
		return RecoveryCode{}, ErrRecoveryTypo
	}
	return code, nil
}
