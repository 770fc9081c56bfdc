package main

// The words of the commands that weigh, listen, look and keep.
const (
	shortWeigh = "Weigh a matrix of explanations and evidence from a file"
	longWeigh  = "Reads a matrix as JSON (docs/formats.md) and says in sentences what speaks against each explanation, what the order rests on, and what to know before leaning on it. With --json it prints the scores, the order, how far each item tells the explanations apart, and the linchpins. It names no explanation as right and gives no percentage. No vault is opened."

	shortCalibrate = "Hold forecasts against what happened"
	longCalibrate  = "Reads a CSV file with the header date,statement,probability,outcome and says how forecasts turned out: the Brier score and its three parts, and Wilson's interval for how often things happened. An outcome is 1, 0, or empty while it is not known. Below twenty there is too little to say. No vault is opened."

	shortListen = "Tell the form of each line of what was, or may be, said"
	longListen  = "Reads one utterance a line and says of each whether it asks, openly or not, hands something back, affirms, sums up or advises, with what it went by; then how open questions stand to closed ones and reflections to questions. It is a mirror for the speaker and measures nobody. No vault is opened."

	shortWording = "Find words that could be kinder, plainer or surer of their ground"
	longWording  = "Reads a text and points out wording worth a second look, each with a reason and its source: kinder or plainer words, acronyms not spelled out, certainty without evidence, hearsay without a source, blame, and passives that hide who did it. Quotations and names are left alone. No vault is opened."

	shortIdentifiers = "Find what could name somebody, or put pseudonyms there"
	longIdentifiers  = "Reads a text and lists what could tell a reader whom it is about: names, dates, numbers, addresses, and rare combinations. With --replace it prints the text with the same pseudonym for the same person or thing each time, and changes nothing else. A person has to read the text as well: an event or a turn of phrase can name somebody too. No vault is opened."

	shortDue = "List what has a date: actions, forecasts and looks back"
	longDue  = "Lists every open action and forecast with a date, the soonest first, and the looks back that are open today: two weeks, three, six and twelve months after a reflection about a family was finished. --until D leaves out what comes later."

	shortLibrary = "List the library, or print one page of it"
	longLibrary  = "Lists the pages shelf by shelf, or prints one, by its id or its title, with its standards, its sources and the date it was checked. No vault is opened."

	shortBackup = "Make a verified copy of the vault"
	longBackup  = "Copies the vault into the folder for backups, or to FILE, and counts the copy only when it has been opened and everything in it was proved whole. A copy opens with the same passphrase. With --handover it writes an archive that opens without Sounding, with age and tar: every reflection as text and as data, with an index page, sealed under a passphrase of its own."

	shortRestore = "Bring a backup back, whole or in part"
	longRestore  = "Compares a backup with the vault and says what is missing here, newer, older or changed; then asks. The whole backup takes the vault's place, and the file as it was is kept beside it; --only brings single reflections back as new revisions. What was erased here stays erased. Where the vault is missing or damaged, the backup is put in its place."

	shortCheckVault = "Read the whole vault and say what is wrong with it, if anything"
	longCheckVault  = "Reads the file's structure and proves every record in it. For each thing that is wrong it says what it is, what is safe, and one thing to do. It changes nothing, but for --mend. Exit code 5 says that something was found."

	shortCompact = "Make the vault's file as small as what is in it"
	longCompact  = "Puts a copy without free room in the place of the vault's file. Nothing that you can read changes; what was deleted leaves the file for good."

	shortErase = "Destroy one reflection for good"
	longErase  = "Destroys a reflection with its revisions, drafts and key, the key of its pseudonyms where nothing else needs it, and what was disagreed with in it, in the vault and in every backup that can be reached, and says what still holds it and until when. It asks first whether anyone may need it: if so, --hold keeps it from being erased."

	shortSalvage = "Save what is whole in a damaged vault into a new one"
	longSalvage  = "Looks through a damaged vault's file and writes everything that proves whole into a new vault, which the same passphrase and recovery code open. The damaged file is only read."

	shortHold = "List what must be kept, or set and release a hold"
	longHold  = "A hold keeps a reflection, or with --all the whole vault, from being erased, from being thinned, and its backups from being let go. Set one when somebody has asked for notes, or a court, a complaint or a review may need them. Without an id it lists the holds there are."

	shortRetention = "Say for how many months a theme is kept, and list what has been kept so long"
	longRetention  = "Lists the themes with the months for which reflections about them are kept, and which reflections have been kept for so long. With a theme and a number of months it sets one; 0 takes it away. Nothing is ever removed by it: home reminds, and you decide. What is held is left out. Months count from the last change."

	shortRotate = "Give the vault another key, and seal everything anew under it"
	longRotate  = "For when somebody may have had a copy of the vault and its passphrase. Everything is sealed anew under other keys in a file that takes the old one's place. The recovery code is new and printed once. Backups from before keep their old passphrase and code, and cannot be changed from here any more. If the keyring opened the vault, it has to be switched on anew."

	shortDrill = "Rehearse a restore, to be sure that the backups are good"
	longDrill  = "Copies the newest backup of each folder, opens the copy, proves everything in it, reads every reflection and deletes the copy. It is done by itself at the end of a sitting once a month; home shows when it was last done."
)

