//! The pass over the markup. No recursion: open elements are kept on a stack.

use super::content::{self, Child, Fit, Inside, Progress};
use super::prefixes::{Meaning, Prefixes};
use super::references::{self, Reference};
use super::standard::{Content, Place, Space, Standard, Type, What, standard};
use super::values::{self, Value};
use super::{Fault, FaultKind};
use crate::bpmn::markup::{self, Attr};
use crate::bpmn::odd::ID_BYTES;
use quick_xml::events::Event;
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// More faults than this are not collected.
const MOST: usize = 1_000;

/// An open element.
struct Open<'t> {
    inside: Inside,
    progress: Progress,
    tag: &'t str,
    local: &'t str,
    line: u32,
    /// Its id, or that of the next element around it with one.
    id: &'t str,
    /// Text of elements that are only a value.
    text: Cow<'t, str>,
    stray: bool,
}

struct Walk<'t> {
    standard: &'static Standard,
    open: Vec<Open<'t>>,
    prefixes: Prefixes<'t>,
    ids: HashMap<Cow<'t, str>, Content>,
    references: Vec<Reference<'t>>,
    faults: Vec<Fault>,
    imports: bool,
}

/// What is wrong with the markup of a text that the reader has accepted, in the order of the lines.
pub fn faults(text: &str) -> Vec<Fault> {
    let mut reader = markup::pass(text);
    let mut walk = Walk {
        standard: standard(),
        open: Vec::new(),
        prefixes: Prefixes::default(),
        ids: HashMap::new(),
        references: Vec::new(),
        faults: Vec::new(),
        imports: false,
    };
    let mut attributes = Vec::new();
    let (mut seen, mut line) = (0usize, 1u32);
    let place = |position: u64| usize::try_from(position).unwrap_or(usize::MAX);
    loop {
        let from = place(reader.buffer_position());
        // The reader of the diagram has been over it: what it puts up with, we leave.
        let event = reader.read_event();
        let to = place(reader.buffer_position());
        match event {
            Ok(event @ (Event::Start(_) | Event::Empty(_))) => {
                let passed = text.as_bytes().get(seen..from).unwrap_or_default();
                let breaks = passed.iter().filter(|byte| **byte == b'\n').count();
                line = line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
                seen = from;
                let content = text.get(from + 1..to.saturating_sub(1)).unwrap_or_default();
                walk.start(content, &mut attributes, line);
                if matches!(event, Event::Empty(_)) {
                    walk.end();
                }
                // A model ends with its root; what the reader leaves out behind it is not looked at.
                if walk.open.is_empty() {
                    break;
                }
            }
            Ok(Event::End(_)) => {
                walk.end();
                if walk.open.is_empty() {
                    break;
                }
            }
            Ok(Event::Text(_)) => walk.text(Cow::Borrowed(text.get(from..to).unwrap_or_default())),
            Ok(Event::CData(content)) => walk.text(Cow::Owned(content.to_string())),
            Ok(Event::GeneralRef(name)) => match markup::reference(&name) {
                Ok(letter) => walk.text(Cow::Owned(letter.to_string())),
                Err(meant) => walk.text(Cow::Borrowed(meant.unwrap_or("&"))),
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
    /// A start tag: what stands between `<` and `>`.
    fn start(&mut self, content: &'t str, attributes: &mut Vec<Attr<'t>>, line: u32) {
        let length = content
            .bytes()
            .position(|byte| byte.is_ascii_whitespace() || byte == b'/')
            .unwrap_or(content.len());
        let (tag, rest) = content.split_at_checked(length).unwrap_or((content, ""));
        // How many there may be, the reader has looked at.
        markup::attributes(rest, usize::MAX, attributes).ok();
        let depth = self.open.len();
        for attr in attributes.iter() {
            match (attr.prefix, attr.local) {
                ("xmlns", prefix) => self.prefixes.declare(prefix, attr.raw, depth),
                ("", "xmlns") => self.prefixes.declare("", attr.raw, depth),
                _ => {}
            }
        }
        let (prefix, local) = markup::split_name(tag);
        let id = attributes
            .iter()
            .find(|attr| attr.prefix.is_empty() && attr.local == "id")
            .map(|attr| attr.raw.trim())
            .filter(|id| !id.is_empty() && id.len() <= ID_BYTES)
            .or_else(|| self.open.last().map(|around| around.id))
            .unwrap_or_default();
        self.open.push(Open {
            inside: Inside::Free,
            progress: Progress::default(),
            tag,
            local,
            line,
            id,
            text: Cow::Borrowed(""),
            stray: false,
        });
        let meaning = self.prefixes.meaning(prefix);
        if meaning == Meaning::Undeclared {
            self.fault(FaultKind::UndeclaredPrefix, "", prefix);
        }
        let space = meaning.space();
        let child = Child {
            space,
            bound: meaning != Meaning::Nothing,
            local,
            declared: space.and_then(|space| self.standard.element(space, local)),
        };
        let mut inside = self.place(&child);
        if space == Some(Space::Model) && local == "import" {
            self.imports = true;
        }
        if let Inside::Known(content) = inside {
            inside = Inside::Known(self.attributes(attributes, space, content));
        }
        if let Some(own) = self.open.last_mut() {
            own.inside = inside;
        }
    }

    /// Where the newest element stands in the one around it.
    fn place(&mut self, child: &Child<'t>) -> Inside {
        let standard = self.standard;
        let declared = child.declared.and_then(|index| standard.elements.get(index));
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
    fn attributes(&mut self, attributes: &[Attr<'t>], space: Option<Space>, content: Content) -> Content {
        let standard = self.standard;
        let special = self
            .stated_type(attributes)
            .and_then(|local| standard.type_named(local));
        let content = special.map_or(content, Content::Type);
        let found = match content {
            Content::Type(index) => standard.types.get(index),
            Content::Value(_) => None,
        };
        if found.is_some_and(|found| found.is_abstract) {
            self.fault(FaultKind::UnknownElement, "", "");
        }
        let known: &[_] = found.map_or(&[], |found| &found.attributes);
        for attr in attributes {
            match (attr.prefix, attr.local) {
                ("xmlns", _) | ("", "xmlns") => {}
                ("", local) => match known.iter().find(|known| known.name == local) {
                    Some(known) => self.value(known.name, known.value, markup::value(attr.raw), content),
                    None => self.fault(FaultKind::UnknownAttribute, local, ""),
                },
                (prefix, local) => match self.prefixes.meaning(prefix) {
                    Meaning::Instance => {}
                    Meaning::Undeclared => self.fault(FaultKind::UndeclaredPrefix, "", prefix),
                    meaning => {
                        let open = found.is_some_and(|found| found.open);
                        if !open || meaning.space().is_some_and(|own| Some(own) == space) {
                            self.fault(FaultKind::UnknownAttribute, &format!("{prefix}:{local}"), "");
                        }
                    }
                },
            }
        }
        for needed in known.iter().filter(|known| known.required) {
            let stated = |attr: &Attr<'_>| attr.prefix.is_empty() && attr.local == needed.name;
            if !attributes.iter().any(stated) {
                self.fault(FaultKind::MissingAttribute, needed.name, "");
            }
        }
        content
    }

    /// The type of the standard that `xsi:type` states.
    fn stated_type(&self, attributes: &[Attr<'t>]) -> Option<&'t str> {
        let stated = attributes.iter().find(|attr| {
            attr.local == "type"
                && !attr.prefix.is_empty()
                && self.prefixes.meaning(attr.prefix) == Meaning::Instance
        })?;
        let (prefix, local) = markup::split_name(stated.raw.trim());
        (self.prefixes.meaning(prefix) == Meaning::Standard(Space::Model)).then_some(local)
    }

    /// Checks a value of the newest element; ids and references are kept.
    fn value(&mut self, name: &'static str, kind: &Value, value: Cow<'t, str>, content: Content) {
        let blank = [' ', '\t', '\n', '\r'];
        let trimmed = match value {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches(blank)),
            Cow::Owned(ref text) => Cow::Owned(text.trim_matches(blank).to_owned()),
        };
        let text = if matches!(kind, Value::OneOf(_)) {
            &value
        } else {
            &trimmed
        };
        let bound = || {
            trimmed
                .split_once(':')
                .is_none_or(|(prefix, _)| self.prefixes.meaning(prefix) != Meaning::Undeclared)
        };
        if !kind.fits(text) || (*kind == Value::Name && !bound()) {
            self.fault(FaultKind::BadValue, name, &value);
        }
        match kind {
            Value::Id => match self.ids.entry(trimmed) {
                Entry::Occupied(taken) => {
                    let id = taken.key().clone();
                    self.fault(FaultKind::DuplicateId, name, &id);
                }
                Entry::Vacant(free) => {
                    free.insert(content);
                }
            },
            Value::Reference | Value::Name => {
                let Some(own) = self.open.last() else { return };
                // A reference that is an element of its own belongs to the element around it.
                let inner = matches!(own.inside, Inside::Known(Content::Value(_)));
                let owner = if inner {
                    self.open.len().checked_sub(2).and_then(|at| self.open.get(at))
                } else {
                    Some(own)
                };
                let reference = Reference {
                    tag: owner.map_or(own.tag, |owner| owner.tag),
                    owner: owner.map_or("", |owner| owner.local),
                    name: if inner { own.local } else { name },
                    value: trimmed,
                    line: own.line,
                    element: own.id,
                    by_id: *kind == Value::Reference,
                };
                // Most lead back to what has been seen; only the others have to wait for the end.
                let seen = self.ids.get(reference.value.as_ref());
                if !seen.is_some_and(|found| reference.may_mean(*found)) {
                    self.references.push(reference);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: Cow<'t, str>) {
        let Some(own) = self.open.last_mut() else { return };
        match own.inside {
            Inside::Free => {}
            Inside::Known(Content::Value(_)) if own.text.is_empty() => own.text = text,
            Inside::Known(Content::Value(_)) => own.text.to_mut().push_str(&text),
            Inside::Known(Content::Type(found)) => {
                let mixed = self.standard.types.get(found).is_none_or(|found| found.mixed);
                if !mixed && !own.stray && !text.trim().is_empty() {
                    own.stray = true;
                    self.fault(FaultKind::StrayText, "", text.trim());
                }
            }
        }
    }

    fn end(&mut self) {
        let Some(own) = self.open.last_mut() else { return };
        match own.inside {
            Inside::Free => {}
            Inside::Known(Content::Value(kind)) => {
                let text = std::mem::take(&mut own.text);
                self.value("", kind, text, Content::Value(kind));
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
        self.prefixes.leave(self.open.len());
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
            .map(|open| open.id)
            .unwrap_or_default();
        self.faults.push(Fault {
            kind: FaultKind::MissingChild,
            line,
            element: element.to_owned(),
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
            element: own.id.to_owned(),
            tag: own.tag.to_owned(),
            name: name.to_owned(),
            value: value.to_owned(),
        });
    }
}
