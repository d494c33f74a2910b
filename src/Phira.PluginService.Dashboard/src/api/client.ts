import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage, t } from '../i18n';
import { addressOf } from './address';
import { ApiError } from './ApiError';
import type { paths } from './schema';
import { reportSignedOut } from './signedOut';

/** What holds for every call: texts come in the language of the page, and whatever is no success is thrown as an ApiError. */
const everyCall: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) return;
    // The calls about the session ask whether there is one, or make one: there a refusal is the answer.
    if (response.status === 401 && schemaPath !== '/api/v1/session') reportSignedOut();
    throw await ApiError.from(response);
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    return new ApiError(0, 'dashboard.unreachable', t('error.unreachable'), t('error.unreachable.remedy'));
  },
};

/** What is empty is left out. */
const query = (values: object): string =>
  new URLSearchParams(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => [name, String(value)]),
  ).toString();

/** The service's API as its document describes it: paths, parameters, bodies and answers are checked by the compiler. */
export const client = createClient<paths>({
  baseUrl: addressOf(''),
  credentials: 'same-origin',
  cache: 'no-store',
  querySerializer: query,
  fetch: (request) => fetch(request),
});
client.use(everyCall);
