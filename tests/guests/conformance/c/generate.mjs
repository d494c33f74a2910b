// Writes the C that makes any call of the host: reads arguments from JSON, calls, and shows the answer as JSON.
//
// usage: node generate.mjs OUT.c

import fs from 'node:fs';
import { TypeNames, memberName, snake } from '../../../../src/Phira.PluginService.Sdk/guests/tools/c-names.mjs';
import { interfaceOf, partsOf, readWitModel, resolveAlias } from '../../../../src/Phira.PluginService.Sdk/guests/tools/wit-model.mjs';

const model = readWitModel();
const names = new TypeNames(model);
const parts = [...new Set(model.worlds.flatMap((world) => world.imports))].map((name) => interfaceOf(model, name));
const written = { read: new Map(), show: new Map() };

const suffix = (type) => (resolveAlias(type).name || partsOf(resolveAlias(type)) || resolveAlias(type).item || resolveAlias(type).kind === 'result'
  ? names.of(type) : resolveAlias(type).kind);

/** The name of the function that reads or shows a type, which is written when it is asked for first. */
function converter(verb, given) {
  const type = resolveAlias(given);
  const name = `${verb}_${suffix(type)}`;
  const isScalar = suffix(type) === type.kind;
  if (!isScalar && !written[verb].has(name)) {
    written[verb].set(name, '');
    const parameters = verb === 'read' ? `const phira_json_value *json, ${names.of(type)} *value` : `phira_builder *json, const ${names.of(type)} *value`;
    const body = (verb === 'read' ? reading : showing)(type);
    written[verb].delete(name);
    written[verb].set(name, `static ${verb === 'read' ? 'bool' : 'void'} ${name}(${parameters}) {\n${body.map((line) => `    ${line}`).join('\n')}\n}`);
  }
  return name;
}

const fieldsOf = (type) => (type.kind === 'tuple'
  ? type.items.map((item, index) => ({ type: item, member: `item${index}` }))
  : type.fields.map((field) => ({ type: field.type, name: field.name, member: memberName(field.name) })));

function reading(type) {
  const read = (item, json, target) => `${converter('read', item)}(${json}, ${target})`;
  switch (type.kind) {
    case 'list': return [
      'if (!json || json->kind != PHIRA_JSON_ARRAY) return false;',
      `${names.of(type.item)} *items = phira_allocate(json->count * sizeof *items);`,
      'size_t at = 0;',
      `for (const phira_json_value *item = json->first; item; item = item->next) if (!${read(type.item, 'item', '&items[at++]')}) return false;`,
      'value->items = items;', 'value->length = json->count;', 'return true;',
    ];
    case 'option': return ['value->some = json && json->kind != PHIRA_JSON_NULL;', `return !value->some || ${read(type.item, 'json', '&value->value')};`];
    case 'record': return [`return ${fieldsOf(type).map((field) => read(field.type, `phira_json_member(json, PHIRA_TEXT("${field.name}"))`, `&value->${field.member}`)).join('\n        && ')};`];
    case 'enum': return [`return read_case(json, (const char *[]){${type.cases.map((item) => `"${item.name}"`).join(', ')}}, ${type.cases.length}, value);`];
    case 'variant': return [
      'if (!json || json->kind != PHIRA_JSON_OBJECT || json->count != 1) return false;',
      ...type.cases.flatMap((item, index) => [
        `if (phira_text_equals(json->first->key, PHIRA_TEXT("${item.name}"))) {`, `    value->tag = ${index};`,
        `    return ${item.type ? read(item.type, 'json->first', `&value->value.${memberName(item.name)}`) : 'true'};`, '}',
      ]), 'return false;',
    ];
    default: throw new Error(`reading ${type.kind} is not needed yet`);
  }
}

