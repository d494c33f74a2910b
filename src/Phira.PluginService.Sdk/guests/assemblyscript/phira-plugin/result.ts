import { IMPORT_RESULT, Reader } from "./runtime/memory";

/** The cases of `host-error`, in the order of the WIT. */
export enum HostErrorKind {
  PermissionDenied,
  NotFound,
  InvalidArgument,
  Conflict,
  QuotaExceeded,
  Unavailable,
  Internal,
}

const kindNames: string[] = [
  "permission-denied", "not-found", "invalid-argument", "conflict", "quota-exceeded", "unavailable", "internal",
];

/** Why a host function did not do what was asked. */
export class HostError {
  constructor(public kind: HostErrorKind, public text: string) {}

  /** The name of the case as the WIT has it. */
  get kindName(): string { return kindNames[<i32>this.kind]; }

  toString(): string { return this.kindName + ": " + this.text; }
}

/** What a host function that returns a value gives. */
export class Result<T> {
  constructor(private content: T, public error: HostError | null) {}

  get ok(): bool { return this.error === null; }

  /** The value. Look at `ok` or `error` first: reading the value of a failure aborts. */
  get value(): T {
    const error = this.error;
    assert(error === null, "value of a failed call read");
    return this.content;
  }
}

/** What an exported function answers: a value, or an error text for people. */
export class Answer<T> {
  private constructor(private content: T, public error: string | null) {}

  static ok<T>(value: T): Answer<T> { return new Answer<T>(value, null); }

  static fail<T>(text: string): Answer<T> { return new Answer<T>(nothing<T>(), text); }

  get value(): T { return this.content; }
}

/** A placeholder for a value that nobody reads. */
function nothing<T>(): T {
  if (isReference<T>()) return changetype<T>(0);
  return <T>0;
}

/** Reads `result<_, host-error>` from where the host left it. */
export function takeUnit(): HostError | null {
  const reader = new Reader(IMPORT_RESULT);
  return reader.discriminant(4) == 0 ? null : readHostError(reader);
}

/**
 * Reads `result<T, host-error>` from where the host left it. `alignment` is that of the wider of both: 8 when T holds a 64-bit
 * number, otherwise 4.
 */
export function takeResult<T>(alignment: usize, read: (reader: Reader) => T): Result<T> {
  const reader = new Reader(IMPORT_RESULT);
  const failed = reader.discriminant(alignment) != 0;
  return failed ? new Result<T>(nothing<T>(), readHostError(reader)) : new Result<T>(read(reader), null);
}

function readHostError(reader: Reader): HostError {
  const kind = reader.discriminant(4);
  return new HostError(<HostErrorKind>kind, reader.string());
}
