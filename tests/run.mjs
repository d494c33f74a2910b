// Runs every test of the repository: node tests/run.mjs [--only name,name]
// Needs the .NET 10 SDK and Node; restores everything else from NuGet and npm. Works on Linux, macOS and Windows.
// What a machine cannot run (no browser, no Rust toolchain, no promtool) is reported as skipped, except where CI=true: there it fails.
// The last line is "N passed, N failed" with ", N skipped" after it when something was.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : null;
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** Runs a program, shows its output and returns its exit code and everything it printed. */
function run(command, args, options = {}) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return new Promise((resolve) => {
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, { cwd: path.join(root, options.cwd ?? '.'), env: { ...process.env, ...options.env }, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [stream, sink] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => { output += text; sink.write(text); });
    }
    child.on('error', (error) => resolve({ code: -1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code, output: output.replace(/\x1b\[[0-9;]*m/g, '') }));
  });
}

function count(name, { passed = 0, failed = 0, skipped = 0 }) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  if (failed > 0) failures.push(`${name}: ${failed} failed`);
}

/** A step that is one check: it passes when its command does. */
async function check(name, command, args, options) {
  const { code } = await run(command, args, options);
  count(name, code === 0 ? { passed: 1 } : { failed: 1 });
  return code === 0;
}

/** A step that counts its own tests. A run that fails without a failed test (a crash, a build error) counts as one failure. */
async function suite(name, command, args, options, read) {
  const { code, output } = await run(command, args, options);
  const result = read(output);
  if (code !== 0 && result.failed === 0) result.failed = 1;
  if (code === 0 && result.passed + result.skipped === 0) {
    console.error(`${name}: no test ran`);
    result.failed = 1;
  }
  count(name, result);
}

const number = (output, pattern) => Number(output.match(pattern)?.[1] ?? 0);
const lastNumber = (output, pattern) => Number([...output.matchAll(new RegExp(pattern.source, 'gm'))].at(-1)?.[1] ?? 0);

const steps = {
  guests: () => check('guests', 'node', ['tests/guests/build.mjs']),
  // A rebuild of the committed plugins, which the next step holds to the same tests as what is committed.
  plugins: async () => {
    const { code } = await run('sh', ['plugins/build.sh', 'artifacts/plugins']);
    const lacksTools = code === 3 || code === -1;
    count('plugins', code === 0 ? { passed: 1 } : lacksTools && process.env.CI !== 'true' ? { skipped: 1 } : { failed: 1 });
  },
  'guest-tests': () => {
    const files = ['tests/guests/boundary.test.mjs', 'tests/guests/plugins.test.mjs'];
    return suite('guest-tests', 'node', ['--test', '--test-reporter=tap', ...files], {}, (output) => ({
      passed: lastNumber(output, /^# pass (\d+)/), failed: lastNumber(output, /^# fail (\d+)/), skipped: lastNumber(output, /^# skipped (\d+)/),
    }));
  },
  wit: () => check('wit', 'node', ['src/Phira.PluginService.Sdk/guests/tools/component.mjs', 'validate-wit', 'wit']),
  containers: async () => {
    await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: 'tests/containers' });
    await check('containers', 'npm', ['test', '--silent'], { cwd: 'tests/containers' });
  },
  dotnet: () => suite('dotnet', 'dotnet', ['test'], {}, (output) => ({
    passed: lastNumber(output, /^\s*succeeded: (\d+)/),
    failed: lastNumber(output, /^\s*failed: (\d+)/),
    skipped: lastNumber(output, /^\s*skipped: (\d+)/),
  })),
  // Each benchmark once, to see that it still works; the build comes from the step before.
  benchmarks: () => check('benchmarks', 'dotnet', ['run', '--project', 'tests/Phira.PluginService.Benchmarks', '--', '--smoke']),
  'dashboard-unit': () => suite('dashboard-unit', 'npm', ['test', '--silent'], { cwd: 'src/Phira.PluginService.Dashboard' }, (output) => {
    const line = output.match(/^\s*Tests\s+(.*)$/m)?.[1] ?? '';
    return { passed: number(line, /(\d+) passed/), failed: number(line, /(\d+) failed/), skipped: number(line, /(\d+) skipped/) };
  }),
  'dashboard-browser': () => suite('dashboard-browser', 'node', ['tests/dashboard/run.mjs'], {}, (output) => {
    const line = output.trimEnd().split('\n').at(-1);
    return { passed: number(line, /(\d+) passed/), failed: number(line, /(\d+) failed/), skipped: number(line, /(\d+) skipped/) };
  }),
};

for (const [name, step] of Object.entries(steps)) {
  if (only === null || only.includes(name)) await step();
}

for (const failure of failures) console.error(`FAILED ${failure}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
