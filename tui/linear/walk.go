package linear

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"sounding/journal"
)

// visit is one walk through a reflection: which questions were put in this
// step, and in which order, for going back.
type visit struct {
	app   *App
	p     *journal.Progress
	asked map[string]bool
	trail []string
	again string             // a path that is asked although it has an answer
	seen  []journal.SeenSign // what may be worth a look, at the second look
	first *visit             // of a second pass: the one it stands beside

	found  []unsaid        // what was last found in an answer, to disagree with
	nudged map[string]bool // the steps at which depth was spoken of
}

// walk takes the person through a reflection, step by step, until they stop or
// reach the end.
func (a *App) walk(ctx context.Context, r *journal.Reflection, w *journal.Walk) error {
	v := &visit{app: a, p: journal.NewProgress(w, r, a.Shelf.Catalogue(), a.Now)}
	a.talk.gap()
	a.talk.say("%s. %s", w.Title, w.Summary)
	a.talk.say("%s", walkHelpOnce)
	err := v.steps(ctx)
	a.Writer.Put(r.Clone())
	if flushed := a.Writer.Flush(ctx); flushed != nil {
		return flushed
	}
	if filed := a.Writer.File(ctx, r.ID); filed != nil {
		return filed
	}
	if errors.Is(err, errEnded) {
		v.sayLeft()
	}
	return err
}

func (v *visit) steps(ctx context.Context) error {
	step := v.p.Here()
	for step != nil {
		if err := v.p.Go(step.ID); err != nil {
			return err
		}
		v.keep()
		next, err := v.step(ctx, step)
		if err != nil {
			return err
		}
		if err := v.deepen(step); err != nil {
			return err
		}
		if err := v.app.Writer.Flush(ctx); err != nil {
			return err
		}
		step = next
	}
	if v.first != nil {
		return nil
	}
	return v.end(ctx)
}

// step puts the questions of one step and gives the step to go to; nil at the
// end of the walk.
func (v *visit) step(ctx context.Context, s *journal.Step) (*journal.Step, error) {
	v.asked, v.trail, v.again, v.found = map[string]bool{}, nil, "", nil
	v.announce(s)
	if s.Kind == journal.KindPage {
		v.app.page(v.p)
	}
	for {
		q, ok := v.nextQuestion(s)
		if !ok {
			break
		}
		to, err := v.put(ctx, s, q)
		if err != nil {
			return nil, err
		}
		if to != nil {
			return to, nil
		}
	}
	next, ok := v.p.Next()
	if !ok {
		return nil, nil
	}
	return next, nil
}

func (v *visit) announce(s *journal.Step) {
	t := v.app.talk
	places := v.p.Places()
	t.gap()
	for i, pl := range places {
		if pl.Here {
			minutes := ""
			if pl.Minutes > 0 {
				minutes = " About " + count(pl.Minutes, "minute", "minutes") + "."
			}
			t.say("Step %d. %s%s", i+1, ended(s.Label), minutes)
		}
	}
	if s.Intro != "" {
		t.say("%s", s.Intro)
	}
	answered := 0
	for _, q := range v.p.Questions(s) {
		if q.Value != "" {
			answered++
		}
	}
	if answered > 0 {
		t.say(answeredAlready, count(answered, "answer", "answers"))
	}
	for _, c := range s.Collects {
		if aim := c.Aim[v.p.Reflection.Length]; aim > 0 {
			t.say(aimFor, aim)
		}
	}
	v.look(s)
}

// nextQuestion finds the first question of the step that was not put in this
// visit and has no answer yet, or the one that is asked again.
func (v *visit) nextQuestion(s *journal.Step) (journal.Question, bool) {
	if v.again != "" {
		path := v.again
		v.again = ""
		if q, ok := v.p.Find(path); ok {
			return q, true
		}
	}
	for _, q := range v.p.Questions(s) {
		if !v.asked[q.Path] && q.Value == "" {
			return q, true
		}
	}
	return journal.Question{}, false
}

// put asks one question and does what the answer says. A step that is given
// back is where to go.
func (v *visit) put(ctx context.Context, s *journal.Step, q journal.Question) (*journal.Step, error) {
	v.sayAbsent(s, q)
	v.ask(q)
	v.asked[q.Path] = true
	for {
		typed, word, err := v.read(q)
		if err != nil {
			return nil, err
		}
		if word != "" {
			to, again, err := v.obey(ctx, s, q, word)
			if err != nil || to != nil || !again {
				return to, err
			}
			continue
		}
		if v.answer(q, typed) {
			return nil, nil
		}
	}
}

