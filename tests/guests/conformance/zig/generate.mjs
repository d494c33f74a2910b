// Writes the Zig that makes any call of the host: reads arguments from JSON, calls, and shows the answer as JSON.
//
// usage: node generate.mjs OUT.zig

import fs from 'node:fs';
import { TypeNames, memberName } from '../../../../src/Phira.PluginService.Sdk/guests/tools/c-names.mjs';
import { interfaceOf, partsOf, readWitModel, resolveAlias } from '../../../../src/Phira.PluginService.Sdk/guests/tools/wit-model.mjs';

const model = readWitModel();
const names = new TypeNames(model);
const parts = [...new Set(model.worlds.flatMap((world) => world.imports))].map((name) => interfaceOf(model, name));
const written = new Map();

const numbers = { u8: 'u8', u16: 'u16', u32: 'u32', u64: 'u64', s8: 'i8', s16: 'i16', s32: 'i32', s64: 'i64', f32: 'f32', f64: 'f64' };
const scalars = { ...numbers, bool: 'bool', string: 'c.phira_string' };
const zigType = (type) => scalars[resolveAlias(type).kind] ?? `c.${names.of(type)}`;
const member = (name) => `@"${memberName(name)}"`;

/** The name of the function that reads or shows a type, which is written when it is asked for first. */
function converter(verb, given) {
  const type = resolveAlias(given);
  if (scalars[type.kind]) return `values.${verb}${type.kind === 'bool' ? 'Bool' : type.kind === 'string' ? 'String' : 'Number'}`;
  const name = `${verb}_${names.of(type)}`;
  if (!written.has(name)) {
    written.set(name, '');
    const signature = verb === 'read' ? `(json: values.Json) anyerror!${zigType(type)}` : `(json: *values.Text, value: ${zigType(type)}) anyerror!void`;
    const body = (verb === 'read' ? reading : showing)(type);
    written.set(name, `fn ${name}${signature} {\n${body.map((line) => `    ${line}`).join('\n')}\n}`);
  }
  return name;
}

function read(type, json) {
  const plain = resolveAlias(type);
  return numbers[plain.kind] ? `try values.readNumber(${numbers[plain.kind]}, ${json})` : `try ${converter('read', plain)}(${json})`;
}

const show = (type, value) => `try ${converter('show', type)}(json, ${value});`;
const add = (text) => `try json.appendSlice(${JSON.stringify(text)});`;

function reading(type) {
  switch (type.kind) {
    case 'list': return [
      'if (json != .array) return error.WrongType;',
      'const items = json.array.items;',
      `const read = try phira.arena.alloc(${zigType(type.item)}, items.len);`,
      `for (items, read) |item, *into| into.* = ${read(type.item, 'item')};`,
      'return .{ .items = if (read.len == 0) null else read.ptr, .length = read.len };',
    ];
    case 'option': return [
      `if (json == .null) return std.mem.zeroes(${zigType(type)});`, `return .{ .some = true, .value = ${read(type.item, 'json')} };`,
    ];
    case 'record': return [`return .{ ${type.fields.map((field) => `.${member(field.name)} = ${read(field.type, `values.member(json, "${field.name}")`)}`).join(', ')} };`];
    case 'enum': return [`return values.readCase(json, &.{ ${type.cases.map((item) => `"${item.name}"`).join(', ')} });`];
    case 'variant': return [
      `var value = std.mem.zeroes(${zigType(type)});`,
      `value.tag = try values.readCase(try values.onlyKey(json), &.{ ${type.cases.map((item) => `"${item.name}"`).join(', ')} });`,
      'switch (value.tag) {',
      ...type.cases.flatMap(
        (item, index) => (item.type ? [`    ${index} => value.value.${member(item.name)} = ${read(item.type, `values.member(json, "${item.name}")`)},`] : [])),
      '    else => {},', '}', 'return value;',
    ];
    default: throw new Error(`reading ${type.kind} is not needed yet`);
  }
}

