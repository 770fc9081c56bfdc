package main

import (
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// paths are the places of this machine that Sounding uses.
type paths struct {
	vault   string
	config  string // settings.toml
	packs   string
	state   string   // anchors and the log
	backups []string // folders; the first is on this machine
}

// findPaths settles them: the flag, then SOUNDING_VAULT, then the XDG places.
// Data and configuration lie in different folders on every system.
func (p *Program) findPaths(vault string) paths {
	xdg.Reload()
	found := paths{
		vault:   filepath.Join(xdg.DataHome, "sounding", "vault.db"),
		config:  filepath.Join(xdg.ConfigHome, "sounding", "settings.toml"),
		packs:   filepath.Join(xdg.DataHome, "sounding", "packs"),
		state:   filepath.Join(xdg.StateHome, "sounding"),
		backups: []string{filepath.Join(xdg.DataHome, "sounding", "backups")},
	}
	if xdg.DataHome == xdg.ConfigHome {
		found.config = filepath.Join(xdg.ConfigHome, "sounding-settings", "settings.toml")
	}
	if named := p.env("SOUNDING_VAULT"); named != "" {
		found.vault = named
	}
	if vault != "" {
		found.vault = vault
	}
	if found.vault != filepath.Join(xdg.DataHome, "sounding", "vault.db") {
		found.backups = []string{filepath.Join(filepath.Dir(found.vault), "sounding-backups")}
	}
	// What is wrong with the settings is told where they are read for their own sake.
	if m, err := readMachine(found.config); err == nil && m.Backups != "" {
		found.backups = append(found.backups, m.Backups)
	}
	return found
}

// localPacks lists the packs in the XDG folder, by name.
func localPacks(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // no folder: no packs
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out
}
