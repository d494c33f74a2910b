// A component has no clock, no source of random numbers and no console but what the host offers. The language's own are led there, so that
// `Date.now()`, `Math.random()` and `console.log` of a plugin and of the packages it uses work.

import { now } from 'phira:plugin/clock@1.0.0';
import { log } from './log';

const EngineDate = Date;

class HostDate extends EngineDate {
  constructor(...values: unknown[]) {
    if (values.length === 0) super(now());
    else super(...(values as [number]));
  }

  static override now(): number {
    return now();
  }
}

let state = 0;

/** Reseeds the random numbers, because the engine starts with the same seed in every instance. */
export function seedRandom(): void {
  state = now() >>> 0 || 1;
}

/** Shifts and exclusive ors with a period of 2^32 - 1. Not for secrets. */
function random(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 0x1_0000_0000;
}

const print = (write: (message: string) => void) => (...values: unknown[]): void => write(values.map(String).join(' '));

Object.assign(globalThis, {
  Date: HostDate,
  console: { log: print(log.info), info: print(log.info), debug: print(log.debug), warn: print(log.warn), error: print(log.error) },
});
Math.random = random;
