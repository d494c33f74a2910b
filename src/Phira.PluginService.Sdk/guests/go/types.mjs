// How types of WIT are named and declared in Go.

import { resolveAlias } from '../tools/wit-model.mjs';

const scalars = {
  bool: 'bool', u8: 'uint8', u16: 'uint16', u32: 'uint32', u64: 'uint64', s8: 'int8', s16: 'int16', s32: 'int32', s64: 'int64',
  f32: 'float32', f64: 'float64', char: 'rune', string: 'string',
};

const initialisms = { id: 'ID', url: 'URL', http: 'HTTP', json: 'JSON', abi: 'ABI' };
const keywords = new Set(['type', 'func', 'range', 'default', 'map', 'chan', 'select', 'package', 'import', 'var', 'value', 'result', 'kept', 'err']);

export const core = (type) => ({ i32: 'uint32', i64: 'uint64', f32: 'float32', f64: 'float64' })[type];

/** `room-id` as `RoomID`. */
export const pascal = (name) => name.split('-').map((word) => initialisms[word] ?? word[0].toUpperCase() + word.slice(1)).join('');

/** `room-id` as `roomID`. */
export function parameterName(name) {
  const [first, ...rest] = name.split('-');
  const whole = first + rest.map((word) => pascal(word)).join('');
  return keywords.has(whole) ? `${whole}Value` : whole;
}

/** The one variant that is an error of Go. */
export const isError = (type) => type?.kind === 'variant' && type.name === 'host-error';

/** Whether a variant is an enum in all but name. */
export const isRecord = (type) => resolveAlias(type)?.kind === 'record';

export function goType(type) {
  if (scalars[type.kind]) return scalars[type.kind];
  switch (type.kind) {
    case 'list': return `[]${goType(type.item)}`;
    case 'option': return `*${goType(type.item)}`;
    case 'tuple': return `struct{ ${type.items.map((item, index) => `F${index} ${goType(item)}`).join('; ')} }`;
    case 'alias': return goType(type.type);
    default: return isError(type) ? 'error' : pascal(type.name);
  }
}

const comment = (docs, indent = '') => (docs ? docs.split('\n').map((line) => `${indent}// ${line}`.trimEnd()) : []);

/** The declarations of all types of a package. */
export function typeDefinitions(model) {
  const types = model.interfaces.flatMap((part) => part.types);
  const seen = new Map();
  for (const { name, owner, kind } of types) {
    if (kind === 'alias') continue;
    if (seen.has(name)) throw new Error(`${seen.get(name)} and ${owner} both define ${name}`);
    seen.set(name, owner);
  }
  return types.flatMap((type) => [...define(type), '']);
}

function define(type) {
  const name = type.kind === 'alias' ? '' : pascal(type.name);
  switch (type.kind) {
    case 'alias': return [];
    case 'record': return [
      ...comment(type.docs), `type ${name} struct {`,
      ...type.fields.flatMap((field) => [...comment(field.docs, '\t'), `\t${pascal(field.name)} ${goType(field.type)}`]), '}',
    ];
    case 'enum': return [
      ...comment(type.docs), `type ${name} uint32`, '', 'const (',
      ...type.cases.flatMap((item, index) => [
        ...comment(item.docs, '\t'), `\t${name}${pascal(item.name)}${index === 0 ? ` ${name} = iota` : ''}`,
      ]), ')', '',
      `var namesOf${name} = [...]string{${type.cases.map((item) => `"${item.name}"`).join(', ')}}`, '',
      '// String is the name in the WIT package.', `func (value ${name}) String() string { return namesOf${name}[value] }`, '',
      '// MarshalText writes the name.', `func (value ${name}) MarshalText() ([]byte, error) { return []byte(value.String()), nil }`, '',
      '// UnmarshalText reads the name.',
      `func (value *${name}) UnmarshalText(text []byte) error { return readName(namesOf${name}[:], text, (*uint32)(value)) }`,
    ];
    case 'variant': return isError(type) ? errorKinds(type) : variant(type, name);
    default: throw new Error(`${type.kind} ${type.name} is not supported`);
  }
}

function variant(type, name) {
  return [
    ...comment(type.docs), `type ${name} struct {`, `\tCase ${name}Case`, '\t// What the case carries; nil when it carries nothing.', '\tValue any', '}', '',
    `// ${name}Case says which of its cases a ${name} is.`, `type ${name}Case uint32`, '', 'const (',
    ...type.cases.flatMap((item, index) => [
      ...comment(item.docs, '\t'), `\t${name}${pascal(item.name)}${index === 0 ? ` ${name}Case = iota` : ''}`,
    ]), ')', '',
    `var namesOf${name} = [...]string{${type.cases.map((item) => `"${item.name}"`).join(', ')}}`, '',
    '// String is the name in the WIT package.', `func (value ${name}Case) String() string { return namesOf${name}[value] }`,
  ];
}

function errorKinds(type) {
  return [
    '// ErrorKind says why a host function did not do what was asked. It is an error, so that errors.Is compares with it.',
    'type ErrorKind uint32', '', 'const (',
    ...type.cases.flatMap((item, index) => [...comment(item.docs, '\t'), `\t${pascal(item.name)}${index === 0 ? ' ErrorKind = iota' : ''}`]), ')', '',
    `var namesOfErrorKind = [...]string{${type.cases.map((item) => `"${item.name}"`).join(', ')}}`,
  ];
}
