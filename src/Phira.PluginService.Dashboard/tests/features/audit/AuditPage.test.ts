import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../src/api/types';
import AuditPage from '../../../src/features/audit/AuditPage.vue';
import { chooseLanguage } from '../../../src/i18n';
import { answer, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const calls = stubFetch();

function entry(number: number, reason: string): AuditEntry {
  const at = '2026-01-02T03:04:05Z';
  return { number, at, actor: 'admin', action: 'ban.set', target: 'user:1', reason, outcome: 'done', correlationId: '', hash: '' };
}

beforeEach(() => chooseLanguage('zh-CN'));

describe('The audit log', () => {
  it('shows the reasons as the service words them, and asks again in another language', async () => {
    calls.mockImplementation(async (_, { headers }) =>
      answer({
        entries: [entry(3, new Headers(headers).get('Accept-Language') === 'en' ? 'permanent' : '永久'), entry(2, 'cascade'), entry(1, '')],
        nextBefore: null,
      }),
    );
    const page = mount(AuditPage);
    await flushPromises();
    const reasons = () => page.findAll('tbody .foreign').map((cell) => cell.text());
    expect(reasons()).toEqual(['永久', 'cascade', '–']);
    chooseLanguage('en');
    await flushPromises();
    expect(reasons()).toEqual(['permanent', 'cascade', '–']);
  });
});
