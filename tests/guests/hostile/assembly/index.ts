// A plugin that attacks its host. `/hostile ATTACK [AMOUNT]` does it at once; the configuration
// `{"when": "start", "attack": "loop", "amount": 3}` does it in another phase: init, start, stop, event, timer, validate, changed, save,
// restore, check. For `event` it subscribes to `event` (default `user_connect`) in `phase` (default `after`).

import {
  Answer, CommandOptions, Event, EventKind, EventPhase, HealthReport, HealthStatus, Invocation, Json, Metadata, Outcome, Plugin,
  Subscription, CustomEvent, clock, commands, events, log, register, timers,
} from "phira-plugin";
import * as attacks from "./attacks";
import { Spoil, spoil } from "./spoil";

export * from "phira-plugin/exports/lifecycle";
export * from "phira-plugin/exports/event-handler";
export * from "phira-plugin/exports/timer-handler";
export * from "phira-plugin/exports/config-handler";
export * from "phira-plugin/exports/state-handler";
export * from "phira-plugin/exports/health-handler";
export * from "./spoil";

const MEBIBYTE_PAGES: i32 = 16;

class Hostile extends Plugin {
  private phase: string = "";
  private attack: string = "";
  private amount: u32 = attacks.ENDLESS;

  metadata(): Metadata { return new Metadata("hostile", "1.0.0", "tests"); }

  init(config: Json): string | null {
    this.configure(config);
    const refused = commands.register("hostile", "attacks the host", new CommandOptions("<attack> [amount]"));
    if (refused !== null) log.warn("register-command: " + refused.toString());
    if (this.phase == "event") {
      const options = new Subscription();
      options.phase = config.getString("phase", "after") == "before" ? EventPhase.Before : EventPhase.After;
      options.failClosed = config.getBool("failClosed");
      const problem = events.subscribe(config.getString("event", "user_connect"), options);
      if (problem !== null) return problem.toString();
    }
    return this.enter("init");
  }

  start(): string | null {
    if (this.phase == "timer") timers.set(10);
    return this.enter("start");
  }

  stop(): string | null { return this.enter("stop"); }
  onTimer(id: u32): string | null { return this.enter("timer"); }
  validateConfig(config: Json): string | null { return this.enter("validate"); }
  restoreState(state: Uint8Array): string | null { return this.enter("restore"); }

  onConfigChanged(config: Json): string | null {
    this.configure(config);
    return this.enter("changed");
  }

  saveState(): Answer<Uint8Array> {
    const problem = this.enter("save");
    if (problem !== null) return Answer.fail<Uint8Array>(problem);
    return Answer.ok<Uint8Array>(new Uint8Array(0));
  }

  check(): Answer<HealthReport> {
    const problem = this.enter("check");
    if (problem !== null) return Answer.fail<HealthReport>(problem);
    return Answer.ok<HealthReport>(new HealthReport(HealthStatus.Healthy));
  }

  onEvent(event: Event): Answer<Outcome> {
    if (event.kind == EventKind.Custom && (event.payload as CustomEvent).eventType == attacks.STORM) {
      const refused = attacks.emitStorm(2);
      return refused.length == 0 ? Answer.ok<Outcome>(Outcome.proceed()) : Answer.fail<Outcome>(refused);
    }
    const problem = this.enter("event");
    return problem === null ? Answer.ok<Outcome>(Outcome.proceed()) : Answer.fail<Outcome>(problem);
  }

  onCommand(invocation: Invocation): Answer<string> {
    const words = invocation.words;
    if (words.length == 0) return Answer.fail<string>("which attack?");
    return this.run(words[0], words.length > 1 ? <u32>parseInt(words[1]) : attacks.ENDLESS);
  }

  private configure(config: Json): void {
    this.phase = config.getString("when");
    this.attack = config.getString("attack");
    this.amount = config.get("amount") === null ? attacks.ENDLESS : <u32>config.getNumber("amount");
  }

  /** Carries out the configured attack if this is its phase. */
  private enter(phase: string): string | null {
    return phase == this.phase ? this.run(this.attack, this.amount).error : null;
  }

