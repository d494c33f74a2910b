import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/api/json';
import type { Problem } from '../../../src/api/types';
import { draftOf, fieldsOf, problemsByField, valuesOf } from '../../../src/features/configuration/fields';

const schema: JsonObject = {
  type: 'object',
  required: ['greeting'],
  properties: {
    greeting: { type: 'string', title: 'Greeting', maxLength: 200 },
    name: { type: 'string' },
    loud: { type: 'boolean' },
    times: { type: 'integer', minimum: 1, maximum: 9 },
    ratio: { type: 'number' },
    mode: { type: 'string', enum: ['chat', 'banner'] },
    words: { type: 'array', items: { type: 'string' } },
    key: { type: 'string', writeOnly: true },
    nested: { type: 'object' },
  },
};
const values: JsonObject = {
  greeting: 'Hi',
  name: 'x',
  loud: true,
  times: 3,
  ratio: 0.5,
  mode: 'banner',
  words: ['a', 'b'],
  nested: { deep: [1] },
  extra: 7,
};

describe('The fields of a configuration', () => {
  it('follow the schema, then the values that it does not mention', () => {
    expect(fieldsOf(schema, values).map((field) => [field.key, field.kind])).toEqual([
      ['greeting', 'long-text'],
      ['name', 'text'],
      ['loud', 'boolean'],
      ['times', 'integer'],
      ['ratio', 'number'],
      ['mode', 'choice'],
      ['words', 'list'],
      ['key', 'secret'],
      ['nested', 'json'],
      ['extra', 'number'],
    ]);
  });

  it('are guessed from the values when there is no schema', () => {
    expect(fieldsOf(null, { a: 'x', b: false, c: ['y'], d: null, e: 'two\nlines' }).map((field) => field.kind)).toEqual([
      'text',
      'boolean',
      'list',
      'json',
      'long-text',
    ]);
  });

  it('fall back to JSON for a value that their input cannot show', () => {
    expect(
      fieldsOf(schema, { ...values, times: 'three', words: [1], mode: 'other' })
        .filter((field) => field.kind === 'json')
        .map((field) => field.key),
    ).toEqual(['times', 'mode', 'words', 'nested']);
  });

  it('carry what the schema says about them', () => {
    const [greeting, , , times] = fieldsOf(schema, values);
    expect(greeting).toMatchObject({ title: 'Greeting', required: true, maxLength: 200 });
    expect(times).toMatchObject({ title: 'times', required: false, minimum: 1, maximum: 9 });
  });
});

describe('Values that were typed', () => {
  const fields = fieldsOf(schema, values);

  it('are the values they came from when nothing was changed', () => {
    expect(valuesOf(fields, draftOf(fields, values), values)).toEqual({ values, problems: {} });
  });

  it('become numbers, lists and objects again', () => {
    const draft = { ...draftOf(fields, values), times: ' 8 ', ratio: '-1.25', words: ['c'], nested: '{"deep": []}', mode: 0, loud: false };
    expect(valuesOf(fields, draft, values).values).toMatchObject({
      times: 8,
      ratio: -1.25,
      words: ['c'],
      nested: { deep: [] },
      mode: 'chat',
      loud: false,
    });
  });

  it('are problems where they cannot be sent', () => {
    const draft = { ...draftOf(fields, values), times: '1.5', ratio: 'much', nested: '{' };
    expect(valuesOf(fields, draft, values).problems).toEqual({ times: 'form.integer', ratio: 'form.number', nested: 'form.json' });
  });

  it('leave a secret out unless it was typed again', () => {
    expect(valuesOf(fields, draftOf(fields, values), values).values).not.toHaveProperty('key');
    expect(valuesOf(fields, { ...draftOf(fields, values), key: 'new' }, values).values).toHaveProperty('key', 'new');
  });

  it('keep an emptied text, but say nothing about one that was never there', () => {
    const without: JsonObject = { greeting: 'Hi' };
    const few = fieldsOf(schema, without);
    expect(valuesOf(few, draftOf(few, without), without).values).toEqual({ greeting: 'Hi', loud: false, words: [] });
    expect(valuesOf(fields, { ...draftOf(fields, values), name: '' }, values).values).toHaveProperty('name', '');
  });

  it('start from the default of the schema', () => {
    const withDefault = fieldsOf({ properties: { size: { type: 'integer', default: 4 } } }, {});
    expect(draftOf(withDefault, {})).toEqual({ size: '4' });
  });
});

describe('Validation errors of the service', () => {
  const problem = (message: string): Problem => ({
    code: 'config.rule',
    message,
    remedy: '',
    file: null,
    line: null,
    column: null,
    causes: [],
  });

  it('go to the field that their path names', () => {
    const wrong = problem('$.max_dice 违反插件模式中的规则 maximum 100。');
    expect(problemsByField([wrong], ['max', 'max_dice'])).toEqual({ fields: { max_dice: [wrong] }, rest: [] });
  });

  it('go to a field for a place inside it, and for a missing one in quotes', () => {
    const inside = problem('$.words[1] must be of type string, not number.');
    const missing = problem('$ 缺少必需的字段“greeting”。');
    expect(problemsByField([inside, missing], ['greeting', 'words'])).toEqual({
      fields: { words: [inside], greeting: [missing] },
      rest: [],
    });
  });

  it('stay at the top when they are about no field', () => {
    const other = problem('The plugin does not accept this.');
    expect(problemsByField([other], ['max'])).toEqual({ fields: {}, rest: [other] });
  });
});
