// Package termtest runs programs in a terminal for tests, and judges frames.
// It is for tests alone and knows nothing of the product. Its rule: what is
// compared is the screen as cells, never the byte stream; what is waited for
// is a whole screen, never a word or a time. A program is started with a clean
// environment and homes of its own, so that no test can touch a real vault.
package termtest
