// Calls any function of the host: `call("users.kick-user", [5, "reason"])` gives `{"ok": null}` or `{"err": {"not-found": "..."}}`.

import {
  BanInfo, ChartDetails, DeliveryReport, HostError, Json, LogLevel, RecordPage, Result, RoomInfo, RoomPage, ServiceInfo, UserInfo,
  charts, clock, commands, configuration, events, httpClient, httpRoutes, httpStreams, log, messages, metrics, records, rooms, services, sharedStorage,
  storage, system, timers, users,
} from "phira-plugin";
import { Arguments } from "./arguments";
import * as render from "./render";

/** Calls a function by its WIT name, `interface.function`. Returns null when there is no such function. */
export function call(name: string, values: Json): Json | null {
  const dot = name.indexOf(".");
  const part = name.substring(0, dot);
  const f = name.substring(dot + 1);
  const a = new Arguments(values);
  if (part == "users") return callUsers(f, a);
  if (part == "rooms") return callRooms(f, a);
  if (part == "charts") return callCharts(f, a);
  if (part == "records") return callRecords(f, a);
  if (part == "events") return callEvents(f, a);
  if (part == "commands") return callCommands(f, a);
  if (part == "messages") return callMessages(f, a);
  if (part == "configuration") return callConfiguration(f, a);
  if (part == "storage") return callStorage(f, a);
  if (part == "shared-storage") return callSharedStorage(f, a);
  if (part == "log") return callLog(f, a);
  if (part == "clock") return callClock(f);
  if (part == "timers") return callTimers(f, a);
  if (part == "http-client") return callHttpClient(f, a);
  if (part == "http-routes") return callHttpRoutes(f, a);
  if (part == "http-streams") return callHttpStreams(f, a);
  if (part == "services") return callServices(f, a);
  if (part == "metrics") return callMetrics(f, a);
  if (part == "system") return callSystem(f, a);
  return null;
}

function ok(value: Json): Json {
  return Json.object().set("ok", value);
}

function unit(error: HostError | null): Json {
  return error === null ? ok(Json.null()) : Json.object().set("err", render.hostError(error));
}

function value<T>(result: Result<T>, show: (value: T) => Json): Json {
  const error = result.error;
  return error === null ? ok(show(result.value)) : unit(error);
}

function textValue(result: Result<string>): Json {
  return value<string>(result, (item: string): Json => Json.string(item));
}

function boolValue(result: Result<bool>): Json {
  return value<bool>(result, (item: bool): Json => Json.bool(item));
}

function numberValue(result: Result<u32>): Json {
  return value<u32>(result, (item: u32): Json => Json.number(<f64>item));
}

function callUsers(f: string, a: Arguments): Json | null {
  if (f == "kick-user") return unit(users.kick(a.u32(), a.text()));
  if (f == "ban-user-by-id") return unit(users.ban(a.u32(), a.text(), a.optionalTime()));
  if (f == "unban-user") return unit(users.unban(a.u32()));
  if (f == "is-banned") return boolValue(users.isBanned(a.u32()));
  if (f == "list-bans") return value<BanInfo[]>(users.bans(), (items: BanInfo[]): Json => render.list<BanInfo>(items, render.ban));
  if (f == "get-user-info") return value<UserInfo>(users.get(a.u32()), render.user);
  if (f == "get-online-user-count") return numberValue(users.onlineCount());
  if (f == "list-online-users") {
    return value<UserInfo[]>(users.online(), (items: UserInfo[]): Json => render.list<UserInfo>(items, render.user));
  }
  return null;
}

