package settings

import (
	"strconv"
	"strings"

	"sounding/journal"
)

type input int

const (
	choices input = iota
	line
	lines
	secret
)

// setting is one thing that can be changed. set stores a value and gives the
// words to say; with shows they stay on the screen until Esc.
type setting struct {
	title   string
	help    string
	input   input
	choices []journal.Choice
	list    func(*Screen) []journal.Choice // the choices, where they are the person's own
	held    func(*Screen) []string         // of lines: what stands there
	value   func(*Screen) string
	set     func(*Screen, string) (string, error)
	starts  func(*Screen) string // of a line: what stands there; nil: nothing
	shows   bool
	waits   bool // storing it asks the system, which may ask the person
}

// table lists the settings in the order they are shown.
func table() []setting {
	return []setting{
		{title: titleTheme, help: helpTheme, choices: themes(), value: machineValue("theme"), set: setMachine("theme")},
		{title: titleLinear, help: helpLinear, choices: yesNo(), value: machineValue("linear"), set: setMachine("linear")},
		{title: titleIdle, help: helpIdle, input: line, value: idleValue, set: setIdle},
		{title: titleLength, help: helpLength, choices: lengths(),
			value: func(s *Screen) string { return strconv.Itoa(int(s.desk.Preferences().Length)) + " minutes" },
			set: prefer(func(p *journal.Preferences, v string) error {
				n, err := strconv.Atoi(v)
				p.Length = journal.Length(n)
				return err
			})},
		{title: titleGuidance, help: helpGuidance, choices: yesNo(),
			value: func(s *Screen) string { return yesWord(s.desk.Preferences().Guidance) },
			set:   prefer(func(p *journal.Preferences, v string) error { p.Guidance = v == journal.Yes; return nil })},
		{title: titleHistory, help: helpHistory, choices: histories(),
			value: func(s *Screen) string { return labelOf(histories(), string(s.desk.Preferences().History)) },
			set:   prefer(func(p *journal.Preferences, v string) error { p.History = journal.History(v); return nil })},
		{title: titlePeople, help: helpPeople, input: lines,
			held:  func(s *Screen) []string { return s.desk.Preferences().People },
			value: func(s *Screen) string { return strconv.Itoa(len(s.desk.Preferences().People)) },
			set:   prefer(func(p *journal.Preferences, typed string) error { p.People = lined(typed); return nil })},
		{title: titleWording, help: helpWording, choices: wordings(),
			value: func(s *Screen) string {
				short, _, _ := strings.Cut(labelOf(wordings(), s.desk.Preferences().Wording), ":")
				return short
			},
			set: prefer(func(p *journal.Preferences, v string) error { p.Wording = v; return nil })},
		{title: titleNames, help: helpNames, choices: yesNo(),
			value: func(s *Screen) string { return yesWord(s.desk.Preferences().Names) },
			set:   prefer(func(p *journal.Preferences, v string) error { p.Names = v == journal.Yes; return nil })},
		{title: titleRoster, help: helpRoster, input: lines,
			held:  func(s *Screen) []string { return s.desk.Preferences().Roster },
			value: func(s *Screen) string { return strconv.Itoa(len(s.desk.Preferences().Roster)) },
			set:   prefer(func(p *journal.Preferences, typed string) error { p.Roster = lined(typed); return nil })},
		{title: titleDepth, help: helpDepth, choices: yesNo(),
			value: func(s *Screen) string { return yesWord(s.desk.Preferences().Depth) },
			set:   prefer(func(p *journal.Preferences, v string) error { p.Depth = v == journal.Yes; return nil })},
		{title: titleTime, help: helpTime, choices: yesNo(),
			value: func(s *Screen) string { return yesWord(s.desk.Preferences().Time) },
			set:   prefer(func(p *journal.Preferences, v string) error { p.Time = v == journal.Yes; return nil })},
		{title: titleDisagreed, help: helpDisagreed, list: disagreed,
			value: func(s *Screen) string { return strconv.Itoa(len(s.desk.Disagreed())) },
			set:   takeBack},
		{title: titlePassphrase, help: helpPassphrase, input: secret, value: nothing, set: nil},
		{title: titleKeyring, help: helpKeyring, choices: yesNo(), waits: true,
			value: func(s *Screen) string { return yesWord(s.desk.Keyring()) }, set: setKeyring},
		{title: titleConfirm, help: helpConfirm, input: line, value: confirmedValue,
			set: func(s *Screen, v string) (string, error) {
				return sayConfirmed, s.desk.ConfirmCode(strings.TrimSpace(v))
			}},
		{title: titleNewCode, help: helpNewCode, choices: newCode(), value: nothing, set: makeCode, shows: true},
		{title: titleHolds, help: helpHolds, list: holds, value: holdsValue, set: changeHold},
		{title: titleKeptFor, help: helpKeptFor, input: lines,
			held:  func(s *Screen) []string { return s.desk.KeptFor() },
			value: func(s *Screen) string { return strconv.Itoa(len(s.desk.KeptFor())) },
			set: func(s *Screen, typed string) (string, error) {
				return saySaved, s.desk.SetKeptFor(lined(typed))
			}},
		{title: titleBackups, help: helpBackups, input: line, value: placeValue, set: setMachine("backups"),
			starts: func(s *Screen) string { return s.machine.Get("backups") }},
	}
}

