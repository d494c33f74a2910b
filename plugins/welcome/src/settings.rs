//! What the administrator can configure.

use phira_plugin::{Json, Texts};

use crate::template::Template;
use crate::texts;

pub struct Settings {
    pub greeting: Texts<Template>,
    pub announce_joins: bool,
    pub join_announcement: Texts<Template>,
}

impl Settings {
    /// Reads the configuration. All problems are told at once, in Chinese and English.
    pub fn read(config: &Json) -> Result<Settings, String> {
        let mut problems = Vec::new();
        let mut note = |key: &str, problem: String| problems.push(format!("{key}: {problem}"));
        let greeting = templates(config, ["greeting", "greeting_en"], &texts::GREETING, &["name", "visits"], &mut note);
        let announce_joins = flag(config, "announce_joins", true).map_err(|problem| note("announce_joins", problem));
        let join_announcement =
            templates(config, ["join_announcement", "join_announcement_en"], &texts::JOIN_ANNOUNCEMENT, &["name", "room"], &mut note);
        match (greeting, announce_joins, join_announcement) {
            (Some(greeting), Ok(announce_joins), Some(join_announcement)) => Ok(Settings { greeting, announce_joins, join_announcement }),
            _ => Err(problems.join("; ")),
        }
    }
}

/// The text of each language. Who writes only the first one means it for everybody.
fn templates(
    config: &Json,
    keys: [&str; 2],
    fallback: &Texts<&'static str>,
    known: &[&'static str],
    note: &mut impl FnMut(&str, String),
) -> Option<Texts<Template>> {
    let english_key = match config.get(keys[1]).is_none() && config.get(keys[0]).is_some() {
        true => keys[0],
        false => keys[1],
    };
    let chinese = template(config, keys[0], fallback.chinese, known).map_err(|problem| note(keys[0], problem));
    let english = template(config, english_key, fallback.english, known).map_err(|problem| {
        if english_key != keys[0] {
            note(english_key, problem);
        }
    });
    Some(Texts { chinese: chinese.ok()?, english: english.ok()? })
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
