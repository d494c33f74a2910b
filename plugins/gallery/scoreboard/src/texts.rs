//! What players read.

pub struct Texts {
    pub title: &'static str,
    pub nothing: &'static str,
    pub no_number: &'static str,
}

const CHINESE: Texts = Texts { title: "{chart} 排行", nothing: "还没有成绩", no_number: "“{word}”不是谱面编号" };
const ENGLISH: Texts =
    Texts { title: "Best of {chart}", nothing: "No results yet", no_number: "\"{word}\" is not the number of a chart" };

/// Templates for the announcement of a new first place.
pub const NEW_FIRST: [(&str, &str); 2] = [
    ("zh-CN", "新纪录！{name} 在 {chart} 上得到 {score} 分"),
    ("en", "A new best! {name} scored {score} on {chart}"),
];

impl Texts {
    /// Chinese also for callers without a language.
    pub fn of(language: &str) -> &'static Texts {
        if language.is_empty() || language.starts_with("zh") {
            &CHINESE
        } else {
            &ENGLISH
        }
    }
}
