#!/usr/bin/env node
// Builds the guests that the tests use into artifacts/guests. Needs Node and npm only, and installs the build tools itself.
// Only what changed is built; several processes may run this at once.
//
// usage: node tests/guests/build.mjs [NAME...]

import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { guests } from './guests.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const sdk = path.join(root, 'src/Phira.PluginService.Sdk/guests');
const toolsFolder = path.join(sdk, 'tools');
const output = path.join(root, 'artifacts/guests');
const shared = [path.join(root, 'wit'), toolsFolder];
const bindings = path.join(sdk, 'assemblyscript');

/** All files below some files and folders, without installed packages, in a fixed order. */
function filesOf(paths) {
  return paths.flatMap((start) => {
    if (!fs.statSync(start).isDirectory()) return [start];
    return fs.readdirSync(start).filter((name) => name !== 'node_modules').sort()
      .flatMap((name) => filesOf([path.join(start, name)]));
  });
}

function stampOf(guest) {
  const hash = crypto.createHash('sha256');
  const inputs = [...guest.inputs, ...shared, path.join(here, 'guests.mjs'), ...(guest.usesBindings ? [bindings] : [])];
  for (const file of filesOf(inputs)) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Installs the build tools when they are missing or other than the lock file says. */
function installTools() {
  const lock = fs.readFileSync(path.join(toolsFolder, 'package-lock.json'));
  const stamp = path.join(toolsFolder, 'node_modules', '.installed');
  const wanted = crypto.createHash('sha256').update(lock).digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: toolsFolder, stdio: 'inherit', shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`npm ci failed in ${toolsFolder}`);
  fs.writeFileSync(stamp, wanted);
}

/** Runs `action` while no other process does. A lock whose owner is gone is taken over. */
async function alone(action) {
  const lock = path.join(output, '.lock');
  fs.mkdirSync(output, { recursive: true });
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!ownerLives(lock)) fs.rmSync(lock, { force: true });
    else await delay(200);
  }
  try {
    return await action();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function ownerLives(lock) {
  try {
    const pid = Number(fs.readFileSync(lock, 'utf8'));
    // The file is empty for a moment after its creation.
    if (!pid) return Date.now() - fs.statSync(lock).mtimeMs < 600_000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function main(names) {
  const unknown = names.filter((name) => !guests.some((guest) => guest.name === name));
  if (unknown.length > 0) throw new Error(`no such guest: ${unknown.join(', ')}`);
  const wanted = guests.filter((guest) => names.length === 0 || names.includes(guest.name));
  await alone(async () => {
    const stale = wanted.filter((guest) => !isFresh(guest));
    if (stale.length === 0) return;
    installTools();
    const load = (file) => import(pathToFileURL(path.join(toolsFolder, file)));
    const tools = {
      ...(await load('build.mjs')),
      ...(await load('assemblyscript.mjs')),
      parse: (await load('node_modules/@bytecodealliance/jco-transpile/dist/wasm-tools.js')).parse,
    };
    for (const guest of stale) {
      tools.writeWhole(fileOf(guest), await guest.build(tools));
      tools.writeWhole(stampFileOf(guest), stampOf(guest));
      console.log(`built ${path.relative(root, fileOf(guest))}`);
    }
  });
}

const fileOf = (guest) => path.join(output, `${guest.name}${guest.extension ?? '.wasm'}`);
const stampFileOf = (guest) => path.join(output, `${guest.name}${guest.extension ?? ''}.stamp`);

function isFresh(guest) {
  return fs.existsSync(fileOf(guest)) && fs.existsSync(stampFileOf(guest)) && fs.readFileSync(stampFileOf(guest), 'utf8') === stampOf(guest);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error?.payload ?? error?.message ?? error);
  process.exitCode = 1;
}
