package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"sounding/journal"
	"sounding/tui/theme"
)

// machine is the small settings file of this machine: nothing in it says
// anything about a person.
type machine struct {
	Theme  string `toml:"theme"`
	Linear bool   `toml:"linear"`
	// Backups is a second folder for backups; empty is none.
	Backups string `toml:"backups,omitempty"`

	path string
}

// readMachine reads the settings, or gives the defaults where there is no file.
// A file that cannot be understood is told of and left alone.
func readMachine(path string) (*machine, error) {
	m := &machine{Theme: string(theme.Auto), path: path}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return m, fmt.Errorf("read settings: %w", err)
	}
	if err := toml.Unmarshal(data, m); err != nil {
		return &machine{Theme: string(theme.Auto), path: path}, &settingsError{path: path, cause: err}
	}
	if _, ok := theme.Parse(m.Theme); !ok {
		m.Theme = string(theme.Auto)
	}
	return m, nil
}

// settingsError says that the settings file cannot be understood.
type settingsError struct {
	path  string
	cause error
}

func (e *settingsError) Error() string { return "the settings in " + e.path + " cannot be understood" }
func (e *settingsError) Unwrap() error { return e.cause }

// Get reads one setting as a word.
func (m *machine) Get(name string) string {
	switch name {
	case "theme":
		return m.Theme
	case "linear":
		if m.Linear {
			return "yes"
		}
		return "no"
	case "backups":
		return m.Backups
	}
	return ""
}

// Set changes one setting and writes the file.
func (m *machine) Set(name, value string) error {
	switch name {
	case "theme":
		chosen, ok := theme.Parse(value)
		if !ok {
			return fmt.Errorf("set theme: %w", errNoTheme)
		}
		m.Theme = string(chosen)
	case "linear":
		m.Linear = value == "yes"
	case "backups":
		folder := strings.TrimSpace(value)
		if folder != "" && !filepath.IsAbs(folder) {
			return &journal.Refusal{Why: refuseFolder}
		}
		m.Backups = folder
	}
	return m.write()
}

var errNoTheme = errors.New("the themes are auto, light, dark and high-contrast")

func (m *machine) write() error {
	data, err := toml.Marshal(m)
	if err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(m.path), 0o700); err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	fresh := m.path + ".new"
	if err := os.WriteFile(fresh, data, 0o600); err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	if err := os.Rename(fresh, m.path); err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	return nil
}
