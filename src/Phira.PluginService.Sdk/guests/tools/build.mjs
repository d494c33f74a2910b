// From a core module to a component.

import fs from 'node:fs';
import path from 'node:path';
import * as tools from '@bytecodealliance/jco-transpile/wasm-tools';
import { defaultWitFolder, joinWit, readWitFolder, textOf } from './wit.mjs';

const interfaceId = /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*(?:@[0-9A-Za-z.+-]+)?$/;

/**
 * The world a core module was written for, read off the module itself: each import module and each export prefix that is the id of an
 * interface. A plugin therefore never has to declare its world, and never imports what it does not use.
 */
export function worldOf(core) {
  const module = new WebAssembly.Module(core);
  const imports = WebAssembly.Module.imports(module).map((entry) => entry.module);
  const exports = WebAssembly.Module.exports(module)
    .filter((entry) => entry.name.includes('#'))
    .map((entry) => entry.name.replace(/^cabi_post_/, '').split('#')[0]);
  const ids = (names) => [...new Set(names.filter((name) => interfaceId.test(name)))].sort();
  return { imports: ids(imports), exports: ids(exports) };
}

/** An interface of the package itself must be named without the package there. */
function localName(id, packageName) {
  const [name, version] = packageName.split('@');
  return id.startsWith(`${name}/`) && id.endsWith(`@${version}`) ? id.slice(name.length + 1, -version.length - 1) : id;
}

/** Adds the type information of `options.world`, or of the world read off the module, to a core module. */
export async function embed(core, options = {}) {
  const wit = readWitFolder(options.wit ?? defaultWitFolder);
  const extra = (options.extra ?? []).map((file) => fs.readFileSync(file, 'utf8'));
  let world = options.world;
  if (world === undefined) {
    const { imports, exports } = worldOf(core);
    world = 'as-built';
    const local = (id) => localName(id, wit.packageName);
    const items = [...imports.map((id) => `  import ${local(id)};`), ...exports.map((id) => `  export ${local(id)};`)];
    extra.unshift(`world ${world} {\n${items.join('\n')}\n}`);
  }
  try {
    return await tools.componentEmbed({
      binary: core,
      witSource: joinWit(wit, ...extra),
      world,
      stringEncoding: options.utf16 ? 'utf16' : 'utf8',
    });
  } catch (error) {
    throw new Error(`cannot embed the world: ${textOf(error)}`);
  }
}

/** Turns an embedded core module into a component, which also validates it. */
export async function encode(embedded) {
  try {
    return await tools.componentNew(embedded, []);
  } catch (error) {
    throw new Error(`cannot make a component: ${textOf(error)}`);
  }
}

/** Core module to component in one step. */
export async function build(core, options = {}) {
  return encode(await embed(core, options));
}

/** Writes a file so that nobody ever reads half of it. */
export function writeWhole(file, content) {
  fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  fs.writeFileSync(part, content);
  fs.renameSync(part, file);
}
