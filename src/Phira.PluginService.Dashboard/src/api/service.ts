import { addressOf } from './address';
import { client } from './client';
import type { JsonObject } from './json';
import type { paths } from './schema';
import type { Grant, LogLevel, LogThreshold, PluginConfig, PluginOperation, ServerSettingsChange } from './types';

/** A configuration with the tag that guards the next change of it. */
export interface TaggedConfig {
  value: PluginConfig;
  tag: string | null;
}

export interface AuditFilter {
  actor: string;
  action: string;
  target: string;
}

/** What is left out does not narrow. */
export interface LogFilter {
  level: LogLevel;
  text?: string;
  from?: string;
  until?: string;
}

type Answer<Value> = Promise<{ data?: Value; response: Response }>;

/** The value of an answer; refusals were thrown before. */
async function valueOf<Value>(answer: Answer<Value>): Promise<Value> {
  return (await answer).data as Value;
}

/** For answers that have no value. */
async function done(answer: Answer<unknown>): Promise<void> {
  await answer;
}

async function tagged(answer: Answer<PluginConfig>): Promise<TaggedConfig> {
  const { data, response } = await answer;
  return { value: data as PluginConfig, tag: response.headers.get('ETag') };
}

const ifMatch = (tag: string | null) => (tag === null ? {} : { 'If-Match': tag });
const ofPlugin = (name: string) => ({ path: { name } });

/** The address of something of a plugin that the browser opens by itself. */
const linkTo = (path: keyof paths, name: string) => addressOf(path.replace('{name}', encodeURIComponent(name)));

/** A file is sent as it is. */
const asFile = (file: File) => ({
  body: file,
  bodySerializer: () => file,
  headers: { 'Content-Type': 'application/octet-stream' },
});

