package engine

import (
	"fmt"
	"io"
	"strings"
)

// FindingKind is a kind of damage that Preflight tells apart.
type FindingKind int

// The kinds of damage.
const (
	FindSequence FindingKind = iota + 1 // the engine's own sequence is unreadable
)

// Finding is one thing wrong with a file: what, and on which page.
type Finding struct {
	Kind FindingKind
	Page uint64
}

// DamageError is ErrDamaged with what was found.
type DamageError struct {
	Findings []Finding
}

// Error lists what was found.
func (e *DamageError) Error() string {
	var words strings.Builder
	words.WriteString(ErrDamaged.Error())
	for _, finding := range e.Findings {
		fmt.Fprintf(&words, "; page %d", finding.Page)
	}
	return words.String()
}

// Is makes a DamageError an ErrDamaged.
func (e *DamageError) Is(target error) bool { return target == ErrDamaged }

func damage(findings ...Finding) error { return &DamageError{Findings: findings} }

// Report says what a whole file holds.
type Report struct {
	PageSize int
}

// Preflight checks the pages of a file.
func Preflight(file io.ReaderAt, size int64) (Report, error) {
	return Report{}, nil
}
