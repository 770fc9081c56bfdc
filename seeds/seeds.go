// Package seeds holds the built-in packs: the content that Sounding starts
// with, as Markdown, YAML and CSV that anyone can read and copy.
//
// It embeds the files and knows nothing of what is in them; the content
// package reads and checks them. A practice lead changes a word here, or in a
// pack of their own beside it, without touching code.
package seeds

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml walks themes library frameworks all:words
var builtIn embed.FS

//go:embed packs/adults
var adults embed.FS

// Pack is the built-in pack: every walk, theme, framework, page, word list and
// sign that Sounding comes with.
func Pack() fs.FS { return builtIn }

// Adults is the second built-in pack. It adds no walks: it puts "the person"
// where the walks say "the child", for a team that works with adults.
func Adults() fs.FS {
	pack, err := fs.Sub(adults, "packs/adults")
	if err != nil {
		// Sub refuses an ill-formed path only, and this one is fixed above.
		return embed.FS{}
	}
	return pack
}

//go:embed demo
var demo embed.FS

// Demo holds the reflections of the demonstration, one a file: a made-up
// practitioner's three months. Each file's name begins with how many days it
// lies back.
func Demo() fs.FS {
	files, err := fs.Sub(demo, "demo")
	if err != nil {
		// Sub refuses an ill-formed path only, and this one is fixed above.
		return embed.FS{}
	}
	return files
}
