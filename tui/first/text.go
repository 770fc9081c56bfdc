package first

// The words of the first run.
const (
	promise = `Sounding helps you think a dilemma through before supervision: what might be going on, how you know, what would change your mind, what you might say. It asks questions. It writes nothing for you, and gives no answers and no scores.

What it promises. Your notes are encrypted on this computer with a passphrase that only you know. Nothing is sent anywhere. There is no account. Every answer is saved as you give it.

What it cannot promise. It does not protect your notes from someone who controls this computer while it is unlocked. Notes like these can be asked for, by the people they are about or by a court, and so can every earlier version that is kept. If this is for work, your employer is probably responsible for it, so check that you may keep it on this machine.

If you lose both the passphrase and the recovery code, nobody can open your notes.

Write a code, never a name. A decision about a child belongs on the child's record; learning belongs here.`
	placed = "They will be kept in: "
	goOn   = "Enter: choose a passphrase"

	herePassphrase = "Type it here. It shows as stars."
	hereCode       = "Type the code here."

	sayEmpty     = "A passphrase cannot be empty."
	sayDifferent = "Those two were not the same. Choose one again."
	sayMaking    = "Making the vault. This takes a moment, on purpose."
	sayReady     = "Your vault is ready."
	sayLater     = "Your vault is ready. Home reminds you until the recovery code has been typed back."
	sayBroke     = "That did not work. Nothing was changed. Try once more."
)

var titles = map[stage]string{
	reading:    "Welcome to Sounding",
	choosing:   "Choose a passphrase",
	repeating:  "Once more",
	making:     "One moment",
	confirming: "Your recovery code",
}

var texts = map[stage]string{
	choosing:  "Six ordinary words that have nothing to do with one another are strong and can be remembered. Nobody can reset it for you.",
	repeating: "Type the same passphrase again.",
	making:    "",
	confirming: `Write this down on paper and keep it away from this computer. It is shown only now. It opens your notes if you forget the passphrase.

    {code}

Type it back to be sure that you have it, then Enter. Small letters and spaces are fine.`,
}
