#!/usr/bin/env node
// Turns a core module of Go into a component.
//
// usage: node build.mjs CORE OUT

import fs from 'node:fs';
import * as tools from '../tools/node_modules/@bytecodealliance/jco-transpile/dist/wasm-tools.js';
import { embed, writeWhole } from '../tools/build.mjs';
import { defaultWitFolder, joinWit, readWitFolder, textOf } from '../tools/wit.mjs';
import { adapterFor } from './wasi.mjs';

const [, , core, out] = process.argv;
try {
  const bytes = fs.readFileSync(core);
  const adapter = await tools.componentEmbed({
    binary: await tools.parse(adapterFor(bytes)),
    witSource: joinWit(readWitFolder(defaultWitFolder), 'world adapter { import log; }'),
    world: 'adapter',
  });
  writeWhole(out, await tools.componentNew(await embed(bytes), [['wasi_snapshot_preview1', adapter]]));
} catch (error) {
  console.error(textOf(error));
  process.exitCode = 1;
}
