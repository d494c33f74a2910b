// Writes `phira.h` and `phira.c` for C from the WIT package. Zig and C++ use them, too.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { coreSignature, flatten, interfaceOf, resolveAlias } from './wit-model.mjs';
import { TypeNames, memberName, snake, upper } from './c-names.mjs';
import { TypeWriter, comment } from './c-types.mjs';
import { Lowering, coreTypes, lift } from './c-values.mjs';

const template = (name) => fs.readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), '../c', name), 'utf8');

/** Records are passed by address, and an optional record as an address that may be null. Everything else is passed by value. */
function passing(type, names) {
  const plain = resolveAlias(type);
  if (plain.kind === 'record' || plain.kind === 'tuple') return { declared: `const ${names.of(plain)} *`, byAddress: true };
  if (plain.kind === 'option' && ['record', 'tuple'].includes(resolveAlias(plain.item).kind)) {
    return { declared: `const ${names.of(plain.item)} *`, orNull: true };
  }
  return { declared: `${names.of(plain)} ` };
}

const declaredParameters = (item, names) =>
  (item.parameters.length === 0 ? 'void' : item.parameters.map(({ name, type }) => `${passing(type, names).declared}${memberName(name)}`).join(', '));

const prototype = (part, item, names) =>
  `${item.result === null ? 'void' : names.of(item.result)} ${names.function(part, item)}(${declaredParameters(item, names)})`;

/** Indents by braces. */
function layOut(lines) {
  let depth = 0;
  return lines.map((line) => {
    if (line.startsWith('}')) depth--;
    const indented = `${'    '.repeat(depth)}${line}`;
    if (line.endsWith('{')) depth++;
    return indented;
  }).join('\n');
}

/** A function of the host: declared as the contract names it, and called with the values of C. */
function importGlue(part, item, names) {
  const core = coreSignature(item, 'import');
  const raw = `import_${snake(part.name)}_${snake(item.name)}`;
  const result = item.result === null ? 'void' : names.of(item.result);
  const lowering = new Lowering();
  const passed = item.parameters.map(({ name, type }) => value(name, type));

  function value(name, type) {
    const { byAddress, orNull } = passing(type, names);
    if (byAddress) return `(*${memberName(name)})`;
    if (!orNull) return memberName(name);
    const local = `${snake(name)}_option`;
    lowering.statements.push(
      `${names.of(type)} ${local} = {0};`, `if (${memberName(name)}) {`, `${local}.some = true;`, `${local}.value = *${memberName(name)};`, '}');
    return local;
  }

  const spill = () => {
    lowering.statements.push(
      'struct {', ...item.parameters.map(({ name, type }) => `${names.of(type)} ${memberName(name)};`), `} spilled = {${passed.join(', ')}};`);
    return ['(int32_t)&spilled'];
  };
  const flat = core.spilledParameters ? spill() : item.parameters.flatMap(({ type }, index) => lowering.lower(type, passed[index]));
  const call = (extra = []) => `${raw}(${[...flat, ...extra].join(', ')})`;
  const ending = core.returnPointer
    ? [`${result} result;`, `${call(['(int32_t)&result'])};`, 'return result;']
    : [item.result === null ? `${call()};` : `return (${result})${call()};`];
  return layOut([
    `__attribute__((import_module("${part.id}"), import_name("${item.name}")))`,
    `extern ${core.results.length > 0 ? coreTypes[core.results[0]] : 'void'} ${raw}(${core.parameters.map((type) => coreTypes[type]).join(', ') || 'void'});`,
    '',
    `${prototype(part, item, names)} {`, ...lowering.statements, ...ending, '}',
  ]);
}

/** An export of the plugin: takes the core values, calls the plugin's function and clears the arena when the host has read the answer. */
function exportGlue(part, item, names) {
  const core = coreSignature(item, 'export');
  const name = `${snake(part.name)}_${snake(item.name)}`;
  const parameters = core.parameters.map((type, index) => `${coreTypes[type]} core${index}`);
  const statements = [];
  const passed = core.spilledParameters ? spilled() : lifted();

  function spilled() {
    statements.push('struct spilled {', ...item.parameters.map((parameter) => `${names.of(parameter.type)} ${memberName(parameter.name)};`), '};',
      'const struct spilled *given = (const struct spilled *)core0;');
    return item.parameters.map((parameter) => asPassed(parameter, `given->${memberName(parameter.name)}`));
  }

  function lifted() {
    let at = 0;
    return item.parameters.map((parameter) => {
      const local = memberName(parameter.name);
      const places = flatten(parameter.type);
      const sources = places.map((_, index) => `core${at + index}`);
      at += places.length;
      statements.push(`${names.of(parameter.type)} ${local};`, ...lift(parameter.type, local, sources, names));
      return asPassed(parameter, local);
    });
  }

  function asPassed(parameter, expression) {
    const { byAddress, orNull } = passing(parameter.type, names);
    if (byAddress) return `&${expression}`;
    return orNull ? `(${expression}.some ? &${expression}.value : NULL)` : expression;
  }

  const call = `${names.function(part, item)}(${passed.join(', ')})`;
  const returned = core.results.length > 0 ? coreTypes[core.results[0]] : 'void';
  const ending = core.returnPointer
    ? [`static ${names.of(item.result)} result;`, `result = ${call};`, 'return (int32_t)&result;']
    : [item.result === null ? `${call};` : `return (${returned})${call};`];
  return layOut([
    `__attribute__((export_name("${part.id}#${item.name}")))`,
    `${returned} export_${name}(${parameters.join(', ') || 'void'}) {`, ...statements, ...ending, '}', '',
    `__attribute__((export_name("cabi_post_${part.id}#${item.name}")))`,
    `void post_${name}(${returned === 'void' ? 'void' : `${returned} result`}) {`,
    ...(returned === 'void' ? [] : ['(void)result;']), 'phira_arena_clear();', '}',
  ]);
}

/** The macro that switches the exports of an interface on. */
export const exportMacro = (name) => `PHIRA_EXPORT_${upper(name)}`;

/** Returns the texts of `phira.h` and `phira.c`. */
export function writeCBindings(model) {
  const names = new TypeNames(model);
  const types = new TypeWriter(names);
  for (const one of model.interfaces) for (const type of one.types) if (type.kind === 'alias') types.addAlias(type);
  for (const one of model.interfaces) {
    for (const type of one.types) types.add(type);
    for (const item of one.functions) [...item.parameters.map((parameter) => parameter.type), item.result].forEach((type) => types.add(type));
  }

  const used = (key) =>
    [...new Set(model.worlds.flatMap((world) => world[key]))].map((name) => interfaceOf(model, name)).filter((one) => one.functions.length > 0);
  const declare = (part) => `${comment(part.docs)}\n${part.functions.map((item) => `${comment(item.docs)}${prototype(part, item, names)};\n`).join('\n')}`;
  const glue = (part, write) => part.functions.map((item) => write(part, item, names)).join('\n\n');
  return {
    header: template('phira.h.in')
      .replace('@TYPES@', () => types.declarations.join('\n'))
      .replace('@HOST@', () => used('imports').map(declare).join('\n'))
      .replace('@PLUGIN@', () => used('exports').map(declare).join('\n')),
    source: template('phira.c.in')
      .replace('@LAYOUT@', () => types.assertions.join('\n'))
      .replace('@IMPORTS@', () => used('imports').map((part) => glue(part, importGlue)).join('\n\n'))
      .replace('@EXPORTS@', () => used('exports').map((part) => `#ifdef ${exportMacro(part.name)}\n${glue(part, exportGlue)}\n#endif`).join('\n\n')),
  };
}
