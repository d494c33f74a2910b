// What must be built of the cases of this folder: a case's source becomes artifacts/guests/runtime-cases/<case> with an extension.
//
//   guest.wat      text of a core module; `;;include NAME` splices shared/NAME.inc.wat or that of the test guests  -> .wasm
//   component.wat  text of a whole component                                                                       -> .wasm
//   guest.mjs      a program that makes one of the two: `export default () => ({ core } or { component })`         -> .wasm
//   manifest.mjs   a program that makes the manifest: `export default () => text`                                  -> .toml
//   schema.mjs     a program that makes config.schema.json                                                         -> .json
//   package.mjs    a program that makes a package: `export default ({ zip, guest }) => bytes`                      -> .zip
//
// What a program makes may also be bytes. A case whose expected.json names a guest of tests/guests needs no source of its own.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { zip } from './shared/zip.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const shared = path.join(here, 'shared');
const guestTexts = path.resolve(here, '../guests/wat');
const guestFiles = path.resolve(here, '../../artifacts/guests');

const kinds = [
  { source: 'guest.wat', extension: '.wasm', build: (file, tools) => core(fs.readFileSync(file, 'utf8'), tools) },
  { source: 'component.wat', extension: '.wasm', build: (file, tools) => tools.parse(fs.readFileSync(file, 'utf8')) },
  { source: 'guest.mjs', extension: '.wasm', build: async (file, tools) => toComponent(await make(file), tools) },
  { source: 'manifest.mjs', extension: '.toml', build: (file) => make(file) },
  { source: 'schema.mjs', extension: '.json', build: (file) => make(file) },
  { source: 'package.mjs', extension: '.zip', build: (file) => make(file) },
];

const caseNames = fs.readdirSync(here).filter((name) => fs.existsSync(path.join(here, name, 'expected.json'))).sort();

export const runtimeCases = caseNames.flatMap((name) => kinds
  .filter(({ source }) => fs.existsSync(path.join(here, name, source)))
  .map(({ source, extension, build }) => ({
    name: `runtime-cases/${name}`,
    extension,
    inputs: [path.join(here, name, source), shared, guestTexts, path.join(here, 'cases.mjs')],
    build: (tools) => build(path.join(here, name, source), tools),
  })));

async function make(file) {
  const { default: program } = await import(pathToFileURL(file));
  return program({ zip, guest: (name) => fs.readFileSync(path.join(guestFiles, `${name}.wasm`)) });
}

async function toComponent(made, tools) {
  if (made.core !== undefined) return core(made.core, tools);
  return made.component === undefined ? made : tools.parse(made.component);
}

async function core(text, { build, parse }) {
  const whole = include(text);
  const extra = whole.includes('"wasi:') ? [path.join(guestTexts, 'wasi.wit')] : [];
  return build(await parse(whole), { extra });
}

function include(text) {
  return text.replace(/^[ \t]*;;include (\S+)$/gm, (_, part) => {
    const file = [shared, guestTexts].map((folder) => path.join(folder, `${part}.inc.wat`)).find((candidate) => fs.existsSync(candidate));
    if (file === undefined) throw new Error(`there is no ${part}.inc.wat`);
    return include(fs.readFileSync(file, 'utf8'));
  });
}
