//! The tags of a file one after the other, as the scan meets them. No recursion: open elements are kept on a stack.

use super::content::{self, Child, Fit, Inside, Progress};
use super::references::{self, Ids, Owner, Reference};
use super::standard::{Content, Place, Standard, Type, What, standard};
use super::values::{self, Value};
use super::{Fault, FaultKind};
use crate::bpmn::markup::{self, Attr};
use crate::bpmn::namespace::{Meaning, Namespaces, Vocabulary};
use crate::bpmn::odd::ID_BYTES;
use crate::bpmn::start::Start;
use std::borrow::Cow;
use std::collections::hash_map::Entry;

/// More faults than this are not collected.
const MOST: usize = 1_000;

/// About how long the text of an element with an id is. Only sets how much room lists get at the start.
const BYTES_PER_ID: usize = 256;

/// An open element.
struct Open<'t> {
    inside: Inside,
    progress: Progress,
    tag: &'t str,
    local: &'t str,
    line: u32,
    /// Its id, or that of the next element around it with one.
    id: &'t str,
    /// Its place among the owners of references that have to wait.
    owner: Option<u32>,
    /// Text of elements that are only a value.
    text: Cow<'t, str>,
    stray: bool,
}

/// What is wrong with the markup of a text, found while it is read.
pub struct Walk<'t> {
    standard: &'static Standard,
    open: Vec<Open<'t>>,
    ids: Ids<'t>,
    owners: Vec<Owner<'t>>,
    references: Vec<Reference<'t>>,
    faults: Vec<Fault>,
    imports: bool,
}

