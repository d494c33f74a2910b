// Runs every test of the repository: node tests/run.mjs [--only part,part] [--no-install]
// Needs the .NET 10 SDK and Node; the rest comes from NuGet, npm and the system's package manager (see run/requirements.mjs). Works on Linux, macOS
// and Windows. What a machine cannot run is skipped, and the reason is printed at the end; where CI=true, whatever is missing is a failure.
// The last line is "N passed, N failed" with ", N skipped" after it when something was.
import '../src/Phira.PluginService.Dashboard/tools/check-node.mjs';
import { parseArgs } from 'node:util';
import { parts } from './run/parts.mjs';
import { requirements } from './run/requirements.mjs';
import { setUp } from './run/setup.mjs';
import { Tally } from './run/tally.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, 'no-install': { type: 'boolean', default: false } } });
const chosen = values.only?.split(',') ?? Object.keys(parts);
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

const tally = new Tally();
const missing = await setUp(requirements, chosen, { mayInstall: !values['no-install'] });
if (process.env.CI === 'true' && missing.length > 0) tally.add('setup', { failed: missing.length });

// In their own order, whatever the order of the argument.
for (const [name, runPart] of Object.entries(parts)) {
  if (chosen.includes(name)) tally.add(name, await runPart());
}

console.log(`\n${tally.lines().join('\n')}`);
process.exitCode = tally.hasFailed ? 1 : 0;
