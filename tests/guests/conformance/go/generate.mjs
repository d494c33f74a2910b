// Writes the Go that makes any call of the host: reads arguments from JSON, calls, and shows the answer as JSON. Calls by reflection would keep
// every method of every type in the component.
//
// usage: node generate.mjs OUT.go

import fs from 'node:fs';
import { goType, isError, pascal } from '../../../../src/Phira.PluginService.Sdk/guests/go/types.mjs';
import { interfaceOf, readWitModel, resolveAlias } from '../../../../src/Phira.PluginService.Sdk/guests/tools/wit-model.mjs';

const model = readWitModel();
const parts = [...new Set(model.worlds.flatMap((world) => world.imports))].map((name) => interfaceOf(model, name));
const written = new Map();

const isFloat = (type) => type.kind === 'f32' || type.kind === 'f64';
const isNumber = (type) => isFloat(type) || /^[us]\d+$/.test(type.kind);

/** The name of a type outside of the package `phira`. */
function nameOf(given) {
  const type = resolveAlias(given);
  switch (type.kind) {
    case 'list': return `[]${nameOf(type.item)}`;
    case 'option': return `*${nameOf(type.item)}`;
    case 'record': case 'enum': case 'variant': return `phira.${goType(type)}`;
    default: return goType(type);
  }
}

/** A function of Go that reads or shows a type; that of a record or variant is written when it is asked for first. */
function converter(verb, given) {
  const type = resolveAlias(given);
  switch (type.kind) {
    case 'bool': return `${verb}Bool`;
    case 'string': return `${verb}String`;
    case 'enum': return `${verb}Name[${nameOf(type)}]`;
    case 'list': return `${verb}List(${converter(verb, type.item)})`;
    case 'option': return `${verb}Option(${converter(verb, type.item)})`;
    case 'record': case 'variant': return ownConverter(verb, type);
  }
  if (isNumber(type)) return `${verb}${verb === 'read' ? 'Number' : isFloat(type) ? 'Float' : 'Integer'}[${nameOf(type)}]`;
  throw new Error(`${verb}: ${type.kind} is not needed yet`);
}

function ownConverter(verb, type) {
  const name = `${verb}${pascal(type.name)}`;
  if (!written.has(name)) {
    written.set(name, '');
    const signature = verb === 'read' ? `(json any) ${nameOf(type)}` : `(json []byte, value ${nameOf(type)}) []byte`;
    const body = (verb === 'read' ? reading : showing)(type);
    written.set(name, `func ${name}${signature} {\n${body.map((line) => `\t${line}`).join('\n')}\n}`);
  }
  return name;
}

const read = (type, json) => `${converter('read', type)}(${json})`;
const show = (type, value) => `json = ${converter('show', type)}(json, ${value})`;
const add = (text) => `json = append(json, ${JSON.stringify(text)}...)`;

function reading(type) {
  if (type.kind === 'record') {
    return [`return ${nameOf(type)}{`, ...type.fields.map((field) => `\t${pascal(field.name)}: ${read(field.type, `member(json, "${field.name}")`)},`), '}'];
  }
  const made = (item) => `Case: ${nameOf(type)}${pascal(item.name)}${item.type ? `, Value: ${read(item.type, `member(json, "${item.name}")`)}` : ''}`;
  return [
    'switch name := onlyKey(json); name {',
    ...type.cases.flatMap((item) => [`case "${item.name}":`, `\treturn ${nameOf(type)}{${made(item)}}`]),
    'default:', `\tpanic(name + " is no ${type.name}")`, '}',
  ];
}

function showing(type) {
  if (type.kind === 'record') {
    return [
      ...type.fields.flatMap((field, index) => [add(`${index === 0 ? '{' : ','}"${field.name}":`), show(field.type, `value.${pascal(field.name)}`)]),
      "return append(json, '}')",
    ];
  }
  return [
    'switch value.Case {',
    ...type.cases.flatMap((item) => [
      `case ${nameOf(type)}${pascal(item.name)}:`, `\t${add(`{"${item.name}":`)}`,
      `\t${item.type ? show(item.type, `value.Value.(${nameOf(item.type)})`) : add('null')}`,
    ]),
    '}', "return append(json, '}')",
  ];
}

function callOf(part, { name, parameters, result }) {
  const values = parameters.map(({ type }, index) => read(type, `arguments[${index}]`));
  const call = `phira.${pascal(part.name)}.${pascal(name)}(${values.join(', ')})`;
  if (result?.kind === 'result' && !isError(result.error)) throw new Error(`${part.name}.${name}: its error is not one of the host`);
  const body = result === null ? `${call}; return good`
    : result.kind !== 'result' ? `return answer(${converter('show', result)})(${call}, nil)`
      : result.ok === null ? `return answerWithout(${call})` : `return answer(${converter('show', result.ok)})(${call})`;
  return `\t{"${part.name}.${name}", func(arguments []any) string { ${body} }},`;
}

const calls = parts.flatMap((part) => part.functions.map((item) => callOf(part, item)));
fs.writeFileSync(process.argv[2], `// Generated from wit/ by generate.mjs.

package main

import "phira"

${[...written.values()].join('\n\n')}

var functions = [...]struct {
	name string
	call func(arguments []any) string
}{
${calls.join('\n')}
}
`);