// Flags and prompts of these commands.
const (
	flagReplace            = "print the text with pseudonyms in place of what was found"
	flagUntil              = "leave out what is due after a day"
	flagHandover           = "an archive that opens without Sounding, sealed under its own passphrase"
	flagHandoverPassphrase = "a file that holds the archive's passphrase"
	flagOnly               = "only the reflections with these ids, comma-separated or one flag each"
	flagYes                = "go on without asking on the terminal"
	flagEraseYes           = "erase without asking on the terminal; the question is printed all the same"
	flagHold               = "set a hold in place of erasing: nobody can erase or thin it until the hold is released"
	flagHoldAll            = "everything in the vault"
	flagRelease            = "take the hold away; ask your information governance team first"
	flagMend               = "write a damaged copy of the header anew"

	promptBackup     = "Passphrase of the backup:"
	noTerminalToAsk  = "there is no terminal to ask on. Read what the command does, then add --yes"
	onlyWithHandover = "--handover-passphrase-file belongs with --handover"
	oneOfTwo         = "choose one of --json and --replace"
	holdWhich        = "name one reflection, or say --all"
	retentionBoth    = "name a theme and a number of months; 0 takes the rule away"
	eraseOrHold      = "choose one of --yes and --hold"
	onlyIntoOpen     = "--only needs a vault that opens. Restore the whole backup, or salvage the vault first"
	askYes           = "Type yes to go on, or press Enter to leave everything as it is:"
)

// Input files.
const (
	nameStdin     = "standard input"
	nameFile      = "the file "
	sayTooLarge   = "%s is larger than %d MB, which is the most that is read"
	sayUnreadable = "%s cannot be read: %s"
	sayUnusable   = "%s cannot be used: %s"
	nextPath      = "Look at how it is written, or name another."
	whyFile       = "there is a file where a folder has to be"
	whyFull       = "the disk is full"
	whyReadOnly   = "nothing can be written there"
	sayNotPrinted = "what was asked for could not be printed: %s"
	nextPrint     = "Make room, or send it somewhere else, and say it again."
	sayInFile     = "in %s, %s"
	whyUnreadable = "the disk or the system would not give it"
	whyNotThere   = "there is no such file"
	whyNotAllowed = "you may not read it"
	whyFolder     = "it is a folder"
)

