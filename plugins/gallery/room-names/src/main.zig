//! Refuses names of rooms that break the rules of the server.

const std = @import("std");
const phira = @import("phira");
const c = phira.c;
const Rules = @import("rules.zig").Rules;
const Problem = @import("rules.zig").Problem;

pub const panic = phira.panic;

/// What a configuration lives in until the next one replaces it.
var rules = std.json.Parsed(Rules){ .arena = undefined, .value = .{} };
var configured = false;

export fn phira_lifecycle_get_metadata() c.phira_metadata {
    return phira.metadata(.{ .name = "room-names", .version = "1.0.0", .author = "Phira.PluginService" });
}

export fn phira_lifecycle_init(config: c.phira_string) c.phira_result_none_string {
    var options = std.mem.zeroes(c.phira_subscription);
    options.phase = c.PHIRA_EVENT_PHASE_BEFORE;
    const subscribed = c.phira_events_subscribe_event(phira.string("room_create"), &options);
    phira.unwrap(subscribed) catch return phira.fail(c.phira_result_none_string, phira.errorText(subscribed));
    return phira_config_handler_on_config_changed(config);
}

export fn phira_lifecycle_start() c.phira_result_none_string {
    return phira.ok(c.phira_result_none_string, {});
}

export fn phira_lifecycle_stop() c.phira_result_none_string {
    return phira.ok(c.phira_result_none_string, {});
}

fn parse(config: c.phira_string) !std.json.Parsed(Rules) {
    return std.json.parseFromSlice(Rules, std.heap.wasm_allocator, phira.slice(config), .{ .allocate = .alloc_always });
}

fn refuse(problem: anyerror) c.phira_result_none_string {
    return phira.fail(c.phira_result_none_string, phira.format("配置无法使用 / the configuration cannot be used: {s}", .{@errorName(problem)}));
}

export fn phira_config_handler_validate_config(config: c.phira_string) c.phira_result_none_string {
    const parsed = parse(config) catch |problem| return refuse(problem);
    parsed.deinit();
    return phira.ok(c.phira_result_none_string, {});
}

export fn phira_config_handler_on_config_changed(config: c.phira_string) c.phira_result_none_string {
    const parsed = parse(config) catch |problem| return refuse(problem);
    if (configured) rules.deinit();
    rules = parsed;
    configured = true;
    return phira.ok(c.phira_result_none_string, {});
}

export fn phira_event_handler_on_event(event: *const c.phira_event) c.phira_result_event_outcome_string {
    var outcome = std.mem.zeroes(c.phira_event_outcome);
    if (event.payload.tag == c.PHIRA_EVENT_PAYLOAD_ROOM_CREATE) {
        const creation = event.payload.value.room_create;
        // What a plugin opens has a generated name.
        if (creation.creator.some) {
            if (rules.value.problemOf(phira.slice(creation.room.name), creation.creator.value)) |problem| {
                outcome.tag = c.PHIRA_EVENT_OUTCOME_CANCEL;
                outcome.value.cancel = phira.string(explain(problem, readsEnglish(creation.creator.value)));
            }
        }
    }
    return phira.ok(c.phira_result_event_outcome_string, outcome);
}

fn readsEnglish(user: u32) bool {
    const info = phira.unwrap(c.phira_users_get_user_info(user)) catch return false;
    return std.mem.startsWith(u8, phira.slice(info.language), "en");
}

fn explain(problem: Problem, english: bool) []const u8 {
    return switch (problem) {
        .too_short => |length| if (english)
            phira.format("The name of a room needs at least {d} characters here.", .{length})
        else
            phira.format("本服务器的房间名至少需要 {d} 个字符。", .{length}),
        .hidden => if (english) "The name of a room must not begin with - or _ here." else "本服务器的房间名不能以 - 或 _ 开头。",
        .forbidden => if (english) "This name contains a word that is not allowed on this server." else "房间名中含有本服务器不允许的词语。",
        .reserved => if (english) "This name is reserved. Please choose another one." else "这个房间名是保留名称，请换一个。",
    };
}
