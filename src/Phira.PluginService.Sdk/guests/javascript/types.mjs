// TypeScript declarations of the WIT package, as this engine hands its values over.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeWhole } from '../tools/build.mjs';
import { defaultWitFolder, joinWit, readWitFolder } from '../tools/wit.mjs';
import { readWitModel, resolveAlias } from '../tools/wit-model.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const generator = path.join(here, '../tools/node_modules/@bytecodealliance/jco-transpile/vendor/js-component-bindgen-component.js');
const world = 'full-plugin';

/** Where the declarations are written. */
export const typesFolder = path.join(here, 'types');

/** Generates the declarations of every interface: a text for each file name. */
export async function generateTypes(witFolder = defaultWitFolder) {
  const { $init, generateTypes: generate } = await import(pathToFileURL(generator));
  await $init;
  const files = generate('phira', {
    wit: { tag: 'source', val: joinWit(readWitFolder(witFolder)) },
    world,
    guest: true,
    tlaCompat: false,
    features: { tag: 'list', val: [] },
    variantsInlineCases: true,
    flagsAsBigint: false,
    useNamespaceObjects: false,
    enumValuesScreamingSnakeCase: false,
  });
  return files.map(([name, content]) => [path.basename(name), asEngine(new TextDecoder().decode(content))]);
}

/** The functions of the host as a module: an object for each interface, whose functions throw a `HostError`. */
function hostModule() {
  const { name, version, interfaces, worlds } = readWitModel();
  const { imports } = worlds.find((one) => one.name === world);
  const parts = interfaces.filter((part) => imports.includes(part.name) && part.functions.length > 0 && part.name !== 'log')
    .map((part) => ({ id: `${name}/${part.name}@${version}`, as: camel(part.name), wide: wideParameters(part) }));
  return [
    ...parts.map(({ id, as }) => `import * as ${as}Functions from '${id}';`),
    "import { checked } from '../phira-plugin/errors';", '',
    ...parts.map(({ as, wide }) => `export const ${as} = /* @__PURE__ */ checked(${as}Functions, ${JSON.stringify(wide)});`), '',
  ].join('\n');
}

const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** Where the functions of an interface take a u32. */
function wideParameters({ functions }) {
  const positions = functions.map(({ name, parameters }) =>
    [camel(name), parameters.flatMap(({ type }, index) => (resolveAlias(type).kind === 'u32' ? [index] : []))]);
  return Object.fromEntries(positions.filter(([, indexes]) => indexes.length > 0));
}

/** Writes the declarations that changed; what is not part of the package any more is removed. */
export async function writeTypes() {
  const files = [...await generateTypes(), ['host.ts', hostModule()]];
  const names = new Set(files.map(([name]) => name));
  if (fs.existsSync(typesFolder)) {
    for (const name of fs.readdirSync(typesFolder)) {
      if (name.endsWith('.d.ts') && !names.has(name)) fs.rmSync(path.join(typesFolder, name), { force: true });
    }
  }
  for (const [name, text] of files) {
    const file = path.join(typesFolder, name);
    if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) writeWhole(file, text);
  }
}

/** The generator writes for another engine: QuickJS passes 64-bit integers as numbers, typed arrays only for bytes, and null for none. */
function asEngine(text) {
  return text
    .replace(/\bbigint\b/g, 'number')
    .replace(/\b(?:Uint16|Uint32|Int8|Int16|Int32|Float32|Float64|BigInt64|BigUint64)Array\b/g, 'number[]')
    .replace(/^( +[A-Za-z0-9]+\?: )(.*),$/gm, '$1$2 | null,')
    .replace(/\| undefined\b/g, '| null | undefined')
    .replace(/^\/\/\/ <reference .*$\n/gm, '');
}
