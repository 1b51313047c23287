//! What counts as a value.

/// Kinds of values of attributes and of elements without children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A qualified name; a prefix has to be declared.
    Name,
    /// Anything.
    Text,
    /// True or false.
    Truth,
    /// The id of another element.
    Reference,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// The id of this element.
    Id,
    /// One of these words.
    OneOf(Vec<&'static str>),
}

impl Value {
    /// The kind that a word of the table names. Made once per word of a table of fixed size, and kept.
    pub fn leak(word: &'static str) -> &'static Value {
        match word {
            "name" => &Value::Name,
            "truth" => &Value::Truth,
            "ref" => &Value::Reference,
            "whole" => &Value::Whole,
            "number" => &Value::Number,
            "id" => &Value::Id,
            _ => match word.strip_prefix('[').and_then(|word| word.strip_suffix(']')) {
                Some(words) => Box::leak(Box::new(Value::OneOf(words.split_whitespace().collect()))),
                None => &Value::Text,
            },
        }
    }

    /// True if the text, blank around it cut off, has the form of this kind.
    pub fn fits(&self, text: &str) -> bool {
        let text = text.trim_matches([' ', '\t', '\n', '\r']);
        match self {
            Value::Text => true,
            Value::Truth => matches!(text, "true" | "false" | "1" | "0"),
            Value::Whole => {
                let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
                !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
            }
            Value::Number => is_number(text),
            Value::Id | Value::Reference => is_plain_name(text),
            Value::Name => match text.split_once(':') {
                Some((prefix, local)) => is_plain_name(prefix) && is_plain_name(local),
                None => is_plain_name(text),
            },
            // White space counts here.
            Value::OneOf(words) => words.contains(&text),
        }
    }
}

/// A decimal number, or one of XML Schema's INF, -INF and NaN.
fn is_number(text: &str) -> bool {
    if matches!(text, "INF" | "-INF" | "NaN") {
        return true;
    }
    let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E');
    text.bytes().all(plain) && text.parse::<f64>().is_ok()
}

/// A name without a colon: begins with a letter or underscore, goes on with letters, digits, `.`, `-`, `_`.
fn is_plain_name(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    if text.bytes().all(plain) {
        return text
            .bytes()
            .next()
            .is_some_and(|first| first == b'_' || first.is_ascii_alphabetic());
    }
    let mut letters = text.chars();
    let first = letters
        .next()
        .is_some_and(|first| first == '_' || first.is_alphabetic());
    first
        && letters.all(|letter| {
            letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '\u{b7}' | '\u{300}'..='\u{36f}')
        })
}

/// True for the inside of a well-formed XML declaration: version, then encoding and standalone if at all, each behind
/// a blank (XML 1.0, 2.8).
pub fn is_declaration(text: &str) -> bool {
    let mut rest = text.strip_prefix("xml").unwrap_or(text);
    let mut wanted = ["version", "encoding", "standalone"].into_iter();
    let mut first = true;
    loop {
        let trimmed = rest.trim_ascii_start();
        if trimmed.is_empty() {
            return !first;
        }
        let Some((name, value)) = trimmed.split_once('=') else {
            return false;
        };
        let name = name.trim_ascii_end();
        if trimmed.len() == rest.len() || !wanted.any(|known| known == name) || (first && name != "version") {
            return false;
        }
        first = false;
        let value = value.trim_ascii_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let inside = quote.and_then(|quote| value.get(1..)?.split_once(quote));
        match inside {
            Some((_, behind)) => rest = behind,
            None => return false,
        }
    }
}
