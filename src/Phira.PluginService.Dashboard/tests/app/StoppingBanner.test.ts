import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import StoppingBanner from '../../src/app/StoppingBanner.vue';
import { chooseLanguage } from '../../src/i18n';
import { receiveMetrics, useLive } from '../../src/live/useLive';
import { answer } from '../support';

const hub = vi.hoisted(() => ({ start: async () => {}, stop: async () => {}, on: () => {}, onclose: () => {} }));

vi.mock('@microsoft/signalr', () => ({
  LogLevel: { None: 6 },
  HubConnectionBuilder: class {
    withUrl = () => this;
    configureLogging = () => this;
    build = () => hub;
  },
}));

enableAutoUnmount(afterEach);

let seconds = 1000;
const system = { cpuPercent: 1, workingSetBytes: 2, managedHeapBytes: 3, threads: 4, connections: 5, onlineUsers: 6, rooms: 7 };

async function receive(stopping: { rounds: number; secondsLeft: number } | null): Promise<void> {
  receiveMetrics({ at: new Date(++seconds * 1000).toISOString(), system, plugins: [], stopping });
  await flushPromises();
}

describe('A service that stops', () => {
  const { connection } = useLive();

  beforeEach(async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => answer([])),
    );
    chooseLanguage('en');
    await connection.start();
  });

  it('shows what it waits for and how long, and nothing after it has started again', async () => {
    const banner = mount(StoppingBanner);
    await receive(null);
    expect(banner.text()).toBe('');

    await receive({ rounds: 2, secondsLeft: 17 });
    expect(banner.get('[role=status]').text()).toBe('The service is stopping: new players, rooms and rounds are refused.');
    expect(banner.text()).toContain('Rounds in progress: 2 · time left: at most 17 s');

    await receive(null);
    expect(banner.text()).toBe('');
  });

  it('shows nothing of it once the connection is gone', async () => {
    const banner = mount(StoppingBanner);
    await receive({ rounds: 1, secondsLeft: 3 });
    expect(banner.text()).not.toBe('');

    await connection.stop();
    await flushPromises();

    expect(banner.text()).toBe('');
  });
});
