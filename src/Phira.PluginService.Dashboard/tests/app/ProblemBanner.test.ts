import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import ProblemBanner from '../../src/app/ProblemBanner.vue';
import { receiveHealth } from '../../src/live/useLive';

enableAutoUnmount(afterEach);

describe('A problem of the service', () => {
  it('stands above every page for as long as it lasts', async () => {
    const banner = mount(ProblemBanner);
    expect(banner.text()).toBe('');
    receiveHealth({ at: '', status: 'critical', problems: ['The disk is full.'], plugins: [] });
    await flushPromises();
    expect(banner.get('[role=status]').text()).toBe('The disk is full.');
    receiveHealth({ at: '', status: 'healthy', problems: [], plugins: [] });
    await flushPromises();
    expect(banner.text()).toBe('');
  });
});
