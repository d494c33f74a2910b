// Runs `npm ci` when node_modules is missing or older than the lock file, so that `npm test` works in a fresh clone.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../', import.meta.url);
const changedAt = (name) => statSync(new URL(name, folder), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  const result = spawnSync('npm ci --no-audit --no-fund', { cwd: fileURLToPath(folder), shell: true, stdio: 'inherit' });
  process.exitCode = result.status ?? 1;
}
