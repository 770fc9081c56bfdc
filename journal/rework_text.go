package journal

// What is said when explanations are joined, parted and set aside.
const (
	sayMergeSame = "Those two are the same explanation."
	sayNoRef     = "There is no such item here. Explanations are H1, H2 and so on; actions are A1, A2."
	askMerge     = "Say which two, such as: merge H1 H2."
	askSplit     = "Say which one, such as: split H2."
	askPark      = "Say which one, such as: park H3."
	askLink      = "Say which action belongs to which explanation, such as: link A1 H2."

	saidMerged      = "%s is part of %s now, with what you would see for both. Look at its words, and at what is to be rated again. Earlier versions hold both."
	saidSplit       = "%s has a twin now, %s. Write each as one of the two."
	saidParked      = "%s is set aside. It stays in your list. The same words take it up again."
	saidParkedGrave = "%s is set aside. It would be grave if it were true and missed, so it stays in sight."
	saidBack        = "%s is taken up again."
	saidUp          = "%s is one up."
	saidDown        = "%s is one down."
	saidLinked      = "%s grew out of %s."
)
