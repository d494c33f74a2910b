#!/usr/bin/env node
// Writes the part of the Go package `phira` that follows from the WIT package: its types, the functions of the host, and the exports.
//
// usage: node bindings.mjs [FOLDER]      (default: phira beside this file)

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../tools/build.mjs';
import { coreSignature, readWitModel } from '../tools/wit-model.mjs';
import { core, goType, pascal, parameterName, typeDefinitions } from './types.mjs';
import { layoutFunctions, lift, load, Lowering } from './values.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const header = (imports = []) =>
  ['// Generated from wit/ by bindings.mjs.', '', 'package phira', '', ...(imports.length > 0 ? [`import ${imports.join('\nimport ')}`, ''] : [])];

const goParameters = (item) => item.parameters.map(({ name, type }) => `${parameterName(name)} ${goType(type)}`).join(', ');

/** What a Go function returns for a result of WIT: a value, an error, or both. */
function goResults(result) {
  if (result === null) return [];
  if (result.kind !== 'result') return [goType(result)];
  return [...(result.ok === null ? [] : [goType(result.ok)]), 'error'];
}

const resultList = (result) => {
  const results = goResults(result);
  return results.length > 1 ? `(${results.join(', ')})` : results.join('');
};

const comment = (docs, indent = '') => (docs ? docs.split('\n').map((line) => `${indent}// ${line}`.trimEnd()) : []);

/** A function of the host as a method of its interface. */
function importMethod(part, item) {
  const signature = coreSignature(item, 'import');
  const raw = `import${pascal(part.name)}${pascal(item.name)}`;
  const lowering = new Lowering();
  if (signature.spilledParameters) throw new Error(`${part.name}.${item.name}: too many parameters`);
  const values = item.parameters.flatMap(({ name, type }) => lowering.flat(type, parameterName(name)));
  const body = ['border.Lock()', 'defer border.Unlock()', 'kept := new(arena)', 'defer kept.hold()', ...lowering.statements];
  if (signature.returnPointer) {
    body.push(`result := kept.alloc(${resultSize(item)})`, `${raw}(${[...values, 'result'].join(', ')})`, ...importResult(item.result));
  } else if (item.result === null) {
    body.push(`${raw}(${values.join(', ')})`);
  } else {
    body.push(`value := ${raw}(${values.join(', ')})`, `return ${lift(item.result, ['value'])}`);
  }
  const declared = signature.parameters.map((type, index) => `p${index} ${core(type)}`).join(', ');
  return [
    `//go:wasmimport ${part.id} ${item.name}`,
    `func ${raw}(${declared}) ${signature.results.map(core).join('')}`.trimEnd(),
    '',
    ...comment(item.docs),
    `func (${pascal(part.name)}Functions) ${pascal(item.name)}(${goParameters(item)}) ${resultList(item.result)} {`,
    ...body.map((line) => `\t${line}`),
    '}',
    '',
  ];
}

const resultSize = (item) => layoutFunctions.size(item.result);

/** Reads what a host function left at `result`. */
function importResult(type) {
  if (type.kind !== 'result') return [`return ${load(type, 'result', 0)}`];
  const offset = layoutFunctions.payload(type);
  const zero = type.ok === null ? [] : [`var zero ${goType(type.ok)}`];
  return [
    'if at[uint8](result) != 0 {',
    ...zero.map((line) => `\t${line}`),
    `\treturn ${[...(type.ok === null ? [] : ['zero']), load(type.error, 'result', offset)].join(', ')}`,
    '}',
    `return ${[...(type.ok === null ? [] : [load(type.ok, 'result', offset)]), 'nil'].join(', ')}`,
  ];
}

/** The exports of one interface, which are compiled when the build asks for them. */
function exportFile(part) {
  const functions = part.functions.flatMap((item) => exportFunction(part, item));
  const always = part.name === 'lifecycle';
  return [
    ...(always ? [] : [`//go:build phira_${part.name.replaceAll('-', '_')}`, '']),
    ...header(),
    ...functions,
  ].join('\n');
}

