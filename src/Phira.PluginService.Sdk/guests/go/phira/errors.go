package phira

import (
	"errors"
	"fmt"
	"sync"
)

// HostError is why a host function did not do what was asked. Its kind is for programs, its message for people, in English:
//
//	if errors.Is(err, phira.NotFound) { … }
type HostError struct {
	Kind    ErrorKind
	Message string
}

func (e *HostError) Error() string { return e.Kind.Error() + ": " + e.Message }

// Is compares with an ErrorKind.
func (e *HostError) Is(target error) bool { return target == e.Kind }

func (kind ErrorKind) Error() string { return namesOfErrorKind[kind] }

func readName(names []string, text []byte, into *uint32) error {
	for i, name := range names {
		if name == string(text) {
			*into = uint32(i)
			return nil
		}
	}
	return fmt.Errorf("%q is none of %v", text, names)
}

// Refusal is an error that a person made: its text is shown to that person. Every other error of a command goes to the plugin's log.
type Refusal string

func (r Refusal) Error() string { return string(r) }

func loadError(p, payload uint32) error {
	return &HostError{Kind: ErrorKind(at[uint8](p)), Message: loadString(p + payload)}
}

// border is free while the body of an export runs and no call of the host is under way. The host must not be called while it is in
// cabi_realloc, but there Go may let other goroutines run: they wait here.
var border sync.Mutex

func init() { border.Lock() }

// guard runs a handler. A panic becomes an error, so that the plugin keeps running.
func guard(run func() error) (err error) {
	border.Unlock()
	defer border.Lock()
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("panic: %v", fault)
		}
	}()
	return run()
}

func guardValue[T any](run func() (T, error)) (value T, err error) {
	err = guard(func() (failed error) {
		value, failed = run()
		return failed
	})
	return value, err
}

// IsRefusal says whether an error's text is for the person who caused it.
func IsRefusal(err error) bool {
	var refusal Refusal
	return errors.As(err, &refusal)
}
