import { currentLanguage } from './index';

// Intl formatters are slow to make and are asked for many times a second.
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat>(name: string, make: (language: string) => T): T {
  const key = `${currentLanguage()} ${name}`;
  const known = made.get(key);
  if (known !== undefined) return known as T;
  const fresh = make(currentLanguage());
  made.set(key, fresh);
  return fresh;
}

/** A count, or any number with at most `digits` decimals. */
export function formatNumber(value: number, digits = 0): string {
  return cached(`number ${digits}`, (language) => new Intl.NumberFormat(language, { maximumFractionDigits: digits })).format(value);
}

/** A rate or percentage: small values keep one decimal, large ones do not need it. */
export function formatRate(value: number): string {
  return formatNumber(value, Math.abs(value) < 100 ? 1 : 0);
}

export function formatPercent(value: number): string {
  return `${formatRate(value)}%`;
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

export function formatBytes(value: number): string {
  let scaled = value;
  let unit = 0;
  while (Math.abs(scaled) >= 1024 && unit < units.length - 1) {
    scaled /= 1024;
    unit++;
  }
  return `${formatNumber(scaled, unit === 0 || scaled >= 100 ? 0 : 1)} ${units[unit] ?? ''}`;
}

export function formatTime(value: string | number): string {
  return cached(
    'time',
    (language) => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
  ).format(new Date(value));
}

export function formatDateTime(value: string | number): string {
  return cached(
    'date',
    (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }),
  ).format(new Date(value));
}

const parts = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A length of time in its two largest units: "2 days, 3 hours". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const first = Math.min(parts.findIndex(([, size]) => whole >= size) >>> 0, parts.length - 1);
  let rest = whole;
  const texts: string[] = [];
  for (const [unit, size] of parts.slice(first, first + 2)) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount === 0 && texts.length > 0) continue;
    texts.push(
      cached(`unit ${unit}`, (language) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' })).format(amount),
    );
  }
  return texts.join(' ');
}

export function formatMilliseconds(value: number): string {
  return value >= 1000 ? `${formatNumber(value / 1000, 2)} s` : `${formatNumber(value, value < 10 ? 1 : 0)} ms`;
}