function callRooms(f: string, a: Arguments): Json | null {
  if (f == "create-room") return numberValue(rooms.create(a.u32()));
  if (f == "disband-room") return unit(rooms.disband(a.u32()));
  if (f == "get-room-info") return value<RoomInfo>(rooms.get(a.u32()), render.room);
  if (f == "set-room-lock") return unit(rooms.setLock(a.u32(), a.bool()));
  if (f == "find-room") return value<RoomInfo>(rooms.find(a.text()), render.room);
  if (f == "list-rooms") return value<RoomInfo[]>(rooms.all(), (items: RoomInfo[]): Json => render.list<RoomInfo>(items, render.room));
  if (f == "list-rooms-page") return value<RoomPage>(rooms.page(a.optionalU32(), a.u32()), render.roomPage);
  if (f == "get-room-count") return numberValue(rooms.count());
  if (f == "kick-from-room") return unit(rooms.kick(a.u32(), a.u32(), a.text()));
  if (f == "transfer-host") return unit(rooms.transferHost(a.u32(), a.u32()));
  if (f == "set-room-cycle") return unit(rooms.setCycle(a.u32(), a.bool()));
  if (f == "set-room-chart") return unit(rooms.setChart(a.u32(), a.u32()));
  if (f == "start-game") return unit(rooms.startGame(a.u32()));
  if (f == "cancel-game") return unit(rooms.cancelGame(a.u32()));
  return null;
}

function callCharts(f: string, a: Arguments): Json | null {
  if (f == "get-chart") return value<ChartDetails>(charts.get(a.u32()), render.chartDetails);
  return null;
}

function callRecords(f: string, a: Arguments): Json | null {
  if (f == "list-user-records") {
    return value<RecordPage>(records.ofUser(a.u32(), a.optionalU32(), a.optionalTime(), a.u32()), render.recordPage);
  }
  return null;
}

function callEvents(f: string, a: Arguments): Json | null {
  if (f == "subscribe-event") return unit(events.subscribe(a.text(), a.subscription()));
  if (f == "unsubscribe-event") return unit(events.unsubscribe(a.text()));
  if (f == "emit-event") return unit(events.emit(a.text(), a.text()));
  return null;
}

function callCommands(f: string, a: Arguments): Json | null {
  if (f == "register-command") return unit(commands.register(a.text(), a.text(), a.commandOptions()));
  if (f == "add-command") return textValue(commands.add(a.text(), a.text(), a.commandOptions()));
  if (f == "unregister-command") return unit(commands.unregister(a.text()));
  return null;
}

function callMessages(f: string, a: Arguments): Json | null {
  if (f == "send-message-to-user") return unit(messages.toUser(a.u32(), a.text()));
  if (f == "send-message-to-room") return unit(messages.toRoom(a.u32(), a.text()));
  if (f == "broadcast-message-to-all") return numberValue(messages.broadcast(a.text()));
  if (f == "send-template-to-user") {
    return value<DeliveryReport>(messages.templateToUser(a.u32(), a.messageTemplates(), a.messageArguments()), render.delivery);
  }
  if (f == "send-template-to-room") {
    return value<DeliveryReport>(messages.templateToRoom(a.u32(), a.messageTemplates(), a.messageArguments()), render.delivery);
  }
  if (f == "broadcast-template-to-all") {
    return value<DeliveryReport>(messages.broadcastTemplate(a.messageTemplates(), a.messageArguments()), render.delivery);
  }
  return null;
}

function callConfiguration(f: string, a: Arguments): Json | null {
  if (f == "get-config") return textValue(configuration.get(a.text()));
  if (f == "set-config") return unit(configuration.set(a.text(), a.text()));
  if (f == "save-config") return unit(configuration.save());
  if (f == "all") return textValue(configuration.all());
  return null;
}

function callStorage(f: string, a: Arguments): Json | null {
  if (f == "get") return value<string | null>(storage.get(a.text()), render.text);
  if (f == "set") return unit(storage.set(a.text(), a.text(), a.optionalTime()));
  if (f == "delete") return boolValue(storage.remove(a.text()));
  if (f == "list") return value<string[]>(storage.list(a.text(), a.optionalText(), a.u32()), render.texts);
  if (f == "compare-and-set") return boolValue(storage.compareAndSet(a.text(), a.optionalText(), a.optionalText()));
  if (f == "get-bytes") {
    return value<Uint8Array | null>(storage.getBytes(a.text()), (item: Uint8Array | null): Json =>
      item === null ? Json.null() : render.bytes(item));
  }
  if (f == "set-bytes") return unit(storage.setBytes(a.text(), a.bytes(), a.optionalTime()));
  return null;
}

