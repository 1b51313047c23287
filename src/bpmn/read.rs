//! The way in: bytes and limits to a diagram and warnings.

use super::assemble::Assembly;
use super::odd::{self, Odd};
use super::structure::{Fault, Walk};
use super::{Diagram, encoding, resolve, scan};
use crate::domain::message::Message;
use crate::domain::warning::Warning;
use std::borrow::Cow;

/// About how long the text of a semantic element and its picture is. Only sets how much room lists get at the start.
const BYTES_PER_ELEMENT: usize = 350;

/// Limits of the reader (quality.md 2, design.md 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// XML elements.
    pub elements: usize,
    /// Depth of nesting.
    pub depth: usize,
    /// Attributes per start tag.
    pub attributes: usize,
    /// Different namespace declarations per file (the same one repeated on many elements counts once).
    pub namespaces: usize,
    /// Characters of a name.
    pub name: usize,
    /// Characters of a documentation text.
    pub documentation: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            bytes: 20_000_000,
            elements: 250_000,
            depth: 256,
            attributes: 256,
            namespaces: 256,
            name: 4_000,
            documentation: 100_000,
        }
    }
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadError {
    /// Stable code, kebab-case.
    pub code: String,
    /// Line, from 1, where it is known.
    pub line: Option<u32>,
    /// True where a limit on size was passed.
    pub too_large: bool,
    /// What, where, what to do.
    pub message: Message,
}

impl ReadError {
    /// A fault of the file. The code is the message's id without its `bpmn-`.
    pub(super) fn fault(line: Option<u32>, message: Message) -> ReadError {
        let code = odd::code(&message.id);
        let mut message = message.with_short_names();
        if let Some(line) = line {
            message = message.with("line", line as usize);
        }
        ReadError {
            code,
            line,
            too_large: false,
            message,
        }
    }

    /// A limit that was passed.
    pub(super) fn limit(line: Option<u32>, limit: usize, message: Message) -> ReadError {
        ReadError {
            too_large: true,
            ..ReadError::fault(line, message.with("limit", limit))
        }
    }
}

/// Reads a file. Lenient with what is odd (warnings), strict with what is dangerous or not XML (error).
///
/// # Errors
/// Says what is wrong, in which line, and what to do: limits, document type definitions, own entities,
/// markup that is broken or ends too early, no `definitions` element.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<(Diagram, Vec<Warning>), ReadError> {
    let Checked {
        diagram, warnings, ..
    } = read_bytes(Cow::Borrowed(bytes), limits, false)?;
    Ok((diagram, warnings))
}

/// A file with what is wrong with its markup.
#[derive(Debug)]
pub struct Checked {
    /// What it says.
    pub diagram: Diagram,
    /// What was odd about reading it.
    pub warnings: Vec<Warning>,
    /// Where its markup is not what the standard allows, in the order of the lines; at most 1,000.
    pub faults: Vec<Fault>,
}

/// As [`read`], with a look at the markup in the same pass. Bytes that are given away and are UTF-8 become the text
/// without being copied.
///
/// # Errors
/// As [`read`].
pub fn read_checked(bytes: Cow<'_, [u8]>, limits: &Limits) -> Result<Checked, ReadError> {
    read_bytes(bytes, limits, true)
}

fn read_bytes(bytes: Cow<'_, [u8]>, limits: &Limits, faults: bool) -> Result<Checked, ReadError> {
    if bytes.len() > limits.bytes {
        return Err(ReadError::limit(
            None,
            limits.bytes,
            Message::new("bpmn-too-many-bytes"),
        ));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::fault(None, Message::new("bpmn-empty")));
    }
    if let Some(known) = other_kind(&bytes) {
        return Err(ReadError::fault(None, Message::new(known)));
    }
    let decoded = encoding::decode(bytes)
        .ok_or_else(|| ReadError::fault(None, Message::new("bpmn-broken-encoding")))?;
    let mut found = read_text(decoded.text, limits, faults)?;
    found.diagram.encoding = decoded.encoding;
    if decoded.guessed {
        let message = Message::new("bpmn-guessed-encoding").with("encoding", found.diagram.encoding.as_str());
        found.warnings.insert(
            0,
            Warning {
                code: odd::code(&message.id),
                line: None,
                element: None,
                message,
            },
        );
    }
    Ok(found)
}

/// Files of other kinds that are picked by mistake, told by their first bytes.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 6] = [
        (b"PK\x03\x04", "bpmn-is-archive"),
        (b"\xd0\xcf\x11\xe0", "bpmn-is-office"),
        (b"%PDF", "bpmn-is-pdf"),
        (b"\x89PNG", "bpmn-is-picture"),
        (b"\xff\xd8\xff", "bpmn-is-picture"),
        (b"GIF8", "bpmn-is-picture"),
    ];
    KINDS
        .iter()
        .find(|(first, _)| bytes.starts_with(first))
        .map(|(_, message)| *message)
}

/// Reads a text that is already decoded; `faults`: looks at its markup as well.
pub(super) fn read_text(text: String, limits: &Limits, faults: bool) -> Result<Checked, ReadError> {
    let expected = text.len() / BYTES_PER_ELEMENT;
    let mut assembly = Assembly::new(limits, Odd::default(), expected);
    let mut walk = faults.then(|| Walk::new(text.len()));
    scan::scan(&text, limits, &mut assembly, walk.as_mut())?;
    let faults = walk.map(Walk::finish).unwrap_or_default();
    if assembly.lacks_ends() {
        // Few files need it, so the others do not pay for it.
        let mut second = Assembly::new(limits, Odd::default(), expected).with_ends();
        scan::scan(&text, limits, &mut second, None)?;
        assembly.ends = second.ends;
    }
    let (exporter, elements, ids, planes, odd) = resolve::resolve(assembly);
    let diagram = Diagram {
        text,
        encoding: "UTF-8".to_owned(),
        exporter,
        elements,
        planes,
        ids,
    };
    Ok(Checked {
        diagram,
        warnings: odd.finish(),
        faults,
    })
}
