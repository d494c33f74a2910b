//! What players read.

use phira_plugin::Texts;

pub struct Words {
    pub not_admitted: &'static str,
    pub not_in_pool: &'static str,
    pub standings: &'static str,
    pub nothing: &'static str,
    pub forgotten: &'static str,
    pub usage: &'static str,
}

pub static TEXTS: Texts<Words> = Texts {
    chinese: Words {
        not_admitted: "你不在参赛名单中，可以旁观",
        not_in_pool: "{chart} 不在谱面池中",
        standings: "积分榜",
        nothing: "还没有成绩",
        forgotten: "成绩已清空",
        usage: "用法：/tournament reset",
    },
    english: Words {
        not_admitted: "You are not on the list of players; you can watch",
        not_in_pool: "{chart} is not in the pool of charts",
        standings: "Standings",
        nothing: "No results yet",
        forgotten: "All results are forgotten",
        usage: "Usage: /tournament reset",
    },
};

pub const BOARD: &str = "比赛积分榜 / standings of the tournament";
pub const TOURNAMENT: &str = "清空比赛成绩 / forgets the results of the tournament";
