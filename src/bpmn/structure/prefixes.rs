//! Which prefix means which vocabulary at a place of the file.

use super::standard::Space;

const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// What a prefix means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A vocabulary of the standard.
    Standard(Space),
    /// That of `xsi:type`.
    Instance,
    /// Another one.
    Foreign,
    /// None: no prefix, and no default.
    Nothing,
    /// It was never declared.
    Undeclared,
}

impl Meaning {
    fn of(address: &str) -> Meaning {
        match (address, Space::of(address)) {
            (_, Some(space)) => Meaning::Standard(space),
            (INSTANCE, _) => Meaning::Instance,
            ("", _) => Meaning::Nothing,
            _ => Meaning::Foreign,
        }
    }

    /// The vocabulary, if it is one of the standard's.
    pub fn space(self) -> Option<Space> {
        match self {
            Meaning::Standard(space) => Some(space),
            _ => None,
        }
    }
}

/// The declarations in force, innermost last. How many there can be is bounded by the reader.
#[derive(Debug, Default)]
pub struct Prefixes<'t> {
    bindings: Vec<(usize, &'t str, Meaning)>,
}

impl<'t> Prefixes<'t> {
    /// Declares a prefix (`""`: the default) for the element at this depth. Written twice in one tag, the first one counts.
    pub fn declare(&mut self, prefix: &'t str, address: &str, depth: usize) {
        let twice = |binding: &&(usize, &str, Meaning)| binding.1 == prefix;
        let here = self.bindings.iter().rev();
        if here
            .take_while(|binding| binding.0 == depth)
            .find(twice)
            .is_none()
        {
            self.bindings.push((depth, prefix, Meaning::of(address)));
        }
    }

    /// Forgets what the element at this depth has declared.
    pub fn leave(&mut self, depth: usize) {
        while self.bindings.last().is_some_and(|binding| binding.0 >= depth) {
            self.bindings.pop();
        }
    }

    /// What a prefix means; `""`: the default of elements.
    pub fn meaning(&self, prefix: &str) -> Meaning {
        let found = self.bindings.iter().rev().find(|binding| binding.1 == prefix);
        match (found, prefix) {
            (Some(binding), _) => binding.2,
            (None, "") => Meaning::Nothing,
            (None, "xml") => Meaning::Foreign,
            (None, _) => Meaning::Undeclared,
        }
    }
}