// Calibration in words.
const (
	sayNoneResolved      = "None of these forecasts has an outcome yet."
	sayTooFewOne         = "One forecast has an outcome: too few to say."
	sayTooFewMany        = "%d forecasts have an outcome: too few to say."
	sayResolved          = "%d forecasts have an outcome, and %d of them came true. With so many, anything from %.0f to %.0f in 100 would fit that."
	sayBrier             = "The Brier score is %.3f, where 0 is perfect. Always naming how often things came true would have scored %.3f."
	sayParts             = "Its parts: reliability %.3f (nearer 0 is better), resolution %.3f (higher is better), uncertainty %.3f (how open things were)."
	sayBin               = "Said to be %.4g in 100: came true %d times out of %d."
	sayCalibrationLimits = "This shows how well what you said fitted what happened. It does not show how good a decision was, nor anyone's worth."
)

// What listening says.
const (
	sayUtterance   = "%d. %s [%s"
	sayNoQuestions = "There is no question in this, so there is nothing to compare."
	sayRatios      = "Open questions: %d of %d. Reflections to questions: %d to %d."
	sayTooFewSaid  = "That is too little to say anything about how somebody speaks."
	sayMarks       = "By the marks of the MITI 4 manual: reflections to questions %s, complex reflections %s."
)

// What wording and identifiers say.
const (
	sayWording      = "Line %d, %s: %s"
	sayAlternatives = "; could be: %s"
	sayOr           = " / "
	sayListLeftOut  = "The word list %s is left out: %s"

	sayIdentifier       = "Line %d, %s: %s (%s)"
	sayReplacement      = "; could be %s"
	sayIdentifierLimits = "Formats, names and the words beside them are all this can see. An event, a place that only one family goes to or a turn of phrase can name somebody too: read it yourself."
)

// What is due, and the library.
const (
	sayNothingDue      = "Nothing has a date."
	sayNoPage          = "the library has no page %q. sounding library lists them"
	sayNoPageBut       = "the library has no page %q. Near it: %s"
	sayNotYetInForce   = " (in force from %s)"
	sayNoLongerInForce = " (in force until %s)"
)

// Backups.
const (
	sayAlreadyThere     = "there is already a file at %s, and it is not written over. Name another"
	sayAlreadyThereFlag = "there is already a file at %s, and it is not written over. Name another with %s"
	sayBackedUp         = "A backup was made and proved whole. Reflections in it: %d. Size: %s."
	sayUpToDate         = "The newest backup in %s is up to date."
	sayLetGo            = "Older backups let go: %d."
	sayHandoverSecret   = "The archive has a passphrase of its own. Whoever is to open it needs it; do not send both the same way."
	sayTrashLeftOut     = "Left out, since they are in the trash: %d."
	sayHandedOver       = "Reflections written and read back: %d. age -d opens the archive, tar unpacks it. Once unpacked, nothing protects them."

	labelHoldAll    = "Hold everything: nothing can be erased or thinned"
	labelReleaseAll = "Release the hold on everything, set on %s"
	labelRelease    = "Release the hold on: %s"
	sayHeldAll      = "Everything is held. Nothing can be erased or thinned until the hold is released."
	sayAllHeld      = "Everything, since %s."
	sayNoHolds      = "Nothing is held."
	sayReleased     = "The hold is released."

	refuseMonths   = "After the theme a number of months is needed, from 1 to 1200: %s"
	refuseTheme    = "There is no theme called %s. There are: %s"
	sayNoRetention = "No theme has a number of months."
	sayKeptLong    = "Kept for so long: "

	refuseFolder   = "Give the whole path of the folder, from the root on."
	sayPlaceNever  = "There is no backup in %s yet."
	sayPlaceBehind = "The newest backup in %s is from %s."

	sayRotateSecret   = "The passphrase after this can be another one, or the same."
	sayRotated        = "The vault has another key, and everything in it is sealed anew. Backups from before still open with the passphrase they were made under."
	sayRotatedKeyring = "The keyring opens the vault no more. To have that again: sounding passphrase --keyring on"

	sayNotProvedHome = "The newest backup in %s was not proved on %s. %s"

	sayLastProved = "Backups last proved: %s, %d of %d."
	sayProveAgain = " Prove them again with: sounding drill."

	sayDrilledToday = "today"
	sayOneDayAgo    = "1 day ago"
	sayDaysAgo      = "%d days ago"

	sayCompacted   = "From %s to %s."
	sayProvedPlace = "%s: %d of %d reflections read back whole."
	sayNotProved   = "%s: not proved. %s"
	sayReadOf      = "Only %d of %d reflections could be read. Make a new backup with: sounding backup."
	sayDrillFailed = "a backup was not proved"
)

