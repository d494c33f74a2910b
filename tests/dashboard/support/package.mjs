import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** The files of a plugin that is delivered with the service. */
export async function delivered(name, files) {
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await readFile(path.join(root, 'plugins', name, file))])));
}

/** The files of a test guest, built by tests/guests/build.mjs. */
export async function guest(name) {
  return {
    'plugin.toml': await readFile(path.join(root, 'tests/guests', name, 'plugin.toml')),
    [`${name}.wasm`]: await readFile(path.join(root, 'artifacts/guests', `${name}.wasm`)),
  };
}

/** The component of a test guest alone. */
export const component = (name) => readFile(path.join(root, 'artifacts/guests', `${name}.wasm`));

/** Packs files into a .zip, uncompressed. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const path = Buffer.from(name);
    const entry = Buffer.alloc(26);
    entry.writeUInt16LE(20, 0);
    entry.writeUInt16LE(0x21, 8);
    entry.writeUInt32LE(crc32(bytes), 10);
    entry.writeUInt32LE(bytes.length, 14);
    entry.writeUInt32LE(bytes.length, 18);
    entry.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), entry, path, bytes]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), entry, central, path]));
    parts.push(local);
    offset += local.length;
  }
  const names = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(names.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, names, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
