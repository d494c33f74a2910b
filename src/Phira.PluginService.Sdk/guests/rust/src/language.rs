//! Texts in the languages of the players.

use crate::{users, UserId};

/// The same in each language that plugins write: a text, or a struct of all texts of a plugin.
///
/// ```ignore
/// static TEXTS: Texts<&str> = Texts { chinese: "…", english: "Hello" };
/// messages::to_user(user.id, TEXTS.in_language(&user.language))?;
/// ```
pub struct Texts<T> {
    pub chinese: T,
    pub english: T,
}

impl<T> Texts<T> {
    /// What to show for a language tag: Chinese unless the tag names another language.
    pub fn in_language(&self, tag: &str) -> &T {
        let is_chinese = tag.is_empty() || tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("zh"));
        if is_chinese {
            &self.chinese
        } else {
            &self.english
        }
    }

    /// What to show to a player; Chinese when the player is not known. Needs `read_users`.
    pub fn for_user(&self, user: Option<UserId>) -> &T {
        self.in_language(&user.and_then(|id| users::get(id).ok()).map(|user| user.language).unwrap_or_default())
    }
}
