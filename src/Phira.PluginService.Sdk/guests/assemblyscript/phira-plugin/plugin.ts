import { Event, Outcome } from "./events";
import { CommandLevel } from "./host/commands";
import { Body, Header, Response } from "./http";
import { Json } from "./json";
import { Answer } from "./result";
import { NONE } from "./runtime/memory";

/** Name and SemVer range of a plugin that must be present. */
export class Dependency {
  constructor(public name: string, public range: string) {}
}

/** What a plugin says about itself. The manifest decides; the host warns when the two disagree. */
export class Metadata {
  description: string | null = null;
  entryPoint: string | null = null;
  dependencies: Dependency[] = [];
  permissions: string[] = [];
  abiVersion: string = "1.0.0";
  category: string | null = null;
  tags: string[] = [];
  website: string | null = null;
  license: string | null = null;
  minHostVersion: string | null = null;
  /** JSON texts. */
  configSchema: string | null = null;
  custom: string | null = null;

  constructor(public name: string, public version: string, public author: string) {}
}

/** Who invokes a command. */
export class Caller {
  constructor(
    public name: string,
    public level: CommandLevel,
    /** The player, or `NONE` when an administrator calls from outside the game. */
    public user: u32 = NONE,
    /** The room the player is in, or `NONE`. */
    public room: u32 = NONE,
  ) {}
}

/** One use of a command. */
export class Invocation {
  constructor(public name: string, public arguments: string, public words: string[], public caller: Caller) {}
}

/** A value taken from the path or the query of a request. */
export class Parameter {
  constructor(public name: string, public value: string) {}
}

/** A request to one of the plugin's routes. */
export class IncomingRequest {
  method: string = "";
  /** The path after `/plugins/{name}`. */
  path: string = "";
  pattern: string = "";
  pathParameters: Parameter[] = [];
  query: Parameter[] = [];
  headers: Header[] = [];
  body: Body = Body.empty();
  /** Name of the administrator's token, on routes for administrators. */
  caller: string | null = null;
}

/** How well the plugin does. */
export enum HealthStatus {
  Healthy,
  Warning,
  Critical,
  Unknown,
}

/** A health report. */
export class HealthReport {
  constructor(public status: HealthStatus, public reasons: string[] = []) {}
}

/**
 * A plugin. Override what it does, hand an instance to `register`, and re-export from "phira-plugin/exports/..." the interfaces that
 * it implements; `lifecycle` is the only one that every plugin must export.
 *
 * Methods that return `string | null` return null for success and otherwise an error text for people.
 */
export abstract class Plugin {
  abstract metadata(): Metadata;

  // lifecycle
  init(config: Json): string | null { return null; }
  start(): string | null { return null; }
  stop(): string | null { return null; }

  // event-handler
  onEvent(event: Event): Answer<Outcome> { return Answer.ok<Outcome>(Outcome.proceed()); }

  // command-handler
  onCommand(invocation: Invocation): Answer<string> { return Answer.fail<string>("unknown command: " + invocation.name); }

  // timer-handler
  onTimer(id: u32): string | null { return null; }

  // config-handler
  validateConfig(config: Json): string | null { return null; }
  onConfigChanged(config: Json): string | null { return null; }

  // http-handler
  onRequest(request: IncomingRequest): Answer<Response> {
    return Answer.ok<Response>(new Response(404, [], Body.empty()));
  }

  // service-handler; argument and answer are JSON texts
  onCall(name: string, argument: string, caller: string): Answer<string> {
    return Answer.fail<string>("unknown service: " + name);
  }

  // state-handler
  saveState(): Answer<Uint8Array> { return Answer.ok<Uint8Array>(new Uint8Array(0)); }
  restoreState(state: Uint8Array): string | null { return null; }

  // health-handler
  check(): Answer<HealthReport> { return Answer.ok<HealthReport>(new HealthReport(HealthStatus.Healthy)); }
}

let registered: Plugin | null = null;

/** Makes `plugin` the one that the exports call. Call it once, at the top level of the entry file. */
export function register(plugin: Plugin): void {
  registered = plugin;
}

/** The registered plugin. */
export function current(): Plugin {
  const plugin = registered;
  if (plugin === null) throw new Error("no plugin registered: call register(new MyPlugin()) in the entry file");
  return plugin;
}
