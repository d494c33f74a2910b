// A plugin that shows what reaches it and calls whatever it is told to: the test component of the boundary between host and guest.
//
//   /echo last | events | forget        the last event, or all kept ones, as JSON
//   /echo host-event                     the last event as the SDK reads it when it is one of the host's added ones, as JSON
//   /echo calls                          every call of another export, as JSON
//   /echo call INTERFACE.FUNCTION [ARGS] calls a host function; ARGS is a JSON array
//   /echo outcome WHAT [TEXT]            answers events from now on with proceed, cancel, replace or fail
//   /echo respond JSON                   answers HTTP requests with {"status", "headers", "body"}
//   /echo health STATUS [REASON...]      reports healthy, warning, critical, unknown or fail
//   /echo ledger                         the count of sequence numbers
//   /echo config                         the configuration as received last
//   /echo fail TEXT                      an error
//   /echo trap                           a fault
//   anything else                        the invocation itself, as JSON
//
// Services: `fail` and `trap` do so, `raw` answers with the text that is its argument, `relay` calls the host function of its argument
// [INTERFACE.FUNCTION, ARGS] and answers with its result, any other answers with the call itself, as JSON.
//
// Configuration: `routes` is a list of public routes such as "GET /x/{id}", `streams` one of public streams by name; `provide` is a list of services
// to provide; `subscribe` is a list of event types or of {"type": ..., subscription options}; an event that contains the text `poison`
// is a fault; `health` is what it reports from then on.

import {
  Answer, CommandOptions, Dependency, Event, HealthReport, HealthStatus, IncomingRequest, Invocation, Json, JsonKind, Metadata,
  Body, Header, Outcome, Plugin, Response, RouteAccess, Subscription, commands, configuration, events, httpRoutes, httpStreams, log, register, services,
} from "phira-plugin";
import { toBody, toHeaders, toSubscription } from "./arguments";
import { call } from "./calls";
import { Ledger } from "./ledger";
import * as render from "./render";

export * from "phira-plugin/exports/lifecycle";
export * from "phira-plugin/exports/event-handler";
export * from "phira-plugin/exports/command-handler";
export * from "phira-plugin/exports/timer-handler";
export * from "phira-plugin/exports/config-handler";
export * from "phira-plugin/exports/http-handler";
export * from "phira-plugin/exports/service-handler";
export * from "phira-plugin/exports/state-handler";
export * from "phira-plugin/exports/health-handler";

/** More events and calls than this are not kept. */
const KEPT = 256;

class Echo extends Plugin {
  private config: Json = Json.null();
  private seen: Json[] = [];
  private hostEvent: Json = Json.null();
  private calls: Json[] = [];
  private ledger: Ledger = new Ledger();
  private outcome: string = "proceed";
  private outcomeText: string = "";
  private response: Json = Json.null();
  private health: string = "healthy";
  private reasons: string[] = [];
  private poison: string = "";

  metadata(): Metadata {
    const metadata = new Metadata("echo", "1.0.0", "tests · 测试");
    metadata.description = "Shows what reaches it";
    metadata.entryPoint = "init";
    metadata.dependencies = [new Dependency("nothing-needed", ">=1.0.0"), new Dependency("other", "^2")];
    metadata.permissions = ["read_users", "send_messages"];
    metadata.category = "test";
    metadata.tags = ["one", "二", ""];
    metadata.website = "https://example.invalid/echo";
    metadata.license = "MIT";
    metadata.minHostVersion = "0.1.0";
    metadata.configSchema = "{\"type\":\"object\"}";
    metadata.custom = "{\"answer\":42}";
    return metadata;
  }

  init(config: Json): string | null {
    this.configure(config);
    this.note("init", config);
    const wanted = config.get("fail-init");
    if (wanted !== null) return wanted.asString("init fails on purpose");
    const refused = commands.register("echo", "shows what reaches the plugin", new CommandOptions("<command> [arguments]"));
    if (refused !== null) log.warn("register-command: " + refused.toString());
    const offered = config.get("provide");
    for (let i = 0; offered !== null && i < offered.length; i++) {
      const problem = services.provide(offered.valueAt(i).asString());
      if (problem !== null) return "provide: " + problem.toString();
    }
    const unserved = this.serve(config);
    return unserved === null ? this.subscribe(config.get("subscribe")) : unserved;
  }

  start(): string | null {
    this.note("start", Json.null());
    return null;
  }

