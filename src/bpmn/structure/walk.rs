//! The pass over the markup. No recursion: open elements are kept on a stack.

use super::content::{self, Child, Fit, Inside, Progress};
use super::references::{self, Reference};
use super::standard::{Content, Place, Space, Standard, Type, What, standard};
use super::values::{self, Value};
use super::{Fault, FaultKind};
use crate::bpmn::odd::ID_BYTES;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{NamespaceResolver, QName, ResolveResult};
use quick_xml::reader::NsReader;
use std::borrow::Cow;
use std::collections::HashMap;

/// More faults than this are not collected.
const MOST: usize = 1_000;

const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// An open element.
struct Open<'t> {
    inside: Inside,
    progress: Progress,
    tag: &'t str,
    local: &'t str,
    line: u32,
    /// Its id, or that of the next element around it with one.
    id: String,
    /// Text of elements that are only a value.
    text: String,
    stray: bool,
}

struct Walk<'t> {
    standard: &'static Standard,
    open: Vec<Open<'t>>,
    ids: HashMap<String, Option<Content>>,
    references: Vec<Reference<'t>>,
    faults: Vec<Fault>,
    imports: bool,
}

/// What is wrong with the markup of a text that the reader has accepted, in the order of the lines.
pub fn faults(text: &str) -> Vec<Fault> {
    let mut reader = NsReader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    reader.resolver_mut().set_max_namespace_bindings(text.len());
    let mut walk = Walk {
        standard: standard(),
        open: Vec::new(),
        ids: HashMap::new(),
        references: Vec::new(),
        faults: Vec::new(),
        imports: false,
    };
    let (mut seen, mut line) = (0usize, 1u32);
    loop {
        let from = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let passed = text.as_bytes().get(seen..from).unwrap_or_default();
        let breaks = passed.iter().filter(|byte| **byte == b'\n').count();
        line = line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
        seen = from;
        // The reader of the diagram has been over it: what it puts up with, we leave.
        let event = reader.read_event();
        let name_of = |tag: &BytesStart<'_>| {
            let length = tag.name().as_ref().len();
            text.get(from + 1..from + 1 + length).unwrap_or_default()
        };
        match event {
            Ok(Event::Start(tag)) => walk.start(&tag, name_of(&tag), reader.resolver(), line),
            Ok(Event::Empty(tag)) => {
                walk.start(&tag, name_of(&tag), reader.resolver(), line);
                walk.end(reader.resolver());
            }
            Ok(Event::End(_)) => walk.end(reader.resolver()),
            Ok(Event::Text(content)) => walk.text(&content.xml10_content()),
            Ok(Event::CData(content)) => walk.text(&content.xml10_content()),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => walk.text(letter.encode_utf8(&mut [0; 4])),
                _ => walk.text("&"),
            },
            Ok(Event::Decl(declaration)) => {
                if !values::is_declaration(&declaration) {
                    walk.faults.push(Fault {
                        kind: FaultKind::Declaration,
                        line,
                        element: String::new(),
                        tag: "xml".to_owned(),
                        name: String::new(),
                        value: String::new(),
                    });
                }
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
        if walk.faults.len() >= MOST {
            break;
        }
    }
    let found = references::check(walk.references, &walk.ids, walk.imports);
    let mut faults = walk.faults;
    faults.extend(found);
    faults.sort_by_key(|fault| fault.line);
    faults.truncate(MOST);
    faults
}

impl<'t> Walk<'t> {
    fn start(&mut self, tag: &BytesStart<'_>, name: &'t str, resolver: &NamespaceResolver, line: u32) {
        let local = name.split_once(':').map_or(name, |(_, local)| local);
        let id = tag
            .try_get_attribute("id")
            .ok()
            .flatten()
            .filter(|id| id.value.len() <= ID_BYTES)
            .map(|id| id.value.trim().to_owned())
            .filter(|id| !id.is_empty())
            .or_else(|| self.open.last().map(|around| around.id.clone()))
            .unwrap_or_default();
        self.open.push(Open {
            inside: Inside::Free,
            progress: Progress::default(),
            tag: name,
            local,
            line,
            id,
            text: String::new(),
            stray: false,
        });
        let (space, bound) = match resolver.resolve_element(QName(name)).0 {
            ResolveResult::Bound(address) => (Space::of(address.0), true),
            ResolveResult::Unbound => (None, false),
            ResolveResult::Unknown(prefix) => {
                self.fault(FaultKind::UndeclaredPrefix, "", &prefix);
                (None, true)
            }
        };
        let child = Child { space, bound, local };
        let mut inside = self.place(&child);
        if space == Some(Space::Model) && local == "import" {
            self.imports = true;
        }
        if let Inside::Known(content) = inside {
            inside = Inside::Known(self.attributes(tag, space, content, resolver));
        }
        if let Some(own) = self.open.last_mut() {
            own.inside = inside;
        }
    }

