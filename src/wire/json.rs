//! Reading and writing JSON text with limits.

use crate::domain::message::Message;
use crate::error::{Error, Kind, Result};
use serde::Serialize;
use serde_json::{Map, Value};

/// The object of a body that enters, before it is taken apart.
pub type Object = Map<String, Value>;

/// What can leave as JSON.
pub trait Leaves: Serialize {}

impl<T: Serialize + ?Sized> Leaves for T {}

/// ETag of an answer or a verdict, which are counted: `"0"` while there is none.
pub fn turn_tag(turn: u32) -> String {
    format!("\"{turn}\"")
}

/// Largest JSON body in bytes (quality.md 2).
pub const BODY_BYTES: usize = 2_000_000;

/// Deepest nesting of a JSON body (quality.md 2).
pub const DEPTH: usize = 64;

/// JSON on one line. `<`, `>` and `&` are written as `\u003c` …, so that no reader who mistakes the text for HTML runs what stands in it.
pub fn to_json<T: Leaves + ?Sized>(value: &T) -> String {
    guarded(serde_json::to_string(value).unwrap_or_default())
}

/// The same over several lines, for people.
pub fn to_json_pretty<T: Leaves + ?Sized>(value: &T) -> String {
    guarded(serde_json::to_string_pretty(value).unwrap_or_default())
}

/// These characters stand only inside strings, where the escape means the same.
fn guarded(text: String) -> String {
    if !text.contains(['<', '>', '&']) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            other => safe.push(other),
        }
    }
    safe
}

/// The object in a JSON text of at most `bytes` bytes. Too deep, too large, numbers out of range and anything but an object are refused.
pub fn parse_object(text: &[u8], bytes: usize) -> Result<Object> {
    if text.len() > bytes {
        return Err(Error::new(
            Kind::TooLarge,
            Message::new("api-json-too-large").with("limit", bytes as f64 / 1_000_000.0),
        ));
    }
    if depth(text) > DEPTH {
        return Err(Error::invalid(
            Message::new("api-json-too-deep").with("limit", DEPTH),
        ));
    }
    match serde_json::from_slice::<Value>(text) {
        Ok(Value::Object(map)) => Ok(map),
        Ok(_) => Err(Error::invalid(Message::new("api-json-no-object"))),
        Err(fault) => Err(Error::invalid(
            Message::new("api-json-broken")
                .with("line", fault.line())
                .with("column", fault.column()),
        )),
    }
}

/// Deepest nesting of brackets outside strings; counted, not recursed.
fn depth(text: &[u8]) -> usize {
    let (mut now, mut most) = (0usize, 0usize);
    let (mut in_string, mut escaped) = (false, false);
    for byte in text {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                now += 1;
                most = most.max(now);
            }
            b']' | b'}' if !in_string => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    #[test]
    fn refuses_what_cannot_be_held() {
        let cases: [(String, &str); 5] = [
            ("[".repeat(100_000), "api-json-too-deep"),
            ("[]".to_owned(), "api-json-no-object"),
            ("{\"a\":1e999}".to_owned(), "api-json-broken"),
            ("{\"a\":".to_owned(), "api-json-broken"),
            (
                format!("{{\"a\":\"{}\"}}", "x".repeat(BODY_BYTES)),
                "api-json-too-large",
            ),
        ];
        for (text, id) in cases {
            assert_eq!(
                parse_object(text.as_bytes(), BODY_BYTES).unwrap_err().message.id,
                id
            );
        }
        assert!(parse_object(b"{\"a\":\"[[[\\\"[[\"}", BODY_BYTES).is_ok());
    }

    #[test]
    fn markup_stays_data() {
        assert_eq!(to_json(&"<b>&</b>"), "\"\\u003cb\\u003e\\u0026\\u003c/b\\u003e\"");
        let back: String = serde_json::from_str(&to_json(&"<b>&</b>")).unwrap();
        assert_eq!(back, "<b>&</b>");
    }
}
