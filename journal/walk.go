package journal

// Length is how long a person has, in minutes. Zero is the only length of a
// walk that offers no choice.
type Length int

// Walk is a guided sequence of steps, as a pack declares it. Steps are in the
// order they are offered; a person may take them in any order.
type Walk struct {
	ID      string   `json:"id"`
	Version int      `json:"version"`
	Title   string   `json:"title"`
	Summary string   `json:"summary,omitempty"`
	About   About    `json:"about"`
	Lengths []Length `json:"lengths,omitempty"` // ascending; empty where the walk has one length
	Usual   Length   `json:"usual,omitempty"`   // the length offered first
	Minutes int      `json:"minutes,omitempty"` // about how long, where there is one length
	Order   int      `json:"order,omitempty"`   // place in the menu, lowest first
	Steps   []Step   `json:"steps"`
	Sources []string `json:"sources,omitempty"`
	Checked Date     `json:"checked,omitempty"`
	Pack    string   `json:"pack,omitempty"`
}

// About says whom a walk is about. A walk about a family must offer a way to
// say that something cannot wait, at every length.
type About string

// The two things a walk can be about.
const (
	AboutFamily   About = "family"
	AboutPractice About = "practice"
)

// Step is one screen of a walk.
type Step struct {
	ID       string         `json:"id"`
	Kind     Kind           `json:"kind"`
	Label    string         `json:"label"`
	Intro    string         `json:"intro,omitempty"`
	Minutes  map[Length]int `json:"minutes,omitempty"` // minutes at each length; a length that is absent leaves the step out
	Prompts  []Prompt       `json:"prompts,omitempty"`
	Collects []Collect      `json:"collects,omitempty"`
	Matrix   *MatrixWords   `json:"matrix,omitempty"`
	Closing  []Prompt       `json:"closing,omitempty"` // asked after what the step collects
	Guidance string         `json:"guidance,omitempty"`
	Pages    []string       `json:"pages,omitempty"` // library pages that open beside the step
}

// Prompt is a question shown at a step, or a field of an item that the step
// collects.
type Prompt struct {
	ID       string            `json:"id"`
	Text     string            `json:"text"`
	Help     string            `json:"help,omitempty"`
	Label    string            `json:"label,omitempty"` // a word or two, for lists and exports
	Input    Input             `json:"input,omitempty"` // empty: text
	Choices  []Choice          `json:"choices,omitempty"`
	Lengths  []Length          `json:"lengths,omitempty"` // empty: every length
	Role     Role              `json:"role,omitempty"`
	When     *Condition        `json:"when,omitempty"`
	Notes    map[string]string `json:"notes,omitempty"`   // said when the answer is that value
	OnPage   string            `json:"on_page,omitempty"` // heading on "My page"; empty keeps it off
	Private  bool              `json:"private,omitempty"` // left out of every export unless chosen
	Optional bool              `json:"optional,omitempty"`
	Why      string            `json:"why,omitempty"`    // why this is asked, where a theme brought it
	Before   bool              `json:"before,omitempty"` // of a theme: asked before the step's lists, since it keeps somebody safe
}

// Choice is one of the answers that a choice prompt takes.
type Choice struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Help  string `json:"help,omitempty"`
}

// Condition shows a prompt or a collection only where another answer is, or is
// not, a value. Path is "step.prompt", or "prompt" within the same step. With
// And, both have to hold.
type Condition struct {
	Path  string     `json:"path"`
	Is    string     `json:"is,omitempty"`
	IsNot string     `json:"is_not,omitempty"`
	And   *Condition `json:"and,omitempty"`
}

// Role is what an answer is used for beyond being kept.
type Role string

