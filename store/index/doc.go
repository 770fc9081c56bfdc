// Package index finds words in documents that are in memory only: an inverted
// index with positions, for words, phrases, prefixes, exclusions and near
// spellings, exact in all of them.
//
// Its rule: it answers from what it was given and keeps no text, only folded
// words and where they stood; it writes nothing anywhere; and what an Index
// finds is what reading every document would find, which its tests hold it to.
package index
