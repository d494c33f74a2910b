// What is built here, and how. Each guest becomes artifacts/guests/<name>.wasm.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Guests written in AssemblyScript: the folder of the same name. */
const assemblyScript = ['echo', 'hostile', 'welcome-v2'];

/** Guests written as text: wat/<name>.wat, with wat/<name>.wit beside it when they need more than the package. */
const text = ['big-start', 'future', 'idle', 'loop-start', 'no-lifecycle', 'sleeper', 'tables', 'teleport'];

export const guests = [
  ...assemblyScript.map((name) => ({
    name,
    inputs: [path.join(here, name)],
    usesBindings: true,
    build: async ({ compileAssemblyScript, build }) =>
      build(await compileAssemblyScript(path.join(here, name, 'assembly/index.ts')), { utf16: true }),
  })),
  ...text.map((name) => ({
    name,
    inputs: [path.join(here, 'wat')],
    build: async ({ build, parse }) => {
      const wit = path.join(here, 'wat', `${name}.wit`);
      return build(await parse(readText(name)), { extra: fs.existsSync(wit) ? [wit] : [] });
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
];

function readText(name) {
  const read = (file) => fs.readFileSync(path.join(here, 'wat', file), 'utf8');
  return read(`${name}.wat`).replace(/^[ \t]*;;include (\S+)$/gm, (_, part) => read(`${part}.inc.wat`));
}
