#!/usr/bin/env node
// Makes forwarder.wat, the component that calls the engine's own WASI functions for the host: for each function about files it exports
// one with the same parameters that calls it and gives back the handles it borrowed. Needed only when FileCalls.cs or wasi.wit change.
//
// usage: node forwarder.mjs

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tools from '../../../Phira.PluginService.Sdk/guests/tools/node_modules/@bytecodealliance/jco-transpile/dist/wasm-tools.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const wasi = fs.readFileSync(path.join(here, 'wasi.wit'), 'utf8');

/** Where results are put, and where arguments begin. */
const RESULT = 1024;
const HEAP = 4096;

/** Names of exported functions begin with these. */
const prefixes = {
  descriptor: ['wasi:filesystem/types', 'file'],
  'directory-entry-stream': ['wasi:filesystem/types', 'entries'],
  'input-stream': ['wasi:io/streams', 'input'],
  'output-stream': ['wasi:io/streams', 'output'],
};

/** Borrowed handles besides the first parameter: position among the flat parameters, and type. */
const borrowed = {
  'file-link-at': [4, 'descriptor'],
  'file-rename-at': [3, 'descriptor'],
  'file-is-same-object': [1, 'descriptor'],
  'output-splice': [1, 'input-stream'],
  'output-blocking-splice': [1, 'input-stream'],
};

const single = [
  ['wasi:filesystem/types', 'filesystem-error-code', '(err: borrow<error>) -> option<error-code>', 'error'],
  ['wasi:filesystem/preopens', 'get-directories', '() -> list<tuple<descriptor, string>>'],
  ['wasi:cli/stdin', 'get-stdin', '() -> input-stream'],
  ['wasi:cli/stdout', 'get-stdout', '() -> output-stream'],
  ['wasi:cli/stderr', 'get-stderr', '() -> output-stream'],
];

/** What stands between the braces after a text. */
function blockAfter(start) {
  const begin = wasi.indexOf(start) + start.length;
  let depth = 1;
  let end = begin;
  for (; depth > 0; end++) depth += { '{': 1, '}': -1 }[wasi[end]] ?? 0;
  return wasi.slice(begin, end - 1);
}

const methods = Object.entries(prefixes).flatMap(([resource, [module, prefix]]) =>
  [...blockAfter(`resource ${resource} {`).matchAll(/([a-z-]+):\s*func\(([^;]*?)\)\s*(->[^;]+)?;/gs)].map(([, name, parameters, result]) => ({
    module,
    name: `[method]${resource}.${name}`,
    exported: `${prefix}-${name}`,
    type: `(${[`self: borrow<${resource}>`, ...(parameters.trim() ? [parameters.trim().replace(/,$/, '')] : [])].join(', ')}) ${result ?? ''}`,
    owner: resource,
  })));
const functions = [...methods, ...single.map(([module, name, type, owner]) => ({ module, name, exported: name, type, owner }))];

const wit = `package phira:files@1.0.0;
${wasi}
interface calls {
  use wasi:io/error@0.2.0.{error};
  use wasi:io/poll@0.2.0.{pollable};
  use wasi:io/streams@0.2.0.{input-stream, output-stream, stream-error};
  use wasi:filesystem/types@0.2.0.{
    descriptor, directory-entry-stream, error-code, descriptor-flags, descriptor-type, descriptor-stat, path-flags, open-flags,
    new-timestamp, advice, metadata-hash-value, directory-entry, filesize,
  };
${functions.map(({ exported, type }) => `  ${exported}: func${type};`).join('\n')}
}
world forwarder {
${[...new Set(functions.map(({ module }) => module)), 'wasi:io/error'].map((module) => `  import ${module}@0.2.0;`).join('\n')}
  export calls;
}
`;

