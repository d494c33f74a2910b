// The canonical ABI, as far as this package needs it.
//
// Values cross the boundary in linear memory, laid out like C structs: each field at the next multiple of its alignment, a record
// aligned like its widest field, a string or list as (pointer, length), an option or variant as a discriminant followed by the
// payload at the payload's alignment.
//
// Who owns what:
//  - What the host hands over lies in blocks that it asked of `cabi_realloc`. They come from the unmanaged heap; `Reader` copies
//    them into managed objects and frees them.
//  - What the guest hands over must stay where it is until the host has read it: to the end of the call for arguments, to the
//    `cabi_post_...` call for results. An `Arena` keeps it.
//  - No garbage collection can run while the host is being called, because only managed allocations collect; so strings passed
//    straight from a parameter need no arena.
//
// Strings are UTF-16 on both sides ("string encoding utf16"): an AssemblyScript string is passed as it is.

/** Stands for "none" in an optional id or number; ids fit in 31 bits. */
export const NONE: u32 = 0xffffffff;

/** Stands for "none" in an optional time. */
export const NO_TIME: u64 = 0xffffffffffffffff;

/** Where a call to the host leaves its result. Large enough for every result of the package (the largest takes 84 bytes). */
export const IMPORT_RESULT: usize = memory.data(128, 8);

/** Where an exported function leaves its result (the largest, `metadata`, takes 152 bytes). */
export const EXPORT_RESULT: usize = memory.data(256, 8);

/** Called by the host for each block it wants to write into. */
export function cabi_realloc(block: usize, oldSize: usize, alignment: usize, size: usize): usize {
  if (size == 0) return alignment;
  return oldSize == 0 ? heap.alloc(size) : heap.realloc(block, size);
}

/** Address of a string's first code unit. */
// @ts-ignore: decorator
@inline
export function addressOf(text: string): usize {
  return changetype<usize>(text);
}

/** Reads a value field by field, in the order of its declaration. Frees the blocks that strings and lists lie in. */
export class Reader {
  constructor(public at: usize) {}

  /** Moves to the next multiple of an alignment: before a record, which is aligned like its widest field. */
  align(alignment: usize): void {
    this.at = (this.at + alignment - 1) & ~(alignment - 1);
  }

  /** Reads one number of the given type. */
  private next<T>(): T {
    this.align(sizeof<T>());
    const value = load<T>(this.at);
    this.at += sizeof<T>();
    return value;
  }

  bool(): bool { return this.next<u8>() != 0; }
  u8(): u8 { return this.next<u8>(); }
  s8(): i8 { return this.next<i8>(); }
  u16(): u16 { return this.next<u16>(); }
  u32(): u32 { return this.next<u32>(); }
  s32(): i32 { return this.next<i32>(); }
  u64(): u64 { return this.next<u64>(); }
  f32(): f32 { return this.next<f32>(); }

  string(): string {
    const block = <usize>this.u32();
    return takeString(block, this.u32());
  }

  /** The discriminant of an option, variant or result. It sits at the alignment of the whole, and the payload follows at the same. */
  discriminant(alignment: usize): u8 {
    this.align(alignment);
    const value = this.u8();
    this.align(alignment);
    return value;
  }

  optionalU32(): u32 {
    const some = this.discriminant(4) != 0;
    const value = this.u32();
    return some ? value : NONE;
  }

  optionalTime(): u64 {
    const some = this.discriminant(8) != 0;
    const value = this.u64();
    return some ? value : NO_TIME;
  }

  /** A number, or NaN for none. */
  optionalF32(): f32 {
    const some = this.discriminant(4) != 0;
    const value = this.f32();
    return some ? value : f32.NaN;
  }

  optionalString(): string | null {
    if (this.discriminant(4) != 0) return this.string();
    this.at += 8;
    return null;
  }

  /** A list whose elements take `size` bytes each, padding included. */
  list<T>(size: usize, read: (element: Reader) => T): T[] {
    const block = <usize>this.u32();
    return takeList<T>(block, this.u32(), size, read);
  }

  u32s(): u32[] {
    return this.list<u32>(4, (element: Reader): u32 => element.u32());
  }

  strings(): string[] {
    return this.list<string>(8, (element: Reader): string => element.string());
  }

  bytes(): Uint8Array {
    const block = <usize>this.u32();
    return takeBytes(block, this.u32());
  }
}

/** Takes over a string of `units` code units. */
export function takeString(block: usize, units: u32): string {
  if (units == 0) return "";
  const bytes = <usize>units << 1;
  const text = changetype<string>(__new(bytes, idof<string>()));
  memory.copy(addressOf(text), block, bytes);
  heap.free(block);
  return text;
}

/** Takes over a list. */
export function takeList<T>(block: usize, count: u32, size: usize, read: (element: Reader) => T): T[] {
  const items: T[] = [];
  for (let i: u32 = 0; i < count; i++) items.push(read(new Reader(block + <usize>i * size)));
  if (count != 0) heap.free(block);
  return items;
}

/** Takes over a list of strings. */
export function takeStrings(block: usize, count: u32): string[] {
  return takeList<string>(block, count, 8, (element: Reader): string => element.string());
}

/** Takes over a list of bytes. */
export function takeBytes(block: usize, count: u32): Uint8Array {
  const bytes = new Uint8Array(<i32>count);
  if (count != 0) {
    memory.copy(bytes.dataStart, block, count);
    heap.free(block);
  }
  return bytes;
}

/** Keeps what the host is to read, until `free`. */
export class Arena {
  private strings: string[] = [];
  private blocks: usize[] = [];

  /** A block for list elements. */
  alloc(size: usize): usize {
    if (size == 0) return 8;
    const block = heap.alloc(size);
    this.blocks.push(block);
    return block;
  }

  /** Keeps a string and returns its address. */
  keep(text: string): usize {
    this.strings.push(text);
    return addressOf(text);
  }

  free(): void {
    for (let i = 0; i < this.blocks.length; i++) heap.free(this.blocks[i]);
    this.blocks = [];
    this.strings = [];
  }
}

/** Writes a value field by field; the counterpart of `Reader`. */
export class Writer {
  constructor(public at: usize, public arena: Arena) {}

  align(alignment: usize): void {
    this.at = (this.at + alignment - 1) & ~(alignment - 1);
  }

  private next<T>(value: T): void {
    this.align(sizeof<T>());
    store<T>(this.at, value);
    this.at += sizeof<T>();
  }

  u8(value: u8): void { this.next<u8>(value); }
  u16(value: u16): void { this.next<u16>(value); }
  u32(value: u32): void { this.next<u32>(value); }

  string(text: string): void {
    this.u32(<u32>this.arena.keep(text));
    this.u32(<u32>text.length);
  }

  optionalString(text: string | null): void {
    this.align(4);
    this.u8(text === null ? 0 : 1);
    this.string(text === null ? "" : text);
  }

  strings(items: string[]): void {
    this.u32(<u32>lowerStrings(items, this.arena));
    this.u32(<u32>items.length);
  }

  bytes(items: Uint8Array): void {
    const block = this.arena.alloc(items.length);
    memory.copy(block, items.dataStart, items.length);
    this.u32(<u32>block);
    this.u32(<u32>items.length);
  }
}

/** Lays out a list of strings and returns its address. */
export function lowerStrings(items: string[], arena: Arena): usize {
  const block = arena.alloc(<usize>items.length * 8);
  const writer = new Writer(block, arena);
  for (let i = 0; i < items.length; i++) writer.string(items[i]);
  return block;
}