impl<'t> Walk<'t> {
    /// Nothing seen yet of a text of this length.
    pub fn new(bytes: usize) -> Walk<'t> {
        let expected = bytes / BYTES_PER_ID;
        let mut ids = Ids::default();
        ids.reserve(expected);
        Walk {
            standard: standard(),
            open: Vec::new(),
            ids,
            owners: Vec::new(),
            references: Vec::with_capacity(expected),
            faults: Vec::new(),
            imports: false,
        }
    }

    /// All faults, in the order of their lines.
    pub fn finish(self) -> Vec<Fault> {
        let found = references::check(self.references, &self.owners, &self.ids, self.imports);
        let mut faults = self.faults;
        faults.extend(found.take(MOST));
        faults.sort_by_key(|fault| fault.line);
        faults.truncate(MOST);
        faults
    }

    /// The XML declaration, without its brackets.
    pub fn declaration(&mut self, content: &str, line: u32) {
        if !values::is_declaration(content) {
            self.push(Fault {
                kind: FaultKind::Declaration,
                line,
                element: String::new(),
                tag: "xml".to_owned(),
                name: String::new(),
                value: String::new(),
            });
        }
    }

    /// A start tag.
    pub fn start(&mut self, start: &Start<'_, 't>) {
        let id = start
            .attributes
            .iter()
            .find(|attr| attr.prefix.is_empty() && attr.local == "id")
            .map(|attr| attr.raw.trim())
            .filter(|id| !id.is_empty() && id.len() <= ID_BYTES)
            .or_else(|| self.open.last().map(|around| around.id))
            .unwrap_or_default();
        self.open.push(Open {
            inside: Inside::Free,
            progress: Progress::default(),
            tag: start.name,
            local: start.local,
            line: start.line,
            id,
            owner: None,
            text: Cow::Borrowed(""),
            stray: false,
        });
        let (prefix, local) = markup::split_name(start.name);
        let meaning = start.names.meaning(prefix);
        if meaning == Meaning::Undeclared {
            self.fault(FaultKind::UndeclaredPrefix, "", prefix);
        }
        let space = meaning.vocabulary();
        let child = Child {
            space,
            bound: meaning != Meaning::Nothing,
            local,
            declared: space.and_then(|space| self.standard.element(space, local)),
        };
        let mut inside = self.place(&child);
        if space == Some(Vocabulary::Model) && local == "import" {
            self.imports = true;
        }
        if let Inside::Known(content) = inside {
            inside = Inside::Known(self.attributes(start, space, content));
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
            if child.space != Some(Vocabulary::Model) || child.local != "definitions" {
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
    fn attributes(&mut self, start: &Start<'_, 't>, space: Option<Vocabulary>, content: Content) -> Content {
        let standard = self.standard;
        let special = stated_type(start).and_then(|local| standard.type_named(local));
        let content = special.map_or(content, Content::Type);
        let found = match content {
            Content::Type(index) => standard.types.get(index),
            Content::Value(_) => None,
        };
        if found.is_some_and(|found| found.is_abstract) {
            self.fault(FaultKind::UnknownElement, "", "");
        }
        let known: &[_] = found.map_or(&[], |found| &found.attributes);
        for attr in start.attributes {
            match (attr.prefix, attr.local) {
                ("xmlns", _) | ("", "xmlns") => {}
                ("", local) => match known.iter().find(|known| known.name == local) {
                    Some(known) => {
                        self.value(
                            known.name,
                            known.value,
                            markup::value(attr.raw),
                            content,
                            start.names,
                        );
                    }
                    None => self.fault(FaultKind::UnknownAttribute, local, ""),
                },
                (prefix, local) => match start.names.meaning(prefix) {
                    Meaning::Instance => {}
                    Meaning::Undeclared => self.fault(FaultKind::UndeclaredPrefix, "", prefix),
                    meaning => {
                        let open = found.is_some_and(|found| found.open);
                        if !open || meaning.vocabulary().is_some_and(|own| Some(own) == space) {
                            self.fault(FaultKind::UnknownAttribute, &format!("{prefix}:{local}"), "");
                        }
                    }
                },
            }
        }
        for needed in known.iter().filter(|known| known.required) {
            let stated = |attr: &Attr<'_>| attr.prefix.is_empty() && attr.local == needed.name;
            if !start.attributes.iter().any(stated) {
                self.fault(FaultKind::MissingAttribute, needed.name, "");
            }
        }
        content
    }

    /// Checks a value of the newest element; ids and references are kept.
    fn value(
        &mut self,
        name: &'static str,
        kind: &Value,
        value: Cow<'t, str>,
        content: Content,
        names: &Namespaces<'_>,
    ) {
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
                .is_none_or(|(prefix, _)| names.meaning(prefix) != Meaning::Undeclared)
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
                    free.insert(match content {
                        Content::Type(found) => u32::try_from(found).ok(),
                        Content::Value(_) => None,
                    });
                }
            },
            Value::Reference | Value::Name => self.reference(name, trimmed, *kind == Value::Reference),
            _ => {}
        }
    }

    /// A reference of the newest element, or of the one around it where the newest is itself the reference.
    fn reference(&mut self, name: &'static str, value: Cow<'t, str>, by_id: bool) {
        let Some(own) = self.open.last() else { return };
        let inner = matches!(own.inside, Inside::Known(Content::Value(_)));
        let name = if inner { own.local } else { name };
        let (line, element) = (own.line, own.id);
        let depth = self.open.len() - usize::from(inner);
        let Some(owner) = depth.checked_sub(1).and_then(|at| self.open.get_mut(at)) else {
            return;
        };
        // Most lead back to what has been seen; only the others have to wait for the end.
        let seen = self.ids.get(value.as_ref());
        if seen.is_some_and(|found| references::may_mean(owner.tag, name, *found)) {
            return;
        }
        let known = owner.owner.filter(|_| owner.line == line && owner.id == element);
        let owner = known.unwrap_or_else(|| {
            self.owners.push(Owner {
                tag: owner.tag,
                element,
                line,
            });
            let index = u32::try_from(self.owners.len() - 1).unwrap_or(u32::MAX);
            owner.owner = Some(index);
            index
        });
        self.references.push(Reference {
            owner,
            by_id,
            name,
            value,
        });
    }

    /// Text of the newest element.
    pub fn text(&mut self, text: Cow<'t, str>) {
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

    /// The newest element ends.
    pub fn end(&mut self, names: &Namespaces<'_>) {
        let Some(own) = self.open.last_mut() else { return };
        match own.inside {
            Inside::Free => {}
            Inside::Known(Content::Value(kind)) => {
                let text = std::mem::take(&mut own.text);
                self.value("", kind, text, Content::Value(kind), names);
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
        if self.faults.len() >= MOST {
            return;
        }
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
        self.push(Fault {
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
        // Names may be long, so what is not kept is not copied either.
        let Some(own) = self.open.last().filter(|_| self.faults.len() < MOST) else {
            return;
        };
        let (line, element, tag) = (own.line, own.id.to_owned(), own.tag.to_owned());
        self.push(Fault {
            kind,
            line,
            element,
            tag,
            name: name.to_owned(),
            value: value.to_owned(),
        });
    }

    fn push(&mut self, fault: Fault) {
        if self.faults.len() < MOST {
            self.faults.push(fault);
        }
    }
}

/// The type of the standard that `xsi:type` states.
fn stated_type<'t>(start: &Start<'_, 't>) -> Option<&'t str> {
    let stated = start.attributes.iter().find(|attr| {
        attr.local == "type"
            && !attr.prefix.is_empty()
            && start.names.meaning(attr.prefix) == Meaning::Instance
    })?;
    let (prefix, local) = markup::split_name(stated.raw.trim());
    (start.names.meaning(prefix) == Meaning::Standard(Vocabulary::Model)).then_some(local)
}
