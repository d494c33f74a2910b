import { current } from "../plugin";
import { takeString } from "../runtime/memory";
import { releaseResult, stringResult } from "../runtime/results";

export function service_handler__on_call(
  name: usize, nameLength: u32, argument: usize, argumentLength: u32, caller: usize, callerLength: u32,
): usize {
  const service = takeString(name, nameLength);
  const json = takeString(argument, argumentLength);
  return stringResult(current().onCall(service, json, takeString(caller, callerLength)));
}

export function post_service_handler__on_call(result: usize): void { releaseResult(); }
