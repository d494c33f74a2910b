// The WIT package as one text, which is the form the component tools take.
//
// The repository keeps one file per interface. A WIT text may hold only one `package` line, so the files are joined in name order
// and the line is written once.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tools from '@bytecodealliance/jco-transpile/wasm-tools';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The folder `wit/` at the top of the repository. */
export const defaultWitFolder = path.resolve(here, '../../../../wit');

const packageLine = /^package\s+([^;{]+);[ \t]*$/m;

/** Reads a WIT folder: its package name and its files with their `package` lines blanked, so that line numbers stay. */
export function readWitFolder(folder) {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.wit')).sort();
  if (names.length === 0) throw new Error(`${folder}: no .wit files`);
  let packageName;
  const files = names.map((name) => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    const found = packageLine.exec(text);
    if (!found) throw new Error(`${name}: no package line`);
    packageName ??= found[1].trim();
    if (found[1].trim() !== packageName) {
      throw new Error(`${name}: belongs to ${found[1].trim()}, the other files to ${packageName}`);
    }
    return { name, text: text.replace(packageLine, '') };
  });
  return { packageName, files };
}

/** Joins a package, further texts (nested packages, extra interfaces) and a world into one source. */
export function joinWit({ packageName, files }, ...more) {
  return [`package ${packageName};`, ...files.map((file) => file.text), ...more].join('\n');
}

/**
 * Checks a WIT folder with the real parser: every world must resolve, and every interface must be part of at least one of them,
 * because an interface outside all worlds can neither be imported nor exported by the ready-made worlds.
 * Returns the names of what was checked; throws an error whose text names file and line where they can be told.
 */
export async function validateWit(folder) {
  const wit = readWitFolder(folder);
  const source = joinWit(wit);
  const declared = (keyword) => [...source.matchAll(new RegExp(`^${keyword}\\s+%?([a-z][a-z0-9-]*)\\s*\\{`, 'gm'))].map((match) => match[1]);
  const worlds = declared('world');
  const interfaces = declared('interface');
  if (worlds.length === 0) throw new Error(`${folder}: no world`);

  const empty = await tools.parse('(module (memory (export "memory") 1))');
  for (const world of worlds) {
    try {
      await tools.componentEmbed({ binary: empty, witSource: source, world });
    } catch (error) {
      throw new Error(`world ${world}: ${await locate(wit, textOf(error))}`);
    }
  }

  const mentioned = new Set([...source.matchAll(/^\s+(?:import|export)\s+%?([a-z][a-z0-9-]*)\s*;/gm)].map((match) => match[1]));
  const forgotten = interfaces.filter((name) => !mentioned.has(name));
  if (forgotten.length > 0) throw new Error(`in no world: ${forgotten.join(', ')}`);
  return { packageName: wit.packageName, worlds, interfaces };
}

/** The parser names no place. Find it: a file that fails to parse alone for another reason than a missing name, or the name it quotes. */
async function locate(wit, text) {
  for (const file of wit.files) {
    const alone = await problemOf(joinWit({ packageName: wit.packageName, files: [file] }, 'world only-to-check {}'));
    if (alone === text && !/does not exist/.test(alone)) return `${file.name}: ${text}`;
  }
  const quoted = /`([^`]+)`/.exec(text)?.[1];
  const places = quoted === undefined ? [] : wit.files.flatMap((file) =>
    file.text.split('\n').flatMap((line, index) => (wordIn(line, quoted) ? [`${file.name}:${index + 1}`] : [])));
  return places.length > 0 ? `${text} (${places.join(', ')})` : text;
}

async function problemOf(source) {
  try {
    const binary = await tools.parse('(module (memory (export "memory") 1))');
    await tools.componentEmbed({ binary, witSource: source, world: 'only-to-check' });
    return '';
  } catch (error) {
    return textOf(error);
  }
}

function wordIn(line, word) {
  const code = line.replace(/\/\/.*$/, '');
  return code.split(/[^a-z0-9-]+/).includes(word);
}

/** The text of an error of the component tools, which carry it as `payload`. */
export function textOf(error) {
  return String(error?.payload ?? error?.message ?? error);
}
