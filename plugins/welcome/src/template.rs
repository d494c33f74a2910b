//! Texts with placeholders, such as `Welcome, {name}!`.

use crate::texts;

/// Longer templates are refused, so that a message keeps within the 2000 bytes that the game's chat takes.
const LONGEST: usize = 400;

#[derive(Debug)]
enum Piece {
    Text(String),
    Placeholder(&'static str),
}

/// A text whose placeholders are known to exist.
#[derive(Debug)]
pub struct Template {
    source: String,
    pieces: Vec<Piece>,
}

impl Template {
    /// Reads a text in which `{name}` stands for a value, and `{{` and `}}` for a brace. `known` are the placeholders that may occur.
    pub fn parse(text: &str, known: &[&'static str]) -> Result<Template, String> {
        if text.trim().is_empty() {
            return Err(texts::EMPTY.into());
        }
        if text.chars().count() > LONGEST {
            return Err(texts::too_long(LONGEST));
        }
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            plain.push_str(&rest[..at]);
            let brace = &rest[at..at + 1];
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                plain.push_str(brace);
                rest = after;
            } else if brace == "{" {
                let (placeholder, after) = placeholder(rest, known)?;
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
                pieces.push(Piece::Placeholder(placeholder));
                rest = after;
            } else {
                return Err(texts::NOT_OPENED.into());
            }
        }
        plain.push_str(rest);
        pieces.push(Piece::Text(plain));
        Ok(Template { source: text.into(), pieces })
    }

    /// The text with its placeholders, as the host fills them in, too.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Fills in the placeholders.
    pub fn render(&self, value: impl Fn(&str) -> String) -> String {
        self.pieces.iter().fold(String::new(), |text, piece| match piece {
            Piece::Text(plain) => text + plain,
            Piece::Placeholder(name) => text + &value(name),
        })
    }
}

/// The placeholder at the start of a text, after its brace, and what follows it.
fn placeholder<'t>(text: &'t str, known: &[&'static str]) -> Result<(&'static str, &'t str), String> {
    let Some((name, after)) = text.split_once('}') else {
        return Err(texts::NOT_CLOSED.into());
    };
    match known.iter().find(|candidate| **candidate == name) {
        Some(found) => Ok((found, after)),
        None => {
            let list = known.iter().map(|candidate| format!("{{{candidate}}}")).collect::<Vec<_>>().join(", ");
            Err(texts::unknown_placeholder(name, &list))
        }
    }
}
