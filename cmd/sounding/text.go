package main

import (
	"sounding/language"
)

// The words of the command line and of what goes wrong.
const (
	safeUnchanged   = "Nothing was changed."
	safeNothingRead = "Nothing was taken from it."
	safeSaved       = "Everything saved before is safe."
	nextAgain       = "Put that right first, then say it again."
	whatNotKept     = "The last words were not kept."
	safeSettings    = "The defaults are used."
	safeInMemory    = "What you wrote is still in memory."

	nextSettings    = "Mend or remove %s."
	nextFormats     = "The formats are described in docs/formats.md."
	nextSlow        = "Leave this window open until it says saved."
	nextBackup      = "Copy the file somewhere safe, then put the newest backup in its place: sounding restore %s"
	whatFolderInUse = "There is something in that folder already."
	nextFolderInUse = "Name a folder that is empty, or one that is not there yet."
	nextPassphrase  = "Try again, with an eye on Caps Lock, or use the recovery code: sounding recover."
	nextNoAccess    = "Look at who may write there, or choose another place."

	whatNoAccess        = "You may not read or write there."
	whatNoKeyring       = "No keyring can be reached on this computer."
	whatKeyringSecret   = "The keyring holds no key that opens this vault."
	whatKeyringLeft     = "The keyring opens the vault no more, but what it holds could not be removed."
	safeKeyringLeft     = "It opens nothing but backups that were made while it was on."
	nextKeyringLeft     = "Remove the entry called sounding in the keyring yourself."
	nextKeyringOff      = "It stays switched off. A desktop that you are signed in to has one."
	safeKeyring         = "The passphrase opens the vault as before."
	nextNoKeyring       = "Where there is none, switch it off: sounding passphrase --keyring off"
	nextKeyring         = "Switch it on anew if you want it: sounding passphrase --keyring on"
	whatEmptyPassphrase = "A passphrase cannot be empty."
	whatSlow            = "The disk is slow to answer."
)

// Flags and prompts.
const (
	flagVault      = "the vault's file"
	flagLinear     = "plain printed lines in place of the full screen"
	flagPassphrase = "a file that holds the passphrase"
	flagPack       = "a folder with a pack of walks and pages; can be given more than once; \"adults\" is built in"

	promptPassphrase = "Passphrase:"
	promptNew        = "Choose a passphrase:"
	promptAgain      = "Once more:"
	promptRecovery   = "Recovery code:"

	askOlder   = "Type yes to go on with this file, or press Enter to leave it alone:"
	askDamaged = "Type yes to read what is whole (nothing can be written then), or press Enter to leave it alone:"

	labelPageOnly   = "The page only (Markdown)"
	labelEverything = "Everything I wrote (%s)"

	labelOlder   = "It was restored from a backup: go on with it"
	labelDamaged = "Read what is whole"

	hintWeak   = "Weak: with many machines, someone who has this file could find it in %s. More words make it stronger."
	hintFair   = "Fair: with many machines, someone who has this file could find it in %s. One or two more words would help."
	hintStrong = "Strong, if it is not a saying or a line that can be looked up."

	warnSynced = "This lies in a folder that is copied elsewhere (%s). Copies there outlive anything you erase here, and half-copied files can be damaged. Another place is better."
)

// formLabels are the forms of an utterance in the words a person reads.
var formLabels = map[language.Form]string{
	language.FormOpen: "an open question", language.FormClosed: "a closed question", language.FormWhy: "a why question",
	language.FormLeading: "a leading question", language.FormMultiple: "several questions at once",
	language.FormAffirmation: "an affirmation", language.FormReflection: "a reflection", language.FormSummary: "a summary",
	language.FormAdvice: "advice", language.FormInformation: "information", language.FormConfrontation: "a confrontation",
	language.FormOther: "something else",
}

// What is said before a vault is there.
const (
	offerLines    = "Sounding draws on the whole screen. For a screen reader, dictation or a braille display it can print plain lines instead; both hold the same."
	offerQuestion = "Press Enter for the full screen, or type lines and press Enter:"
	promiseShort  = "Your notes are encrypted on this computer with a passphrase that only you know. If you lose both it and the recovery code, nobody can open them. They can be asked for by the people they are about, or by a court. Write a code, never a name."
	notTheSame    = "Those two were not the same."
	sayCode       = "This is your recovery code. It is shown only now. Write it on paper and keep it away from this computer:"

	shortRoot    = "Think a dilemma through before supervision"
	longRoot     = "Sounding walks a social worker from a dilemma to one page worth taking into supervision: what might be going on, how they know, what would change their mind, what they might say. Alone it opens the full screen; with --linear, or where there is no terminal, it prints plain lines. Everything is kept encrypted in one file on this machine."
	shortVersion = "Print the version"
)

