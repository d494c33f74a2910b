import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { h } from 'vue';
import type { PluginOperation } from '../../../src/api/types';
import OperationButtons from '../../../src/features/plugins/OperationButtons.vue';
import { chooseLanguage } from '../../../src/i18n';
import ConfirmDialog from '../../../src/ui/ConfirmDialog.vue';
import { useToasts } from '../../../src/ui/useToasts';
import { answer, button, plugin, refusal, sent, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const calls = stubFetch();
const posts = () => sent(calls).map(([, path]) => path);

beforeEach(() => {
  chooseLanguage('en');
  const { toasts, dismiss } = useToasts();
  for (const toast of toasts.value) dismiss(toast.id);
});

describe('The buttons of a plugin', () => {
  const enabled = (...allowedOperations: PluginOperation[]) =>
    mount(OperationButtons, { props: { plugin: { ...plugin('dice'), allowedOperations } } })
      .findAll('button')
      .filter((one) => one.attributes('aria-disabled') === 'false')
      .map((one) => one.attributes('data-operation'));

  it('are useful only for what the service allows', () => {
    expect(enabled('unload', 'reload', 'stop', 'disable')).toEqual(['reload', 'stop', 'unload', 'disable']);
    expect(enabled('unload', 'reload', 'start', 'disable')).toEqual(['reload', 'start', 'unload', 'disable']);
    expect(enabled('load', 'disable')).toEqual(['load', 'disable']);
    expect(enabled('enable')).toEqual(['enable']);
    expect(enabled()).toEqual([]);
  });

  it('offer in a list one of two that are the same wish', () => {
    const failed = { ...plugin('dice'), allowedOperations: ['load', 'unload', 'reload', 'disable'] as PluginOperation[] };
    const wrapper = mount(OperationButtons, { props: { plugin: failed, brief: true } });
    expect(wrapper.findAll('button').map((one) => one.attributes('data-operation'))).toEqual(['reload']);
  });

  it('say how it went', async () => {
    calls.mockImplementation(async () => answer(plugin('dice')));
    const wrapper = mount(OperationButtons, { props: { plugin: plugin('dice') } });
    await button(wrapper, 'Reload').trigger('click');
    await flushPromises();
    expect(posts()).toEqual(['/api/v1/plugins/dice/reload']);
    expect(useToasts().toasts.value).toMatchObject([{ kind: 'good', text: 'dice is reloaded.' }]);
  });

  it('say why it failed and what to do', async () => {
    calls.mockImplementation(async () => refusal(422, 'component.broken', 'The file is cut off.'));
    const wrapper = mount(OperationButtons, { props: { plugin: plugin('dice') } });
    await button(wrapper, 'Reload').trigger('click');
    await flushPromises();
    expect(useToasts().toasts.value).toMatchObject([
      { kind: 'bad', text: 'dice: Reload failed. The file is cut off.', remedy: 'Remedy of component.broken' },
    ]);
  });

  it('ask before they interrupt', async () => {
    calls.mockImplementation(async () => answer(plugin('dice')));
    const wrapper = mount(() => [h(OperationButtons, { plugin: plugin('dice') }), h(ConfirmDialog)], { attachTo: document.body });
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
    const wrapper = mount(OperationButtons, { props: { plugin: plugin('dice') } });
    await button(wrapper, 'Reload').trigger('click');
    await button(wrapper, 'Reload').trigger('click');
    expect(posts()).toHaveLength(1);
    finish(answer(plugin('dice')));
    await flushPromises();
    expect(button(wrapper, 'Reload').attributes('aria-disabled')).toBe('false');
  });
});

describe('An operation on a plugin that others need', () => {
  it('is repeated with them only when the user confirms it', async () => {
    calls.mockImplementation(async (path) =>
      path.includes('cascade=true') ? answer(plugin('dice')) : refusal(409, 'plugin.has_dependents', 'Other plugins need "dice": party.'),
    );
    const wrapper = mount(() => [h(OperationButtons, { plugin: plugin('dice') }), h(ConfirmDialog)], { attachTo: document.body });
    await button(wrapper, 'Reload').trigger('click');
    await flushPromises();
    expect(wrapper.find('dialog').text()).toContain('party');
    await wrapper.find('dialog').findAll('button')[1]!.trigger('click');
    await flushPromises();
    expect(sent(calls).map(([, path]) => path)).toEqual(['/api/v1/plugins/dice/reload', '/api/v1/plugins/dice/reload?cascade=true']);
  });
});