function showing(type) {
  const show = (item, value) => `${converter('show', item)}(json, ${value});`;
  const add = (text) => `phira_add(json, PHIRA_TEXT(${JSON.stringify(text)}));`;
  switch (type.kind) {
    case 'list': return [
      add('['), 'for (size_t i = 0; i < value->length; i++) {', `    if (i > 0) ${add(',')}`, `    ${show(type.item, '&value->items[i]')}`, '}', add(']'),
    ];
    case 'option': return [`if (value->some) ${show(type.item, '&value->value')}`, `else ${add('null')}`];
    case 'record': return [
      ...fieldsOf(type).flatMap((field, index) => [add(`${index === 0 ? '{' : ','}"${field.name}":`), show(field.type, `&value->${field.member}`)]), add('}'),
    ];
    case 'tuple': return [...fieldsOf(type).flatMap((field, index) => [add(index === 0 ? '[' : ','), show(field.type, `&value->${field.member}`)]), add(']')];
    case 'enum': return [`phira_add_quoted(json, phira_text((const char *[]){${type.cases.map((item) => `"${item.name}"`).join(', ')}}[*value]));`];
    case 'variant': return [
      'switch (value->tag) {',
      ...type.cases.flatMap((item, index) => [
        `case ${index}:`, `    ${add(`{"${item.name}":`)}`,
        `    ${item.type ? show(item.type, `&value->value.${memberName(item.name)}`) : add('null')}`, '    break;',
      ]), '}', add('}'),
    ];
    case 'result': return [
      add('{'), 'if (value->failed) {', `    ${add('"err":')}`, `    ${type.error ? show(type.error, '&value->error') : add('null')}`, '} else {',
      `    ${add('"ok":')}`, `    ${type.ok ? show(type.ok, '&value->value') : add('null')}`, '}', add('}'),
    ];
    default: throw new Error(`showing ${type.kind} is not needed yet`);
  }
}

/** What C code passes for a parameter that was read into a variable. */
function passed({ name, type }) {
  const plain = resolveAlias(type);
  if (partsOf(plain)) return `&${memberName(name)}`;
  if (plain.kind === 'option' && partsOf(resolveAlias(plain.item))) return `${memberName(name)}.some ? &${memberName(name)}.value : NULL`;
  return memberName(name);
}

function callOf(part, item) {
  const reads = item.parameters.flatMap(({ name, type }) => [
    `    ${names.of(type)} ${memberName(name)};`, `    if (!${converter('read', type)}(next(&arguments_json), &${memberName(name)})) return false;`,
  ]);
  const call = `${names.function(part, item)}(${item.parameters.map(passed).join(', ')})`;
  const isResult = item.result?.kind === 'result';
  const answer = item.result === null
    ? [`    ${call};`, '    phira_add(answer_json, PHIRA_TEXT("{\\"ok\\":null}"));']
    : [`    ${names.of(item.result)} answer_value = ${call};`,
      ...(isResult ? [] : ['    phira_add(answer_json, PHIRA_TEXT("{\\"ok\\":"));']),
      `    ${converter('show', item.result)}(answer_json, &answer_value);`, ...(isResult ? [] : ['    phira_add(answer_json, PHIRA_TEXT("}"));'])];
  return `static bool call_${snake(part.name)}_${snake(item.name)}(const phira_json_value *arguments_json, phira_builder *answer_json) {\n`
    + `${item.parameters.length === 0 ? '    (void)arguments_json;\n' : ''}${[...reads, ...answer, '    return true;'].join('\n')}\n}`;
}

/** The function that shows a type of an interface to the other files. */
function shown(interfaceName, typeName) {
  const type = interfaceOf(model, interfaceName).types.find((one) => one.name === typeName);
  return `void show_${snake(typeName)}(phira_builder *json, const ${names.of(type)} *value) {\n    ${converter('show', type)}(json, value);\n}`;
}

const shows = [shown('event-types', 'event'), shown('command-handler', 'invocation')];
const calls = parts.flatMap((part) => part.functions.map((item) => callOf(part, item)));
const table = parts.flatMap((part) => part.functions.map((item) => `    {"${part.name}.${item.name}", call_${snake(part.name)}_${snake(item.name)}},`));
fs.writeFileSync(process.argv[2], `// Written by generate.mjs.
#include "values.h"

${[...written.read.values(), ...written.show.values(), ...shows, ...calls].join('\n\n')}

static const struct {
    const char *name;
    bool (*call)(const phira_json_value *arguments, phira_builder *json);
} functions[] = {
${table.join('\n')}
};

bool call_function(phira_string name, const phira_json_value *arguments, phira_builder *json) {
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
        if (phira_text_equals(name, phira_text(functions[i].name))) return functions[i].call(arguments->first, json);
    }
    return false;
}
`);
