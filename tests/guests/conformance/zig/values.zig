//! What the written calls need: JSON of scalars and texts.

const std = @import("std");
const phira = @import("phira");
const c = phira.c;

pub const Json = std.json.Value;
pub const Text = std.ArrayList(u8);

pub fn at(arguments: []const Json, index: usize) !Json {
    return if (index < arguments.len) arguments[index] else error.TooFewArguments;
}

/// A member of an object; null when there is none.
pub fn member(json: Json, name: []const u8) Json {
    return if (json == .object) json.object.get(name) orelse .null else .null;
}

/// The name of the only member of an object.
pub fn onlyKey(json: Json) !Json {
    if (json != .object or json.object.count() != 1) return error.WrongType;
    return .{ .string = json.object.keys()[0] };
}

pub fn readCase(json: Json, cases: []const []const u8) !u8 {
    if (json != .string) return error.WrongType;
    for (cases, 0..) |name, index| {
        if (std.mem.eql(u8, name, json.string)) return @intCast(index);
    }
    return error.NoSuchCase;
}

pub fn readBool(json: Json) !bool {
    return if (json == .bool) json.bool else error.WrongType;
}

pub fn readString(json: Json) !c.phira_string {
    return if (json == .string) phira.string(json.string) else error.WrongType;
}

pub fn readNumber(comptime Number: type, json: Json) !Number {
    const isFloat = @typeInfo(Number) == .Float;
    return switch (json) {
        .integer => |number| if (isFloat) @floatFromInt(number) else @intCast(number),
        .float => |number| if (isFloat) @floatCast(number) else error.WrongType,
        else => error.WrongType,
    };
}

pub fn showBool(json: *Text, value: bool) !void {
    try json.appendSlice(if (value) "true" else "false");
}

pub fn showString(json: *Text, value: c.phira_string) !void {
    try std.json.encodeJsonString(phira.slice(value), .{}, json.writer());
}

pub fn showNumber(json: *Text, value: anytype) !void {
    // A 32-bit float is written as the 64-bit float of the same value.
    if (@TypeOf(value) == f32) return showNumber(json, @as(f64, value));
    try std.fmt.format(json.writer(), "{d}", .{value});
}
