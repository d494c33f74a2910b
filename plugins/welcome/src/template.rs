//! Texts with placeholders, such as `欢迎 {name}！`.

/// Longer templates are refused, so that a message keeps within the 2000 bytes that the game's chat takes.
const LONGEST: usize = 400;

#[derive(Debug)]
enum Piece {
    Text(String),
    Placeholder(&'static str),
}

/// A text whose placeholders are known to exist.
#[derive(Debug)]
pub struct Template(Vec<Piece>);

impl Template {
    /// Reads a text in which `{name}` stands for a value, and `{{` and `}}` for a brace. `known` are the placeholders that may occur.
    pub fn parse(text: &str, known: &[&'static str]) -> Result<Template, String> {
        if text.trim().is_empty() {
            return Err("不能为空 / must not be empty".into());
        }
        if text.chars().count() > LONGEST {
            return Err(format!("最多 {LONGEST} 个字符 / must not exceed {LONGEST} characters"));
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
                return Err("“}” 没有对应的“{”，要显示大括号请写两个 / \"}\" without \"{\"; write it twice to show a brace".into());
            }
        }
        plain.push_str(rest);
        pieces.push(Piece::Text(plain));
        Ok(Template(pieces))
    }

    /// Fills in the placeholders.
    pub fn render(&self, value: impl Fn(&str) -> String) -> String {
        self.0.iter().fold(String::new(), |text, piece| match piece {
            Piece::Text(plain) => text + plain,
            Piece::Placeholder(name) => text + &value(name),
        })
    }
}

/// The placeholder at the start of a text, after its brace, and what follows it.
fn placeholder<'t>(text: &'t str, known: &[&'static str]) -> Result<(&'static str, &'t str), String> {
    let Some((name, after)) = text.split_once('}') else {
        return Err("“{” 没有对应的“}”，要显示大括号请写两个 / \"{\" without \"}\"; write it twice to show a brace".into());
    };
    match known.iter().find(|candidate| **candidate == name) {
        Some(found) => Ok((found, after)),
        None => {
            let list = known.iter().map(|candidate| format!("{{{candidate}}}")).collect::<Vec<_>>().join(", ");
            Err(format!("没有占位符 {{{name}}}，可用：{list} / unknown placeholder {{{name}}}; there are {list}"))
        }
    }
}
