//! What players read.

use phira_plugin::Texts;

pub struct Words {
    pub title: &'static str,
    pub nothing: &'static str,
    pub no_number: &'static str,
}

pub static TEXTS: Texts<Words> = Texts {
    chinese: Words { title: "{chart} 排行", nothing: "还没有成绩", no_number: "“{word}”不是谱面编号" },
    english: Words { title: "Best of {chart}", nothing: "No results yet", no_number: "\"{word}\" is not the number of a chart" },
};

/// Templates for the announcement of a new first place.
pub const NEW_FIRST: [(&str, &str); 2] = [
    ("zh-CN", "新纪录！{name} 在 {chart} 上得到 {score} 分"),
    ("en", "A new best! {name} scored {score} on {chart}"),
];

pub const TOP: &str = "谱面排行 / the best of a chart";
pub const TOP_USAGE: &str = "[谱面编号 / chart]";
