@external("phira:plugin/clock@1.0.0", "now")
declare function host_now(): u64;
@external("phira:plugin/clock@1.0.0", "monotonic-now")
declare function host_monotonic_now(): u64;

/** Time. */
export namespace clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  export function now(): u64 { return host_now(); }

  /** Milliseconds that never go backwards, from an arbitrary start. */
  export function monotonicNow(): u64 { return host_monotonic_now(); }
}
