// The functions of WASI as AssemblyScript calls them. Texts are UTF-16, as the component says.

// @ts-ignore: decorator
@external("wasi:cli/environment@0.2.0", "get-environment") declare function getEnvironment(result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/preopens@0.2.0", "get-directories") declare function getDirectories(result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[resource-drop]descriptor") export declare function drop(file: i32): void;
// @ts-ignore: decorator
@external("wasi:io/streams@0.2.0", "[resource-drop]input-stream") export declare function dropStream(stream: i32): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[resource-drop]directory-entry-stream") declare function dropEntries(entries: i32): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.open-at")
declare function openAt(self: i32, pathFlags: i32, path: usize, length: i32, openFlags: i32, flags: i32, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.read-via-stream")
declare function readViaStream(self: i32, offset: i64, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.read")
declare function read(self: i32, length: i64, offset: i64, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.write")
declare function write(self: i32, bytes: usize, length: i32, offset: i64, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.read-directory")
declare function readDirectory(self: i32, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]directory-entry-stream.read-directory-entry")
declare function readDirectoryEntry(self: i32, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.unlink-file-at")
declare function unlinkFileAt(self: i32, path: usize, length: i32, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.create-directory-at")
declare function createDirectoryAt(self: i32, path: usize, length: i32, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.remove-directory-at")
declare function removeDirectoryAt(self: i32, path: usize, length: i32, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.readlink-at")
declare function readlinkAt(self: i32, path: usize, length: i32, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.stat-at")
declare function statAt(self: i32, pathFlags: i32, path: usize, length: i32, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.symlink-at")
declare function symlinkAt(self: i32, old: usize, oldLength: i32, path: usize, length: i32, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.rename-at")
declare function renameAt(self: i32, old: usize, oldLength: i32, other: i32, path: usize, length: i32, result: usize): void;
// @ts-ignore: decorator
@external("wasi:filesystem/types@0.2.0", "[method]descriptor.link-at")
declare function linkAt(self: i32, flags: i32, old: usize, oldLength: i32, other: i32, path: usize, length: i32, result: usize): void;

export const CREATE: i32 = 1;
export const READ: i32 = 1;
export const WRITE: i32 = 2;

const FOLLOW: i32 = 1;
const result: usize = memory.data(128, 8);

let first: i32 = -1;

/** The first opened directory; negative when there is none. */
export function directory(): i32 {
  if (first < 0) {
    getDirectories(result);
    if (load<i32>(result, 4) > 0) first = load<i32>(load<usize>(result));
  }
  return first;
}

export function directoryNames(): string {
  getDirectories(result);
  const at = load<usize>(result);
  const names: string[] = [];
  for (let i = 0, n = load<i32>(result, 4); i < n; i++) names.push(text(at + i * 12 + 4));
  return names.join(" ");
}

export function environment(): string {
  getEnvironment(result);
  const at = load<usize>(result);
  const lines: string[] = [];
  for (let i = 0, n = load<i32>(result, 4); i < n; i++) lines.push(text(at + i * 16) + "=" + text(at + i * 16 + 8));
  return lines.join("\n");
}

/** Opens a file; negative when it cannot be. */
export function open(path: string, openFlags: i32, flags: i32): i32 {
  openAt(directory(), FOLLOW, changetype<usize>(path), path.length, openFlags, flags, result);
  return load<u8>(result) == 0 ? load<i32>(result, 4) : -1 - <i32>load<u8>(result, 4);
}

export function stream(file: i32): i32 {
  readViaStream(file, 0, result);
  return load<u8>(result) == 0 ? load<i32>(result, 4) : -1;
}

/** Everything that is done at once and leaves nothing open. */
export function once(what: string, path: string, more: string): string {
  const self = directory();
  const at = changetype<usize>(path);
  const other = changetype<usize>(more);
  if (what == "read") return readAll(path);
  if (what == "write") return writeAll(path, more);
  if (what == "list") return list(path);
  if (what == "unlink") unlinkFileAt(self, at, path.length, result);
  else if (what == "mkdir") createDirectoryAt(self, at, path.length, result);
  else if (what == "rmdir") removeDirectoryAt(self, at, path.length, result);
  else if (what == "symlink") symlinkAt(self, at, path.length, other, more.length, result);
  else if (what == "rename") renameAt(self, at, path.length, self, other, more.length, result);
  else if (what == "link") linkAt(self, 0, at, path.length, self, other, more.length, result);
  else if (what == "readlink") {
    readlinkAt(self, at, path.length, result);
    return load<u8>(result) == 0 ? text(result + 4) : failure();
  } else if (what == "stat") {
    statAt(self, FOLLOW, at, path.length, result);
    return load<u8>(result) == 0 ? "there" : "error " + load<u8>(result, 8).toString();
  } else return "unknown";
  // Without a value the error follows the discriminant at once.
  return load<u8>(result) == 0 ? "done" : "error " + load<u8>(result, 1).toString();
}

function readAll(path: string): string {
  const file = open(path, 0, READ);
  if (file < 0) return "error " + (-1 - file).toString();
  read(file, 65536, 0, result);
  drop(file);
  return load<u8>(result) == 0 ? String.UTF8.decodeUnsafe(load<usize>(result, 4), load<i32>(result, 8)) : failure();
}

function writeAll(path: string, content: string): string {
  const file = open(path, CREATE, READ | WRITE);
  if (file < 0) return "error " + (-1 - file).toString();
  const bytes = String.UTF8.encode(content);
  write(file, changetype<usize>(bytes), bytes.byteLength, 0, result);
  drop(file);
  return load<u8>(result) == 0 ? "done" : "error " + load<u8>(result, 8).toString();
}

function list(path: string): string {
  const folder = open(path, 2, READ);
  if (folder < 0) return "error " + (-1 - folder).toString();
  readDirectory(folder, result);
  drop(folder);
  if (load<u8>(result) != 0) return failure();
  const entries = load<i32>(result, 4);
  const names: string[] = [];
  for (;;) {
    readDirectoryEntry(entries, result);
    if (load<u8>(result) != 0 || load<u8>(result, 4) == 0) break;
    names.push(text(result + 12));
  }
  dropEntries(entries);
  return names.sort().join(" ");
}

function failure(): string { return "error " + load<u8>(result, 4).toString(); }

function text(at: usize): string { return String.UTF16.decodeUnsafe(load<usize>(at), load<i32>(at, 4) << 1); }
