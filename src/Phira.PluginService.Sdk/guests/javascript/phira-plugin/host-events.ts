import type { Event } from 'phira:plugin/event-types@1.0.0';
import type { RoomInfo, RoomPhase, UserInfo } from 'phira:plugin/types@1.0.0';
import { onCustom } from './events';

/** The events of the host that arrive as JSON, with what they carry. Later hosts may have more, and more reasons. */
export interface HostEvents {
  /** A room is in another phase of its round. */
  room_state_change: { room: RoomInfo; previous: RoomPhase; by: number | null };
  /** A user in a room has lost the connection; the user's place is kept for a while. */
  session_suspend: { user: UserInfo };
  /** A user who was here already has logged in again. */
  session_resume: { user: UserInfo; suspended: boolean };
  /** A user is leaving the server. */
  session_end: { user: UserInfo; reason: 'quit' | 'kicked' | 'timeout' | 'error' | 'shutdown' };
}

/** Listens to an event of the host that arrives as JSON. */
export function onHost<T extends keyof HostEvents>(type: T, handle: (value: HostEvents[T], event: Event) => void): void {
  onCustom(type, (data, _, event) => handle(camelCased(data) as HostEvents[T], event));
}

/** The data has the names of the WIT package; here they are those of the language. */
function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) =>
    [key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), camelCased(item)]));
}