  private run(attack: string, amount: u32): Answer<string> {
    if (attack == "ping") return Answer.ok<string>("pong");
    if (attack == "error") return Answer.fail<string>("an error on purpose");
    if (attack == "loop") attacks.loop();
    if (attack == "trap") unreachable();
    if (attack == "abort") throw new Error("an abort on purpose");
    if (attack == "divide") attacks.divideByZero();
    if (attack == "oob") attacks.readOutOfBounds();
    if (attack == "recurse") return count(attacks.recurse(0));
    if (attack == "recursecalls") return count(attacks.recurseWithCalls(0));
    if (attack == "hugefields") attacks.hugeFields(amount);
    if (attack == "badpointer") attacks.badPointer();
    if (attack == "badenum") attacks.badEnum();
    if (attack == "wait") return this.wait(amount);
    const memory = this.growMemory(attack, amount);
    if (memory !== null) return memory;
    const flood = this.flood(attack, amount);
    if (flood !== null) return flood;
    return this.answerBadly(attack, amount);
  }

  /** Memory attacks trap when the host refuses, as most allocators do; the `-soft` ones tell what was granted and live on. */
  private growMemory(attack: string, amount: u32): Answer<string> | null {
    const soft = attack.endsWith("-soft");
    const name = soft ? attack.substring(0, attack.length - 5) : attack;
    let pages: u32 = 0;
    if (name == "bomb") pages = attacks.growUntilRefused(MEBIBYTE_PAGES);
    else if (name == "many") pages = attacks.growUntilRefused(1);
    else if (name == "huge") {
      const wanted = MEBIBYTE_PAGES * <i32>(amount == attacks.ENDLESS ? 17 : amount);
      if (attacks.growOnce(wanted)) return count(<u32>wanted);
    } else return null;
    if (!soft) unreachable();
    return count(pages);
  }

  private flood(attack: string, amount: u32): Answer<string> | null {
    if (attack == "flood") {
      attacks.callFlood(amount);
      return Answer.ok<string>("done");
    }
    if (attack == "logflood") {
      attacks.logFlood(amount);
      return Answer.ok<string>("done");
    }
    if (attack == "messages") return Answer.ok<string>(attacks.messageFlood(amount));
    if (attack == "room-messages") return Answer.ok<string>(attacks.roomMessages(amount));
    if (attack == "commands") return Answer.ok<string>(attacks.commandFlood(amount));
    if (attack == "subscriptions") return Answer.ok<string>(attacks.subscriptionFlood(amount));
    if (attack == "timers") return Answer.ok<string>(attacks.timerFlood(amount));
    if (attack == "storm") {
      const refused = events.subscribe(attacks.STORM);
      if (refused !== null) return Answer.fail<string>(refused.toString());
      return Answer.ok<string>(attacks.emitStorm(amount == attacks.ENDLESS ? 1 : amount));
    }
    return null;
  }

  private answerBadly(attack: string, amount: u32): Answer<string> {
    const kibibytes = <i32>(amount == attacks.ENDLESS ? 1024 : amount);
    if (attack == "bigreply") return Answer.ok<string>("x".repeat(kibibytes * 1024));
    if (attack == "bigerror") return Answer.fail<string>("x".repeat(kibibytes * 1024));
    if (attack == "biglog") {
      log.info("x".repeat(kibibytes * 1024));
      return Answer.ok<string>("done");
    }
    if (attack == "bigemit") {
      const error = events.emit("hostile.big", "\"" + "x".repeat(kibibytes * 1024) + "\"");
      return Answer.ok<string>(error === null ? "granted" : error.toString());
    }
    if (attack == "surrogate") return Answer.ok<string>("lone \uD800 surrogate");
    if (attack == "badresult") spoil(Spoil.Discriminant);
    else if (attack == "badtext") spoil(Spoil.Pointer);
    else if (attack == "badarea") spoil(Spoil.Result);
    else return Answer.fail<string>("unknown attack: " + attack);
    return Answer.ok<string>("spoilt");
  }

  /** Keeps busy for some milliseconds. */
  private wait(milliseconds: u32): Answer<string> {
    const until = clock.monotonicNow() + milliseconds;
    while (clock.monotonicNow() < until) { /* busy */ }
    return Answer.ok<string>("waited");
  }
}

function count(pages: u32): Answer<string> {
  return Answer.ok<string>(pages.toString());
}

register(new Hostile());
