package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sounding/export"
	"sounding/journal"
)

// formatsPage is where the machine formats are described.
var formatsPage = filepath.Join("..", "..", "docs", "formats.md")

// fenced finds an example: its name in a remark, then a fenced block.
var fenced = regexp.MustCompile("(?s)<!-- ([a-z-]+) -->\n```([a-z]+)\n(.*?)```\n")

// examples are the blocks of the page by name.
func examples(t *testing.T) map[string]string {
	t.Helper()
	page, err := os.ReadFile(formatsPage)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, found := range fenced.FindAllStringSubmatch(string(page), -1) {
		if _, twice := out[found[1]]; twice {
			t.Errorf("the example %s is there twice", found[1])
		}
		out[found[1]] = found[3]
	}
	if len(out) < 16 {
		t.Fatalf("only %d examples were found", len(out))
	}
	return out
}

// schema compiles docs/schema/NAME.json.
func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(filepath.Join("..", "..", "docs", "schema", name+".json"))
	if err != nil {
		t.Fatalf("the schema %s: %v", name, err)
	}
	return s
}

// fits holds a JSON text against a schema.
func fits(t *testing.T, name, text string) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%s: this is not JSON: %v\n%s", name, err, text)
	}
	if err := schema(t, name).Validate(value); err != nil {
		t.Errorf("against the schema %s: %v\n%s", name, err, text)
	}
}

// updating says whether the page's outputs are to be written anew.
func updating() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

// holds compares what a command printed with an example, or with -update writes
// the example.
func holds(t *testing.T, name, example, got string) {
	t.Helper()
	if got == example {
		return
	}
	if !updating() {
		t.Errorf("docs/formats.md, %s, says\n%s\nand the command prints\n%s", name, example, got)
		return
	}
	page, err := os.ReadFile(formatsPage)
	if err != nil {
		t.Fatal(err)
	}
	fresh := fenced.ReplaceAllStringFunc(string(page), func(block string) string {
		parts := fenced.FindStringSubmatch(block)
		if parts[1] != name {
			return block
		}
		return "<!-- " + name + " -->\n```" + parts[2] + "\n" + got + "```\n"
	})
	if err := os.WriteFile(formatsPage, []byte(fresh), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The commands that open no vault print what the page says, and it fits the
// schema.
func TestFormats_examplesAreWhatTheCommandsPrint(t *testing.T) {
	page, home := examples(t), t.TempDir()
	for _, c := range []struct {
		input, output, schema string
		args                  []string
	}{
		{"weigh-input", "weigh", "weigh", []string{"weigh", "-", "--json"}},
		{"weigh-input", "weigh-words", "", []string{"weigh", "-"}},
		{"calibrate-input", "calibrate", "calibrate", []string{"calibrate", "-", "--json"}},
		{"listen-input", "listen", "listen", []string{"listen", "-", "--json"}},
		{"wording-input", "wording", "wording", []string{"wording", "-", "--json"}},
		{"identifiers-input", "identifiers", "identifiers", []string{"identifiers", "-", "--json"}},
		{"identifiers-input", "identifiers-replace", "", []string{"identifiers", "-", "--replace"}},
	} {
		t.Run(c.output, func(t *testing.T) {
			code, out, errs := call(t, home, page[c.input], c.args...)
			if code != 0 || errs != "" {
				t.Fatalf("gave %d: %s", code, errs)
			}
			if c.schema != "" {
				fits(t, c.schema, out)
			}
			holds(t, c.output, page[c.output], out)
		})
	}
	fits(t, "weigh-input", page["weigh-input"])
	fits(t, "library", page["library"])
	fits(t, "library-page", page["library-page"])
	fits(t, "reflection", page["reflection"])
}

// What is in the vault is printed as the page says, but for ids and times.
func TestFormats_examplesOfTheVaultAreWhatTheCommandsPrint(t *testing.T) {
	page, home := examples(t), newHome(t)
	code, id, errs := call(t, home, page["reflection"], "new", "--from", "-")
	if code != 0 {
		t.Fatalf("new --from gave %d: %s", code, errs)
	}
	id = strings.TrimSpace(id)
	_, shown, _ := call(t, home, "", "show", id, "--json")
	fits(t, "reflection", shown)
	if a, b := timeless(t, page["reflection"]), timeless(t, shown); a != b {
		t.Errorf("docs/formats.md, reflection, says\n%s\nand show prints\n%s", a, b)
	}
	for _, c := range []struct {
		output, schema string
		args           []string
	}{
		{"list", "list", []string{"list", "--json"}},
		{"due", "due", []string{"due", "--json"}},
	} {
		code, out, errs := call(t, home, "", c.args...)
		if code != 0 || errs != "" {
			t.Fatalf("%v gave %d: %s", c.args, code, errs)
		}
		fits(t, c.schema, out)
		holds(t, c.output, page[c.output], strings.ReplaceAll(out, id, "4f7wq2n8x1c6d3h5j9k0m2p4r6"))
	}
	_, found, _ := call(t, home, "", "search", "football", "--json")
	fits(t, "list", found)
}

// Every output of the library fits its schema, page by page.
func TestFormats_holdForTheWholeLibrary(t *testing.T) {
	home := t.TempDir()
	code, out, errs := call(t, home, "", "library", "--json")
	if code != 0 {
		t.Fatalf("gave %d: %s", code, errs)
	}
	fits(t, "library", out)
	var listed struct {
		Shelves []struct{ Pages []struct{ ID string } }
	}
	if err := json.Unmarshal([]byte(out), &listed); err != nil {
		t.Fatal(err)
	}
	pages := 0
	for _, shelf := range listed.Shelves {
		pages += len(shelf.Pages)
	}
	if pages != len(builtIn(t).Pages()) || pages == 0 {
		t.Errorf("it lists %d pages of %d", pages, len(builtIn(t).Pages()))
	}
	last := listed.Shelves[0].Pages[0].ID
	_, page, _ := call(t, home, "", "library", last, "--json")
	fits(t, "library-page", page)
}

// The reflection's schema has every field of every collection, with the values
// that the journal takes, and no other.
func TestFormats_theReflectionSchemaKnowsEveryField(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "docs", "schema", "reflection.json"))
	if err != nil {
		t.Fatal(err)
	}
	type property struct {
		Enum []string `json:"enum"`
	}
	var s struct {
		Properties map[string]struct {
			Items struct {
				Properties map[string]property `json:"properties"`
			} `json:"items"`
		} `json:"properties"`
	}
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&s); err != nil && !strings.Contains(err.Error(), "enum") {
		t.Fatal(err)
	}
	for _, spec := range journal.Collections() {
		fields := s.Properties[string(spec.Of)].Items.Properties
		if len(fields) != len(spec.Fields)+1 {
			t.Errorf("%s has %d fields in the schema; want %d and the id", spec.Of, len(fields), len(spec.Fields))
		}
		for _, field := range spec.Fields {
			got, ok := fields[field.ID]
			if !ok {
				t.Errorf("%s: the schema has no %s", spec.Of, field.ID)
				continue
			}
			want := field.Values
			if field.Input == journal.InputYesNo {
				want = []string{journal.Yes, journal.No}
			}
			if len(want) > 0 && strings.Join(got.Enum, " ") != " "+strings.Join(want, " ") {
				t.Errorf("%s, %s: the schema takes %v; want %v", spec.Of, field.ID, got.Enum, want)
			}
		}
	}
}

