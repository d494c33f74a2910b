import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry } from '../../../src/api/types';
import AuditPage from '../../../src/features/audit/AuditPage.vue';
import { chooseLanguage } from '../../../src/i18n';
import { formatDateTime } from '../../../src/i18n/format';
import { answer } from '../../support';

enableAutoUnmount(afterEach);

const end = '2026-12-24T10:00:00Z';

function entry(number: number, action: string, reason: string, actor = 'admin'): AuditEntry {
  return { number, at: '2026-01-02T03:04:05Z', actor, action, target: 'server', reason, outcome: 'done', correlationId: '', hash: '' };
}

async function reasons(...acts: [action: string, reason: string, actor?: string][]): Promise<string[]> {
  const entries = acts.map(([action, reason, actor], index) => entry(index + 1, action, reason, actor));
  vi.stubGlobal('fetch', async () => answer({ entries, nextBefore: null }));
  const wrapper = mount(AuditPage);
  await flushPromises();
  return wrapper.findAll('tbody .foreign').map((cell) => cell.text());
}

beforeEach(() => chooseLanguage('zh-CN'));

describe('The reasons in the audit log', () => {
  it('are in the language of the reader where the service wrote them itself', async () => {
    expect(
      await reasons(
        ['ban.set', 'permanent'],
        ['ban.set', 'permanent: 刷屏: again\nand again'],
        ['ban.set', 'until 2026-12-24 10:00:00Z: spam'],
        ['plugin.restore_config', 'revision 7'],
        ['plugin.unload', 'cascade'],
        ['plugin.refused_calls_left_out', '12 more calls that came to nothing are not written down one by one'],
        ['plugin.grant', 'kick_users {}: plugins.approval is trust', 'configuration'],
      ),
    ).toEqual([
      '永久',
      '永久：刷屏: again\nand again',
      `到 ${formatDateTime(end)}：spam`,
      '修订 7',
      '连同依赖它的插件',
      '另有 12 次被拒绝或失败的调用，未逐条记录',
      'kick_users {}：配置信任所有插件',
    ]);
  });

  it('read well in English too, with times as the reader writes them', async () => {
    chooseLanguage('en');
    expect(await reasons(['ban.set', 'until 2026-12-24 10:00:00Z'], ['plugin.unload', 'cascade'])).toEqual([
      `until ${formatDateTime(end)}`,
      'together with the plugins that need it',
    ]);
  });

  it('stay as they are where somebody else wrote them', async () => {
    const written: [string, string][] = [
      ['user.kick', 'permanent'],
      ['user.ban', 'permanent: a plugin says so'],
      ['ban.lift', 'cascade'],
      ['ban.set', 'until some day'],
      ['command.run', 'revision 7'],
      ['plugin.grant', 'kick_users {}: plugins.approval is trust'],
    ];
    expect(await reasons(...written)).toEqual(written.map(([, reason]) => reason));
  });
});
