import { Body, BodyKind, Header, Response } from "../http";
import { Result, takeResult } from "../result";
import { Arena, IMPORT_RESULT, NONE, addressOf } from "../runtime/memory";

@external("phira:plugin/http-client@1.0.0", "send")
declare function host_send(
  method: usize, methodLength: i32, url: usize, urlLength: i32, headers: usize, headerCount: i32,
  bodyKind: i32, body: usize, bodyLength: i32, timeoutSome: i32, timeout: u32, result: usize): void;

/** A request to another server. */
export class Request {
  headers: Header[] = [];
  body: Body = Body.empty();
  /** Time for the whole exchange, or `NONE`. */
  timeoutMs: u32 = NONE;

  constructor(public method: string, public url: string) {}
}

/** Outgoing HTTP requests. Needs `network`. */
export namespace httpClient {
  /** Sends a request and waits for the whole answer. */
  export function send(request: Request): Result<Response> {
    const arena = new Arena();
    const headers = Header.lower(request.headers, arena);
    const timed = request.timeoutMs != NONE;
    const body = request.body;
    host_send(
      addressOf(request.method), request.method.length, addressOf(request.url), request.url.length,
      headers, request.headers.length, <i32>body.kind, body.kind == BodyKind.Empty ? 0 : body.address, body.length,
      timed ? 1 : 0, timed ? request.timeoutMs : 0, IMPORT_RESULT);
    arena.free();
    return takeResult<Response>(4, Response.read);
  }
}
