import { afterEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../src/api/address';

afterEach(() => document.querySelector('base')?.remove());

function serveBelow(path: string): void {
  const base = document.createElement('base');
  base.setAttribute('href', path);
  document.head.append(base);
}

describe('The address of a call', () => {
  it('is below the path that the page is served below', () => {
    serveBelow('/phira/');
    expect(addressOf('/api/v1/plugins')).toBe('/phira/api/v1/plugins');
  });

  it('is at the root otherwise', () => {
    expect(addressOf('/api/v1/plugins')).toBe('/api/v1/plugins');
    serveBelow('/');
    expect(addressOf('/hubs/live?lang=en')).toBe('/hubs/live?lang=en');
  });
});
