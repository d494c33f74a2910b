//! The rules for the names of rooms.

const std = @import("std");

/// The configuration; names as in the schema.
pub const Rules = struct {
    min_length: usize = 1,
    allow_hidden: bool = true,
    forbidden: []const []const u8 = &.{},
    reserved: []const []const u8 = &.{},
    reserved_for: []const u32 = &.{},

    /// Why a name is refused; null when it is not.
    pub fn problemOf(rules: Rules, name: []const u8, creator: u32) ?Problem {
        if (name.len < rules.min_length) return .{ .too_short = rules.min_length };
        if (!rules.allow_hidden and isHidden(name)) return .hidden;
        for (rules.forbidden) |word| {
            if (std.ascii.indexOfIgnoreCase(name, word) != null) return .forbidden;
        }
        if (std.mem.indexOfScalar(u32, rules.reserved_for, creator) != null) return null;
        for (rules.reserved) |pattern| {
            if (matches(pattern, name)) return .reserved;
        }
        return null;
    }
};

pub const Problem = union(enum) {
    too_short: usize,
    hidden,
    forbidden,
    reserved,
};

fn isHidden(name: []const u8) bool {
    return name.len > 0 and (name[0] == '-' or name[0] == '_');
}

/// Whether a name is what a pattern says, in which * stands for any characters. After a mismatch, the last * takes one character more.
fn matches(pattern: []const u8, name: []const u8) bool {
    var at: usize = 0;
    var next: usize = 0;
    var star: ?usize = null;
    var taken: usize = 0;
    while (at < name.len) {
        if (next < pattern.len and pattern[next] == '*') {
            star = next;
            taken = at;
            next += 1;
        } else if (next < pattern.len and std.ascii.toLower(pattern[next]) == std.ascii.toLower(name[at])) {
            next += 1;
            at += 1;
        } else if (star) |position| {
            taken += 1;
            at = taken;
            next = position + 1;
        } else {
            return false;
        }
    }
    return std.mem.allEqual(u8, pattern[next..], '*');
}

test "patterns" {
    const expect = std.testing.expect;
    try expect(matches("official-*", "Official-1"));
    try expect(matches("*test*", "my-test-room"));
    try expect(matches("a*b*c", "a-b-b-c"));
    try expect(matches("*", "x"));
    try expect(!matches("official", "official-1"));
    try expect(!matches("a*b*c", "a-c"));
}
