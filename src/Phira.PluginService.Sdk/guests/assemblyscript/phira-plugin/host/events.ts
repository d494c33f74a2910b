import { EventPhase } from "../events";
import { HostError, takeUnit } from "../result";
import { IMPORT_RESULT, addressOf } from "../runtime/memory";

@external("phira:plugin/events@1.0.0", "subscribe-event")
declare function host_subscribe_event(
  type: usize, typeLength: i32, some: i32, phase: i32, priority: i32, failClosed: i32,
  rooms: usize, roomCount: i32, users: usize, userCount: i32, sampleEvery: u32, result: usize): void;
@external("phira:plugin/events@1.0.0", "unsubscribe-event")
declare function host_unsubscribe_event(type: usize, typeLength: i32, result: usize): void;
@external("phira:plugin/events@1.0.0", "emit-event")
declare function host_emit_event(type: usize, typeLength: i32, data: usize, dataLength: i32, result: usize): void;

/** How a subscription behaves. */
export class Subscription {
  phase: EventPhase = EventPhase.After;
  /** Order among before-handlers: higher first. */
  priority: i32 = 0;
  /** Before-events only: whether a fault of this plugin refuses the action. */
  failClosed: bool = false;
  /** Only events about these rooms; empty for all. At most 1000. */
  rooms: u32[] = [];
  /** Only events about these users; empty for all. At most 1000. */
  users: u32[] = [];
  /** Touches and judges only: deliver one batch of so many. */
  sampleEvery: u32 = 0;
}

/** Subscribing to events and emitting own ones. */
export namespace events {
  /** Delivers events of a type to `onEvent`; without options after the fact and unfiltered. */
  export function subscribe(type: string, options: Subscription | null = null): HostError | null {
    if (options === null) {
      host_subscribe_event(addressOf(type), type.length, 0, 0, 0, 0, 4, 0, 4, 0, 0, IMPORT_RESULT);
    } else {
      host_subscribe_event(
        addressOf(type), type.length, 1, <i32>options.phase, options.priority, options.failClosed ? 1 : 0,
        options.rooms.dataStart, options.rooms.length, options.users.dataStart, options.users.length,
        options.sampleEvery, IMPORT_RESULT);
    }
    return takeUnit();
  }

  /** Ends all subscriptions to a type. */
  export function unsubscribe(type: string): HostError | null {
    host_unsubscribe_event(addressOf(type), type.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** Emits an event of a custom type; `data` is a JSON text. Needs `emit_events`. */
  export function emit(type: string, data: string): HostError | null {
    host_emit_event(addressOf(type), type.length, addressOf(data), data.length, IMPORT_RESULT);
    return takeUnit();
  }
}
