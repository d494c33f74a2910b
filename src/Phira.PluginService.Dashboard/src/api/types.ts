// The service's contract under the names that the dashboard uses. What it says comes from the API document (schema.ts).
import type { components } from './schema';

type Schemas = components['schemas'];

export type PluginState = Schemas['PluginState'];
export type HealthStatus = Schemas['HealthStatus'];
export type Health = Schemas['HealthResponse'];
export type PluginOperation = Schemas['PluginOperation'];
export type Problem = Schemas['ProblemItem'];
export type Plugin = Schemas['PluginResponse'];
export type PluginConfig = Schemas['ConfigResponse'];
export type LogLevel = Schemas['PluginLogLevel'];
export type LogLine = Schemas['LogLineResponse'];
export type LogThreshold = Schemas['LogThreshold'];
export type Logging = Schemas['LoggingResponse'];
export type User = Schemas['UserResponse'];
export type RoomPhase = Schemas['RoomPhase'];
export type Room = Schemas['RoomResponse'];
export type Command = Schemas['CommandResponse'];
export type Grant = Schemas['GrantedPermission'];
export type Permission = Schemas['PermissionResponse'];
export type Permissions = Schemas['PermissionsResponse'];
export type PackageReport = Schemas['PackageReportResponse'];
export type GalleryPlugin = Schemas['GalleryPluginResponse'];
export type PackageVersion = Schemas['PackageVersionResponse'];
export type Limit = Schemas['LimitResponse'];
export type PluginLink = Schemas['PluginLinkResponse'];
export type PluginMetric = Schemas['PluginMetricResponse'];
export type Crash = Schemas['CrashResponse'];
export type ConfigChange = Schemas['ConfigChangeResponse'];
export type ConfigRevision = Schemas['ConfigRevisionResponse'];
export type Ban = Schemas['BanResponse'];
export type ServerSettings = Schemas['ServerSettingsResponse'];
export type ServerSettingsChange = Schemas['ChangeServerSettingsRequest'];
export type AuditEntry = Schemas['AuditEntryResponse'];
export type ErrorCode = Schemas['ErrorCodeResponse'];
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
