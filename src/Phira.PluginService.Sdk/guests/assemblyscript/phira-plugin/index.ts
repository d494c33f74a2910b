// Everything a plugin needs except its exports: those come from "phira-plugin/exports/...", one file per interface.

export * from "./events";
export * from "./host-events";
export * from "./host/charts";
export * from "./host/clock";
export * from "./host/commands";
export * from "./host/configuration";
export * from "./host/events";
export * from "./host/http-client";
export * from "./host/http-routes";
export * from "./host/http-streams";
export * from "./host/log";
export * from "./host/messages";
export * from "./host/metrics";
export * from "./host/records";
export * from "./host/rooms";
export * from "./host/services";
export * from "./host/shared-storage";
export * from "./host/storage";
export * from "./host/system";
export * from "./host/timers";
export * from "./host/users";
export * from "./http";
export * from "./json";
export * from "./plugin";
export * from "./result";
export * from "./types";
export { NONE, NO_TIME } from "./runtime/memory";
