import { shallowRef, triggerRef } from 'vue';
import { addressOf } from '../api/address';
import { reportSignedOut } from '../api/signedOut';
import type { HealthMessage, MetricsMessage, Plugin, PluginMetrics, Stopping, SystemMetrics } from '../api/types';
import { currentLanguage } from '../i18n';
import { LiveConnection, type Hub } from './connection';
import { History } from './history';
import { replacePlugin, reconcilePlugins, refreshPlugins } from './usePlugins';

export type SystemSeries = 'cpuPercent' | 'workingSetBytes' | 'onlineUsers' | 'rooms';
export type PluginSeries = 'memoryBytes' | 'cpuPercent' | 'callsPerSecond';

const systemSeries: readonly SystemSeries[] = ['cpuPercent', 'workingSetBytes', 'onlineUsers', 'rooms'];
const pluginSeries: readonly PluginSeries[] = ['memoryBytes', 'cpuPercent', 'callsPerSecond'];

const systemHistory = new History(systemSeries);
const pluginHistories = new Map<string, History<PluginSeries>>();
const system = shallowRef<SystemMetrics | null>(null);
const pluginMetrics = shallowRef<ReadonlyMap<string, PluginMetrics>>(new Map());
const health = shallowRef<ReadonlyMap<string, Plugin['health']>>(new Map());
/** What keeps the service itself from working, in words. */
const problems = shallowRef<readonly string[]>([]);
/** What the service still waits for before it stops; null while it is not stopping. */
const stopping = shallowRef<Stopping | null>(null);
/** The time of the last sample, in seconds; charts are drawn again when it changes. */
const sampledAt = shallowRef(0);

export function pluginHistory(name: string): History<PluginSeries> {
  let history = pluginHistories.get(name);
  if (history === undefined) {
    history = new History(pluginSeries);
    pluginHistories.set(name, history);
  }
  return history;
}

export function receiveMetrics(message: MetricsMessage): void {
  const seconds = Date.parse(message.at) / 1000;
  systemHistory.push(seconds, message.system);
  for (const plugin of message.plugins) pluginHistory(plugin.name).push(seconds, plugin);
  system.value = message.system;
  stopping.value = message.stopping;
  pluginMetrics.value = new Map(message.plugins.map((plugin) => [plugin.name, plugin]));
  sampledAt.value = seconds;
  triggerRef(sampledAt);
  reconcilePlugins(message.plugins.map((plugin) => plugin.name));
}

export function receiveHealth(message: HealthMessage): void {
  problems.value = message.problems;
  health.value = new Map(message.plugins.map((plugin) => [plugin.name, { status: plugin.status, reasons: plugin.reasons }]));
}

async function open(): Promise<Hub> {
  const { HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
  const hub = new HubConnectionBuilder()
    .withUrl(addressOf(`/hubs/live?lang=${currentLanguage()}`))
    .configureLogging(LogLevel.None)
    .build();
  // Metrics come each second: ten seconds of silence mean that nobody is there any more.
  hub.serverTimeoutInMilliseconds = 10_000;
  hub.keepAliveIntervalInMilliseconds = 5_000;
  hub.on('metrics', receiveMetrics);
  hub.on('health', receiveHealth);
  hub.on('pluginChanged', replacePlugin);
  return hub;
}

const connection = new LiveConnection({ open, connected: () => void refreshPlugins(), refused: reportSignedOut });

export function useLive() {
  return { connection, system, stopping, systemHistory, pluginMetrics, health, problems, sampledAt, pluginHistory };
}
