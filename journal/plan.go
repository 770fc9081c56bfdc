package journal

// Plan adds something to say to the reflection's plan, after what is there.
func (p *Progress) Plan(words string) error {
	ref, err := p.Reflection.AddItem(Utterances, "")
	if err != nil {
		return err
	}
	if err := p.Reflection.SetField(ref, "text", words); err != nil {
		return err
	}
	p.Reflection.Updated = p.now()
	return nil
}