// The commands.
const (
	shortInit       = "Make a new vault without the screen; prints the recovery code once"
	shortDemo       = "Look round a throw-away vault with a made-up practitioner's three months"
	shortNew        = "Begin a reflection of a walk, or take one from a file"
	shortJot        = "Catch three lines, to grow into a reflection later"
	shortList       = "List what is kept, newest first"
	shortShow       = "Print one reflection whole"
	shortSearch     = "Find reflections by their words"
	shortAbout      = "Gather everything about one subject, readable, for somebody who has asked for it"
	shortExport     = "Write reflections as plain files"
	longExport      = "Writes everything that was written in a reflection to a plain file, no longer protected: as Markdown without what is marked as for you alone, or as JSON the whole record. With --page it writes the page to take into supervision and nothing else. Where something in what is written could name somebody, it stops and says so, unless --redact or --allow-identifiers says what is to become of it."
	shortPassphrase = "Change the passphrase, or say whether this computer's keyring opens the vault"
	shortRecover    = "Open the vault with the recovery code and set a new passphrase"
	shortPacks      = "Check a pack of content, or start one"
	shortCheck      = "Read a pack whole and print every problem with file, line and what to do"
	shortPackNew    = "Write a small pack to start from"
	shortCompletion = "Print completion for a shell"
	shortMan        = "Print the manual page"

	flagKeyring       = "on or off: whether this computer's keyring opens the vault. Whoever can use your account can then open it too"
	flagRenew         = "let the backups within reach open with the new passphrase, and with the old one no more"
	flagNewPassphrase = "a file that holds the new passphrase"
	flagConfirm       = "only type the code back, to be sure of it"
	flagCodeFile      = "a file that holds the recovery code"
	flagLength        = "how long you have, in minutes"
	flagSubject       = "a code for whom it is about, never a name"
	flagFrom          = "a file in the form of show --json, or - for standard input"
	flagJSON          = "machine output, described in docs/formats.md"
	flagMarkdown      = "Markdown, which is the usual form"
	flagWalk          = "only this walk"
	flagTheme         = "only this theme"
	flagSince         = "only what was changed on or after a date"
	flagStandard      = "only what is noted against this standard"
	flagOutDir        = "a folder to write a file for each reflection into"
	flagFormat        = "the form of the file: md or json"
	flagOut           = "the file to write; it must not be there yet"
	flagPage          = "only the page to take into supervision, as Markdown"
	flagAllow         = "write it although something in it could name somebody"
	flagRedact        = "put pseudonyms in place of what could name somebody; the key stays sealed in the vault"
	pageIsMarkdown    = "the page is written as Markdown: leave --format out, or --page"
	pageEmpty         = "nothing of this reflection is for the page. Leave --page out to export everything you wrote"
	redactOrAllow     = "choose one of --redact and --allow-identifiers"

	takesThis    = "something is missing. It is said like this: %[1]s %[2]s. Try: %[1]s --help"
	takesNoMore  = "that is more than it takes. It is said like this: %[1]s %[2]s. Try: %[1]s --help"
	takesNothing = "nothing but flags comes after %[1]s, and there is %[2]q. Try: %[1]s --help"
	noSuchFlag   = "there is no flag %[2]s for %[1]s. Try: %[1]s --help"
	flagNeeds    = "%s needs something after it. Try: %s --help"
	flagRefuses  = "%s does not take %s. Try: %s --help"

	whichWalk     = "name a walk, such as case-reflection, or a file with --from"
	walkUnknown   = "The packs have no walk called %s. Everything is kept, and shown without its questions."
	noSuchID      = "there is no %s called %q. There are: %s"
	sayListedNone = "Nothing was found."
	sayJotted     = "Jotted."
	sayFound      = "%d found."
	sayExported   = "Written to %s, in plain text and no longer protected."
	sayChanged    = "The passphrase is changed. A copy of the vault from before still opens with the old one."
	sayRenewed    = "Backups that open with the new passphrase now: %d."
	sayKeyringOn  = "This computer's keyring opens the vault from now on, but not after a lock. Whoever can use your account on this computer can open it too."
	sayKeyringOff = "The keyring opens the vault no more. The passphrase does."
	keyringOnOff  = "--keyring is on or off"
	sayConfirmed  = "That is your recovery code. Keep it safe."
	sayPackNew    = "A pack to start from is in %s. Check it with: sounding packs check DIR."
	packLeftOut   = "the pack %s is left out whole, and everything else works. Once it is mended, try: sounding packs check DIR"
	packRefused   = "the pack has %s. Each is named above with what to do; mend it, then check again"
	packSound     = "The pack is sound."
)