function showing(type) {
  switch (type.kind) {
    case 'list': return [
      add('['), 'for (phira.items(value), 0..) |item, index| {', `    if (index > 0) ${add(',')}`, `    ${show(type.item, 'item')}`, '}', add(']'),
    ];
    case 'option': return [`if (value.some) {`, `    ${show(type.item, 'value.value')}`, '} else {', `    ${add('null')}`, '}'];
    case 'record': return [
      ...type.fields.flatMap((field, index) => [add(`${index === 0 ? '{' : ','}"${field.name}":`), show(field.type, `value.${member(field.name)}`)]), add('}'),
    ];
    case 'tuple': return [...type.items.flatMap((item, index) => [add(index === 0 ? '[' : ','), show(item, `value.item${index}`)]), add(']')];
    case 'enum': return [`const cases = [_][]const u8{ ${type.cases.map((item) => `"${item.name}"`).join(', ')} };`,
      'try values.showString(json, phira.string(cases[value]));'];
    case 'variant': return [
      'switch (value.tag) {',
      ...type.cases.flatMap((item, index) => [
        `    ${index} => {`, `        ${add(`{"${item.name}":`)}`,
        `        ${item.type ? show(item.type, `value.value.${member(item.name)}`) : add('null')}`, '    },',
      ]), '    else => unreachable,', '}', add('}'),
    ];
    case 'result': return [
      'if (value.failed) {', `    ${add('{"err":')}`, `    ${type.error ? show(type.error, 'value.unnamed_0.@"error"') : add('null')}`, '} else {',
      `    ${add('{"ok":')}`, `    ${type.ok ? show(type.ok, 'value.unnamed_0.value') : add('null')}`, '}', add('}'),
    ];
    default: throw new Error(`showing ${type.kind} is not needed yet`);
  }
}

/** What is passed for an argument that was read into a constant. */
function passed({ type }, index) {
  const plain = resolveAlias(type);
  if (partsOf(plain)) return `&a${index}`;
  if (plain.kind === 'option' && partsOf(resolveAlias(plain.item))) return `if (a${index}.some) &a${index}.value else null`;
  return `a${index}`;
}

function callOf(part, item) {
  const reads = item.parameters.map(({ type }, index) => `    const a${index} = ${read(type, `try values.at(arguments, ${index})`)};`);
  const call = `c.${names.function(part, item)}(${item.parameters.map(passed).join(', ')})`;
  const isResult = item.result?.kind === 'result';
  const answer = item.result === null ? [`${call};`, add('{"ok":null}')]
    : isResult ? [show(item.result, call)] : [add('{"ok":'), show(item.result, call), add('}')];
  return `fn ${names.function(part, item)}(arguments: []const values.Json, json: *values.Text) anyerror!void {\n`
    + `${item.parameters.length === 0 ? '    _ = arguments;\n' : ''}${[...reads, ...answer.map((line) => `    ${line}`)].join('\n')}\n}`;
}

/** The function that shows a type of an interface to the other files. */
function shown(interfaceName, typeName, name) {
  const type = interfaceOf(model, interfaceName).types.find((one) => one.name === typeName);
  return `pub fn ${name}(json: *values.Text, value: ${zigType(type)}) anyerror!void {\n    ${show(type, 'value')}\n}`;
}

const shows = [shown('event-types', 'event', 'showEvent'), shown('command-handler', 'invocation', 'showInvocation')];
const calls = parts.flatMap((part) => part.functions.map((item) => callOf(part, item)));
const table = parts.flatMap((part) => part.functions.map((item) => `    .{ .name = "${part.name}.${item.name}", .call = ${names.function(part, item)} },`));
fs.writeFileSync(process.argv[2], `//! Written by generate.mjs.
const std = @import("std");
const phira = @import("phira");
const values = @import("values.zig");
const c = phira.c;

${[...written.values(), ...shows, ...calls].join('\n\n')}

const functions = [_]struct { name: []const u8, call: *const fn (arguments: []const values.Json, json: *values.Text) anyerror!void }{
${table.join('\n')}
};

/// Makes a call with the items of a JSON array and adds the answer.
pub fn call(name: []const u8, arguments: []const values.Json, json: *values.Text) !void {
    for (functions) |function| {
        if (std.mem.eql(u8, name, function.name)) return function.call(arguments, json);
    }
    return error.NoSuchFunction;
}
`);
