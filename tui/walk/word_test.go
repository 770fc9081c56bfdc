package walk

import (
	"strings"
	"testing"
)

func TestEveryWordThatIsListedDoesSomething(t *testing.T) {
	listed := map[string]bool{}
	for _, w := range Words() {
		listed[w[0]] = true
		if strings.Contains(w[0], " ") {
			continue // words that say of what they are typed whole
		}
		if doing[w[0]] == nil {
			t.Errorf("%q is listed in help (%q) and does nothing", w[0], w[1])
		}
	}
	for word := range doing {
		if !listed[word] {
			t.Errorf("%q does something and is not listed in help", word)
		}
	}
}
