package content

// coverageFile is coverage.yaml: what the built-in pack is to let a person do,
// and where it does.
type coverageFile struct{}
