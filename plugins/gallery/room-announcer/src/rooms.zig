//! Rooms as players read them.

const std = @import("std");
const phira = @import("phira");
const texts = @import("texts.zig");
const c = phira.c;

/// Players of other servers hide a room by the first character of its name.
pub fn isPublic(name: c.phira_string) bool {
    const text = phira.slice(name);
    return text.len > 0 and text[0] != '-' and text[0] != '_';
}

pub fn isOpen(room: c.phira_room_info) bool {
    return !room.locked and room.players.length < room.max_users;
}

/// The rooms that may be shown, in the order in which they were opened.
pub fn listPublic() ![]c.phira_room_info {
    var shown = std.ArrayList(c.phira_room_info).init(phira.arena);
    for (phira.items(try phira.unwrap(c.phira_rooms_list_rooms()))) |room| {
        if (isPublic(room.name)) try shown.append(room);
    }
    return shown.items;
}

/// `lobby (2/8)`
pub fn short(room: c.phira_room_info) []const u8 {
    return phira.format("{s} ({d}/{d})", .{ phira.slice(room.name), room.players.length, room.max_users });
}

/// `lobby (2/8) · playing · chart name`
pub fn line(room: c.phira_room_info, language: phira.Language) []const u8 {
    const chart = if (room.chart.some) phira.format(" · {s}", .{phira.slice(room.chart.value.name)}) else "";
    return phira.format("{s} · {s}{s}{s}", .{ short(room), texts.phase(language, room.phase), if (room.locked) texts.locked(language) else "", chart });
}
