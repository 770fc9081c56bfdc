package engine

import (
	"fmt"
	"strings"
)

// FindingKind is a kind of damage that Preflight tells apart.
type FindingKind int

// The kinds of damage, each with its words in findingWords.
const (
	FindTitle    FindingKind = iota + 1 // neither title page is sound
	FindZeros                           // nothing but zeros where the title pages were
	FindNumbers                         // a sound title page with impossible numbers
	FindShort                           // the file ends before its last page
	FindIdentity                        // a page says it is another one
	FindKindOf                          // a page is not of the kind it must be
	FindLength                          // a page is longer or shorter than what it holds
	FindElement                         // an entry does not lie where it must
	FindOrder                           // keys are not in order
	FindRange                           // keys do not belong below their branch
	FindDepth                           // branches of unequal depth, or far too deep
	FindEmpty                           // a page without entries where there must be some
	FindTwice                           // a page is used twice
	FindLost                            // pages belong to nothing
	FindFreelist                        // the list of free pages is wrong
	FindBucket                          // something other than a plain bucket at the root
	FindSequence                        // the engine's own sequence is unreadable
)

// Finding is one thing wrong with a file: what, and on which page (the title
// pages are 0 and 1). It holds no content.
type Finding struct {
	Kind FindingKind
	Page uint64
}

// String says it in words.
func (f Finding) String() string {
	words, ok := findingWords[f.Kind]
	if !ok {
		return fmt.Sprintf(otherFinding, f.Page)
	}
	if strings.Contains(words, "%") {
		return fmt.Sprintf(words, f.Page)
	}
	return words
}

// maxFindings is how many findings are kept of one file; one is enough to
// leave it alone.
const maxFindings = 32

// DamageError is ErrDamaged with what was found, at most 32 findings.
type DamageError struct {
	Findings []Finding
}

// Error says the first finding and how many more there are.
func (e *DamageError) Error() string {
	switch len(e.Findings) {
	case 0:
		return ErrDamaged.Error()
	case 1:
		return fmt.Sprintf("%s: %s", ErrDamaged, e.Findings[0])
	}
	return fmt.Sprintf(moreFindings, ErrDamaged, e.Findings[0], len(e.Findings)-1)
}

// Is makes a DamageError an ErrDamaged.
func (e *DamageError) Is(target error) bool { return target == ErrDamaged }

func damage(findings ...Finding) error { return &DamageError{Findings: findings} }

// NotVaultError is ErrNotVault with what the file seems to be, a clause ("it is
// a JPEG picture").
type NotVaultError struct {
	Seems string
}

// Error says what the file seems to be.
func (e *NotVaultError) Error() string { return fmt.Sprintf("%s: %s", ErrNotVault, e.Seems) }

// Is makes a NotVaultError an ErrNotVault.
func (e *NotVaultError) Is(target error) bool { return target == ErrNotVault }
