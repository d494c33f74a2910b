import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, Reader } from "../runtime/memory";

@external("phira:plugin/timers@1.0.0", "set-timer")
declare function host_set_timer(delay: u32, repeat: i32, result: usize): void;
@external("phira:plugin/timers@1.0.0", "cancel-timer")
declare function host_cancel_timer(id: u32, result: usize): void;

/** Calls to `onTimer` later. Needs `timers`. */
export namespace timers {
  /** Sets a timer and returns its id. */
  export function set(delayMs: u32, repeat: bool = false): Result<u32> {
    host_set_timer(delayMs, repeat ? 1 : 0, IMPORT_RESULT);
    return takeResult<u32>(4, (reader: Reader): u32 => reader.u32());
  }

  /** Ends a timer. */
  export function cancel(id: u32): HostError | null {
    host_cancel_timer(id, IMPORT_RESULT);
    return takeUnit();
  }
}
