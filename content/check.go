package content

func (p *pack) checked(base *Library) []Problem {
	return p.open()
}
