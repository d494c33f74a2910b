import { computed, shallowRef } from 'vue';
import { ApiError } from '../api/ApiError';
import { service } from '../api/service';
import type { Plugin } from '../api/types';

const known = shallowRef<ReadonlyMap<string, Plugin> | null>(null);
const error = shallowRef<ApiError | null>(null);
let refreshing: Promise<void> | null = null;

const plugins = computed(() => [...(known.value?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)));

async function fetchPlugins(): Promise<void> {
  try {
    const list = await service.plugins();
    known.value = new Map(list.map((plugin) => [plugin.name, plugin]));
    error.value = null;
  } catch (thrown) {
    error.value = ApiError.of(thrown);
  }
}

/** Fetches the list; callers meanwhile share one request. */
export function refreshPlugins(): Promise<void> {
  refreshing ??= fetchPlugins().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

export function replacePlugin(plugin: Plugin): void {
  known.value = new Map(known.value ?? []).set(plugin.name, plugin);
}

/** Fetches the list again when the service names other plugins than the list contains. */
export function reconcilePlugins(names: readonly string[]): void {
  const map = known.value;
  if (map === null || (names.length === map.size && names.every((name) => map.has(name)))) return;
  void refreshPlugins();
}

export function forgetPlugins(): void {
  known.value = null;
  error.value = null;
}

export function usePlugins() {
  return {
    plugins,
    find: (name: string) => known.value?.get(name) ?? null,
    loaded: computed(() => known.value !== null),
    error,
    refresh: refreshPlugins,
  };
}
