import * as rawEvents from 'phira:plugin/events@1.0.0';
import type { EventOutcome } from 'phira:plugin/event-handler@1.0.0';
import type { CustomEvent, Event, EventPayload, EventPhase } from 'phira:plugin/event-types@1.0.0';
import type { Subscription } from 'phira:plugin/events@1.0.0';
import { checked } from './errors';
import { attempt, onInit } from './lifecycle';

type Snake<S> = S extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : S;
type Kebab<S> = S extends `${infer Head}_${infer Tail}` ? `${Head}-${Kebab<Tail>}` : S;

/** The predefined event types. */
export type EventType = Snake<Exclude<EventPayload['tag'], 'custom'>>;

/** The events that a plugin may refuse. */
export type BeforeEventType =
  'user_connect' | 'room_create' | 'user_join_room' | 'chart_select' | 'player_ready' | 'game_start' | 'command_input' | 'message_send';

/** What an event of a type carries. */
export type PayloadOf<T extends EventType> = Extract<EventPayload, { tag: Kebab<T> }> extends { val: infer V } ? V : undefined;

/** How a handler subscribes; what is left out is the host's default. */
export type SubscriptionOptions = Partial<Omit<Subscription, 'phase'>>;

/** What a handler of a before-event answers. Nothing lets it happen. */
export type Answer = EventOutcome | void;

type Handler = (value: never, event: Event) => Answer;

const events = /* @__PURE__ */ checked(rawEvents);
const handlers = new Map<string, Handler>();

/** Refuses what is about to happen; the player reads the text. */
export const refuse = (text: string): EventOutcome => ({ tag: 'cancel', val: text });

/** Lets it happen with another text: of a message or a command. */
export const replace = (text: string): EventOutcome => ({ tag: 'replace', val: text });

/** Listens to events of a type after they have happened. */
export function on<T extends EventType>(type: T, handle: (value: PayloadOf<T>, event: Event) => void, options?: SubscriptionOptions): void {
  listen(type, 'after', handle as Handler, options);
}

/** Is asked before something happens. */
export function before<T extends BeforeEventType>(
  type: T, handle: (value: PayloadOf<T>, event: Event) => Answer, options?: SubscriptionOptions): void {
  listen(type, 'before', handle as Handler, options);
}

/** Listens to events that plugins emit, and to those that later hosts add. `data` is the parsed JSON. */
export function onCustom(type: string, handle: (data: unknown, source: string, event: Event) => void, options?: SubscriptionOptions): void {
  const parse = ({ data, source }: CustomEvent, event: Event): void => handle(JSON.parse(data), source, event);
  listen(type, 'after', parse as Handler, options);
}

/** Emits an event to the plugins that subscribed to its type. */
export function emit(type: string, data: unknown): void {
  events.emitEvent(type, JSON.stringify(data));
}

function listen(type: string, phase: EventPhase, handler: Handler, options?: SubscriptionOptions): void {
  handlers.set(`${phase} ${type}`, handler);
  onInit(() => events.subscribeEvent(type, {
    priority: 0, failClosed: false, rooms: [], users: [], sampleEvery: 0, ...options, phase,
  }));
}

/** What the component of a plugin with events exports. */
export const eventHandler = {
  onEvent: (event: Event): EventOutcome => {
    const { payload } = event;
    const type = payload.tag === 'custom' ? payload.val.eventType : payload.tag.replaceAll('-', '_');
    const handler = handlers.get(`${event.phase} ${type}`);
    const value = ('val' in payload ? payload.val : undefined) as never;
    const answer = attempt(type, () => handler?.(value, event));
    return (event.phase === 'before' ? answer : undefined) ?? { tag: 'proceed' };
  },
};
