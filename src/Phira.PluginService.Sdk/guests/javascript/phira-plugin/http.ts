import * as rawRoutes from 'phira:plugin/http-routes@1.0.0';
import type { IncomingRequest } from 'phira:plugin/http-handler@1.0.0';
import type { RouteAccess } from 'phira:plugin/http-routes@1.0.0';
import type { Body, Response } from 'phira:plugin/http-types@1.0.0';
import { checked } from './errors';
import { attempt, onInit } from './lifecycle';
import { decodeUtf8, encodeUtf8 } from './utf8';

const routes = /* @__PURE__ */ checked(rawRoutes);
const handlers = new Map<string, (request: IncomingRequest) => Response>();

/** How a route differs from others. */
export interface RouteLimits {
  /** Bytes that the body of a request may have: larger ones are answered with 413 before they reach the plugin. */
  maxBodyBytes?: number;
}

/** Serves a route below `/plugins/{name}`. In the pattern, `{name}` stands for one segment and `{name...}` for the rest. */
export function route(
  method: string, pattern: string, access: RouteAccess, handle: (request: IncomingRequest) => Response, { maxBodyBytes }: RouteLimits = {},
): void {
  handlers.set(`${method} ${pattern}`, handle);
  onInit(() => {
    routes.registerRoute(method, pattern, { access });
    if (maxBodyBytes !== undefined) routes.limitRequestBody(method, pattern, maxBodyBytes);
  });
}

/** An answer with a text. */
export const text = (content: string, type = 'text/plain; charset=utf-8', status = 200): Response =>
  ({ status, headers: [{ name: 'content-type', value: type }], body: { tag: 'text', val: content } });

/** An answer with a page. */
export const html = (content: string, status = 200): Response => text(content, 'text/html; charset=utf-8', status);

/** An answer with a value as JSON. */
export const json = (value: unknown, status = 200): Response => text(JSON.stringify(value), 'application/json', status);

/** An answer without content. */
export const empty = (status = 204): Response => ({ status, headers: [], body: { tag: 'empty' } });

/** What a request or an answer carries, as a text. */
export function textOf(body: Body): string {
  switch (body.tag) {
    case 'empty': return '';
    case 'text': return body.val;
    case 'bytes': return decodeUtf8(body.val);
  }
}

/** What a request or an answer carries, as bytes. */
export function bytesOf(body: Body): Uint8Array {
  switch (body.tag) {
    case 'empty': return new Uint8Array();
    case 'text': return encodeUtf8(body.val);
    case 'bytes': return body.val;
  }
}

/** The value of a header, or undefined. */
export function header(from: { headers: { name: string; value: string }[] }, name: string): string | undefined {
  return from.headers.find((one) => one.name === name.toLowerCase())?.value;
}

/** What the component of a plugin with routes exports. */
export const httpHandler = {
  onRequest: (request: IncomingRequest): Response => attempt(`${request.method} ${request.pattern}`, () => {
    // HEAD is answered by the route for GET: the host leaves the body out.
    const handle = handlers.get(`${request.method} ${request.pattern}`)
      ?? (request.method === 'HEAD' ? handlers.get(`GET ${request.pattern}`) : undefined);
    return handle === undefined ? empty(404) : handle(request);
  }),
};
