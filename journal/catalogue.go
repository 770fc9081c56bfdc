package journal

// Catalogue is the content that a reflection can point at from any walk: what
// packs hold beside walks. It is handed in, so that this package needs no pack.
type Catalogue struct {
	Themes     []Theme
	Principles []Principle
	Frameworks []Framework
	Pages      []Page
	Places     Places
}

// Theme is an area of practice that a reflection can be tagged with. It brings
// lenses and prompts into a walk, each with the reason why it is there.
type Theme struct {
	ID      string            `json:"id"`
	Title   string            `json:"title"`
	Summary string            `json:"summary,omitempty"`
	Lenses  []Offer           `json:"lenses,omitempty"`
	Prompts map[Kind][]Prompt `json:"prompts,omitempty"` // by the kind of step they belong to
	Ask     []string          `json:"ask,omitempty"`     // questions a supervisor would ask
	Places  []string          `json:"places,omitempty"`  // people and places of influence
	NotYet  []string          `json:"not_yet,omitempty"` // what not to do first, and why
	Law     []Card            `json:"law,omitempty"`
	Marks   []string          `json:"standards,omitempty"` // the authority's own mapping
	Suggest []string          `json:"suggested,omitempty"` // standards suggested by the pack's writers
	Body    string            `json:"body,omitempty"`
	Sources []string          `json:"sources,omitempty"`
	Checked Date              `json:"checked,omitempty"`
	Pack    string            `json:"pack,omitempty"`
}

// Card is a fact with a date: a law, a figure, a definition. Check marks one
// whose current state has to be looked up before it is relied on.
type Card struct {
	Title   string `json:"title"`
	Text    string `json:"text"`
	Source  string `json:"source"`
	Checked Date   `json:"checked"`
	Check   bool   `json:"check,omitempty"`
}

// Principle is one letter of CARES or one relational principle.
type Principle struct {
	ID       string `json:"id"`
	Set      string `json:"set"` // cares, relational
	Title    string `json:"title"`
	Text     string `json:"text"`
	Question string `json:"question"`
	Caution  string `json:"caution,omitempty"`
	Page     string `json:"page,omitempty"`
}

// Framework is a dated set of standards. ValidTo is empty where it has no end.
type Framework struct {
	ID          string     `json:"id"`
	Title       string     `json:"title"`
	Owner       string     `json:"owner"`
	ValidFrom   Date       `json:"valid_from,omitempty"`
	ValidTo     Date       `json:"valid_to,omitempty"`
	Provisional string     `json:"provisional,omitempty"` // what is not settled yet, in words
	Source      string     `json:"source"`
	Checked     Date       `json:"checked"`
	Order       int        `json:"order,omitempty"` // place among the others, lowest first
	Standards   []Standard `json:"standards"`
	Levels      []Choice   `json:"levels,omitempty"`
	Pack        string     `json:"pack,omitempty"`
}

// Standard is one item of a framework.
type Standard struct {
	ID      string   `json:"id"`
	Number  string   `json:"number"`
	Title   string   `json:"title"`
	Text    string   `json:"text"`
	Aliases []string `json:"aliases,omitempty"` // older and local names
}

// Page is a page of the library.
type Page struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Shelf     string   `json:"shelf"`
	Summary   string   `json:"summary,omitempty"`
	Body      string   `json:"body"`             // Markdown
	UseIn     string   `json:"use_in,omitempty"` // "walk/step" that the idea belongs to
	Standards []string `json:"standards,omitempty"`
	Sources   []string `json:"sources,omitempty"`
	Links     []string `json:"links,omitempty"`
	Checked   Date     `json:"checked,omitempty"`
	Pack      string   `json:"pack,omitempty"`
}

// Theme finds a theme by id.
func (c *Catalogue) Theme(id string) (Theme, bool) {
	for _, t := range c.Themes {
		if t.ID == id {
			return t, true
		}
	}
	return Theme{}, false
}

// Principle finds a principle by id.
func (c *Catalogue) Principle(id string) (Principle, bool) {
	for _, p := range c.Principles {
		if p.ID == id {
			return p, true
		}
	}
	return Principle{}, false
}

// Page finds a library page by id.
func (c *Catalogue) Page(id string) (Page, bool) {
	for _, p := range c.Pages {
		if p.ID == id {
			return p, true
		}
	}
	return Page{}, false
}

// Standard finds "framework/standard" and the framework it belongs to.
func (c *Catalogue) Standard(ref string) (Framework, Standard, bool) {
	for _, f := range c.Frameworks {
		for _, s := range f.Standards {
			if f.ID+"/"+s.ID == ref {
				return f, s, true
			}
		}
	}
	return Framework{}, Standard{}, false
}

// On says whether the framework is in force on a day.
func (f Framework) On(day Date) bool {
	if f.ValidFrom != "" && day < f.ValidFrom {
		return false
	}
	return f.ValidTo == "" || day <= f.ValidTo
}
