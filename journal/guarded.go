package journal

// GuardedBecause lists what the pack says where a conversation is not one to
// rehearse: the notes of the answers that make it so. It is empty where nothing
// does, and never where Guarded is true and the pack gives a note.
func (p *Progress) GuardedBecause() []string {
	var out []string
	for i := range p.Walk.Steps {
		s := &p.Walk.Steps[i]
		for _, prompts := range [][]Prompt{s.Prompts, s.Closing} {
			for _, prompt := range prompts {
				guards := prompt.Role == RoleTelling || prompt.Role == RoleControl
				if note := prompt.Notes[Yes]; guards && note != "" && p.Reflection.Answer(s.ID, prompt.ID) == Yes {
					out = append(out, note)
				}
			}
		}
	}
	return out
}
