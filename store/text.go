package store

import (
	"errors"
	"fmt"
	"strings"

	"sounding/store/engine"
	"sounding/store/seal"
)

// Message is what a person is told when something went wrong: what happened,
// what is safe, and one thing to do next.
type Message struct {
	What string
	Safe string
	Next string
}

// String is the message as one paragraph.
func (m Message) String() string {
	text := m.What
	for _, more := range []string{m.Safe, m.Next} {
		if more != "" {
			text += " " + more
		}
	}
	return text
}

// moment is how a time is told.
const moment = "15:04 on Monday 2 January 2006"

// Explain turns an error of the vault into words. ok is false for an error that
// is not the vault's.
func Explain(err error) (m Message, ok bool) {
	for _, explain := range []func(error) (Message, bool){explainDetailed, explainNamed} {
		if m, ok := explain(err); ok {
			return m, true
		}
	}
	return Message{}, false
}

// explainDetailed knows the errors that carry more than their name.
func explainDetailed(err error) (Message, bool) {
	var unsaved *Unsaved
	var older *RolledBack
	var damaged *Damaged
	var newer *seal.NewerError
	var held *engine.HeldError
	var other *engine.NotVaultError
	var pages *engine.DamageError
	switch {
	case errors.As(err, &unsaved):
		return explainUnsaved(unsaved), true
	case errors.As(err, &older):
		return explainOlder(older), true
	case errors.As(err, &damaged):
		return explainDamaged(damaged), true
	case errors.As(err, &newer):
		return Message{capital(printable(newer.Error())) + ".", safeUnchanged, "Update Sounding on this computer, then open it again."}, true
	case errors.As(err, &held):
		return explainHeld(held), true
	case errors.As(err, &other):
		return Message{"This file is not a vault: " + other.Seems + ".", safeFile, "Name another file with --vault, or make a new vault with: sounding init --vault FILE."}, true
	case errors.As(err, &pages):
		return explainPages(pages), true
	}
	return Message{}, false
}

// What is safe, where several messages say the same.
const (
	safeUnchanged = "Nothing was changed."
	safeFile      = "The file was not changed."
	safeSaved     = "Everything saved before is safe."
)

// nextDamaged is what to do about a damaged file.
const nextDamaged = "Copy the file somewhere safe, then put the newest backup in its place with sounding restore, or save what is whole with sounding salvage NEWVAULT."

func explainPages(e *engine.DamageError) Message {
	what := capital(ErrFileDamaged.Error())
	switch {
	case len(e.Findings) == 1:
		what += fmt.Sprintf(" (%s)", e.Findings[0])
	case len(e.Findings) > 1:
		what += fmt.Sprintf(" in %d places (%s)", len(e.Findings), e.Findings[0])
	}
	return Message{what + ".", safeFile, nextDamaged}
}

func explainUnsaved(e *Unsaved) Message {
	m := Message{What: "The last words are not in the vault yet."}
	why := e.Cause
	if errors.Is(why, ErrNoFile) {
		why = ErrReplaced // it was there when it was opened
	}
	if cause, ok := Explain(why); ok {
		m.What += " " + cause.What
		m.Next = cause.Next
	}
	if e.Rescue == "" {
		m.Safe = "They are in memory and nowhere else. " + safeSaved
		m.Next = strings.TrimSpace("Keep Sounding open. " + m.Next)
	} else {
		m.Safe = "They are sealed in a rescue file as well (" + printable(e.Rescue) + ") and come back by themselves at the next unlock. " + safeSaved
	}
	if m.Next == "" {
		m.Next = "Saving is tried again by itself."
	}
	return m
}

func explainOlder(e *RolledBack) Message {
	what := "This file is not the one you last used here, though it has as many saves."
	if e.Saves > 0 {
		what = fmt.Sprintf("This file is %s older than the one you last used here, which was saved at %s.",
			count(e.Saves, "save"), e.When.Local().Format(moment))
	}
	return Message{
		What: what, Safe: safeUnchanged,
		Next: "If you put a backup in its place yourself, sounding asks whether to go on with it. If not, look for the newer file first.",
	}
}

func explainDamaged(e *Damaged) Message {
	m := Message{
		What: fmt.Sprintf("Part of this vault is damaged: %s.", count(uint64(len(e.Findings)), "finding")),
		Safe: "Nothing was changed, and what is whole can still be read.",
		Next: "Run sounding check, which names each and says what to do.",
	}
	if len(e.Findings) == 1 {
		about := Advice(e.Findings[0])
		m.What, m.Safe, m.Next = about.What, about.Safe, about.Next+" sounding check says how."
	}
	return m
}

func explainHeld(e *engine.HeldError) Message {
	m := Message{
		What: "This vault is open already, in another window or program.", Safe: safeUnchanged,
		Next: "Go on there, or close it and try again.",
	}
	if e.Holder.Process > 0 {
		m.What = fmt.Sprintf("This vault is open already, since %s, in another window or program (process %d on %s).",
			e.Holder.Since.Local().Format(moment), e.Holder.Process, printable(e.Holder.Host))
	}
	return m
}

