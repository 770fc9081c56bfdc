package store

import (
	"errors"
	"fmt"

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
const moment = "Mon 2 Jan 2006 at 15:04"

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
	switch {
	case errors.As(err, &unsaved):
		return explainUnsaved(unsaved), true
	case errors.As(err, &older):
		return explainOlder(older), true
	case errors.As(err, &damaged):
		return explainDamaged(damaged), true
	case errors.As(err, &newer):
		return Message{
			What: capital(newer.Error()) + ".",
			Safe: "Nothing was changed.",
			Next: "Update Sounding on this computer, then open it again.",
		}, true
	case errors.As(err, &held):
		return explainHeld(held), true
	case errors.As(err, &other):
		return Message{
			What: "This file is not a vault; it seems to be " + other.Seems + ".",
			Safe: "It was not changed.",
			Next: "Check the path, or choose another with --vault.",
		}, true
	}
	return Message{}, false
}

func explainUnsaved(e *Unsaved) Message {
	m := Message{What: "The last words could not be saved in the vault."}
	if cause, ok := Explain(e.Cause); ok {
		m.What += " " + cause.What
		m.Next = cause.Next
	}
	if e.Rescue == "" {
		m.Safe = "They are on this screen and nowhere else: keep Sounding open. Everything saved before is safe."
	} else {
		m.Safe = "They are sealed in a rescue file beside the vault and come back by themselves at the next start. Everything saved before is safe."
	}
	if m.Next == "" {
		m.Next = "Sounding keeps trying."
	}
	return m
}

func explainOlder(e *RolledBack) Message {
	what := fmt.Sprintf("This file is %s older than the one you last used here (%s).", count(e.Saves, "save"), e.When.Local().Format(moment))
	if e.Saves == 0 {
		what = "This file is not the one you last used here, though it has as many saves."
	}
	return Message{
		What: what,
		Safe: "Nothing was changed.",
		Next: "If you put a backup in its place yourself, go on with it. If not, look for the newer file first.",
	}
}

func explainDamaged(e *Damaged) Message {
	m := Message{
		What: fmt.Sprintf("Part of this vault is damaged: %s.", count(uint64(len(e.Findings)), "finding")),
		Safe: "Nothing was changed. What is whole can still be read.",
		Next: "Copy the file somewhere safe, then restore the newest backup or salvage into a new vault.",
	}
	if len(e.Findings) == 1 {
		about := Advice(e.Findings[0])
		m.What, m.Safe, m.Next = about.What, about.Safe, about.Next
	}
	return m
}

func explainHeld(e *engine.HeldError) Message {
	m := Message{
		What: "This vault is already open.",
		Safe: "Nothing was changed.",
		Next: "Go on in that window, or close it first.",
	}
	if e.Holder.Process > 0 {
		m.What = fmt.Sprintf("This vault is already open, since %s, by process %d on %s.",
			e.Holder.Since.Local().Format(moment), e.Holder.Process, printable(e.Holder.Host))
	}
	return m
}

// named are the errors that their name explains.
func named() []struct {
	err     error
	message Message
} {
	const unchanged = "Nothing was changed."
	return []struct {
		err     error
		message Message
	}{
		{ErrWrongPassphrase, Message{"That passphrase does not open this vault.", "The vault itself is sound.", "Try again, with an eye on Caps Lock, or use the recovery code."}},
		{ErrWrongRecovery, Message{"That recovery code does not open this vault.", "The vault itself is sound.", "Check that the code is for this vault: a later one takes the place of an earlier one."}},
		{seal.ErrRecoveryShape, Message{"A recovery code is seven groups of four letters and figures.", unchanged, "Type it again as it was written down."}},
		{seal.ErrRecoveryTypo, Message{"A letter or figure of that recovery code is not right.", unchanged, "Check it against the paper, group by group."}},
		{ErrNoSuchSlot, Message{"This vault was not given that way in.", unchanged, "Use the passphrase or the recovery code."}},
		{ErrHeaderDamaged, Message{"The front of the vault's file is damaged, so no passphrase can be tried. This is not about your passphrase.", unchanged, "Restore the newest backup, or try to salvage the file."}},
		{ErrFileDamaged, Message{"The vault's file is damaged.", "It was not changed.", "Copy it somewhere safe, then restore the newest backup or salvage into a new vault."}},
		{ErrDiskFull, Message{"The disk is full.", "Everything saved before is safe.", "Make some room on the disk; Sounding keeps trying."}},
		{ErrReplaced, Message{"The vault's file was moved, removed or replaced while it was open.", "Nothing more is written to it.", "Find out what moved it (a synced folder may have), then open the vault again."}},
		{ErrNoAccess, Message{"The vault's file or folder may not be written to.", unchanged, "Check its permissions, or put the vault in a folder of your own."}},
		{ErrNoFile, Message{"There is no vault here.", "", "Make one with init, or check the path."}},
		{ErrExists, Message{"There is already a file here.", "It was not changed.", "Choose another name, or open what is there."}},
		{ErrReadOnly, Message{"The vault is open for reading only.", "", "Close it and open it again to write."}},
		{ErrUnknownOutcome, Message{"A save ended in an error, and it is not known yet whether it arrived.", "Everything saved before is safe.", "Sounding is looking, and saves again if it did not."}},
		{ErrStopped, Message{"Saving has stopped until the vault has been looked through.", "Everything saved before is safe.", "Sounding keeps trying; if it goes on, close and open the vault."}},
		{ErrConflict, Message{"This reflection was changed elsewhere while you were writing.", "Both versions are kept.", "Compare them, and keep yours as the newest or drop it."}},
		{ErrHold, Message{"A hold is set, so nothing is erased or thinned.", unchanged, "Ask your information governance team before you take the hold away."}},
		{ErrNotTrashed, Message{"Only what is in the trash can be erased.", unchanged, "Put it in the trash first."}},
		{ErrErased, Message{"This reflection was erased.", "", "It does not come back, from a backup either."}},
		{ErrNoReflection, Message{"There is no such reflection in this vault.", "", "Look in the list, or in the trash."}},
		{ErrNoRevision, Message{"There is no such revision of this reflection.", "", "Look at its list of revisions."}},
		{ErrOtherVault, Message{"This is a copy of another vault.", unchanged, "Choose a backup of this one."}},
		{ErrOtherKey, Message{"This backup was made before the vault's key was changed.", unchanged, "Open it as a vault of its own, with the passphrase it had then."}},
		{ErrKeyTooShort, Message{"A passphrase cannot be empty.", unchanged, "Choose six random words, or something as long."}},
		{seal.ErrCost, Message{"The vault's header asks for an amount of work that no vault is made with.", unchanged, "Someone may have changed the file: restore a backup."}},
		{seal.ErrSealed, Message{"Something in the vault is not what was sealed there.", "It was not shown or changed.", "Check the vault, which says what can be saved."}},
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
	if f.Title != "" {
		of = fmt.Sprintf("%q", f.Title)
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
