package journal

// Kind is what a step does. Each kind has an editor on the full screen, an
// asker in linear mode and a renderer in export; a test walks Kinds and fails
// when a side is missing.
type Kind string

// The kinds.
const (
	KindText         Kind = "text"
	KindArrive       Kind = "arrive"
	KindFocus        Kind = "focus"
	KindGut          Kind = "gut"
	KindHypotheses   Kind = "hypotheses"
	KindEvidence     Kind = "evidence"
	KindMatrix       Kind = "matrix"
	KindSecondLook   Kind = "second-look"
	KindConversation Kind = "conversation"
	KindPrinciples   Kind = "principles"
	KindNext         Kind = "next"
	KindPage         Kind = "page"
)

// KindSpec says what a step of a kind may collect, and whether it may ask
// prompts of its own.
type KindSpec struct {
	Kind     Kind
	Collects []Collection
	Matrix   bool // it rates every item of evidence against every hypothesis
}

// Kinds is the table of every kind, in the order of the core walk.
func Kinds() []KindSpec {
	return []KindSpec{
		{Kind: KindArrive},
		{Kind: KindFocus},
		{Kind: KindText},
		{Kind: KindGut},
		{Kind: KindHypotheses, Collects: []Collection{Hypotheses}},
		{Kind: KindEvidence, Collects: []Collection{EvidenceItems}},
		{Kind: KindMatrix, Matrix: true},
		{Kind: KindSecondLook},
		{Kind: KindConversation, Collects: []Collection{Utterances}},
		{Kind: KindPrinciples, Collects: []Collection{Principles}},
		{Kind: KindNext, Collects: []Collection{Actions, Forecasts}},
		{Kind: KindPage, Collects: []Collection{Standards}},
	}
}

// KindOf finds a kind's row.
func KindOf(kind Kind) (KindSpec, bool) {
	for _, spec := range Kinds() {
		if spec.Kind == kind {
			return spec, true
		}
	}
	return KindSpec{}, false
}

// Collection names a list of a reflection that a step can gather.
type Collection string

// The collections.
const (
	Hypotheses    Collection = "hypotheses"
	EvidenceItems Collection = "evidence"
	Utterances    Collection = "utterances"
	Principles    Collection = "principles"
	Actions       Collection = "actions"
	Forecasts     Collection = "forecasts"
	Standards     Collection = "standards"
)

// CollectionSpec is what the items of a collection hold. Main is the field
// without which there is no item; Offer is the field in which the id of the
// offer it came from is kept, if any.
type CollectionSpec struct {
	Of     Collection
	Prefix string
	Main   string
	Offer  string
	Fields []FieldSpec
}

// FieldSpec is one field of an item: its input, and for a choice the ids that
// it takes (none where they come from the pack).
type FieldSpec struct {
	ID     string
	Input  Input
	Values []string
}

// Collections is the table of every collection.
func Collections() []CollectionSpec { return collections }

var collections = []CollectionSpec{
	{Of: Hypotheses, Prefix: "H", Main: "text", Offer: "lens", Fields: []FieldSpec{
		{ID: "text", Input: InputText},
		{ID: "lens", Input: InputLine},
		{ID: "expect", Input: InputText},
		{ID: "found", Input: InputChoice, Values: []string{"seen", "not-seen", "not-looked"}},
		{ID: "find_out", Input: InputText},
		{ID: "if_missed", Input: InputText},
		{ID: "grave", Input: InputYesNo},
		{ID: "parked", Input: InputYesNo},
	}},
	{Of: EvidenceItems, Prefix: "E", Main: "text", Offer: "voice", Fields: []FieldSpec{
		{ID: "text", Input: InputText},
		{ID: "sort", Input: InputChoice, Values: []string{"evidence", "ambiguous", "assumption", "missing"}},
		{ID: "voice", Input: InputLine},
		{ID: "whose", Input: InputLine},
		{ID: "how", Input: InputChoice, Values: []string{"seen", "heard", "read"}},
		{ID: "when", Input: InputDate},
		{ID: "reliability", Input: InputChoice, Values: levels()},
		{ID: "relevance", Input: InputChoice, Values: levels()},
		{ID: "opinion", Input: InputText},
	}},
	{Of: Utterances, Prefix: "U", Main: "text", Offer: "purpose", Fields: []FieldSpec{
		{ID: "text", Input: InputText},
		{ID: "purpose", Input: InputLine},
	}},
	{Of: Principles, Prefix: "P", Main: "principle", Offer: "side", Fields: []FieldSpec{
		{ID: "principle", Input: InputChoice},
		{ID: "side", Input: InputLine},
		{ID: "note", Input: InputText},
	}},
	{Of: Actions, Prefix: "A", Main: "text", Offer: "from", Fields: []FieldSpec{
		{ID: "text", Input: InputText},
		{ID: "owner", Input: InputLine},
		{ID: "due", Input: InputDate},
		{ID: "done", Input: InputYesNo},
		{ID: "from", Input: InputLine},
	}},
	{Of: Forecasts, Prefix: "F", Main: "text", Fields: []FieldSpec{
		{ID: "text", Input: InputText},
		{ID: "due", Input: InputDate},
		{ID: "words", Input: InputChoice},
		{ID: "probability", Input: InputNumber},
		{ID: "outcome", Input: InputYesNo},
		{ID: "learnt", Input: InputText},
		{ID: "surprised", Input: InputYesNo},
		{ID: "again", Input: InputYesNo},
	}},
	{Of: Standards, Prefix: "S", Main: "standard", Fields: []FieldSpec{
		{ID: "standard", Input: InputChoice},
		{ID: "note", Input: InputText},
	}},
}

func levels() []string { return []string{"low", "medium", "high"} }

// CollectionOf finds a collection's row.
func CollectionOf(of Collection) (CollectionSpec, bool) {
	for _, spec := range Collections() {
		if spec.Of == of {
			return spec, true
		}
	}
	return CollectionSpec{}, false
}

// Field finds a field of the collection by id.
func (c CollectionSpec) Field(id string) (FieldSpec, bool) {
	for _, f := range c.Fields {
		if f.ID == id {
			return f, true
		}
	}
	return FieldSpec{}, false
}
