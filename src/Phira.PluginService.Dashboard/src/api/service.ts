import { request, requestTagged } from './client';
import type { Command, JsonObject, LogLine, Plugin, PluginConfig, PluginOperation, Room, SystemInfo, Transition, User } from './types';

const pluginPath = (name: string) => `/api/v1/plugins/${encodeURIComponent(name)}`;

export interface TaggedConfig {
  value: PluginConfig;
  tag: string | null;
}

/** Every call that the dashboard makes, by name. */
export const service = {
  session: () => request<{ name: string }>('/api/v1/session', { anonymous: true }),
  signIn: (token: string) => request<void>('/api/v1/session', { method: 'POST', body: { token }, anonymous: true }),
  signOut: () => request<void>('/api/v1/session', { method: 'DELETE', anonymous: true }),
  system: () => request<SystemInfo>('/api/v1/system'),
  plugins: () => request<Plugin[]>('/api/v1/plugins'),
  plugin: (name: string) => request<Plugin>(pluginPath(name)),
  operate: (name: string, operation: PluginOperation) => request<Plugin>(`${pluginPath(name)}/${operation}`, { method: 'POST' }),
  config: (name: string): Promise<TaggedConfig> => requestTagged<PluginConfig>(`${pluginPath(name)}/config`),
  saveConfig: (name: string, values: JsonObject, tag: string | null): Promise<TaggedConfig> =>
    requestTagged<PluginConfig>(`${pluginPath(name)}/config`, {
      method: 'PUT',
      body: { values },
      headers: tag === null ? {} : { 'If-Match': tag },
    }),
  transitions: (name: string) => request<Transition[]>(`${pluginPath(name)}/transitions?count=100`),
  log: (name: string) => request<LogLine[]>(`${pluginPath(name)}/log?count=200`),
  users: () => request<User[]>('/api/v1/users'),
  rooms: () => request<Room[]>('/api/v1/rooms'),
  commands: () => request<Command[]>('/api/v1/commands'),
  invoke: (name: string, text: string) =>
    request<{ output: string }>(`/api/v1/commands/${encodeURIComponent(name)}/invoke`, { method: 'POST', body: { arguments: text } }),
};
