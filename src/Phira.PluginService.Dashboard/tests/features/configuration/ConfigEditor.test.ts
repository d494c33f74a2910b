import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import ConfigEditor from '../../../src/features/configuration/ConfigEditor.vue';
import { chooseLanguage } from '../../../src/i18n';
import { answer, button, problem, refusal, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const calls = stubFetch();

beforeEach(() => chooseLanguage('en'));

describe('The configuration editor', () => {
  const schema = { properties: { greeting: { type: 'string' }, size: { type: 'integer' } } };
  const config = (revision: number, greeting: string) => ({ plugin: 'welcome', revision, values: { greeting, size: 1 }, schema });
  const open = async () => {
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/', component: ConfigEditor, props: { config: { value: config(1, 'Hi'), tag: '"1"' } } }],
    });
    await router.push('/');
    const wrapper = mount({ template: '<RouterView />' }, { global: { plugins: [router] }, attachTo: document.body });
    await flushPromises();
    return wrapper;
  };
  const greeting = (wrapper: VueWrapper) => wrapper.find<HTMLInputElement>('[data-field=greeting] input');

  it('saves what was changed, with the tag it was read with', async () => {
    calls.mockImplementation(async () => answer(config(2, 'Hello'), { headers: { ETag: '"2"' } }));
    const wrapper = await open();
    expect(button(wrapper, 'Save').attributes('aria-disabled')).toBe('true');
    await greeting(wrapper).setValue('Hello');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(calls.mock.lastCall![1]).toMatchObject({ body: '{"values":{"greeting":"Hello","size":1}}', headers: { 'If-Match': '"1"' } });
    expect(wrapper.text()).toContain('Revision 2');
    expect(button(wrapper, 'Save').attributes('aria-disabled')).toBe('true');
  });

  it('shows a refusal beside its field and keeps what was typed', async () => {
    calls.mockImplementation(async () =>
      refusal(422, 'config.invalid', 'One problem.', [problem('/size is 1, against the rule minimum 2.')]),
    );
    const wrapper = await open();
    await greeting(wrapper).setValue('Hello');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(wrapper.find('[data-field=size] .problems').text()).toContain('against the rule');
    expect(wrapper.find('[data-field=greeting] .problems').exists()).toBe(false);
    expect(greeting(wrapper).element.value).toBe('Hello');
  });

  it('offers the newer revision when somebody else saved meanwhile', async () => {
    calls.mockImplementation(async (_path, init) =>
      init.method === 'PUT'
        ? refusal(412, 'config.changed_meanwhile', 'Changed.')
        : answer(config(5, 'Theirs'), { headers: { ETag: '"5"' } }),
    );
    const wrapper = await open();
    await greeting(wrapper).setValue('Mine');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(wrapper.find('dialog').text()).toContain('Somebody else changed the configuration');
    await button(wrapper, 'Load the new one').trigger('click');
    await flushPromises();
    expect(greeting(wrapper).element.value).toBe('Theirs');
    expect(wrapper.text()).toContain('Revision 5');
  });

  it('carries changes between form and JSON, and refuses broken JSON', async () => {
    const wrapper = await open();
    await greeting(wrapper).setValue('Hello');
    await button(wrapper, 'JSON').trigger('click');
    const text = wrapper.find('textarea');
    expect(JSON.parse(text.element.value)).toEqual({ greeting: 'Hello', size: 1 });
    await text.setValue('{');
    await button(wrapper, 'Form').trigger('click');
    expect(wrapper.text()).toContain('This is not valid JSON.');
    await text.setValue('{"greeting":"Hey","size":4}');
    await button(wrapper, 'Form').trigger('click');
    expect(greeting(wrapper).element.value).toBe('Hey');
  });
});
