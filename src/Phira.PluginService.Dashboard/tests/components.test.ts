import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { h } from 'vue';
import type { PluginState } from '../src/api/types';
import ConfigEditor from '../src/components/ConfigEditor.vue';
import ConfirmDialog from '../src/components/ConfirmDialog.vue';
import DataTable from '../src/components/DataTable.vue';
import FieldInput from '../src/components/FieldInput.vue';
import OperationButtons from '../src/components/OperationButtons.vue';
import ProblemBanner from '../src/components/ProblemBanner.vue';
import ProblemView from '../src/components/ProblemView.vue';
import RemoteView from '../src/components/RemoteView.vue';
import ToastRegion from '../src/components/ToastRegion.vue';
import { toastMilliseconds, useToasts } from '../src/feedback/useToasts';
import { ApiError } from '../src/api/client';
import { fieldsOf } from '../src/forms/fields';
import { chooseLanguage } from '../src/i18n';
import { receiveHealth } from '../src/live/useLive';
import { answer, plugin, problem, refusal } from './support';

enableAutoUnmount(afterEach);

const calls = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const posts = () => calls.mock.calls.filter(([, init]) => init.method !== 'GET').map(([path]) => path);
const button = (wrapper: VueWrapper, text: string) => wrapper.findAll('button').find((one) => one.text().includes(text))!;

beforeEach(() => {
  calls.mockReset();
  vi.stubGlobal('fetch', calls);
  chooseLanguage('en');
  const { toasts, dismiss } = useToasts();
  for (const toast of toasts.value) dismiss(toast.id);
});

describe('A problem of the service', () => {
  it('stands above every page for as long as it lasts', async () => {
    const banner = mount(ProblemBanner);
    expect(banner.text()).toBe('');
    receiveHealth({ at: '', status: 'critical', problems: ['The disk is full.'], plugins: [] });
    await flushPromises();
    expect(banner.get('[role=status]').text()).toBe('The disk is full.');
    receiveHealth({ at: '', status: 'healthy', problems: [], plugins: [] });
    await flushPromises();
    expect(banner.text()).toBe('');
  });
});

describe('The buttons of a plugin', () => {
  const enabled = (state: PluginState) =>
    mount(OperationButtons, { props: { name: 'dice', state } })
      .findAll('button')
      .filter((one) => one.attributes('aria-disabled') === 'false')
      .map((one) => one.attributes('data-operation'));

  it('are useful only where they can change something', () => {
    expect(enabled('running')).toEqual(['reload', 'stop', 'unload', 'disable']);
    expect(enabled('stopped')).toEqual(['reload', 'start', 'unload', 'disable']);
    expect(enabled('unloaded')).toEqual(['load', 'disable']);
    expect(enabled('disabled')).toEqual(['enable']);
    expect(enabled('stopping')).toEqual([]);
  });

  it('say how it went', async () => {
    calls.mockImplementation(async () => answer(plugin('dice')));
    const wrapper = mount(OperationButtons, { props: { name: 'dice', state: 'running' } });
    await button(wrapper, 'Reload').trigger('click');
    await flushPromises();
    expect(posts()).toEqual(['/api/v1/plugins/dice/reload']);
    expect(useToasts().toasts.value).toMatchObject([{ kind: 'good', text: 'dice is reloaded.' }]);
  });

  it('say why it failed and what to do', async () => {
    calls.mockImplementation(async () => refusal(422, 'component.broken', 'The file is cut off.'));
    const wrapper = mount(OperationButtons, { props: { name: 'dice', state: 'running' } });
    await button(wrapper, 'Reload').trigger('click');
    await flushPromises();
    expect(useToasts().toasts.value).toMatchObject([{ kind: 'bad', text: 'dice: Reload failed. The file is cut off.', remedy: 'Remedy of component.broken' }]);
  });

  it('ask before they interrupt', async () => {
    calls.mockImplementation(async () => answer(plugin('dice')));
    const wrapper = mount(() => [h(OperationButtons, { name: 'dice', state: 'running' }), h(ConfirmDialog)], { attachTo: document.body });
    await button(wrapper, 'Stop').trigger('click');
    await wrapper.find('dialog').findAll('button')[0]!.trigger('click');
    await flushPromises();
    expect(posts()).toEqual([]);
    await button(wrapper, 'Stop').trigger('click');
    await wrapper.find('dialog').findAll('button')[1]!.trigger('click');
    await flushPromises();
    expect(posts()).toEqual(['/api/v1/plugins/dice/stop']);
  });

  it('do one thing at a time', async () => {
    let finish = (_: Response) => {};
    calls.mockImplementation(() => new Promise((resolve) => (finish = resolve)));
    const wrapper = mount(OperationButtons, { props: { name: 'dice', state: 'running' } });
    await button(wrapper, 'Reload').trigger('click');
    await button(wrapper, 'Reload').trigger('click');
    expect(posts()).toHaveLength(1);
    finish(answer(plugin('dice')));
    await flushPromises();
    expect(button(wrapper, 'Reload').attributes('aria-disabled')).toBe('false');
  });
});