  stop(): string | null {
    this.note("stop", Json.null());
    return null;
  }

  onEvent(event: Event): Answer<Outcome> {
    const shown = render.event(event);
    if (this.poison.length > 0 && shown.toString().includes(this.poison)) throw new Error("poison");
    this.ledger.count(<f64>event.sequence);
    keep(this.seen, shown);
    this.hostEvent = render.hostEvent(event);
    log.debug(shown.toString());
    if (this.outcome == "cancel") return Answer.ok<Outcome>(Outcome.cancel(this.outcomeText));
    if (this.outcome == "replace") return Answer.ok<Outcome>(Outcome.replace(this.outcomeText));
    if (this.outcome == "fail") return Answer.fail<Outcome>(this.outcomeText);
    return Answer.ok<Outcome>(Outcome.proceed());
  }

  onTimer(id: u32): string | null {
    this.note("on-timer", render.id(id));
    return null;
  }

  validateConfig(config: Json): string | null {
    this.note("validate-config", config);
    const wanted = config.get("refuse");
    return wanted === null ? null : wanted.asString("refused on purpose");
  }

  onConfigChanged(config: Json): string | null {
    this.note("on-config-changed", config);
    const wanted = config.get("fail-change");
    if (wanted !== null) return wanted.asString("change fails on purpose");
    this.configure(config);
    if (config.get("save-change") === null) return null;
    const change = configuration.set("saved", "true");
    const problem = change === null ? configuration.save() : change;
    return problem === null ? null : problem.toString();
  }

  onRequest(request: IncomingRequest): Answer<Response> {
    const shown = render.request(request);
    this.note("on-request", shown);
    const answer = this.response;
    if (request.path == "/trap") throw new Error("a fault on purpose");
    if (request.path == "/publish") return this.publish(request);
    if (request.path == "/call") return this.callForRequest(request);
    if (answer.get("fail") !== null) return Answer.fail<Response>(answer.getString("fail"));
    if (answer.kind == JsonKind.Object) {
      const headers = answer.get("headers");
      const body = answer.get("body");
      return Answer.ok<Response>(new Response(
        <u16>answer.getNumber("status", 200), headers === null ? [] : toHeaders(headers), body === null ? Body.empty() : toBody(body)));
    }
    return Answer.ok<Response>(
      new Response(200, [new Header("content-type", "application/json")], Body.ofText(shown.toString())));
  }

  onCall(name: string, argument: string, caller: string): Answer<string> {
    const shown = Json.object()
      .set("name", Json.string(name))
      .set("argument", Json.string(argument))
      .set("caller", Json.string(caller));
    this.note("on-call", shown);
    if (name == "fail") return Answer.fail<string>("the service fails on purpose");
    if (name == "trap") throw new Error("a fault on purpose");
    if (name == "raw") return Answer.ok<string>(Json.parse(argument).value.asString());
    if (name == "relay") {
      const wanted = Json.parse(argument).value;
      return this.callHost(wanted.valueAt(0).asString(), wanted.valueAt(1).toString());
    }
    return Answer.ok<string>(shown.toString());
  }

  saveState(): Answer<Uint8Array> {
    const wanted = this.config.get("fail-save");
    if (wanted !== null) return Answer.fail<Uint8Array>(wanted.asString("save fails on purpose"));
    return Answer.ok<Uint8Array>(Uint8Array.wrap(String.UTF8.encode(this.ledger.toJson().toString())));
  }

  restoreState(state: Uint8Array): string | null {
    const read = Json.parse(String.UTF8.decodeUnsafe(state.dataStart, state.length));
    if (read.error !== null) return read.error;
    this.ledger = Ledger.fromJson(read.value);
    this.note("restore-state", read.value);
    return null;
  }

  check(): Answer<HealthReport> {
    if (this.health == "fail") return Answer.fail<HealthReport>("the check fails on purpose");
    const names = ["healthy", "warning", "critical", "unknown"];
    return Answer.ok<HealthReport>(new HealthReport(<HealthStatus>max(0, names.indexOf(this.health)), this.reasons));
  }

