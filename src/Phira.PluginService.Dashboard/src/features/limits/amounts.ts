import type { Limit } from '../../api/types';

type Unit = Limit['unit'];

const factors: Record<string, readonly (readonly [name: string, factor: number])[]> = {
  bytes: [
    ['GiB', 1024 ** 3],
    ['MiB', 1024 ** 2],
    ['KiB', 1024],
    ['B', 1],
  ],
  ms: [
    ['s', 1000],
    ['ms', 1],
  ],
};

/** Reads what somebody typed: 67108864, 64 MiB, 1.5s. Null when it is no whole number of the limit's unit. */
export function readAmount(text: string, unit: Unit): number | null {
  const found = /^(\d{1,15}(?:\.\d{1,3})?)\s*([a-z]*)$/i.exec(text.trim());
  if (found === null) return null;
  const name = found[2]?.toLowerCase() ?? '';
  const factor = name === '' ? 1 : factors[unit]?.find(([known]) => known.toLowerCase() === name)?.[1];
  if (factor === undefined) return null;
  // 1.001 s is 1000.9999999999999 ms to a computer.
  const exact = Number(found[1]) * factor;
  const amount = Math.round(exact);
  return Number.isSafeInteger(amount) && Math.abs(exact - amount) < 1e-6 ? amount : null;
}

/** Writes an amount in the largest unit that leaves a whole number, so that reading it gives the same. */
export function writeAmount(amount: number, unit: Unit): string {
  const fitting = factors[unit]?.find(([, factor]) => amount > 0 && amount % factor === 0);
  return fitting === undefined || fitting[1] === 1 ? String(amount) : `${amount / fitting[1]} ${fitting[0]}`;
}
