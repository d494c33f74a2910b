import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, Reader, addressOf } from "../runtime/memory";

@external("phira:plugin/messages@1.0.0", "send-message-to-user")
declare function host_send_to_user(user: u32, text: usize, textLength: i32, result: usize): void;
@external("phira:plugin/messages@1.0.0", "send-message-to-room")
declare function host_send_to_room(room: u32, text: usize, textLength: i32, result: usize): void;
@external("phira:plugin/messages@1.0.0", "broadcast-message-to-all")
declare function host_broadcast(text: usize, textLength: i32, result: usize): void;

/** System messages in the game's chat, at most 2000 bytes of text each. */
export namespace messages {
  /** To one user. Needs `send_messages`. */
  export function toUser(user: u32, text: string): HostError | null {
    host_send_to_user(user, addressOf(text), text.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** To everybody in a room. Needs `send_messages`. */
  export function toRoom(room: u32, text: string): HostError | null {
    host_send_to_room(room, addressOf(text), text.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** To every connected user; returns to how many. Needs `broadcast`. */
  export function broadcast(text: string): Result<u32> {
    host_broadcast(addressOf(text), text.length, IMPORT_RESULT);
    return takeResult<u32>(4, (reader: Reader): u32 => reader.u32());
  }
}
