package journal

// PageTitle is the heading of the one page: the person's own title, else the
// start of the opening where that stands on the page itself, else the walk's.
// Nothing that is off the page comes onto it by way of its heading.
func (p *Progress) PageTitle() string {
	if p.Reflection.Title != "" {
		return p.Reflection.Title
	}
	opening := byRole(p.Walk, p.Reflection, RoleOpening)
	for _, s := range p.MyPage() {
		for _, e := range s.Entries {
			if opening != "" && e.Text == opening {
				return TitleOf(p.Walk, p.Reflection)
			}
		}
	}
	return p.Walk.Title
}

// PageWords lists those of OwnWords that stand on the one page, in the same
// order, each once: what is looked through before the page alone leaves the
// vault.
func (p *Progress) PageWords() []string {
	shown := map[string]bool{p.Reflection.Title: true}
	for _, s := range p.MyPage() {
		texts(s.Entries, shown)
	}
	var out []string
	for _, text := range p.OwnWords() {
		if shown[text] {
			shown[text] = false
			out = append(out, text)
		}
	}
	return out
}

// RewritePage puts other words in place of those that PageWords lists, wherever
// they stand: one for each, in the same order. False, and nothing is changed,
// where their number differs.
func (p *Progress) RewritePage(words []string) bool {
	before := p.PageWords()
	if len(words) != len(before) {
		return false
	}
	instead := map[string]string{}
	for i, text := range before {
		instead[text] = words[i]
	}
	p.ownWords(func(text *string) {
		if other, ok := instead[*text]; ok {
			*text = other
		}
	})
	return true
}

func texts(entries []Entry, into map[string]bool) {
	for _, e := range entries {
		into[e.Text] = true
		texts(e.Fields, into)
	}
}
