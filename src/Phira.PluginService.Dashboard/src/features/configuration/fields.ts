import type { Json, JsonObject } from '../../api/json';
import type { Problem } from '../../api/types';
import type { TextKey } from '../../i18n';

export type FieldKind = 'text' | 'long-text' | 'secret' | 'integer' | 'number' | 'boolean' | 'choice' | 'list' | 'json';

/** One configuration value as the form shows it. */
export interface Field {
  key: string;
  kind: FieldKind;
  title: string;
  description: string | null;
  required: boolean;
  choices: readonly Json[];
  fallback: Json | undefined;
  minimum: number | null;
  maximum: number | null;
  minLength: number | null;
  maxLength: number | null;
}

/** What the user has typed so far: text for text, numbers and JSON, an index for a choice. */
export type DraftValue = string | boolean | number | string[];
export type Draft = Record<string, DraftValue>;

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const numberOf = (value: Json | undefined) => (typeof value === 'number' ? value : null);
const isTextList = (value: Json | undefined) => Array.isArray(value) && value.every((item) => typeof item === 'string');

function kindOf(schema: JsonObject, value: Json | undefined): FieldKind {
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return 'choice';
  switch (schema.type) {
    case 'string':
      if (schema.writeOnly === true) return 'secret';
      return (numberOf(schema.maxLength) ?? 0) > 120 || (typeof value === 'string' && value.includes('\n')) ? 'long-text' : 'text';
    case 'integer':
    case 'number':
    case 'boolean':
      return schema.type;
    case 'array':
      return isObject(schema.items) && schema.items.type === 'string' && !Array.isArray(schema.items.enum) ? 'list' : 'json';
    case undefined:
      // Without a type, the present value says which input fits.
      if (typeof value === 'string') return value.includes('\n') ? 'long-text' : 'text';
      if (typeof value === 'boolean' || typeof value === 'number') return typeof value as 'boolean' | 'number';
      return isTextList(value) && (value as Json[]).length > 0 ? 'list' : 'json';
    default:
      return 'json';
  }
}

/** A value that its kind of input cannot show (a number where text is expected) is edited as JSON. */
function fits(kind: FieldKind, value: Json | undefined, choices: readonly Json[]): boolean {
  if (value === undefined) return true;
  switch (kind) {
    case 'text':
    case 'long-text':
    case 'secret':
      return typeof value === 'string';
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return isTextList(value);
    case 'choice':
      return choices.includes(value);
    case 'json':
      return true;
  }
}

function fieldOf(key: string, schema: JsonObject, value: Json | undefined, required: boolean): Field {
  const choices = Array.isArray(schema.enum) ? schema.enum : [];
  const kind = kindOf(schema, value);
  return {
    key,
    kind: fits(kind, value, choices) ? kind : 'json',
    title: typeof schema.title === 'string' ? schema.title : key,
    description: typeof schema.description === 'string' ? schema.description : null,
    required,
    choices,
    fallback: schema.default,
    minimum: numberOf(schema.minimum),
    maximum: numberOf(schema.maximum),
    minLength: numberOf(schema.minLength),
    maxLength: numberOf(schema.maxLength),
  };
}

/** The fields of a configuration: those of the schema in its order, then values that it does not mention. */
export function fieldsOf(schema: JsonObject | null, values: JsonObject): Field[] {
  const properties = isObject(schema?.properties) ? schema.properties : {};
  const required = Array.isArray(schema?.required) ? schema.required : [];
  const described = Object.entries(properties).map(([key, property]) =>
    fieldOf(key, isObject(property) ? property : {}, values[key], required.includes(key)),
  );
  const others = Object.keys(values)
    .filter((key) => !(key in properties))
    .map((key) => fieldOf(key, {}, values[key], false));
  return [...described, ...others];
}

