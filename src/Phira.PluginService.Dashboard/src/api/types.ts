// The service's REST and hub contract, as JSON.

export type PluginState =
  | 'discovered'
  | 'resolved'
  | 'compiled'
  | 'loaded'
  | 'initialized'
  | 'running'
  | 'stopping'
  | 'stopped'
  | 'unloaded'
  | 'pending-approval'
  | 'disabled'
  | 'failed'
  | 'quarantined';

export type HealthStatus = 'unknown' | 'healthy' | 'warning' | 'critical';

export type PluginOperation = 'load' | 'unload' | 'reload' | 'start' | 'stop';

export interface Problem {
  code: string;
  message: string;
  remedy: string | null;
  file: string | null;
  line: number | null;
  column: number | null;
  causes: Problem[];
}

export interface PluginUsage {
  memoryBytes: number;
  peakMemoryBytes: number;
  cpuSeconds: number;
  activeRequests: number;
  queueLength: number;
  calls: number;
  errors: number;
  traps: number;
  limitHits: number;
  drops: number;
  restarts: number;
  startedAt: string | null;
  instanceStartMilliseconds: number;
  compileMilliseconds: number;
}

export interface Plugin {
  name: string;
  state: PluginState;
  version: string | null;
  author: string | null;
  description: string | null;
  license: string | null;
  website: string | null;
  category: string | null;
  tags: string[];
  abiVersion: string | null;
  sha256: string | null;
  changedAt: string;
  failure: Problem | null;
  health: { status: HealthStatus; reasons: string[] };
  usage: PluginUsage;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface PluginConfig {
  plugin: string;
  revision: number;
  values: JsonObject;
  schema: JsonObject | null;
}

export interface Transition {
  from: PluginState | null;
  to: PluginState;
  at: string;
  actor: string;
  reason: string;
  correlationId: string;
  failure: string | null;
}

export interface LogLine {
  at: string;
  level: string;
  message: string;
  fields: Record<string, Json>;
}

export interface Named {
  id: number;
  name: string;
}

export interface User {
  id: number;
  name: string;
  language: string;
  room: Named | null;
  monitor: boolean;
  connected: boolean;
  connectedAt: string;
}

export type RoomPhase = 'select-chart' | 'waiting-for-ready' | 'playing';

export interface Room {
  id: number;
  name: string;
  host: Named | null;
  players: Named[];
  monitors: Named[];
  phase: RoomPhase;
  chart: Named | null;
  live: boolean;
  locked: boolean;
  cycle: boolean;
  maxPlayers: number;
  createdAt: string;
}

export type CommandLevel = 'player' | 'room-host' | 'admin';

export interface Command {
  name: string;
  description: string;
  usage: string;
  level: CommandLevel;
  cooldownMilliseconds: number;
  owner: string | null;
}

export interface SystemInfo {
  version: string;
  abiVersion: string;
  startedAt: string;
  uptimeSeconds: number;
  gamePort: number;
  httpPort: number;
  demo: boolean;
  onlineUsers: number;
  rooms: number;
  unavailableHostFunctions: string[];
}

/** RFC 9457, with what the service adds. */
export interface ProblemDetails {
  type?: string;
  title?: string;
  status?: number;
  detail?: string | null;
  code?: string;
  remedy?: string | null;
  errors?: Problem[];
  traceId?: string;
}

export interface SystemMetrics {
  cpuPercent: number;
  workingSetBytes: number;
  managedHeapBytes: number;
  threads: number;
  connections: number;
  onlineUsers: number;
  rooms: number;
}

export interface PluginMetrics {
  name: string;
  state: PluginState;
  memoryBytes: number;
  peakMemoryBytes: number;
  cpuPercent: number;
  callsPerSecond: number;
  errorsPerSecond: number;
  queueLength: number;
  activeRequests: number;
}

/** Pushed each second. */
export interface MetricsMessage {
  at: string;
  system: SystemMetrics;
  plugins: PluginMetrics[];
}

/** Pushed each second. */
export interface HealthMessage {
  at: string;
  status: HealthStatus;
  plugins: { name: string; status: HealthStatus; reasons: string[] }[];
}
