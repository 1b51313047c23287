//! The single pass over the text: events of `quick_xml`, limits, namespaces, lines. No recursion.

use super::assemble::Assembly;
use super::markup::{self, Attr, MarkupError};
use super::namespace::{Namespaces, Space};
use super::read::{Limits, ReadError};
use super::start::Start;
use crate::domain::message::Message;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use std::collections::BTreeSet;

/// Counts lines as the pass goes on.
struct Lines<'t> {
    bytes: &'t [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn at(&mut self, position: usize) -> u32 {
        if let Some(passed) = self.bytes.get(self.at..position) {
            let breaks = passed.iter().filter(|byte| **byte == b'\n').count();
            self.line = self
                .line
                .saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
            self.at = position;
        }
        self.line
    }
}

struct Scanner<'t, 'a> {
    text: &'t str,
    limits: &'a Limits,
    names: Namespaces<'t>,
    attributes: Vec<Attr<'t>>,
    undeclared: BTreeSet<&'t str>,
    depth: usize,
    elements: usize,
    root_seen: bool,
}

/// Reads the text into the assembly.
pub fn scan<'t>(text: &'t str, limits: &Limits, assembly: &mut Assembly<'t, '_>) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = false;
    let mut lines = Lines {
        bytes: text.as_bytes(),
        at: 0,
        line: 1,
    };
    let mut scanner = Scanner {
        text,
        limits,
        names: Namespaces::default(),
        attributes: Vec::new(),
        undeclared: BTreeSet::new(),
        depth: 0,
        elements: 0,
        root_seen: false,
    };
    loop {
        let from = position(reader.buffer_position());
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let line = lines.at(position(reader.error_position()).max(from));
                return Err(xml_error(&error, line));
            }
        };
        let to = position(reader.buffer_position());
        match event {
            Event::Start(tag) => {
                let line = lines.at(from);
                let name_length = tag.name().as_ref().len();
                scanner.open(from, to, name_length, line, false, assembly)?;
            }
            Event::Empty(tag) => {
                let line = lines.at(from);
                let name_length = tag.name().as_ref().len();
                scanner.open(from, to, name_length, line, true, assembly)?;
                scanner
                    .close(to, tag.local_name().as_ref(), assembly)
                    .map_err(|message| ReadError::limit(Some(line), limits.documentation, message))?;
            }
            Event::End(tag) => scanner
                .close(to, tag.local_name().as_ref(), assembly)
                .map_err(|message| ReadError::limit(Some(lines.at(from)), limits.documentation, message))?,
            Event::Text(content) => {
                if scanner.depth == 0 {
                    if !content
                        .as_ref()
                        .trim()
                        .trim_matches(['\u{feff}', '\0'])
                        .is_empty()
                    {
                        return Err(scanner.stray_text(lines.at(from)));
                    }
                } else if assembly.wants_text() {
                    assembly.text(&content.xml10_content());
                }
            }
            Event::CData(content) => {
                if scanner.depth == 0 {
                    return Err(scanner.stray_text(lines.at(from)));
                }
                if assembly.wants_text() {
                    assembly.text(&content.xml10_content());
                }
            }
            Event::GeneralRef(reference) => {
                if scanner.depth == 0 {
                    return Err(scanner.stray_text(lines.at(from)));
                }
                let letter = match reference.resolve_char_ref() {
                    Ok(Some(letter)) => Some(letter),
                    Ok(None) => markup::predefined(&reference),
                    Err(_) => return Err(malformed(lines.at(from))),
                };
                let Some(letter) = letter else {
                    return Err(entity(&reference, lines.at(from)));
                };
                if assembly.wants_text() {
                    assembly.text(letter.encode_utf8(&mut [0; 4]));
                }
            }
            Event::DocType(_) => {
                return Err(ReadError::fault(
                    Some(lines.at(from)),
                    Message::new("bpmn-doctype"),
                ));
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    let end = lines.at(text.len());
    if scanner.depth > 0 {
        return Err(truncated(end));
    }
    if !scanner.root_seen {
        return Err(ReadError::fault(None, Message::new("bpmn-not-xml")));
    }
    Ok(())
}

impl<'t> Scanner<'t, '_> {
    fn open(
        &mut self,
        from: usize,
        to: usize,
        name_length: usize,
        line: u32,
        empty: bool,
        assembly: &mut Assembly<'t, '_>,
    ) -> Result<(), ReadError> {
        let limits = self.limits;
        self.depth += 1;
        self.elements += 1;
        if self.depth > limits.depth {
            return Err(ReadError::limit(
                Some(line),
                limits.depth,
                Message::new("bpmn-too-deep"),
            ));
        }
        if self.elements > limits.elements {
            return Err(ReadError::limit(
                Some(line),
                limits.elements,
                Message::new("bpmn-too-many-elements"),
            ));
        }
        let name_end = from + 1 + name_length;
        let tail = if empty { 2 } else { 1 };
        let name = self.text.get(from + 1..name_end).unwrap_or_default();
        let content = self
            .text
            .get(name_end..to.saturating_sub(tail))
            .unwrap_or_default();
        if name.is_empty() {
            return Err(malformed(line));
        }
        self.read_attributes(content, line)?;
        for index in 0..self.attributes.len() {
            let Some(attr) = self.attributes.get(index).copied() else {
                continue;
            };
            let prefix = match (attr.prefix, attr.local) {
                ("", "xmlns") => "",
                ("xmlns", prefix) => prefix,
                _ => continue,
            };
            let (_, standard) = self.names.declare(prefix, attr.raw, self.depth);
            if self.names.count() > limits.namespaces {
                let message = Message::new("bpmn-too-many-namespaces");
                return Err(ReadError::limit(Some(line), limits.namespaces, message));
            }
            if !standard {
                let message = Message::new("bpmn-namespace-spelling").with("namespace", attr.raw);
                assembly.odd.note(Some(line), None, message);
            }
        }
        let (prefix, local) = markup::split_name(name);
        let space = match self.names.space(prefix) {
            Some(space) => space,
            None => {
                if !prefix.is_empty() && prefix != "xml" && self.undeclared.insert(prefix) {
                    let message = Message::new("bpmn-undeclared-prefix").with("prefix", prefix);
                    assembly.odd.note(Some(line), None, message);
                }
                Space::Unbound
            }
        };
        let start = Start {
            space,
            name,
            local,
            attributes: &self.attributes,
            names: &self.names,
            line,
            range: from..to,
            depth: self.depth,
        };
        if self.depth == 1 {
            if self.root_seen {
                return Err(ReadError::fault(Some(line), Message::new("bpmn-two-roots")));
            }
            self.root_seen = true;
            assembly.root(&start)
        } else {
            assembly.open(&start)
        }
    }

    fn read_attributes(&mut self, content: &'t str, line: u32) -> Result<(), ReadError> {
        let limit = self.limits.attributes;
        let result = markup::attributes(content, limit, &mut self.attributes).and_then(|()| {
            self.attributes
                .iter()
                .filter(|attr| attr.raw.contains('&'))
                .try_for_each(|attr| markup::value(attr.raw).map(drop))
        });
        result.map_err(|error| match error {
            MarkupError::Malformed => malformed(line),
            MarkupError::DuplicateAttribute => {
                ReadError::fault(Some(line), Message::new("bpmn-duplicate-attribute"))
            }
            MarkupError::TooMany => {
                ReadError::limit(Some(line), limit, Message::new("bpmn-too-many-attributes"))
            }
            MarkupError::Entity(name) => entity(&name, line),
        })
    }

    fn close(&mut self, to: usize, local: &str, assembly: &mut Assembly<'t, '_>) -> Result<(), Message> {
        assembly.close(to, self.depth, local)?;
        self.names.leave(self.depth);
        self.depth = self.depth.saturating_sub(1);
        Ok(())
    }

    fn stray_text(&self, line: u32) -> ReadError {
        if self.root_seen {
            ReadError::fault(Some(line), Message::new("bpmn-text-after-end"))
        } else {
            ReadError::fault(None, Message::new("bpmn-not-xml"))
        }
    }
}

fn position(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

fn malformed(line: u32) -> ReadError {
    ReadError::fault(Some(line), Message::new("bpmn-malformed"))
}

fn truncated(line: u32) -> ReadError {
    ReadError::fault(Some(line), Message::new("bpmn-truncated"))
}

fn entity(name: &str, line: u32) -> ReadError {
    ReadError::fault(Some(line), Message::new("bpmn-entity").with("name", name))
}

fn xml_error(error: &Error, line: u32) -> ReadError {
    match error {
        Error::Syntax(_) => truncated(line),
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            let message = Message::new("bpmn-mismatched-tag")
                .with("expected", expected.as_str())
                .with("found", found.as_str());
            ReadError::fault(Some(line), message)
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => ReadError::fault(
            Some(line),
            Message::new("bpmn-unmatched-tag").with("found", name.as_str()),
        ),
        Error::IllFormed(IllFormedError::MissingDoctypeName) => {
            ReadError::fault(Some(line), Message::new("bpmn-doctype"))
        }
        _ => malformed(line),
    }
}
