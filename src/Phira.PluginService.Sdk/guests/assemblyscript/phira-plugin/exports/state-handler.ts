import { current } from "../plugin";
import { EXPORT_RESULT, takeBytes } from "../runtime/memory";
import { beginResult, releaseResult, unitResult } from "../runtime/results";

export function state_handler__save_state(): usize {
  const answer = current().saveState();
  const error = answer.error;
  if (error !== null) return unitResult(error);
  const writer = beginResult();
  writer.u8(0);
  writer.bytes(answer.value);
  return EXPORT_RESULT;
}

export function state_handler__restore_state(state: usize, stateLength: u32): usize {
  return unitResult(current().restoreState(takeBytes(state, stateLength)));
}

export function post_state_handler__save_state(result: usize): void { releaseResult(); }
export function post_state_handler__restore_state(result: usize): void { releaseResult(); }
