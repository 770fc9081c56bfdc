// Package screen is the contract between the root of the full screen and its
// rooms: what a screen must do, what it may ask for and how it says so.
//
// A screen returns what it wants as a value, applied at once, before the next
// key: navigation by command loses keys. Commands are for work that takes time;
// they carry the id of the screen that asked, and a late answer is dropped.
// A screen never knows another screen.
package screen
