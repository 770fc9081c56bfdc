package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/signal"

	tea "charm.land/bubbletea/v2"

	"sounding/tui/screen"
	"sounding/tui/widget"
)

// framesPerSecond is the most the framework draws. Nothing is drawn while
// nothing changed; what is drawn waits for the next tick, the first frame too,
// so that the framework's own 60 would cost up to 17 ms of it.
const framesPerSecond = 120

// Run shows the full screen until the person leaves or locks, or until a signal
// or a closed window ends it. On every path the screens hand over what they
// hold; whoever calls flushes the writer afterwards. The application value is
// our own: after a panic the framework gives none back.
func Run(ctx context.Context, cfg Config, in io.Reader, out io.Writer) (Ending, screen.Route, error) {
	ctx, stop := signal.NotifyContext(ctx, closing()...)
	defer stop()
	app := New(cfg)
	program := tea.NewProgram(app, tea.WithContext(ctx), tea.WithInput(widget.GuardPastes(in)), tea.WithOutput(out),
		tea.WithFPS(framesPerSecond))
	_, err := program.Run()
	app.leaveAll()
	ending, where, trouble := app.Ended()
	app.Forget()
	switch {
	case trouble != nil:
		return ending, where, trouble
	case errors.Is(err, tea.ErrProgramPanic):
		return ending, where, errPanic
	case errors.Is(err, tea.ErrInterrupted), errors.Is(err, tea.ErrProgramKilled), ctx.Err() != nil:
		return ending, where, nil
	case err != nil:
		return ending, where, fmt.Errorf("show the screen: %w", err)
	}
	return ending, where, nil
}

// errPanic stands for a panic of the framework. What caused it is not carried:
// it could hold a person's words.
var errPanic = errors.New("the screen stopped working; what you wrote is saved")
