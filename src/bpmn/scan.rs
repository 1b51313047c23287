//! The single pass over the text: events of `quick_xml`, limits, namespaces, lines. No recursion.

use super::assemble::Assembly;
use super::markup::{self, Attr, Flaw, TooMany};
use super::namespace::{Namespaces, Space};
use super::read::{Limits, ReadError};
use super::start::Start;
use super::structure::Walk;
use crate::domain::message::Message;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::Event;
use std::borrow::Cow;
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
    /// Looks at the markup on the way, where that is asked for.
    walk: Option<&'a mut Walk<'t>>,
    limits: &'a Limits,
    names: Namespaces<'t>,
    attributes: Vec<Attr<'t>>,
    undeclared: BTreeSet<&'t str>,
    depth: usize,
    elements: usize,
    root_seen: bool,
    /// Line of text before the root.
    before: Option<u32>,
}

/// Reads the text into the assembly; `walk` looks at each tag and text as well.
pub fn scan<'t>(
    text: &'t str,
    limits: &Limits,
    assembly: &mut Assembly<'t, '_>,
    walk: Option<&mut Walk<'t>>,
) -> Result<(), ReadError> {
    let mut reader = markup::pass(text);
    let mut lines = Lines {
        bytes: text.as_bytes(),
        at: 0,
        line: 1,
    };
    let mut scanner = Scanner {
        text,
        walk,
        limits,
        names: Namespaces::default(),
        attributes: Vec::new(),
        undeclared: BTreeSet::new(),
        depth: 0,
        elements: 0,
        root_seen: false,
        before: None,
    };
    loop {
        let from = position(reader.buffer_position());
        if scanner.root_seen && scanner.depth == 0 {
            scanner.behind(from, &mut lines, assembly);
            return Ok(());
        }
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
                if let Some(walk) = scanner.walk.as_deref_mut() {
                    walk.text(Cow::Borrowed(text.get(from..to).unwrap_or_default()));
                }
                if scanner.depth == 0 {
                    scanner.outside(&content, lines.at(from));
                } else if assembly.wants_text() {
                    let written = content.xml10_content();
                    if let Some(found) = markup::unreadable(&written) {
                        unreadable(found, lines.at(from), assembly);
                    }
                    assembly.text(&written);
                }
            }
            Event::CData(content) => {
                if let Some(walk) = scanner.walk.as_deref_mut() {
                    walk.text(Cow::Owned(content.to_string()));
                }
                if scanner.depth == 0 {
                    scanner.outside("x", lines.at(from));
                } else if assembly.wants_text() {
                    assembly.text(&content.xml10_content());
                }
            }
            Event::GeneralRef(name) => {
                if scanner.depth == 0 {
                    scanner.outside("x", lines.at(from));
                    continue;
                }
                let meant = markup::reference(&name);
                let written = text.get(from..to).unwrap_or_default();
                if let Some(walk) = scanner.walk.as_deref_mut() {
                    walk.text(match meant {
                        Ok(letter) => Cow::Owned(letter.to_string()),
                        Err(meant) => Cow::Borrowed(meant.unwrap_or("&")),
                    });
                }
                if meant.is_err() {
                    unreadable(written, lines.at(from), assembly);
                }
                if assembly.wants_text() {
                    match meant {
                        Ok(letter) => assembly.text(letter.encode_utf8(&mut [0; 4])),
                        Err(meant) => assembly.text(meant.unwrap_or(written)),
                    }
                }
            }
            Event::DocType(_) => {
                return Err(ReadError::fault(
                    Some(lines.at(from)),
                    Message::new("bpmn-doctype"),
                ));
            }
            Event::Decl(declaration) => {
                if let Some(walk) = scanner.walk.as_deref_mut() {
                    walk.declaration(&declaration, lines.at(from));
                }
            }
            Event::PI(_) | Event::Comment(_) => {}
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
        self.read_attributes(content, line, assembly)?;
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
            // The same ones said again at every depth count once, but each name would be looked up among all of them.
            let in_force = limits.namespaces.saturating_mul(4);
            let passed = [
                (self.names.count(), limits.namespaces),
                (self.names.in_force(), in_force),
            ];
            if let Some((_, most)) = passed.into_iter().find(|(count, most)| count > most) {
                let message = Message::new("bpmn-too-many-namespaces");
                return Err(ReadError::limit(Some(line), most, message));
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
        if let Some(walk) = self.walk.as_deref_mut() {
            walk.start(&start);
        }
        if self.depth > 1 {
            return assembly.open(&start);
        }
        self.root_seen = true;
        assembly.root(&start)?;
        if let Some(line) = self.before {
            assembly
                .odd
                .note(Some(line), None, Message::new("bpmn-text-before"));
        }
        Ok(())
    }

    fn read_attributes(
        &mut self,
        content: &'t str,
        line: u32,
        assembly: &mut Assembly<'t, '_>,
    ) -> Result<(), ReadError> {
        let limit = self.limits.attributes;
        let flaw = markup::attributes(content, limit, &mut self.attributes).map_err(|TooMany| {
            ReadError::limit(Some(line), limit, Message::new("bpmn-too-many-attributes"))
        })?;
        let message = match flaw {
            Some(Flaw::Attribute(name)) => Some(Message::new("bpmn-broken-attribute").with("name", name)),
            Some(Flaw::Twice(name)) => Some(Message::new("bpmn-duplicate-attribute").with("name", name)),
            None => None,
        };
        if let Some(message) = message {
            assembly.odd.note(Some(line), None, message);
        }
        let bytes = content.as_bytes();
        if bytes.contains(&b'&') || bytes.contains(&b'<') {
            let mut values = self.attributes.iter();
            if let Some(found) = values.find_map(|attr| markup::unreadable(attr.raw)) {
                unreadable(found, line, assembly);
            }
        }
        Ok(())
    }

    fn close(&mut self, to: usize, local: &str, assembly: &mut Assembly<'t, '_>) -> Result<(), Message> {
        assembly.close(to, self.depth, local)?;
        if let Some(walk) = self.walk.as_deref_mut() {
            walk.end(&self.names);
        }
        self.names.leave(self.depth);
        self.depth = self.depth.saturating_sub(1);
        Ok(())
    }

    /// Text before the root: no harm if a root follows.
    fn outside(&mut self, text: &str, line: u32) {
        if !text.trim().trim_matches(['\u{feff}', '\0']).is_empty() {
            self.before.get_or_insert(line);
        }
    }

    /// What stands behind the end of the root is not read; only white space, comments and instructions belong there.
    fn behind(&self, from: usize, lines: &mut Lines<'_>, assembly: &mut Assembly<'t, '_>) {
        let mut rest = self.text.get(from..).unwrap_or_default();
        loop {
            rest = rest.trim_start_matches(|letter: char| {
                letter.is_whitespace() || matches!(letter, '\u{feff}' | '\0')
            });
            let end = match rest {
                comment if comment.starts_with("<!--") => "-->",
                instruction if instruction.starts_with("<?") => "?>",
                _ => break,
            };
            match rest.split_once(end) {
                Some((_, further)) => rest = further,
                None => break,
            }
        }
        if rest.is_empty() {
            return;
        }
        let line = lines.at(self.text.len() - rest.len());
        let begins = rest.strip_prefix('<').and_then(|tag| tag.chars().next());
        let message = if begins.is_some_and(char::is_alphabetic) {
            Message::new("bpmn-two-roots")
        } else {
            Message::new("bpmn-text-after-end")
        };
        assembly.odd.note(Some(line), None, message);
    }
}

/// Notes a sign or placeholder that XML does not know.
fn unreadable(found: &str, line: u32, assembly: &mut Assembly<'_, '_>) {
    let message = Message::new("bpmn-entity").with("name", found);
    assembly.odd.note(Some(line), None, message);
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
