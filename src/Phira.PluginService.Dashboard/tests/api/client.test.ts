import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../src/api/ApiError';
import { service } from '../../src/api/service';
import { onSignedOut } from '../../src/api/signedOut';
import { chooseLanguage } from '../../src/i18n';
import { answer, problem, refusal, stubFetch } from '../support';

const calls = stubFetch();
const lastCall = () => ({ path: calls.mock.lastCall![0], ...calls.mock.lastCall![1] });
const failure = (promise: Promise<unknown>) => promise.then(() => Promise.reject(new Error('did not fail')), ApiError.of);

beforeEach(() => chooseLanguage('zh-CN'));

describe('A call', () => {
  it('asks for texts in the language of the page', async () => {
    calls.mockImplementation(async () => answer([]));
    await service.plugins();
    expect(lastCall().headers).toMatchObject({ 'Accept-Language': 'zh-CN' });
    chooseLanguage('en');
    await service.plugins();
    expect(lastCall().headers).toMatchObject({ 'Accept-Language': 'en' });
  });

  it('guards a configuration with the tag it was read with', async () => {
    calls.mockImplementation(async () => answer({ plugin: 'a', revision: 4, values: {}, schema: null }, { headers: { ETag: '"4"' } }));
    const { tag } = await service.config('a');
    await service.saveConfig('a', { x: 1 }, tag);
    expect(lastCall()).toMatchObject({ method: 'PUT', body: '{"values":{"x":1}}', headers: { 'If-Match': '"4"' } });
  });

  it('does not let a name change the path', async () => {
    calls.mockImplementation(async () => answer({}));
    await service.plugin('../users?x');
    expect(lastCall().path).toBe('/api/v1/plugins/..%2Fusers%3Fx');
  });

  it('leaves out the parts of a query that are empty', async () => {
    calls.mockImplementation(async () => answer({ entries: [], nextBefore: null }));
    await service.audit({ actor: '', action: 'user.', target: 'plugin:a b' }, null);
    expect(lastCall().path).toBe('/api/v1/audit?action=user.&target=plugin%3Aa+b&count=50');
    calls.mockImplementation(async () => answer({}));
    await service.operate('a', 'stop');
    expect(lastCall().path).toBe('/api/v1/plugins/a/stop');
  });

  it('sends a file as it is', async () => {
    calls.mockImplementation(async () => answer({}));
    await service.installPackage(new File(['PK…'], 'dice 1.zip'), true);
    expect(lastCall()).toMatchObject({
      method: 'POST',
      path: '/api/v1/packages?file=dice+1.zip&adopt=true',
      body: 'PK…',
      headers: { 'Content-Type': 'application/octet-stream' },
    });
  });

  it('passes on what a refusal says', async () => {
    calls.mockImplementation(async () => refusal(422, 'config.invalid', 'Two problems.', [problem('/a is wrong.')]));
    const error = await failure(service.saveConfig('a', {}, null));
    expect(error).toMatchObject({ status: 422, code: 'config.invalid', message: 'Two problems.', remedy: 'Remedy of config.invalid' });
    expect(error.problems).toHaveLength(1);
  });

  it('says something even when the answer does not', async () => {
    calls.mockImplementation(async () => new Response('<html>', { status: 502 }));
    expect(await failure(service.rooms())).toMatchObject({ code: 'http.502', message: '服务返回了错误（HTTP 502）。' });
  });

  it('tells an unreachable service from a refusal', async () => {
    calls.mockImplementation(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failure(service.users())).toMatchObject({ status: 0, code: 'dashboard.unreachable' });
  });

  it('ends the session when the service no longer knows it, but not when a token is refused', async () => {
    const signedOut = vi.fn();
    onSignedOut(signedOut);
    calls.mockImplementation(async () => refusal(401, 'auth.required', 'Sign in.'));
    await failure(service.signIn('wrong'));
    await failure(service.session());
    expect(signedOut).not.toHaveBeenCalled();
    await failure(service.users());
    expect(signedOut).toHaveBeenCalledOnce();
  });
});
