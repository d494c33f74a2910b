import { CommandLevel } from "../host/commands";
import { Caller, Invocation, current } from "../plugin";
import { NONE, takeString, takeStrings } from "../runtime/memory";
import { releaseResult, stringResult } from "../runtime/results";

export function command_handler__on_command(
  name: usize, nameLength: u32, rest: usize, restLength: u32, words: usize, wordCount: u32,
  callerName: usize, callerNameLength: u32, level: i32, userSome: i32, user: u32, roomSome: i32, room: u32,
): usize {
  const command = takeString(name, nameLength);
  const text = takeString(rest, restLength);
  const pieces = takeStrings(words, wordCount);
  const caller = new Caller(
    takeString(callerName, callerNameLength), <CommandLevel>level, userSome ? user : NONE, roomSome ? room : NONE);
  return stringResult(current().onCommand(new Invocation(command, text, pieces, caller)));
}

export function post_command_handler__on_command(result: usize): void { releaseResult(); }
