// How things of the package are called in C.

import { resolveAlias } from './wit-model.mjs';

/** Words that are no identifiers in C or C++. */
const reserved = new Set(`alignas alignof and asm auto bool break case catch char class const constexpr continue default delete do double else enum
  explicit export extern false float for friend goto if inline int long mutable namespace new not operator or private protected public register
  restrict return short signed sizeof static struct switch template this throw true try typedef typename union unsigned using virtual void volatile
  while xor`.split(/\s+/));

const scalars = {
  bool: 'bool', u8: 'uint8_t', s8: 'int8_t', u16: 'uint16_t', s16: 'int16_t', u32: 'uint32_t', s32: 'int32_t', u64: 'uint64_t', s64: 'int64_t',
  f32: 'float', f64: 'double', char: 'uint32_t',
};

export const snake = (name) => name.replaceAll('-', '_');
export const upper = (name) => snake(name).toUpperCase();

/** The name of a field, parameter or case. */
export function memberName(name) {
  return reserved.has(snake(name)) ? `${snake(name)}_` : snake(name);
}

/** Names for the types of a package. Two interfaces that define the same name both add theirs. */
export class TypeNames {
  #prefix;
  #twice;

  constructor(model) {
    this.#prefix = model.name.split(':')[0];
    const names = model.interfaces.flatMap((one) => one.types.map((type) => type.name));
    this.#twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  }

  get prefix() { return this.#prefix; }

  /** The part of a name that stands for a type: `u32`, `room_info`, `list_string`. */
  #part(given) {
    const type = resolveAlias(given);
    if (type === null) return 'none';
    if (scalars[type.kind] || type.kind === 'string') return type.kind;
    if (type.kind === 'list' || type.kind === 'option') return `${type.kind}_${this.#part(type.item)}`;
    if (type.kind === 'tuple') return ['tuple', ...type.items.map((item) => this.#part(item))].join('_');
    if (type.kind === 'result') return `result_${this.#part(type.ok)}_${this.#part(type.error)}`;
    return this.#twice.has(type.name) ? `${snake(type.owner)}_${snake(type.name)}` : snake(type.name);
  }

  /** The C type. */
  of(given) {
    const type = resolveAlias(given);
    return scalars[type.kind] ?? `${this.#prefix}_${this.#part(type)}`;
  }

  /** The name of an alias. */
  ofAlias(type) {
    return `${this.#prefix}_${this.#twice.has(type.name) ? `${snake(type.owner)}_` : ''}${snake(type.name)}`;
  }

  /** A constant for a case or flag. */
  constant(type, name) {
    return `${this.of(type).toUpperCase()}_${upper(name)}`;
  }

  /** A function. */
  function(part, item) {
    return `${this.#prefix}_${snake(part.name)}_${snake(item.name)}`;
  }
}
