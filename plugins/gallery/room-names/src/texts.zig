//! What players and administrators read.

const phira = @import("phira");
const Problem = @import("rules.zig").Problem;

pub const bad_configuration = "配置无法使用 / the configuration cannot be used: {s}";

/// Why a name was refused.
pub fn explain(problem: Problem, language: phira.Language) []const u8 {
    return switch (language) {
        .chinese => switch (problem) {
            .too_short => |length| phira.format("本服务器的房间名至少需要 {d} 个字符。", .{length}),
            .hidden => "本服务器的房间名不能以 - 或 _ 开头。",
            .forbidden => "房间名中含有本服务器不允许的词语。",
            .reserved => "这个房间名是保留名称，请换一个。",
        },
        .english => switch (problem) {
            .too_short => |length| phira.format("The name of a room needs at least {d} characters here.", .{length}),
            .hidden => "The name of a room must not begin with - or _ here.",
            .forbidden => "This name contains a word that is not allowed on this server.",
            .reserved => "This name is reserved. Please choose another one.",
        },
    };
}
