package content

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sounding/journal"
)

// Hit is a page that a search found. Excerpt is a line of it that holds one of
// the words, else its summary; Start and End are where the word stands in the
// excerpt, in bytes, and equal where it does not.
type Hit struct {
	Page       journal.Page
	Excerpt    string
	Start, End int
}

// What a word is worth by where it was found. A word of the title outweighs
// any number of them in the text.
const (
	worthTitle   = 1000
	worthPhrase  = 500 // the query as a whole in the title
	worthSummary = 100
	worthWhole   = 5 // a whole word rather than the start of one
	worthMost    = 40
)

// searchIndex holds the pages in lower case.
type searchIndex []searchPage

type searchPage struct {
	page                 journal.Page
	title, summary, body string
}

func (l *Library) readSearch() searchIndex {
	pages := l.Pages()
	out := make(searchIndex, len(pages))
	for i, p := range pages {
		out[i] = searchPage{page: p, title: strings.ToLower(p.Title), summary: strings.ToLower(p.Summary), body: strings.ToLower(p.Body)}
	}
	return out
}

// SearchPages finds the pages that hold every word of a query, or a word that
// begins with it; the best first, then by title. A word in the title counts for
// more than any in the summary, and that for more than any in the text. A query
// without a word finds nothing.
func (l *Library) SearchPages(query string) []Hit {
	words := queryWords(query)
	if len(words) == 0 {
		return nil
	}
	type found struct {
		page  journal.Page
		worth int
	}
	var all []found
	for _, p := range l.search() {
		if worth := p.worth(words); worth > 0 {
			all = append(all, found{p.page, worth})
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].worth != all[j].worth {
			return all[i].worth > all[j].worth
		}
		return all[i].page.Title < all[j].page.Title
	})
	hits := make([]Hit, len(all))
	for i, f := range all {
		hits[i] = excerpt(f.page, words)
	}
	return hits
}

// queryWords cuts a query into lower-case words, each once.
func queryWords(query string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(query), func(r rune) bool { return !letter(r) && r != '\'' && r != '’' }) {
		if w = strings.Trim(w, "'’"); w != "" && !contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func (p searchPage) worth(words []string) int {
	total := 0
	for _, w := range words {
		title, summary, body := hits(p.title, w), hits(p.summary, w), hits(p.body, w)
		if title+summary+body == 0 {
			return 0
		}
		if title > 0 {
			total += worthTitle + title
		}
		if summary > 0 {
			total += worthSummary + summary
		}
		total += min(body, worthMost)
	}
	if phrase := strings.Join(words, " "); hits(p.title, phrase) > 0 {
		total += worthPhrase
		if p.title == phrase {
			total += worthPhrase
		}
	}
	return total
}

// hits counts where words of a text begin with a word: whole words more.
func hits(text, word string) int {
	n := 0
	for from := 0; ; {
		start, end, ok := findWord(text, word, from)
		if !ok {
			return n
		}
		n++
		if r, _ := utf8.DecodeRuneInString(text[end:]); end == len(text) || !letter(r) {
			n += worthWhole - 1
		}
		from = start + 1
	}
}

// findWord finds the next place where a word of the text begins with word.
func findWord(text, word string, from int) (start, end int, ok bool) {
	for from < len(text) {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return 0, 0, false
		}
		start = from + at
		if r, _ := utf8.DecodeLastRuneInString(text[:start]); start == 0 || !letter(r) {
			return start, start + len(word), true
		}
		from = start + 1
	}
	return 0, 0, false
}

// excerptWidth is how much of a line is shown with a hit, in bytes about.
const excerptWidth = 160

// excerpt finds a line of the page that shows why it was found.
func excerpt(p journal.Page, words []string) Hit {
	for _, line := range strings.Split(p.Body, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		line = plain(line)
		lower := strings.ToLower(line)
		if len(lower) != len(line) {
			lower = line // a letter whose lower case is longer: compare as it is
		}
		for _, w := range words {
			if start, end, ok := findWord(lower, w, 0); ok {
				text, cut := around(line, start, end)
				return Hit{Page: p, Excerpt: text, Start: start - cut, End: end - cut}
			}
		}
	}
	return Hit{Page: p, Excerpt: p.Summary}
}

// around cuts a long line to the words near a place, and says how many bytes
// fell away before it.
func around(line string, start, end int) (string, int) {
	if len(line) <= excerptWidth {
		return line, 0
	}
	from := max(0, start-excerptWidth/3)
	if from > 0 {
		if at := strings.IndexByte(line[from:start], ' '); at >= 0 {
			from += at + 1
		} else {
			from = start
		}
	}
	to := min(len(line), max(end, from+excerptWidth))
	if to < len(line) {
		if at := strings.LastIndexByte(line[end:to], ' '); at >= 0 {
			to = end + at
		}
		for !utf8.RuneStart(line[to]) {
			to++
		}
	}
	if from == 0 {
		return line[:to], 0
	}
	return cutMark + line[from:to], from - len(cutMark)
}

// cutMark stands where words were left out.
const cutMark = "... "

// plain takes the marks of Markdown off a line, links and emphasis included.
func plain(line string) string {
	line = strings.TrimLeftFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == '>' || r == '*' || r == '-' || r == '+' })
	line = linkPattern.ReplaceAllString(line, "$1")
	return strings.TrimSpace(strings.NewReplacer("**", "", "__", "", "`", "", "*", "").Replace(line))
}
