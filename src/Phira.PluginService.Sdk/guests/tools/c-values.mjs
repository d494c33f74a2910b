// Between a C value and the core values that a function of a component takes or returns.

import { flatten, payloadsOf, resolveAlias } from './wit-model.mjs';
import { memberName } from './c-names.mjs';

export const coreTypes = { i32: 'int32_t', i64: 'int64_t', f32: 'float', f64: 'double' };

/** The members of a variant's payload, one for each case (null: none), and the expression that tells the case. */
function casesOf(type, value) {
  const members = {
    option: () => [null, `${value}.value`],
    result: () => [type.ok && `${value}.value`, type.error && `${value}.error`],
    variant: () => type.cases.map((item) => item.type && `${value}.value.${memberName(item.name)}`),
  }[type.kind]();
  return { tag: `${value}.${{ option: 'some', result: 'failed', variant: 'tag' }[type.kind]}`, members };
}

const isCase = (type, tag, index) => (type.kind === 'variant' ? `${tag} == ${index}` : `${index === 0 ? '!' : ''}${tag}`);

const partsWithNames = (type, value) => (type.kind === 'tuple'
  ? type.items.map((item, index) => [item, `${value}.item${index}`])
  : type.fields.map((field) => [field.type, `${value}.${memberName(field.name)}`]));

/** A core value of one type in the place of another, which shares the place with it. */
function widen(expression, from, to) {
  if (from === to) return expression;
  if (from === 'i32') return `(int64_t)(uint32_t)${expression}`;
  const bits = from === 'f32' ? `phira_bits_of_f32(${expression})` : `phira_bits_of_f64(${expression})`;
  return from === 'f32' && to === 'i64' ? `(int64_t)(uint32_t)${bits}` : bits;
}

function narrow(expression, from, to) {
  if (from === to) return expression;
  if (to === 'i32') return `(int32_t)${expression}`;
  return to === 'f32' ? `phira_f32_of_bits((int32_t)${expression})` : `phira_f64_of_bits(${expression})`;
}

/** Lowers values: `statements` come before the call whose arguments are the expressions that `lower` returns. */
export class Lowering {
  statements = [];
  #count = 0;

  lower(given, value) {
    const type = resolveAlias(given);
    if (type.kind === 'string') return [`(int32_t)${value}.text`, `(int32_t)${value}.length`];
    if (type.kind === 'list') return [`(int32_t)${value}.items`, `(int32_t)${value}.length`];
    if (type.kind === 'record' || type.kind === 'tuple') return partsWithNames(type, value).flatMap(([part, at]) => this.lower(part, at));
    if (['option', 'result', 'variant'].includes(type.kind)) return this.#lowerCases(type, value);
    const [core] = flatten(type);
    return [core.startsWith('f') ? value : `(${coreTypes[core]})${value}`];
  }

  #lowerCases(type, value) {
    const [, ...places] = flatten(type);
    const names = places.map((core) => {
      const name = `flat${this.#count++}`;
      this.statements.push(`${coreTypes[core]} ${name} = 0;`);
      return name;
    });
    const { tag, members } = casesOf(type, value);
    members.forEach((member, index) => {
      if (!member) return;
      const payload = payloadsOf(type)[index];
      this.statements.push(`if (${isCase(type, tag, index)}) {`);
      const lowered = this.lower(payload, member);
      flatten(payload).forEach((core, at) => this.statements.push(`${names[at]} = ${widen(lowered[at], core, places[at])};`));
      this.statements.push('}');
    });
    return [`(int32_t)${tag}`, ...names];
  }
}

/** The statements that put core values into a C value. `sources` are expressions with the core types of `places`. */
export function lift(given, target, sources, names, places = flatten(given)) {
  const type = resolveAlias(given);
  if (type.kind === 'string') return [`${target}.text = (const char *)${sources[0]};`, `${target}.length = (size_t)${sources[1]};`];
  if (type.kind === 'list') return [`${target}.items = (const ${names.of(type.item)} *)${sources[0]};`, `${target}.length = (size_t)${sources[1]};`];
  if (type.kind === 'record' || type.kind === 'tuple') {
    let at = 0;
    return partsWithNames(type, target).flatMap(([part, member]) => {
      const count = flatten(part).length;
      at += count;
      return lift(part, member, sources.slice(at - count, at), names, places.slice(at - count, at));
    });
  }
  if (['option', 'result', 'variant'].includes(type.kind)) return liftCases(type, target, sources, names, places);
  const [core] = flatten(type);
  return [`${target} = (${names.of(type)})${narrow(sources[0], places[0], core)};`];
}

function liftCases(type, target, [tagSource, ...sources], names, [, ...places]) {
  const { tag, members } = casesOf(type, target);
  const cases = members.flatMap((member, index) => {
    if (!member) return [];
    const payload = payloadsOf(type)[index];
    const flat = flatten(payload);
    const narrowed = flat.map((core, at) => narrow(sources[at], places[at], core));
    return [`if (${isCase(type, tag, index)}) {`, ...lift(payload, member, narrowed, names), '}'];
  });
  return [`${tag} = ${type.kind === 'variant' ? tagSource : `${tagSource} != 0`};`, ...cases];
}
