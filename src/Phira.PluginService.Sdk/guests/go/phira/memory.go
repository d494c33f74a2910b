package phira

import (
	"runtime"
	"unsafe"
)

// Memory that crosses the border belongs to Go's heap, whose objects never move. The host asks for buffers by cabi_realloc: pins keeps them
// until they are taken. What Go hands out is kept by an arena: for the length of a call of the host, or until the host has read a result.

var (
	pins     = map[uint32][]byte{}
	returned = new(arena)
)

//go:wasmexport cabi_realloc
func reallocate(old, oldSize, _, size uint32) uint32 {
	if size == 0 {
		return 8
	}
	buffer := make([]byte, size)
	if oldSize != 0 {
		copy(buffer, pins[old])
		delete(pins, old)
	}
	address := addressOf(unsafe.SliceData(buffer))
	pins[address] = buffer
	return address
}

// arena keeps memory alive that the host reads or writes.
type arena struct{ kept []any }

func (a *arena) alloc(size uint32) uint32 {
	// Words, so that every value is aligned.
	words := make([]uint64, (size+7)/8)
	a.kept = append(a.kept, words)
	return addressOf(unsafe.SliceData(words))
}

func (a *arena) text(value string) (uint32, uint32) {
	if value == "" {
		return 8, 0
	}
	a.kept = append(a.kept, value)
	return addressOf(unsafe.StringData(value)), uint32(len(value))
}

func (a *arena) bytes(value []byte) (uint32, uint32) {
	if len(value) == 0 {
		return 8, 0
	}
	a.kept = append(a.kept, value)
	return addressOf(unsafe.SliceData(value)), uint32(len(value))
}

// hold marks the end of a call: until here the memory is in use, though only by its address.
func (a *arena) hold() { runtime.KeepAlive(a.kept) }

func (a *arena) release() { a.kept = nil }

func list[T any](a *arena, items []T, size uint32, store func(a *arena, p uint32, item T)) (uint32, uint32) {
	if len(items) == 0 {
		return 8, 0
	}
	start := a.alloc(size * uint32(len(items)))
	for i, item := range items {
		store(a, start+uint32(i)*size, item)
	}
	return start, uint32(len(items))
}

func addressOf[T any](pointer *T) uint32 { return uint32(uintptr(unsafe.Pointer(pointer))) }

func at[T any](p uint32) T { return *(*T)(unsafe.Pointer(uintptr(p))) }

func put[T any](p uint32, value T) { *(*T)(unsafe.Pointer(uintptr(p))) = value }

func pairOf(pointer, length uint32) [2]uint32 { return [2]uint32{pointer, length} }

func putPair(p uint32, pair [2]uint32) { put(p, pair) }

func bit(value bool) uint32 {
	if value {
		return 1
	}
	return 0
}

func unpin(p uint32) { delete(pins, p) }

// takeString makes a received buffer a string without copying it.
func takeString(p, length uint32) string {
	if length == 0 {
		return ""
	}
	value := unsafe.String(unsafe.SliceData(pins[p]), length)
	delete(pins, p)
	return value
}

func loadString(p uint32) string { return takeString(at[uint32](p), at[uint32](p+4)) }

func takeBytes(p, length uint32) []byte {
	if length == 0 {
		return nil
	}
	value := pins[p][:length]
	delete(pins, p)
	return value
}

func takeList[T any](p, length, size uint32, load func(p uint32) T) []T {
	if length == 0 {
		return nil
	}
	items := make([]T, length)
	for i := range items {
		items[i] = load(p + uint32(i)*size)
	}
	delete(pins, p)
	return items
}

func loadOption[T any](p uint32, load func() T) *T { return liftOption(uint32(at[uint8](p)), load) }

func liftOption[T any](some uint32, lift func() T) *T {
	if some == 0 {
		return nil
	}
	value := lift()
	return &value
}
