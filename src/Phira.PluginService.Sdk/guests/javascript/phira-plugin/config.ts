import { Refusal } from './errors';
import { attempt, onFirstConfig } from './lifecycle';

/** The values of the configuration as a plugin uses them. */
export interface Settings<T> {
  readonly current: T;
}

type Values = Record<string, unknown>;

let validate: (values: Values) => unknown = () => undefined;
let apply: (values: Values) => void = () => undefined;

/**
 * Reads the configuration into a value. `read` throws a `Refusal` when it is not acceptable: an administrator who wants to store it reads
 * the text. `changed` runs after a change took effect, not at the start.
 */
export function settings<T>(read: (values: Values) => T, changed?: (now: T, before: T) => void): Settings<T> {
  let current: T | undefined;
  validate = read;
  apply = (values) => {
    const before = current as T;
    current = read(values);
    changed?.(current, before);
  };
  onFirstConfig((values) => { current = read(values); });
  return {
    get current(): T {
      if (current === undefined) throw new Error('the configuration is not known before init');
      return current;
    },
  };
}

/** What the component of a plugin that follows its configuration without a reload exports. */
export const configHandler = {
  validateConfig: (config: string): void => attempt('validate-config', () => { validate(parse(config)); }),
  onConfigChanged: (config: string): void => attempt('on-config-changed', () => apply(parse(config))),
};

function parse(config: string): Values {
  try {
    return JSON.parse(config) as Values;
  } catch (error) {
    throw new Refusal(`the configuration is not JSON: ${(error as Error).message}`);
  }
}
