// Drives the real service in a real browser: node tests/dashboard/run.mjs [--only text-in-a-test's-name]
//
// PHIRA_CHROMIUM      the Chromium, Chrome or Edge to use; otherwise the usual places are looked at
// PHIRA_SERVICE_LINK  setup link of a service that runs already; otherwise one is built and started with --demo on free ports
//
// Prints one line a test and ends with "N passed, N failed". What cannot run is skipped with its reason; where CI=true, a browser and nginx must be there.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './support/find-browser.mjs';

const folder = new URL('./', import.meta.url);

function ensureInstalled() {
  const changedAt = (name) => statSync(new URL(name, folder), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return;
  const result = spawnSync('npm ci --no-audit --no-fund', { cwd: fileURLToPath(folder), shell: true, stdio: 'inherit' });
  if (result.status !== 0) throw new Error('npm ci failed in tests/dashboard');
}

async function readTests() {
  const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
  const files = (await readdir(new URL('specs/', folder))).filter((name) => name.endsWith('.mjs')).sort();
  const modules = await Promise.all(files.map((name) => import(new URL(`specs/${name}`, folder).href)));
  return modules.flatMap((module) => Object.entries(module.default)).filter(([name]) => name.includes(only));
}

function close(totals) {
  console.log(`\n${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

async function main() {
  ensureInstalled();
  const tests = await readTests();
  const totals = { passed: 0, failed: 0, skipped: 0 };
  console.log(`1..${tests.length}`);

  const browserPath = findBrowser();
  if (browserPath === null) {
    const reason = 'no Chromium, Chrome or Edge was found; install one, or name it with PHIRA_CHROMIUM';
    const fails = process.env.CI === 'true';
    tests.forEach(([name], index) => console.log(fails ? `not ok ${index + 1} - ${name}\n# ${reason}` : `ok ${index + 1} - ${name} # SKIP ${reason}`));
    totals[fails ? 'failed' : 'skipped'] = tests.length;
    return close(totals);
  }

  const { Stage } = await import('./support/stage.mjs');
  const stage = await Stage.open(browserPath, process.env.PHIRA_SERVICE_LINK);
  try {
    for (const [index, [name, test]] of tests.entries()) {
      const { outcome, reason } = await stage.run(test);
      totals[outcome]++;
      console.log(`${outcome === 'failed' ? 'not ok' : 'ok'} ${index + 1} - ${name}${outcome === 'skipped' ? ` # SKIP ${reason}` : ''}`);
      if (outcome === 'failed') console.log(reason.replace(/^/gm, '# '));
    }
  } finally {
    await stage.close();
  }
  close(totals);
}

await main();
