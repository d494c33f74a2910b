import { current } from "../plugin";
import { EXPORT_RESULT } from "../runtime/memory";
import { beginResult, releaseResult, unitResult } from "../runtime/results";

export function health_handler__check(): usize {
  const answer = current().check();
  const error = answer.error;
  if (error !== null) return unitResult(error);
  const writer = beginResult();
  writer.u8(0);
  writer.align(4);
  writer.u8(<u8>answer.value.status);
  writer.strings(answer.value.reasons);
  return EXPORT_RESULT;
}

export function post_health_handler__check(result: usize): void { releaseResult(); }
