//! Where in the text a change belongs: one pass with namespaces, up to the end of the element.

use crate::bpmn::diagram::Element;
use crate::bpmn::markup::{self, Attr};
use crate::bpmn::namespace::{Namespaces, OWN, Space};
use quick_xml::events::Event;
use std::collections::BTreeSet;
use std::ops::Range;

/// An `extensionElements` element.
#[derive(Debug)]
pub struct Extension {
    /// Its start tag.
    pub start_tag: Range<usize>,
    /// All of it.
    pub whole: Range<usize>,
    /// Written as one empty tag.
    pub empty: bool,
}

/// An annotation of ours that is already there.
#[derive(Debug)]
pub struct KnownFact {
    /// Local name.
    pub local: String,
    /// Its start tag.
    pub start_tag: Range<usize>,
}

/// The surroundings of an element.
#[derive(Debug, Default)]
pub struct Place {
    /// Start tag of `definitions`.
    pub root_tag: Range<usize>,
    /// Prefix of the element itself, so of its `extensionElements` too.
    pub element_prefix: String,
    /// Prefix of our namespace in scope inside the element.
    pub own_prefix: Option<String>,
    /// Its `extensionElements`.
    pub extension: Option<Extension>,
    /// Our annotations in there, in document order.
    pub facts: Vec<KnownFact>,
    /// Where `extensionElements` would have to stand: behind the documentation.
    pub insert_at: usize,
    /// Content of the `text` child.
    pub body: Option<Range<usize>>,
    /// All prefixes that are declared up to here.
    prefixes: BTreeSet<String>,
}

struct Walk<'t> {
    text: &'t str,
    names: Namespaces<'t>,
    /// Prefixes of our namespace, with the depth of their declaration.
    own: Vec<(&'t str, usize)>,
    attributes: Vec<Attr<'t>>,
    depth: usize,
    /// Depth of the element we look for, while we are in it.
    inside: Option<usize>,
}

impl Place {
    /// Finds the place of an element the reader found in this text.
    pub fn find(text: &str, element: &Element) -> Place {
        let mut place = Place {
            insert_at: element.start_tag.end,
            ..Place::default()
        };
        let mut walk = Walk {
            text,
            names: Namespaces::default(),
            own: Vec::new(),
            attributes: Vec::new(),
            depth: 0,
            inside: None,
        };
        let mut reader = markup::pass(text);
        let offset = |position: u64| usize::try_from(position).unwrap_or(usize::MAX);
        loop {
            let from = offset(reader.buffer_position());
            let Ok(event) = reader.read_event() else { break };
            let span = from..offset(reader.buffer_position());
            match event {
                Event::Start(_) => walk.open(&mut place, element, span, false),
                Event::Empty(_) => {
                    walk.open(&mut place, element, span.clone(), true);
                    walk.close(&mut place, &span);
                }
                Event::End(_) => walk.close(&mut place, &span),
                Event::Eof => break,
                _ => {}
            }
            // What stands behind the root is not read, so nothing is to be done there.
            if walk.depth == 0 && !place.root_tag.is_empty() {
                break;
            }
        }
        place
    }

    /// A prefix for our namespace that means nothing else anywhere in the file.
    pub fn free_prefix(&self) -> String {
        let numbered = (1..).map(|number| format!("pr{number}"));
        std::iter::once("pr".to_owned())
            .chain(numbered)
            .find(|prefix| !self.prefixes.contains(prefix))
            .unwrap_or_default()
    }
}

impl<'t> Walk<'t> {
    fn open(&mut self, place: &mut Place, element: &Element, span: Range<usize>, empty: bool) {
        self.depth += 1;
        let tag = self.text.get(span.start + 1..span.end).unwrap_or_default();
        let tag = tag
            .strip_suffix("/>")
            .or_else(|| tag.strip_suffix('>'))
            .unwrap_or(tag);
        let length = tag
            .find(|letter: char| letter.is_ascii_whitespace())
            .unwrap_or(tag.len());
        let (name, content) = tag.split_at_checked(length).unwrap_or((tag, ""));
        markup::attributes(content, usize::MAX, &mut self.attributes).ok();
        for attr in &self.attributes {
            let prefix = match (attr.prefix, attr.local) {
                ("", "xmlns") => "",
                ("xmlns", prefix) => prefix,
                _ => continue,
            };
            self.names.declare(prefix, attr.raw, self.depth);
            place.prefixes.insert(prefix.to_owned());
            if attr.raw == OWN {
                self.own.push((prefix, self.depth));
            }
        }
        let (prefix, local) = markup::split_name(name);
        if !place.prefixes.contains(prefix) {
            place.prefixes.insert(prefix.to_owned());
        }
        if self.depth == 1 {
            place.root_tag = span.clone();
        }
        if span.start == element.start_tag.start {
            self.inside = Some(self.depth);
            place.element_prefix = prefix.to_owned();
            place.own_prefix = self.own_prefix();
            return;
        }
        let Some(inside) = self.inside else { return };
        let space = self.names.space(prefix).unwrap_or(Space::Unbound);
        if self.depth == inside + 1 && space.is_bpmn() {
            match local {
                "extensionElements" if place.extension.is_none() => {
                    place.own_prefix = self.own_prefix();
                    place.extension = Some(Extension {
                        start_tag: span.clone(),
                        whole: span,
                        empty,
                    });
                }
                "text" if !empty && place.body.is_none() => place.body = Some(span.end..span.end),
                _ => {}
            }
        } else if self.depth == inside + 2 && space == Space::Own {
            let in_extension = place
                .extension
                .as_ref()
                .is_some_and(|known| known.whole.end <= span.start);
            if in_extension {
                place.facts.push(KnownFact {
                    local: local.to_owned(),
                    start_tag: span,
                });
            }
        }
    }

    /// The innermost prefix of our namespace that still means it.
    fn own_prefix(&self) -> Option<String> {
        let mut known = self.own.iter().rev().map(|(prefix, _)| *prefix);
        known
            .find(|prefix| self.names.space(prefix) == Some(Space::Own))
            .map(str::to_owned)
    }

    fn close(&mut self, place: &mut Place, span: &Range<usize>) {
        if let Some(inside) = self.inside
            && self.depth == inside + 1
        {
            let tag = self.text.get(span.clone()).unwrap_or_default();
            let name = tag.trim_start_matches(['<', '/']);
            let end = name.find(|letter: char| letter.is_ascii_whitespace() || matches!(letter, '>' | '/'));
            let (_, local) = markup::split_name(name.get(..end.unwrap_or(name.len())).unwrap_or_default());
            match local {
                "documentation" if place.extension.is_none() => place.insert_at = span.end,
                "extensionElements" => {
                    // Only the first one was noted; a second one would begin behind it.
                    if let Some(extension) = &mut place.extension
                        && extension.whole == extension.start_tag
                        && !extension.empty
                    {
                        extension.whole.end = span.end;
                    }
                }
                "text" => {
                    if let Some(body) = &mut place.body
                        && body.start == body.end
                        && body.start <= span.start
                    {
                        body.end = span.start;
                    }
                }
                _ => {}
            }
        }
        if self.inside == Some(self.depth) {
            self.inside = None;
        }
        self.names.leave(self.depth);
        while self.own.last().is_some_and(|(_, depth)| *depth >= self.depth) {
            self.own.pop();
        }
        self.depth = self.depth.saturating_sub(1);
    }
}
