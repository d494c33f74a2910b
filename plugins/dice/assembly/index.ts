import {
  Answer, Caller, CommandOptions, Invocation, Json, MessageArgument, MessageTemplate, Metadata, NONE, Plugin,
  clock, commands, events, log, messages, register,
} from "phira-plugin";
import { Expression, parseExpression } from "./expression";
import { Random } from "./random";
import { Settings } from "./settings";
import { Statistics } from "./statistics";
import * as texts from "./texts";

export * from "phira-plugin/exports/lifecycle";
export * from "phira-plugin/exports/command-handler";
export * from "phira-plugin/exports/config-handler";
export * from "phira-plugin/exports/state-handler";

/** Dice for the chat: `/roll 2d6+1` and `/dice-stats`. */
class Dice extends Plugin {
  private settings: Settings = new Settings();
  private random: Random = new Random(0);
  private statistics: Statistics = new Statistics();

  metadata(): Metadata {
    const metadata = new Metadata("dice", "1.0.0", "Phira.PluginService");
    metadata.description = texts.DESCRIPTION;
    metadata.permissions = ["register_commands", "send_messages", "emit_events"];
    metadata.category = "game";
    metadata.tags = ["chat", "dice"];
    metadata.license = "MIT";
    return metadata;
  }

  init(config: Json): string | null {
    const problem = this.onConfigChanged(config);
    if (problem !== null) return problem;
    const refused = this.offer("roll", texts.ROLL, "[N]d<M>[+K|-K]");
    return refused === null ? this.offer("dice-stats", texts.DICE_STATS, "") : refused;
  }

  validateConfig(config: Json): string | null {
    return Settings.read(config).error;
  }

  onConfigChanged(config: Json): string | null {
    const read = Settings.read(config);
    if (read.error !== null) return read.error;
    this.settings = read.value;
    this.random = new Random(this.settings.seed != 0 ? this.settings.seed : clock.now());
    return null;
  }

  onCommand(invocation: Invocation): Answer<string> {
    if (invocation.name == "roll") return this.roll(invocation.arguments, invocation.caller);
    if (invocation.name == "dice-stats") return Answer.ok<string>(this.statistics.describe());
    return Answer.fail<string>(texts.UNKNOWN_COMMAND + invocation.name);
  }

  saveState(): Answer<Uint8Array> {
    return Answer.ok<Uint8Array>(Uint8Array.wrap(String.UTF8.encode(this.statistics.toJson().toString())));
  }

  restoreState(state: Uint8Array): string | null {
    const read = Json.parse(String.UTF8.decodeUnsafe(state.dataStart, state.length));
    if (read.error !== null) return read.error;
    this.statistics = Statistics.fromJson(read.value);
    return null;
  }

  /** Offers a command. When another plugin owns the name, it is reached as `dice:name`. */
  private offer(name: string, description: string, usage: string): string | null {
    const added = commands.add(name, description, new CommandOptions(usage));
    const error = added.error;
    if (error !== null) return "add-command " + name + ": " + error.toString();
    if (added.value != name) log.warn("/" + name + " is taken: it is /" + added.value + " here");
    return null;
  }

  private roll(text: string, caller: Caller): Answer<string> {
    const parsed = parseExpression(text, this.settings.maxDice, this.settings.maxSides);
    const problem = parsed.error;
    if (problem !== null) return Answer.fail<string>(problem);

    const expression = parsed.value;
    const rolls: i32[] = [];
    let total = expression.bonus;
    for (let i = 0; i < expression.count; i++) {
      const rolled = this.random.die(expression.sides);
      rolls.push(rolled);
      total += rolled;
    }
    const outcome = expression.toString() + " → " + expression.describe(rolls, total);
    this.statistics.count(caller.name, expression.count, total);
    this.tellRoom(caller, outcome);
    this.emit(caller, expression, rolls, total);
    return Answer.ok<string>(outcome);
  }

  private tellRoom(caller: Caller, outcome: string): void {
    if (!this.settings.announce || caller.room == NONE) return;
    const templates = texts.ROLLED.map<MessageTemplate>((text) => new MessageTemplate(text[0], text[1]));
    const sent = messages.templateToRoom(caller.room, templates, [new MessageArgument("name", caller.name), new MessageArgument("outcome", outcome)]);
    const error = sent.error;
    if (error !== null) log.warn("send-template-to-room: " + error.toString());
  }

  private emit(caller: Caller, expression: Expression, rolls: i32[], total: i32): void {
    const list = Json.array();
    for (let i = 0; i < rolls.length; i++) list.push(Json.number(rolls[i]));
    const data = Json.object()
      .set("user", idOrNull(caller.user))
      .set("room", idOrNull(caller.room))
      .set("expression", Json.string(expression.toString()))
      .set("rolls", list)
      .set("total", Json.number(total));
    const error = events.emit("dice_rolled", data.toString());
    if (error !== null) log.warn("emit-event: " + error.toString());
  }
}

function idOrNull(id: u32): Json {
  return id == NONE ? Json.null() : Json.number(id);
}

register(new Dice());
