import * as rawCommands from 'phira:plugin/commands@1.0.0';
import type { Invocation } from 'phira:plugin/command-handler@1.0.0';
import type { CommandLevel } from 'phira:plugin/commands@1.0.0';
import { checked, Refusal } from './errors';
import { describeError, onInit } from './lifecycle';
import { log } from './log';
import { commandFailed } from './texts';

/** How a command is offered. */
export interface CommandOptions {
  description: string;
  /** The arguments as `/help` shows them. */
  usage?: string;
  level?: CommandLevel;
  cooldownMs?: number;
}

const commands = /* @__PURE__ */ checked(rawCommands);
const handlers = new Map<string, (invocation: Invocation) => string>();

/**
 * Offers a command. What the handler returns is shown to the caller, and so is the text of a `Refusal` that it throws.
 * When another plugin owns the name, the command is reached as `plugin:name`, which the log says.
 */
export function command(name: string, { description, usage = '', level = 'player', cooldownMs = 0 }: CommandOptions,
  handle: (invocation: Invocation) => string): void {
  handlers.set(name, handle);
  onInit(() => {
    const reached = commands.addCommand(name, description, { usage, level, cooldownMs });
    if (reached !== name) log.warn(`/${name} is taken: it is /${reached} here`);
  });
}

/** What the component of a plugin with commands exports. */
export const commandHandler = {
  onCommand: (invocation: Invocation): string => {
    try {
      return handlers.get(invocation.name)?.(invocation) ?? '';
    } catch (error) {
      if (error instanceof Refusal) throw error.message;
      log.error(`/${invocation.name}: ${describeError(error)}`);
      throw commandFailed;
    }
  },
};
