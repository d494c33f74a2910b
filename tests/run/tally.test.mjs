import assert from 'node:assert/strict';
import test from 'node:test';
import { Tally } from './tally.mjs';

test('the last line has the totals, and nothing that was skipped or failed goes unmentioned', () => {
  const tally = new Tally();
  tally.add('guests', { passed: 1 });
  tally.add('dotnet', { passed: 5, failed: 2, failures: ['Rooms.Are_closed'], skipped: ['needs /proc', 'needs /proc', 'promtool is not installed'] });
  tally.add('browser', { failed: 1, skipped: ['needs /proc'] });
  assert.deepEqual(tally.lines(), [
    'SKIPPED 2 of dotnet: needs /proc',
    'SKIPPED 1 of dotnet: promtool is not installed',
    'SKIPPED 1 of browser: needs /proc',
    'FAILED dotnet: 2 failed',
    '  Rooms.Are_closed',
    'FAILED browser: 1 failed',
    '',
    '6 passed, 3 failed, 4 skipped',
  ]);
  assert.equal(tally.hasFailed, true);
});

test('without skips the last line is short', () => {
  const tally = new Tally();
  tally.add('wit', { passed: 1 });
  assert.deepEqual(tally.lines(), ['', '1 passed, 0 failed']);
  assert.equal(tally.hasFailed, false);
});
