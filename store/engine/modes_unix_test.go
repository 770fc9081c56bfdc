//go:build !windows

package engine

// privateModes: files have modes that say who may read them.
const privateModes = true
