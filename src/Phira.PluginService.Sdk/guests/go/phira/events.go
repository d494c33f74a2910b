package phira

import "encoding/json"

// EventType is a type of event with what it carries.
type EventType[T any] struct{ name string }

type handlerKey struct {
	name  string
	phase EventPhase
}

var eventHandlers = map[handlerKey]func(Event) (EventOutcome, error){}

// On listens to events of a type after they have happened. options may be nil.
func On[T any](kind EventType[T], handle func(value T, event Event) error, options ...Subscription) {
	listen(kind.name, EventPhaseAfter, options, func(event Event) (EventOutcome, error) {
		return Proceed(), handle(valueOf[T](event), event)
	})
}

// Before is asked before something happens. Only some types can be refused: see EventPhaseBefore.
func Before[T any](kind EventType[T], handle func(value T, event Event) (EventOutcome, error), options ...Subscription) {
	listen(kind.name, EventPhaseBefore, options, func(event Event) (EventOutcome, error) {
		return handle(valueOf[T](event), event)
	})
}

// OnCustom listens to events that plugins emit, and to those that later hosts add.
func OnCustom(name string, handle func(data json.RawMessage, source string) error, options ...Subscription) {
	listen(name, EventPhaseAfter, options, func(event Event) (EventOutcome, error) {
		custom := valueOf[CustomEvent](event)
		return Proceed(), handle(json.RawMessage(custom.Data), custom.Source)
	})
}

// Proceed lets it happen.
func Proceed() EventOutcome { return EventOutcome{} }

// Cancel refuses it; the player reads the text.
func Cancel(text string) EventOutcome { return EventOutcome{EventOutcomeCancel, text} }

// Replace lets it happen with another text: of a message or a command.
func Replace(text string) EventOutcome { return EventOutcome{EventOutcomeReplace, text} }

func valueOf[T any](event Event) T {
	value, _ := event.Payload.Value.(T)
	return value
}

func listen(name string, phase EventPhase, options []Subscription, handle func(Event) (EventOutcome, error)) {
	eventHandlers[handlerKey{name, phase}] = handle
	var subscription Subscription
	if len(options) > 0 {
		subscription = options[0]
	}
	subscription.Phase = phase
	OnInit(func() error { return Events.SubscribeEvent(name, &subscription) })
}

func handleOnEvent(event Event) (EventOutcome, error) {
	handle := eventHandlers[handlerKey{nameOf(event.Payload), event.Phase}]
	if handle == nil {
		return Proceed(), nil
	}
	return handle(event)
}

func nameOf(payload EventPayload) string {
	if custom, ok := payload.Value.(CustomEvent); ok {
		return custom.EventType
	}
	return eventNames[payload.Case]
}
