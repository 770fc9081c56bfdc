package store

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"sounding/journal"
	"sounding/store/engine"
	"sounding/store/seal"
)

// Errors of the vault. Those of its file come from the engine and are given the
// same names here, so that callers need know one package.
var (
	ErrWrongPassphrase = errors.New("that passphrase does not open this vault")
	ErrWrongRecovery   = errors.New("that recovery code does not open this vault")
	ErrNoSuchSlot      = errors.New("this vault was not given that way in")
	ErrHeaderDamaged   = errors.New("the front of the vault's file is damaged")
	ErrDamaged         = errors.New("part of this vault is damaged")
	ErrRolledBack      = errors.New("this vault is older than when it was last used here")
	ErrReadOnly        = engine.ErrReadOnly
	ErrClosed          = engine.ErrClosed
	ErrStopped         = engine.ErrStopped
	ErrUnknownOutcome  = engine.ErrUnknownOutcome
	ErrReplaced        = engine.ErrReplaced
	ErrHeld            = engine.ErrHeld
	ErrNoFile          = engine.ErrNoFile
	ErrNotVault        = engine.ErrNotVault
	ErrFileDamaged     = engine.ErrDamaged
	ErrDiskFull        = engine.ErrDiskFull
	ErrNoAccess        = engine.ErrNoAccess
	ErrExists          = engine.ErrExists

	ErrNoReflection = errors.New("there is no such reflection in this vault")
	ErrNoRevision   = errors.New("there is no such revision of this reflection")
	ErrErased       = errors.New("this reflection was erased")
	ErrConflict     = errors.New("this reflection was changed elsewhere while it was being written")
	ErrHold         = errors.New("a hold keeps this from being erased or thinned")
	ErrNotTrashed   = errors.New("only what is in the trash can be erased")
	ErrNoWalk       = errors.New("the vault does not hold that walk")
	ErrKeyTooShort  = errors.New("a passphrase cannot be empty")
	ErrOtherVault   = errors.New("this is a copy of another vault")
	ErrOtherKey     = errors.New("this copy was made before the vault's key was changed")
)

// RolledBack is ErrRolledBack with what is known: the vault is Saves saves
// older than the one last used here, which was saved at When.
type RolledBack struct {
	Saves uint64
	When  time.Time // of the newest save remembered here
	Found time.Time // of the newest save in the file
}

// Error counts the saves.
func (e *RolledBack) Error() string {
	if e.Saves == 0 {
		return "this vault is not the one that was last used here, though it has as many saves"
	}
	return fmt.Sprintf("this vault is %d saves older than the one last used here", e.Saves)
}

// Is makes a RolledBack an ErrRolledBack.
func (e *RolledBack) Is(target error) bool { return target == ErrRolledBack }

// Damaged is ErrDamaged with what was found.
type Damaged struct{ Findings []Finding }

// Error says how much was found; the findings say what.
func (e *Damaged) Error() string {
	return fmt.Sprintf("%s: %s", ErrDamaged, strings.Join(findingCodes(e.Findings), ", "))
}

// Is makes a Damaged an ErrDamaged.
func (e *Damaged) Is(target error) bool { return target == ErrDamaged }

// FindingCode says what is wrong.
type FindingCode string

// What can be found.
const (
	FoundHeader   FindingCode = "header-copy"     // one of the two header copies is damaged
	FoundKey      FindingCode = "key"             // a reflection's key does not open: none of it can be read
	FoundRevision FindingCode = "revision"        // one revision does not open
	FoundDraft    FindingCode = "draft"           // a draft does not open
	FoundMark     FindingCode = "mark"            // whether it is in the trash or held cannot be read
	FoundVault    FindingCode = "vault-record"    // something of the vault as a whole does not open
	FoundManifest FindingCode = "manifest"        // the vault's own count does not open
	FoundCount    FindingCode = "count"           // records are missing, or old ones came back
	FoundStray    FindingCode = "stray"           // a cell under a key that no vault writes
	FoundNewer    FindingCode = "newer"           // written by a newer version
	FoundPages    FindingCode = "pages"           // the file's structure is damaged
	FoundAnchor   FindingCode = "older-than-here" // rolled back
)

// Finding is one thing wrong with a vault. Reflection is empty where it belongs
// to none; Title where it cannot be read.
type Finding struct {
	Code       FindingCode
	Reflection journal.ID
	Title      string
	Revision   uint64
	Bucket     string
	Pages      []uint64
}

func findingCodes(findings []Finding) []string {
	var codes []string
	seen := map[FindingCode]bool{}
	for _, f := range findings {
		if !seen[f.Code] {
			seen[f.Code] = true
			codes = append(codes, string(f.Code))
		}
	}
	return codes
}

// openFailure turns an error of a slot into one of this package.
func openFailure(err, wrong error) error {
	if errors.Is(err, seal.ErrSecret) {
		return wrong
	}
	return err
}
