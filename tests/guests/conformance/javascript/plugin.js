// Calls every function of the host; see ../README.md.

import { describe, HostError, onInit } from 'phira-plugin';
import * as interfaces from './interfaces.js';

export {
  configHandler, eventHandler, healthHandler, httpHandler, lifecycle, serviceHandler, stateHandler, timerHandler,
} from 'phira-plugin';

describe({ name: 'conformance', version: '1.0.0' });

onInit(() => {
  try {
    interfaces.commands.addCommand('conformance', 'makes a call', null);
  } catch ({ code, message }) {
    interfaces.log.write('warn', `add-command: ${code}: ${message}`, []);
  }
});

export const commandHandler = {
  onCommand({ arguments: line, words: [, name] }) {
    return JSON.stringify(call(name, JSON.parse(line.slice(line.indexOf('[', line.indexOf(name))))));
  },
};

function call(name, values) {
  const [part, item] = name.split('.').map(camel);
  try {
    return { ok: toList(interfaces[part][item](...values.map(fromList))) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { err: { [error.code]: error.message } };
  }
}

/** A value of the list as the engine takes it. */
function fromList(value) {
  if (Array.isArray(value)) return value.map(fromList);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[tag, content]] = entries;
  // The one variant that is passed: what a request carries.
  if (tag === 'empty' || tag === 'text') return { tag, val: content };
  if (tag === 'bytes') return { tag, val: Uint8Array.from(content) };
  return Object.fromEntries(entries.map(([key, item]) => [camel(key), fromList(item)]));
}

/** A value of the engine as the list writes it. */
function toList(value) {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value, toList);
  if (typeof value !== 'object') return value;
  if ('tag' in value) return { [value.tag]: toList(value.val) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [kebab(key), toList(item)]));
}

function camel(name) {
  return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}

function kebab(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
