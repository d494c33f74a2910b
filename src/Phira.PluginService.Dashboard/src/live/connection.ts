import { readonly, ref, type Ref } from 'vue';

/** The part of a SignalR connection that is used; tests have their own. */
export interface Hub {
  start(): Promise<void>;
  stop(): Promise<void>;
  on(method: string, handler: (message: never) => void): void;
  onclose(handler: (error?: Error) => void): void;
}

export type LiveState = 'off' | 'connecting' | 'connected' | 'waiting';

export interface LiveOptions {
  /** Makes a connection that has not been started, with all handlers in place. */
  open: () => Promise<Hub>;
  /** Called after each successful start: whatever was pushed meanwhile is lost and must be fetched. */
  connected: () => void;
  /** Called when the service does not accept the session. */
  refused: () => void;
}

/** Waiting times between attempts, in seconds; the last one repeats. The service is near: long waits would only annoy. */
const delays = [1, 2, 3, 5, 10];

const isRefusal = (thrown: unknown) =>
  typeof thrown === 'object' &&
  thrown !== null &&
  ((thrown as { statusCode?: number }).statusCode === 401 || /\b401\b/.test(String((thrown as Error).message)));

/** Keeps one connection open for as long as it is wanted. */
export class LiveConnection {
  private readonly current: Ref<LiveState> = ref('off');
  private readonly seconds = ref(0);
  private hub: Hub | null = null;
  /** Grows with each start and stop; what belongs to an older run is ignored. */
  private run = 0;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly state = readonly(this.current);
  /** Whole seconds until the next attempt, while waiting. */
  readonly retryIn = readonly(this.seconds);

  constructor(private readonly options: LiveOptions) {}

  /** Connects; replaces a connection that is open already. */
  async start(): Promise<void> {
    await this.close();
    const run = ++this.run;
    this.attempt = 0;
    await this.connect(run);
  }

  async stop(): Promise<void> {
    this.run++;
    await this.close();
    this.current.value = 'off';
  }

  /** Ends the waiting. */
  retryNow(): void {
    if (this.current.value !== 'waiting') return;
    clearTimeout(this.timer);
    void this.connect(this.run);
  }

  private async close(): Promise<void> {
    clearTimeout(this.timer);
    const hub = this.hub;
    this.hub = null;
    await hub?.stop().catch(() => {});
  }

  private async connect(run: number): Promise<void> {
    this.current.value = 'connecting';
    try {
      const hub = await this.options.open();
      if (run !== this.run) return;
      this.hub = hub;
      hub.onclose(() => {
        if (run === this.run && this.hub === hub) this.wait(run);
      });
      await hub.start();
      if (run !== this.run) return;
      this.attempt = 0;
      this.current.value = 'connected';
      this.options.connected();
    } catch (thrown) {
      if (run !== this.run) return;
      if (isRefusal(thrown)) {
        this.current.value = 'off';
        this.options.refused();
      } else {
        this.wait(run);
      }
    }
  }

  private wait(run: number): void {
    this.hub = null;
    this.current.value = 'waiting';
    this.seconds.value = delays[Math.min(this.attempt++, delays.length - 1)] ?? 10;
    const countDown = () => {
      if (run !== this.run || this.current.value !== 'waiting') return;
      if (--this.seconds.value <= 0) void this.connect(run);
      else this.timer = setTimeout(countDown, 1000);
    };
    this.timer = setTimeout(countDown, 1000);
  }
}
