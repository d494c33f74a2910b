//! What players and administrators read.

const phira = @import("phira");
const c = phira.c;
const Language = phira.Language;

pub const command = "房间列表 / lists the rooms";
pub const bad_configuration = "配置无法使用 / the configuration cannot be used: {s}";

pub fn newRooms(language: Language, names: []const u8) []const u8 {
    return switch (language) {
        .chinese => phira.format("新房间：{s}。发送 /roomlist 查看全部。", .{names}),
        .english => phira.format("New rooms: {s}. /roomlist lists all.", .{names}),
    };
}

pub fn badPage(language: Language) []const u8 {
    return switch (language) {
        .chinese => "页码应为数字：/roomlist 2",
        .english => "The page is a number: /roomlist 2",
    };
}

pub fn noRooms(language: Language) []const u8 {
    return switch (language) {
        .chinese => "现在没有房间。",
        .english => "There are no rooms now.",
    };
}

pub fn heading(language: Language, page: usize, pages: usize) []const u8 {
    return switch (language) {
        .chinese => phira.format("房间列表，第 {d}/{d} 页：", .{ page, pages }),
        .english => phira.format("Rooms, page {d} of {d}:", .{ page, pages }),
    };
}

pub fn locked(language: Language) []const u8 {
    return switch (language) {
        .chinese => " · 已锁定",
        .english => " · locked",
    };
}

pub fn phase(language: Language, value: c.phira_room_phase) []const u8 {
    return switch (language) {
        .chinese => switch (value) {
            c.PHIRA_ROOM_PHASE_PLAYING => "游戏中",
            c.PHIRA_ROOM_PHASE_WAITING_FOR_READY => "准备中",
            else => "选谱中",
        },
        .english => switch (value) {
            c.PHIRA_ROOM_PHASE_PLAYING => "playing",
            c.PHIRA_ROOM_PHASE_WAITING_FOR_READY => "getting ready",
            else => "choosing a chart",
        },
    };
}