// named are the errors that their name explains.
func named() []struct {
	err     error
	message Message
} {
	const permissions = "Look at who may write there, or choose another place with --vault."
	return []struct {
		err     error
		message Message
	}{
		{ErrWrongPassphrase, Message{"That passphrase does not open this vault.", "The vault is there and was not changed.", "Try again, with an eye on Caps Lock, or use the recovery code: Ctrl+R, or sounding recover."}},
		{ErrWrongRecovery, Message{"That recovery code does not open this vault.", "The vault is there and was not changed.", "Check that the code is for this vault: a later code takes the place of an earlier one."}},
		{seal.ErrRecoveryShape, Message{"A recovery code is seven groups of four letters and figures, with no I, L, O or U.", safeUnchanged, "Type it again as it was written down."}},
		{seal.ErrRecoveryTypo, Message{"A letter or figure of that recovery code is not right.", safeUnchanged, "Check it against the paper, group by group."}},
		{ErrHeld, Message{"This vault is open already, in another window or program.", safeUnchanged, "Go on there, or close it and try again."}},
		{ErrNotVault, Message{"This file is not a vault.", safeFile, "Name another file with --vault, or make a new vault with: sounding init --vault FILE."}},
		{ErrNoSuchSlot, Message{"This vault was not given that way in.", safeUnchanged, "Use the passphrase or the recovery code."}},
		{ErrHeaderDamaged, Message{"The front of the vault's file is damaged, so no passphrase can be tried. This is not about your passphrase.", safeFile, nextDamaged}},
		{ErrFileDamaged, Message{"The vault's file is damaged.", safeFile, nextDamaged}},
		{ErrReplaced, Message{"The vault's file was moved, removed or replaced while it was open.", "Nothing more is written to what lies there now.", "Find out what moved it (a folder that is synced may have), put it back, and open the vault again."}},
		{ErrDiskFull, Message{"The disk is full.", safeSaved, "Make some room on the disk. Sounding keeps trying while it is open."}},
		{engine.ErrFileTooLarge, Message{"The system lets the vault's file grow no further.", safeSaved, "Ask whoever looks after this computer about the limit on file sizes, or compact the vault with: sounding compact."}},
		{ErrNoAccess, Message{"You may not write to the vault's file or its folder.", safeUnchanged, permissions}},
		{engine.ErrFolder, Message{"That is a folder, or something else that is not a file.", safeUnchanged, "Name a file with --vault."}},
		{ErrNoFile, Message{"There is no vault there yet.", safeUnchanged, "Run sounding to make one, or name another with --vault."}},
		{ErrExists, Message{"There is already a file in that place.", safeFile, "Choose another place with --vault, or run sounding to open what is there."}},
		{engine.ErrDisk, Message{"The disk reported an error.", safeSaved, "Copy the vault's file to another disk when you can, then run: sounding check."}},
		{ErrReadOnly, Message{"The vault is open for reading only.", safeUnchanged, "Close it and open it again to write. If part of it is damaged, sounding check says what to do."}},
		{ErrUnknownOutcome, Message{"A save ended in an error, and it is not known yet whether it arrived.", safeSaved, "Leave this window open: the vault is opened afresh, looked at, and saved again if it did not."}},
		{ErrStopped, Message{"Saving has stopped until the vault has been looked through.", safeSaved, "Leave this window open. If it goes on, close the vault and open it again."}},
		{engine.ErrOldRemains, Message{"The vault was made anew, but its old file could not be removed yet.", safeSaved, "It goes at the next start. Until then it lies beside the vault, with .old at the end of its name."}},
		{ErrConflict, Message{"This reflection was changed elsewhere while it was being written.", "Both versions are kept.", "Open it from the list and compare them."}},
		{ErrHold, Message{"A hold is set, so nothing of it is erased or thinned.", safeUnchanged, "Ask your information governance team before you release it."}},
		{ErrNotTrashed, Message{"Only what is in the trash can be erased.", safeUnchanged, "Put it in the trash first."}},
		{ErrErased, Message{"This reflection was erased.", safeUnchanged, "It does not come back, from a backup either."}},
		{ErrNoReflection, Message{"There is no such reflection in this vault.", safeUnchanged, "sounding list shows what there is."}},
		{ErrNoRevision, Message{"There is no such version of this reflection.", safeUnchanged, "Look at the list of its versions."}},
		{ErrNoBackup, Message{"There is no backup of this vault there.", safeUnchanged, "Make one with: sounding backup."}},
		{ErrOtherVault, Message{"This is a copy of another vault.", safeUnchanged, "Choose a backup of this one."}},
		{ErrOtherKey, Message{"This backup was made before the vault's key was changed.", safeUnchanged, "Open it as a vault of its own with --vault and the passphrase it had then."}},
		{ErrKeyTooShort, Message{"A passphrase cannot be empty.", safeUnchanged, "Choose six random words, or something as long."}},
		{seal.ErrCost, Message{"The vault's header asks for an amount of work that no vault is made with.", safeFile, "Somebody may have changed the file. Put a backup in its place with sounding restore."}},
		{seal.ErrSealed, Message{"Something in the vault is not what was sealed there.", "It was not shown or changed.", "Run sounding check, which says what can be saved."}},
		{ErrDamaged, Message{"Part of this vault is damaged.", "Nothing was changed, and what is whole can still be read.", "Run sounding check, which names each part and says what to do."}},
	}
}

