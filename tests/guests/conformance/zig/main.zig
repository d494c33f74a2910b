//! Makes the calls of the host that it is told to: see README.md one folder above.

const std = @import("std");
const phira = @import("phira");
const calls = @import("calls.zig");
const c = phira.c;

pub const panic = phira.panic;

/// The last event as JSON.
var last = std.ArrayList(u8).init(std.heap.wasm_allocator);

const Unit = c.phira_result_none_string;
const Answer = c.phira_result_string_string;

export fn phira_lifecycle_get_metadata() c.phira_metadata {
    return phira.metadata(.{ .name = "conformance", .version = "1.0.0", .author = "tests" });
}

export fn phira_lifecycle_init(_: c.phira_string) Unit {
    const added = c.phira_commands_add_command(phira.string("conformance"), phira.string("makes a call"), null);
    _ = phira.unwrap(added) catch |problem| {
        phira.log(c.PHIRA_LEVEL_WARN, phira.format("add-command: {s}: {s}", .{ phira.kindName(problem), phira.errorText(added) }));
    };
    return phira.ok(Unit, {});
}

export fn phira_lifecycle_start() Unit {
    return phira.ok(Unit, {});
}

export fn phira_lifecycle_stop() Unit {
    return phira.ok(Unit, {});
}

export fn phira_command_handler_on_command(invocation: *const c.phira_invocation) Answer {
    const answer = answerTo(invocation) catch |problem| return phira.fail(Answer, @errorName(problem));
    return phira.ok(Answer, phira.string(answer));
}

/// `last`, `invocation` or `call FUNCTION ARGUMENTS`
fn answerTo(invocation: *const c.phira_invocation) ![]const u8 {
    const line = phira.slice(invocation.arguments);
    if (std.mem.eql(u8, line, "last")) return last.items;
    if (std.mem.eql(u8, line, "invocation")) {
        var json = std.ArrayList(u8).init(phira.arena);
        try calls.showInvocation(&json, invocation.*);
        return json.items;
    }
    var words = std.mem.splitScalar(u8, line, ' ');
    if (!std.mem.eql(u8, words.first(), "call")) return error.NoSuchCommand;
    const name = words.next() orelse return error.TooFewArguments;
    const arguments = try std.json.parseFromSliceLeaky(std.json.Value, phira.arena, words.rest(), .{});
    if (arguments != .array) return error.WrongType;
    var answer = std.ArrayList(u8).init(phira.arena);
    try calls.call(name, arguments.array.items, &answer);
    return answer.items;
}

export fn phira_event_handler_on_event(event: *const c.phira_event) c.phira_result_event_outcome_string {
    last.clearRetainingCapacity();
    calls.showEvent(&last, event.*) catch |problem| return phira.fail(c.phira_result_event_outcome_string, @errorName(problem));
    return phira.ok(c.phira_result_event_outcome_string, std.mem.zeroes(c.phira_event_outcome));
}

export fn phira_timer_handler_on_timer(_: u32) Unit {
    return phira.ok(Unit, {});
}

export fn phira_config_handler_validate_config(_: c.phira_string) Unit {
    return phira.ok(Unit, {});
}

export fn phira_config_handler_on_config_changed(_: c.phira_string) Unit {
    return phira.ok(Unit, {});
}

export fn phira_http_handler_on_request(_: *const c.phira_incoming_request) c.phira_result_response_string {
    var response = std.mem.zeroes(c.phira_response);
    response.status = 204;
    return phira.ok(c.phira_result_response_string, response);
}

export fn phira_service_handler_on_call(_: c.phira_string, argument: c.phira_string, _: c.phira_string) Answer {
    return phira.ok(Answer, argument);
}

export fn phira_state_handler_save_state() c.phira_result_list_u8_string {
    return phira.ok(c.phira_result_list_u8_string, std.mem.zeroes(c.phira_list_u8));
}

export fn phira_state_handler_restore_state(_: c.phira_list_u8) Unit {
    return phira.ok(Unit, {});
}

export fn phira_health_handler_check() c.phira_result_health_report_string {
    return phira.ok(c.phira_result_health_report_string, std.mem.zeroes(c.phira_health_report));
}
