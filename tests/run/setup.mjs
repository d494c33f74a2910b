import { existsSync } from 'node:fs';
import { ask, isInstalled, run } from './programs.mjs';

const managers = {
  apt: { program: 'apt-get', install: ['apt-get', 'install', '--yes', '--no-install-recommends'], needsRoot: true },
  dnf: { program: 'dnf', install: ['dnf', 'install', '--assumeyes'], needsRoot: true },
  brew: { program: 'brew', install: ['brew', 'install'], needsRoot: false },
};

/** What this machine has: its package manager, the right to install without a question, and which packages exist. */
function thisMachine() {
  const manager = Object.keys(managers).find((name) => isInstalled(managers[name].program)) ?? null;
  const isRoot = process.getuid?.() === 0;
  return {
    manager,
    isRoot,
    // Only apt: the other commands are printed for the user to judge.
    mayInstall: manager === 'apt' && (isRoot || ask('sudo', ['--non-interactive', 'true']) !== null),
    isAvailable: (name) => manager !== 'apt' || /Candidate: (?!\(none\))/.test(ask('apt-cache', ['policy', name]) ?? ''),
  };
}

/** Decides how to get what is missing: one command that installs packages, null where there is none, and advice for what no package brings. */
export function planFor(missing, machine) {
  const packages = [];
  const advice = [];
  for (const { name, packages: known, otherwise } of missing) {
    const wanted = known[machine.manager] ?? [];
    if (wanted.length > 0 && wanted.every(machine.isAvailable)) packages.push(...wanted);
    else advice.push(`${name}: ${otherwise}`);
  }
  return { install: packages.length > 0 ? [...managers[machine.manager].install, ...packages] : null, advice };
}

/** The command and the advice as a person needs them. */
export function explain(missing, machine) {
  const { install, advice } = planFor(missing, machine);
  const sudo = install !== null && managers[machine.manager].needsRoot && !machine.isRoot ? 'sudo ' : '';
  const command = install === null ? [] : [`This command installs ${advice.length > 0 ? 'a part of it' : 'it'}:`, '', `    ${sudo}${install.join(' ')}`, ''];
  return [`Missing for the tests: ${missing.map(({ name }) => name).join(', ')}`, ...command, ...advice];
}

/** Installs what the parts need where it may; otherwise prints how to. Returns what is still missing. */
export async function setUp(requirements, parts, { mayInstall, machine = thisMachine() }) {
  const needed = requirements.filter((requirement) => requirement.parts.some((part) => parts.includes(part)));
  const missing = needed.filter((requirement) => !requirement.isMet());
  if (missing.length === 0) return [];

  if (mayInstall && machine.mayInstall) await installFor(missing, machine);
  const still = missing.filter((requirement) => !requirement.isMet());
  if (still.length > 0) console.log(`\n${explain(still, machine).join('\n')}`);
  return still;
}

async function installFor(missing, machine) {
  console.log(`Installing for the tests: ${missing.map(({ name }) => name).join(', ')} (--no-install prevents it)`);
  const asRoot = ([command, ...args]) => (machine.isRoot ? run(command, args) : run('sudo', ['--non-interactive', command, ...args]));

  // Before the plan: without its lists a fresh machine knows no package.
  await asRoot(['apt-get', 'update', '--quiet']);
  const { install } = planFor(missing, machine);
  if (install === null) return;
  await asRoot(['env', 'DEBIAN_FRONTEND=noninteractive', ...install]);

  // The tests need the programs. What a package starts by itself would only take ports.
  const services = missing.flatMap((requirement) => requirement.services ?? []);
  if (services.length > 0 && existsSync('/run/systemd/system')) await asRoot(['systemctl', 'disable', '--now', ...services]);
}
