// Package content reads packs: the folders of Markdown, YAML and CSV that hold
// Sounding's walks, themes, library, frameworks and word lists.
//
// It knows the journal's types and the shape of a pack, and nothing of vaults,
// screens or the network. Every mistake in a pack is told with its file, its
// line, what is wrong and what to do. The built-in pack is read a file at a
// time, when it is first needed; any other pack is read and checked whole
// before it counts, and refused whole where it is broken.
package content
