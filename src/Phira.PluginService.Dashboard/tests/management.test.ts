import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { h } from 'vue';
import ConfirmDialog from '../src/components/ConfirmDialog.vue';
import NextStep from '../src/components/NextStep.vue';
import OperationButtons from '../src/components/OperationButtons.vue';
import ScopeList from '../src/components/ScopeList.vue';
import TextDialog from '../src/components/TextDialog.vue';
import { chooseLanguage } from '../src/i18n';
import PluginPermissionsPage from '../src/pages/PluginPermissionsPage.vue';
import { answer, plugin, problem, refusal } from './support';

enableAutoUnmount(afterEach);

const calls = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const sent = () => calls.mock.calls.filter(([, init]) => init.method !== 'GET').map(([path, init]) => [init.method, path, init.body && JSON.parse(String(init.body))]);
const button = (wrapper: VueWrapper, text: string) => wrapper.findAll('button').find((one) => one.text().includes(text))!;
const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: { render: () => null } }] });

beforeEach(() => {
  calls.mockReset();
  vi.stubGlobal('fetch', calls);
  chooseLanguage('en');
});

describe('A dialog that asks for a text', () => {
  it('stays open with the problem until it succeeds', async () => {
    let fails = true;
    calls.mockImplementation(async () => (fails ? refusal(404, 'user.not_found', 'User 7 is not here.') : answer(null, { status: 204 })));
    const act = async (text: string) => {
      const { service } = await import('../src/api/service');
      return service.kick(7, text);
    };
    const wrapper = mount(TextDialog, { props: { title: 'Kick?', label: 'Reason', confirm: 'Kick', longest: 200, act }, attachTo: document.body });
    await wrapper.find('textarea').setValue(' spam ');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(wrapper.text()).toContain('User 7 is not here.');
    expect(wrapper.text()).toContain('Remedy of user.not_found');
    expect(wrapper.emitted('close')).toBeUndefined();
    fails = false;
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(wrapper.emitted('close')).toHaveLength(1);
    expect(sent().at(-1)).toEqual(['POST', '/api/v1/users/7/kick', { reason: 'spam' }]);
  });
});

describe('The permissions of a plugin', () => {
  const permissions = {
    plugin: 'dice',
    version: '1.0.0',
    pending: true,
    permissions: [
      { permission: 'network', requested: { hosts: ['a', 'b'] }, granted: { hosts: ['a'] }, grantedBy: 'admin', grantedAt: '2026-01-02T03:04:05Z', pending: true, forbiddenBy: null, usesIn30Days: 5 },
      { permission: 'storage', requested: null, granted: {}, grantedBy: 'admin', grantedAt: '2026-01-02T03:04:05Z', pending: false, forbiddenBy: null, usesIn30Days: 0 },
    ],
  };

  async function open(shown: object = permissions) {
    calls.mockImplementation(async () => answer(shown));
    const wrapper = mount(() => [h(PluginPermissionsPage, { plugin: plugin('dice') }), h(ConfirmDialog)], { attachTo: document.body });
    await flushPromises();
    return wrapper;
  }

  it('are granted as asked for, and what was granted before stays', async () => {
    const wrapper = await open();
    await button(wrapper, 'Grant everything asked for').trigger('click');
    await wrapper.find('dialog').findAll('button')[1]!.trigger('click');
    await flushPromises();
    expect(sent()).toEqual([
      ['PUT', '/api/v1/plugins/dice/permissions', { grants: [{ permission: 'storage', scopes: {} }, { permission: 'network', scopes: { hosts: ['a', 'b'] } }] }],
    ]);
  });

  it('are revoked one by one, after a question', async () => {
    const wrapper = await open();
    await wrapper.find('[aria-label="Revoke: Keep data"]').trigger('click');
    await wrapper.find('dialog').findAll('button')[0]!.trigger('click');
    await flushPromises();
    expect(sent()).toEqual([]);
    await wrapper.find('[aria-label="Revoke: Keep data"]').trigger('click');
    await wrapper.find('dialog').findAll('button')[1]!.trigger('click');
    await flushPromises();
    expect(sent()).toEqual([['PUT', '/api/v1/plugins/dice/permissions', { grants: [{ permission: 'network', scopes: { hosts: ['a'] } }] }]]);
  });

  it('cannot be granted when the configuration forbids them, and say which key does', async () => {
    const [network, storage] = permissions.permissions;
    const wrapper = await open({ ...permissions, permissions: [{ ...network, forbiddenBy: 'allowed_network_hosts' }, storage] });
    expect(wrapper.find('[data-forbidden]').text()).toContain('allowed_network_hosts');
    expect(wrapper.text()).toContain('Forbidden by allowed_network_hosts');
    expect(wrapper.find('[data-pending]').exists()).toBe(false);
    expect(wrapper.findAll('button').map((one) => one.text()).filter((text) => text !== 'Revoke')).not.toContain('Grant');
  });

  it('tell scopes in words', () => {
    expect(mount(ScopeList, { props: { scopes: {} } }).text()).toBe('Without bounds');
    expect(mount(ScopeList, { props: { scopes: { hosts: ['a', 'b'], per_minute: 5 } } }).text()).toBe('hosts: a, bper minute: 5');
  });
});

describe('An operation on a plugin that others need', () => {
  it('is repeated with them only when the reader says so', async () => {
    calls.mockImplementation(async (path) => (path.includes('cascade=true') ? answer(plugin('dice')) : refusal(409, 'plugin.has_dependants', 'Other plugins need "dice": party.')));
    const wrapper = mount(() => [h(OperationButtons, { name: 'dice', state: 'running' }), h(ConfirmDialog)], { attachTo: document.body });
    await button(wrapper, 'Reload').trigger('click');
    await flushPromises();
    expect(wrapper.find('dialog').text()).toContain('party');
    await wrapper.find('dialog').findAll('button')[1]!.trigger('click');
    await flushPromises();
    expect(sent().map(([, path]) => path)).toEqual(['/api/v1/plugins/dice/reload', '/api/v1/plugins/dice/reload?cascade=true']);
  });
});

describe('What to do next', () => {
  const shown = (change: object) => mount(NextStep, { props: { plugin: { ...plugin('dice'), ...change } }, global: { plugins: [router] } });

  it('is said of a plugin that waits, is in quarantine, or is disabled', () => {
    const waiting = shown({ state: 'pending-approval', pending: problem('It asks for network.') });
    expect(waiting.text()).toContain('It asks for network.');
    expect(waiting.find('a').attributes('href')).toBe('/manage/dice/permissions');
    expect(shown({ state: 'quarantined', failure: problem('It crashed.') }).find('a').attributes('href')).toBe('/manage/dice/crashes');
    expect(shown({ state: 'disabled' }).text()).toContain('Enable');
  });

  it('is never to approve what the configuration forbids', () => {
    const pending = { ...problem('It asks for what this service allows no plugin.'), code: 'permission.asks_for_forbidden', remedy: 'Allow it in [security].' };
    for (const state of ['pending-approval', 'running'] as const) {
      const text = shown({ state, pending }).text();
      expect(text).toContain('Allow it in [security].');
      expect(text).not.toContain('grant what it asks for');
      expect(text).not.toContain('Review permissions');
    }
  });

  it('is said while the old version runs and the new one waits', () => {
    expect(shown({ pending: problem('Version 2 asks for more.') }).text()).toContain('Version 2 asks for more.');
  });

  it('is nothing where all is well', () => {
    expect(shown({}).text()).toBe('');
  });
});