// drillTroubles say what kept a backup from being proved.
var drillTroubles = map[string]string{
	"no-backup":  "There is no backup yet. Make one with: sounding backup.",
	"other-key":  "The newest backup is from before the key was changed. Make a new one with: sounding backup.",
	"damaged":    "The newest backup is damaged. Make a new one with: sounding backup.",
	"away":       "The folder cannot be reached now.",
	"unreadable": "The newest backup cannot be read.",
}

// Restoring.
const (
	sayOfBackup    = "About the backup: "
	sayBackupIs    = "%s is a copy of the vault as it was at %s. Reflections in it: %d."
	saySame        = "The same in both: %d. Only in the vault: %d."
	sayMissing     = "Missing here: "
	sayNewer       = "Newer in the backup: "
	sayOlder       = "Older in the backup: "
	sayChangedBoth = "Changed in both: "
	sayStayErased  = "Erased here since, and staying erased: %d."

	sayNothingToRestore = "The backup holds nothing that is not here as well. Nothing was changed."
	askRestoreWhole     = "The backup would take the vault's place. What is newer here, or only here, would go with the file as it is now, which is kept beside the vault."
	askRestoreChosen    = "Reflections that would be as they are in the backup: %d. What is here now stays among their revisions."
	askRestoreOver      = "The backup would take the place of %s. What is there now, if anything, is kept beside it."
	sayRestored         = "Reflections in the vault now: %d. The file as it was is kept as %s."
	sayRestoredNew      = "Reflections in the vault now: %d. It is %s."
	sayRestoredChosen   = "Brought back: %d."
	sayErasedAgain      = "Erased here since, and erased in it too: %d."
	sayNoDifference     = "the backup has no other state of a reflection whose id begins with %q. An id is at least its first four characters"
)

// Checking and salvaging.
const (
	sayChecked    = "Reflections: %d. Records: %d. All were read."
	sayAllWhole   = "Everything is whole."
	sayFoundOne   = "one thing was found"
	sayFoundMany  = "%d things were found"
	sayTimes      = " (%d of these)"
	sayMended     = "The damaged copy of the header was written anew."
	sayRunMend    = " Run: sounding check --mend"
	sayRunSalvage = " Run: sounding salvage NEWVAULT"
	sayRunRestore = " Run: sounding restore %s"

	saySalvaged     = "Saved. Reflections: %d. Revisions: %d. Drafts: %d. Other records: %d."
	sayUnread       = "Pieces that looked like records and could not be read: %d."
	saySalvagedNext = "Open it with --vault, look it through, then put %s in the vault's place."
)

// Erasing.
const (
	askRequests   = "Has anyone asked for these notes, or might a court, a complaint or a review need them? If so, do not erase them: ask your information governance team."
	sayNotInTrash = "It is not in the trash; erasing takes it from where it is."
	askErase      = "Type erase to destroy it for good, hold to keep it from being erased, or press Enter to leave it as it is:"
	wordErase     = "erase"
	wordHold      = "hold"
	sayErased     = "%s is erased. Revisions and drafts that went with it: %d."

	sayErasedBackups = "Backups that it was looked for in, and is in no more: %d."
	sayStillHeld     = "What may still hold it:"
	sayOwnCopies     = "A copy of the vault that was put anywhere else, as by backup FILE, still holds it: remove it yourself."

	sayHeld      = "A hold is set. It cannot be erased or thinned until the hold is released."
	sayAmbiguous = "more than one id begins with %q. Type more of it"
)