// ask says a question with its help, choices and what stands there already.
func (v *visit) ask(q journal.Question) {
	t := v.app.talk
	t.gap()
	name := ""
	if q.Kind == journal.AskField && q.Label != "" {
		name = q.Label + ": " + journal.VisibleLine(v.p.ItemName(q.Ref)) + ". "
	}
	t.say("%s%s", name, q.Text)
	if q.Why != "" {
		t.say("%s", q.Why)
	}
	if q.Help != "" {
		t.say("%s", q.Help)
	}
	for i, c := range v.choices(q) {
		t.say("%d. %s", i+1, c.Label)
	}
	if q.Value != "" {
		t.say(soFar, q.Say())
	}
}

func mainField(of journal.Collection) string {
	spec, _ := journal.CollectionOf(of)
	return spec.Main
}

func (v *visit) choices(q journal.Question) []journal.Choice {
	if q.Input == journal.InputYesNo {
		return []journal.Choice{{ID: journal.Yes, Label: "Yes"}, {ID: journal.No, Label: "No"}}
	}
	return q.Choices
}

// read takes an answer. A command word counts only alone on the first line; a
// backslash before it makes text of it. Text goes on until a line that is a
// single full stop; anything else is one line. Each line is kept as it comes.
func (v *visit) read(q journal.Question) (text, word string, err error) {
	line, err := v.app.talk.line()
	if err != nil {
		return "", "", err
	}
	if isWord(line) {
		return "", strings.ToLower(strings.TrimSpace(line)), nil
	}
	if q.Input != journal.InputText {
		if strings.TrimSpace(line) == "" || strings.TrimSpace(line) == "." {
			return "", "skip", nil
		}
		return unescape(line), "", nil
	}
	var lines []string
	for {
		if line == "." {
			if len(lines) == 0 {
				return "", "skip", nil
			}
			return strings.Join(lines, "\n"), "", nil
		}
		lines = append(lines, unescape(line))
		v.holding(q, strings.Join(lines, "\n"))
		line, err = v.app.talk.line()
		if err != nil {
			return "", "", v.half(q, strings.Join(lines, "\n"))
		}
	}
}

// holding keeps a text that is still being typed, line by line, where it has a
// place of its own already. What starts a new item is kept when it is whole, or
// when the input ends.
func (v *visit) holding(q journal.Question, text string) {
	if q.Kind != journal.AskPrompt && q.Kind != journal.AskField {
		return
	}
	if _, err := v.p.Set(q.Path, text); err == nil {
		v.keep()
	}
}

// half keeps an answer that the end of the input cut off.
func (v *visit) half(q journal.Question, text string) error {
	if _, err := v.p.Set(q.Path, text); err == nil {
		v.keep()
		v.app.talk.say("%s", halfSaved)
	}
	return errEnded
}

