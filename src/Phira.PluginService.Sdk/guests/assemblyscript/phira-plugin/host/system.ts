import { Result, takeResult } from "../result";
import { Arena, IMPORT_RESULT, Reader, addressOf, lowerStrings } from "../runtime/memory";

@external("phira:plugin/system@1.0.0", "get-system-info")
declare function host_get_system_info(result: usize): void;
@external("phira:plugin/system@1.0.0", "run-process")
declare function host_run_process(
  command: usize, commandLength: i32, items: usize, itemCount: i32, some: i32, stdin: usize, stdinLength: i32, result: usize): void;

/** About the host. */
export class SystemInfo {
  hostVersion: string = "";
  abiVersion: string = "";
  operatingSystem: string = "";
  architecture: string = "";
  processorCount: u32 = 0;
  totalMemory: u64 = 0;
  uptimeSeconds: u64 = 0;

  static read(reader: Reader): SystemInfo {
    const info = new SystemInfo();
    info.hostVersion = reader.string();
    info.abiVersion = reader.string();
    info.operatingSystem = reader.string();
    info.architecture = reader.string();
    info.processorCount = reader.u32();
    info.totalMemory = reader.u64();
    info.uptimeSeconds = reader.u64();
    return info;
  }
}

/** How a process ended. */
export class ProcessResult {
  constructor(public exitCode: i32, public stdout: string, public stderr: string) {}

  static read(reader: Reader): ProcessResult {
    const exitCode = reader.s32();
    const stdout = reader.string();
    return new ProcessResult(exitCode, stdout, reader.string());
  }
}

/** The machine that the host runs on. */
export namespace system {
  /** Needs `system_info`. */
  export function info(): Result<SystemInfo> {
    host_get_system_info(IMPORT_RESULT);
    return takeResult<SystemInfo>(8, SystemInfo.read);
  }

  /** Runs a program of the grant's allow-list and waits for its end. Needs `subprocess`. */
  export function run(command: string, items: string[], stdin: string | null = null): Result<ProcessResult> {
    const arena = new Arena();
    const list = lowerStrings(items, arena);
    const input = stdin === null ? "" : stdin;
    host_run_process(
      addressOf(command), command.length, list, items.length, stdin === null ? 0 : 1, addressOf(input), input.length, IMPORT_RESULT);
    arena.free();
    return takeResult<ProcessResult>(4, ProcessResult.read);
  }
}
