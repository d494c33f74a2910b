//! What the administrator can configure.

use phira_plugin::Json;

use crate::template::Template;
use crate::texts;

#[derive(Debug)]
pub struct Settings {
    pub greeting: Template,
    pub announce_joins: bool,
    pub join_announcement: Template,
}

impl Settings {
    /// Reads the configuration. All problems are told at once, in Chinese and English.
    pub fn read(config: &Json) -> Result<Settings, String> {
        let mut problems = Vec::new();
        let mut note = |key: &str, problem: String| problems.push(format!("{key}: {problem}"));
        let greeting = template(config, "greeting", texts::GREETING, &["name", "visits"]).map_err(|problem| note("greeting", problem));
        let announce_joins = flag(config, "announce_joins", true).map_err(|problem| note("announce_joins", problem));
        let join_announcement = template(config, "join_announcement", texts::JOIN_ANNOUNCEMENT, &["name", "room"])
            .map_err(|problem| note("join_announcement", problem));
        match (greeting, announce_joins, join_announcement) {
            (Ok(greeting), Ok(announce_joins), Ok(join_announcement)) => Ok(Settings { greeting, announce_joins, join_announcement }),
            _ => Err(problems.join("; ")),
        }
    }
}

fn template(config: &Json, key: &str, fallback: &str, known: &[&'static str]) -> Result<Template, String> {
    match config.get(key) {
        None => Template::parse(fallback, known),
        Some(Json::String(text)) => Template::parse(text, known),
        Some(_) => Err(texts::NO_TEXT.into()),
    }
}

fn flag(config: &Json, key: &str, fallback: bool) -> Result<bool, String> {
    match config.get(key) {
        None => Ok(fallback),
        Some(value) => value.as_bool().ok_or_else(|| texts::NO_FLAG.into()),
    }
}