func nothing(*Screen) string { return "" }

func machineValue(name string) func(*Screen) string {
	return func(s *Screen) string { return s.machine.Get(name) }
}

func setMachine(name string) func(*Screen, string) (string, error) {
	return func(s *Screen, value string) (string, error) { return saySaved, s.machine.Set(name, value) }
}

func prefer(change func(*journal.Preferences, string) error) func(*Screen, string) (string, error) {
	return func(s *Screen, value string) (string, error) {
		p := s.desk.Preferences()
		if err := change(&p, value); err != nil {
			return "", err
		}
		return saySaved, s.desk.SetPreferences(p)
	}
}

// lined reads a list, one thing a line; empty lines are none.
func lined(typed string) []string {
	var out []string
	for _, one := range strings.Split(typed, "\n") {
		if one = strings.TrimSpace(one); one != "" {
			out = append(out, one)
		}
	}
	return out
}

// disagreed lists what the person said no to: signs, and findings about words.
func disagreed(s *Screen) []journal.Choice {
	return append([]journal.Choice{{Label: keepDisagreed}}, s.desk.Disagreed()...)
}

func takeBack(s *Screen, entry string) (string, error) {
	if entry == "" {
		return "", nil
	}
	p := s.desk.Preferences()
	p.TakeBack(entry)
	return sayTakenBack, s.desk.SetPreferences(p)
}

// setKeyring asks the system, so it may take its time.
func setKeyring(s *Screen, value string) (string, error) {
	on := value == journal.Yes
	if on == s.desk.Keyring() {
		return saySaved, nil
	}
	if err := s.desk.SetKeyring(on); err != nil {
		return "", err
	}
	if on {
		return sayKeyringOn, nil
	}
	return saySaved, nil
}

// holds lists what is held and can be released.
func holds(s *Screen) []journal.Choice {
	return append([]journal.Choice{{Label: keepHolds}}, s.desk.Held()...)
}

// holdsValue counts the holds: the first entry is about everything.
func holdsValue(s *Screen) string {
	held := s.desk.Held()
	return strconv.Itoa(max(len(held)-1, 0))
}

func changeHold(s *Screen, entry string) (string, error) {
	if entry == "" {
		return "", nil
	}
	return saySaved, s.desk.ChangeHold(entry)
}

func placeValue(s *Screen) string {
	if place := s.machine.Get("backups"); place != "" {
		return place
	}
	return noPlace
}

func idleValue(s *Screen) string {
	if n := s.desk.Preferences().IdleMinutes; n > 0 {
		return strconv.Itoa(n) + " minutes"
	}
	return neverWord
}

// longestIdle is the most minutes that may pass before an idle lock.
const longestIdle = 240

func setIdle(s *Screen, typed string) (string, error) {
	n, err := strconv.Atoi(strings.TrimSpace(typed))
	if err != nil || n < 0 || n > longestIdle {
		return "", &journal.Refusal{Why: refuseIdle}
	}
	p := s.desk.Preferences()
	p.IdleMinutes = n
	return saySaved, s.desk.SetPreferences(p)
}

func confirmedValue(s *Screen) string {
	if s.desk.Preferences().RecoveryOK {
		return typedBack
	}
	return notYet
}

func makeCode(s *Screen, value string) (string, error) {
	if value != "new" {
		s.close()
		return "", nil
	}
	code, err := s.desk.NewCode()
	return sayNewCode + code, err
}

func yesNo() []journal.Choice {
	return []journal.Choice{{ID: journal.Yes, Label: "Yes"}, {ID: journal.No, Label: "No"}}
}

func yesWord(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}

func themes() []journal.Choice {
	return []journal.Choice{
		{ID: "auto", Label: "Auto: the terminal's own colours until its background is known"},
		{ID: "light", Label: "Light"}, {ID: "dark", Label: "Dark"}, {ID: "high-contrast", Label: "High contrast"},
	}
}

func lengths() []journal.Choice {
	return []journal.Choice{{ID: "10", Label: "10 minutes"}, {ID: "25", Label: "25 minutes"}, {ID: "45", Label: "45 minutes"}}
}

func histories() []journal.Choice {
	return []journal.Choice{
		{ID: string(journal.HistoryAll), Label: "Keep every version"},
		{ID: string(journal.HistoryThin), Label: "Keep fewer versions as they age"},
		{ID: string(journal.HistoryLast), Label: "Keep the final version only"},
	}
}

