// Package linear is the whole product as plain printed lines, for screen
// readers, dictation and pipes.
//
// Its rules of speech: only what is new is printed, once, in whole sentences;
// nothing is drawn, coloured, moved or printed again; every choice has a number
// and takes a word; help is given when it is asked for. It shares the state of
// a walk and the autosave writer with the full screen, so a half-done walk can
// be finished in either. We write this ourselves because form libraries' own
// accessible modes lose lines of longer answers.
package linear