describe('Messages', () => {
  it('are announced politely; good ones go by themselves, bad ones stay', async () => {
    vi.useFakeTimers();
    const wrapper = mount(ToastRegion);
    const { good, bad } = useToasts();
    good('Done.');
    bad('Failed.', new ApiError(500, 'x', 'Because.', 'Do that.'));
    await wrapper.vm.$nextTick();
    expect(wrapper.find('[aria-live="polite"]').text()).toContain('Failed. Because.');
    expect(wrapper.text()).toContain('Do that.');
    await vi.advanceTimersByTimeAsync(toastMilliseconds);
    expect(useToasts().toasts.value.map((toast) => toast.text)).toEqual(['Failed. Because.']);
    vi.useRealTimers();
  });
});

describe('A failure', () => {
  it('is shown with its code, place, remedy and causes', () => {
    const wrapper = mount(ProblemView, {
      props: { problem: { ...problem('The manifest has an error.'), causes: [{ ...problem('Unknown key.'), code: 'manifest.unknown_key', remedy: 'Remove it.', file: 'plugin.toml', line: 12, column: 3 }] } },
    });
    expect(wrapper.text()).toContain('The manifest has an error.');
    expect(wrapper.find('.causes').text()).toMatch(/Unknown key\..*Remedy: Remove it\..*manifest\.unknown_key.*plugin\.toml:12:3/s);
  });
});

describe('Something that is fetched', () => {
  const slots = { default: ({ data }: { data: unknown }) => `content ${String(data)}` };
  const show = (props: { data: string | null; error: ApiError | null; isEmpty?: boolean }) => mount(RemoteView<string>, { props: { ...props, empty: 'Nobody here.' }, slots });

  it('shows that it is on its way, that there is nothing, and itself', () => {
    expect(show({ data: null, error: null }).text()).toBe('Loading…');
    expect(show({ data: '', error: null, isEmpty: true }).text()).toBe('Nobody here.');
    expect(show({ data: 'x', error: null }).text()).toBe('content x');
  });

  it('shows an error with a way to try again, and what was there before', async () => {
    const wrapper = show({ data: 'old', error: new ApiError(503, 'busy', 'Too busy.', 'Wait.') });
    expect(wrapper.find('[role=alert]').text()).toMatch(/Too busy\.Wait\./);
    expect(wrapper.text()).toContain('content old');
    await button(wrapper, 'Try again').trigger('click');
    expect(wrapper.emitted('retry')).toHaveLength(1);
  });
});

describe('A table', () => {
  it('keeps its roles and names each value for narrow screens', () => {
    const wrapper = mount(DataTable<{ id: number }>, {
      props: { caption: 'Things', columns: [{ key: 'id', label: 'Id' }], rows: [{ id: 1 }], rowKey: (row: { id: number }) => row.id },
      slots: { id: ({ row }: { row: { id: number } }) => `#${row.id}` },
    });
    expect(wrapper.find('[role=table] caption').text()).toBe('Things');
    expect(wrapper.find('[role=cell] .label').text()).toBe('Id');
    expect(wrapper.find('[role=cell] .content').text()).toBe('#1');
  });
});

describe('An input', () => {
  it('tells its problem to who cannot see it', () => {
    const [field] = fieldsOf({ properties: { size: { type: 'integer', title: 'Size', description: 'How large.', minimum: 1 } } }, { size: 0 });
    const wrapper = mount(FieldInput, { props: { field: field!, problems: ['Too small.'], modelValue: '0' } });
    const input = wrapper.find('input');
    expect(wrapper.find(`label[for="${input.attributes('id')}"]`).text()).toContain('Size');
    expect(input.attributes('aria-invalid')).toBe('true');
    const described = input.attributes('aria-describedby')!.split(' ').map((id) => wrapper.find(`[id="${id}"]`).text());
    expect(described).toEqual(['How large. At least 1.', 'Too small.']);
  });

  it('of a list grows and shrinks', async () => {
    const [field] = fieldsOf({ properties: { words: { type: 'array', items: { type: 'string' } } } }, { words: ['a', 'b'] });
    const wrapper = mount(FieldInput, { props: { field: field!, problems: [], modelValue: ['a', 'b'], 'onUpdate:modelValue': (value: unknown) => wrapper.setProps({ modelValue: value as string[] }) } });
    await wrapper.findAll('.item button')[0]!.trigger('click');
    expect(wrapper.props('modelValue')).toEqual(['b']);
    await wrapper.find('.add').trigger('click');
    await wrapper.findAll('input')[1]!.setValue('c');
    expect(wrapper.props('modelValue')).toEqual(['b', 'c']);
  });
});

describe('The configuration editor', () => {
  const schema = { properties: { greeting: { type: 'string' }, size: { type: 'integer' } } };
  const config = (revision: number, greeting: string) => ({ plugin: 'welcome', revision, values: { greeting, size: 1 }, schema });
  const open = async () => {
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: ConfigEditor, props: { config: { value: config(1, 'Hi'), tag: '"1"' } } }] });
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
    calls.mockImplementation(async () => refusal(422, 'config.invalid', 'One problem.', [problem('/size is 1, against the rule minimum 2.')]));
    const wrapper = await open();
    await greeting(wrapper).setValue('Hello');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(wrapper.find('[data-field=size] .problems').text()).toContain('against the rule');
    expect(wrapper.find('[data-field=greeting] .problems').exists()).toBe(false);
    expect(greeting(wrapper).element.value).toBe('Hello');
  });

  it('offers the newer revision when somebody else saved meanwhile', async () => {
    calls.mockImplementation(async (_path, init) => (init.method === 'PUT' ? refusal(412, 'config.changed_meanwhile', 'Changed.') : answer(config(5, 'Theirs'), { headers: { ETag: '"5"' } })));
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
