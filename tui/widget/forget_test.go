package widget

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sounding/tui/theme"
)

// holdsText looks for a text in every string that a value keeps.
func holdsText(v reflect.Value, text string, seen map[uintptr]bool) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.Contains(v.String(), text)
	case reflect.Pointer, reflect.Interface:
		if v.Kind() == reflect.Pointer && !v.IsNil() {
			if seen[v.Pointer()] {
				return false
			}
			seen[v.Pointer()] = true
		}
		return !v.IsNil() && holdsText(v.Elem(), text, seen)
	case reflect.Struct:
		for i := range v.NumField() {
			if holdsText(v.Field(i), text, seen) {
				return true
			}
		}
	case reflect.Slice:
		// What lies behind the length is still in memory.
		v = v.Slice(0, v.Cap())
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			if holdsText(v.Index(i), text, seen) {
				return true
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			if holdsText(k, text, seen) || holdsText(v.MapIndex(k), text, seen) {
				return true
			}
		}
	}
	return false
}

func TestWidgets_forgetEveryWord(t *testing.T) {
	const canary = "canaryheron"
	th := theme.New(theme.Dark)
	editor, line, masked := NewEditor(th), NewLine(th), NewMasked(th)
	choice, pick, pager, grid := NewChoice(th), NewPick(th), NewPager(), NewGrid(th, []string{".", "C"})
	dialog, rail := NewDialog(th, nil), NewRail(th)
	for _, field := range []interface{ Update(tea.Msg) Result }{editor, line, masked} {
		field.Update(tea.PasteMsg{Content: canary + " and more"})
		typeOut(field.Update, canary)
		field.Update(press('w', tea.ModCtrl))
		field.Update(press('z', tea.ModCtrl))
		field.Update(press('a', tea.ModCtrl))
	}
	choice.SetOptions([]Option{{Label: canary, Words: []string{canary}}})
	choice.Update(tea.KeyPressMsg{Code: tea.KeyExtended, Text: canary})
	pick.SetFilter(true)
	pick.SetItems([]Item{{Title: canary, Detail: canary}})
	pick.Update(tea.PasteMsg{Content: canary})
	pager.SetLines([]string{canary})
	grid.SetLabels([]string{canary}, []string{canary})
	dialog.Ask(Question{Title: canary, Answers: []Answer{{"y", canary}}})
	rail.SetSteps([]RailStep{{Label: canary}}, 0)
	widgets := map[string]interface {
		View() string
		Forget()
	}{"editor": editor, "line": line, "masked": masked, "choice": choice, "pick": pick, "pager": pager, "grid": grid, "dialog": dialog, "rail": rail}
	for name, w := range widgets {
		w.View()
		if !holdsText(reflect.ValueOf(w), canary, map[uintptr]bool{}) {
			t.Errorf("%s never held the text, so this test says nothing", name)
		}
		w.Forget()
		if holdsText(reflect.ValueOf(w), canary, map[uintptr]bool{}) {
			t.Errorf("%s still holds the text", name)
		}
		if view := fmt.Sprint(w.View()); strings.Contains(view, canary) {
			t.Errorf("%s still shows the text", name)
		}
	}
}
