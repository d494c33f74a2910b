import type { HostError as WireError } from 'phira:plugin/types@1.0.0';

/** A value that may be missing: the engine passes null, and takes undefined as well. */
export type Optional<T> = T | null | undefined;

/** Why a host function did not do what was asked. */
export type HostErrorCode = WireError['tag'];

/** A host function refused. `code` is for programs, `message` for people, in English. */
export class HostError extends Error {
  constructor(readonly code: HostErrorCode, message: string) {
    super(message);
    this.name = 'HostError';
  }
}

/** Something a person did cannot be done: the text is shown to that person. Every other error is a fault of the plugin and goes to its log. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Whether an error is a refusal of the host with one of these codes. */
export function isHostError(error: unknown, ...codes: HostErrorCode[]): error is HostError {
  return error instanceof HostError && (codes.length === 0 || codes.includes(error.code));
}

/** The result, or undefined when what was asked for does not exist (any more). */
export function ifFound<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (isHostError(error, 'not-found')) return undefined;
    throw error;
  }
}

/**
 * The functions of a host interface, which throw a `HostError` when they fail. `wide` says where they take 32-bit numbers: the engine passes
 * those from 2^31 on as 2^31 - 1, unless they are given as the negative number of the same bits.
 */
export function checked<T extends object>(functions: T, wide: Record<string, number[]> = {}): T {
  const wrapped: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value !== 'function') continue;
    wrapped[name] = (...values: unknown[]) => {
      for (const index of wide[name] ?? []) values[index] = (values[index] as number) | 0;
      try {
        return value(...values);
      } catch (error) {
        throw asHostError(error);
      }
    };
  }
  return wrapped as T;
}

function asHostError(error: unknown): unknown {
  const payload = (error as { payload?: WireError } | null)?.payload;
  return payload === undefined ? error : new HostError(payload.tag, payload.val);
}
