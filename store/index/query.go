package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Query is a search that was understood. The words of one are:
//
//	word          every word must be there, in any order
//	"two words"   side by side
//	begin*        words that begin so
//	~speling      near spellings
//	-word         must not be there; also -"two words", -begin*
//	title:word    in a field: title, subject, theme, standard, walk
//	2026-03-12    a date of the record, also 2026-03; or those figures in the text
//
// Anything can be searched for: what is no such form is a plain word.
type Query struct {
	clauses []clause
}

// A clause is true of a document if any of its phrases is.
type clause struct {
	exclude bool
	either  [][]element
	plain   string // the word as it was typed, where it is one plain word
}

type elementKind byte

const (
	exact elementKind = iota
	prefix
	near
)

// element is one place in a phrase: a term, or what a term may be like.
type element struct {
	term
	kind     elementKind
	distance int
}

// Parse reads a query. With typing set the last word is still being typed, and
// stands for every word that begins with it.
func Parse(text string, typing bool) *Query {
	q := &Query{}
	rest := strings.TrimLeftFunc(text, unicode.IsSpace)
	for rest != "" {
		var p piece
		p, rest = nextPiece(rest)
		p.typing = typing && rest == ""
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if c, ok := p.clause(); ok {
			q.clauses = append(q.clauses, c)
		}
	}
	return q
}

// Empty says that nothing is asked for.
func (q *Query) Empty() bool { return len(q.clauses) == 0 }

// piece is one part of a query as it was typed.
type piece struct {
	text    string
	field   Field
	exclude bool
	quoted  bool
	near    bool
	typing  bool // nothing follows it, not even a space or a closing quote
}

func fields() map[string]Field {
	return map[string]Field{
		"title": Title, "subject": Subject, "theme": Theme, "standard": Standard, "walk": Walk,
	}
}

// nextPiece takes the first part off a query.
func nextPiece(text string) (piece, string) {
	p := piece{field: Text}
	if after, ok := strings.CutPrefix(text, "-"); ok && after != "" && !unicode.IsSpace(first(after)) {
		p.exclude, text = true, after
	}
	if name, after, ok := strings.Cut(text, ":"); ok && after != "" {
		if field, known := fields()[strings.ToLower(name)]; known {
			p.field, text = field, after
		}
	}
	if after, ok := strings.CutPrefix(text, "~"); ok && after != "" {
		p.near, text = true, after
	}
	if open := first(text); open == '"' || open == '“' {
		inside := text[utf8.RuneLen(open):]
		p.quoted = true
		if end := strings.IndexAny(inside, "\"”"); end >= 0 {
			p.text = inside[:end]
			_, size := utf8.DecodeRuneInString(inside[end:])
			return p, inside[end+size:] + " "
		}
		p.text = inside
		return p, ""
	}
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		end = len(text)
	}
	p.text = text[:end]
	return p, text[end:]
}

func first(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// clause turns a part into what must be true; ok is false where it holds no
// word at all.
func (p piece) clause() (clause, bool) {
	var phrase []element
	words(p.text, func(w word) {
		phrase = append(phrase, element{term: term{p.field, w.folded}})
	})
	c := clause{exclude: p.exclude}
	if !p.quoted && isDate(p.text) {
		c.either = append(c.either, []element{{kind: prefix, term: term{Date, p.text}}})
	}
	if len(phrase) == 0 {
		return c, len(c.either) > 0
	}
	last := &phrase[len(phrase)-1]
	if begins := strings.HasSuffix(p.text, "*") && !p.quoted; begins || (p.typing && endsInWord(p.text)) {
		last.kind = prefix
	}
	if p.near {
		for i := range phrase {
			if distance := allowed(phrase[i].folded); distance > 0 {
				phrase[i].kind, phrase[i].distance = near, distance
			}
		}
	}
	if len(phrase) == 1 && !p.near && !p.quoted && !p.exclude {
		c.plain = phrase[0].folded
	}
	c.either = append(c.either, phrase)
	return c, true
}

func endsInWord(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return inWord(r)
}

// isDate says whether a text is a date, or its year and month.
func isDate(text string) bool {
	if len(text) != len("2026-03") && len(text) != len("2026-03-12") {
		return false
	}
	for i := range len(text) {
		dash := i == 4 || i == 7
		if dash != (text[i] == '-') || !dash && (text[i] < '0' || text[i] > '9') {
			return false
		}
	}
	return true
}

// Marks gives the places in a text that the query's words stand at, in bytes,
// in order: what an excerpt shows. Words that must not be there have none.
func (q *Query) Marks(text string) [][2]int {
	var out [][2]int
	words(text, func(w word) {
		for _, c := range q.clauses {
			if !c.exclude && c.mentions(w.folded) {
				out = append(out, [2]int{w.start, w.end})
				return
			}
		}
	})
	return out
}

func (c clause) mentions(folded string) bool {
	return slices.ContainsFunc(c.either, func(phrase []element) bool {
		return slices.ContainsFunc(phrase, func(e element) bool {
			return e.field != Date && e.fits(term{e.field, folded})
		})
	})
}
