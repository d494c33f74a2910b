// What is built here, and how. Each guest becomes artifacts/guests/<name>.wasm, or with the extension it names.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runtimeCases } from '../runtime-cases/cases.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Guests written in AssemblyScript: the folder of the same name. */
const assemblyScript = ['echo', 'founding', 'hostile', 'ledger', 'ledger-v2', 'welcome-v2'];

/** The part of WASI about files. */
const wasiFiles = path.join(here, '../../src/Phira.PluginService.Sandbox/Files/wasi.wit');

/** Guests written as text: wat/<name>.wat, with wat/<name>.wit beside it, or wat/wasi.wit, when they need more than the package. */
const text = [
  'asker', 'big-start', 'future', 'idle', 'listener', 'loop-start', 'named-trap',
  'no-lifecycle', 'sleep-start', 'sleep-stop', 'sleeper', 'sockets', 'taker', 'teleport', 'wasi',
];

export const guests = [
  ...assemblyScript.map((name) => ({
    name,
    inputs: [path.join(here, name), ...(name === 'ledger-v2' ? [path.join(here, 'ledger')] : [])],
    usesBindings: true,
    build: async ({ compileAssemblyScript, build }) =>
      build(await compileAssemblyScript(path.join(here, name, 'assembly/index.ts')), { utf16: true }),
  })),
  {
    name: 'files',
    inputs: [path.join(here, 'files'), wasiFiles],
    usesBindings: true,
    build: async ({ compileAssemblyScript, build }) =>
      build(await compileAssemblyScript(path.join(here, 'files/assembly/index.ts')), { utf16: true, extra: [wasiFiles] }),
  },
  ...text.map((name) => ({
    name,
    inputs: [path.join(here, 'wat')],
    build: async ({ build, parse }) => {
      const source = readText(name);
      const names = [name, ...(source.includes('"wasi:') ? ['wasi'] : [])];
      const extra = [...new Set(names)].map((wit) => path.join(here, 'wat', `${wit}.wit`)).filter((wit) => fs.existsSync(wit));
      return build(await parse(source), { extra });
    },
  })),
  {
    // A core module, which a plugin must not be.
    name: 'core-module',
    inputs: [path.join(here, 'wat')],
    build: async ({ parse }) => parse(readText('idle')),
  },
  {
    // The first half of a component: an interrupted download.
    name: 'truncated',
    inputs: [path.join(here, 'wat')],
    build: async ({ build, parse }) => {
      const whole = await build(await parse(readText('idle')));
      return whole.subarray(0, whole.length / 2);
    },
  },
  ...runtimeCases,
];

function readText(name) {
  const read = (file) => fs.readFileSync(path.join(here, 'wat', file), 'utf8');
  const include = (source) => source.replace(/^[ \t]*;;include (\S+)$/gm, (_, part) => include(read(`${part}.inc.wat`)));
  return include(read(`${name}.wat`));
}
