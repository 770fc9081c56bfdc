package content

import (
	"testing"

	"sounding/seeds"
)

func TestBuiltInPack_isClean(t *testing.T) {
	for _, p := range Check(seeds.Pack(), nil) {
		t.Error(p.Detail())
	}
}
