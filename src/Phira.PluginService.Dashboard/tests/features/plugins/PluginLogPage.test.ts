import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogLine } from '../../../src/api/types';
import PluginLogPage from '../../../src/features/plugins/PluginLogPage.vue';
import { chooseLanguage } from '../../../src/i18n';
import { answer, button, plugin, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const calls = stubFetch();

const line = (number: number): LogLine => ({ number, at: '2026-01-02T03:04:05Z', level: 'info', message: `line ${number}`, fields: {} });
const asked = () => calls.mock.calls.map(([path]) => new URL(path, 'http://service').searchParams);

async function open() {
  const page = mount(PluginLogPage, { props: { plugin: plugin('dice') } });
  await flushPromises();
  return page;
}

beforeEach(() => chooseLanguage('en'));

describe('The log of a plugin', () => {
  it('is searched by the service, for text, level and time of this time zone', async () => {
    calls.mockImplementation(async () => answer({ lines: [line(1)], nextBefore: null }));
    const page = await open();

    await page.find('input[type="search"]').setValue('roll');
    await page.find('input[type="datetime-local"]').setValue('2026-01-02T03:04:05');
    await page.find('select').setValue('warn');
    await flushPromises();

    const query = asked().at(-1)!;
    expect([query.get('text'), query.get('level'), query.get('from')]).toEqual([
      'roll',
      'warn',
      new Date('2026-01-02T03:04:05').toISOString(),
    ]);
    expect(query.has('until')).toBe(false);
  });

  it('shows older lines above those that are there, and says when there are no more', async () => {
    calls.mockImplementation(async (path) =>
      answer(path.includes('before=3') ? { lines: [line(1), line(2)], nextBefore: null } : { lines: [line(3), line(4)], nextBefore: 3 }),
    );
    const page = await open();

    await button(page, 'Older entries').trigger('click');
    await flushPromises();

    expect(page.findAll('.text').map((text) => text.text())).toEqual(['line 1', 'line 2', 'line 3', 'line 4']);
    expect(button(page, 'Older entries')).toBeUndefined();
  });

  it('is downloaded under the address of the service', async () => {
    calls.mockImplementation(async () => answer({ lines: [line(1)], nextBefore: null }));
    const page = await open();

    expect(page.find('a[download]').attributes('href')).toBe('/api/v1/plugins/dice/log/download');
  });

  it('that matches nothing still offers the filter', async () => {
    calls.mockImplementation(async (path) => answer({ lines: path.includes('text=') ? [] : [line(1)], nextBefore: null }));
    const page = await open();

    await page.find('input[type="search"]').setValue('nowhere');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(page.text()).toContain('No entry matches.');

    await button(page, 'Show all').trigger('click');
    await flushPromises();
    expect(page.text()).toContain('line 1');
  });
});
