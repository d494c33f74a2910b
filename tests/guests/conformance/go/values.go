package main

import (
	"encoding"
	"errors"
	"fmt"
	"strconv"

	"phira"
)

// What the generated calls need: JSON of scalars, lists and options. A value of the wrong type panics, which the SDK makes an error of the command.

func member(json any, name string) any { return json.(map[string]any)[name] }

func onlyKey(json any) string {
	members := json.(map[string]any)
	if len(members) != 1 {
		panic("a variant has one member")
	}
	for name := range members {
		return name
	}
	return ""
}

func readBool(json any) bool { return json.(bool) }

func readString(json any) string { return json.(string) }

func readNumber[T integer | ~float32 | ~float64](json any) T { return T(json.(float64)) }

func readName[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](json any) (value T) {
	if err := P(&value).UnmarshalText([]byte(json.(string))); err != nil {
		panic(err)
	}
	return value
}

func readList[T any](read func(json any) T) func(json any) []T {
	return func(json any) (items []T) {
		for _, item := range json.([]any) {
			items = append(items, read(item))
		}
		return items
	}
}

func readOption[T any](read func(json any) T) func(json any) *T {
	return func(json any) *T {
		if json == nil {
			return nil
		}
		value := read(json)
		return &value
	}
}

type integer interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64 | ~int8 | ~int16 | ~int32 | ~int64
}

func showBool(json []byte, value bool) []byte { return strconv.AppendBool(json, value) }

func showInteger[T integer](json []byte, value T) []byte {
	if value < 0 {
		return strconv.AppendInt(json, int64(value), 10)
	}
	return strconv.AppendUint(json, uint64(value), 10)
}

// A 32-bit float is written as the 64-bit float of the same value.
func showFloat[T ~float32 | ~float64](json []byte, value T) []byte {
	return strconv.AppendFloat(json, float64(value), 'g', -1, 64)
}

func showString(json []byte, value string) []byte {
	json = append(json, '"')
	for i := range len(value) {
		switch letter := value[i]; {
		case letter == '"' || letter == '\\':
			json = append(json, '\\', letter)
		case letter < ' ':
			json = fmt.Appendf(json, `\u%04x`, letter)
		default:
			json = append(json, letter)
		}
	}
	return append(json, '"')
}

func showName[T fmt.Stringer](json []byte, value T) []byte { return showString(json, value.String()) }

func showList[T any](show func(json []byte, value T) []byte) func(json []byte, items []T) []byte {
	return func(json []byte, items []T) []byte {
		json = append(json, '[')
		for i, item := range items {
			if i > 0 {
				json = append(json, ',')
			}
			json = show(json, item)
		}
		return append(json, ']')
	}
}

func showOption[T any](show func(json []byte, value T) []byte) func(json []byte, value *T) []byte {
	return func(json []byte, value *T) []byte {
		if value == nil {
			return append(json, "null"...)
		}
		return show(json, *value)
	}
}

const good = `{"ok":null}`

func answer[T any](show func(json []byte, value T) []byte) func(value T, err error) string {
	return func(value T, err error) string {
		if err != nil {
			return answerWithout(err)
		}
		return string(append(show([]byte(`{"ok":`), value), '}'))
	}
}

func answerWithout(err error) string {
	if err == nil {
		return good
	}
	var refused *phira.HostError
	if !errors.As(err, &refused) {
		panic(err)
	}
	json := showString([]byte(`{"err":{`), refused.Kind.Error())
	return string(append(showString(append(json, ':'), refused.Message), "}}"...))
}
