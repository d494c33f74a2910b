import { beforeEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/i18n';
import { formatBytes, formatDuration, formatPercent } from '../../src/i18n/format';

beforeEach(() => chooseLanguage('zh-CN'));

describe('Numbers', () => {
  it('are written for people', () => {
    expect(formatBytes(0)).toBe('0 B');
    expect(formatBytes(1_572_864)).toBe('1.5 MiB');
    expect(formatBytes(300 * 1024)).toBe('300 KiB');
    expect(formatPercent(0.25)).toBe('0.3%');
    expect(formatPercent(123.4)).toBe('123%');
  });

  it('tell a length of time in its two largest units', () => {
    chooseLanguage('en');
    expect(formatDuration(0)).toBe('0 sec');
    expect(formatDuration(61)).toBe('1 min 1 sec');
    expect(formatDuration(7200)).toBe('2 hr');
    expect(formatDuration(2 * 86_400 + 3 * 3600 + 59)).toBe('2 days 3 hr');
  });
});
