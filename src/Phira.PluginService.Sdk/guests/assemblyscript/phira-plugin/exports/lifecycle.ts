import { Json } from "../json";
import { Metadata, current } from "../plugin";
import { EXPORT_RESULT, Writer, takeString } from "../runtime/memory";
import { beginResult, releaseResult, unitResult } from "../runtime/results";

// Only here to be compiled: the build puts it in the place of the compiler's own `abort`.
import "../runtime/abort";

export { cabi_realloc } from "../runtime/memory";

export function lifecycle__get_metadata(): usize {
  writeMetadata(current().metadata(), beginResult());
  return EXPORT_RESULT;
}

export function lifecycle__init(config: usize, configLength: u32): usize {
  const parsed = Json.parse(takeString(config, configLength));
  const problem = parsed.error;
  return unitResult(problem === null ? current().init(parsed.value) : "the configuration is not JSON: " + problem);
}

export function lifecycle__start(): usize { return unitResult(current().start()); }
export function lifecycle__stop(): usize { return unitResult(current().stop()); }

export function post_lifecycle__get_metadata(result: usize): void { releaseResult(); }
export function post_lifecycle__init(result: usize): void { releaseResult(); }
export function post_lifecycle__start(result: usize): void { releaseResult(); }
export function post_lifecycle__stop(result: usize): void { releaseResult(); }

function writeMetadata(metadata: Metadata, writer: Writer): void {
  writer.string(metadata.name);
  writer.string(metadata.version);
  writer.string(metadata.author);
  writer.optionalString(metadata.description);
  writer.optionalString(metadata.entryPoint);
  writeDependencies(metadata, writer);
  writer.strings(metadata.permissions);
  writer.string(metadata.abiVersion);
  writer.optionalString(metadata.category);
  writer.strings(metadata.tags);
  writer.optionalString(metadata.website);
  writer.optionalString(metadata.license);
  writer.optionalString(metadata.minHostVersion);
  writer.optionalString(metadata.configSchema);
  writer.optionalString(metadata.custom);
}

function writeDependencies(metadata: Metadata, writer: Writer): void {
  const items = metadata.dependencies;
  const block = writer.arena.alloc(<usize>items.length * 16);
  const list = new Writer(block, writer.arena);
  for (let i = 0; i < items.length; i++) {
    list.string(items[i].name);
    list.string(items[i].range);
  }
  writer.u32(<u32>block);
  writer.u32(<u32>items.length);
}
