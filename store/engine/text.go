package engine

import "errors"

// Errors every engine may give. Their words are for people; none of them, nor
// anything that wraps them, holds a key or a value.
var (
	// ErrNoCell: there is no such key in the bucket.
	ErrNoCell = errors.New("nothing is stored under this key")
	// ErrNoBucket: the bucket is not in the list the engine was opened with.
	ErrNoBucket = errors.New("the store has no such bucket")
	// ErrBucketList: the list of buckets is empty, has a name twice, an empty
	// or overlong name, or a name the engine keeps for itself.
	ErrBucketList = errors.New("the list of buckets cannot be used")
	// ErrCellSize: a key is empty or longer than MaxKey, or a value longer
	// than MaxValue.
	ErrCellSize = errors.New("a key or value is too long or a key is empty")
	// ErrStale: the store has moved on since base; nothing was changed.
	ErrStale = errors.New("the store has changed since it was read")
	// ErrUnknownOutcome: writing ended in an error, so the change may or may
	// not be in the file. Reopen and read to find out.
	ErrUnknownOutcome = errors.New("it is not known whether the save arrived")
	// ErrStopped: the engine has stopped writing after an error and must be
	// reopened first.
	ErrStopped = errors.New("saving has stopped until the vault is reopened")
	// ErrClosed: the engine was closed.
	ErrClosed = errors.New("the vault is closed")
	// ErrReadOnly: the engine was opened for reading only.
	ErrReadOnly = errors.New("the vault was opened for reading only")
)

// Errors of the bbolt engine and its file.
var (
	// ErrNoFile: there is no file at the path, or no folder to hold it.
	ErrNoFile = errors.New("there is no vault here")
	// ErrExists: a new vault would lie over a file that is already there.
	ErrExists = errors.New("there is already a file here")
	// ErrFolder: the path leads to a folder, or to something else that is not
	// an ordinary file.
	ErrFolder = errors.New("this is not an ordinary file")
	// ErrNoAccess: the file or its folder may not be read or written by this
	// person.
	ErrNoAccess = errors.New("the vault's file or folder may not be written to")
	// ErrHeld: another process has the vault open; see HeldError.
	ErrHeld = errors.New("the vault is already open")
	// ErrReplaced: the file at the path is no longer the one that was opened.
	ErrReplaced = errors.New("the vault's file was moved, removed or replaced while it was open")
	// ErrOldRemains: the vault was replaced, but its old file could not be
	// removed; it lies beside it with .old at the end of its name.
	ErrOldRemains = errors.New("the vault's old file could not be removed yet")
	// ErrDamaged: the file is damaged, or could not be read where it should
	// be; see DamageError.
	ErrDamaged = errors.New("the vault's file is damaged")
	// ErrNotVault: the file is something else altogether; see NotVaultError.
	ErrNotVault = errors.New("this is not a vault")
	// ErrDiskFull: the disk, or the person's share of it, is full.
	ErrDiskFull = errors.New("the disk is full")
	// ErrFileTooLarge: the system allows no larger file.
	ErrFileTooLarge = errors.New("the system allows no larger file")
	// ErrDisk: the disk refused to read or write.
	ErrDisk = errors.New("the disk reported an error")
)

// heldBy names another holder: ErrHeld, process id, computer, date and time.
const heldBy = "%s by process %d on %q since %s"

// findingWords says each kind of damage; a %d is the page.
var findingWords = map[FindingKind]string{
	FindTitle:    "both of its title pages are destroyed",
	FindZeros:    "its beginning holds only zeros, as some disks leave it after a power cut",
	FindNumbers:  "title page %d holds impossible numbers",
	FindShort:    "the file is cut short: page %d is the first that is missing",
	FindIdentity: "page %d says it is another page",
	FindKindOf:   "page %d is of the wrong kind",
	FindLength:   "page %d does not hold what it says it holds",
	FindElement:  "an entry on page %d lies outside its place",
	FindOrder:    "the keys on page %d are out of order",
	FindRange:    "the keys on page %d belong elsewhere",
	FindDepth:    "page %d hangs at the wrong depth",
	FindEmpty:    "page %d is empty and must not be",
	FindTwice:    "page %d is used twice",
	FindLost:     "page %d belongs to nothing",
	FindFreelist: "the list of free pages on page %d is wrong",
	FindBucket:   "page %d holds something other than the vault's buckets",
	FindSequence: "the count of saves is unreadable",
}

const (
	otherFinding = "page %d is wrong"
	moreFindings = "%s: %s, and %d more"
)

// What a file that is no vault seems to be, as NotVaultError says it.
const (
	seemsEmpty     = "the file is empty"
	seemsText      = "it is a text file"
	seemsOther     = "it is some other kind of file"
	seemsVersion   = "it was written in version %d of the file format, and this program reads version 2"
	seemsByteOrder = "it was written on a machine that stores numbers the other way round"
)

// beginnings are the first bytes of files that people pick by mistake.
var beginnings = []struct {
	bytes string
	seems string
}{
	{"\xff\xd8\xff", "it is a JPEG picture"},
	{"\x89PNG\r\n", "it is a PNG picture"},
	{"GIF8", "it is a GIF picture"},
	{"%PDF", "it is a PDF document"},
	{"PK\x03\x04", "it is a Word, Excel or zip file"},
	{"\xd0\xcf\x11\xe0", "it is an older Word or Excel file"},
	{"SQLite format 3", "it is an SQLite database"},
	{"age-encryption.org/", "it is an age-encrypted file"},
	{"-----BEGIN AGE", "it is an age-encrypted file"},
	{"\x1f\x8b", "it is a compressed file"},
	{"7z\xbc\xaf", "it is a compressed file"},
	{"MZ", "it is a program"},
	{"\x7fELF", "it is a program"},
}
