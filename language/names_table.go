package language

// nameTable files what words can be by the hash of the word. Every word of a text is looked up in it, so it is one row
// of slots in which a look-up mostly touches one place, with no pointers for the collector to follow. At most half of
// the slots are held. The hash 0 marks a free slot.
type nameTable struct {
	slots []nameSlot // a power of two of them
	held  int
}

type nameSlot struct {
	hash  uint64
	entry nameEntry
}

// newNameTable makes room for about so many words.
func newNameTable(words int) nameTable {
	size := 64
	for size < 2*words {
		size *= 2
	}
	return nameTable{slots: make([]nameSlot, size)}
}

// find gives what is filed under a hash, nothing where nothing is.
func (t *nameTable) find(hash uint64) nameEntry {
	return t.slots[t.slot(hash)].entry
}

// slot is where a hash is filed, or would be.
func (t *nameTable) slot(hash uint64) int {
	last := uint64(len(t.slots) - 1)
	at := hash & last
	for t.slots[at].hash != hash && t.slots[at].hash != 0 {
		at = (at + 1) & last
	}
	return int(at)
}

// add joins an entry to what is filed under a hash.
func (t *nameTable) add(hash uint64, entry nameEntry) {
	at := t.slot(hash)
	if t.slots[at].hash == 0 {
		if 2*t.held >= len(t.slots) {
			t.grow()
			at = t.slot(hash)
		}
		t.held++
	}
	t.slots[at].hash = hash
	t.slots[at].entry.flags |= entry.flags
	t.slots[at].entry.groups |= entry.groups
}

func (t *nameTable) grow() {
	before := t.slots
	t.slots = make([]nameSlot, 2*len(before))
	for _, slot := range before {
		if slot.hash != 0 {
			t.slots[t.slot(slot.hash)] = slot
		}
	}
}
