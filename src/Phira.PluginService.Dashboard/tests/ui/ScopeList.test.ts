import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/i18n';
import ScopeList from '../../src/ui/ScopeList.vue';

beforeEach(() => chooseLanguage('en'));

describe('The scopes of a permission', () => {
  it('are told in words', () => {
    expect(mount(ScopeList, { props: { scopes: {} } }).text()).toBe('Without bounds');
    // cspell:ignore bper
    expect(mount(ScopeList, { props: { scopes: { hosts: ['a', 'b'], per_minute: 5 } } }).text()).toBe('hosts: a, bper minute: 5');
  });
});