func wordings() []journal.Choice {
	return []journal.Choice{
		{ID: "off", Label: "Off"}, {ID: "quiet", Label: "Quiet: the words alone"},
		{ID: "on", Label: "On: with the reason, and who says so"},
	}
}

func newCode() []journal.Choice {
	return []journal.Choice{{ID: "new", Label: "Make a new code; the old one stops working"}, {ID: "keep", Label: "Keep the one there is"}}
}

func labelOf(all []journal.Choice, id string) string {
	for _, c := range all {
		if c.ID == id {
			return c.Label
		}
	}
	return id
}

// The words of the screen.
const (
	title           = "Settings"
	titleTheme      = "Theme"
	helpTheme       = "How the screen is coloured. Nothing is said by colour alone."
	titleLinear     = "Always start in plain lines"
	helpLinear      = "Plain printed lines, for screen readers and dictation, in place of the full screen. It holds from the next start."
	titleIdle       = "Lock when idle"
	helpIdle        = "After how many minutes without a key? 0 is never."
	refuseIdle      = "Type a whole number from 0 to 240."
	neverWord       = "never"
	titleLength     = "Length to offer first"
	helpLength      = "You can change it at any moment in a walk."
	titleGuidance   = "Guidance beside the step"
	helpGuidance    = "Where the window is wide enough. F2 shows it on any."
	titleHistory    = "Earlier versions, on finishing"
	helpHistory     = "Every version that is kept can be asked for, by the people it is about or by a court."
	titlePeople     = "People to turn to"
	helpPeople      = "One a line: a name or a role, and a number. Shown when you say that something needs a person and not a page. Ctrl+S saves."
	titleDisagreed  = "What you disagreed with"
	helpDisagreed   = "They are not shown again where you said no. Choose one to have it shown again. This list is for you alone."
	keepDisagreed   = "Leave them as they are"
	sayTakenBack    = "It can be shown again."
	titleWording    = "Wording, while I write"
	helpWording     = "A line under the answer: kinder or plainer words, how sure you are, who did what. It suggests; what stays is yours to say."
	titleNames      = "Names, while I write"
	helpNames       = "Say under the answer what could name somebody. Before an export or a copy it is always looked for."
	titleRoster     = "Names that are always looked for"
	helpRoster      = "One a line. Before a name can stand child:, parent: or colleague:. A line that begins with school:, place: or number: is one of those; in a number 9 is any figure and A any letter. Ctrl+S saves."
	titleDepth      = "Depth, at the end of a step"
	helpDepth       = "Say once, as you leave a step of writing, that it has nothing yet of what you felt, assumed or would do differently. No score."
	titleTime       = "Where the time in a walk goes"
	helpTime        = "Add up the minutes by step, sealed here and shown to you alone in insights. No day and no family is kept with them. No stops it and forgets them."
	titlePassphrase = "Change the passphrase"
	helpPassphrase  = "Type the new one, then Enter, then once more. A copy of the vault from before still opens with the old one."
	titleConfirm    = "Recovery code: type it back"
	helpConfirm     = "Type the code you wrote down, to be sure that you have it."
	typedBack       = "typed back"
	notYet          = "not typed back yet"
	titleKeyring    = "Open with this computer's keyring"
	helpKeyring     = "Then no passphrase is asked for on starting, and whoever can use your account on this computer can open the vault. After a lock the passphrase is asked for all the same. It is off until you switch it on; leave it off where an employer manages the computer."
	sayKeyringOn    = "The keyring opens the vault from now on, but not after a lock."
	titleHolds      = "Holds"
	helpHolds       = "What is held can be neither erased nor thinned, because somebody has asked for it or a court, a complaint or a review may. Ask your information governance team before you release one."
	keepHolds       = "Leave them as they are"
	titleKeptFor    = "How long to keep, by theme"
	helpKeptFor     = "One a line: a theme, a colon and a number of months, such as Domestic abuse: 24. Home reminds when a reflection was kept for so long; nothing is ever removed by itself. Ctrl+S saves."
	titleBackups    = "A second place for backups"
	helpBackups     = "The whole path of a folder, such as one on a stick or a share; empty is none. Finished backups alone go there, sealed. It holds from the next start."
	noPlace         = "none"
	titleNewCode    = "Recovery code: make a new one"
	helpNewCode     = "For when the paper is lost. It is shown once."
	saySaved        = "Saved."
	sayAgain        = "Type it once more, then Enter."
	sayEmpty        = "A passphrase cannot be empty."
	sayDifferent    = "Those two were not the same. Type the new one again."
	sayWorking      = "One moment."
	sayPassphrase   = "The passphrase is changed."
	sayConfirmed    = "That is your code. Keep it safe."
	sayNewCode      = "Write this down now. It is shown only once: "
	sayBroke        = "That did not work. Nothing was changed."
)