function exportFunction(part, item) {
  const signature = coreSignature(item, 'export');
  if (!signature.returnPointer) throw new Error(`${part.name}.${item.name}: results without memory are not supported`);
  const names = signature.parameters.map((_, index) => `p${index}`);
  const declared = signature.parameters.map((type, index) => `p${index} ${core(type)}`).join(', ');
  const values = signature.spilledParameters
    ? layoutFunctions.spilled(item.parameters.map(({ type }) => type)).map((offset, index) => load(item.parameters[index].type, 'p0', offset))
    : liftAll(item.parameters.map(({ type }) => type), names);
  const handler = `handle${pascal(item.name)}`;
  const size = resultSize(item);
  const lines = [`result := returned.alloc(${size})`];
  const locals = values.map((value, index) => `${parameterName(item.parameters[index].name)} := ${value}`);
  const passed = item.parameters.map(({ name }) => parameterName(name)).join(', ');
  if (signature.spilledParameters) locals.push('unpin(p0)');
  const lowering = new Lowering('returned');
  if (item.result.kind !== 'result') {
    lines.push(...locals, `value := ${handler}(${passed})`);
    lowering.store(item.result, 'result', 0, 'value');
    lines.push(...lowering.statements);
  } else {
    const offset = layoutFunctions.payload(item.result);
    const { ok } = item.result;
    lines.push(...locals);
    lines.push(ok === null
      ? `err := guard(func() error { return ${handler}(${passed}) })`
      : `value, err := guardValue(func() (${goType(ok)}, error) { return ${handler}(${passed}) })`);
    const failing = new Lowering('returned');
    failing.store(item.result.error, 'result', offset, 'err.Error()');
    lines.push('if err != nil {', '\tput(result, uint8(1))', ...failing.statements.map((line) => `\t${line}`), '\treturn result', '}');
    if (ok !== null) lowering.store(ok, 'result', offset, 'value');
    lines.push(...lowering.statements);
  }
  return [
    `//go:wasmexport ${part.id}#${item.name}`,
    `func export${pascal(part.name)}${pascal(item.name)}(${declared}) uint32 {`,
    ...[...lines, 'return result'].map((line) => `\t${line}`),
    '}',
    '',
    `//go:wasmexport cabi_post_${part.id}#${item.name}`,
    `func post${pascal(part.name)}${pascal(item.name)}(uint32) { returned.release() }`,
    '',
  ];
}

function liftAll(types, names) {
  let next = 0;
  return types.map((type) => {
    const count = layoutFunctions.flat(type).length;
    const value = lift(type, names.slice(next, next + count));
    next += count;
    return value;
  });
}

/** The events of the package, for `On` and `Before`. */
function eventTypes(model) {
  const payload = model.interfaces.find(({ name }) => name === 'event-types').types.find(({ name }) => name === 'event-payload');
  const named = payload.cases.filter(({ name }) => name !== 'custom');
  return [
    ...header(), '// The predefined events.', 'var (',
    ...named.map(({ name, type }) => `\tEvent${pascal(name)} = EventType[${type === null ? 'struct{}' : goType(type)}]{name: "${name.replaceAll('-', '_')}"}`),
    ')', '',
    `var eventNames = [...]string{${payload.cases.map(({ name }) => `"${name.replaceAll('-', '_')}"`).join(', ')}}`, '',
  ].join('\n');
}

/** All generated files: name and text. */
export function generate(model = readWitModel()) {
  const world = model.worlds.find(({ name }) => name === 'full-plugin');
  const imports = model.interfaces.filter(({ name, functions }) => world.imports.includes(name) && functions.length > 0);
  const exports = model.interfaces.filter(({ name }) => world.exports.includes(name));
  const hostText = imports.flatMap((part) => [
    ...comment(part.docs),
    `var ${pascal(part.name)} ${pascal(part.name)}Functions`,
    '',
    `// ${pascal(part.name)}Functions are the functions of the host interface ${part.name}.`,
    `type ${pascal(part.name)}Functions struct{}`,
    '',
    ...part.functions.flatMap((item) => importMethod(part, item)),
  ]);
  return [
    ['generated_types.go', [...header(), ...typeDefinitions(model)].join('\n')],
    ['generated_values.go', [...header(), ...layoutFunctions.of(model)].join('\n')],
    ['generated_host.go', [...header(), ...hostText].join('\n')],
    ['generated_events.go', eventTypes(model)],
    ...exports.map((part) => [`generated_export_${part.name.replaceAll('-', '_')}.go`, exportFile(part)]),
  ];
}

/** Writes what changed. */
export function writeBindings(folder = path.join(here, 'phira')) {
  const files = generate();
  const names = new Set(files.map(([name]) => name));
  for (const name of fs.readdirSync(folder)) if (name.startsWith('generated_') && !names.has(name)) fs.rmSync(path.join(folder, name));
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) writeWhole(file, text);
  }
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) writeBindings(process.argv[2]);
