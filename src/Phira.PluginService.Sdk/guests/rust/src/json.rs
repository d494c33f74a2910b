use std::fmt::{self, Write};

use crate::json_reader::Reader;

/// A JSON value: read, built and written. Members keep their order; of members with the same name the last one counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a JSON text, strictly by RFC 8259. The error says what is wrong and where.
    pub fn parse(text: &str) -> Result<Json, String> {
        Reader::new(text).document()
    }

    /// An object of these members.
    pub fn object<N: Into<String>>(members: impl IntoIterator<Item = (N, Json)>) -> Json {
        Json::Object(members.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }

    /// An array of these items.
    pub fn array<T: Into<Json>>(items: impl IntoIterator<Item = T>) -> Json {
        Json::Array(items.into_iter().map(Into::into).collect())
    }

    /// A member of an object.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members.iter().rev().find(|(member, _)| member == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The members of an object, in order; nothing for anything else.
    pub fn members(&self) -> &[(String, Json)] {
        match self {
            Json::Object(members) => members,
            _ => &[],
        }
    }

    /// The items of an array; nothing for anything else.
    pub fn items(&self) -> &[Json] {
        match self {
            Json::Array(items) => items,
            _ => &[],
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Json::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Json::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Json::Null)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Json::Bool(value)
    }
}

impl From<f64> for Json {
    fn from(value: f64) -> Self {
        Json::Number(value)
    }
}

impl From<u32> for Json {
    fn from(value: u32) -> Self {
        Json::Number(value.into())
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Self {
        Json::String(value.into())
    }
}

impl From<String> for Json {
    fn from(value: String) -> Self {
        Json::String(value)
    }
}

/// None is null.
impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Json::Null, Into::into)
    }
}

impl fmt::Display for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => formatter.write_str("null"),
            Json::Bool(flag) => write!(formatter, "{flag}"),
            // JSON has no word for infinity and the like.
            Json::Number(number) if !number.is_finite() => formatter.write_str("null"),
            Json::Number(number) => write!(formatter, "{}", if *number == 0.0 { 0.0 } else { *number }),
            Json::String(text) => quote(text, formatter),
            Json::Array(items) => {
                formatter.write_char('[')?;
                for (index, item) in items.iter().enumerate() {
                    separate(index, formatter)?;
                    write!(formatter, "{item}")?;
                }
                formatter.write_char(']')
            }
            Json::Object(members) => {
                formatter.write_char('{')?;
                for (index, (name, value)) in members.iter().enumerate() {
                    separate(index, formatter)?;
                    quote(name, formatter)?;
                    write!(formatter, ":{value}")?;
                }
                formatter.write_char('}')
            }
        }
    }
}

fn separate(index: usize, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    if index > 0 {
        formatter.write_char(',')
    } else {
        Ok(())
    }
}

fn quote(text: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    formatter.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' => formatter.write_str("\\\"")?,
            '\\' => formatter.write_str("\\\\")?,
            '\n' => formatter.write_str("\\n")?,
            '\r' => formatter.write_str("\\r")?,
            '\t' => formatter.write_str("\\t")?,
            control if control < ' ' => write!(formatter, "\\u{:04x}", control as u32)?,
            other => formatter.write_char(other)?,
        }
    }
    formatter.write_char('"')
}
