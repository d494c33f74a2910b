#!/usr/bin/env node
// Builds a plugin written in JavaScript or TypeScript.
//
// usage: node build.mjs ENTRY OUT

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { componentize } from 'componentize-qjs';
import * as esbuild from 'esbuild';
import { writeWhole } from '../tools/build.mjs';
import { defaultWitFolder, joinWit, readWitFolder, textOf } from '../tools/wit.mjs';
import { checkTypes } from './check.mjs';
import { writeTypes } from './types.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const interfaceOf = /^phira:plugin\/([a-z][a-z0-9-]*)@/;

/** Lets `phira-plugin` be imported, and keeps the host's interfaces as imports: one that nothing is used of is dropped. */
const hostInterfaces = {
  name: 'host-interfaces',
  setup(build) {
    build.onResolve({ filter: /^phira:plugin\// }, ({ path: id }) => ({ path: id, external: true, sideEffects: false }));
    build.onResolve({ filter: /^phira-plugin$/ }, () => ({ path: path.join(here, 'phira-plugin/index.ts'), sideEffects: false }));
  },
};

/** Puts a plugin and what it imports into one module. */
async function bundle(entry) {
  const { outputFiles: [output], metafile } = await esbuild.build({
    entryPoints: [path.resolve(entry)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    // Names stay readable in crash reports.
    minifySyntax: true,
    minifyWhitespace: true,
    // No path of this machine gets into the component.
    absWorkingDir: path.dirname(path.resolve(entry)),
    outfile: 'plugin.js',
    plugins: [hostInterfaces],
    logLevel: 'silent',
  });
  const { imports, exports } = metafile.outputs['plugin.js'];
  return { source: output.text, imports: imports.map(({ path: id }) => id), exports };
}

/** The world that a bundled plugin is written for: the interfaces it imports and exports. */
function worldOf({ imports, exports }) {
  const imported = imports.map((id) => {
    const name = interfaceOf.exec(id)?.[1];
    if (name === undefined) throw new Error(`"${id}" is no interface of the host`);
    return `  import ${name};`;
  });
  const exported = exports.map((name) => `  export ${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)};`);
  return ['world as-built {', ...new Set(imported), ...exported, '}'].join('\n');
}

/** Builds a component of the module `entry`. Throws the compiler's own messages when it fails. */
export async function compileJavaScript(entry) {
  await writeTypes();
  checkTypes(entry);
  const bundled = await bundle(entry);
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'phira-plugin-'));
  try {
    const witPath = path.join(work, 'plugin.wit');
    fs.writeFileSync(witPath, joinWit(readWitFolder(defaultWitFolder), worldOf(bundled)));
    const { component } = await componentize({
      witPath,
      world: 'as-built',
      jsSource: bundled.source,
      // The managed API has no async functions, and there is no WASI to ask: the host's interfaces are all there is.
      sync: true,
      stubWasi: true,
      optSize: true,
    });
    return component;
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

async function main() {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length !== 2) {
    process.stderr.write('usage: node build.mjs ENTRY OUT\n');
    process.exitCode = 2;
    return;
  }
  writeWhole(positionals[1], await compileJavaScript(positionals[0]));
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(textOf(error));
    process.exitCode = 1;
  }
}
