import { describe, expect, it } from 'vitest';
import { readAmount, writeAmount } from '../../../src/features/limits/amounts';

describe('An amount', () => {
  it('is typed with or without a unit', () => {
    expect(readAmount('67108864', 'bytes')).toBe(67108864);
    expect(readAmount(' 64 MiB ', 'bytes')).toBe(67108864);
    expect(readAmount('64mib', 'bytes')).toBe(67108864);
    expect(readAmount('1.5 GiB', 'bytes')).toBe(1610612736);
    expect(readAmount('2 s', 'ms')).toBe(2000);
    expect(readAmount('1.001 s', 'ms')).toBe(1001);
    expect(readAmount('900', 'ms')).toBe(900);
    expect(readAmount('32', 'count')).toBe(32);
  });

  it('is refused where it would have to be guessed', () => {
    for (const text of ['', '-1', '1e3', '64 MB', '64 parsecs', '0.5', '1.0001 KiB', '9007199254740993', '2 s 3'])
      expect(readAmount(text, 'bytes')).toBeNull();
    expect(readAmount('2 MiB', 'ms')).toBeNull();
    expect(readAmount('2 s', 'count')).toBeNull();
  });

  it('is shown so that saving it again changes nothing', () => {
    expect(writeAmount(67108864, 'bytes')).toBe('64 MiB');
    expect(writeAmount(2000, 'ms')).toBe('2 s');
    for (const amount of [0, 1, 900, 1000, 1024, 1025, 67108864, 1610612736]) {
      expect(readAmount(writeAmount(amount, 'bytes'), 'bytes')).toBe(amount);
      expect(readAmount(writeAmount(amount, 'ms'), 'ms')).toBe(amount);
      expect(readAmount(writeAmount(amount, 'count'), 'count')).toBe(amount);
    }
  });
});
