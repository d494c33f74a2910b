import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plugin, MetricsMessage } from '../../src/api/types';
import { receiveHealth, receiveMetrics, useLive } from '../../src/live/useLive';
import { forgetPlugins, refreshPlugins, replacePlugin, usePlugins } from '../../src/live/usePlugins';
import { answer, plugin } from '../support';

function metrics(seconds: number, names: string[]): MetricsMessage {
  return {
    at: new Date(seconds * 1000).toISOString(),
    system: { cpuPercent: 1, workingSetBytes: 2, managedHeapBytes: 3, threads: 4, connections: 5, onlineUsers: 6, rooms: 7 },
    stopping: null,
    plugins: names.map((name) => ({
      name,
      state: 'running',
      memoryBytes: seconds,
      peakMemoryBytes: seconds,
      cpuPercent: 0,
      callsPerSecond: 0,
      errorsPerSecond: 0,
      queueLength: 0,
      activeRequests: 0,
    })),
  };
}

describe('What the hub pushes', () => {
  const { plugins, loaded } = usePlugins();

  beforeEach(() => {
    forgetPlugins();
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => answer([plugin('welcome'), plugin('dice')])),
    );
  });

  it('moves the charts', () => {
    receiveMetrics(metrics(100, ['welcome']));
    receiveMetrics(metrics(101, ['welcome']));
    const { pluginHistory, sampledAt, system } = useLive();
    expect(pluginHistory('welcome').values('memoryBytes')).toEqual([100, 101]);
    expect(sampledAt.value).toBe(101);
    expect(system.value?.onlineUsers).toBe(6);
  });

  it('changes the health that is shown', () => {
    receiveHealth({ at: '', status: 'critical', problems: [], plugins: [{ name: 'welcome', status: 'critical', reasons: ['Trapped.'] }] });
    expect(useLive().health.value.get('welcome')).toEqual({ status: 'critical', reasons: ['Trapped.'] });
  });

  it('replaces one plugin and keeps the order by name', async () => {
    await refreshPlugins();
    expect(plugins.value.map((one) => one.name)).toEqual(['dice', 'welcome']);
    replacePlugin({ ...plugin('welcome'), state: 'stopped' } satisfies Plugin);
    expect(plugins.value.map((one) => [one.name, one.state])).toEqual([
      ['dice', 'running'],
      ['welcome', 'stopped'],
    ]);
  });

  it('fetches the list again only when it speaks of other plugins', async () => {
    await refreshPlugins();
    receiveMetrics(metrics(200, ['dice', 'welcome']));
    await flushPromises();
    expect(fetch).toHaveBeenCalledTimes(1);
    receiveMetrics(metrics(201, ['dice', 'new', 'welcome']));
    await flushPromises();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('keeps the list when fetching it fails', async () => {
    await refreshPlugins();
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.reject(new TypeError('down'))),
    );
    await refreshPlugins();
    expect(loaded.value).toBe(true);
    expect(usePlugins().error.value?.code).toBe('dashboard.unreachable');
  });
});
