import { describe, expect, it } from 'vitest';
import { takeTokenFromAddress } from '../../../src/features/session/useSession';

describe('The token of a setup link', () => {
  it('is taken and erased from the address', () => {
    history.replaceState(null, '', '/rooms?x=1#token=a%2Bb');
    expect(takeTokenFromAddress()).toBe('a+b');
    expect(location.href).toMatch(/\/rooms\?x=1$/);
    expect(takeTokenFromAddress()).toBeNull();
  });
});
