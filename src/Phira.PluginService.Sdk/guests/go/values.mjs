// How values of WIT types pass the border: read from memory or parameters, and written there.

import { flatten, layoutOf, partsOf, resolveAlias } from '../tools/wit-model.mjs';
import { core, goType, isError, pascal } from './types.mjs';

const memory = {
  u8: 'uint8', u16: 'uint16', u32: 'uint32', u64: 'uint64', s8: 'int8', s16: 'int16', s32: 'int32', s64: 'int64', f32: 'float32', f64: 'float64', char: 'rune',
};

const plus = (pointer, offset) => (offset === 0 ? pointer : `${pointer}+${offset}`);
const named = (type) => (type.kind === 'record' || type.kind === 'variant') && !isError(type);

/** An expression that reads a value at `pointer` + `offset`. */
export function load(given, pointer, offset) {
  const type = resolveAlias(given);
  const place = plus(pointer, offset);
  if (memory[type.kind]) return `at[${memory[type.kind]}](${place})`;
  switch (type.kind) {
    case 'bool': return `at[uint8](${place}) != 0`;
    case 'string': return `loadString(${place})`;
    case 'list': return listOf(type, `at[uint32](${place})`, `at[uint32](${plus(pointer, offset + 4)})`);
    case 'option':
      return `loadOption(${place}, func() ${goType(type.item)} { return ${load(type.item, pointer, offset + layoutOf(type).payloadOffset)} })`;
    case 'tuple':
      return `${goType(type)}{${type.items.map((item, index) => load(item, pointer, offset + layoutOf(type).offsets[index])).join(', ')}}`;
    case 'enum': return `${pascal(type.name)}(at[uint8](${place}))`;
    case 'variant':
      return isError(type) ? `loadError(${place}, ${layoutOf(type).payloadOffset})` : `load${pascal(type.name)}(${place})`;
    default: return `load${pascal(type.name)}(${place})`;
  }
}

function listOf(type, pointer, count) {
  const item = resolveAlias(type.item);
  if (item.kind === 'u8') return `takeBytes(${pointer}, ${count})`;
  return `takeList(${pointer}, ${count}, ${layoutOf(item).size}, func(p uint32) ${goType(type.item)} { return ${load(type.item, 'p', 0)} })`;
}

/** An expression that makes a value of the core values it was passed as. */
export function lift(given, slots) {
  const type = resolveAlias(given);
  switch (type.kind) {
    case 'bool': return `${slots[0]} != 0`;
    case 'string': return `takeString(${slots[0]}, ${slots[1]})`;
    case 'list': return listOf(type, slots[0], slots[1]);
    case 'option': return `liftOption(${slots[0]}, func() ${goType(type.item)} { return ${lift(type.item, slots.slice(1))} })`;
    case 'enum': return `${pascal(type.name)}(${slots[0]})`;
    case 'record': case 'tuple': {
      let next = 0;
      return `${goType(type)}{${partsOf(type).map((part) => {
        const count = flatten(part).length;
        next += count;
        return lift(part, slots.slice(next - count, next));
      }).join(', ')}}`;
    }
    case 'variant': throw new Error(`${type.name} is not passed in parameters`);
    default: return memory[type.kind] === core(flatten(type)[0]) ? slots[0] : `${memory[type.kind]}(${slots[0]})`;
  }
}

/** Collects the statements that write values, and the core values they are passed as. */
export class Lowering {
  statements = [];

  /** @param arena the variable that keeps what is written to until the call is over */
  constructor(arena = 'kept') {
    this.arena = arena;
  }

  /** The core values of `expression`. */
  flat(given, expression) {
    const type = resolveAlias(given);
    switch (type.kind) {
      case 'bool': return [`bit(${expression})`];
      case 'string': return this.pair(`${this.arena}.text(${expression})`);
      case 'list': return this.pair(this.list(type, expression));
      case 'enum': return [`uint32(${expression})`];
      case 'record': return type.fields.flatMap((field) => this.flat(field.type, `${expression}.${pascal(field.name)}`));
      case 'tuple': return type.items.flatMap((item, index) => this.flat(item, `${expression}.F${index}`));
      case 'option': return this.choice(type, [[`${expression} != nil`, '1', type.item, `(*${expression})`]]);
      case 'variant':
        return this.choice(type, type.cases.map((item, index) => [
          `${expression}.Case == ${index}`, String(index), item.type, item.type === null ? '' : `${expression}.Value.(${goType(item.type)})`,
        ]));
      default: return memory[type.kind] === core(flatten(type)[0]) ? [expression] : [`${core(flatten(type)[0])}(${expression})`];
    }
  }

  /** Two names for a pointer and a length. */
  pair(call) {
    const names = [this.name(), this.name()];
    this.statements.push(`${names.join(', ')} := ${call}`);
    return names;
  }

  name() {
    this.count = (this.count ?? 0) + 1;
    return `v${this.count}`;
  }

