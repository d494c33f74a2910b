import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import FieldInput from '../../../src/features/configuration/FieldInput.vue';
import { fieldsOf } from '../../../src/features/configuration/fields';
import { chooseLanguage } from '../../../src/i18n';

beforeEach(() => chooseLanguage('en'));

describe('An input', () => {
  it('tells its problem to who cannot see it', () => {
    const [field] = fieldsOf(
      { properties: { size: { type: 'integer', title: 'Size', description: 'How large.', minimum: 1 } } },
      { size: 0 },
    );
    const wrapper = mount(FieldInput, { props: { field: field!, problems: ['Too small.'], modelValue: '0' } });
    const input = wrapper.find('input');
    expect(wrapper.find(`label[for="${input.attributes('id')}"]`).text()).toContain('Size');
    expect(input.attributes('aria-invalid')).toBe('true');
    const described = input
      .attributes('aria-describedby')!
      .split(' ')
      .map((id) => wrapper.find(`[id="${id}"]`).text());
    expect(described).toEqual(['How large. At least 1.', 'Too small.']);
  });

  it('of a list grows and shrinks', async () => {
    const [field] = fieldsOf({ properties: { words: { type: 'array', items: { type: 'string' } } } }, { words: ['a', 'b'] });
    const wrapper = mount(FieldInput, {
      props: {
        field: field!,
        problems: [],
        modelValue: ['a', 'b'],
        'onUpdate:modelValue': (value: unknown) => wrapper.setProps({ modelValue: value as string[] }),
      },
    });
    await wrapper.findAll('.item button')[0]!.trigger('click');
    expect(wrapper.props('modelValue')).toEqual(['b']);
    await wrapper.find('.add').trigger('click');
    await wrapper.findAll('input')[1]!.setValue('c');
    expect(wrapper.props('modelValue')).toEqual(['b', 'c']);
  });
});
