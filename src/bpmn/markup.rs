//! Start tags taken apart: names and attributes as slices of the text.

use quick_xml::reader::Reader;
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

/// What is not as XML wants it in a start tag, so that people can mend it. What can be read is read all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw<'t> {
    /// An attribute without value, without quotes, or without blank before the next one.
    Attribute(&'t str),
    /// The same attribute twice; the first one counts.
    Twice(&'t str),
}

/// More attributes than allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

/// A pass over the text of a file, as lenient as the reader of diagrams.
pub fn pass(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    reader
}

/// Splits a name at its colon.
pub fn split_name(name: &str) -> (&str, &str) {
    // Names are short: a look at each byte is faster than a search.
    match name.bytes().position(|byte| byte == b':') {
        Some(at) => (
            name.get(..at).unwrap_or_default(),
            name.get(at + 1..).unwrap_or_default(),
        ),
        None => ("", name),
    }
}

/// Reads the attributes of the content of a start tag (behind its name) into `out`. Returns the first flaw there is.
pub fn attributes<'t>(
    content: &'t str,
    limit: usize,
    out: &mut Vec<Attr<'t>>,
) -> Result<Option<Flaw<'t>>, TooMany> {
    out.clear();
    let mut flaw = None;
    let mut rest = content;
    loop {
        let trimmed = rest.trim_ascii_start();
        if trimmed.is_empty() || trimmed == "/" {
            break;
        }
        if trimmed.len() == rest.len() && rest.len() < content.len() {
            flaw = flaw.or_else(|| out.last().map(|last: &Attr<'_>| Flaw::Attribute(last.local)));
        }
        rest = trimmed;
        let length = rest
            .bytes()
            .position(|byte| byte == b'=' || byte.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let after = after.trim_ascii_start();
        let Some(after) = after.strip_prefix('=').map(str::trim_ascii_start) else {
            // A word without a value.
            flaw = flaw.or(Some(Flaw::Attribute(name)));
            rest = after;
            continue;
        };
        let quote = after.bytes().next().filter(|quote| matches!(quote, b'"' | b'\''));
        let value = quote.and_then(|quote| {
            let inside = after.get(1..)?;
            let length = inside.bytes().position(|byte| byte == quote)?;
            Some((inside.get(..length)?, inside.get(length + 1..)?))
        });
        let Some((raw, behind)) = value.filter(|_| !name.is_empty()) else {
            // Without quotes nobody knows where a value ends; the next blank is a guess, so it is not taken.
            flaw = flaw.or(Some(Flaw::Attribute(name)));
            let end = after.bytes().position(|byte| byte.is_ascii_whitespace());
            rest = end.and_then(|end| after.get(end..)).unwrap_or_default();
            continue;
        };
        if out.len() >= limit {
            return Err(TooMany);
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
    Ok(flaw.or_else(|| twin(out).map(Flaw::Twice)))
}

/// An attribute that stands there twice.
fn twin<'t>(attributes: &[Attr<'t>]) -> Option<&'t str> {
    if attributes.len() <= 12 {
        let mut rest = attributes;
        while let Some((first, others)) = rest.split_first() {
            if others
                .iter()
                .any(|other| other.local == first.local && other.prefix == first.prefix)
            {
                return Some(first.local);
            }
            rest = others;
        }
        return None;
    }
    let mut names: Vec<_> = attributes.iter().map(|attr| (attr.local, attr.prefix)).collect();
    names.sort_unstable();
    let mut pairs = names.windows(2);
    pairs.find_map(|pair| match pair {
        [a, b] if a == b => Some(a.0),
        _ => None,
    })
}

/// Longest name of a reference: that of the longest entity of HTML.
const LONGEST_REFERENCE: usize = 32;

/// What `&name;` means. `Err`: nothing XML knows; then what HTML means by it, else nothing.
pub fn reference(name: &str) -> Result<char, Option<&'static str>> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        };
        let letter = code.filter(|code| *code != 0).and_then(char::from_u32);
        return letter.ok_or(Some("\u{fffd}"));
    }
    match name {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "apos" => Ok('\''),
        "quot" => Ok('"'),
        _ => Err(quick_xml::escape::resolve_html5_entity(name)),
    }
}

/// The name of the reference a text begins with, which begins with `&`.
fn referenced(text: &str) -> Option<&str> {
    let inner = text.get(1..)?;
    let end = inner
        .bytes()
        .take(LONGEST_REFERENCE + 1)
        .position(|byte| byte == b';')?;
    let name = inner.get(..end)?;
    let valid = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'#';
    (!name.is_empty() && name.bytes().all(valid)).then_some(name)
}

/// The first thing in a value (or text) that XML has no name for: a foreign entity, a bare `&` or `<`.
pub fn unreadable(raw: &str) -> Option<&str> {
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '<']) {
        rest = rest.get(at..).unwrap_or_default();
        match referenced(rest) {
            Some(name) if rest.starts_with('&') && reference(name).is_ok() => {}
            Some(name) if rest.starts_with('&') => return rest.get(..name.len() + 2),
            _ => return rest.get(..1),
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    None
}

/// The value of an attribute with references resolved and white space normalised as XML wants it. What XML does not know
/// is taken as HTML means it, or stays as written.
pub fn value(raw: &str) -> Cow<'_, str> {
    if !raw
        .bytes()
        .any(|byte| matches!(byte, b'&' | b'\n' | b'\r' | b'\t'))
    {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '\n', '\r', '\t']) {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let mut length = 1;
        if rest.starts_with('&') {
            length = resolve(rest, &mut out);
        } else {
            length += usize::from(rest.starts_with("\r\n"));
            out.push(' ');
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Writes what the reference at the beginning means, and returns its length.
fn resolve(text: &str, out: &mut String) -> usize {
    let Some(name) = referenced(text) else {
        out.push('&');
        return 1;
    };
    let length = name.len() + 2;
    match reference(name) {
        Ok(letter) => out.push(letter),
        Err(Some(meant)) => out.push_str(meant),
        Err(None) => out.push_str(text.get(..length).unwrap_or_default()),
    }
    length
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
