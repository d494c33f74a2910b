import assert from 'node:assert/strict';
import test from 'node:test';
import { explain, planFor, setUp } from './setup.mjs';

const nginx = { name: 'nginx', parts: ['browser'], isMet: () => false, packages: { apt: ['nginx-light'], brew: ['nginx'] }, otherwise: 'put it on the PATH' };
const rust = { name: 'Rust', parts: ['plugins'], isMet: () => false, packages: { apt: ['rustc-web', 'lld-22'] }, otherwise: 'use rustup' };
const debian = { manager: 'apt', isRoot: true, mayInstall: false, isAvailable: () => true };

test('everything that is missing comes with one command', () => {
  assert.deepEqual(planFor([nginx, rust], debian), {
    install: ['apt-get', 'install', '--yes', '--no-install-recommends', 'nginx-light', 'rustc-web', 'lld-22'], advice: [],
  });
});

test('where a package does not exist, there is advice instead, and the command brings the rest', () => {
  const ubuntu = { ...debian, isAvailable: (name) => name !== 'rustc-web' };
  const plan = planFor([nginx, rust], ubuntu);
  assert.deepEqual([plan.install.at(-1), plan.advice], ['nginx-light', ['Rust: use rustup']]);
  assert.deepEqual(planFor([rust], { ...debian, manager: 'brew' }), { install: null, advice: ['Rust: use rustup'] });
  assert.deepEqual(planFor([rust], { ...debian, manager: null }), { install: null, advice: ['Rust: use rustup'] });
});

test('the command asks for rights only where it needs and lacks them', () => {
  const commandOn = (machine) => explain([nginx], machine).find((line) => line.startsWith('    ')).trim();
  assert.match(commandOn(debian), /^apt-get install /);
  assert.match(commandOn({ ...debian, isRoot: false }), /^sudo apt-get install /);
  assert.match(commandOn({ ...debian, isRoot: false, manager: 'brew' }), /^brew install /);
});

test('only what the chosen parts need is missed', async () => {
  const names = async (parts) => (await setUp([nginx, rust], parts, { mayInstall: false, machine: debian })).map(({ name }) => name);
  assert.deepEqual(await names(['browser']), ['nginx']);
  assert.deepEqual(await names(['plugins', 'browser']), ['nginx', 'Rust']);
  assert.deepEqual(await names(['wit']), []);
});
