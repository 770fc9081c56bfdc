package store

import (
	"context"
	"testing"
	"time"

	"sounding/journal"
)

// A walk that was opened and left has nothing to keep; anything with a word in
// it stays, and so does what had a word a minute ago.
func TestVault_dropsOnlyWhatNeverHeldAWord(t *testing.T) {
	ctx := context.Background()
	place := newPlace(t)
	v := place.create()
	blank := reflection(1, "", place.clock.Now())
	blank.Answers, blank.Title, blank.Subject, blank.Themes = nil, "", "", nil
	written := reflection(2, "a word", place.clock.Now())
	emptied := reflection(3, "a word", place.clock.Now())
	for _, r := range []journal.Reflection{blank, written, emptied} {
		_, err := v.SaveDraft(ctx, r, 0)
		ok(t, err)
	}
	place.clock.Move(2 * time.Minute)
	bare := blank
	bare.ID = emptied.ID
	_, err := v.SaveDraft(ctx, bare, 0)
	ok(t, err)

	if number, err := v.File(ctx, blank.ID, WhyLeft); number != 0 || err != nil {
		t.Errorf("a blank draft was filed as %d, %v", number, err)
	}
	for id, want := range map[journal.ID]bool{blank.ID: true, written.ID: false, emptied.ID: false} {
		got, err := v.DropBlank(ctx, id)
		ok(t, err)
		if got != want {
			t.Errorf("%s: dropped %t, want %t", id, got, want)
		}
	}
	if _, err := v.Get(ctx, blank.ID); err == nil {
		t.Error("the blank one can still be read")
	}
	ok(t, v.Close(ctx))
	v = place.mustOpen()
	if got := len(v.List()); got != 2 {
		t.Errorf("%d are there after opening again, want 2", got)
	}
	_, err = v.SaveDraft(ctx, blank, 0)
	ok(t, err) // going on with it after all is no return of something erased
	ok(t, v.Close(ctx))
}
