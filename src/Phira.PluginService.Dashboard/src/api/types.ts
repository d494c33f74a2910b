// The service's contract under the names that the dashboard uses. What it says comes from the API document (schema.ts).
import type { components } from './schema';

type Schemas = components['schemas'];

/** The document cannot say that a reference may be null. */
type OrNull<Whole, Key extends keyof Whole> = Omit<Whole, Key> & { [Name in Key]: Whole[Name] | null };

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type PluginState = Schemas['PluginState'];
export type HealthStatus = Schemas['HealthStatus'];
export type Health = Schemas['HealthResponse'];
export type PluginOperation = 'load' | 'unload' | 'reload' | 'start' | 'stop' | 'disable' | 'enable';
export type Problem = Schemas['ProblemItem'];
export type Plugin = OrNull<Schemas['PluginResponse'], 'failure' | 'pending'>;
export type PluginConfig = Omit<Schemas['ConfigResponse'], 'values' | 'schema'> & { values: JsonObject; schema: JsonObject | null };
export type Transition = OrNull<Schemas['TransitionResponse'], 'from'>;
export type LogLine = Schemas['LogLineResponse'];
export type LogLevel = Schemas['PluginLogLevel'];
export type User = OrNull<Schemas['UserResponse'], 'room'>;
export type RoomPhase = Schemas['RoomPhase'];
export type Room = OrNull<Schemas['RoomResponse'], 'host' | 'chart'>;
export type Command = Schemas['CommandResponse'];
export type SystemInfo = Schemas['SystemResponse'];
export interface Grant {
  permission: string;
  scopes: JsonObject | null;
}
export type Permission = Omit<Schemas['PermissionResponse'], 'requested' | 'granted'> & { requested: JsonObject | null; granted: JsonObject | null };
export type Permissions = Omit<Schemas['PermissionsResponse'], 'permissions'> & { permissions: Permission[] };
export type PackageReport = Omit<Schemas['PackageReportResponse'], 'permissions'> & { permissions: Record<string, JsonObject> };
export type PackageVersion = Schemas['PackageVersionResponse'];
export type Limit = Schemas['LimitResponse'];
export type Crash = Schemas['CrashResponse'];
export type ConfigChange = Omit<Schemas['ConfigChangeResponse'], 'before' | 'after'> & { before: Json; after: Json };
export type ConfigRevision = Omit<Schemas['ConfigRevisionResponse'], 'changes'> & { changes: ConfigChange[] };
export type Ban = Schemas['BanResponse'];
export type ServerSettings = Schemas['ServerSettingsResponse'];
export type ServerSettingsChange = Partial<ServerSettings>;
export type AuditEntry = Schemas['AuditEntryResponse'];
export type AuditPage = Schemas['AuditPageResponse'];
export type AuditCheck = Schemas['AuditCheckResponse'];

/** RFC 9457, with what the service adds; a proxy in between may send less. */
export type ProblemDetails = Partial<Schemas['ProblemResponse']>;

/** Pushed each second. */
export type MetricsMessage = Schemas['MetricsMessage'];
export type Stopping = Schemas['StoppingMessage'];
export type SystemMetrics = Schemas['SystemMetrics'];
export type PluginMetrics = Schemas['PluginMetrics'];

/** Pushed each second. */
export type HealthMessage = Schemas['HealthMessage'];
