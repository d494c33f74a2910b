import { HostError, Result, takeResult, takeUnit } from "../result";
import { Arena, IMPORT_RESULT, Reader, Writer, addressOf } from "../runtime/memory";

@external("phira:plugin/messages@1.0.0", "send-message-to-user")
declare function host_send_to_user(user: u32, text: usize, textLength: i32, result: usize): void;
@external("phira:plugin/messages@1.0.0", "send-message-to-room")
declare function host_send_to_room(room: u32, text: usize, textLength: i32, result: usize): void;
@external("phira:plugin/messages@1.0.0", "broadcast-message-to-all")
declare function host_broadcast(text: usize, textLength: i32, result: usize): void;

@external("phira:plugin/messages@1.0.0", "send-template-to-user")
declare function host_send_template_to_user(
  user: u32, templates: usize, templateCount: i32, args: usize, argumentCount: i32, result: usize): void;
@external("phira:plugin/messages@1.0.0", "send-template-to-room")
declare function host_send_template_to_room(
  room: u32, templates: usize, templateCount: i32, args: usize, argumentCount: i32, result: usize): void;
@external("phira:plugin/messages@1.0.0", "broadcast-template-to-all")
declare function host_broadcast_template(
  templates: usize, templateCount: i32, args: usize, argumentCount: i32, result: usize): void;

/** A message in one language: `{name}` stands for an argument, `{{` and `}}` for braces. */
export class MessageTemplate {
  /** `language` is a tag such as `zh-CN`. */
  constructor(public language: string, public text: string) {}

  static lower(items: MessageTemplate[], arena: Arena): usize {
    const block = arena.alloc(<usize>items.length * 16);
    const writer = new Writer(block, arena);
    for (let i = 0; i < items.length; i++) {
      writer.string(items[i].language);
      writer.string(items[i].text);
    }
    return block;
  }
}

/** What stands for a placeholder. */
export class MessageArgument {
  constructor(public name: string, public value: string) {}

  static lower(items: MessageArgument[], arena: Arena): usize {
    const block = arena.alloc(<usize>items.length * 16);
    const writer = new Writer(block, arena);
    for (let i = 0; i < items.length; i++) {
      writer.string(items[i].name);
      writer.string(items[i].value);
    }
    return block;
  }
}

/** How many players got a message in one language. */
export class LanguageCount {
  constructor(public language: string, public count: u32) {}

  static readonly SIZE: usize = 12;

  static read(reader: Reader): LanguageCount {
    const language = reader.string();
    return new LanguageCount(language, reader.u32());
  }
}

/** What became of a message in several languages. */
export class DeliveryReport {
  sent: u32 = 0;
  /** Those meant who did not get it, because their connection is lost. */
  skipped: u32 = 0;
  /** Those that it was sent to by language, in the order of the templates. */
  languages: LanguageCount[] = [];

  static read(reader: Reader): DeliveryReport {
    const report = new DeliveryReport();
    report.sent = reader.u32();
    report.skipped = reader.u32();
    report.languages = reader.list<LanguageCount>(LanguageCount.SIZE, LanguageCount.read);
    return report;
  }
}

/** System messages in the game's chat, at most 2000 bytes of text each. */
export namespace messages {
  /** To one user. Needs `send_messages`. */
  export function toUser(user: u32, text: string): HostError | null {
    host_send_to_user(user, addressOf(text), text.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** To everybody in a room. Needs `send_messages`. */
  export function toRoom(room: u32, text: string): HostError | null {
    host_send_to_room(room, addressOf(text), text.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** To every connected user; returns to how many. Needs `broadcast`. */
  export function broadcast(text: string): Result<u32> {
    host_broadcast(addressOf(text), text.length, IMPORT_RESULT);
    return takeResult<u32>(4, (reader: Reader): u32 => reader.u32());
  }

  /** To one user, in the language of the account. Needs `send_messages`. */
  export function templateToUser(user: u32, templates: MessageTemplate[], args: MessageArgument[] = []): Result<DeliveryReport> {
    const arena = new Arena();
    host_send_template_to_user(
      user, MessageTemplate.lower(templates, arena), templates.length, MessageArgument.lower(args, arena), args.length, IMPORT_RESULT);
    arena.free();
    return takeResult<DeliveryReport>(4, DeliveryReport.read);
  }

  /** To everybody in a room, each in the language of the account. Needs `send_messages`. */
  export function templateToRoom(room: u32, templates: MessageTemplate[], args: MessageArgument[] = []): Result<DeliveryReport> {
    const arena = new Arena();
    host_send_template_to_room(
      room, MessageTemplate.lower(templates, arena), templates.length, MessageArgument.lower(args, arena), args.length, IMPORT_RESULT);
    arena.free();
    return takeResult<DeliveryReport>(4, DeliveryReport.read);
  }

  /** To every user, each in the language of the account. Needs `broadcast`. */
  export function broadcastTemplate(templates: MessageTemplate[], args: MessageArgument[] = []): Result<DeliveryReport> {
    const arena = new Arena();
    host_broadcast_template(
      MessageTemplate.lower(templates, arena), templates.length, MessageArgument.lower(args, arena), args.length, IMPORT_RESULT);
    arena.free();
    return takeResult<DeliveryReport>(4, DeliveryReport.read);
  }
}