function callSharedStorage(f: string, a: Arguments): Json | null {
  const space = a.text();
  const key = a.text();
  if (f == "get") return value<string | null>(sharedStorage.get(space, key), render.text);
  if (f == "set") return unit(sharedStorage.set(space, key, a.text(), a.optionalTime()));
  if (f == "delete") return boolValue(sharedStorage.remove(space, key));
  if (f == "list") return value<string[]>(sharedStorage.list(space, key, a.optionalText(), a.u32()), render.texts);
  if (f == "compare-and-set") {
    return boolValue(sharedStorage.compareAndSet(space, key, a.optionalText(), a.optionalText(), a.optionalTime()));
  }
  return null;
}

function callLog(f: string, a: Arguments): Json | null {
  if (f != "write") return null;
  const names = ["trace", "debug", "info", "warn", "error"];
  log.write(<LogLevel>max(0, names.indexOf(a.text())), a.text(), a.fields());
  return unit(null);
}

function callClock(f: string): Json | null {
  if (f == "now") return ok(render.time(clock.now()));
  if (f == "monotonic-now") return ok(render.time(clock.monotonicNow()));
  return null;
}

function callTimers(f: string, a: Arguments): Json | null {
  if (f == "set-timer") return numberValue(timers.set(a.u32(), a.bool()));
  if (f == "cancel-timer") return unit(timers.cancel(a.u32()));
  return null;
}

function callHttpClient(f: string, a: Arguments): Json | null {
  if (f != "send") return null;
  return value(httpClient.send(a.request()), render.response);
}

function callHttpRoutes(f: string, a: Arguments): Json | null {
  if (f == "register-route") {
    return unit(httpRoutes.register(a.text(), a.text(), a.routeAccess()));
  }
  if (f == "limit-request-body") return unit(httpRoutes.limitRequestBody(a.text(), a.text(), a.u32()));
  if (f == "unregister-route") return unit(httpRoutes.unregister(a.text(), a.text()));
  return null;
}

function callHttpStreams(f: string, a: Arguments): Json | null {
  if (f == "open-stream") return unit(httpStreams.open(a.text(), a.routeAccess()));
  if (f == "close-stream") return unit(httpStreams.close(a.text()));
  if (f == "publish") {
    const name = a.text();
    const event = a.text();
    return numberValue(httpStreams.publish(name, a.text(), event));
  }
  if (f == "reader-count") return numberValue(httpStreams.readerCount(a.text()));
  return null;
}

function callServices(f: string, a: Arguments): Json | null {
  if (f == "provide") return unit(services.provide(a.text(), a.optionalText()));
  if (f == "provide-with-schemas") return unit(services.provideWithSchemas(a.text(), a.optionalText(), a.optionalText()));
  if (f == "withdraw") return unit(services.withdraw(a.text()));
  if (f == "call") return textValue(services.call(a.text(), a.text(), a.text()));
  if (f == "list") {
    return value<ServiceInfo[]>(services.list(), (items: ServiceInfo[]): Json => render.list<ServiceInfo>(items, render.service));
  }
  return null;
}

function callMetrics(f: string, a: Arguments): Json | null {
  if (f == "counter-add") return unit(metrics.counterAdd(a.text(), a.f64(), a.labels()));
  if (f == "gauge-set") return unit(metrics.gaugeSet(a.text(), a.f64(), a.labels()));
  if (f == "histogram-record") return unit(metrics.histogramRecord(a.text(), a.f64(), a.labels()));
  return null;
}

function callSystem(f: string, a: Arguments): Json | null {
  if (f == "get-system-info") return value(system.info(), render.systemInfo);
  if (f == "run-process") {
    return value(system.run(a.text(), a.texts(), a.optionalText()), (item) => Json.object()
      .set("exit-code", Json.number(item.exitCode))
      .set("stdout", Json.string(item.stdout))
      .set("stderr", Json.string(item.stderr)));
  }
  return null;
}
