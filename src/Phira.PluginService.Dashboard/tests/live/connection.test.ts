import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveConnection, type Hub } from '../../src/live/connection';

class FakeHub implements Hub {
  closed: (() => void) | null = null;
  stopped = false;

  constructor(private readonly outcome: () => Promise<void>) {}

  start = () => this.outcome();
  stop = async () => {
    this.stopped = true;
    this.closed?.();
  };
  on() {}
  onclose(handler: () => void) {
    this.closed = handler;
  }
}

const works = () => Promise.resolve();
const fails = () => Promise.reject(new Error('no answer'));

function arrange(...outcomes: (() => Promise<void>)[]) {
  const hubs: FakeHub[] = [];
  const connected = vi.fn();
  const refused = vi.fn();
  const open = async () => {
    const hub = new FakeHub(outcomes[hubs.length] ?? works);
    hubs.push(hub);
    return hub;
  };
  return { connection: new LiveConnection({ open, connected, refused }), hubs, connected, refused };
}

describe('The live connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('connects', async () => {
    const { connection, connected } = arrange();
    await connection.start();
    expect(connection.state.value).toBe('connected');
    expect(connected).toHaveBeenCalledOnce();
  });

  it('comes back by itself when it is lost', async () => {
    const { connection, hubs, connected } = arrange();
    await connection.start();
    hubs[0]!.closed!();
    expect(connection.state.value).toBe('waiting');
    expect(connection.retryIn.value).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(connection.state.value).toBe('connected');
    expect(connected).toHaveBeenCalledTimes(2);
  });

  it('waits longer after each failure, but never stops trying', async () => {
    const { connection, hubs } = arrange(...Array.from({ length: 50 }, () => fails));
    await connection.start();
    const waits: number[] = [];
    for (let round = 0; round < 7; round++) {
      waits.push(connection.retryIn.value);
      await vi.advanceTimersByTimeAsync(connection.retryIn.value * 1000);
    }
    expect(waits).toEqual([1, 2, 3, 5, 10, 10, 10]);
    expect(hubs).toHaveLength(8);
  });

  it('counts down, and does not wait when the user does not want to', async () => {
    const { connection, hubs } = arrange(fails, fails, fails);
    await connection.start();
    await vi.advanceTimersByTimeAsync(1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(connection.retryIn.value).toBe(1);
    connection.retryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(hubs).toHaveLength(3);
  });

  it('stops permanently when it is told to', async () => {
    const { connection, hubs } = arrange(fails);
    await connection.start();
    await connection.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.state.value).toBe('off');
    expect(hubs).toHaveLength(1);
  });

  it('replaces a connection without calling it lost', async () => {
    const { connection, hubs } = arrange();
    await connection.start();
    await connection.start();
    expect(hubs[0]!.stopped).toBe(true);
    expect(connection.state.value).toBe('connected');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hubs).toHaveLength(2);
  });

  it('asks for a new sign-in instead of trying again when the session is refused', async () => {
    const { connection, hubs, refused } = arrange(() => Promise.reject(Object.assign(new Error('Unauthorized'), { statusCode: 401 })));
    await connection.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refused).toHaveBeenCalledOnce();
    expect(hubs).toHaveLength(1);
  });
});
