import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, NONE, Reader, addressOf } from "../runtime/memory";
import { RoomInfo } from "../types";

@external("phira:plugin/rooms@1.0.0", "create-room")
declare function host_create_room(maxUsers: u32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "disband-room")
declare function host_disband_room(id: u32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "get-room-info")
declare function host_get_room_info(id: u32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "set-room-lock")
declare function host_set_room_lock(id: u32, locked: i32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "find-room")
declare function host_find_room(name: usize, nameLength: i32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "list-rooms")
declare function host_list_rooms(result: usize): void;
@external("phira:plugin/rooms@1.0.0", "list-rooms-page")
declare function host_list_rooms_page(some: i32, after: u32, limit: u32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "get-room-count")
declare function host_get_room_count(result: usize): void;
@external("phira:plugin/rooms@1.0.0", "kick-from-room")
declare function host_kick_from_room(id: u32, user: u32, reason: usize, reasonLength: i32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "transfer-host")
declare function host_transfer_host(id: u32, user: u32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "set-room-cycle")
declare function host_set_room_cycle(id: u32, cycle: i32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "set-room-chart")
declare function host_set_room_chart(id: u32, chart: u32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "start-game")
declare function host_start_game(id: u32, result: usize): void;
@external("phira:plugin/rooms@1.0.0", "cancel-game")
declare function host_cancel_game(id: u32, result: usize): void;

/** Some of the rooms. */
export class RoomPage {
  /** Ordered by handle. */
  rooms: RoomInfo[] = [];
  /** What to pass as `after` for the next page, or `NONE` when no more rooms follow. */
  next: u32 = 0;

  static read(reader: Reader): RoomPage {
    const page = new RoomPage();
    page.rooms = reader.list<RoomInfo>(RoomInfo.SIZE, RoomInfo.read);
    page.next = reader.optionalU32();
    return page;
  }
}

/** The rooms of the server. Reading needs `read_rooms`, everything else `manage_rooms`. */
export namespace rooms {
  /** Opens an empty room and returns its handle. */
  export function create(maxUsers: u32): Result<u32> {
    host_create_room(maxUsers, IMPORT_RESULT);
    return takeResult<u32>(4, (reader: Reader): u32 => reader.u32());
  }

  /** Removes everybody from a room and closes it. */
  export function disband(id: u32): HostError | null {
    host_disband_room(id, IMPORT_RESULT);
    return takeUnit();
  }

  /** A room by its handle. */
  export function get(id: u32): Result<RoomInfo> {
    host_get_room_info(id, IMPORT_RESULT);
    return takeResult<RoomInfo>(8, RoomInfo.read);
  }

  /** Lets nobody join any more, or lets people join again. */
  export function setLock(id: u32, locked: bool): HostError | null {
    host_set_room_lock(id, locked ? 1 : 0, IMPORT_RESULT);
    return takeUnit();
  }

  /** A room by the name players type. */
  export function find(name: string): Result<RoomInfo> {
    host_find_room(addressOf(name), name.length, IMPORT_RESULT);
    return takeResult<RoomInfo>(8, RoomInfo.read);
  }

  /** All rooms. */
  export function all(): Result<RoomInfo[]> {
    host_list_rooms(IMPORT_RESULT);
    return takeResult<RoomInfo[]>(4, (reader: Reader): RoomInfo[] => reader.list<RoomInfo>(RoomInfo.SIZE, RoomInfo.read));
  }

  /** A page of 1 to 200 rooms with handles above `after`; `NONE` for the first page. */
  export function page(after: u32, limit: u32): Result<RoomPage> {
    const some = after != NONE;
    host_list_rooms_page(some ? 1 : 0, some ? after : 0, limit, IMPORT_RESULT);
    return takeResult<RoomPage>(4, RoomPage.read);
  }

  /** Number of open rooms, whatever rooms `read_rooms` is limited to. */
  export function count(): Result<u32> {
    host_get_room_count(IMPORT_RESULT);
    return takeResult<u32>(4, (reader: Reader): u32 => reader.u32());
  }

  /** Removes one user from a room. */
  export function kick(id: u32, user: u32, reason: string): HostError | null {
    host_kick_from_room(id, user, addressOf(reason), reason.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** Makes another player of the room its host. */
  export function transferHost(id: u32, user: u32): HostError | null {
    host_transfer_host(id, user, IMPORT_RESULT);
    return takeUnit();
  }

  /** Switches host rotation after each round. */
  export function setCycle(id: u32, cycle: bool): HostError | null {
    host_set_room_cycle(id, cycle ? 1 : 0, IMPORT_RESULT);
    return takeUnit();
  }

  /** Chooses the chart. */
  export function setChart(id: u32, chart: u32): HostError | null {
    host_set_room_chart(id, chart, IMPORT_RESULT);
    return takeUnit();
  }

  /** Asks everybody to get ready, as the host would. */
  export function startGame(id: u32): HostError | null {
    host_start_game(id, IMPORT_RESULT);
    return takeUnit();
  }

  /** Goes back to chart selection. */
  export function cancelGame(id: u32): HostError | null {
    host_cancel_game(id, IMPORT_RESULT);
    return takeUnit();
  }
}
