// Results that break the contract: the ordinary export runs, then what it left for the host is spoilt.

import { command_handler__on_command as onCommand } from "phira-plugin/exports/command-handler";

export enum Spoil {
  Nothing,
  /** A discriminant that `result` does not have. */
  Discriminant,
  /** A text outside the memory. */
  Pointer,
  /** The whole result outside the memory. */
  Result,
}

let next: Spoil = Spoil.Nothing;

/** Spoils the result of the present command. */
export function spoil(how: Spoil): void {
  next = how;
}

export function command_handler__on_command(
  name: usize, nameLength: u32, rest: usize, restLength: u32, words: usize, wordCount: u32,
  callerName: usize, callerNameLength: u32, level: i32, userSome: i32, user: u32, roomSome: i32, room: u32,
): usize {
  const result = onCommand(
    name, nameLength, rest, restLength, words, wordCount, callerName, callerNameLength, level, userSome, user, roomSome, room);
  const how = next;
  next = Spoil.Nothing;
  if (how == Spoil.Discriminant) store<u8>(result, 77);
  if (how == Spoil.Pointer) store<u32>(result, 0xfffffff0, 4);
  return how == Spoil.Result ? 0xfffffff8 : result;
}

export { post_command_handler__on_command } from "phira-plugin/exports/command-handler";
