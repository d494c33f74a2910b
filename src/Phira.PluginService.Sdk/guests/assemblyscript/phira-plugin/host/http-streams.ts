import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, Reader, addressOf } from "../runtime/memory";
import { RouteAccess } from "./http-routes";

@external("phira:plugin/http-streams@1.0.0", "open-stream")
declare function host_open_stream(name: usize, nameLength: i32, access: i32, result: usize): void;
@external("phira:plugin/http-streams@1.0.0", "close-stream")
declare function host_close_stream(name: usize, nameLength: i32, result: usize): void;
@external("phira:plugin/http-streams@1.0.0", "publish")
declare function host_publish(
  name: usize, nameLength: i32, event: usize, eventLength: i32, data: usize, dataLength: i32, result: usize): void;
@external("phira:plugin/http-streams@1.0.0", "reader-count")
declare function host_reader_count(name: usize, nameLength: i32, result: usize): void;

/** Streams of server-sent events, read at `/plugins/{name}/streams/{stream}`. Needs `http_routes`. */
export namespace httpStreams {
  /** Opens a stream, or changes who may read it. */
  export function open(name: string, access: RouteAccess = RouteAccess.Admin): HostError | null {
    host_open_stream(addressOf(name), name.length, <i32>access, IMPORT_RESULT);
    return takeUnit();
  }

  /** Closes a stream and disconnects its readers. */
  export function close(name: string): HostError | null {
    host_close_stream(addressOf(name), name.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** Sends a message to everybody who reads the stream now; returns how many these are. Waits for nobody. */
  export function publish(name: string, data: string, event: string = ""): Result<u32> {
    host_publish(addressOf(name), name.length, addressOf(event), event.length, addressOf(data), data.length, IMPORT_RESULT);
    return takeResult<u32>(4, (reader: Reader): u32 => reader.u32());
  }

  /** How many read the stream now. */
  export function readerCount(name: string): Result<u32> {
    host_reader_count(addressOf(name), name.length, IMPORT_RESULT);
    return takeResult<u32>(4, (reader: Reader): u32 => reader.u32());
  }
}