// unescape takes the backslash away that makes text of a command or of a full
// stop.
func unescape(line string) string {
	rest, ok := strings.CutPrefix(line, `\`)
	if !ok {
		return line
	}
	if bare := strings.TrimLeft(rest, `\`); bare == "." || isWord(bare) {
		return rest
	}
	return line
}

// answer stores what was typed. False asks for it again.
func (v *visit) answer(q journal.Question, typed string) bool {
	t := v.app.talk
	value, said, err := journal.Understand(q, typed, v.app.Now())
	if choices := readings(err); len(choices) > 0 {
		i, picked := t.choose(err.Error(), choices, true)
		if picked != nil || i < 0 {
			return false
		}
		value, said, err = choices[i].ID, choices[i].Label, nil
	}
	if err != nil {
		t.say("%s", err)
		return false
	}
	ref, err := v.p.Set(q.Path, value)
	if err != nil {
		t.say("%s", err)
		return false
	}
	v.keep()
	if q.Input != journal.InputText {
		t.say("%s.", said)
	}
	v.after(q, ref, value)
	return true
}

// after says what follows from an answer: the pack's note, the form of an
// utterance, and that another item can be added.
func (v *visit) after(q journal.Question, ref, value string) {
	path := q.Path
	if ref != "" {
		path = q.Step + "." + ref + "." + mainField(q.Collection)
		v.asked[path] = true
		if q.Kind == journal.AskAdd {
			delete(v.asked, q.Path)
		}
	}
	v.trail = append(v.trail, path)
	if now, ok := v.p.Find(q.Path); ok && now.Note != "" && q.Kind != journal.AskAdd {
		v.app.talk.say("%s", now.Note)
	}
	if q.Role == journal.RolePerson && value == journal.Yes {
		for _, person := range v.app.Vault.Preferences().People {
			v.app.talk.say("%s", person)
		}
	}
	if q.Collection == journal.Utterances && v.app.Mirror != nil && (ref != "" || q.Field == "text") {
		v.sayForm(value)
	}
	v.heard(q, value)
}

// keep hands what is written to the writer. A second pass is kept in the
// reflection that it stands beside.
func (v *visit) keep() {
	if v.first != nil {
		v.first.p.Reflection.TakeAgain(v.p.Reflection)
		v.first.keep()
		return
	}
	v.app.Writer.Put(v.p.Reflection.Clone())
}

func readings(err error) []journal.Choice {
	var ambiguous *journal.Ambiguous
	if !errors.As(err, &ambiguous) {
		return nil
	}
	var out []journal.Choice
	for _, d := range ambiguous.Choices {
		out = append(out, journal.Choice{ID: string(d), Label: d.Long()})
	}
	return out
}

func (v *visit) sayLeft() {
	left := 0
	for _, pl := range v.p.Places() {
		if pl.State == journal.Untouched {
			left++
		}
	}
	v.app.talk.say(endedSaved, count(left, "step", "steps"))
}

// end says the page and asks whether the reflection is finished.
func (v *visit) end(ctx context.Context) error {
	v.app.talk.gap()
	done, err := v.app.talk.yes(finishQuestion)
	if err != nil {
		return err
	}
	if done {
		v.p.Finish()
		v.keep()
		v.app.talk.say("%s", finished)
	}
	return v.app.Writer.Flush(ctx)
}

func orElse(text, other string) string {
	if strings.TrimSpace(text) == "" {
		return other
	}
	return text
}

// back asks the question before this one again, or goes to the step before.
func (v *visit) back(s *journal.Step, q journal.Question) (*journal.Step, bool, error) {
	delete(v.asked, q.Path)
	for len(v.trail) > 0 {
		path := v.trail[len(v.trail)-1]
		v.trail = v.trail[:len(v.trail)-1]
		if _, ok := v.p.Find(path); ok {
			v.again = path
			return nil, false, nil
		}
	}
	if to, ok := v.p.Back(); ok {
		return to, false, nil
	}
	v.app.talk.say("%s", firstStep)
	return nil, true, nil
}

// change lists what was answered at this step and asks one of it again.
func (v *visit) change(s *journal.Step) error {
	var paths []string
	var choices []journal.Choice
	for _, q := range v.p.Questions(s) {
		if q.Value != "" {
			paths = append(paths, q.Path)
			choices = append(choices, journal.Choice{
				ID: strconv.Itoa(len(choices)), Label: orElse(q.Label, q.Text) + ": " + journal.VisibleLine(q.Say()),
			})
		}
	}
	if len(choices) == 0 {
		v.app.talk.say("%s", nothingYet)
		return nil
	}
	i, err := v.app.talk.choose(changeQuestion, choices, true)
	if err == nil && i >= 0 {
		v.again = paths[i]
	}
	return err
}

func (v *visit) chooseStep() (*journal.Step, error) {
	var choices []journal.Choice
	places := v.p.Places()
	for _, pl := range places {
		label := pl.Step.Label + ". " + stateWords(pl.State)
		if pl.Here {
			label += " " + youAreHere
		}
		choices = append(choices, journal.Choice{ID: pl.Step.ID, Label: label})
	}
	if left := v.p.NotToday(); len(left) > 0 {
		var names []string
		for _, s := range left {
			names = append(names, s.Label)
		}
		v.app.talk.say(notToday, strings.Join(names, "; "))
	}
	i, err := v.app.talk.choose(stepQuestion, choices, true)
	if err != nil || i < 0 {
		return nil, err
	}
	return places[i].Step, nil
}

func (v *visit) length() error {
	choices := lengthChoices(v.p.Walk)
	if len(choices) == 0 {
		v.app.talk.say("%s", oneLength)
		return nil
	}
	i, err := v.app.talk.choose(lengthQuestion, choices, true)
	if err != nil || i < 0 {
		return err
	}
	if err := v.p.SetLength(v.p.Walk.Lengths[i]); err != nil {
		return err
	}
	v.keep()
	v.app.talk.say("%s. %s", choices[i].Label, nothingLost)
	return nil
}

func lengthChoices(w *journal.Walk) []journal.Choice {
	var out []journal.Choice
	for _, l := range w.Lengths {
		out = append(out, journal.Choice{ID: strconv.Itoa(int(l)), Label: count(int(l), "minute", "minutes")})
	}
	return out
}
