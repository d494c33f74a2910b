import type { PluginOperation, PluginState } from '../../api/types';

export const operations: readonly PluginOperation[] = ['reload', 'start', 'stop', 'load', 'unload', 'disable', 'enable'];

/** The states in which an operation can change something. All are idempotent: this only keeps useless buttons quiet. */
const allowedStates: Record<PluginOperation, readonly PluginState[]> = {
  load: ['discovered', 'resolved', 'compiled', 'unloaded', 'pending-approval', 'failed', 'quarantined'],
  unload: ['loaded', 'initialized', 'running', 'stopped', 'failed', 'quarantined'],
  reload: ['loaded', 'initialized', 'running', 'stopped', 'failed', 'quarantined'],
  start: ['loaded', 'initialized', 'stopped'],
  stop: ['running'],
  disable: [
    'discovered',
    'resolved',
    'compiled',
    'loaded',
    'initialized',
    'running',
    'stopped',
    'unloaded',
    'pending-approval',
    'failed',
    'quarantined',
  ],
  enable: ['disabled'],
};

export const isAllowed = (operation: PluginOperation, state: PluginState): boolean => allowedStates[operation].includes(state);
