import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, Reader, addressOf } from "../runtime/memory";

@external("phira:plugin/services@1.0.0", "provide")
declare function host_provide(name: usize, nameLength: i32, some: i32, schema: usize, schemaLength: i32, result: usize): void;
@external("phira:plugin/services@1.0.0", "provide-with-schemas")
declare function host_provide_with_schemas(
  name: usize, nameLength: i32, some: i32, schema: usize, schemaLength: i32, someAnswer: i32, answer: usize, answerLength: i32, result: usize): void;
@external("phira:plugin/services@1.0.0", "withdraw")
declare function host_withdraw(name: usize, nameLength: i32, result: usize): void;
@external("phira:plugin/services@1.0.0", "call")
declare function host_call(
  plugin: usize, pluginLength: i32, name: usize, nameLength: i32, argument: usize, argumentLength: i32, result: usize): void;
@external("phira:plugin/services@1.0.0", "list")
declare function host_list_services(result: usize): void;

/** A service that a plugin provides. */
export class ServiceInfo {
  /** `schema` is the JSON Schema of the argument, `answerSchema` that of the answer, if given. */
  constructor(public plugin: string, public name: string, public schema: string | null, public answerSchema: string | null = null) {}

  static readonly SIZE: usize = 40;

  static read(reader: Reader): ServiceInfo {
    const plugin = reader.string();
    const name = reader.string();
    const schema = reader.optionalString();
    return new ServiceInfo(plugin, name, schema, reader.optionalString());
  }
}

/** Calls between plugins. Arguments and answers are JSON texts. */
export namespace services {
  /** Offers a service, answered by `onCall`. `schema` is the JSON Schema of its argument. Needs `provide_services`. */
  export function provide(name: string, schema: string | null = null): HostError | null {
    const text = schema === null ? "" : schema;
    host_provide(addressOf(name), name.length, schema === null ? 0 : 1, addressOf(text), text.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** Like `provide`, with a JSON Schema of the answer too: callers get no answer that it does not allow. */
  export function provideWithSchemas(name: string, schema: string | null, answerSchema: string | null): HostError | null {
    const text = schema === null ? "" : schema;
    const answer = answerSchema === null ? "" : answerSchema;
    host_provide_with_schemas(
      addressOf(name), name.length, schema === null ? 0 : 1, addressOf(text), text.length,
      answerSchema === null ? 0 : 1, addressOf(answer), answer.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** Withdraws a service. */
  export function withdraw(name: string): HostError | null {
    host_withdraw(addressOf(name), name.length, IMPORT_RESULT);
    return takeUnit();
  }

  /**
   * Calls a service of another plugin and waits for its answer. Needs `call_services`, and the plugin among the dependencies of the manifest.
   * `not-found` says that an optional plugin is not there.
   */
  export function call(plugin: string, name: string, argument: string): Result<string> {
    host_call(addressOf(plugin), plugin.length, addressOf(name), name.length, addressOf(argument), argument.length, IMPORT_RESULT);
    return takeResult<string>(4, (reader: Reader): string => reader.string());
  }

  /** The services that this plugin can call now. Needs `call_services`. */
  export function list(): Result<ServiceInfo[]> {
    host_list_services(IMPORT_RESULT);
    return takeResult<ServiceInfo[]>(4, (reader: Reader): ServiceInfo[] =>
      reader.list<ServiceInfo>(ServiceInfo.SIZE, ServiceInfo.read));
  }
}
