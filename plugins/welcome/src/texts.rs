//! What players and administrators read.

use phira_plugin::Texts;

pub const DESCRIPTION: &str = "问候每位玩家，播报谁加入了房间 / Greets players and announces who joins a room";

pub const GREETING: Texts<&str> =
    Texts { chinese: "欢迎 {name}！这是你第 {visits} 次来访。", english: "Welcome, {name}! This is your visit number {visits}." };
pub const JOIN_ANNOUNCEMENT: Texts<&str> = Texts { chinese: "{name} 加入了房间 {room}", english: "{name} entered the room {room}" };

pub const NO_TEXT: &str = "须为文本 / must be a text";
pub const NO_FLAG: &str = "须为 true 或 false / must be true or false";
pub const EMPTY: &str = "不能为空 / must not be empty";
pub const NOT_OPENED: &str = "“}” 没有对应的“{”，要显示大括号请写两个 / \"}\" without \"{\"; write it twice to show a brace";
pub const NOT_CLOSED: &str = "“{” 没有对应的“}”，要显示大括号请写两个 / \"{\" without \"}\"; write it twice to show a brace";

pub fn too_long(limit: usize) -> String {
    format!("最多 {limit} 个字符 / must not exceed {limit} characters")
}

pub fn unknown_placeholder(name: &str, known: &str) -> String {
    format!("没有占位符 {{{name}}}，可用：{known} / unknown placeholder {{{name}}}; there are {known}")
}
