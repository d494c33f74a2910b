//! What players read.

use phira_plugin::{users, UserId};

pub struct Texts {
    pub not_admitted: &'static str,
    pub not_in_pool: &'static str,
    pub standings: &'static str,
    pub nothing: &'static str,
    pub forgotten: &'static str,
    pub usage: &'static str,
}

const CHINESE: Texts = Texts {
    not_admitted: "你不在参赛名单中，可以旁观",
    not_in_pool: "{chart} 不在谱面池中",
    standings: "积分榜",
    nothing: "还没有成绩",
    forgotten: "成绩已清空",
    usage: "用法：/tournament reset",
};
const ENGLISH: Texts = Texts {
    not_admitted: "You are not on the list of players; you can watch",
    not_in_pool: "{chart} is not in the pool of charts",
    standings: "Standings",
    nothing: "No results yet",
    forgotten: "All results are forgotten",
    usage: "Usage: /tournament reset",
};

impl Texts {
    /// Chinese also for callers without a language.
    pub fn of(language: &str) -> &'static Texts {
        if language.is_empty() || language.starts_with("zh") {
            &CHINESE
        } else {
            &ENGLISH
        }
    }

    pub fn for_user(user: Option<UserId>) -> &'static Texts {
        Texts::of(&user.and_then(|id| users::get(id).ok()).map(|user| user.language).unwrap_or_default())
    }
}
