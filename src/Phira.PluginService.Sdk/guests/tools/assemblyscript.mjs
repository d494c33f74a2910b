// Compiles an AssemblyScript plugin to a core module.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const here = path.dirname(fileURLToPath(import.meta.url));
const bindings = path.resolve(here, '../assemblyscript');

/**
 * Compiles `entry`. The bindings are importable as "phira-plugin". Returns the core module's bytes; throws the compiler's own
 * messages when it fails.
 */
export async function compileAssemblyScript(entry) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'phira-plugin-'));
  const core = path.join(work, 'core.wasm');
  let messages = '';
  const sink = { write: (text) => { messages += text; } };
  try {
    const { error } = await asc.main([
      path.basename(entry),
      // Relative to the entry, so that no path of this machine reaches the module.
      '--baseDir', path.dirname(path.resolve(entry)),
      '--path', bindings,
      '--outFile', core,
      '-O3',
      '--runtime', 'incremental',
      '--exportStart', '_initialize',
      '--use', 'abort=~lib/phira-plugin/runtime/abort/abort',
      '--transform', path.join(here, 'rename-exports.mjs'),
    ], { stdout: sink, stderr: sink });
    if (error) throw new Error(`${entry} does not compile:\n${messages || error.message}`);
    return fs.readFileSync(core);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}
