import { enableAutoUnmount, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { PluginOperation } from '../../../src/api/types';
import NextStep from '../../../src/features/plugins/NextStep.vue';
import { chooseLanguage } from '../../../src/i18n';
import { plugin, problem } from '../../support';

enableAutoUnmount(afterEach);

const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)*', component: { render: () => null } }] });

beforeEach(() => chooseLanguage('en'));

describe('What to do next', () => {
  const shown = (change: object) => mount(NextStep, { props: { plugin: { ...plugin('dice'), ...change } }, global: { plugins: [router] } });

  it('is said of a plugin that waits, is in quarantine, or is disabled', () => {
    const waiting = shown({ state: 'pending-approval', pending: problem('It asks for network.') });
    expect(waiting.text()).toContain('It asks for network.');
    expect(waiting.find('a').attributes('href')).toBe('/manage/dice/permissions');
    expect(
      shown({ state: 'quarantined', failure: problem('It crashed.') })
        .find('a')
        .attributes('href'),
    ).toBe('/manage/dice/crashes');
    expect(shown({ state: 'disabled' }).text()).toContain('Enable');
  });

  it('is another try in quarantine, where the service allows it', () => {
    const quarantined = (...allowedOperations: PluginOperation[]) =>
      shown({ state: 'quarantined', failure: problem('It crashed.'), allowedOperations }).text();
    expect(quarantined('load', 'disable')).toContain('Try again');
    expect(quarantined('disable')).not.toContain('Try again');
    expect(shown({ state: 'pending-approval', pending: problem('It asks.'), allowedOperations: ['load'] }).text()).not.toContain(
      'Try again',
    );
  });

  it('is never to approve what the configuration forbids', () => {
    const pending = {
      ...problem('It asks for what this service allows no plugin.'),
      code: 'permission.asks_for_forbidden',
      remedy: 'Allow it in [security].',
    };
    for (const state of ['pending-approval', 'running'] as const) {
      const text = shown({ state, pending }).text();
      expect(text).toContain('Allow it in [security].');
      expect(text).not.toContain('grant what it asks for');
      expect(text).not.toContain('Review permissions');
    }
  });

  it('is said while the old version runs and the new one waits', () => {
    expect(shown({ pending: problem('Version 2 asks for more.') }).text()).toContain('Version 2 asks for more.');
  });

  it('is nothing where all is well', () => {
    expect(shown({}).text()).toBe('');
  });
});
