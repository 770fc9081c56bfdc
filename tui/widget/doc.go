// Package widget holds the parts that screens are built from: the text editor,
// the line, lists, the pager, the matrix, dialogs, the status line, help and
// the rail. A widget knows its theme and nothing of the product. It promises
// never to draw wider or higher than the size it was given, down to one cell,
// never to panic, to put a real cursor on what is selected, and to let no text
// that a person or a file brought reach the terminal as anything but text.
package widget
