import type { AuditEntry } from '../../api/types';
import { formatDateTime } from '../../i18n/format';
import { t } from '../../i18n/index';

interface Form {
  pattern: RegExp;
  tell(...parts: (string | undefined)[]): string;
}

// The log keeps one text, and its hashes cover it. These are the forms that the service itself writes, by action; what people and plugins write stays as it is.
const until: Form = {
  pattern: /^until (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\dZ)(?:: (.+))?$/s,
  tell: (day, time, why) => because(t('audit.reason.until', { at: formatDateTime(`${day ?? ''}T${time ?? ''}`) }), why),
};
const permanently: Form = { pattern: /^permanent(?:: (.+))?$/s, tell: (why) => because(t('audit.reason.permanently'), why) };
const revision: Form = { pattern: /^revision (\d+)$/, tell: (number) => t('config.revision', { revision: number ?? '' }) };
const cascade: Form = { pattern: /^cascade$/, tell: () => t('audit.reason.cascade') };
const leftOut: Form = {
  pattern: /^(\d+) more calls that came to nothing are not written down one by one$/,
  tell: (count) => t('audit.reason.leftOut', { count: count ?? '' }),
};
const trusted: Form = { pattern: /^(.+): plugins\.approval is trust$/s, tell: (what) => because(what ?? '', t('audit.reason.trusted')) };

const operations = ['load', 'unload', 'reload', 'start', 'stop', 'disable', 'enable'];
const forms = new Map<string, Form[]>([
  ['ban.set', [permanently, until]],
  ['plugin.restore_config', [revision]],
  ['plugin.refused_calls_left_out', [leftOut]],
  ...operations.map((operation): [string, Form[]] => [`plugin.${operation}`, [cascade]]),
]);

function because(what: string, why: string | undefined): string {
  return why === undefined ? what : t('audit.reason.because', { what, why });
}

function formsOf({ actor, action }: AuditEntry): Form[] {
  if (actor === 'configuration') return [trusted];
  return forms.get(action) ?? [];
}

/** The reason of an entry, in the reader's language where the service worded it. */
export function auditReason(entry: AuditEntry): string {
  for (const { pattern, tell } of formsOf(entry)) {
    const match = pattern.exec(entry.reason);
    if (match !== null) return tell(...match.slice(1));
  }
  return entry.reason;
}
