import * as rawTimers from 'phira:plugin/timers@1.0.0';
import { checked, isHostError } from './errors';
import { attempt } from './lifecycle';

const timers = /* @__PURE__ */ checked(rawTimers);
const actions = new Map<number, { run: () => void; repeat: boolean }>();

/** A timer that was set. */
export interface Timer {
  /** Ends the timer. Does nothing when it has fired. */
  cancel(): void;
}

/** Runs an action once, later. */
export const after = (milliseconds: number, run: () => void): Timer => set(milliseconds, run, false);

/** Runs an action again and again. */
export const every = (milliseconds: number, run: () => void): Timer => set(milliseconds, run, true);

function set(milliseconds: number, run: () => void, repeat: boolean): Timer {
  const id = timers.setTimer(milliseconds, repeat);
  actions.set(id, { run, repeat });
  return { cancel: () => cancel(id) };
}

function cancel(id: number): void {
  if (!actions.delete(id)) return;
  try {
    timers.cancelTimer(id);
  } catch (error) {
    // It has fired and waits for this call to end; without its action it does nothing.
    if (!isHostError(error, 'not-found')) throw error;
  }
}

/** What the component of a plugin with timers exports. */
export const timerHandler = {
  onTimer: (id: number): void => {
    const action = actions.get(id);
    if (action === undefined) return;
    if (!action.repeat) actions.delete(id);
    attempt('timer', action.run);
  },
};