func explainNamed(err error) (Message, bool) {
	for _, n := range named() {
		if errors.Is(err, n.err) {
			return n.message, true
		}
	}
	return Message{}, false
}

// Advice says of a finding what it is, what is safe, and one thing to do.
func Advice(f Finding) Message {
	of := "a reflection"
	switch {
	case f.Title != "":
		of = fmt.Sprintf("%q", f.Title)
	case f.Reflection != "":
		of = "the reflection " + string(f.Reflection)
	}
	const restore = "Bring it back from the newest backup."
	switch f.Code {
	case FoundHeader:
		return Message{"One of the two copies of the vault's header is damaged.", "The other is whole; every reflection is safe.", "Write the copy anew: it costs nothing."}
	case FoundKey:
		return Message{"The key of " + of + " is damaged, so none of it can be read.", "Every other reflection is safe.", restore}
	case FoundRevision:
		return Message{fmt.Sprintf("Revision %d of %s is damaged.", f.Revision, of), "Its other revisions and every other reflection are safe.", restore}
	case FoundDraft:
		return Message{"A draft of " + of + " is damaged.", "Its revisions and every other reflection are safe.", restore}
	case FoundMark:
		return Message{"Whether " + of + " is in the trash or held cannot be read.", "What you wrote in it is safe.", restore}
	case FoundVault:
		return Message{"A record of the vault itself, such as its settings or its log, is damaged.", "Every reflection is safe.", "Salvage into a new vault, which leaves out what is damaged."}
	case FoundManifest:
		return Message{"The vault's own count cannot be read, so what may be missing cannot be told.", "What is there authenticates one by one.", "Compare it with the newest backup."}
	case FoundCount:
		return Message{"The vault does not hold what its own count says: a record is missing, or an old one has come back.", "Each record that is there is whole.", "Compare it with the newest backup."}
	case FoundStray:
		return Message{"There is a cell in the vault that no vault writes.", "It is not read.", "Salvage into a new vault, which leaves it out."}
	case FoundNewer:
		return Message{"Something here was written by a newer version of Sounding.", "It is kept as it is.", "Update Sounding on this computer."}
	case FoundPages:
		return Message{fmt.Sprintf("The file's structure is damaged, on %s.", count(uint64(len(f.Pages)), "page")), "The file was not changed.", "Copy it somewhere safe, then restore the newest backup or salvage into a new vault."}
	}
	return Message{"The file is older than the one last used here.", "Nothing was changed.", "Look for the newer file, or go on with this one."}
}

// StillWords says of a place why it may still hold what was erased, and until
// when.
func StillWords(s Still) string {
	until := ""
	if !s.Until.IsZero() {
		until = ", until " + s.Until.Local().Format("2 January 2006") + " at the latest"
	}
	switch s.Why {
	case StillAway:
		return "Backups in " + s.Path + ", which cannot be reached now" + until + "."
	case StillOtherKey:
		return "The backup " + s.Path + ", made before the vault's key was changed" + until + "; remove it yourself to be rid of it sooner."
	case StillFailed:
		return "The backup " + s.Path + ", which could not be changed" + until + "; remove it yourself to be rid of it sooner."
	case StillSynced:
		return s.Path + " is copied elsewhere by " + Synced(s.Path) + ", which keeps old versions for as long as it is set to."
	}
	return "What was exported, shared or handed over is with those who have it. Disks and backups of the computer keep old blocks for a while."
}

// SyncedWarning says why a live vault does not belong where it is; empty where
// nothing speaks against it.
func SyncedWarning(path string) string {
	service := Synced(path)
	if service == "" {
		return ""
	}
	return "This vault lies where " + service + " copies it. A half-copied or replaced file is how vaults are lost: keep the vault on this computer and let only its finished backups be copied."
}

func count(n uint64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func capital(text string) string {
	if text == "" || text[0] < 'a' || text[0] > 'z' {
		return text
	}
	return string(text[0]-'a'+'A') + text[1:]
}

// printable keeps a name from another file from putting anything but letters on
// a screen.
func printable(name string) string {
	out := make([]rune, 0, len(name))
	for _, r := range name {
		if r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0) {
			r = '?'
		}
		out = append(out, r)
	}
	return string(out)
}
