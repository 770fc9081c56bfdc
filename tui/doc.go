// Package tui is the full screen: a root that holds a stack of screens, and the
// program around it.
//
// The root knows no vault and no pack; screens are made by factories that are
// handed in. What a screen wants is applied at once, before the next key. The
// root owns the size, the theme, the dialog, the status line, the idle clock
// and locking; it never reads what a person writes, and nothing of it reaches a
// title, a log or a report.
package tui
