import assert from 'node:assert/strict';
import test from 'node:test';
import { readBrowserTests, readDotnet, readNodeTest, readVitest } from './results.mjs';

test('dotnet: totals of the whole run, and the reason of each skipped test', () => {
  const output = [
    'skipped Phira.Tests.TheMetricsPage.Is_accepted_by_the_linter',
    '  promtool is not installed',
    '  from /somewhere/Phira.Tests.dll (net10.0|x64)',
    'skipped Phira.Tests.Disks.Full(size: "(8)") (12ms)',
    '  A file system in memory can be mounted on Linux only.',
    'failed Phira.Tests.Rooms.Are_closed(name: "(a)") (1m 02s 145ms)',
    '  Expected true, got false',
    '/somewhere/Phira.Tests.dll (net10.0|x64) failed with 1 error(s) (6s 748ms)',
    '',
    'Test run summary: Passed!',
    '  total: 7',
    '  failed: 1',
    '  succeeded: 4',
    '  skipped: 2',
    '',
  ].join('\r\n');
  assert.deepEqual(readDotnet(output), {
    passed: 4,
    failed: 1,
    failures: ['Phira.Tests.Rooms.Are_closed(name: "(a)")'],
    skipped: ['promtool is not installed', 'A file system in memory can be mounted on Linux only.'],
  });
});

test('a skipped test without a reason is counted all the same', () => {
  assert.deepEqual(readDotnet('  succeeded: 4\n  failed: 0\n  skipped: 1\n').skipped, ['no reason given']);
  assert.deepEqual(readVitest('      Tests  7 passed | 1 skipped (8)\n'), { passed: 7, failed: 0, failures: [], skipped: ['no reason given'] });
});

test('node: totals and reasons, also of nested tests', () => {
  const output = 'ok 1 - one\n    ok 1 - inner # SKIP no Rust\nnot ok 2 - two\n# pass 1\n# fail 1\n# skipped 1\n';
  assert.deepEqual(readNodeTest(output), { passed: 1, failed: 1, failures: ['two'], skipped: ['no Rust'] });
});

test('browser tests: the last line has the totals', () => {
  const output = '1..2\nok 1 - Through nginx # SKIP nginx is not installed\nok 2 - Log in\n\n1 passed, 0 failed, 1 skipped\n';
  assert.deepEqual(readBrowserTests(output), { passed: 1, failed: 0, failures: [], skipped: ['nginx is not installed'] });
});

test('tests that failed are named once, in every kind of output', () => {
  const vitest = ' FAIL  src/ui/Table.test.ts > a table > sorts\n FAIL  src/ui/Table.test.ts > a table > sorts\n      Tests  1 failed | 2 passed (3)\n';
  assert.deepEqual(readVitest(vitest).failures, ['src/ui/Table.test.ts > a table > sorts']);
  assert.deepEqual(readBrowserTests('not ok 2 - Log in\n# why\n\n0 passed, 1 failed\n').failures, ['Log in']);
});

test('a program that died counts nothing', () => {
  for (const read of [readDotnet, readNodeTest, readBrowserTests, readVitest]) {
    assert.deepEqual(read('Segmentation fault\n'), { passed: 0, failed: 0, failures: [], skipped: [] });
  }
});
