import { run } from './programs.mjs';
import { readBrowserTests, readDotnet, readNodeTest, readVitest } from './results.mjs';

/** A part that is one check: it passes when its command does. */
const check = (command, args, options) => async () => {
  const { code } = await run(command, args, options);
  return code === 0 ? { passed: 1 } : { failed: 1 };
};

/** A part that counts its own tests. One that fails without a failed test (a crash, a build error), or runs no test, counts as one failure. */
const suite = (read, command, args, options) => async () => {
  const { code, output } = await run(command, args, options);
  const result = read(output);
  const ranNothing = result.passed + result.skipped.length === 0;
  if (code === 0 && ranNothing) console.error('no test ran');
  if (result.failed === 0 && (code !== 0 || ranNothing)) result.failed = 1;
  return result;
};

/**
 * Runs a script that builds what it can and names what it skips, because the compiler of a language is not installed. The parts after it test what was
 * built, and of the plugins also the committed components.
 */
const builds = (script, ...args) => async () => {
  const { code, output } = await run('sh', [script, ...args]);
  if (code === -1) return { skipped: ['sh is not on the PATH'] };
  if (code !== 0 && code !== 3) return { failed: 1 };
  const lines = (word) => output.split('\n').filter((line) => line.startsWith(`${word} `));
  return { passed: lines('built').length, skipped: lines('skipped') };
};

/** A part that runs the linters of a folder with packages of its own. */
const lints = (folder) => async () => {
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
  return check('npm', ['test', '--silent'], { cwd: folder })();
};

const nodeTests = (...files) => suite(readNodeTest, 'node', ['--test', '--test-reporter=tap', ...files]);

/** The parts of the tests in the order in which they run: each uses what those before it have built. */
export const parts = {
  runner: nodeTests('tests/run/results.test.mjs', 'tests/run/setup.test.mjs', 'tests/run/tally.test.mjs'),
  guests: check('node', ['tests/guests/build.mjs']),
  plugins: builds('plugins/build.sh', 'artifacts/plugins'),
  conformance: builds('tests/guests/conformance/build.sh'),
  'guest-tests': nodeTests('tests/guests/wit-model.test.mjs', 'tests/guests/c-bindings.test.mjs', 'tests/guests/boundary.test.mjs',
    'tests/guests/conformance.test.mjs', 'tests/guests/plugins.test.mjs', 'tests/guests/sdk-readmes.test.mjs'),
  wit: check('node', ['src/Phira.PluginService.Sdk/guests/tools/component.mjs', 'validate-wit', 'wit']),
  containers: lints('tests/containers'),
  'http-api': lints('tests/http-api'),
  dotnet: suite(readDotnet, 'dotnet', ['test']),
  release: nodeTests('tests/release/release.test.mjs'),
  format: check('dotnet', ['format', '--verify-no-changes', '--no-restore']),
  // Each benchmark once, to see that it still works.
  benchmarks: check('dotnet', ['run', '--project', 'tests/Phira.PluginService.Benchmarks', '--', '--smoke']),
  'dashboard-unit': suite(readVitest, 'npm', ['test', '--silent'], { cwd: 'src/Phira.PluginService.Dashboard' }),
  'dashboard-browser': suite(readBrowserTests, 'node', ['tests/dashboard/run.mjs']),
};
