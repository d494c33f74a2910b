import { current } from "../plugin";
import { releaseResult, unitResult } from "../runtime/results";

export function timer_handler__on_timer(id: u32): usize { return unitResult(current().onTimer(id)); }

export function post_timer_handler__on_timer(result: usize): void { releaseResult(); }
