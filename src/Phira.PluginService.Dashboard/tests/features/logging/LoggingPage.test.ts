import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import LoggingPage from '../../../src/features/logging/LoggingPage.vue';
import { chooseLanguage } from '../../../src/i18n';
import { answer, button, refusal, sent, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const calls = stubFetch();
const configured = { configuredLevel: 'info', configuredLevels: { welcome: 'warn' } };

async function open() {
  const page = mount(LoggingPage, { attachTo: document.body });
  await flushPromises();
  return page;
}

beforeEach(() => chooseLanguage('en'));

describe('The levels of the log', () => {
  it('are changed by name and all together, and those without a name are left out', async () => {
    calls.mockImplementation(async (_, { method }) =>
      answer({ level: method === 'PUT' ? 'warn' : 'info', levels: { welcome: 'warn' }, ...configured }),
    );
    const page = await open();

    await page.find('select').setValue('warn');
    await button(page, 'Add a level').trigger('click');
    await page.find('li:last-child input').setValue('dice');
    await page.find('li:last-child select').setValue('trace');
    await button(page, 'Add a level').trigger('click');
    await page.find('form').trigger('submit');
    await flushPromises();

    expect(sent(calls)).toEqual([['PUT', '/api/v1/logging', { level: 'warn', levels: { welcome: 'warn', dice: 'trace' } }]]);
  });

  it('return to the configuration with one button, which is there only when they differ', async () => {
    calls.mockImplementation(async (_, { method }) =>
      answer({ level: 'info', levels: method === 'PUT' ? { welcome: 'warn' } : { phira: 'debug' }, ...configured }),
    );
    const page = await open();

    await button(page, 'Use the configuration').trigger('click');
    await flushPromises();

    expect(sent(calls)).toEqual([['PUT', '/api/v1/logging', { level: 'info', levels: { welcome: 'warn' } }]]);
    expect(button(page, 'Use the configuration')).toBeUndefined();
  });

  it('are not saved while a name is there twice', async () => {
    calls.mockImplementation(async () => answer({ level: 'info', levels: { welcome: 'warn' }, ...configured }));
    const page = await open();

    await button(page, 'Add a level').trigger('click');
    await page.find('li:last-child input').setValue('welcome');
    await page.find('form').trigger('submit');

    expect(page.text()).toContain('“welcome” is there twice.');
    expect(sent(calls)).toEqual([]);
  });

  it('give the new name the focus and show what the service refuses', async () => {
    calls.mockImplementation(async (_, { method }) =>
      method === 'PUT'
        ? refusal(400, 'request.log_name_invalid', 'No such name.')
        : answer({ level: 'info', levels: { welcome: 'warn' }, ...configured }),
    );
    const page = await open();

    await button(page, 'Add a level').trigger('click');
    await flushPromises();
    expect(document.activeElement).toBe(page.find('li:last-child input').element);
    await page.find('li:last-child input').setValue('a b');
    await page.find('form').trigger('submit');
    await flushPromises();

    expect(page.text()).toContain('No such name.');
  });
});
