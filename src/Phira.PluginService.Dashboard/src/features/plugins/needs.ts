import type { Plugin } from '../../api/types';

/** Whether a plugin is only a component yet, without the manifest that would make it one. */
export const needsManifest = (plugin: Plugin): boolean => plugin.failure?.code === 'plugin.needs_manifest';

/** Whether a plugin asks for what the service's security policy forbids: no administrator can grant that in the dashboard. */
export const cannotBeApproved = (plugin: Plugin): boolean => plugin.pending?.code === 'permission.asks_for_forbidden';
