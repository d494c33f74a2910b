import * as rawServices from 'phira:plugin/services@1.0.0';
import { checked } from './errors';
import { attempt, onInit } from './lifecycle';

const services = /* @__PURE__ */ checked(rawServices);
const handlers = new Map<string, (argument: unknown, caller: string) => unknown>();

/** Offers a service to other plugins. Argument and result are JSON values; `schema` is the JSON Schema of the argument. */
export function provide(name: string, handle: (argument: unknown, caller: string) => unknown, schema?: object): void {
  handlers.set(name, handle);
  onInit(() => services.provide(name, schema === undefined ? undefined : JSON.stringify(schema)));
}

/** Calls a service of another plugin and waits for its answer. */
export function call(plugin: string, name: string, argument: unknown): unknown {
  return JSON.parse(services.call(plugin, name, JSON.stringify(argument)));
}

/** What the component of a plugin with services exports. */
export const serviceHandler = {
  onCall: (name: string, argument: string, caller: string): string => attempt(`service ${name}`, () =>
    JSON.stringify(handlers.get(name)?.(JSON.parse(argument), caller) ?? null)),
};
