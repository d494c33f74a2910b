import { shallowRef } from 'vue';
import { ApiError } from '../../api/ApiError';
import { service } from '../../api/service';
import type { Plugin, PluginOperation } from '../../api/types';
import { t } from '../../i18n';
import { replacePlugin } from '../../live/usePlugins';
import { useConfirm } from '../../ui/useConfirm';
import { useToasts } from '../../ui/useToasts';

/** Operations that interrupt what players use. */
const asks: readonly PluginOperation[] = ['unload', 'stop', 'disable'];

const pending = shallowRef<ReadonlyMap<string, PluginOperation>>(new Map());

function setPending(name: string, operation: PluginOperation | null): void {
  const next = new Map(pending.value);
  if (operation === null) next.delete(name);
  else next.set(name, operation);
  pending.value = next;
}

/** Other plugins may need this one: then the user decides whether they go with it. Null when they do not. */
async function carryOut(name: string, operation: PluginOperation): Promise<Plugin | null> {
  try {
    return await service.operate(name, operation);
  } catch (thrown) {
    const refused = ApiError.of(thrown);
    if (refused.code !== 'plugin.has_dependents') throw refused;
    const label = t(`operation.${operation}`);
    const sure = await useConfirm().confirm({
      title: t('cascade.title', { name }),
      text: `${refused.message} ${t(operation === 'reload' ? 'cascade.reload' : 'cascade.text')}`,
      confirm: t('cascade.confirm', { operation: label }),
      danger: true,
    });
    return sure ? service.operate(name, operation, true) : null;
  }
}

async function run(name: string, operation: PluginOperation): Promise<void> {
  const { confirm } = useConfirm();
  const toasts = useToasts();
  if (pending.value.has(name)) return;
  const label = t(`operation.${operation}`);
  if (asks.includes(operation)) {
    const confirmed = await confirm({
      title: t(`confirm.${operation}.title` as 'confirm.stop.title', { name }),
      text: t(`confirm.${operation}.text` as 'confirm.stop.text'),
      confirm: label,
      danger: true,
    });
    if (!confirmed || pending.value.has(name)) return;
  }
  setPending(name, operation);
  try {
    const plugin = await carryOut(name, operation);
    if (plugin === null) return;
    replacePlugin(plugin);
    toasts.good(t(`done.${operation}`, { name }));
  } catch (thrown) {
    toasts.bad(t('operation.failed', { name, operation: label }), ApiError.of(thrown));
  } finally {
    setPending(name, null);
  }
}

export function useOperations() {
  return { pending, run };
}
