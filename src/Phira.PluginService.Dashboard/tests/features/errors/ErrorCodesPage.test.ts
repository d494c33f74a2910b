import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/api/types';
import ErrorCodesPage from '../../../src/features/errors/ErrorCodesPage.vue';
import { chooseLanguage } from '../../../src/i18n';
import { answer, button, refusal, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const codes: ErrorCode[] = [
  { code: 'ban.expired', status: 400, message: 'A ban cannot end in the past ({0}).', remedy: 'Choose a moment in the future.' },
  { code: 'plugin.not_found', status: 404, message: 'No plugin is called "{0}".', remedy: 'List the plugins.' },
  { code: 'room.not_found', status: 404, message: 'There is no room {0}.', remedy: 'List the rooms.' },
];

const calls = stubFetch();

beforeEach(() => chooseLanguage('en'));

async function open() {
  const wrapper = mount(ErrorCodesPage);
  await flushPromises();
  return wrapper;
}

type Page = Awaited<ReturnType<typeof open>>;
const listed = (page: Page) => page.findAll('tbody tr').map((row) => row.find('code').text());

describe('The page of error codes', () => {
  beforeEach(() => calls.mockImplementation(async () => answer(codes)));

  it('lists every code with its status, meaning and remedy', async () => {
    const page = await open();
    expect(listed(page)).toEqual(codes.map(({ code }) => code));
    const cells = page
      .findAll('tbody tr')[1]!
      .findAll('.content')
      .map((cell) => cell.text());
    expect(cells).toEqual(['plugin.not_found', '404', 'No plugin is called "{0}".', 'List the plugins.']);
    expect(page.find('[role=status]').text()).toBe('3 of 3');
  });

  it.each([
    ['[plugin.not_found]', ['plugin.not_found']],
    ['NOT_FOUND', ['plugin.not_found', 'room.not_found']],
    ['404 rooms', ['room.not_found']],
    ['end in the past', ['ban.expired']],
    ['  ', ['ban.expired', 'plugin.not_found', 'room.not_found']],
  ])('finds what has all words of "%s"', async (text, found) => {
    const page = await open();
    await page.find('input').setValue(text);
    expect(listed(page)).toEqual(found);
    expect(page.find('[role=status]').text()).toBe(`${found.length} of 3`);
  });

  it('says so when no code matches', async () => {
    const page = await open();
    await page.find('input').setValue('nothing.like_this');
    expect(page.find('table').exists()).toBe(false);
    expect(page.text()).toContain('No error code matches.');
  });

  it('asks again in the language that the user switches to', async () => {
    await open();
    chooseLanguage('zh-CN');
    await flushPromises();
    expect(calls.mock.calls.map(([path, { headers }]) => [path, new Headers(headers).get('Accept-Language')])).toEqual([
      ['/api/v1/errors', 'en'],
      ['/api/v1/errors', 'zh-CN'],
    ]);
  });
});

describe('The page of error codes, when the service does not answer', () => {
  it('says why and tries again', async () => {
    calls.mockImplementationOnce(async () => refusal(503, 'host.unavailable', 'Not now.'));
    calls.mockImplementation(async () => answer(codes));
    const page = await open();
    expect(page.find('[role=alert]').text()).toContain('Not now.');
    await button(page, 'Try again').trigger('click');
    await flushPromises();
    expect(listed(page)).toHaveLength(3);
  });
});
