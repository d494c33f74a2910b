// How exported functions hand their results over: written into one area, kept until the host calls `cabi_post_...`.

import { Answer } from "../result";
import { Arena, EXPORT_RESULT, Writer } from "./memory";

const kept = new Arena();

/** A writer at the start of the result area. */
export function beginResult(): Writer {
  return new Writer(EXPORT_RESULT, kept);
}

/** Hands over `result<_, string>`; null is success. */
export function unitResult(error: string | null): usize {
  const writer = beginResult();
  writer.u8(error === null ? 0 : 1);
  if (error !== null) writer.string(error);
  return EXPORT_RESULT;
}

/** Hands over `result<string, string>`. */
export function stringResult(answer: Answer<string>): usize {
  const error = answer.error;
  const writer = beginResult();
  writer.u8(error === null ? 0 : 1);
  writer.string(error === null ? answer.value : error);
  return EXPORT_RESULT;
}

/** Called after the host has read a result. */
export function releaseResult(): void {
  kept.free();
}
