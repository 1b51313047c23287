//! Start tags taken apart: names and attributes as slices of the text.

use quick_xml::XmlVersion;
use quick_xml::errors::Error;
use quick_xml::escape::EscapeError;
use quick_xml::events::attributes::Attribute;
use quick_xml::name::QName;
use std::borrow::Cow;

/// One attribute as written.
#[derive(Debug, Clone, Copy)]
pub struct Attr<'t> {
    /// Prefix, empty where there is none.
    pub prefix: &'t str,
    /// Local name.
    pub local: &'t str,
    /// Value between the quotes, still escaped.
    pub raw: &'t str,
    /// Byte offset of `raw` within the content of the tag.
    pub at: usize,
}

/// What is wrong with a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkupError {
    /// Not well-formed.
    Malformed,
    /// The same attribute twice.
    DuplicateAttribute,
    /// More attributes than allowed.
    TooMany,
    /// A reference to an entity that is not one of XML's own five.
    Entity(String),
}

/// Splits a name at its colon.
pub fn split_name(name: &str) -> (&str, &str) {
    name.split_once(':').unwrap_or(("", name))
}

/// Reads the attributes of the content of a start tag (behind its name) into `out`.
pub fn attributes<'t>(content: &'t str, limit: usize, out: &mut Vec<Attr<'t>>) -> Result<(), MarkupError> {
    out.clear();
    let mut rest = content;
    loop {
        rest = rest.trim_ascii_start();
        if rest.is_empty() || rest == "/" {
            break;
        }
        let (name, after) = rest.split_once('=').ok_or(MarkupError::Malformed)?;
        let name = name.trim_ascii_end();
        if name.is_empty()
            || name
                .bytes()
                .any(|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b'<'))
        {
            return Err(MarkupError::Malformed);
        }
        let after = after.trim_ascii_start();
        let quote = after
            .chars()
            .next()
            .filter(|quote| matches!(quote, '"' | '\''))
            .ok_or(MarkupError::Malformed)?;
        let (raw, behind) = after
            .get(1..)
            .and_then(|value| value.split_once(quote))
            .ok_or(MarkupError::Malformed)?;
        if out.len() >= limit {
            return Err(MarkupError::TooMany);
        }
        let at = content.len() - behind.len() - 1 - raw.len();
        let (prefix, local) = split_name(name);
        out.push(Attr {
            prefix,
            local,
            raw,
            at,
        });
        rest = behind;
    }
    if has_twins(out) {
        Err(MarkupError::DuplicateAttribute)
    } else {
        Ok(())
    }
}

fn has_twins(attributes: &[Attr<'_>]) -> bool {
    if attributes.len() <= 12 {
        let mut rest = attributes;
        while let Some((first, others)) = rest.split_first() {
            if others
                .iter()
                .any(|other| other.local == first.local && other.prefix == first.prefix)
            {
                return true;
            }
            rest = others;
        }
        return false;
    }
    let mut names: Vec<_> = attributes.iter().map(|attr| (attr.local, attr.prefix)).collect();
    names.sort_unstable();
    names.windows(2).any(|pair| matches!(pair, [a, b] if a == b))
}

/// The value of an attribute with references resolved and white space normalised as XML wants it.
pub fn value(raw: &str) -> Result<Cow<'_, str>, MarkupError> {
    if !raw
        .bytes()
        .any(|byte| matches!(byte, b'&' | b'\n' | b'\r' | b'\t'))
    {
        return Ok(Cow::Borrowed(raw));
    }
    let attribute = Attribute {
        key: QName(""),
        value: Cow::Borrowed(raw),
    };
    attribute
        .normalized_value(XmlVersion::Implicit1_0)
        .map_err(|error| match error {
            Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => MarkupError::Entity(name),
            _ => MarkupError::Malformed,
        })
}

/// The character of one of XML's own five entities.
pub fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "apos" => '\'',
        "quot" => '"',
        _ => return None,
    })
}

/// Text as people see it: white space collapsed, control characters gone.
pub fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    for word in words.filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