// The roles. A walk has one opening; a walk about a family has an urgent one.
const (
	RoleOpening  Role = "opening" // a grown jot lands here; titles come from it
	RoleUrgent   Role = "urgent"  // yes: something cannot wait
	RoleSubject  Role = "subject" // a code for whom it is about
	RoleThemes   Role = "themes"
	RoleKeep     Role = "keep"     // yes: the arrive step is stored
	RoleTelling  Role = "telling"  // yes: a child may be telling of harm
	RoleControl  Role = "control"  // yes: the other person uses coercive control
	RolePerson   Role = "person"   // yes: this needs a person, not a page
	RoleAsk      Role = "ask"      // the question for supervision
	RoleAgainst  Role = "against"  // what speaks against the favourite
	RoleMissing  Role = "missing"  // whose voice is missing
	RoleImagined Role = "imagined" // told as if it had happened: never looked through for signs
	RoleBefore   Role = "before"   // confidence before the second look
	RoleAfter    Role = "after"    // confidence after it
)

// Input is how a prompt is answered.
type Input string

// The inputs. Text is any number of lines; a line is one. Date is an ISO date.
// Many takes several choices, stored as ids with a comma between them.
const (
	InputText   Input = "text"
	InputLine   Input = "line"
	InputYesNo  Input = "yesno"
	InputChoice Input = "choice"
	InputMany   Input = "many"
	InputDate   Input = "date"
	InputCode   Input = "code"
	InputNumber Input = "number"
)

// Collect is a list that a step gathers, one item at a time: explanations,
// evidence, things to say, actions.
type Collect struct {
	Of     Collection     `json:"of"`
	Name   string         `json:"name"` // "Explanation": items are shown as "Explanation H1"
	Add    string         `json:"add"`  // the question for the first
	More   string         `json:"more"` // the question for another
	Help   string         `json:"help,omitempty"`
	Enough string         `json:"enough,omitempty"` // said at the door out
	Aim    map[Length]int `json:"aim,omitempty"`    // how many to aim for; an offer, never a block
	Each   Each           `json:"each,omitempty"`
	Fields []Prompt       `json:"fields,omitempty"` // words for the item's fields, the main one included
	Offers []Offer        `json:"offers,omitempty"`
	Show   map[Length]int `json:"show,omitempty"` // how many offers at a length; absent: all
	When   *Condition     `json:"when,omitempty"`
	OnPage string         `json:"on_page,omitempty"`
}

// Each says when an item's further fields are asked.
type Each string

// Now asks an item's fields as it is added; After asks them when all are in.
const (
	EachNow   Each = "now"
	EachAfter Each = "after"
)

// Offer is a way to start an item: a lens to hypothesise from, a purpose for
// something to say, a side of a principle. Its id is stored in the item.
type Offer struct {
	ID      string   `json:"id"`
	Label   string   `json:"label"`
	Text    string   `json:"text"`
	Lengths []Length `json:"lengths,omitempty"`
	Why     string   `json:"why,omitempty"`
}

// MatrixWords are the words of a matrix step. Sentence names {hypothesis} and
// {evidence}; Choices are the six ratings by their codes.
type MatrixWords struct {
	Sentence string   `json:"sentence"`
	Choices  []Choice `json:"choices"`
	Rows     int      `json:"rows"` // how many to start with
	Columns  int      `json:"columns"`
	Alike    string   `json:"alike"` // said of an item that fits every row
	Scheme   string   `json:"scheme"`
}

// Step finds a step by id.
func (w *Walk) Step(id string) (*Step, bool) {
	for i := range w.Steps {
		if w.Steps[i].ID == id {
			return &w.Steps[i], true
		}
	}
	return nil, false
}

// Offers says whether the walk can be taken at a length.
func (w *Walk) Offers(length Length) bool {
	for _, offered := range w.Lengths {
		if offered == length {
			return true
		}
	}
	return length == 0 && len(w.Lengths) == 0
}

// In says whether the step belongs to a length.
func (s *Step) In(length Length) bool {
	if length == 0 || len(s.Minutes) == 0 {
		return true
	}
	return s.Minutes[length] > 0
}

func in(lengths []Length, length Length) bool {
	if length == 0 || len(lengths) == 0 {
		return true
	}
	for _, l := range lengths {
		if l == length {
			return true
		}
	}
	return false
}
