#!/usr/bin/env node
// Command line of the build tools. Run without arguments for the list of commands.

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as tools from '@bytecodealliance/jco-transpile/wasm-tools';
import { build, embed, encode, writeWhole } from './build.mjs';
import { defaultWitFolder, textOf, validateWit } from './wit.mjs';

const usage = `usage: node component.mjs COMMAND

  validate-wit [DIR]          check the WIT package with the real parser
  assemblyscript ENTRY OUT    compile an AssemblyScript plugin to a component
  build CORE OUT              core module to component (embed and new in one step)
  embed CORE OUT              add the type information to a core module
  new EMBEDDED OUT            turn such a module into a component
  parse WAT OUT               text to binary
  c-bindings FOLDER           write phira.h and phira.c for C, C++ and Zig
  wit FILE                    show what a component imports and exports
  print FILE                  show a module or component as text

  options of build, embed, assemblyscript and c-bindings:
    --wit DIR      the WIT package (default: wit/ of this repository)
    --extra FILE   further WIT: more interfaces, nested packages; may be repeated
    --world NAME   the world to use (default: read off the module's imports and exports)
    --utf16        strings are UTF-16 in the module's memory (AssemblyScript; implied there)
`;

const commands = {
  'validate-wit': async ([folder = defaultWitFolder]) => {
    const { packageName, worlds, interfaces } = await validateWit(folder);
    console.log(`${packageName}: ${interfaces.length} interfaces, worlds ${worlds.join(', ')}: valid`);
  },
  assemblyscript: async ([entry, out], options) => {
    const { compileAssemblyScript } = await import('./assemblyscript.mjs');
    writeWhole(out, await build(await compileAssemblyScript(entry), { ...options, utf16: true }));
  },
  build: async ([core, out], options) => writeWhole(out, await build(fs.readFileSync(core), options)),
  embed: async ([core, out], options) => writeWhole(out, await embed(fs.readFileSync(core), options)),
  new: async ([embedded, out]) => writeWhole(out, await encode(fs.readFileSync(embedded))),
  parse: async ([wat, out]) => writeWhole(out, await tools.parse(fs.readFileSync(wat, 'utf8'))),
  'c-bindings': async ([folder], options) => {
    const { writeCBindings } = await import('./c-bindings.mjs');
    const { readWitModel } = await import('./wit-model.mjs');
    const { header, source } = writeCBindings(readWitModel(options.wit));
    writeWhole(path.join(folder, 'phira.h'), header);
    writeWhole(path.join(folder, 'phira.c'), source);
  },
  wit: async ([file]) => console.log(await tools.componentWit(fs.readFileSync(file))),
  print: async ([file]) => console.log(await tools.print(fs.readFileSync(file))),
};

const argumentCounts = { 'validate-wit': [0, 1], 'c-bindings': [1], wit: [1], print: [1] };

async function main() {
  const { values, positionals: [name, ...rest] } = parseArgs({
    allowPositionals: true,
    options: {
      wit: { type: 'string' },
      extra: { type: 'string', multiple: true },
      world: { type: 'string' },
      utf16: { type: 'boolean' },
    },
  });
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (!command || !(argumentCounts[name] ?? [2]).includes(rest.length)) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  await command(rest, values);
}

try {
  await main();
} catch (error) {
  console.error(textOf(error));
  process.exitCode = 1;
}
