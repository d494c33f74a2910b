import { describe, expect, it } from 'vitest';
import { History } from '../../src/live/history';

describe('A history', () => {
  it('keeps the newest samples', () => {
    const history = new History(['a', 'b'], 3);
    for (let second = 1; second <= 5; second++) history.push(second, { a: second, b: -second });
    expect(history.times).toEqual([3, 4, 5]);
    expect(history.values('a')).toEqual([3, 4, 5]);
    expect(history.values('b')).toEqual([-3, -4, -5]);
  });

  it('ignores a sample that is not newer', () => {
    const history = new History(['a']);
    history.push(2, { a: 1 });
    history.push(2, { a: 9 });
    history.push(1, { a: 9 });
    expect(history.values('a')).toEqual([1]);
  });
});
