import { setTimeout } from 'node:timers/promises';
import { patienceMilliseconds } from '../dashboard/support/patience.mjs';

/** Asks again until the answer is there, and returns it. */
export async function until(ask) {
  const patience = AbortSignal.timeout(patienceMilliseconds);
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    patience.throwIfAborted();
    await setTimeout(100);
  }
}
