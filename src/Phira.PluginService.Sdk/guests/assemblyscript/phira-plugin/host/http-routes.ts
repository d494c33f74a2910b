import { HostError, takeUnit } from "../result";
import { IMPORT_RESULT, addressOf } from "../runtime/memory";

@external("phira:plugin/http-routes@1.0.0", "register-route")
declare function host_register_route(
  method: usize, methodLength: i32, pattern: usize, patternLength: i32, some: i32, access: i32, result: usize): void;
@external("phira:plugin/http-routes@1.0.0", "limit-request-body")
declare function host_limit_request_body(
  method: usize, methodLength: i32, pattern: usize, patternLength: i32, maxBytes: i32, result: usize): void;
@external("phira:plugin/http-routes@1.0.0", "unregister-route")
declare function host_unregister_route(method: usize, methodLength: i32, pattern: usize, patternLength: i32, result: usize): void;

/** Who may call a route. */
export enum RouteAccess {
  Admin,
  Public,
}

/** HTTP routes served by this plugin under `/plugins/{name}/`. Needs `http_routes`. */
export namespace httpRoutes {
  /** Serves a route through `onRequest`. In the pattern, `{name}` stands for one segment and `{name...}` for the rest. */
  export function register(method: string, pattern: string, access: RouteAccess = RouteAccess.Admin): HostError | null {
    host_register_route(addressOf(method), method.length, addressOf(pattern), pattern.length, 1, <i32>access, IMPORT_RESULT);
    return takeUnit();
  }

  /** Limits the body of requests to a route: larger ones are answered with 413 before they reach the plugin. Registering the route again removes the limit. */
  export function limitRequestBody(method: string, pattern: string, maxBytes: u32): HostError | null {
    host_limit_request_body(addressOf(method), method.length, addressOf(pattern), pattern.length, <i32>maxBytes, IMPORT_RESULT);
    return takeUnit();
  }

  /** Withdraws a route. */
  export function unregister(method: string, pattern: string): HostError | null {
    host_unregister_route(addressOf(method), method.length, addressOf(pattern), pattern.length, IMPORT_RESULT);
    return takeUnit();
  }
}
