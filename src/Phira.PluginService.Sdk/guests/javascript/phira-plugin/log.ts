import { write, type Level } from 'phira:plugin/log@1.0.0';

/** Named values that belong to a line of the log. */
export type Fields = Record<string, string | number | boolean>;

const line = (level: Level) => (message: string, fields: Fields = {}): void =>
  write(level, message, Object.entries(fields).map(([key, value]) => ({ key, value: String(value) })));

/** The plugin's log. */
export const log = {
  trace: line('trace'),
  debug: line('debug'),
  info: line('info'),
  warn: line('warn'),
  error: line('error'),
};
