import { describe, expect, it } from 'vitest';
import type { PluginLink } from '../../../src/api/types';
import { draw, trafficOf } from '../../../src/features/services/graph';

const link = (from: string, to: string, calls: PluginLink['calls'] = []): PluginLink => ({ from, to, required: false, range: '*', calls });

describe('The picture of who uses whom', () => {
  it('puts a plugin right of all that use it', () => {
    const { boxes } = draw([link('a', 'b'), link('b', 'c'), link('a', 'c')]);
    const x = Object.fromEntries(boxes.map((box) => [box.name, box.x]));
    expect(x['a']).toBeLessThan(x['b']!);
    expect(x['b']).toBeLessThan(x['c']!);
  });

  it('never puts two plugins in one place', () => {
    const { boxes } = draw([link('a', 'x'), link('b', 'x'), link('c', 'y')]);
    expect(new Set(boxes.map((box) => `${box.x} ${box.y}`)).size).toBe(5);
  });

  it('has room for all of it', () => {
    const { boxes, width, height } = draw([link('a', 'b'), link('c', 'b')]);
    for (const box of boxes) {
      expect(box.x + 150).toBeLessThanOrEqual(width);
      expect(box.y + 36).toBeLessThanOrEqual(height);
    }
  });

  it('ends also when plugins use one another', () => {
    expect(draw([link('a', 'b'), link('b', 'a'), link('b', 'b')]).lines).toHaveLength(3);
  });

  it('is empty without plugins', () => {
    expect(draw([]).boxes).toEqual([]);
  });
});

describe('The traffic of a connection', () => {
  it('is that of all its services', () => {
    const call = { service: 's', calls: 3, errors: 1, callsPerSecond: 0.5, errorsPerSecond: 0.25, averageMilliseconds: 1 };
    expect(trafficOf(link('a', 'b', [call, { ...call, service: 't' }]))).toEqual({
      calls: 6,
      errors: 2,
      callsPerSecond: 1,
      errorsPerSecond: 0.5,
    });
  });
});
