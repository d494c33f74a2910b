//! Collects the rooms that open, and tells players without a room about them from time to time.

const std = @import("std");
const phira = @import("phira");
const rooms = @import("rooms.zig");
const texts = @import("texts.zig");
const c = phira.c;

/// Handles of rooms that have not been announced yet. More than this are not announced.
var waiting: [64]u32 = undefined;
var count: usize = 0;
var timer: ?u32 = null;

/// Remembers a room for the next announcement.
pub fn add(room: u32, interval_secs: u32) void {
    if (count == waiting.len) return;
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
    count = 0;
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

/// The timer has fired: announces what is still open.
pub fn send() !void {
    timer = null;
    defer count = 0;
    var names = std.ArrayList(u8).init(phira.arena);
    for (waiting[0..count]) |id| {
        const room = phira.unwrap(c.phira_rooms_get_room_info(id)) catch continue;
        if (!rooms.isOpen(room)) continue;
        if (names.items.len > 0) try names.appendSlice(", ");
        try names.appendSlice(rooms.short(room));
    }
    if (names.items.len == 0) return;

    for (phira.items(try phira.unwrap(c.phira_users_list_online_users()))) |user| {
        if (user.room.some) continue;
        const text = texts.newRooms(phira.Language.of(user.language), names.items);
        // Who has left meanwhile needs no message.
        _ = c.phira_messages_send_message_to_user(user.id, phira.string(text));
    }
}
