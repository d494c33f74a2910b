import { HostError, Result, takeResult, takeUnit } from "../result";
import { IMPORT_RESULT, Reader, addressOf } from "../runtime/memory";

@external("phira:plugin/configuration@1.0.0", "get-config")
declare function host_get_config(key: usize, keyLength: i32, result: usize): void;
@external("phira:plugin/configuration@1.0.0", "set-config")
declare function host_set_config(key: usize, keyLength: i32, value: usize, valueLength: i32, result: usize): void;
@external("phira:plugin/configuration@1.0.0", "save-config")
declare function host_save_config(result: usize): void;
@external("phira:plugin/configuration@1.0.0", "all")
declare function host_all_config(result: usize): void;

/** The plugin's own configuration. Values are JSON texts. */
export namespace configuration {
  /** One value; a dotted key reaches into tables. */
  export function get(key: string): Result<string> {
    host_get_config(addressOf(key), key.length, IMPORT_RESULT);
    return takeResult<string>(4, (reader: Reader): string => reader.string());
  }

  /** Changes one value for this instance, until `save`. Needs `write_config`. */
  export function set(key: string, value: string): HostError | null {
    host_set_config(addressOf(key), key.length, addressOf(value), value.length, IMPORT_RESULT);
    return takeUnit();
  }

  /** Stores the changed values as a new revision. Needs `write_config`. */
  export function save(): HostError | null {
    host_save_config(IMPORT_RESULT);
    return takeUnit();
  }

  /** All values as one JSON object. */
  export function all(): Result<string> {
    host_all_config(IMPORT_RESULT);
    return takeResult<string>(4, (reader: Reader): string => reader.string());
  }
}
