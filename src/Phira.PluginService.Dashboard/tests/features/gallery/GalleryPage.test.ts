import { enableAutoUnmount, flushPromises, mount, RouterLinkStub } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GalleryPlugin } from '../../../src/api/types';
import GalleryPage from '../../../src/features/gallery/GalleryPage.vue';
import { chooseLanguage } from '../../../src/i18n';
import { answer, problem, refusal, sent, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const push = vi.fn();
vi.mock('vue-router', () => ({ useRouter: () => ({ push }) }));

function offer(name: string, more: Partial<GalleryPlugin> = {}): GalleryPlugin {
  return {
    name,
    version: '1.0.0',
    description: `About ${name}`,
    author: 'somebody',
    category: 'game',
    tags: [],
    language: 'Rust',
    permissions: {},
    bytes: 2048,
    installed: false,
    installedVersion: null,
    problems: [],
    ...more,
  };
}

const offers = [
  offer('dice', { tags: ['luck'], permissions: { send_messages: {}, kick_users: { per_minute: 5 } } }),
  offer('playtime', { category: 'statistics', language: 'AssemblyScript', installed: true, installedVersion: '1.0.0' }),
  offer('scoreboard', { category: 'statistics', installed: true, installedVersion: '0.9.0' }),
];

const calls = stubFetch();

beforeEach(() => {
  chooseLanguage('en');
  push.mockReset();
  calls.mockImplementation(async (path) => answer(path === '/api/v1/gallery' ? offers : []));
});

async function open() {
  const wrapper = mount(GalleryPage, { global: { stubs: { RouterLink: RouterLinkStub } } });
  await flushPromises();
  return wrapper;
}

type Page = Awaited<ReturnType<typeof open>>;
const listed = (page: Page) => page.findAll('article').map((card) => card.attributes('aria-labelledby')!.replace('gallery-', ''));
const installOf = (page: Page, name: string) => page.find(`button[aria-label="Install ${name}"]`);
const card = (page: Page, name: string) => page.find(`article[aria-labelledby="gallery-${name}"]`);

describe('The gallery', () => {
  it('shows what each plugin does, is written in, weighs and asks for', async () => {
    const dice = card(await open(), 'dice');
    expect(dice.text()).toContain('About dice');
    expect(dice.text()).toContain('Game · Rust · 2 KiB · somebody');
    expect(dice.find('summary').text()).toBe('Permissions asked for: 2');
    expect(dice.findAll('details li').map((item) => item.text())).toEqual(
      expect.arrayContaining([expect.stringContaining('Send messages'), expect.stringContaining('per minute: 5')]),
    );
  });

  it.each([
    ['', '', ['dice', 'playtime', 'scoreboard']],
    ['luck', '', ['dice']],
    ['statistics rust', '', ['scoreboard']],
    ['', 'statistics', ['playtime', 'scoreboard']],
    ['about playtime', 'statistics', ['playtime']],
  ])('finds "%s" in the category "%s"', async (text, category, found) => {
    const page = await open();
    await page.find('input').setValue(text);
    await page.find('select').setValue(category);
    expect(listed(page)).toEqual(found);
    expect(page.find('[role=status]').text()).toBe(`${found.length} of 3`);
  });

  it('offers nothing to install that is there already in the same version', async () => {
    const page = await open();
    expect(installOf(page, 'dice').exists()).toBe(true);
    expect(installOf(page, 'playtime').exists()).toBe(false);
    expect(card(page, 'playtime').text()).toContain('Installed');
    expect(card(page, 'scoreboard').text()).toContain('0.9.0 installed');
  });

  it('says what is wrong with a plugin that cannot work, and does not offer to install it', async () => {
    calls.mockImplementation(async () => answer([offer('broken', { problems: [problem('no component')] })]));
    const page = await open();
    expect(page.text()).toContain('no component');
    expect(installOf(page, 'broken').exists()).toBe(false);
  });

  it('says so when the service has no gallery', async () => {
    calls.mockImplementation(async () => answer([]));
    expect((await open()).text()).toContain('gallery_directory');
  });
});

describe('Installing from the gallery', () => {
  const installed = (pendingPermissions: string[]) =>
    calls.mockImplementation(async (path) =>
      answer(path.endsWith('/install') ? { pendingPermissions } : path === '/api/v1/gallery' ? offers : []),
    );

  it('takes one click and leads to the permissions that are not granted yet', async () => {
    installed(['kick_users']);
    const page = await open();
    await installOf(page, 'dice').trigger('click');
    await flushPromises();
    expect(sent(calls)).toEqual([['POST', '/api/v1/gallery/dice/install', undefined]]);
    expect(push).toHaveBeenCalledExactlyOnceWith('/manage/dice/permissions');
  });

  it('stays where it is when nothing has to be approved, and shows the plugin as installed', async () => {
    installed([]);
    const page = await open();
    await installOf(page, 'dice').trigger('click');
    await flushPromises();
    expect(push).not.toHaveBeenCalled();
    expect(calls.mock.calls.filter(([path]) => path === '/api/v1/gallery')).toHaveLength(2);
  });

  it('says why it failed, beside the plugin', async () => {
    calls.mockImplementation(async (path) =>
      path.endsWith('/install') ? refusal(422, 'package.refused', 'Not this one.') : answer(path === '/api/v1/gallery' ? offers : []),
    );
    const page = await open();
    await installOf(page, 'dice').trigger('click');
    await flushPromises();
    expect(card(page, 'dice').text()).toContain('Not this one.');
    expect(push).not.toHaveBeenCalled();
  });
});
