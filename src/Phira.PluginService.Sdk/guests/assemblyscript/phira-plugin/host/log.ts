import { Arena, Writer, addressOf } from "../runtime/memory";

@external("phira:plugin/log@1.0.0", "write")
declare function host_write(level: i32, message: usize, messageLength: i32, fields: usize, fieldCount: i32): void;

/** How important a line is. */
export enum LogLevel {
  Trace,
  Debug,
  Info,
  Warn,
  Error,
}

/** A named value that belongs to a line. */
export class Field {
  constructor(public key: string, public value: string) {}
}

/** The plugin's log. */
export namespace log {
  export function write(level: LogLevel, message: string, fields: Field[] = []): void {
    const arena = new Arena();
    const block = arena.alloc(<usize>fields.length * 16);
    const writer = new Writer(block, arena);
    for (let i = 0; i < fields.length; i++) {
      writer.string(fields[i].key);
      writer.string(fields[i].value);
    }
    host_write(<i32>level, addressOf(message), message.length, block, fields.length);
    arena.free();
  }

  export function trace(message: string): void { write(LogLevel.Trace, message); }
  export function debug(message: string): void { write(LogLevel.Debug, message); }
  export function info(message: string): void { write(LogLevel.Info, message); }
  export function warn(message: string): void { write(LogLevel.Warn, message); }
  export function error(message: string): void { write(LogLevel.Error, message); }
}
