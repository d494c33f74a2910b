// The model of the WIT package that the generators of bindings use, compared with the real tools.
//
// usage: node --test tests/guests/wit-model.test.mjs      (install the build tools first: node tests/guests/build.mjs)

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/Phira.PluginService.Sdk/guests/tools/build.mjs';
import { parse } from '../../src/Phira.PluginService.Sdk/guests/tools/node_modules/@bytecodealliance/jco-transpile/dist/wasm-tools.js';
import { validateWit } from '../../src/Phira.PluginService.Sdk/guests/tools/wit.mjs';
import { coreSignature, flatten, interfaceOf, layoutOf, readWitModel } from '../../src/Phira.PluginService.Sdk/guests/tools/wit-model.mjs';

const witFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../wit');

/** A core module with exactly the functions of a world, which does nothing. `change` may falsify a signature. */
function moduleOf(model, world, change = (signature) => signature) {
  const functionsOf = (names, direction) => names.flatMap((name) => {
    const { id, functions } = interfaceOf(model, name);
    return functions.map((item) => ({ id, name: item.name, ...change(coreSignature(item, direction), item) }));
  });
  const typed = ({ parameters, results }) => [
    ...(parameters.length > 0 ? [`(param ${parameters.join(' ')})`] : []), ...(results.length > 0 ? [`(result ${results.join(' ')})`] : []),
  ].join(' ');
  return ['(module',
    ...functionsOf(world.imports, 'import').map((item) => `(import "${item.id}" "${item.name}" (func ${typed(item)}))`),
    '(memory (export "memory") 1)',
    '(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) unreachable)',
    ...functionsOf(world.exports, 'export').map((item) => `(func (export "${item.id}#${item.name}") ${typed(item)} unreachable)`),
    ')'].join('\n');
}

/** Builds a component of such a module: the tools refuse a signature that is not the one of the WIT. */
const buildWorld = async (model, world, wit, change) => build(await parse(moduleOf(model, world, change)), { wit, world: world.name });

test('the package has the interfaces and worlds that the parser sees', async () => {
  const { packageName, interfaces, worlds } = await validateWit(witFolder);
  const model = readWitModel(witFolder);
  assert.equal(model.packageName, packageName);
  assert.deepEqual(model.interfaces.map((one) => one.name), interfaces);
  assert.deepEqual(model.worlds.map((one) => one.name), worlds);
});

for (const world of readWitModel(witFolder).worlds) {
  test(`every core function of the world ${world.name} has the signature of the contract`, async () => {
    await buildWorld(readWitModel(witFolder), world, witFolder);
  });
}

test('a wrong signature would be noticed', async () => {
  const model = readWitModel(witFolder);
  const world = model.worlds.find((one) => one.name === 'full-plugin');
  for (const name of ['subscribe-event', 'on-event', 'counter-add', 'on-command']) {
    const falsify = (signature, item) => (item.name === name ? { ...signature, parameters: [...signature.parameters.slice(1), 'f64'] } : signature);
    await assert.rejects(buildWorld(model, world, witFolder, falsify), new RegExp(name));
  }
});

/** A package that uses what the real one need not use yet. */
const strange = `package test:strange@2.1.0;
interface odd {
  flags few { one, two }
  flags many { a0, a1, a2, a3, a4, a5, a6, a7, a8 }
  type pair = tuple<u8, u64>;
  /// Mixes what its cases are passed as.
  variant mixed { none, single(f32), whole(u32), long(s64), both(tuple<f32, f64>), text(string) }
  variant narrow { single(f32), whole(s32) }
  record deep { %record: option<option<u16>>, pair: pair, answer: result<mixed, few>, empty: result, letter: char }
  enum tone { high, low }
}
interface user {
  use odd.{deep as depth, mixed, narrow, few, many, tone};
  %list: func(a: mixed, b: narrow, c: few, d: many) -> tuple<u8>;
  plain: func() -> tone;
  nothing: func(value: option<f64>);
  /* more than fits */
  big: func(one: depth, two: depth, three: list<depth>) -> result<list<depth>>;
}
world all { import odd; import user; export user; }
`;

test('types that the package does not use yet are understood, too', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phira-wit-'));
  try {
    fs.writeFileSync(path.join(folder, 'strange.wit'), strange);
    const model = readWitModel(folder);
    await buildWorld(model, model.worlds[0], folder);
    const type = (name) => interfaceOf(model, 'odd').types.find((one) => one.name === name);
    assert.deepEqual(flatten(type('mixed')), ['i32', 'i64', 'i64']);
    assert.deepEqual(flatten(type('narrow')), ['i32', 'i32']);
    assert.deepEqual(layoutOf(type('pair')), { size: 16, alignment: 8, offsets: [0, 8] });
    assert.deepEqual(layoutOf(type('mixed')), { size: 24, alignment: 8, payloadOffset: 8 });
    assert.deepEqual(layoutOf(type('many')), { size: 2, alignment: 2 });
    assert.equal(type('mixed').docs, 'Mixes what its cases are passed as.');
    assert.equal(interfaceOf(model, 'user').functions[0].parameters[0].type, type('mixed'));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
