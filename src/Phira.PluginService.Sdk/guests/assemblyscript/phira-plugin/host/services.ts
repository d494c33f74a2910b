import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, Reader, addressOf } from "../runtime/memory";

@external("phira:plugin/services@1.0.0", "provide")
declare function host_provide(name: usize, nameLength: i32, some: i32, schema: usize, schemaLength: i32, result: usize): void;
@external("phira:plugin/services@1.0.0", "withdraw")
declare function host_withdraw(name: usize, nameLength: i32, result: usize): void;
@external("phira:plugin/services@1.0.0", "call")
declare function host_call(
  plugin: usize, pluginLength: i32, name: usize, nameLength: i32, argument: usize, argumentLength: i32, result: usize): void;
@external("phira:plugin/services@1.0.0", "list")
declare function host_list_services(result: usize): void;

/** A service that a plugin provides. */
export class ServiceInfo {
  /** `schema` is the JSON Schema of the argument, if given. */
  constructor(public plugin: string, public name: string, public schema: string | null) {}

  static readonly SIZE: usize = 28;

  static read(reader: Reader): ServiceInfo {
    const plugin = reader.string();
    const name = reader.string();
    return new ServiceInfo(plugin, name, reader.optionalString());
  }
}

/** Calls between plugins. Arguments and answers are JSON texts. */
export namespace services {
  /** Offers a service, answered by `onCall`. Needs `provide_services`. */
  export function provide(name: string, schema: string | null = null): HostError | null {
    const text = schema === null ? "" : schema;
    host_provide(addressOf(name), name.length, schema === null ? 0 : 1, addressOf(text), text.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** Withdraws a service. */
  export function withdraw(name: string): HostError | null {
    host_withdraw(addressOf(name), name.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** Calls a service of another plugin and waits for its answer. Needs `call_services`. */
  export function call(plugin: string, name: string, argument: string): Result<string> {
    host_call(addressOf(plugin), plugin.length, addressOf(name), name.length, addressOf(argument), argument.length, IMPORT_RESULT);
    return takeResult<string>(4, (reader: Reader): string => reader.string());
  }

  /** All services provided now. Needs `call_services`. */
  export function list(): Result<ServiceInfo[]> {
    host_list_services(IMPORT_RESULT);
    return takeResult<ServiceInfo[]>(4, (reader: Reader): ServiceInfo[] =>
      reader.list<ServiceInfo>(ServiceInfo.SIZE, ServiceInfo.read));
  }
}
