@external("phira:plugin/log@1.0.0", "write")
declare function host_write(level: i32, message: usize, messageLength: i32, fields: usize, fieldCount: i32): void;

const ERROR: i32 = 4;

/**
 * Replaces the compiler's `abort`: failed assertions, `throw` and out-of-range accesses are logged, then trap.
 *
 * It calls the host directly instead of through `log`, because the compiler cannot compile an `abort` whose own code needs arrays,
 * which need `abort`.
 */
export function abort(message: string | null, file: string | null, line: u32, column: u32): void {
  const what = message === null ? "unknown reason" : message;
  const where = file === null ? "?" : file;
  const text = "abort: " + what + " (" + where + ":" + line.toString() + ":" + column.toString() + ")";
  host_write(ERROR, changetype<usize>(text), text.length, 4, 0);
  unreachable();
}
