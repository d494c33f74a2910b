// Writes the types of the package as C. They lie in memory exactly as the canonical ABI says, so a value crosses the boundary without conversion; the
// assertions let the compiler check that.

import { layoutOf, partsOf, payloadsOf, resolveAlias } from './wit-model.mjs';
import { memberName } from './c-names.mjs';

export const comment = (docs, indent = '') => (docs ?? '').split('\n').filter(Boolean).map((line) => `${indent}// ${line}\n`).join('');

/** Collects declarations, each once and after those it needs. */
export class TypeWriter {
  #names;
  #seen = new Set();
  declarations = [];
  assertions = [];

  constructor(names) {
    this.#names = names;
  }

  /** Makes sure that a type is declared. */
  add(given) {
    if (given === null) return;
    const type = resolveAlias(given);
    const name = this.#names.of(type);
    if (type.kind !== 'string' && !type.name && !['list', 'option', 'tuple', 'result'].includes(type.kind)) return;
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    for (const part of [type.item, ...(partsOf(type) ?? []), ...(payloadsOf(type) ?? [])]) this.add(part ?? null);
    this.declarations.push(this.#declare(type, name));
    const { size, alignment } = layoutOf(type);
    this.assertions.push(`_Static_assert(sizeof(${name}) == ${size} && _Alignof(${name}) == ${alignment}, "${name}");`);
  }

  addAlias(type) {
    this.add(type);
    this.declarations.push(`${comment(type.docs)}typedef ${this.#names.of(type)} ${this.#names.ofAlias(type)};\n`);
  }

  #declare(type, name) {
    switch (type.kind) {
      case 'string': return `// UTF-8; no zero follows it.\ntypedef struct {\n    const char *text;\n    size_t length;\n} ${name};\n`;
      case 'list': return `typedef struct {\n    const ${this.#names.of(type.item)} *items;\n    size_t length;\n} ${name};\n`;
      case 'option': return `typedef struct {\n    bool some;\n    ${this.#names.of(type.item)} value;\n} ${name};\n`;
      case 'result': return this.#result(type, name);
      case 'tuple': return this.#struct(name, type.items.map((item, index) => ({ name: `item${index}`, type: item })), '');
      case 'record': return this.#struct(name, type.fields, type.docs);
      case 'enum': return `${comment(type.docs)}typedef ${this.#tag(type.cases)} ${name};\n${this.#constants(type, type.cases)}`;
      case 'flags': return `${comment(type.docs)}typedef uint${layoutOf(type).size * 8}_t ${name};\n${this.#flags(type)}`;
      default: return this.#variant(type, name);
    }
  }

  #tag(cases) {
    return cases.length <= 256 ? 'uint8_t' : 'uint16_t';
  }

  #constants(type, cases) {
    return `enum {\n${cases.map((item) => `${comment(item.docs, '    ')}    ${this.#names.constant(type, item.name)},\n`).join('')}};\n`;
  }

  #flags(type) {
    return `enum {\n${type.flags.map((item, index) => `    ${this.#names.constant(type, item.name)} = 1 << ${index},\n`).join('')}};\n`;
  }

  #struct(name, fields, docs) {
    const lines = fields.map((field) => `${comment(field.docs, '    ')}    ${this.#names.of(field.type)} ${memberName(field.name)};\n`).join('');
    return `${comment(docs)}typedef struct {\n${lines}} ${name};\n`;
  }

  #result(type, name) {
    const members = [['value', type.ok], ['error', type.error]].filter(([, payload]) => payload !== null);
    return `typedef struct {\n    bool failed;\n${this.#union(members.map(([member, payload]) => ({ name: member, type: payload, docs: '' })), '')}} ${name};\n`;
  }

  #variant(type, name) {
    const members = type.cases.filter((item) => item.type !== null);
    return `${comment(type.docs)}typedef struct {\n    ${this.#tag(type.cases)} tag;\n${this.#union(members, ' value')}} ${name};\n${this.#constants(type, type.cases)}`;
  }

  #union(members, name) {
    if (members.length === 0) return '';
    return `    union {\n${members.map((item) => `        ${this.#names.of(item.type)} ${memberName(item.name)};\n`).join('')}    }${name};\n`;
  }
}
