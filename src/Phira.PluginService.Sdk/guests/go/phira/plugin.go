// Package phira lets plugins for Phira.PluginService be written in Go. A plugin registers its handlers in an init function and has an empty
// main, which never runs:
//
//	func init() {
//		phira.Describe(phira.Metadata{Name: "greeter", Version: "1.0.0"})
//		phira.On(phira.EventUserConnect, func(user phira.UserInfo, _ phira.Event) error {
//			return phira.Messages.SendMessageToUser(user.ID, "Hello, "+user.Name)
//		})
//	}
//
// Handlers run one after another. Goroutines run only while a handler does: what has to happen later is for After and Every. The host's
// functions must not be called before the handlers of OnInit.
package phira

import "encoding/json"

var (
	about         = Metadata{ABIVersion: abiVersion}
	initActions   []func() error
	startActions  []func() error
	stopActions   []func() error
	configActions []func() error
	validate      = func(json.RawMessage) error { return nil }
	configure     = func(json.RawMessage) error { return nil }
	saveState     = func() ([]byte, error) { return nil, nil }
	restoreState  = func([]byte) error { return nil }
	checkHealth   = func() (HealthReport, error) { return HealthReport{}, nil }
)

const abiVersion = "1.0.0"

// Describe says what the plugin is. The manifest has the authority; what is left out is taken from it.
func Describe(metadata Metadata) {
	about = metadata
	if about.ABIVersion == "" {
		about.ABIVersion = abiVersion
	}
}

// OnInit runs when the plugin is loaded, after its configuration was read. An error keeps it from running.
func OnInit(action func() error) { initActions = append(initActions, action) }

// OnStart runs each time the plugin starts.
func OnStart(action func() error) { startActions = append(startActions, action) }

// OnStop runs each time the plugin stops.
func OnStop(action func() error) { stopActions = append(stopActions, action) }

// OnConfigChange runs after a change of the configuration took effect, not at the start.
func OnConfigChange(action func() error) { configActions = append(configActions, action) }

// OnHealthCheck adds the plugin's own view to its health.
func OnHealthCheck(check func() (HealthReport, error)) { checkHealth = check }

// Settings holds the configuration as T, which encoding/json reads it into. T starts as the given defaults each time. check may be nil; its error refuses
// a configuration and is shown to the administrator who wants to store it.
func Settings[T any](defaults T, check func(T) error) *T {
	current := defaults
	read := func(values json.RawMessage) (T, error) {
		next := defaults
		if err := json.Unmarshal(values, &next); err != nil {
			return next, err
		}
		if check != nil {
			return next, check(next)
		}
		return next, nil
	}
	validate = func(values json.RawMessage) error {
		_, err := read(values)
		return err
	}
	configure = func(values json.RawMessage) error {
		next, err := read(values)
		if err == nil {
			current = next
		}
		return err
	}
	return &current
}

// HandOver gives a value from a running version to the next one at a hot reload, as JSON.
func HandOver[T any](save func() T, restore func(T) error) {
	saveState = func() ([]byte, error) { return json.Marshal(save()) }
	restoreState = func(state []byte) error {
		var value T
		if err := json.Unmarshal(state, &value); err != nil {
			return err
		}
		return restore(value)
	}
}

func runAll(actions []func() error) error {
	for _, action := range actions {
		if err := action(); err != nil {
			return err
		}
	}
	return nil
}

func handleGetMetadata() Metadata { return about }

func handleInit(config string) error {
	if err := configure(json.RawMessage(config)); err != nil {
		return err
	}
	return runAll(initActions)
}

func handleStart() error { return runAll(startActions) }

func handleStop() error { return runAll(stopActions) }

func handleValidateConfig(config string) error { return validate(json.RawMessage(config)) }

func handleOnConfigChanged(config string) error {
	if err := configure(json.RawMessage(config)); err != nil {
		return err
	}
	return runAll(configActions)
}

func handleSaveState() ([]byte, error) { return saveState() }

func handleRestoreState(state []byte) error { return restoreState(state) }

func handleCheck() (HealthReport, error) { return checkHealth() }
