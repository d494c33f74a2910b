import { attempt } from './lifecycle';

let save: () => unknown = () => null;
let restore: (state: unknown) => void = () => undefined;

/** Hands a JSON value from a running version over to the next one at a hot reload. */
export function handOver<T>(saveState: () => T, restoreState: (state: T) => void): void {
  save = saveState;
  restore = restoreState as (state: unknown) => void;
}

/** What the component of a plugin that keeps its state over a reload exports. */
export const stateHandler = {
  saveState: (): Uint8Array => attempt('save-state', () => {
    // Every character beyond ASCII is written as an escape, so that each byte is a character.
    const text = JSON.stringify(save()).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
  }),
  restoreState: (state: Uint8Array): void => attempt('restore-state', () => {
    let text = '';
    for (const unit of state) text += String.fromCharCode(unit);
    restore(JSON.parse(text));
  }),
};
