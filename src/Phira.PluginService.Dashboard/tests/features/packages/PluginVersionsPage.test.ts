import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import PluginVersionsPage from '../../../src/features/packages/PluginVersionsPage.vue';
import { chooseLanguage } from '../../../src/i18n';
import { answer, plugin, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const calls = stubFetch();
const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: { render: () => null } }] });

beforeEach(() => chooseLanguage('en'));

async function actions(current: string, ...others: string[]): Promise<string[]> {
  const versions = [current, ...others].map((version) => {
    return {
      id: version,
      version,
      sha256: '0'.repeat(64),
      bytes: 1,
      keptAt: '2026-01-02T03:04:05Z',
      installedBy: 'admin',
      current: version === current,
    };
  });
  calls.mockImplementation(async () => answer(versions));
  const wrapper = mount(PluginVersionsPage, { props: { plugin: { ...plugin('dice'), version: current } }, global: { plugins: [router] } });
  await flushPromises();
  return wrapper.findAll('tbody button').map((one) => one.attributes('aria-label')!);
}

describe('The kept versions of a plugin', () => {
  it('are rolled back to when they are older, and switched to when they are newer', async () => {
    expect(await actions('1.9.0', '1.8.0', '1.10.0')).toEqual(['Roll back to version 1.8.0', 'Switch to version 1.10.0']);
  });

  it('compare as semantic versions do: a release is newer than its candidates', async () => {
    expect(await actions('1.0.0', '1.0.0-rc.2')).toEqual(['Roll back to version 1.0.0-rc.2']);
    expect(await actions('1.0.0-rc.2', '1.0.0-rc.10', '1.0.0')).toEqual(['Switch to version 1.0.0-rc.10', 'Switch to version 1.0.0']);
  });
});
