// The WIT package as objects, for programs that write bindings: its interfaces with types resolved, and what the canonical ABI says about
// them. A type is one of
//
//   { kind: 'bool' | 'u8' … 'u64' | 's8' … 's64' | 'f32' | 'f64' | 'char' | 'string' }
//   { kind: 'list' | 'option', item }        { kind: 'result', ok, error }  (null: none)        { kind: 'tuple', items }
//   a definition: { kind: 'record', name, owner, docs, fields: [{ name, docs, type }] }
//                 { kind: 'variant', …, cases: [{ name, docs, type }] }      (type null: no payload)
//                 { kind: 'enum', …, cases: [{ name, docs }] }               { kind: 'flags', …, flags: [{ name, docs }] }
//                 { kind: 'alias', …, type }
//
// Definitions are shared: the same definition is the same object. `owner` is the name of the interface that defines it.

import { defaultWitFolder, readWitFolder } from './wit.mjs';
import { parseWit } from './wit-parser.mjs';

/** At most so many flat parameters and results are passed without memory. */
export const maximumFlatParameters = 16;
export const maximumFlatResults = 1;

/**
 * Reads a WIT folder. Returns `{ packageName, name, version, interfaces, worlds }`, all in the order of the files, where an interface is
 * `{ name, id, docs, types, functions }` and a function `{ name, docs, parameters: [{ name, type }], result }` (null: none).
 * A world is `{ name, docs, imports, exports }`: names of interfaces, with what it includes.
 */
export function readWitModel(folder = defaultWitFolder) {
  const { packageName, files } = readWitFolder(folder);
  const [name, version] = packageName.split('@');
  const parsed = files.map((file) => parseWit(file.text, file.name));
  const interfaces = resolve(parsed.flatMap((file) => file.interfaces), (local) => `${name}/${local}${version ? `@${version}` : ''}`);
  return { packageName, name, version, interfaces, worlds: flattenWorlds(parsed.flatMap((file) => file.worlds)) };
}

function resolve(parsed, idOf) {
  const scopes = new Map(parsed.map((one) => [one.name, new Map(one.types.map((type) => [type.name, { ...type, owner: one.name }]))]));
  const find = (scopeName, typeName, seen = []) => {
    const local = scopes.get(scopeName)?.get(typeName);
    if (local) return local;
    const use = parsed.find((one) => one.name === scopeName)?.uses.find((one) => one.as === typeName);
    if (!use || seen.includes(use)) throw new Error(`interface ${scopeName}: no type ${typeName}`);
    return find(use.from, use.name, [...seen, use]);
  };
  const link = (scope, type) => {
    if (type === null) return null;
    if (type.kind === 'named') return find(scope, type.name);
    if (type.kind === 'result') return { ...type, ok: link(scope, type.ok), error: link(scope, type.error) };
    if (type.kind === 'tuple') return { ...type, items: type.items.map((item) => link(scope, item)) };
    return type.item ? { ...type, item: link(scope, type.item) } : type;
  };
  // Definitions are linked in place, so that those which refer to each other stay one object each.
  for (const [scope, types] of scopes) {
    for (const type of types.values()) {
      if (type.kind === 'alias') type.type = link(scope, type.type);
      for (const part of [...(type.fields ?? []), ...(type.kind === 'variant' ? type.cases : [])]) part.type = link(scope, part.type);
    }
  }
  return parsed.map((one) => ({
    name: one.name,
    id: idOf(one.name),
    docs: one.docs,
    types: [...scopes.get(one.name).values()],
    functions: one.functions.map((item) => ({
      ...item,
      parameters: item.parameters.map((parameter) => ({ ...parameter, type: link(one.name, parameter.type) })),
      result: link(one.name, item.result),
    })),
  }));
}