  /** A case and what it carries: variables that the case which applies sets. */
  choice(type, branches) {
    const slots = flatten(type).map((slot) => ({ name: this.name(), type: core(slot) }));
    this.statements.push(...slots.map((slot) => `var ${slot.name} ${slot.type}`));
    for (const [condition, tag, payload, value] of branches) {
      const inner = new Lowering(this.arena);
      inner.count = this.count;
      const values = payload === null ? [] : inner.flat(payload, value);
      this.count = inner.count;
      this.statements.push(`if ${condition} {`, `\t${slots[0].name} = ${tag}`, ...inner.statements.map((line) => `\t${line}`),
        ...values.map((one, index) => `\t${slots[index + 1].name} = ${one}`), '}');
    }
    return slots.map((slot) => slot.name);
  }

  list(type, expression) {
    const item = resolveAlias(type.item);
    if (item.kind === 'u8') return `${this.arena}.bytes(${expression})`;
    const inner = new Lowering('a');
    inner.store(type.item, 'p', 0, 'item');
    return `list(${this.arena}, ${expression}, ${layoutOf(item).size}, func(a *arena, p uint32, item ${goType(type.item)}) { ${inner.statements.join('; ')} })`;
  }

  /** Writes `expression` at `pointer` + `offset`. */
  store(given, pointer, offset, expression) {
    const type = resolveAlias(given);
    const place = plus(pointer, offset);
    if (memory[type.kind]) this.statements.push(`put(${place}, ${memory[type.kind]}(${expression}))`);
    else if (type.kind === 'bool') this.statements.push(`put(${place}, uint8(bit(${expression})))`);
    else if (type.kind === 'enum') this.statements.push(`put(${place}, uint8(${expression}))`);
    else if (type.kind === 'string') this.statements.push(`putPair(${place}, pairOf(${this.arena}.text(${expression})))`);
    else if (type.kind === 'list') this.statements.push(`putPair(${place}, pairOf(${this.list(type, expression)}))`);
    else if (type.kind === 'tuple') type.items.forEach(
      (item, index) => this.store(item, pointer, offset + layoutOf(type).offsets[index], `${expression}.F${index}`));
    else if (type.kind === 'option') {
      const inner = new Lowering(this.arena);
      inner.store(type.item, pointer, offset + layoutOf(type).payloadOffset, `(*${expression})`);
      this.statements.push(`put(${place}, uint8(0))`, `if ${expression} != nil { put(${place}, uint8(1)); ${inner.statements.join('; ')} }`);
    } else this.statements.push(`store${pascal(type.name)}(${this.arena}, ${place}, ${expression})`);
  }
}

function loadFunction(type) {
  const name = pascal(type.name);
  const layout = layoutOf(type);
  if (type.kind === 'record') {
    return [
      `func load${name}(p uint32) ${name} {`, `\treturn ${name}{`,
      ...type.fields.map((field, index) => `\t\t${pascal(field.name)}: ${load(field.type, 'p', layout.offsets[index])},`), '\t}', '}', '',
    ];
  }
  return [
    `func load${name}(p uint32) ${name} {`, `\tvalue := ${name}{Case: ${name}Case(at[uint8](p))}`, '\tswitch value.Case {',
    ...type.cases.flatMap((item, index) => (item.type === null ? [] : [`\tcase ${index}:`, `\t\tvalue.Value = ${load(item.type, 'p', layout.payloadOffset)}`])),
    '\t}', '\treturn value', '}', '',
  ];
}

function storeFunction(type) {
  const name = pascal(type.name);
  const layout = layoutOf(type);
  const lowering = new Lowering('a');
  if (type.kind === 'record') {
    type.fields.forEach((field, index) => lowering.store(field.type, 'p', layout.offsets[index], `value.${pascal(field.name)}`));
    return [`func store${name}(a *arena, p uint32, value ${name}) {`, ...lowering.statements.map((line) => `\t${line}`), '}', ''];
  }
  return [
    `func store${name}(a *arena, p uint32, value ${name}) {`, '\tput(p, uint8(value.Case))', '\tswitch value.Case {',
    ...type.cases.flatMap((item, index) => {
      if (item.type === null) return [];
      const inner = new Lowering('a');
      inner.store(item.type, 'p', layout.payloadOffset, `value.Value.(${goType(item.type)})`);
      return [`\tcase ${index}:`, ...inner.statements.map((line) => `\t\t${line}`)];
    }),
    '\t}', '}', '',
  ];
}

export const layoutFunctions = {
  size: (type) => layoutOf(type).size,
  payload: (type) => layoutOf(type).payloadOffset,
  flat: (type) => flatten(type),
  spilled: (types) => layoutOf({ kind: 'tuple', items: types }).offsets,
  /** The functions that read and write records and variants. */
  of: (model) => model.interfaces.flatMap((part) => part.types).filter(named).flatMap((type) => [...loadFunction(type), ...storeFunction(type)]),
};
