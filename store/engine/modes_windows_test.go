package engine

// privateModes: access is a list here, not a mode.
const privateModes = false
