//! Bytes to text and back: byte order mark, declaration, then a guess (UTF-8, else Windows-1252).

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The text of a file and how it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// Name of the encoding (`UTF-8`, `UTF-16LE`, `windows-1252` …).
    pub encoding: String,
    /// The declaration was wrong or missing, so the encoding is a guess.
    pub guessed: bool,
}

/// True if the bytes begin with a byte order mark.
pub fn has_bom(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_some()
}

/// Decodes a file. `None`: the bytes are not text in the encoding they must be in.
pub fn decode(bytes: Cow<'_, [u8]>) -> Option<Decoded> {
    match bytes {
        Cow::Owned(bytes) if is_plain(&bytes) => match String::from_utf8(bytes) {
            Ok(text) => Some(Decoded {
                text,
                encoding: UTF_8.name().to_owned(),
                guessed: false,
            }),
            Err(error) => decode_slice(error.as_bytes()),
        },
        bytes => decode_slice(&bytes),
    }
}

/// True where nothing but UTF-8 comes into question: no byte order mark, no other declaration.
fn is_plain(bytes: &[u8]) -> bool {
    let declared = declared_label(bytes).is_none_or(|label| Encoding::for_label(label) == Some(UTF_8));
    declared && !has_bom(bytes) && !matches!(bytes, [b'<', 0, ..] | [0, b'<', ..])
}

fn decode_slice(bytes: &[u8]) -> Option<Decoded> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let body = bytes.get(length..)?;
        if let Some(decoded) = strict(body, encoding, false) {
            return Some(decoded);
        }
        return if encoding == UTF_8 {
            strict(body, WINDOWS_1252, true)
        } else {
            None
        };
    }
    match bytes {
        [b'<', 0, ..] => return strict(bytes, UTF_16LE, false),
        [0, b'<', ..] => return strict(bytes, UTF_16BE, false),
        _ => {}
    }
    let declared = declared_label(bytes);
    let encoding = match &declared {
        None => Some(UTF_8),
        // Written in a single-byte world, or we could not have read the label; so the label is wrong.
        Some(label) => {
            Encoding::for_label(label).filter(|encoding| *encoding != UTF_16LE && *encoding != UTF_16BE)
        }
    };
    if let Some(decoded) = encoding.and_then(|encoding| strict(bytes, encoding, false)) {
        return Some(decoded);
    }
    strict(bytes, UTF_8, true).or_else(|| strict(bytes, WINDOWS_1252, true))
}

fn strict(bytes: &[u8], encoding: &'static Encoding, guessed: bool) -> Option<Decoded> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(Decoded {
        text: text.into_owned(),
        encoding: encoding.name().to_owned(),
        guessed,
    })
}

/// The label of `encoding="…"` in the XML declaration.
fn declared_label(bytes: &[u8]) -> Option<&[u8]> {
    let head = bytes.get(..bytes.len().min(400))?;
    let start = head.trim_ascii_start();
    let rest = start.strip_prefix(b"<?xml")?;
    let end = rest.windows(2).position(|pair| pair == b"?>")?;
    let declaration = rest.get(..end)?;
    let at = declaration.windows(8).position(|word| word == b"encoding")?;
    let rest = declaration
        .get(at + 8..)?
        .trim_ascii_start()
        .strip_prefix(b"=")?
        .trim_ascii_start();
    let (quote, rest) = rest.split_first()?;
    let end = rest.iter().position(|byte| byte == quote)?;
    rest.get(..end)
}

/// Text back into the bytes of an encoding; characters it lacks become numeric references.
/// An unknown name means UTF-8.
pub fn encode_back(text: &str, encoding: &str, bom: bool) -> Vec<u8> {
    let encoding = Encoding::for_label(encoding.as_bytes()).unwrap_or(UTF_8);
    let wide = |to_bytes: fn(u16) -> [u8; 2]| {
        let mark = bom.then_some('\u{feff}' as u16);
        mark.into_iter()
            .chain(text.encode_utf16())
            .flat_map(to_bytes)
            .collect()
    };
    if encoding == UTF_16LE {
        return wide(u16::to_le_bytes);
    }
    if encoding == UTF_16BE {
        return wide(u16::to_be_bytes);
    }
    let (body, _, _) = encoding.encode(text);
    let mark: &[u8] = if bom { b"\xef\xbb\xbf" } else { b"" };
    [mark, &body].concat()
}
