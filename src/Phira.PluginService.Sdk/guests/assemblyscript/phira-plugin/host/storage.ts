import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, NO_TIME, Reader, addressOf } from "../runtime/memory";

@external("phira:plugin/storage@1.0.0", "get")
declare function host_get(key: usize, keyLength: i32, result: usize): void;
@external("phira:plugin/storage@1.0.0", "set")
declare function host_set(key: usize, keyLength: i32, value: usize, valueLength: i32, some: i32, ttl: u64, result: usize): void;
@external("phira:plugin/storage@1.0.0", "delete")
declare function host_delete(key: usize, keyLength: i32, result: usize): void;
@external("phira:plugin/storage@1.0.0", "list")
declare function host_list(
  prefix: usize, prefixLength: i32, some: i32, after: usize, afterLength: i32, limit: u32, result: usize): void;
@external("phira:plugin/storage@1.0.0", "compare-and-set")
declare function host_compare_and_set(
  key: usize, keyLength: i32, expectedSome: i32, expected: usize, expectedLength: i32,
  valueSome: i32, value: usize, valueLength: i32, result: usize): void;
@external("phira:plugin/storage@1.0.0", "get-bytes")
declare function host_get_bytes(key: usize, keyLength: i32, result: usize): void;
@external("phira:plugin/storage@1.0.0", "set-bytes")
declare function host_set_bytes(key: usize, keyLength: i32, value: usize, valueLength: i32, some: i32, ttl: u64, result: usize): void;

/** Durable key-value data of this plugin alone. Needs `storage`. */
export namespace storage {
  /** The text under a key; null when there is none. */
  export function get(key: string): Result<string | null> {
    host_get(addressOf(key), key.length, IMPORT_RESULT);
    return takeResult<string | null>(4, (reader: Reader): string | null => reader.optionalString());
  }

  /** Sets the text under a key, for `ttlMs` milliseconds or without end. */
  export function set(key: string, value: string, ttlMs: u64 = NO_TIME): HostError | null {
    const some = ttlMs != NO_TIME;
    host_set(addressOf(key), key.length, addressOf(value), value.length, some ? 1 : 0, some ? ttlMs : 0, IMPORT_RESULT);
    return takeUnit();
  }

  /** Removes a key; returns whether it was there. */
  export function remove(key: string): Result<bool> {
    host_delete(addressOf(key), key.length, IMPORT_RESULT);
    return takeResult<bool>(4, (reader: Reader): bool => reader.bool());
  }

  /** Keys that begin with a prefix, in byte order, after the key `after`. */
  export function list(prefix: string, after: string | null, limit: u32): Result<string[]> {
    const from = after === null ? "" : after;
    host_list(addressOf(prefix), prefix.length, after === null ? 0 : 1, addressOf(from), from.length, limit, IMPORT_RESULT);
    return takeResult<string[]>(4, (reader: Reader): string[] => reader.strings());
  }

  /** Sets (null: removes) the text under a key only if the present text is `expected` (null: not there). */
  export function compareAndSet(key: string, expected: string | null, value: string | null): Result<bool> {
    const before = expected === null ? "" : expected;
    const after = value === null ? "" : value;
    host_compare_and_set(
      addressOf(key), key.length, expected === null ? 0 : 1, addressOf(before), before.length,
      value === null ? 0 : 1, addressOf(after), after.length, IMPORT_RESULT);
    return takeResult<bool>(4, (reader: Reader): bool => reader.bool());
  }

  /** The bytes under a key; null when there are none. */
  export function getBytes(key: string): Result<Uint8Array | null> {
    host_get_bytes(addressOf(key), key.length, IMPORT_RESULT);
    return takeResult<Uint8Array | null>(4, (reader: Reader): Uint8Array | null =>
      reader.discriminant(4) == 0 ? null : reader.bytes());
  }

  /** Sets bytes under a key. Keep it to some KiB. */
  export function setBytes(key: string, value: Uint8Array, ttlMs: u64 = NO_TIME): HostError | null {
    const some = ttlMs != NO_TIME;
    host_set_bytes(addressOf(key), key.length, value.dataStart, value.length, some ? 1 : 0, some ? ttlMs : 0, IMPORT_RESULT);
    return takeUnit();
  }
}
