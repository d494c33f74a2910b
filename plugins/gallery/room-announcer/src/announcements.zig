//! Collects the rooms that open, and tells players without a room about them from time to time.

const std = @import("std");
const phira = @import("phira");
const recipients = @import("recipients.zig");
const rooms = @import("rooms.zig");
const c = phira.c;

/// Handles of rooms that have not been announced yet. So many fit into one message.
var waiting: [48]u32 = undefined;
var count: usize = 0;
/// Rooms that found no place among those.
var left_out: usize = 0;
var timer: ?u32 = null;

/// Remembers a room for the next announcement.
pub fn add(room: u32, interval_secs: u32) void {
    if (count == waiting.len) {
        left_out += 1;
        return;
    }
    waiting[count] = room;
    count += 1;
    if (timer == null) start(interval_secs);
}

/// Lets what waits be announced after another interval from now on.
pub fn reschedule(interval_secs: u32) void {
    if (timer == null) return;
    stop();
    start(interval_secs);
}

/// Nothing that waits is announced any more.
pub fn clear() void {
    stop();
    recipients.clear();
    count = 0;
    left_out = 0;
}

fn start(interval_secs: u32) void {
    timer = phira.unwrap(c.phira_timers_set_timer(interval_secs * 1000, false)) catch |problem| {
        phira.log(c.PHIRA_LEVEL_WARN, phira.format("set-timer: {s}", .{@errorName(problem)}));
        count = 0;
        return;
    };
}

fn stop() void {
    if (timer) |id| _ = c.phira_timers_cancel_timer(id);
    timer = null;
}

/// A timer has fired: announces what is still open, or continues to tell players of it.
pub fn continueAfter(id: u32) !void {
    if (recipients.ownsTimer(id)) return recipients.tellMore();
    timer = null;
    // The rooms are announced when everybody has been told of those before.
    if (recipients.areWaiting()) return start(1);
    try send();
}

fn send() !void {
    defer count = 0;
    if (left_out > 0) phira.log(c.PHIRA_LEVEL_WARN, phira.format("{d} rooms are not announced: too many opened at once", .{left_out}));
    left_out = 0;
    var names = std.ArrayList(u8).init(phira.arena);
    for (waiting[0..count]) |id| {
        const room = phira.unwrap(c.phira_rooms_get_room_info(id)) catch continue;
        if (!rooms.isOpen(room)) continue;
        if (names.items.len > 0) try names.appendSlice(", ");
        try names.appendSlice(rooms.short(room));
    }
    if (names.items.len > 0) try recipients.tell(names.items);
}
