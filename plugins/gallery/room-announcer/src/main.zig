//! Announces new rooms, and lists rooms by `/roomlist`.

const std = @import("std");
const phira = @import("phira");
const announcements = @import("announcements.zig");
const rooms = @import("rooms.zig");
const texts = @import("texts.zig");
const c = phira.c;

pub const panic = phira.panic;

/// The configuration; names as in the schema.
const Settings = struct {
    announce: bool = true,
    interval_secs: u32 = 20,
    page_size: usize = 10,
};

var settings = Settings{};

const Unit = c.phira_result_none_string;
const Answer = c.phira_result_string_string;

export fn phira_lifecycle_get_metadata() c.phira_metadata {
    return phira.metadata(.{ .name = "room-announcer", .version = "1.0.0", .author = "Phira.PluginService" });
}

export fn phira_lifecycle_init(config: c.phira_string) Unit {
    settings = parse(config) catch |problem| return refuse(problem);
    const subscribed = c.phira_events_subscribe_event(phira.string("room_create"), null);
    phira.unwrap(subscribed) catch return phira.fail(Unit, phira.errorText(subscribed));

    var options = std.mem.zeroes(c.phira_command_options);
    options.usage = phira.string("[page]");
    const added = c.phira_commands_add_command(phira.string("roomlist"), phira.string(texts.command), &options);
    _ = phira.unwrap(added) catch return phira.fail(Unit, phira.errorText(added));
    return phira.ok(Unit, {});
}

export fn phira_lifecycle_start() Unit {
    return phira.ok(Unit, {});
}

export fn phira_lifecycle_stop() Unit {
    announcements.clear();
    return phira.ok(Unit, {});
}

fn parse(config: c.phira_string) !Settings {
    return std.json.parseFromSliceLeaky(Settings, phira.arena, phira.slice(config), .{});
}

fn refuse(problem: anyerror) Unit {
    return phira.fail(Unit, phira.format(texts.bad_configuration, .{@errorName(problem)}));
}

export fn phira_config_handler_validate_config(config: c.phira_string) Unit {
    _ = parse(config) catch |problem| return refuse(problem);
    return phira.ok(Unit, {});
}

export fn phira_config_handler_on_config_changed(config: c.phira_string) Unit {
    settings = parse(config) catch |problem| return refuse(problem);
    if (settings.announce) announcements.reschedule(settings.interval_secs) else announcements.clear();
    return phira.ok(Unit, {});
}

export fn phira_event_handler_on_event(event: *const c.phira_event) c.phira_result_event_outcome_string {
    if (event.payload.tag == c.PHIRA_EVENT_PAYLOAD_ROOM_CREATE and settings.announce) {
        const room = event.payload.value.room_create.room;
        if (rooms.isPublic(room.name)) announcements.add(room.id, settings.interval_secs);
    }
    return phira.ok(c.phira_result_event_outcome_string, std.mem.zeroes(c.phira_event_outcome));
}

export fn phira_timer_handler_on_timer(id: u32) Unit {
    announcements.continueAfter(id) catch |problem| return phira.fail(Unit, @errorName(problem));
    return phira.ok(Unit, {});
}

export fn phira_command_handler_on_command(invocation: *const c.phira_invocation) Answer {
    const language = phira.Language.ofUser(invocation.caller.user);
    const words = phira.items(invocation.words);
    const page = if (words.len == 0) 1 else std.fmt.parseInt(usize, phira.slice(words[0]), 10) catch 0;
    if (page == 0) return phira.fail(Answer, texts.badPage(language));
    const text = list(page, language) catch |problem| return phira.fail(Answer, @errorName(problem));
    return phira.ok(Answer, phira.string(text));
}

fn list(page: usize, language: phira.Language) ![]const u8 {
    const shown = try rooms.listPublic();
    if (shown.len == 0) return texts.noRooms(language);
    const pages = (shown.len + settings.page_size - 1) / settings.page_size;
    const number = @min(page, pages);
    const first = (number - 1) * settings.page_size;
    var text = std.ArrayList(u8).init(phira.arena);
    try text.appendSlice(texts.heading(language, number, pages));
    for (shown[first..@min(first + settings.page_size, shown.len)]) |room| {
        try text.append('\n');
        try text.appendSlice(rooms.line(room, language));
    }
    return text.items;
}