/** Every call that the dashboard makes, by name. */
export const service = {
  session: () => valueOf(client.GET('/api/v1/session')),
  signIn: (token: string) => done(client.POST('/api/v1/session', { body: { token } })),
  signOut: () => done(client.DELETE('/api/v1/session')),
  system: () => valueOf(client.GET('/api/v1/system')),
  plugins: () => valueOf(client.GET('/api/v1/plugins')),
  plugin: (name: string) => valueOf(client.GET('/api/v1/plugins/{name}', { params: ofPlugin(name) })),
  operate: (name: string, operation: PluginOperation, cascade = false) =>
    valueOf(client.POST(`/api/v1/plugins/{name}/${operation}`, { params: { ...ofPlugin(name), query: cascade ? { cascade } : {} } })),
  pageTicket: (name: string) => valueOf(client.POST('/api/v1/plugins/{name}/page-tickets', { params: ofPlugin(name) })),
  config: (name: string) => tagged(client.GET('/api/v1/plugins/{name}/config', { params: ofPlugin(name) })),
  saveConfig: (name: string, values: JsonObject, tag: string | null) =>
    tagged(client.PUT('/api/v1/plugins/{name}/config', { params: { ...ofPlugin(name), header: ifMatch(tag) }, body: { values } })),
  configRevisions: (name: string) =>
    valueOf(client.GET('/api/v1/plugins/{name}/config/revisions', { params: { ...ofPlugin(name), query: { count: 50 } } })),
  restoreConfig: (name: string, revision: number, tag: string | null) =>
    tagged(
      client.POST('/api/v1/plugins/{name}/config/revisions/{revision}/restore', {
        params: { path: { name, revision }, header: ifMatch(tag) },
      }),
    ),
  permissions: (name: string) => valueOf(client.GET('/api/v1/plugins/{name}/permissions', { params: ofPlugin(name) })),
  grant: (name: string, grants: Grant[]) =>
    valueOf(client.PUT('/api/v1/plugins/{name}/permissions', { params: ofPlugin(name), body: { grants } })),
  inspectPackage: (file: File) =>
    valueOf(client.POST('/api/v1/packages/inspect', { params: { query: { file: file.name } }, ...asFile(file) })),
  /** `adopt` is the consent to the manifest that is proposed for a bare component. */
  installPackage: (file: File, adopt: boolean) =>
    valueOf(client.POST('/api/v1/packages', { params: { query: { file: file.name, ...(adopt ? { adopt } : {}) } }, ...asFile(file) })),
  gallery: () => valueOf(client.GET('/api/v1/gallery')),
  installFromGallery: (name: string) => valueOf(client.POST('/api/v1/gallery/{name}/install', { params: ofPlugin(name) })),
  proposeManifest: (name: string) => valueOf(client.GET('/api/v1/plugins/{name}/adoption', { params: ofPlugin(name) })),
  adopt: (name: string, manifest: string | null) =>
    valueOf(client.POST('/api/v1/plugins/{name}/adopt', { params: ofPlugin(name), body: { manifest } })),
  versions: (name: string) => valueOf(client.GET('/api/v1/plugins/{name}/versions', { params: ofPlugin(name) })),
  rollBack: (name: string, version: string) =>
    valueOf(client.POST('/api/v1/plugins/{name}/rollback', { params: ofPlugin(name), body: { version } })),
  removePlugin: (name: string) => done(client.DELETE('/api/v1/plugins/{name}', { params: ofPlugin(name) })),
  limits: (name: string) => valueOf(client.GET('/api/v1/plugins/{name}/limits', { params: ofPlugin(name) })),
  setLimits: (name: string, overrides: Record<string, number>) =>
    valueOf(client.PUT('/api/v1/plugins/{name}/limits', { params: ofPlugin(name), body: { overrides } })),
  services: () => valueOf(client.GET('/api/v1/services')),
  pluginServices: (name: string) => valueOf(client.GET('/api/v1/plugins/{name}/services', { params: ofPlugin(name) })),
  pluginMetrics: (name: string) => valueOf(client.GET('/api/v1/plugins/{name}/metrics', { params: ofPlugin(name) })),
  crashes: (name: string) => valueOf(client.GET('/api/v1/plugins/{name}/crashes', { params: ofPlugin(name) })),
  transitions: (name: string) =>
    valueOf(client.GET('/api/v1/plugins/{name}/transitions', { params: { ...ofPlugin(name), query: { count: 100 } } })),
  log: (name: string, filter: LogFilter, before: number | null) =>
    valueOf(
      client.GET('/api/v1/plugins/{name}/log', {
        params: { ...ofPlugin(name), query: { ...filter, ...(before === null ? {} : { before }), count: 200 } },
      }),
    ),
  logDownload: (name: string) => linkTo('/api/v1/plugins/{name}/log/download', name),
  logging: () => valueOf(client.GET('/api/v1/logging')),
  changeLogging: (level: LogThreshold, levels: Record<string, LogThreshold>) =>
    valueOf(client.PUT('/api/v1/logging', { body: { level, levels } })),
  users: () => valueOf(client.GET('/api/v1/users')),
  rooms: () => valueOf(client.GET('/api/v1/rooms')),
  kick: (id: number, reason: string) => done(client.POST('/api/v1/users/{id}/kick', { params: { path: { id } }, body: { reason } })),
  tellUser: (id: number, text: string) => done(client.POST('/api/v1/users/{id}/message', { params: { path: { id } }, body: { text } })),
  tellRoom: (id: number, text: string) => done(client.POST('/api/v1/rooms/{id}/message', { params: { path: { id } }, body: { text } })),
  tellEverybody: (text: string) => valueOf(client.POST('/api/v1/messages', { body: { text } })),
  disband: (id: number, reason: string) => done(client.POST('/api/v1/rooms/{id}/disband', { params: { path: { id } }, body: { reason } })),
  lockRoom: (id: number, locked: boolean) => done(client.PUT('/api/v1/rooms/{id}/lock', { params: { path: { id } }, body: { locked } })),
  bans: () => valueOf(client.GET('/api/v1/bans')),
  ban: (target: string, reason: string, expiresAt: string | null, confirm = false) =>
    valueOf(client.POST('/api/v1/bans', { params: { query: confirm ? { confirm } : {} }, body: { target, reason, expiresAt } })),
  liftBan: (target: string) => done(client.DELETE('/api/v1/bans', { params: { query: { target } } })),
  serverSettings: () => valueOf(client.GET('/api/v1/server-settings')),
  changeServerSettings: (change: ServerSettingsChange) => valueOf(client.PATCH('/api/v1/server-settings', { body: change })),
  audit: (filter: AuditFilter, before: number | null) =>
    valueOf(client.GET('/api/v1/audit', { params: { query: { ...filter, ...(before === null ? {} : { before }), count: 50 } } })),
  checkAudit: () => valueOf(client.GET('/api/v1/audit/check')),
  errorCodes: () => valueOf(client.GET('/api/v1/errors')),
  commands: () => valueOf(client.GET('/api/v1/commands')),
  invoke: (name: string, text: string) =>
    valueOf(client.POST('/api/v1/commands/{name}/invoke', { params: { path: { name } }, body: { arguments: text } })),
};