function draftValue(field: Field, value: Json | undefined): DraftValue {
  switch (field.kind) {
    case 'boolean':
      return value === true;
    case 'list':
      return Array.isArray(value) ? value.map(String) : [];
    case 'choice':
      return value === undefined ? -1 : field.choices.indexOf(value);
    case 'json':
      return value === undefined ? '' : JSON.stringify(value, null, 2);
    default:
      return value === undefined ? '' : String(value);
  }
}

export function draftOf(fields: readonly Field[], values: JsonObject): Draft {
  return Object.fromEntries(fields.map((field) => [field.key, draftValue(field, values[field.key] ?? field.fallback)]));
}

interface Read {
  value?: Json;
  problem?: TextKey;
}

function readText(field: Field, text: string, before: Json | undefined): Read {
  // An empty input for a value that was never there says nothing about it; a secret is not shown, so empty means unchanged.
  if (text === '' && (field.kind === 'secret' || (before === undefined && !field.required))) return {};
  return { value: text };
}

function readNumber(field: Field, text: string): Read {
  if (text.trim() === '') return field.required ? { problem: 'form.required' } : {};
  const value = Number(text);
  if (!Number.isFinite(value)) return { problem: 'form.number' };
  if (field.kind === 'integer' && !Number.isInteger(value)) return { problem: 'form.integer' };
  return { value };
}

function readJson(field: Field, text: string): Read {
  if (text.trim() === '') return field.required ? { problem: 'form.required' } : {};
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return { problem: 'form.json' };
  }
}

function read(field: Field, draft: DraftValue | undefined, before: Json | undefined): Read {
  switch (field.kind) {
    case 'boolean':
      return { value: draft === true };
    case 'list':
      return { value: Array.isArray(draft) ? draft : [] };
    case 'choice': {
      const value = field.choices[Number(draft)];
      if (value !== undefined) return { value };
      return field.required ? { problem: 'form.required' } : {};
    }
    case 'integer':
    case 'number':
      return readNumber(field, String(draft ?? ''));
    case 'json':
      return readJson(field, String(draft ?? ''));
    default:
      return readText(field, String(draft ?? ''), before);
  }
}

/** The values that a draft stands for. Limits are the service's to check; here only what cannot be sent at all is a problem. */
export function valuesOf(
  fields: readonly Field[],
  draft: Draft,
  before: JsonObject,
): { values: JsonObject; problems: Record<string, TextKey> } {
  const values: JsonObject = {};
  const problems: Record<string, TextKey> = {};
  for (const field of fields) {
    const { value, problem } = read(field, draft[field.key], before[field.key]);
    if (problem !== undefined) problems[field.key] = problem;
    else if (value !== undefined) values[field.key] = value;
  }
  return { values, problems };
}

/** Sorts the service's validation errors to the fields that they speak of; the rest is for the top of the form. */
export function problemsByField(
  problems: readonly Problem[],
  keys: readonly string[],
): { fields: Record<string, Problem[]>; rest: Problem[] } {
  const fields: Record<string, Problem[]> = {};
  const rest: Problem[] = [];
  // The longest name first: "text" must not take what belongs to "text_color".
  const byLength = [...keys].sort((a, b) => b.length - a.length);
  for (const problem of problems) {
    const key = byLength.find((name) => speaksOf(problem, name));
    if (key === undefined) rest.push(problem);
    else (fields[key] ??= []).push(problem);
  }
  return { fields, rest };
}

function speaksOf(problem: Problem, key: string): boolean {
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // Problems are also told in Chinese: these are its quotation marks, brackets and stops.
  const before = '\u201c\u2018\u300c\u300a\uff1a';
  const after = '\u201d\u2019\u300d\u300b\uff0c\uff1a\uff1b';
  const marked = new RegExp(`(^|\\$\\.|[\\s"'\`#/(:${before}])${name}($|[\\s"'\`/.:,;)\\[${after}])`);
  return marked.test(problem.file ?? '') || marked.test(problem.message);
}
