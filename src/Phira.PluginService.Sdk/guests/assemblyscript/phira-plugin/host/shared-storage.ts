import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, NO_TIME, Reader, addressOf } from "../runtime/memory";

@external("phira:plugin/shared-storage@1.0.0", "get")
declare function host_shared_get(space: usize, spaceLength: i32, key: usize, keyLength: i32, result: usize): void;
@external("phira:plugin/shared-storage@1.0.0", "set")
declare function host_shared_set(
  space: usize, spaceLength: i32, key: usize, keyLength: i32, value: usize, valueLength: i32, some: i32, ttl: u64, result: usize): void;
@external("phira:plugin/shared-storage@1.0.0", "delete")
declare function host_shared_delete(space: usize, spaceLength: i32, key: usize, keyLength: i32, result: usize): void;
@external("phira:plugin/shared-storage@1.0.0", "list")
declare function host_shared_list(
  space: usize, spaceLength: i32, prefix: usize, prefixLength: i32, some: i32, after: usize, afterLength: i32, limit: u32,
  result: usize): void;
@external("phira:plugin/shared-storage@1.0.0", "compare-and-set")
declare function host_shared_compare_and_set(
  space: usize, spaceLength: i32, key: usize, keyLength: i32, expectedSome: i32, expected: usize, expectedLength: i32,
  valueSome: i32, value: usize, valueLength: i32, some: i32, ttl: u64, result: usize): void;

/**
 * Texts that plugins share, in the host's memory: one space for each installed plugin, named like it. Needs `read_shared_storage` and
 * `write_shared_storage`, also in the plugin's own space.
 */
export namespace sharedStorage {
  /** The text under a key; null when there is none. */
  export function get(space: string, key: string): Result<string | null> {
    host_shared_get(addressOf(space), space.length, addressOf(key), key.length, IMPORT_RESULT);
    return takeResult<string | null>(4, (reader: Reader): string | null => reader.optionalString());
  }

  /** Sets the text under a key, for `ttlMs` milliseconds or without end. */
  export function set(space: string, key: string, value: string, ttlMs: u64 = NO_TIME): HostError | null {
    const some = ttlMs != NO_TIME;
    host_shared_set(
      addressOf(space), space.length, addressOf(key), key.length, addressOf(value), value.length, some ? 1 : 0, some ? ttlMs : 0,
      IMPORT_RESULT);
    return takeUnit();
  }

  /** Removes a key; returns whether it was there. */
  export function remove(space: string, key: string): Result<bool> {
    host_shared_delete(addressOf(space), space.length, addressOf(key), key.length, IMPORT_RESULT);
    return takeResult<bool>(4, (reader: Reader): bool => reader.bool());
  }

  /** Keys that begin with a prefix, after the key `after`. */
  export function list(space: string, prefix: string, after: string | null, limit: u32): Result<string[]> {
    const from = after === null ? "" : after;
    host_shared_list(
      addressOf(space), space.length, addressOf(prefix), prefix.length, after === null ? 0 : 1, addressOf(from), from.length, limit,
      IMPORT_RESULT);
    return takeResult<string[]>(4, (reader: Reader): string[] => reader.strings());
  }

  /** Sets (null: removes) the text under a key only if the present text is `expected` (null: not there). */
  export function compareAndSet(
    space: string, key: string, expected: string | null, value: string | null, ttlMs: u64 = NO_TIME): Result<bool> {
    const before = expected === null ? "" : expected;
    const after = value === null ? "" : value;
    const some = ttlMs != NO_TIME;
    host_shared_compare_and_set(
      addressOf(space), space.length, addressOf(key), key.length, expected === null ? 0 : 1, addressOf(before), before.length,
      value === null ? 0 : 1, addressOf(after), after.length, some ? 1 : 0, some ? ttlMs : 0, IMPORT_RESULT);
    return takeResult<bool>(4, (reader: Reader): bool => reader.bool());
  }
}