    /// Where the newest element stands in the one around it.
    fn place(&mut self, child: &Child<'t>) -> Inside {
        let standard = self.standard;
        let declared = child
            .space
            .and_then(|space| standard.element(space, child.local))
            .and_then(|index| standard.elements.get(index));
        let own = declared.map_or(Inside::Free, |declared| Inside::Known(declared.content));
        let depth = self.open.len();
        let Some(around) = depth.checked_sub(2).and_then(|at| self.open.get_mut(at)) else {
            if child.space != Some(Space::Model) || child.local != "definitions" {
                self.fault(FaultKind::UnknownElement, "", "");
            }
            return own;
        };
        let parent = around.tag;
        let found = match around.inside {
            Inside::Free => return own,
            Inside::Known(Content::Value(_)) => None,
            Inside::Known(Content::Type(found)) => standard.types.get(found),
        };
        let Some(found) = found else {
            self.fault(FaultKind::Misplaced, parent, "");
            return own;
        };
        let (fit, missing) = content::take(standard, &found.places, &mut around.progress, child);
        let line = around.line;
        for place in missing {
            self.missing(place, parent, line);
        }
        match fit {
            Fit::Here(inside) => inside,
            Fit::Late(inside) => {
                self.fault(FaultKind::OutOfOrder, parent, "");
                inside
            }
            Fit::Full(inside) => {
                self.fault(FaultKind::TooMany, parent, "");
                inside
            }
            Fit::Nowhere => {
                let known = declared.is_some_and(|declared| !declared.is_abstract) || child.space.is_none();
                let local_names = standard.is_local(child.space, child.local);
                let kind = if known || local_names {
                    FaultKind::Misplaced
                } else {
                    FaultKind::UnknownElement
                };
                self.fault(kind, parent, "");
                own
            }
        }
    }

    /// Checks the attributes of the newest element. Returns its content, which `xsi:type` may have made a special one.
    fn attributes(
        &mut self,
        tag: &BytesStart<'_>,
        space: Option<Space>,
        content: Content,
        resolver: &NamespaceResolver,
    ) -> Content {
        let standard = self.standard;
        let special = stated_type(tag, resolver).and_then(|(space, local)| {
            (space == Some(Space::Model))
                .then(|| standard.type_named(&local))
                .flatten()
        });
        let content = special.map_or(content, Content::Type);
        let found = match content {
            Content::Type(index) => standard.types.get(index),
            Content::Value(_) => None,
        };
        if found.is_some_and(|found| found.is_abstract) {
            self.fault(FaultKind::UnknownElement, "", "");
        }
        let mut required: Vec<&str> = found
            .iter()
            .flat_map(|found| &found.attributes)
            .filter(|attribute| attribute.required)
            .map(|attribute| attribute.name)
            .collect();
        for attribute in tag.attributes().with_checks(false).flatten() {
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let key = attribute.key.as_ref();
            match resolver.resolve_attribute(attribute.key).0 {
                ResolveResult::Bound(address) if address.0 == INSTANCE => {}
                ResolveResult::Bound(address) => {
                    let open = found.is_some_and(|found| found.open);
                    if !open || Space::of(address.0).is_some_and(|own| Some(own) == space) {
                        self.fault(FaultKind::UnknownAttribute, key, "");
                    }
                }
                ResolveResult::Unknown(prefix) => self.fault(FaultKind::UndeclaredPrefix, "", &prefix),
                ResolveResult::Unbound => {
                    required.retain(|name| *name != key);
                    let known = found
                        .iter()
                        .flat_map(|found| &found.attributes)
                        .find(|known| known.name == key);
                    match known {
                        Some(known) => {
                            let value = attribute
                                .normalized_value(XmlVersion::Implicit1_0)
                                .unwrap_or(Cow::Borrowed(""));
                            self.value(known.name, known.value, &value, content, resolver);
                        }
                        None => self.fault(FaultKind::UnknownAttribute, key, ""),
                    }
                }
            }
        }
        for name in required {
            self.fault(FaultKind::MissingAttribute, name, "");
        }
        content
    }

