import { t } from '../i18n';
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

  /** A description for the user of anything that was thrown. */
  static of(thrown: unknown): ApiError {
    if (thrown instanceof ApiError) return thrown;
    return new ApiError(0, 'dashboard.error', thrown instanceof Error ? thrown.message : String(thrown));
  }
}
