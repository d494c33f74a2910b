import { settings } from 'phira-plugin';

let changed = (): void => undefined;

/** Does something after each change of the configuration. */
export function whenConfigChanges(action: () => void): void {
  changed = action;
}

/** The configuration; its schema has the limits. */
export const config = settings((values) => ({
  roomPrefix: String(values.room_prefix ?? ''),
  skipPercent: Number(values.skip_percent ?? 50),
  minPlayers: Number(values.min_players ?? 1),
  readySeconds: Number(values.ready_seconds ?? 90),
}), () => changed());
