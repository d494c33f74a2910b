import { Event } from "../events";
import { current } from "../plugin";
import { EXPORT_RESULT, Reader } from "../runtime/memory";
import { beginResult, releaseResult, unitResult } from "../runtime/results";

/** An event has too many fields for parameters: the host leaves it in a block of its own. */
export function event_handler__on_event(block: usize): usize {
  const event = Event.read(new Reader(block));
  heap.free(block);
  const answer = current().onEvent(event);
  const error = answer.error;
  if (error !== null) return unitResult(error);
  const writer = beginResult();
  writer.u8(0);
  writer.align(4);
  writer.u8(answer.value.tag);
  writer.string(answer.value.text);
  return EXPORT_RESULT;
}

export function post_event_handler__on_event(result: usize): void { releaseResult(); }
