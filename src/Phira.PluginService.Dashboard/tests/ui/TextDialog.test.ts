import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { service } from '../../src/api/service';
import { chooseLanguage } from '../../src/i18n';
import TextDialog from '../../src/ui/TextDialog.vue';
import { answer, refusal, sent, stubFetch } from '../support';

enableAutoUnmount(afterEach);

const calls = stubFetch();

beforeEach(() => chooseLanguage('en'));

describe('A dialog that asks for a text', () => {
  it('stays open with the problem until it succeeds', async () => {
    let fails = true;
    calls.mockImplementation(async () => (fails ? refusal(404, 'user.not_found', 'User 7 is not here.') : answer(null, { status: 204 })));
    const act = (text: string) => service.kick(7, text);
    const wrapper = mount(TextDialog, {
      props: { title: 'Kick?', label: 'Reason', confirm: 'Kick', longest: 200, act },
      attachTo: document.body,
    });
    await wrapper.find('textarea').setValue(' spam ');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(wrapper.text()).toContain('User 7 is not here.');
    expect(wrapper.text()).toContain('Remedy of user.not_found');
    expect(wrapper.emitted('close')).toBeUndefined();
    fails = false;
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(wrapper.emitted('close')).toHaveLength(1);
    expect(sent(calls).at(-1)).toEqual(['POST', '/api/v1/users/7/kick', { reason: 'spam' }]);
  });
});
