//! Namespaces of a file: which prefix means which vocabulary, at every point, without recursion.

use std::collections::HashSet;

/// The BPMN model namespace.
pub const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
/// The namespace of our own annotations (design.md 2.3).
pub const OWN: &str = "urn:prozessregister:bpmn:1";
const DRAWING: &str = "http://www.omg.org/spec/BPMN/20100524/DI";
const DC: &str = "http://www.omg.org/spec/DD/20100524/DC";
const DI: &str = "http://www.omg.org/spec/DD/20100524/DI";
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// A vocabulary we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// BPMN model elements.
    Model,
    /// BPMN diagrams (DI), DD's `DC` and `DI`.
    Drawing,
    /// Our own annotations.
    Own,
    /// bpmn.io colours (`fill`, `stroke`).
    BpmnIoColour,
    /// BPMN in Color (`background-color`, `border-color`).
    Colour,
    /// Anything else that is declared.
    Other,
    /// No namespace: unprefixed without default namespace, or an undeclared prefix.
    Unbound,
}

impl Space {
    /// The vocabulary of an address; other spellings and versions of the OMG addresses count as the same.
    /// The second value is true where the spelling is the standard's own.
    pub fn of(address: &str) -> (Space, bool) {
        match address {
            MODEL => (Space::Model, true),
            DRAWING | DC | DI => (Space::Drawing, true),
            OWN => (Space::Own, true),
            "http://bpmn.io/schema/bpmn/biocolor/1.0" => (Space::BpmnIoColour, true),
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0" => (Space::Colour, true),
            "" => (Space::Unbound, true),
            _ => Space::similar(address),
        }
    }

    fn similar(address: &str) -> (Space, bool) {
        let lower = address.trim().to_ascii_lowercase();
        let omg = lower.contains("omg.org");
        if !omg || lower.contains("non-normative") {
            return (Space::Other, true);
        }
        if lower.contains("bpmn") && lower.ends_with("/di") {
            (Space::Drawing, false)
        } else if lower.contains("bpmn") {
            (Space::Model, false)
        } else if lower.contains("/dd/") && (lower.ends_with("/dc") || lower.ends_with("/di")) {
            (Space::Drawing, false)
        } else {
            (Space::Other, true)
        }
    }

    /// True for elements that belong to the diagram itself, declared or (leniently) undeclared.
    pub fn is_bpmn(self) -> bool {
        matches!(self, Space::Model | Space::Drawing | Space::Unbound)
    }
}

/// What a prefix means to the letter, as the check of the markup needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A vocabulary of the standard.
    Standard(Vocabulary),
    /// That of `xsi:type`.
    Instance,
    /// Another one.
    Foreign,
    /// None: no prefix, and no default.
    Nothing,
    /// It was never declared.
    Undeclared,
}

/// Vocabularies of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vocabulary {
    /// BPMN model.
    Model,
    /// BPMN drawings.
    Drawing,
    /// Diagram interchange.
    Di,
    /// Points, bounds, fonts.
    Dc,
}

impl Meaning {
    fn of(address: &str) -> Meaning {
        match address {
            MODEL => Meaning::Standard(Vocabulary::Model),
            DRAWING => Meaning::Standard(Vocabulary::Drawing),
            DI => Meaning::Standard(Vocabulary::Di),
            DC => Meaning::Standard(Vocabulary::Dc),
            INSTANCE => Meaning::Instance,
            "" => Meaning::Nothing,
            _ => Meaning::Foreign,
        }
    }

    /// The vocabulary, if it is one of the standard's.
    pub fn vocabulary(self) -> Option<Vocabulary> {
        match self {
            Meaning::Standard(vocabulary) => Some(vocabulary),
            _ => None,
        }
    }
}

#[derive(Debug)]
struct Binding<'t> {
    prefix: &'t str,
    space: Space,
    meaning: Meaning,
    depth: usize,
}

/// The declarations in scope, innermost last.
#[derive(Debug, Default)]
pub struct Namespaces<'t> {
    bindings: Vec<Binding<'t>>,
    seen: HashSet<(&'t str, &'t str)>,
}

impl<'t> Namespaces<'t> {
    /// Declares a prefix (`""`: the default) for the element at this depth. Returns the vocabulary and whether its spelling is standard.
    pub fn declare(&mut self, prefix: &'t str, address: &'t str, depth: usize) -> (Space, bool) {
        let (space, standard) = Space::of(address);
        // Written twice in one tag, the first one counts.
        let here = self
            .bindings
            .iter()
            .rev()
            .take_while(|binding| binding.depth == depth);
        if here.into_iter().any(|binding| binding.prefix == prefix) {
            return (space, true);
        }
        self.bindings.push(Binding {
            prefix,
            space,
            meaning: Meaning::of(address),
            depth,
        });
        let first = self.seen.insert((prefix, address));
        (space, standard || !first)
    }

    /// How many different declarations the file has made so far.
    pub fn count(&self) -> usize {
        self.seen.len()
    }

    /// How many declarations hold at this place, also those that an inner one hides.
    pub fn in_force(&self) -> usize {
        self.bindings.len()
    }

    /// Forgets the declarations of the element at this depth.
    pub fn leave(&mut self, depth: usize) {
        while self.bindings.last().is_some_and(|binding| binding.depth >= depth) {
            self.bindings.pop();
        }
    }

    /// The vocabulary of a prefix; `None`: never declared.
    pub fn space(&self, prefix: &str) -> Option<Space> {
        self.binding(prefix).map(|binding| binding.space)
    }

    /// What a prefix means to the letter; `""`: the default of elements.
    pub fn meaning(&self, prefix: &str) -> Meaning {
        match (self.binding(prefix), prefix) {
            (Some(binding), _) => binding.meaning,
            (None, "") => Meaning::Nothing,
            (None, "xml") => Meaning::Foreign,
            (None, _) => Meaning::Undeclared,
        }
    }

    fn binding(&self, prefix: &str) -> Option<&Binding<'t>> {
        self.bindings
            .iter()
            .rev()
            .find(|binding| binding.prefix == prefix)
    }
}
