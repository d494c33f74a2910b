import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import PluginFramePage from '../../../src/features/plugins/PluginFramePage.vue';
import { chooseLanguage } from '../../../src/i18n';
import { answer, button, plugin, refusal, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const pages = [
  { id: 'board', title: 'Board', icon: 'trophy', path: '/board', public: true },
  { id: 'admin', title: 'Administration', icon: 'settings', path: '/admin/index.html', public: false },
];
const secret = '~secret';

const calls = stubFetch();

/** Tickets are good for ten minutes; the plugin answers its pages with this status. */
function serve(status = 200, path = () => `/plugins/scores/${secret}/`) {
  calls.mockImplementation(async (to) =>
    to.endsWith('/page-tickets')
      ? answer({ path: path(), expiresAt: new Date(Date.now() + 600_000).toISOString() })
      : new Response(null, { status }),
  );
}

const asked = (part: string) => calls.mock.calls.filter(([path]) => path.includes(part)).length;

async function open(page: string, change: object = {}) {
  const wrapper = mount(PluginFramePage, { props: { plugin: { ...plugin('scores'), pages, ...change }, page } });
  await flushPromises();
  return wrapper;
}

beforeEach(() => {
  chooseLanguage('en');
  vi.useFakeTimers();
  serve();
});
afterEach(() => vi.useRealTimers());

describe('A page of a plugin', () => {
  it('is shown in a frame without an origin, in the language and colours of the dashboard', async () => {
    const frame = (await open('admin')).find('iframe');
    const address = new URL(frame.attributes('src')!);
    expect(address.pathname).toBe(`/plugins/scores/${secret}/admin/index.html`);
    expect(Object.fromEntries(address.searchParams)).toEqual({ lang: 'en', theme: 'light' });
    expect(frame.attributes('sandbox')).toBe('allow-scripts allow-forms allow-downloads allow-modals');
    expect(frame.attributes('referrerpolicy')).toBe('no-referrer');
    expect(frame.attributes('title')).toBe('Administration');
  });

  it('has no ticket when everybody may see it', async () => {
    expect(new URL((await open('board')).find('iframe').attributes('src')!).pathname).toBe('/plugins/scores/board');
  });

  it('is opened again in the language that the user switches to', async () => {
    const wrapper = await open('admin');
    chooseLanguage('zh-CN');
    await flushPromises();
    expect(wrapper.find('iframe').attributes('src')).toContain('lang=zh-CN');
  });

  it('says that it loads until it has loaded', async () => {
    const wrapper = await open('admin');
    expect(wrapper.find('[role=status]').exists()).toBe(true);
    await wrapper.find('iframe').trigger('load');
    expect(wrapper.find('[role=status]').exists()).toBe(false);
  });

  it('keeps its ticket for as long as it is open, and its frame with it', async () => {
    const wrapper = await open('admin');
    const frame = wrapper.find('iframe').element;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(asked('page-tickets')).toBe(2);
    expect(wrapper.find('iframe').element).toBe(frame);
    wrapper.unmount();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked('page-tickets')).toBe(2);
  });

  it('is opened again when its ticket was revoked and another one is given', async () => {
    const wrapper = await open('admin');
    serve(200, () => '/plugins/scores/~another/');
    await vi.advanceTimersByTimeAsync(300_000);
    expect(wrapper.find('iframe').attributes('src')).toContain('/~another/admin/index.html');
  });

  it('says so when the plugin does not serve it, and tries again', async () => {
    serve(404);
    const wrapper = await open('admin');
    expect(wrapper.find('[role=alert]').text()).toContain('HTTP 404');
    expect(wrapper.find('iframe').exists()).toBe(false);
    serve();
    await button(wrapper, 'Try again').trigger('click');
    await flushPromises();
    expect(wrapper.find('iframe').exists()).toBe(true);
  });

  it('says why there is no ticket, and tries again', async () => {
    calls.mockImplementation(async () => refusal(503, 'host.unavailable', 'Not now.'));
    const wrapper = await open('admin');
    expect(wrapper.find('[role=alert]').text()).toContain('Not now.');
    serve();
    await button(wrapper, 'Try again').trigger('click');
    await flushPromises();
    expect(wrapper.find('iframe').exists()).toBe(true);
  });

  it('is not opened when the plugin does not run or has no such page', async () => {
    const stopped = await open('admin', { state: 'stopped' });
    expect(stopped.text()).toContain('is not running');
    expect((await open('other')).text()).toContain('no page called “other”');
    expect(stopped.find('iframe').exists()).toBe(false);
  });
});
