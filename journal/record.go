package journal

import (
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Section is one step of a reflection as it is read, exported or spoken.
type Section struct {
	Step    string
	Kind    Kind
	Heading string
	Entries []Entry
}

// Entry is one answer, or one item with its fields under it.
type Entry struct {
	Label   string // empty where the heading says it all
	Text    string
	Private bool // left out of every export unless chosen
	Ref     string
	Fields  []Entry
}

// Unlabelled gives the entries, with the label left off an answer where it says
// no more than the heading above it.
func (s Section) Unlabelled() []Entry {
	out := slices.Clone(s.Entries)
	for i := range out {
		if out[i].Ref == "" && strings.EqualFold(strings.TrimRight(out[i].Label, ".?"), strings.TrimRight(s.Heading, ".?")) {
			out[i].Label = ""
		}
	}
	return out
}

// Record lays out everything that was written, step by step in the walk's
// order, whatever the length. Steps with nothing in them are left out; answers
// that belong to no step of the walk come last, so that none is ever hidden.
func (p *Progress) Record() []Section {
	var out []Section
	shown := map[string]bool{}
	for i := range p.Walk.Steps {
		s := &p.Walk.Steps[i]
		sec := Section{Step: s.ID, Kind: s.Kind, Heading: s.Label}
		sec.Entries = append(sec.Entries, p.answers(s, s.Prompts, shown)...)
		sec.Entries = append(sec.Entries, p.themeAnswers(s, shown)...)
		for j := range s.Collects {
			sec.Entries = append(sec.Entries, p.items(&s.Collects[j], shown)...)
		}
		if s.Kind == KindMatrix && s.Matrix != nil {
			sec.Entries = append(sec.Entries, p.ratingEntries(s)...)
		}
		sec.Entries = append(sec.Entries, p.answers(s, s.Closing, shown)...)
		if len(sec.Entries) > 0 {
			out = append(out, sec)
		}
	}
	if left := p.leftOver(shown); len(left.Entries) > 0 {
		out = append(out, left)
	}
	return withoutBlankEnds(append(out, p.secondSections()...))
}

func (p *Progress) answers(s *Step, prompts []Prompt, shown map[string]bool) []Entry {
	var out []Entry
	for _, prompt := range prompts {
		value := p.value(s, prompt)
		shown[s.ID+"."+prompt.ID] = true
		if value == "" || prompt.Role == RoleKeep {
			continue
		}
		choices := prompt.Choices
		if prompt.Role == RoleThemes {
			choices = p.themeChoices()
		}
		out = append(out, Entry{
			Label: labelOf(prompt), Text: say(input(prompt.Input), choices, value), Private: prompt.Private,
		})
	}
	return out
}

func labelOf(prompt Prompt) string {
	if prompt.Label != "" {
		return prompt.Label
	}
	return prompt.Text
}

// themeAnswers finds what was written at prompts that themes brought to a step,
// whether or not the theme is still there.
func (p *Progress) themeAnswers(s *Step, shown map[string]bool) []Entry {
	var out []Entry
	for _, a := range p.Reflection.Answers {
		if a.Step != s.ID || !strings.Contains(a.Prompt, "/") {
			continue
		}
		shown[a.Step+"."+a.Prompt] = true
		label := a.Asked
		if prompt, ok := p.prompt(s, a.Prompt); ok {
			label = labelOf(prompt)
		}
		out = append(out, Entry{Label: label, Text: a.Text})
	}
	return out
}

func (p *Progress) items(c *Collect, shown map[string]bool) []Entry {
	spec, ok := CollectionOf(c.Of)
	if !ok {
		return nil
	}
	shown["+"+string(c.Of)] = true
	var out []Entry
	for i, ref := range p.Reflection.Refs(c.Of) {
		e := Entry{Ref: ref, Label: itemLabel(c, ref, i), Private: c.private(spec.Main)}
		e.Text = say(InputText, p.mainChoices(c.Of, nil), p.Reflection.Field(ref, spec.Main))
		for _, fs := range spec.Fields {
			value := p.Reflection.Field(ref, fs.ID)
			if fs.ID == spec.Main || value == "" {
				continue
			}
			label, choices := p.fieldWords(c, spec, fs)
			if c.Of == Actions && fs.ID == spec.Offer {
				value = p.grewFrom(value)
			}
			e.Fields = append(e.Fields, Entry{Label: label, Text: say(fs.Input, choices, value)})
		}
		out = append(out, e)
	}
	return out
}

// private says whether the pack keeps a field of the list's items private.
func (c *Collect) private(field string) bool {
	for _, f := range c.Fields {
		if f.ID == field {
			return f.Private
		}
	}
	return false
}

// ItemName says an item by its main field, in the words a person reads, without
// the full stop at its end.
func (p *Progress) ItemName(ref string) string {
	it, spec, _ := p.Reflection.find(ref)
	if it == nil {
		return ref
	}
	name := say(InputText, p.mainChoices(spec.Of, nil), *it.field(spec.Main))
	return strings.TrimRight(strings.TrimSpace(name), ".")
}

// briefly is how many characters name an item in a question about it.
const briefly = 60

// ItemBrief says an item like ItemName, cut between words where it is long: for
// a question about one of its fields, which is put for each of them.
func (p *Progress) ItemBrief(ref string) string { return cutWords(p.ItemName(ref), briefly) }

// cutWords cuts a text to one line of so many characters at most, between words
// where it can.
func cutWords(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	cut := string(runes[:most])
	if at := strings.LastIndexByte(cut, ' '); at > most/2 {
		cut = cut[:at]
	}
	return cut + "..."
}

// fieldWords finds the pack's words for a field of an item, and for the offer
// it came from.
func (p *Progress) fieldWords(c *Collect, spec CollectionSpec, fs FieldSpec) (string, []Choice) {
	for _, f := range c.Fields {
		if f.ID == fs.ID {
			return labelOf(f), f.Choices
		}
	}
	if fs.ID == spec.Offer {
		var choices []Choice
		for _, o := range c.Offers {
			choices = append(choices, Choice{ID: o.ID, Label: o.Label})
		}
		for _, theme := range p.Catalogue.Themes {
			for _, o := range theme.Lenses {
				choices = append(choices, Choice{ID: theme.ID + "/" + o.ID, Label: o.Label})
			}
		}
		return offerLabel, choices
	}
	return strings.ReplaceAll(fs.ID, "_", " "), nil
}

func (p *Progress) ratingEntries(s *Step) []Entry {
	var out []Entry
	for _, h := range p.MatrixRows() {
		e := Entry{Ref: h, Label: h, Text: p.Reflection.Field(h, "text")}
		for _, ev := range p.MatrixColumns() {
			if rating := p.Reflection.Rating(h, ev); rating != "" {
				e.Fields = append(e.Fields, Entry{
					Ref: ev, Label: p.Reflection.Field(ev, "text"),
					Text: say(InputChoice, s.Matrix.Choices, string(rating)),
				})
			}
		}
		if len(e.Fields) > 0 {
			out = append(out, e)
		}
	}
	return out
}

// leftOver gathers what was written at steps or lists that this copy of the
// walk does not have.
func (p *Progress) leftOver(shown map[string]bool) Section {
	sec := Section{Step: "other", Kind: KindText, Heading: otherHeading}
	for _, a := range p.Reflection.Answers {
		if !shown[a.Step+"."+a.Prompt] {
			label := a.Asked
			if label == "" {
				label = a.Step + ", " + a.Prompt
			}
			sec.Entries = append(sec.Entries, Entry{Label: label, Text: a.Text})
		}
	}
	for _, spec := range Collections() {
		if !shown["+"+string(spec.Of)] {
			c := Collect{Of: spec.Of, Name: strings.ToUpper(string(spec.Of[:1])) + string(spec.Of[1:])}
			sec.Entries = append(sec.Entries, p.items(&c, shown)...)
		}
	}
	return sec
}

// say puts a stored value in the words a person reads.
func say(in Input, choices []Choice, value string) string {
	switch in {
	case InputYesNo:
		if value == Yes {
			return "Yes"
		}
		return "No"
	case InputDate:
		return Date(value).Long()
	case InputMany:
		var labels []string
		for _, id := range strings.Split(value, ",") {
			labels = append(labels, say(InputChoice, choices, id))
		}
		return strings.Join(labels, ", ")
	}
	for _, c := range choices {
		if c.ID == value {
			return c.Label
		}
	}
	return value
}

// Say puts the present answer of a question in the words a person reads.
func (q Question) Say() string {
	if q.Value == "" {
		return ""
	}
	return say(q.Input, q.Choices, q.Value)
}

// MyPage lays out the one page to take into supervision: what the pack puts on
// it, what cannot wait first, and nothing else. It never holds signs,
// disagreements, forecasts, confidence or feelings.
func (p *Progress) MyPage() []Section {
	var urgent, out []Section
	for i := range p.Walk.Steps {
		s := &p.Walk.Steps[i]
		for _, prompt := range s.Prompts {
			out, urgent = p.onPage(s, prompt, out, urgent)
		}
		for j := range s.Collects {
			c := &s.Collects[j]
			if c.OnPage != "" {
				if entries := p.pageItems(c); len(entries) > 0 {
					out = append(out, Section{Step: s.ID, Kind: s.Kind, Heading: c.OnPage, Entries: entries})
				}
			}
		}
		for _, prompt := range s.Closing {
			out, urgent = p.onPage(s, prompt, out, urgent)
		}
	}
	return withoutBlankEnds(append(urgent, out...))
}

func (p *Progress) onPage(s *Step, prompt Prompt, out, urgent []Section) ([]Section, []Section) {
	value := p.value(s, prompt)
	if prompt.OnPage == "" || value == "" || prompt.Private || !p.holds(s, prompt.When) {
		return out, urgent
	}
	sec := Section{Step: s.ID, Kind: s.Kind, Heading: prompt.OnPage,
		Entries: []Entry{{Text: say(input(prompt.Input), prompt.Choices, value)}}}
	if prompt.Role == RoleUrgent {
		if value != Yes {
			return out, urgent
		}
		if note := prompt.Notes[Yes]; note != "" {
			sec.Entries[0].Text = note
		}
		return out, append(urgent, sec)
	}
	return append(out, sec), urgent
}

// pageItems lists a collection for the page. A hypothesis that would be grave
// if it were true and missed says so, whatever speaks against it.
func (p *Progress) pageItems(c *Collect) []Entry {
	entries := p.items(c, map[string]bool{})
	for i := range entries {
		ref := entries[i].Ref
		entries[i].Fields = nil
		entries[i].Label = c.Name + " " + strconv.Itoa(i+1) // a reader of the page knows no ids
		if c.Of == Hypotheses && p.Reflection.Field(ref, "grave") == Yes {
			missed := p.Reflection.Field(ref, "if_missed")
			entries[i].Fields = []Entry{{Label: graveLabel, Text: missed}}
		}
		if c.Of == Actions {
			for _, id := range []string{"owner", "due"} {
				if value := p.Reflection.Field(ref, id); value != "" {
					in := InputLine
					if id == "due" {
						in = InputDate
					}
					entries[i].Fields = append(entries[i].Fields, Entry{Label: id, Text: say(in, nil, value)})
				}
			}
		}
	}
	return entries
}

// titleLength is how many characters of the opening make a title.
const titleLength = 60

// TitleOf gives a reflection's title: the person's own, else the start of the
// opening, else of the first thing written, else the walk's.
func TitleOf(w *Walk, r *Reflection) string {
	if r.Title != "" {
		return r.Title
	}
	text := byRole(w, r, RoleOpening)
	if text == "" {
		for _, a := range r.Answers {
			if strings.ContainsAny(a.Text, " \n") {
				text = a.Text
				break
			}
		}
	}
	if text = cutWords(text, titleLength); text == "" {
		return w.Title
	}
	return text
}

// SummaryOf gives a reflection as lists show it.
func SummaryOf(w *Walk, r *Reflection) Summary {
	s := Summary{
		ID: r.ID, Walk: r.Walk, Title: TitleOf(w, r), Subject: r.Subject,
		Created: r.Created, Updated: r.Updated, Status: r.Status,
		Themes: append([]string{}, r.Themes...), Standards: []string{},
		At: r.At, Urgent: Urgent(w, r),
	}
	for _, st := range r.Standards {
		s.Standards = append(s.Standards, st.Standard)
	}
	for _, a := range r.Actions {
		if a.Due != "" && a.Done != Yes {
			s.Open = append(s.Open, Due{Reflection: r.ID, Kind: DueAction, Ref: a.ID, Text: a.Text, On: a.Due})
		}
	}
	for _, f := range r.Forecasts {
		if f.Due != "" && f.Outcome == "" {
			s.Open = append(s.Open, Due{Reflection: r.ID, Kind: DueForecast, Ref: f.ID, Text: f.Text, On: f.Due})
		}
	}
	sort.SliceStable(s.Open, func(i, j int) bool { return s.Open[i].On < s.Open[j].On })
	return s
}
