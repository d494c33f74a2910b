import { currentLanguage, t } from '../i18n';
import { addressOf } from './address';
import { reportSignedOut } from './signedOut';
import type { Problem, ProblemDetails } from './types';

/** A call that the service refused, or that did not reach it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** The HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly code: string,
    message: string,
    readonly remedy: string | null = null,
    readonly problems: Problem[] = [],
  ) {
    super(message);
  }

  static async from(response: Response): Promise<ApiError> {
    let details: ProblemDetails = {};
    if (/\bjson\b/.test(response.headers.get('Content-Type') ?? '')) {
      details = (await response.json().catch(() => ({}))) as ProblemDetails;
    }
    const message = details.detail ?? details.title ?? t('error.status', { status: response.status });
    return new ApiError(response.status, details.code ?? `http.${response.status}`, message, details.remedy ?? null, details.errors ?? []);
  }

  /** What anything that was thrown means to a reader. */
  static of(thrown: unknown): ApiError {
    if (thrown instanceof ApiError) return thrown;
    return new ApiError(0, 'dashboard.error', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

interface CallOptions {
  method?: string;
  body?: unknown;
  /** A file that is the whole body. */
  file?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** The call asks whether there is a session, or makes one: a refusal is its answer. */
  anonymous?: boolean;
}

async function call(path: string, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': currentLanguage(), ...options.headers };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.file !== undefined) headers['Content-Type'] = 'application/octet-stream';
  const request: RequestInit = { method: options.method ?? 'GET', headers, credentials: 'same-origin', cache: 'no-store' };
  if (options.body !== undefined) request.body = JSON.stringify(options.body);
  if (options.file !== undefined) request.body = options.file;
  if (options.signal !== undefined) request.signal = options.signal;
  let response: Response;
  try {
    response = await fetch(addressOf(path), request);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw new ApiError(0, 'dashboard.unreachable', t('error.unreachable'), t('error.unreachable.remedy'));
  }
  if (response.ok) return response;
  if (response.status === 401 && options.anonymous !== true) reportSignedOut();
  throw await ApiError.from(response);
}

/** Calls the service; an answer without a body is undefined. */
export async function request<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await call(path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Like `request`, with the entity tag of the answer. */
export async function requestTagged<T>(path: string, options: CallOptions = {}): Promise<{ value: T; tag: string | null }> {
  const response = await call(path, options);
  return { value: (await response.json()) as T, tag: response.headers.get('ETag') };
}
