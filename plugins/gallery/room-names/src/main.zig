//! Refuses names of rooms that break the rules of the server.

const std = @import("std");
const phira = @import("phira");
const c = phira.c;
const Rules = @import("rules.zig").Rules;
const texts = @import("texts.zig");

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
    return phira.fail(c.phira_result_none_string, phira.format(texts.bad_configuration, .{@errorName(problem)}));
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
                outcome.value.cancel = phira.string(texts.explain(problem, phira.Language.ofUser(creation.creator)));
            }
        }
    }
    return phira.ok(c.phira_result_event_outcome_string, outcome);
}
