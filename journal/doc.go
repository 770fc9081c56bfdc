// Package journal is the domain of Sounding: what a walk asks, what a
// reflection holds, where a person is between the two, and the reasoning on
// what they wrote.
//
// It knows the field's words and nothing else: no screen, no disk, no pack
// format, no wording rules. It imports the standard library only. Everything
// here is a value or a pure function of values; clocks, ids and randomness are
// handed in. A half-done walk is a Reflection like any other, so a draft is a
// stored state and resuming is loading it.
package journal
