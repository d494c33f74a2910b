// Writes zip archives, also such as no honest program writes.

import zlib from 'node:zlib';

const UTF8_NAMES = 0x0800;
const UNIX = 3 << 8;
const LINK = 0o120777;
const FILE = 0o100644;

/**
 * Makes an archive of entries `{ name, data }`, and of what is wrong with them:
 * `link` is the target of a symbolic link, `size` and `crc` lie about the data, `localName` is another name in front of the data,
 * `encrypted` sets the flag, `method` names another compression, `stored` leaves it out, and `overlaps: true` takes the data of the
 * entry before.
 */
export function zip(entries, { comment = '', trailing = Buffer.alloc(0) } = {}) {
  const parts = [];
  const directory = [];
  let at = 0;
  let before = null;
  for (const entry of entries) {
    const placed = entry.overlaps ? { ...before, offset: before.offset } : place(entry);
    directory.push(record(entry, placed));
    before = placed;
  }
  const start = at;
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(start, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, central, end, Buffer.from(comment), trailing]);

  function place(entry) {
    const data = Buffer.from(entry.link ?? entry.data ?? '');
    const method = entry.method ?? (entry.stored || entry.link !== undefined ? 0 : 8);
    const packed = method === 8 ? zlib.deflateRawSync(data, { level: 9 }) : data;
    const placed = { offset: at, method, packedSize: packed.length, size: entry.size ?? data.length, crc: entry.crc ?? zlib.crc32(data) };
    const name = Buffer.from(entry.localName ?? entry.name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(flagsOf(entry), 6);
    header.writeUInt16LE(method, 8);
    header.writeUInt32LE(placed.crc, 14);
    header.writeUInt32LE(placed.packedSize, 18);
    header.writeUInt32LE(placed.size, 22);
    header.writeUInt16LE(name.length, 26);
    parts.push(header, name, packed);
    at += header.length + name.length + packed.length;
    return placed;
  }
}

function record(entry, { offset, method, packedSize, size, crc }) {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(UNIX | 20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flagsOf(entry), 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packedSize, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(((entry.link === undefined ? entry.mode ?? FILE : LINK) << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function flagsOf(entry) {
  return UTF8_NAMES | (entry.encrypted ? 1 : 0);
}
