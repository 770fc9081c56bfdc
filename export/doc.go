// Package export makes the files that other people and programs open, and
// reads the open formats back in.
//
// It knows the journal and no screen, vault or pack. Machine formats are strict
// on the way in: an unknown field, a duplicate id or a value out of range is
// refused by name, and nothing is half-read. Everything for people to read is
// plain text that no terminal can mistake for a command.
package export
