package phira

import (
	"errors"
	"time"
)

type action struct {
	run    func() error
	repeat bool
}

var timerActions = map[uint32]action{}

// Timer is a timer that was set.
type Timer struct{ id uint32 }

// After runs an action once, later.
func After(delay time.Duration, run func() error) (Timer, error) { return setTimer(delay, run, false) }

// Every runs an action again and again.
func Every(interval time.Duration, run func() error) (Timer, error) {
	return setTimer(interval, run, true)
}

// Cancel ends the timer. It does nothing when the timer has fired.
func (t Timer) Cancel() error {
	if _, ok := timerActions[t.id]; !ok {
		return nil
	}
	delete(timerActions, t.id)
	if err := Timers.CancelTimer(t.id); !errors.Is(err, NotFound) {
		return err
	}
	return nil
}

// Now is the host's clock. The clock of the package time is not: it only moves on when it is asked.
func Now() time.Time { return time.UnixMilli(int64(Clock.Now())) }

func setTimer(delay time.Duration, run func() error, repeat bool) (Timer, error) {
	id, err := Timers.SetTimer(uint32(delay.Milliseconds()), repeat)
	if err == nil {
		timerActions[id] = action{run, repeat}
	}
	return Timer{id}, err
}

func handleOnTimer(id uint32) error {
	timer, ok := timerActions[id]
	if !ok {
		return nil
	}
	if !timer.repeat {
		delete(timerActions, id)
	}
	return timer.run()
}
