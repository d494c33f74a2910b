import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { h } from 'vue';
import PluginPermissionsPage from '../../../src/features/permissions/PluginPermissionsPage.vue';
import { chooseLanguage } from '../../../src/i18n';
import ConfirmDialog from '../../../src/ui/ConfirmDialog.vue';
import { answer, button, plugin, sent, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const calls = stubFetch();

beforeEach(() => chooseLanguage('en'));

describe('The permissions of a plugin', () => {
  const permissions = {
    plugin: 'dice',
    version: '1.0.0',
    pending: true,
    permissions: [
      {
        permission: 'network',
        requested: { hosts: ['a', 'b'] },
        granted: { hosts: ['a'] },
        grantedBy: 'admin',
        grantedAt: '2026-01-02T03:04:05Z',
        pending: true,
        forbiddenBy: null,
        usesIn30Days: 5,
      },
      {
        permission: 'storage',
        requested: null,
        granted: {},
        grantedBy: 'admin',
        grantedAt: '2026-01-02T03:04:05Z',
        pending: false,
        forbiddenBy: null,
        usesIn30Days: 0,
      },
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
    expect(sent(calls)).toEqual([
      [
        'PUT',
        '/api/v1/plugins/dice/permissions',
        {
          grants: [
            { permission: 'storage', scopes: {} },
            { permission: 'network', scopes: { hosts: ['a', 'b'] } },
          ],
        },
      ],
    ]);
  });

  it('are revoked one by one, after a question', async () => {
    const wrapper = await open();
    await wrapper.find('[aria-label="Revoke: Keep data"]').trigger('click');
    await wrapper.find('dialog').findAll('button')[0]!.trigger('click');
    await flushPromises();
    expect(sent(calls)).toEqual([]);
    await wrapper.find('[aria-label="Revoke: Keep data"]').trigger('click');
    await wrapper.find('dialog').findAll('button')[1]!.trigger('click');
    await flushPromises();
    expect(sent(calls)).toEqual([
      ['PUT', '/api/v1/plugins/dice/permissions', { grants: [{ permission: 'network', scopes: { hosts: ['a'] } }] }],
    ]);
  });

  it('cannot be granted when the configuration forbids them, and say which key does', async () => {
    const [network, storage] = permissions.permissions;
    const wrapper = await open({ ...permissions, permissions: [{ ...network, forbiddenBy: 'allowed_network_hosts' }, storage] });
    expect(wrapper.find('[data-forbidden]').text()).toContain('allowed_network_hosts');
    expect(wrapper.text()).toContain('Forbidden by allowed_network_hosts');
    expect(wrapper.find('[data-pending]').exists()).toBe(false);
    expect(
      wrapper
        .findAll('button')
        .map((one) => one.text())
        .filter((text) => text !== 'Revoke'),
    ).not.toContain('Grant');
  });
});
