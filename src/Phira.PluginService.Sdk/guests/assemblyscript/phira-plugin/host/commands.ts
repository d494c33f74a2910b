import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, addressOf } from "../runtime/memory";

@external("phira:plugin/commands@1.0.0", "register-command")
declare function host_register_command(
  name: usize, nameLength: i32, description: usize, descriptionLength: i32,
  some: i32, usage: usize, usageLength: i32, level: i32, cooldown: u32, result: usize): void;
@external("phira:plugin/commands@1.0.0", "add-command")
declare function host_add_command(
  name: usize, nameLength: i32, description: usize, descriptionLength: i32,
  some: i32, usage: usize, usageLength: i32, level: i32, cooldown: u32, result: usize): void;
@external("phira:plugin/commands@1.0.0", "unregister-command")
declare function host_unregister_command(name: usize, nameLength: i32, result: usize): void;

/** Who may use a command. */
export enum CommandLevel {
  Player,
  RoomHost,
  Admin,
}

/** How a command behaves. */
export class CommandOptions {
  constructor(
    /** The arguments as `/help` shows them. */
    public usage: string,
    public level: CommandLevel = CommandLevel.Player,
    public cooldownMs: u32 = 0,
  ) {}
}

/** Commands that players type in the chat and administrators invoke. */
export namespace commands {
  /**
   * Offers a command. Needs `register_commands`. Fails with `Conflict` when the name is taken, although `plugin:name` then works:
   * `add` regards that as success.
   */
  export function register(name: string, description: string, options: CommandOptions | null = null): HostError | null {
    const usage = options === null ? "" : options.usage;
    host_register_command(
      addressOf(name), name.length, addressOf(description), description.length,
      options === null ? 0 : 1, addressOf(usage), usage.length,
      options === null ? 0 : <i32>options.level, options === null ? 0 : options.cooldownMs, IMPORT_RESULT);
    return takeUnit();
  }

  /** Offers a command and returns the name by which it is reached: `name`, or `plugin:name` when it is taken. Needs `register_commands`. */
  export function add(name: string, description: string, options: CommandOptions | null = null): Result<string> {
    const usage = options === null ? "" : options.usage;
    host_add_command(
      addressOf(name), name.length, addressOf(description), description.length,
      options === null ? 0 : 1, addressOf(usage), usage.length,
      options === null ? 0 : <i32>options.level, options === null ? 0 : options.cooldownMs, IMPORT_RESULT);
    return takeResult<string>(4, (reader) => reader.string());
  }

  /** Withdraws a command. */
  export function unregister(name: string): HostError | null {
    host_unregister_command(addressOf(name), name.length, IMPORT_RESULT);
    return takeUnit();
  }
}
