// The next version of the plugin `ledger`.

import { register } from "phira-plugin";
import { Ledger } from "../../ledger/assembly/ledger";

export * from "phira-plugin/exports/lifecycle";
export * from "phira-plugin/exports/event-handler";
export * from "phira-plugin/exports/command-handler";
export * from "phira-plugin/exports/state-handler";

register(new Ledger("2.0.0"));
