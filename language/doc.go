// Package language tells what can be told from wording alone: the form of an
// utterance, what a reflective passage leaves unsaid, wording that a kinder or
// plainer one could replace, and what might identify somebody. Its functions are
// pure: text in, findings out, each with the characters it went by and a reason
// a person can read. It knows no screen, no disk and no clock, imports nothing
// of ours, and accepts any bytes.
package language
