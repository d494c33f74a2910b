import type { Metadata } from 'phira:plugin/lifecycle@1.0.0';
import { seedRandom } from './environment';
import { Refusal } from './errors';
import { log } from './log';

type Action = () => void;

let about: Partial<Metadata> = {};
const initActions: Action[] = [];
const startActions: Action[] = [];
const stopActions: Action[] = [];
const configReaders: ((config: Record<string, unknown>) => void)[] = [];

/** Whether `init` has run. Before it the host takes no registrations. */
let initialized = false;

/** Says what the plugin is. The manifest has the authority; what is left out is taken from it. */
export function describe(metadata: Partial<Metadata> & Pick<Metadata, 'name' | 'version'>): void {
  about = metadata;
}

/** Runs when the plugin is loaded, or at once when it is. An error keeps it from running. */
export function onInit(action: Action): void {
  if (initialized) action();
  else initActions.push(action);
}

/** Runs each time the plugin starts. */
export function onStart(action: Action): void {
  startActions.push(action);
}

/** Runs each time the plugin stops. */
export function onStop(action: Action): void {
  stopActions.push(action);
}

/** Hands the whole configuration over, before everything else of `init`. */
export function onFirstConfig(read: (config: Record<string, unknown>) => void): void {
  configReaders.push(read);
}

/** What the component exports: every plugin has `export { lifecycle } from 'phira-plugin'`. */
export const lifecycle = {
  getMetadata: (): Metadata => ({
    author: '', dependencies: [], permissions: [], tags: [], abiVersion: '1.0.0', name: '', version: '', ...about,
  }),
  init: (config: string): void => attempt('init', () => {
    seedRandom();
    const values = JSON.parse(config) as Record<string, unknown>;
    for (const read of configReaders) read(values);
    initialized = true;
    for (const action of initActions) action();
  }),
  start: (): void => attempt('start', () => startActions.forEach((action) => action())),
  stop: (): void => attempt('stop', () => stopActions.forEach((action) => action())),
};

/** Runs an export. An error becomes its text, which is how the interface reports it; a fault of the plugin is logged with its stack first. */
export function attempt<T>(where: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Refusal)) log.error(`${where}: ${describeError(error)}`);
    throw error instanceof Error ? error.message : String(error);
  }
}

/** An error with its stack, if it has one. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = `${error.name}: ${error.message}`;
  return error.stack ? `${text}\n${error.stack}` : text;
}
