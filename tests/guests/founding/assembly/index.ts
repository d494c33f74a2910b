// A plugin in the style of the founding document: its initialiser subscribes and registers, and every error keeps it from starting.

import {
  Answer, Event, Invocation, Json, Metadata, Outcome, Plugin,
  commands, events, log, register,
} from "phira-plugin";

export * from "phira-plugin/exports/lifecycle";
export * from "phira-plugin/exports/event-handler";
export * from "phira-plugin/exports/command-handler";

class Founding extends Plugin {
  private name: string = "";

  metadata(): Metadata { return new Metadata("my-plugin", "0.1.0", "tests"); }

  init(config: Json): string | null {
    const subscribed = events.subscribe("server_start");
    if (subscribed !== null) return subscribed.toString();
    const added = commands.add("hello", "打招呼");
    const refused = added.error;
    if (refused !== null) return refused.toString();
    this.name = added.value;
    return null;
  }

  onEvent(event: Event): Answer<Outcome> {
    log.info("服务器已启动！");
    return Answer.ok<Outcome>(Outcome.proceed());
  }

  onCommand(invocation: Invocation): Answer<string> {
    return Answer.ok<string>("你好，来自 /" + this.name + "！参数：" + invocation.arguments);
  }
}

register(new Founding());
