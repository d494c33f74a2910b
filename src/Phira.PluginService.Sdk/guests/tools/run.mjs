// Runs a component inside node, so that guests can be tested without the service.

import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transpileBytes } from '@bytecodealliance/jco-transpile';

/**
 * Prepares a component for instantiation. `instantiate(imports)` of the result gives a fresh instance: its exports by interface name
 * without package and version, for example `lifecycle` or `command-handler`, with functions in camel case. `imports` has the same shape.
 * A `result` comes back as its value, or is thrown as an error whose `payload` is the error value; imports throw `hostError(...)`.
 */
export async function prepare(bytes) {
  const { files, imports } = await transpileBytes(bytes, {
    name: 'guest', instantiation: 'async', nodejsCompat: true, emitTypescriptDeclarations: false,
  });
  const digest = crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `phira-guest-${digest}-`));
  const script = path.join(folder, 'guest.mjs');
  fs.writeFileSync(script, files['guest.js']);
  const { instantiate } = await import(pathToFileURL(script));
  fs.rmSync(folder, { recursive: true, force: true });

  const modules = Object.fromEntries(Object.entries(files)
    .filter(([name]) => name.endsWith('.wasm'))
    .map(([name, content]) => [name, new WebAssembly.Module(content)]));
  return {
    imports: imports.map(shortName),
    async instantiate(host) {
      const given = Object.fromEntries(imports.map((id) => [id, host[shortName(id)] ?? {}]));
      const exports = await instantiate((name) => modules[name], given);
      return Object.fromEntries(Object.entries(exports)
        .filter(([id]) => id.includes('/'))
        .map(([id, functions]) => [shortName(id), functions]));
    },
  };
}

/** What an import throws to answer with an error: a case of `host-error`. */
export function hostError(kind, text) {
  return Object.assign(new Error(`${kind}: ${text}`), { payload: { tag: kind, val: text } });
}

function shortName(id) {
  return id.replace(/^.*\//, '').replace(/@.*$/, '');
}