    /// Checks a value of the newest element; ids and references are kept.
    fn value(
        &mut self,
        name: &'static str,
        kind: &Value,
        value: &str,
        content: Content,
        resolver: &NamespaceResolver,
    ) {
        let trimmed = value.trim_matches([' ', '\t', '\n', '\r']);
        let text = if matches!(kind, Value::OneOf(_)) {
            value
        } else {
            trimmed
        };
        let bound = || {
            trimmed.split_once(':').is_none_or(|_| {
                !matches!(
                    resolver.resolve_element(QName(trimmed)).0,
                    ResolveResult::Unknown(_)
                )
            })
        };
        if !kind.fits(text) || (*kind == Value::Name && !bound()) {
            self.fault(FaultKind::BadValue, name, value);
        }
        match kind {
            Value::Id => {
                if self.ids.contains_key(trimmed) {
                    self.fault(FaultKind::DuplicateId, name, trimmed);
                } else {
                    self.ids.insert(trimmed.to_owned(), Some(content));
                }
            }
            Value::Reference | Value::Name => {
                let Some(own) = self.open.last() else { return };
                // A reference that is an element of its own belongs to the element around it.
                let inner = matches!(own.inside, Inside::Known(Content::Value(_)));
                let owner = if inner {
                    self.open.len().checked_sub(2).and_then(|at| self.open.get(at))
                } else {
                    Some(own)
                };
                self.references.push(Reference {
                    tag: owner.map_or(own.tag, |owner| owner.tag),
                    owner: owner.map_or("", |owner| owner.local),
                    name: if inner { own.local } else { name },
                    value: trimmed.to_owned(),
                    line: own.line,
                    element: own.id.clone(),
                    by_id: *kind == Value::Reference,
                });
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(own) = self.open.last_mut() else { return };
        match own.inside {
            Inside::Free => {}
            Inside::Known(Content::Value(_)) => own.text.push_str(text),
            Inside::Known(Content::Type(found)) => {
                let mixed = self.standard.types.get(found).is_none_or(|found| found.mixed);
                if !mixed && !own.stray && !text.trim().is_empty() {
                    own.stray = true;
                    self.fault(FaultKind::StrayText, "", text.trim());
                }
            }
        }
    }

    fn end(&mut self, resolver: &NamespaceResolver) {
        let Some(own) = self.open.last_mut() else { return };
        match own.inside {
            Inside::Free => {}
            Inside::Known(Content::Value(kind)) => {
                let text = std::mem::take(&mut own.text);
                self.value("", kind, &text, Content::Value(kind), resolver);
            }
            Inside::Known(Content::Type(found)) => {
                let places: &'static [Place] = self
                    .standard
                    .types
                    .get(found)
                    .map_or(&[], |found: &Type| &found.places);
                let (tag, line) = (own.tag, own.line);
                for place in content::end(places, own.progress) {
                    self.missing(place, tag, line);
                }
            }
        }
        self.open.pop();
    }

    /// A place of an open element stays empty.
    fn missing(&mut self, place: &Place, parent: &'t str, line: u32) {
        let name = match place.what {
            What::Local((_, name), _) => name,
            What::Global(index) => self
                .standard
                .elements
                .get(index)
                .map_or("", |element| element.name.1),
            What::Foreign { .. } => "",
        };
        let element = self
            .open
            .iter()
            .rev()
            .find(|open| open.line == line && open.tag == parent)
            .map(|open| open.id.clone())
            .unwrap_or_default();
        self.faults.push(Fault {
            kind: FaultKind::MissingChild,
            line,
            element,
            tag: parent.to_owned(),
            name: name.to_owned(),
            value: String::new(),
        });
    }

    /// Something is wrong with the newest element.
    fn fault(&mut self, kind: FaultKind, name: &str, value: &str) {
        let Some(own) = self.open.last() else { return };
        self.faults.push(Fault {
            kind,
            line: own.line,
            element: own.id.clone(),
            tag: own.tag.to_owned(),
            name: name.to_owned(),
            value: value.to_owned(),
        });
    }
}

/// The type that `xsi:type` states: its vocabulary and name.
fn stated_type(tag: &BytesStart<'_>, resolver: &NamespaceResolver) -> Option<(Option<Space>, String)> {
    let attribute = tag.attributes().with_checks(false).flatten().find(|attribute| {
        let (space, local) = resolver.resolve_attribute(attribute.key);
        local.as_ref() == "type" && matches!(space, ResolveResult::Bound(address) if address.0 == INSTANCE)
    })?;
    let value = attribute.value.trim();
    let local = value.split_once(':').map_or(value, |(_, local)| local);
    let space = match resolver.resolve_element(QName(value)).0 {
        ResolveResult::Bound(address) => Space::of(address.0),
        _ => None,
    };
    Some((space, local.to_owned()))
}
