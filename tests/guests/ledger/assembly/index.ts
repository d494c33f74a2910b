// The plugin that counts events; see ledger.ts.

import { register } from "phira-plugin";
import { Ledger } from "./ledger";

export * from "phira-plugin/exports/lifecycle";
export * from "phira-plugin/exports/event-handler";
export * from "phira-plugin/exports/command-handler";
export * from "phira-plugin/exports/state-handler";

register(new Ledger("1.0.0"));
