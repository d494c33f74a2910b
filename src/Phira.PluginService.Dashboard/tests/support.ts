import type { VueWrapper } from '@vue/test-utils';
import { beforeEach, vi, type Mock } from 'vitest';
import type { Plugin, Problem } from '../src/api/types';

type Calls = Mock<(path: string, init: RequestInit) => Promise<Response>>;

/** Header names as people write them; a request has them in lower case. */
const spelling = (name: string) => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());

/** Stands in for the service: what each test answers to the calls that the page makes. */
export function stubFetch(): Calls {
  const calls: Calls = vi.fn();
  const fetch = async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const headers = Object.fromEntries([...request.headers].map(([name, value]) => [spelling(name), value]));
    return calls(pathname + search, { method: request.method, headers, ...(request.body === null ? {} : { body: await request.text() }) });
  };
  beforeEach(() => {
    calls.mockReset();
    vi.stubGlobal('fetch', fetch);
  });
  return calls;
}

/** The calls that change something: method, path and body. */
export const sent = (calls: Calls) =>
  calls.mock.calls
    .filter(([, init]) => init.method !== 'GET')
    .map(([path, init]) => [init.method, path, init.body && JSON.parse(String(init.body))]);

export const button = (wrapper: VueWrapper, text: string) => wrapper.findAll('button').find((one) => one.text().includes(text))!;

export function plugin(name: string): Plugin {
  return {
    name,
    state: 'running',
    version: '1.0.0',
    author: null,
    description: `About ${name}`,
    license: null,
    website: null,
    category: null,
    tags: [],
    pages: [],
    abiVersion: '1.0.0',
    sha256: null,
    changedAt: '2026-01-02T03:04:05Z',
    failure: null,
    pending: null,
    restartAt: null,
    allowedOperations: ['unload', 'reload', 'stop', 'disable'],
    health: { status: 'healthy', reasons: [] },
    usage: {
      memoryBytes: 1024,
      peakMemoryBytes: 2048,
      linearMemoryBytes: 1024,
      tableBytes: 0,
      instanceBytes: 0,
      handleBytes: 0,
      cpuSeconds: 0,
      activeRequests: 0,
      queueLength: 0,
      calls: 0,
      errors: 0,
      traps: 0,
      limitHits: 0,
      drops: 0,
      restarts: 0,
      startedAt: null,
      instanceStartMilliseconds: 1,
      compileMilliseconds: 1,
    },
  };
}

export function answer(body: unknown, init: ResponseInit = {}): Response {
  return new Response(body === null ? null : JSON.stringify(body), { headers: { 'Content-Type': 'application/json' }, ...init });
}

export function refusal(status: number, code: string, detail: string, errors: Problem[] = []): Response {
  return answer(
    { status, code, detail, remedy: `Remedy of ${code}`, errors },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

export function problem(message: string): Problem {
  return { code: 'test.problem', message, remedy: '', file: null, line: null, column: null, causes: [] };
}
