import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, NO_TIME, Reader, addressOf } from "../runtime/memory";
import { UserInfo } from "../types";

@external("phira:plugin/users@1.0.0", "kick-user")
declare function host_kick_user(id: u32, reason: usize, reasonLength: i32, result: usize): void;
@external("phira:plugin/users@1.0.0", "ban-user-by-id")
declare function host_ban_user(id: u32, reason: usize, reasonLength: i32, some: i32, expiresAt: u64, result: usize): void;
@external("phira:plugin/users@1.0.0", "unban-user")
declare function host_unban_user(id: u32, result: usize): void;
@external("phira:plugin/users@1.0.0", "is-banned")
declare function host_is_banned(id: u32, result: usize): void;
@external("phira:plugin/users@1.0.0", "list-bans")
declare function host_list_bans(result: usize): void;
@external("phira:plugin/users@1.0.0", "get-user-info")
declare function host_get_user_info(id: u32, result: usize): void;
@external("phira:plugin/users@1.0.0", "get-online-user-count")
declare function host_get_online_user_count(result: usize): void;
@external("phira:plugin/users@1.0.0", "list-online-users")
declare function host_list_online_users(result: usize): void;

/** An active ban. */
export class BanInfo {
  user: u32 = 0;
  reason: string = "";
  /** When it ends, or `NO_TIME`. */
  expiresAt: u64 = 0;
  bannedBy: string = "";
  bannedAt: u64 = 0;

  static readonly SIZE: usize = 48;

  static read(reader: Reader): BanInfo {
    const ban = new BanInfo();
    ban.user = reader.u32();
    ban.reason = reader.string();
    ban.expiresAt = reader.optionalTime();
    ban.bannedBy = reader.string();
    ban.bannedAt = reader.u64();
    return ban;
  }
}

/** The people on the server. */
export namespace users {
  /** Removes a user from the server. Needs `kick_users`. */
  export function kick(id: u32, reason: string): HostError | null {
    host_kick_user(id, addressOf(reason), reason.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** Forbids an account to log in, until `expiresAt` or permanently. Needs `ban_users`. */
  export function ban(id: u32, reason: string, expiresAt: u64 = NO_TIME): HostError | null {
    const some = expiresAt != NO_TIME;
    host_ban_user(id, addressOf(reason), reason.length, some ? 1 : 0, some ? expiresAt : 0, IMPORT_RESULT);
    return takeUnit();
  }

  /** Lifts a ban. Needs `ban_users`. */
  export function unban(id: u32): HostError | null {
    host_unban_user(id, IMPORT_RESULT);
    return takeUnit();
  }

  /** Whether an account is banned now. Needs `read_users`. */
  export function isBanned(id: u32): Result<bool> {
    host_is_banned(id, IMPORT_RESULT);
    return takeResult<bool>(4, (reader: Reader): bool => reader.bool());
  }

  /** All active bans. Needs `read_users`. */
  export function bans(): Result<BanInfo[]> {
    host_list_bans(IMPORT_RESULT);
    return takeResult<BanInfo[]>(4, (reader: Reader): BanInfo[] => reader.list<BanInfo>(BanInfo.SIZE, BanInfo.read));
  }

  /** A user who is on the server. Needs `read_users`. */
  export function get(id: u32): Result<UserInfo> {
    host_get_user_info(id, IMPORT_RESULT);
    return takeResult<UserInfo>(8, UserInfo.read);
  }

  /** Number of users with a live connection. Needs `read_users`. */
  export function onlineCount(): Result<u32> {
    host_get_online_user_count(IMPORT_RESULT);
    return takeResult<u32>(4, (reader: Reader): u32 => reader.u32());
  }

  /** All users with a live connection. Needs `read_users`. */
  export function online(): Result<UserInfo[]> {
    host_list_online_users(IMPORT_RESULT);
    return takeResult<UserInfo[]>(4, (reader: Reader): UserInfo[] => reader.list<UserInfo>(UserInfo.SIZE, UserInfo.read));
  }
}