// The page's reflection has every field that is kept, so that whoever reads it
// has seen them all.
func TestFormats_theReflectionOfThePageHasEveryField(t *testing.T) {
	text := examples(t)["reflection"]
	r, err := export.ReadReflection([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var top map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &top); err != nil {
		t.Fatal(err)
	}
	var whole struct {
		Properties map[string]json.RawMessage `json:"properties"`
	}
	data, err := os.ReadFile(filepath.Join("..", "..", "docs", "schema", "reflection.json"))
	if err == nil {
		err = json.Unmarshal(data, &whole)
	}
	if err != nil {
		t.Fatal(err)
	}
	for name := range whole.Properties {
		if _, shown := top[name]; !shown && !slices.Contains([]string{"id", "created", "updated"}, name) {
			t.Errorf("the example has no %q", name)
		}
	}
	for _, spec := range journal.Collections() {
		for _, field := range spec.Fields {
			if !slices.ContainsFunc(r.Refs(spec.Of), func(ref string) bool { return r.Field(ref, field.ID) != "" }) {
				t.Errorf("the example has no %s of the %s", field.ID, spec.Of)
			}
		}
	}
}

// A schema that lets everything pass would prove nothing: each refuses an
// example with a field too many, and one without its first field.
func TestFormats_schemasRefuseOtherShapes(t *testing.T) {
	for _, name := range []string{"weigh-input", "weigh", "calibrate", "listen", "wording", "identifiers", "due", "list", "reflection", "library", "library-page"} {
		text := examples(t)[name]
		var fields map[string]any
		if err := json.Unmarshal([]byte(text), &fields); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		fields["colour"] = "red"
		if schema(t, name).Validate(fields) == nil {
			t.Errorf("the schema %s takes a field that is not known", name)
		}
		if schema(t, name).Validate(map[string]any{"version": 1}) == nil {
			t.Errorf("the schema %s takes an object with nothing in it", name)
		}
	}
}
