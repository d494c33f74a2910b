//! Tells players without a room about new rooms, as many at once as the host lets through.

const std = @import("std");
const phira = @import("phira");
const texts = @import("texts.zig");
const c = phira.c;

/// Outlives the present call of the host.
const memory = std.heap.wasm_allocator;

/// After this time the host lets more messages through.
const pause_ms = 1000;

var names: []u8 = &.{};
/// Those who have not been told yet; the last one is the next.
var waiting = std.ArrayListUnmanaged(u32){};
var timer: ?u32 = null;

pub fn areWaiting() bool {
    return waiting.items.len > 0;
}

pub fn ownsTimer(id: u32) bool {
    return timer == id;
}

/// Tells everybody who has no room now.
pub fn tell(rooms: []const u8) !void {
    const online = phira.items(try phira.unwrap(c.phira_users_list_online_users()));
    memory.free(names);
    names = &.{};
    names = try memory.dupe(u8, rooms);
    try waiting.ensureTotalCapacity(memory, online.len);
    for (online) |user| if (!user.room.some) waiting.appendAssumeCapacity(user.id);
    tellMore();
}

/// Tells those who wait, until the host lets no more messages through.
pub fn tellMore() void {
    timer = null;
    while (waiting.items.len > 0) {
        tellOne(waiting.items[waiting.items.len - 1]) catch |problem| switch (problem) {
            error.QuotaExceeded => return wait(),
            // The player has left.
            error.NotFound => {},
            else => phira.log(c.PHIRA_LEVEL_WARN, phira.format("a player was not told of new rooms: {s}", .{phira.kindName(problem)})),
        };
        waiting.items.len -= 1;
    }
}

/// Nobody is told any more.
pub fn clear() void {
    if (timer) |id| _ = c.phira_timers_cancel_timer(id);
    timer = null;
    if (waiting.items.len == 0) return;
    phira.log(c.PHIRA_LEVEL_WARN, phira.format("{d} players were not told of new rooms", .{waiting.items.len}));
    waiting.items.len = 0;
}

fn wait() void {
    timer = phira.unwrap(c.phira_timers_set_timer(pause_ms, false)) catch |problem| {
        phira.log(c.PHIRA_LEVEL_WARN, phira.format("set-timer: {s}", .{phira.kindName(problem)}));
        return clear();
    };
}

fn tellOne(id: u32) phira.HostError!void {
    const user = try phira.unwrap(c.phira_users_get_user_info(id));
    if (user.room.some) return;
    const text = texts.newRooms(phira.Language.of(user.language), names);
    return phira.unwrap(c.phira_messages_send_message_to_user(id, phira.string(text)));
}