/** The flat signatures, which the tool knows how to work out: it makes a module with them that does nothing. */
async function signatures() {
  const text = await tools.print(await tools.componentEmbed({ dummy: true, world: 'forwarder', witSource: wit }));
  const list = (words) => (words ? words.trim().split(/\s+/) : []);
  const types = [...text.matchAll(/\(type \(;\d+;\) \(func(?: \(param ([^)]*)\))?(?: \(result ([^)]*)\))?\)\)/g)]
    .map(([, parameters, results]) => ({ parameters: list(parameters), results: list(results) }));
  const imports = new Map([...text.matchAll(/\(import "cm32p2\|([^"@]+)@0\.2" "([^"]+)" \(func \(;\d+;\) \(type (\d+)\)\)\)/g)]
    .map(([, module, name, type]) => [`${module} ${name}`, types[type]]));
  const bodies = new Map([...text.matchAll(/^ {2}\(func \(;(\d+);\) \(type (\d+)\)/gm)].map(([, index, type]) => [index, types[type]]));
  const exports = new Map([...text.matchAll(/\(export "cm32p2\|phira:files\/calls@1\|([a-z-]+)" \(func (\d+)\)\)/g)]
    .map(([, name, index]) => [name, bodies.get(index)]));
  return { imports, exports };
}

const typed = (word, types) => (types.length > 0 ? ` (${word} ${types.join(' ')})` : '');
const identifier = (module, name) => `$${module.split('/')[1]}-${name.replace(/[^a-z0-9]+/g, '-')}`;

function moduleOf({ imports, exports }) {
  const used = new Map();
  const use = (module, name) => {
    used.set(`${module} ${name}`, [module, name]);
    return identifier(module, name);
  };
  const drop = (resource) => use(resource === 'error' ? 'wasi:io/error' : prefixes[resource][0], `${resource}_drop`);
  const bodies = functions.map(({ module, name, exported, owner }) => {
    const { parameters, results } = exports.get(exported);
    const inMemory = imports.get(`${module} ${name}`).parameters.length > parameters.length;
    const values = [...parameters.map((_, index) => `(local.get ${index})`), ...(inMemory ? [`(i32.const ${RESULT})`] : [])];
    const drops = [...(owner ? [[0, owner]] : []), ...(borrowed[exported] ? [borrowed[exported]] : [])];
    return [
      `  (func (export "cm32p2|phira:files/calls@1|${exported}")${typed('param', parameters)}${typed('result', results)}`,
      `    (call ${[use(module, name), ...values].join(' ')})`,
      ...drops.map(([index, resource]) => `    (call ${drop(resource)} (local.get ${index}))`),
      ...(inMemory ? [`    (i32.const ${RESULT})`] : []),
      '  )',
      `  (func (export "cm32p2|phira:files/calls@1|${exported}_post")${typed('param', results)} (call $forget))`,
    ].join('\n');
  });
  const header = [...used.values()].sort().map(([module, name]) => {
    const { parameters, results } = imports.get(`${module} ${name}`);
    return `  (import "cm32p2|${module}@0.2" "${name}" (func ${identifier(module, name)}${typed('param', parameters)}${typed('result', results)}))`;
  });
  return `(module
${header.join('\n')}
  (memory (export "cm32p2_memory") 1)
  (global $heap (mut i32) (i32.const ${HEAP}))
  (func $forget (global.set $heap (i32.const ${HEAP})))
  (func (export "cm32p2_initialize"))
  (func (export "cm32p2_realloc") (param $block i32) (param $old i32) (param $align i32) (param $size i32) (result i32)
    (local $at i32)
    (local $missing i32)
    (local.set $at (i32.and (i32.add (global.get $heap) (i32.const 7)) (i32.const -8)))
    (global.set $heap (i32.add (local.get $at) (local.get $size)))
    (local.set $missing (i32.sub (global.get $heap) (i32.mul (memory.size) (i32.const 65536))))
    (if (i32.gt_s (local.get $missing) (i32.const 0))
      (then
        (if (i32.eq (memory.grow (i32.div_u (i32.add (local.get $missing) (i32.const 65535)) (i32.const 65536))) (i32.const -1))
          (then (unreachable)))))
    (memory.copy (local.get $at) (local.get $block) (local.get $old))
    (local.get $at))
${bodies.join('\n')}
)
`;
}

try {
  const core = await tools.parse(moduleOf(await signatures()));
  const embedded = await tools.componentEmbed({ binary: core, world: 'forwarder', witSource: wit });
  const text = await tools.print(await tools.componentNew(embedded, []));
  fs.writeFileSync(path.join(here, 'forwarder.wat'), `;; Made by forwarder.mjs.\n${text}`);
} catch (error) {
  console.error(error?.payload ?? error);
  process.exitCode = 1;
}
