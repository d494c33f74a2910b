import { request, requestTagged } from './client';
import type {
  AuditCheck,
  AuditPage,
  Ban,
  Command,
  ConfigRevision,
  Crash,
  Grant,
  JsonObject,
  Limit,
  LogLine,
  PackageReport,
  PackageVersion,
  Permissions,
  Plugin,
  PluginConfig,
  PluginOperation,
  Room,
  ServerSettings,
  ServerSettingsChange,
  SystemInfo,
  Transition,
  User,
} from './types';

const pluginPath = (name: string) => `/api/v1/plugins/${encodeURIComponent(name)}`;

export interface TaggedConfig {
  value: PluginConfig;
  tag: string | null;
}
export interface AuditFilter {
  actor: string;
  action: string;
  target: string;
}

/** The part of an address after the question mark; what is empty is left out. */
function query(values: Record<string, string | number | null>): string {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

/** Every call that the dashboard makes, by name. */
export const service = {
  session: () => request<{ name: string }>('/api/v1/session', { anonymous: true }),
  signIn: (token: string) => request<void>('/api/v1/session', { method: 'POST', body: { token }, anonymous: true }),
  signOut: () => request<void>('/api/v1/session', { method: 'DELETE', anonymous: true }),
  system: () => request<SystemInfo>('/api/v1/system'),
  plugins: () => request<Plugin[]>('/api/v1/plugins'),
  plugin: (name: string) => request<Plugin>(pluginPath(name)),
  operate: (name: string, operation: PluginOperation, cascade = false) =>
    request<Plugin>(`${pluginPath(name)}/${operation}${query({ cascade: cascade ? 'true' : '' })}`, { method: 'POST' }),
  config: (name: string): Promise<TaggedConfig> => requestTagged<PluginConfig>(`${pluginPath(name)}/config`),
  saveConfig: (name: string, values: JsonObject, tag: string | null): Promise<TaggedConfig> =>
    requestTagged<PluginConfig>(`${pluginPath(name)}/config`, {
      method: 'PUT',
      body: { values },
      headers: tag === null ? {} : { 'If-Match': tag },
    }),
  configRevisions: (name: string) => request<ConfigRevision[]>(`${pluginPath(name)}/config/revisions?count=50`),
  restoreConfig: (name: string, revision: number, tag: string | null): Promise<TaggedConfig> =>
    requestTagged<PluginConfig>(`${pluginPath(name)}/config/revisions/${revision}/restore`, { method: 'POST', headers: tag === null ? {} : { 'If-Match': tag } }),
  permissions: (name: string) => request<Permissions>(`${pluginPath(name)}/permissions`),
  grant: (name: string, grants: Grant[]) => request<Permissions>(`${pluginPath(name)}/permissions`, { method: 'PUT', body: { grants } }),
  inspectPackage: (file: File) => request<PackageReport>(`/api/v1/packages/inspect${query({ file: file.name })}`, { method: 'POST', file }),
  /** `adopt` is the consent to the manifest that is proposed for a bare component. */
  installPackage: (file: File, adopt: boolean) =>
    request<PackageReport>(`/api/v1/packages${query({ file: file.name, adopt: adopt ? 'true' : '' })}`, { method: 'POST', file }),
  proposeManifest: (name: string) => request<PackageReport>(`${pluginPath(name)}/adoption`),
  adopt: (name: string, manifest: string | null) => request<PackageReport>(`${pluginPath(name)}/adopt`, { method: 'POST', body: { manifest } }),
  versions: (name: string) => request<PackageVersion[]>(`${pluginPath(name)}/versions`),
  rollBack: (name: string, version: string) => request<Plugin>(`${pluginPath(name)}/rollback`, { method: 'POST', body: { version } }),
  removePlugin: (name: string) => request<void>(pluginPath(name), { method: 'DELETE' }),
  limits: (name: string) => request<Limit[]>(`${pluginPath(name)}/limits`),
  setLimits: (name: string, overrides: Record<string, number>) => request<Limit[]>(`${pluginPath(name)}/limits`, { method: 'PUT', body: { overrides } }),
  crashes: (name: string) => request<Crash[]>(`${pluginPath(name)}/crashes`),
  transitions: (name: string) => request<Transition[]>(`${pluginPath(name)}/transitions?count=100`),
  log: (name: string) => request<LogLine[]>(`${pluginPath(name)}/log?count=200`),
  users: () => request<User[]>('/api/v1/users'),
  rooms: () => request<Room[]>('/api/v1/rooms'),
  kick: (user: number, reason: string) => request<void>(`/api/v1/users/${user}/kick`, { method: 'POST', body: { reason } }),
  tellUser: (user: number, text: string) => request<void>(`/api/v1/users/${user}/message`, { method: 'POST', body: { text } }),
  tellRoom: (room: number, text: string) => request<void>(`/api/v1/rooms/${room}/message`, { method: 'POST', body: { text } }),
  tellEverybody: (text: string) => request<{ recipients: number }>('/api/v1/messages', { method: 'POST', body: { text } }),
  disband: (room: number, reason: string) => request<void>(`/api/v1/rooms/${room}/disband`, { method: 'POST', body: { reason } }),
  lockRoom: (room: number, locked: boolean) => request<void>(`/api/v1/rooms/${room}/lock`, { method: 'PUT', body: { locked } }),
  bans: () => request<Ban[]>('/api/v1/bans'),
  ban: (target: string, reason: string, expiresAt: string | null, confirmed = false) =>
    request<Ban>(`/api/v1/bans${query({ confirm: confirmed ? 'true' : '' })}`, { method: 'POST', body: { target, reason, expiresAt } }),
  liftBan: (target: string) => request<void>(`/api/v1/bans${query({ target })}`, { method: 'DELETE' }),
  serverSettings: () => request<ServerSettings>('/api/v1/server-settings'),
  changeServerSettings: (change: ServerSettingsChange) => request<ServerSettings>('/api/v1/server-settings', { method: 'PATCH', body: change }),
  audit: (filter: AuditFilter, before: number | null) => request<AuditPage>(`/api/v1/audit${query({ ...filter, before, count: 50 })}`),
  checkAudit: () => request<AuditCheck>('/api/v1/audit/check'),
  commands: () => request<Command[]>('/api/v1/commands'),
  invoke: (name: string, text: string) =>
    request<{ output: string }>(`/api/v1/commands/${encodeURIComponent(name)}/invoke`, { method: 'POST', body: { arguments: text } }),
};