function flattenWorlds(worlds) {
  const local = (id) => id.replace(/^.*\//, '').replace(/@.*$/, '');
  const find = (name) => worlds.find((world) => world.name === local(name)) ?? fail(`no world ${name}`);
  const collect = (world, key) => [...new Set([...world.includes.flatMap((name) => collect(find(name), key)), ...world[key].map(local)])];
  return worlds.map((world) => ({ name: world.name, docs: world.docs, imports: collect(world, 'imports'), exports: collect(world, 'exports') }));
}

function fail(text) {
  throw new Error(text);
}

/** The interface of a name. */
export function interfaceOf(model, name) {
  return model.interfaces.find((one) => one.name === name) ?? fail(`no interface ${name}`);
}

/** What an alias stands for; every other type is itself. */
export function resolveAlias(type) {
  return type?.kind === 'alias' ? resolveAlias(type.type) : type;
}

/** The cases of a variant, option, result or enum, as types of their payloads in order (null: none). Undefined for other types. */
export function payloadsOf(type) {
  switch (type.kind) {
    case 'variant': return type.cases.map((item) => item.type);
    case 'enum': return type.cases.map(() => null);
    case 'option': return [null, type.item];
    case 'result': return [type.ok, type.error];
    default: return undefined;
  }
}

/** The types of the parts of a record or tuple, in order. Undefined for other types. */
export function partsOf(type) {
  return type.kind === 'record' ? type.fields.map((field) => field.type) : type.items;
}

const scalars = {
  bool: 1, u8: 1, s8: 1, u16: 2, s16: 2, u32: 4, s32: 4, char: 4, f32: 4, u64: 8, s64: 8, f64: 8,
};

const align = (offset, alignment) => Math.ceil(offset / alignment) * alignment;

/** Bytes of the number that says which case a variant has, and of the bits of flags. */
export function tagSize(caseCount) {
  return caseCount <= 256 ? 1 : caseCount <= 65536 ? 2 : 4;
}

function flagSize(count) {
  if (count > 32) throw new Error('more than 32 flags are not supported');
  return count <= 8 ? 1 : count <= 16 ? 2 : 4;
}

/** Where a type is in memory: `{ size, alignment }`, for parts also `offsets`, for cases also `payloadOffset`. */
export function layoutOf(given) {
  const type = resolveAlias(given);
  if (type === null) return { size: 0, alignment: 1 };
  if (scalars[type.kind]) return { size: scalars[type.kind], alignment: scalars[type.kind] };
  if (type.kind === 'string' || type.kind === 'list') return { size: 8, alignment: 4 };
  if (type.kind === 'flags') return { size: flagSize(type.flags.length), alignment: flagSize(type.flags.length) };
  const parts = partsOf(type);
  if (parts) {
    let size = 0;
    const layouts = parts.map(layoutOf);
    const offsets = layouts.map((part) => {
      const offset = align(size, part.alignment);
      size = offset + part.size;
      return offset;
    });
    const alignment = Math.max(1, ...layouts.map((part) => part.alignment));
    return { size: align(size, alignment), alignment, offsets };
  }
  const payloads = payloadsOf(type) ?? fail(`no layout for ${type.kind}`);
  const layouts = payloads.map(layoutOf);
  const tag = tagSize(payloads.length);
  const payloadAlignment = Math.max(1, ...layouts.map((part) => part.alignment));
  const payloadOffset = align(tag, payloadAlignment);
  const alignment = Math.max(tag, payloadAlignment);
  return { size: align(payloadOffset + Math.max(0, ...layouts.map((part) => part.size)), alignment), alignment, payloadOffset };
}

/** The core types (`i32`, `i64`, `f32`, `f64`) that a value is passed as. */
export function flatten(given) {
  const type = resolveAlias(given);
  if (type === null) return [];
  if (type.kind === 'u64' || type.kind === 's64') return ['i64'];
  if (type.kind === 'f32' || type.kind === 'f64') return [type.kind];
  if (scalars[type.kind] || type.kind === 'flags') return ['i32'];
  if (type.kind === 'string' || type.kind === 'list') return ['i32', 'i32'];
  const parts = partsOf(type);
  if (parts) return parts.flatMap(flatten);
  return ['i32', ...payloadsOf(type).map(flatten).reduce(join, [])];
}

/** The payloads of all cases share their places; a place that two cases use differently is wide enough for both. */
function join(left, right) {
  const longer = left.length >= right.length ? left : right;
  return longer.map((type, index) => {
    const [one, other] = [left[index] ?? type, right[index] ?? type];
    if (one === other) return one;
    return [one, other].every((item) => item === 'i32' || item === 'f32') ? 'i32' : 'i64';
  });
}

/**
 * The core function of a function of the package: `{ parameters, results, spilledParameters, returnPointer }`. Spilled parameters are passed
 * as one pointer to a tuple of them. A return pointer is an additional last parameter of an import, and the result of an export.
 */
export function coreSignature({ parameters, result }, direction) {
  const flat = parameters.flatMap((parameter) => flatten(parameter.type));
  const spilledParameters = flat.length > maximumFlatParameters;
  const flatResult = result === null ? [] : flatten(result);
  const returnPointer = flatResult.length > maximumFlatResults;
  const passed = spilledParameters ? ['i32'] : flat;
  if (direction === 'import') {
    return { parameters: returnPointer ? [...passed, 'i32'] : passed, results: returnPointer ? [] : flatResult, spilledParameters, returnPointer };
  }
  return { parameters: passed, results: returnPointer ? ['i32'] : flatResult, spilledParameters, returnPointer };
}
