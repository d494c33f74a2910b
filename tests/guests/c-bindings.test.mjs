// The generated C with every kind of type that WIT has: a component whose exports pass all they receive on to its imports, and the answers back.
//
// usage: node --test tests/guests/c-bindings.test.mjs      (needs clang, see build-c.sh)

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/Phira.PluginService.Sdk/guests/tools/build.mjs';
import { writeCBindings } from '../../src/Phira.PluginService.Sdk/guests/tools/c-bindings.mjs';
import { prepare } from '../../src/Phira.PluginService.Sdk/guests/tools/run.mjs';
import { readWitModel } from '../../src/Phira.PluginService.Sdk/guests/tools/wit-model.mjs';

const tools = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src/Phira.PluginService.Sdk/guests/tools');
const found = spawnSync('sh', [path.join(tools, 'build-c.sh'), '--find'], { encoding: 'utf8' });
const clang = found.status === 0 ? found.stdout.trim() : undefined;

const functions = `
  use odd.{deep, mixed, narrow, few, many, tone, pair};
  variants: func(a: mixed, b: narrow, c: few, d: many) -> mixed;
  plain: func(tone: tone) -> tone;
  numbers: func(a: u8, b: s8, c: u16, d: s16, e: u32, f: s32, g: u64, h: s64, i: f32, j: f64, k: bool, l: char) -> s64;
  maybe: func(value: option<f64>, %record: option<deep>) -> option<deep>;
  %list: func(texts: list<string>, pairs: list<pair>) -> tuple<u8, list<list<u16>>>;
  big: func(one: deep, two: deep, three: list<deep>) -> result<list<deep>>;
  silent: func(%register: string);
  fails: func() -> result<_, mixed>;`;
const wit = `package test:strange@2.1.0;
interface odd {
  flags few { one, two }
  flags many { a0, a1, a2, a3, a4, a5, a6, a7, a8 }
  type pair = tuple<u8, u64>;
  variant mixed { none, single(f32), whole(u32), long(s64), both(tuple<f32, f64>), text(string) }
  variant narrow { single(f32), whole(s32) }
  record deep { nested: option<option<u16>>, pair: pair, answer: result<mixed, few>, empty: result, letter: char, %class: narrow }
  enum tone { high, low }
}
interface front {${functions}
}
interface back {${functions}
}
world all { import odd; import front; export back; }
`;

/** Defines each function of `back` so that it calls the one of `front`. */
function forwarding(header) {
  const prototypes = [...header.matchAll(/^(\S.*?)(test_back_(\w+))\((.*)\);$/gm)];
  return `#include "phira.h"\n${prototypes.map(([, result, name, tail, parameters]) => {
    const passed = parameters === 'void' ? [] : parameters.split(', ').map((one) => /(\w+)$/.exec(one)[1]);
    return `${result}${name}(${parameters}) { ${result.trim() === 'void' ? '' : 'return '}test_front_${tail}(${passed.join(', ')}); }`;
  }).join('\n')}\n`;
}

async function compile(folder) {
  const inFolder = (name) => path.join(folder, name);
  fs.mkdirSync(inFolder('wit'));
  fs.writeFileSync(inFolder('wit/strange.wit'), wit);
  const { header, source } = writeCBindings(readWitModel(inFolder('wit')));
  fs.writeFileSync(inFolder('phira.h'), header);
  fs.writeFileSync(inFolder('phira.c'), source);
  fs.writeFileSync(inFolder('forward.c'), forwarding(header));
  // Without a C library: then the arena takes its memory from the machine.
  const run = (command, args) => {
    const { status, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  };
  const flags = ['--target=wasm32', '-O1', '-ffreestanding', '-mbulk-memory', '-Wall', '-Wextra', '-Werror', '-DPHIRA_EXPORT_BACK'];
  run(`clang-${clang}`, [...flags, '-c', 'phira.c', 'forward.c']);
  run(`wasm-ld-${clang}`, ['--no-entry', 'phira.o', 'forward.o', '-o', 'core.wasm']);
  return build(fs.readFileSync(inFolder('core.wasm')), { wit: inFolder('wit'), world: 'all' });
}

const few = { one: true, two: false };
const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`a${index}`, index % 3 === 0]));
const deep = (more) => ({
  nested: { tag: 'some', val: 65535 }, pair: [255, 2n ** 63n], answer: { tag: 'ok', val: { tag: 'both', val: [0.5, -1e300] } },
  empty: { tag: 'err', val: undefined }, letter: '🎮', class: { tag: 'single', val: -0.25 }, ...more,
});
const other = deep({
  nested: { tag: 'none' }, answer: { tag: 'err', val: few }, empty: { tag: 'ok', val: undefined }, letter: 'a', class: { tag: 'whole', val: -2147483648 },
});
const innerNone = deep({ nested: { tag: 'some', val: undefined } });

/** Lists of numbers arrive as typed arrays. */
function plain(value) {
  if (ArrayBuffer.isView(value)) return [...value];
  return Array.isArray(value) ? value.map(plain) : value;
}

/** What each function is called with, and what it answers. */
const calls = [
  ...[
    { tag: 'none' }, { tag: 'single', val: 1.5 }, { tag: 'whole', val: 4294967295 }, { tag: 'long', val: -(2n ** 63n) }, { tag: 'both', val: [-0.5, 1e-300] },
    { tag: 'text', val: '文本 🎮' },
  ].map((mixed) => ['variants', [mixed, { tag: 'single', val: 3.5 }, few, many], mixed]),
  ['plain', ['low'], 'high'],
  ['numbers', [255, -128, 65535, -32768, 4294967295, -2147483648, 2n ** 64n - 1n, -(2n ** 63n), 0.5, 1e300, true, '中'], -1n],
  ['maybe', [0.5, deep()], other], ['maybe', [undefined, undefined], undefined], ['maybe', [0, other], innerNone],
  ['list', [['一', '', 'three'], [[1, 2n], [3, 4n]]], [7, [[1, 2], [], [65535]]]], ['list', [[], []], [0, []]],
  ['big', [deep(), other, [innerNone, deep()]], [other, deep()]],
  ['silent', ['text'], undefined],
];

test('every kind of type goes through generated C and comes back', { skip: clang ? false : 'clang is not installed' }, async (context) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phira-c-'));
  try {
    const component = await prepare(await compile(folder));
    const received = [];
    let answer;
    const front = new Proxy({}, { get: (_, name) => (...values) => { received.push([name, values]); return answer(); }, has: () => true });
    const { back } = await component.instantiate({ front, odd: {} });
    for (const [name, values, result] of calls) {
      await context.test(`${name} ${JSON.stringify(values, (_, value) => (typeof value === 'bigint' ? `${value}` : value)).slice(0, 60)}`, () => {
        received.length = 0;
        answer = () => result;
        assert.deepEqual(plain(back[name](...values)), result);
        assert.deepEqual(plain(received), [[name, values]]);
      });
    }
    await context.test('errors', () => {
      answer = () => { throw Object.assign(new Error('text'), { payload: { tag: 'text', val: '错误' } }); };
      assert.throws(() => back.fails(), (error) => { assert.deepEqual(error.payload ?? error, { tag: 'text', val: '错误' }); return true; });
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
