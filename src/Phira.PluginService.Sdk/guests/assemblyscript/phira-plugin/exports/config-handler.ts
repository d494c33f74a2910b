import { Json } from "../json";
import { current } from "../plugin";
import { takeString } from "../runtime/memory";
import { releaseResult, unitResult } from "../runtime/results";

export function config_handler__validate_config(config: usize, configLength: u32): usize {
  const parsed = Json.parse(takeString(config, configLength));
  const problem = parsed.error;
  return unitResult(problem === null ? current().validateConfig(parsed.value) : problem);
}

export function config_handler__on_config_changed(config: usize, configLength: u32): usize {
  const parsed = Json.parse(takeString(config, configLength));
  const problem = parsed.error;
  return unitResult(problem === null ? current().onConfigChanged(parsed.value) : problem);
}

export function post_config_handler__validate_config(result: usize): void { releaseResult(); }
export function post_config_handler__on_config_changed(result: usize): void { releaseResult(); }
