//! The interfaces of the host for Zig: slices for texts and lists, errors for results. Everything of `phira.h` is in `c`; its comment says how long
//! memory lives.

const std = @import("std");

pub const c = @cImport(@cInclude("phira.h"));

/// Memory that lasts until the present call of the host has been answered; freeing does nothing. What is kept longer needs another allocator,
/// such as `std.heap.wasm_allocator`.
pub const arena = std.mem.Allocator{ .ptr = undefined, .vtable = &.{ .alloc = allocate, .resize = refuseToResize, .free = keep } };

fn allocate(_: *anyopaque, length: usize, _: u8, _: usize) ?[*]u8 {
    return @ptrCast(c.phira_allocate(length));
}

fn refuseToResize(_: *anyopaque, _: []u8, _: u8, _: usize, _: usize) bool {
    return false;
}

fn keep(_: *anyopaque, _: []u8, _: u8, _: usize) void {}

/// A slice as a text of the host. An empty slice may point anywhere, which the host would refuse.
pub fn string(text: []const u8) c.phira_string {
    return .{ .text = if (text.len == 0) null else text.ptr, .length = text.len };
}

/// A text of the host as a slice.
pub fn slice(text: c.phira_string) []const u8 {
    return if (text.length == 0) "" else text.text[0..text.length];
}

/// A list of the host as a slice.
pub fn items(list: anytype) []const std.meta.Child(@TypeOf(list.items)) {
    return if (list.length == 0) &.{} else list.items[0..list.length];
}

pub const HostError = error{ PermissionDenied, NotFound, InvalidArgument, Conflict, QuotaExceeded, Unavailable, Internal };

/// What a function of the host returned, or why it failed.
pub fn unwrap(result: anytype) HostError!ValueOf(@TypeOf(result)) {
    if (!result.failed) return if (ValueOf(@TypeOf(result)) == void) {} else result.unnamed_0.value;
    return switch (result.unnamed_0.@"error".tag) {
        c.PHIRA_HOST_ERROR_PERMISSION_DENIED => error.PermissionDenied,
        c.PHIRA_HOST_ERROR_NOT_FOUND => error.NotFound,
        c.PHIRA_HOST_ERROR_INVALID_ARGUMENT => error.InvalidArgument,
        c.PHIRA_HOST_ERROR_CONFLICT => error.Conflict,
        c.PHIRA_HOST_ERROR_QUOTA_EXCEEDED => error.QuotaExceeded,
        c.PHIRA_HOST_ERROR_UNAVAILABLE => error.Unavailable,
        else => error.Internal,
    };
}

/// The kind of an error as the host calls it, such as `not-found`.
pub fn kindName(problem: HostError) []const u8 {
    return switch (problem) {
        error.PermissionDenied => "permission-denied",
        error.NotFound => "not-found",
        error.InvalidArgument => "invalid-argument",
        error.Conflict => "conflict",
        error.QuotaExceeded => "quota-exceeded",
        error.Unavailable => "unavailable",
        error.Internal => "internal",
    };
}

/// The text that comes with the error of a result that failed. Every case carries one, so all of them lie in the same place.
pub fn errorText(result: anytype) []const u8 {
    return slice(result.unnamed_0.@"error".value.internal);
}

fn ValueOf(comptime Result: type) type {
    const Union = @TypeOf(@as(Result, undefined).unnamed_0);
    return if (@hasField(Union, "value")) @TypeOf(@as(Union, undefined).value) else void;
}

/// A result of the plugin that succeeded.
pub fn ok(comptime Result: type, value: ValueOf(Result)) Result {
    var result = std.mem.zeroes(Result);
    if (ValueOf(Result) != void) result.unnamed_0.value = value;
    return result;
}

/// A result of the plugin that failed.
pub fn fail(comptime Result: type, why: []const u8) Result {
    var result = std.mem.zeroes(Result);
    result.failed = true;
    result.unnamed_0.@"error" = string(why);
    return result;
}

/// A language that plugins write texts in.
pub const Language = enum {
    chinese,
    english,

    /// The language to use for a language tag: Chinese unless the tag names another language.
    pub fn of(tag: c.phira_string) Language {
        const text = slice(tag);
        return if (text.len < 2 or std.ascii.startsWithIgnoreCase(text, "zh")) .chinese else .english;
    }

    /// The language to use for a player; Chinese when the player is not known. Needs `read_users`.
    pub fn ofUser(user: c.phira_option_u32) Language {
        if (!user.some) return .chinese;
        const info = unwrap(c.phira_users_get_user_info(user.value)) catch return .chinese;
        return of(info.language);
    }
};

pub const Metadata = struct { name: []const u8, version: []const u8, author: []const u8 };

pub fn metadata(about: Metadata) c.phira_metadata {
    var result = std.mem.zeroes(c.phira_metadata);
    result.name = string(about.name);
    result.version = string(about.version);
    result.author = string(about.author);
    result.abi_version = string("1.0.0");
    return result;
}

/// Writes a line of the log.
pub fn log(level: c.phira_level, message: []const u8) void {
    c.phira_log_write(level, string(message), std.mem.zeroes(c.phira_list_field));
}

/// A text in the arena. Traps when there is no memory.
pub fn format(comptime pattern: []const u8, values: anytype) []const u8 {
    return std.fmt.allocPrint(arena, pattern, values) catch @trap();
}

/// Makes a fault readable: it is logged before it traps. The plugin's file says `pub const panic = phira.panic;`.
pub fn panic(message: []const u8, _: ?*std.builtin.StackTrace, _: ?usize) noreturn {
    log(c.PHIRA_LEVEL_ERROR, message);
    @trap();
}