  onCommand(invocation: Invocation): Answer<string> {
    const words = invocation.words;
    const what = invocation.name == "echo" && words.length > 0 ? words[0] : "";
    const rest = after(invocation.arguments, what);
    if (what == "last") return show(this.seen.length == 0 ? Json.null() : this.seen[this.seen.length - 1]);
    if (what == "events") return show(all(this.seen));
    if (what == "host-event") return show(this.hostEvent);
    if (what == "calls") return show(all(this.calls));
    if (what == "ledger") return show(this.ledger.toJson());
    if (what == "config") return show(this.config);
    if (what == "fail") return Answer.fail<string>(rest);
    if (what == "trap") throw new Error("a fault on purpose");
    if (what == "call" && words.length > 1) return this.callHost(words[1], after(rest, words[1]));
    if (what == "respond") return this.setResponse(rest);
    if (this.adjust(what, words, rest)) return Answer.ok<string>("done");
    return show(render.invocation(invocation));
  }

  /** The commands that change what comes next. */
  private adjust(what: string, words: string[], rest: string): bool {
    if (what == "forget") {
      this.seen = [];
      this.calls = [];
    } else if (what == "outcome" && words.length > 1) {
      this.outcome = words[1];
      this.outcomeText = after(rest, words[1]);
    } else if (what == "health" && words.length > 1) {
      this.health = words[1];
      this.reasons = words.slice(2);
    } else {
      return false;
    }
    return true;
  }

  private setResponse(json: string): Answer<string> {
    const read = Json.parse(json);
    const problem = read.error;
    if (problem !== null) return Answer.fail<string>(problem);
    this.response = read.value;
    return Answer.ok<string>("done");
  }

  private callHost(name: string, json: string): Answer<string> {
    const read = Json.parse(json.length == 0 ? "[]" : json);
    const problem = read.error;
    if (problem !== null) return Answer.fail<string>("arguments: " + problem);
    const result = call(name, read.value);
    return result === null ? Answer.fail<string>("no such function: " + name) : show(result);
  }

  private subscribe(wanted: Json | null): string | null {
    if (wanted === null) return null;
    for (let i = 0; i < wanted.length; i++) {
      const item = wanted.valueAt(i);
      const plain = item.kind == JsonKind.String;
      const type = plain ? item.asString() : item.getString("type");
      const options: Subscription | null = plain ? null : toSubscription(item);
      const refused = events.subscribe(type, options);
      if (refused !== null) return "subscribe-event " + type + ": " + refused.toString();
    }
    return null;
  }

  /** Publishes the body of a request to the stream that the query names. */
  private publish(request: IncomingRequest): Answer<Response> {
    const readers = httpStreams.publish(request.query[0].value, request.body.text);
    const refused = readers.error;
    if (refused !== null) return Answer.fail<Response>(refused.toString());
    return Answer.ok<Response>(new Response(200, [], Body.ofText(readers.value.toString())));
  }

  /** Calls the host function of a request's body, [INTERFACE.FUNCTION, ARGS], and answers with its result. */
  private callForRequest(request: IncomingRequest): Answer<Response> {
    const wanted = Json.parse(request.body.text).value;
    const result = this.callHost(wanted.valueAt(0).asString(), wanted.valueAt(1).toString());
    const problem = result.error;
    if (problem !== null) return Answer.fail<Response>(problem);
    return Answer.ok<Response>(new Response(200, [], Body.ofText(result.value)));
  }

  private serve(config: Json): string | null {
    const routes = config.get("routes");
    for (let i = 0; routes !== null && i < routes.length; i++) {
      const parts = routes.valueAt(i).asString().split(" ");
      const refused = httpRoutes.register(parts[0], parts[1], RouteAccess.Public);
      if (refused !== null) return "register-route: " + refused.toString();
    }
    const streams = config.get("streams");
    for (let i = 0; streams !== null && i < streams.length; i++) {
      const refused = httpStreams.open(streams.valueAt(i).asString(), RouteAccess.Public);
      if (refused !== null) return "open-stream: " + refused.toString();
    }
    return null;
  }

  private configure(config: Json): void {
    this.config = config;
    this.poison = config.getString("poison");
    this.health = config.getString("health", this.health);
  }

  private note(name: string, value: Json): void {
    keep(this.calls, Json.object().set(name, value));
  }
}

function keep(items: Json[], item: Json): void {
  if (items.length == KEPT) items.shift();
  items.push(item);
}

function all(items: Json[]): Json {
  return render.list<Json>(items, (item: Json): Json => item);
}

function show(value: Json): Answer<string> {
  return Answer.ok<string>(value.toString());
}

/** What follows a word at the start of a text. */
function after(text: string, word: string): string {
  return text.startsWith(word) ? text.substring(word.length).trim() : text;
}

register(new Echo());
