// Phira plugins in JavaScript and TypeScript. A plugin registers its handlers at the top of its module, and exports the handlers
// of the interfaces that it has something for:
//
//     import { describe, on, messages } from 'phira-plugin';
//     export { lifecycle, eventHandler } from 'phira-plugin';
//
//     describe({ name: 'greeter', version: '1.0.0' });
//     on('user_connect', (user) => messages.sendMessageToUser(user.id, `Hello, ${user.name}`));

export { command, commandHandler, type CommandOptions } from './commands';
export { configHandler, settings, type Settings } from './config';
export { HostError, ifFound, isHostError, Refusal, type HostErrorCode, type Optional } from './errors';
export {
  before, emit, eventHandler, on, onCustom, refuse, replace,
  type Answer, type BeforeEventType, type EventType, type PayloadOf, type SubscriptionOptions,
} from './events';
export { healthHandler, onHealthCheck } from './health';
export * from '../types/host';
export { onHost, type HostEvents } from './host-events';
export { bytesOf, empty, header, html, httpHandler, json, route, text, textOf, type RouteLimits } from './http';
export { inLanguage, languageOf, tellAll, tellRoom, tellUser, textFor, type Texts } from './language';
export { describe, lifecycle, onInit, onStart, onStop } from './lifecycle';
export { log, type Fields } from './log';
export { call, provide, serviceHandler } from './services';
export { handOver, stateHandler } from './state';
export { after, every, timerHandler, type Timer } from './timers';
export { decodeUtf8, encodeUtf8 } from './utf8';
export type { Invocation } from 'phira:plugin/command-handler@1.0.0';
export type { Event } from 'phira:plugin/event-types@1.0.0';
export type { IncomingRequest } from 'phira:plugin/http-handler@1.0.0';
export type { Response } from 'phira:plugin/http-types@1.0.0';
export type { ChartInfo, PlayRecord, RoomInfo, UserInfo } from 'phira:plugin/types@1.0.0';
