//! The tables of the standard (`standard.txt`), read once.

use super::values::Value;
use crate::bpmn::namespace::Vocabulary;
use crate::domain::ids::{IdMap, IdSet};
use std::sync::LazyLock;

/// A name with its vocabulary.
pub type Name = (Vocabulary, &'static str);

/// What an element contains.
#[derive(Debug, Clone, Copy)]
pub enum Content {
    /// Attributes and children of a type (index into `Standard::types`).
    Type(usize),
    /// Only a value.
    Value(&'static Value),
}

/// What may stand at a place.
#[derive(Debug, Clone, Copy)]
pub enum What {
    /// An element, or one that stands for it (index into `Standard::elements`).
    Global(usize),
    /// An element known only here.
    Local(Name, Content),
    /// Elements of other vocabularies; `any`: of this one too; `known`: only such as are declared.
    Foreign { any: bool, known: bool, own: Vocabulary },
}

/// A place for children.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// What stands there.
    pub what: What,
    /// How often at least.
    pub least: u32,
    /// How often at most.
    pub most: u32,
    /// Which of several alternatives it belongs to; 0: to all.
    pub branch: u8,
}

/// An attribute.
#[derive(Debug, Clone, Copy)]
pub struct Attribute {
    /// Name without prefix.
    pub name: &'static str,
    /// Its values.
    pub value: &'static Value,
    /// It has to be there.
    pub required: bool,
}

/// A type with all that it takes over from its base.
#[derive(Debug, Default)]
pub struct Type {
    /// Its name.
    pub name: &'static str,
    /// The type it extends.
    pub base: Option<usize>,
    /// No element may have it.
    pub is_abstract: bool,
    /// Text may stand between the children.
    pub mixed: bool,
    /// Attributes.
    pub attributes: Vec<Attribute>,
    /// Attributes of other vocabularies may stand there.
    pub open: bool,
    /// Children in their order.
    pub places: Vec<Place>,
}

/// An element.
#[derive(Debug)]
pub struct Declared {
    /// Its name.
    pub name: Name,
    /// What it contains.
    pub content: Content,
    /// Elements it may stand for, itself first.
    pub heads: Vec<usize>,
    /// It never stands itself.
    pub is_abstract: bool,
}

/// The tables.
pub struct Standard {
    /// Elements.
    pub elements: Vec<Declared>,
    /// Types.
    pub types: Vec<Type>,
    names: IdMap<Name, usize>,
    type_names: IdMap<&'static str, usize>,
    locals: IdSet<Name>,
}

static STANDARD: LazyLock<Standard> = LazyLock::new(|| Standard::parse(include_str!("standard.txt")));

/// The tables of BPMN 2.0.
pub fn standard() -> &'static Standard {
    &STANDARD
}

impl Standard {
    /// The element of this name.
    pub fn element(&self, space: Vocabulary, local: &str) -> Option<usize> {
        // The key is looked up by its text, which lives shorter than the table.
        self.names.get(&(space, local) as &(Vocabulary, &str)).copied()
    }

    /// True if some type has an element of this name inside of it.
    pub fn is_local(&self, space: Option<Vocabulary>, local: &str) -> bool {
        space.is_some_and(|space| self.locals.contains(&(space, local) as &(Vocabulary, &str)))
    }

    /// The type of this name (`tFormalExpression`).
    pub fn type_named(&self, name: &str) -> Option<usize> {
        self.type_names.get(name).copied()
    }

    /// True if the type is `ancestor` or extends it.
    pub fn is_a(&self, mut at: usize, ancestor: &str) -> bool {
        // Bases stand before what extends them or end in `None`; the table has no circle (tested).
        loop {
            match self.types.get(at) {
                Some(found) if found.name == ancestor => return true,
                Some(Type { base: Some(base), .. }) => at = *base,
                _ => return false,
            }
        }
    }

    fn parse(text: &'static str) -> Standard {
        let lines = || text.lines().map(str::trim);
        let mut standard = Standard {
            elements: Vec::new(),
            types: Vec::new(),
            names: IdMap::default(),
            type_names: IdMap::default(),
            locals: IdSet::default(),
        };
        for line in lines().filter_map(|line| line.strip_prefix("type ")) {
            let name = line.split_whitespace().next().unwrap_or_default();
            standard.type_names.insert(name, standard.types.len());
            standard.types.push(Type {
                name,
                ..Type::default()
            });
        }
        let mut heads: Vec<&str> = Vec::new();
        for line in lines().filter_map(|line| line.strip_prefix("element ")) {
            let mut words = line.split_whitespace();
            let name = split(words.next().unwrap_or_default());
            let content = standard.content(words.next().unwrap_or_default());
            let rest: Vec<&str> = words.collect();
            let head = match rest.as_slice() {
                ["in", head, ..] => head,
                _ => "",
            };
            let index = standard.elements.len();
            standard.names.insert(name, index);
            heads.push(head);
            standard.elements.push(Declared {
                name,
                content,
                heads: vec![index],
                is_abstract: rest.contains(&"abstract"),
            });
        }
        for index in 0..standard.elements.len() {
            let mut found = vec![index];
            let mut at = index;
            while let Some(next) = heads
                .get(at)
                .filter(|head| !head.is_empty())
                .and_then(|head| standard.names.get(&split(head)))
                .filter(|next| !found.contains(next))
            {
                found.push(*next);
                at = *next;
            }
            if let Some(element) = standard.elements.get_mut(index) {
                element.heads = found;
            }
        }
        let definitions: Vec<&str> = lines().filter_map(|line| line.strip_prefix("type ")).collect();
        for (index, line) in definitions.iter().enumerate() {
            let own = standard.own(line);
            if let Some(found) = standard.types.get_mut(index) {
                *found = own;
            }
        }
        standard.inherit();
        let places = standard.types.iter().flat_map(|found| &found.places);
        standard.locals = places
            .filter_map(|place| match place.what {
                What::Local(name, _) => Some(name),
                _ => None,
            })
            .collect();
        standard
    }

    /// Gives each type what its bases have, bases first.
    fn inherit(&mut self) {
        let count = self.types.len();
        let mut done = vec![false; count];
        for start in 0..count {
            let mut chain = vec![start];
            while let Some(base) = chain
                .last()
                .and_then(|at| self.types.get(*at)?.base)
                .filter(|base| !chain.contains(base))
            {
                chain.push(base);
            }
            for at in chain.into_iter().rev() {
                if done.get(at).copied().unwrap_or(true) {
                    continue;
                }
                let base = self.types.get(at).and_then(|found| found.base);
                let inherited = base.and_then(|base| self.types.get(base)).map(|base| {
                    (
                        base.attributes.clone(),
                        base.places.clone(),
                        base.open,
                        base.mixed,
                    )
                });
                if let (Some((attributes, places, open, mixed)), Some(found)) =
                    (inherited, self.types.get_mut(at))
                {
                    found.attributes.splice(0..0, attributes);
                    found.places.splice(0..0, places);
                    found.open |= open;
                    found.mixed |= mixed;
                }
                if let Some(flag) = done.get_mut(at) {
                    *flag = true;
                }
            }
        }
    }

    /// A type without what its base has.
    fn own(&self, line: &'static str) -> Type {
        let mut parts = line.split(" |");
        let head: Vec<&'static str> = parts.next().unwrap_or_default().split_whitespace().collect();
        let name = head.first().copied().unwrap_or_default();
        let base = head
            .iter()
            .position(|word| *word == "<")
            .and_then(|at| head.get(at + 1))
            .and_then(|base| self.type_named(base));
        let attributes = bracketed(parts.next().unwrap_or_default());
        let children = parts.next().unwrap_or_default();
        let branching = children.contains(" / ");
        let places = children.split(" / ").enumerate().flat_map(|(branch, words)| {
            let branch = if branching {
                u8::try_from(branch + 1).unwrap_or(u8::MAX)
            } else {
                0
            };
            words
                .split_whitespace()
                .filter_map(move |word| self.place(word, name, branch))
        });
        Type {
            name,
            base,
            is_abstract: head.contains(&"abstract"),
            mixed: head.contains(&"mixed"),
            open: attributes.contains(&"*"),
            attributes: attributes.into_iter().filter_map(attribute).collect(),
            places: places.collect(),
        }
    }

    fn content(&self, text: &'static str) -> Content {
        match self.type_named(text) {
            Some(found) => Content::Type(found),
            None => Content::Value(Value::leak(text)),
        }
    }

    fn place(&self, word: &'static str, around: &'static str, branch: u8) -> Option<Place> {
        let (word, least, most) = occurrence(word);
        let (name, content) = match word.split_once('=') {
            Some((name, content)) => (name, Some(content)),
            None => (word, None),
        };
        let own = split(around).0;
        let what = match (name.strip_prefix('~'), name.strip_prefix('!'), content) {
            (Some(which), _, _) => What::Foreign {
                any: which == "any",
                known: false,
                own,
            },
            (_, Some(_), _) => What::Foreign {
                any: false,
                known: true,
                own,
            },
            (_, _, Some(content)) => What::Local(split(name), self.content(content)),
            _ => What::Global(*self.names.get(&split(name))?),
        };
        Some(Place {
            what,
            least,
            most,
            branch,
        })
    }
}

/// `?`, `*`, `+`, `{2-}` behind a name.
fn occurrence(word: &'static str) -> (&'static str, u32, u32) {
    if let Some((name, range)) = word.split_once('{') {
        let (least, most) = range.trim_end_matches('}').split_once('-').unwrap_or((range, ""));
        return (name, least.parse().unwrap_or(1), most.parse().unwrap_or(u32::MAX));
    }
    match word.char_indices().last() {
        Some((at, '?')) => (word.get(..at).unwrap_or(word), 0, 1),
        Some((at, '*')) => (word.get(..at).unwrap_or(word), 0, u32::MAX),
        Some((at, '+')) => (word.get(..at).unwrap_or(word), 1, u32::MAX),
        _ => (word, 1, 1),
    }
}

/// `name=KIND`, `name!=KIND`.
fn attribute(word: &'static str) -> Option<Attribute> {
    let (name, value) = word.split_once('=')?;
    Some(Attribute {
        name: name.trim_end_matches('!'),
        value: Value::leak(value),
        required: name.ends_with('!'),
    })
}

/// Words, with blanks inside square brackets kept.
fn bracketed(text: &'static str) -> Vec<&'static str> {
    let (mut words, mut from, mut inside) = (Vec::new(), 0, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '[' => inside = true,
            ']' => inside = false,
            ' ' if !inside => {
                words.extend(text.get(from..at).filter(|word| !word.is_empty()));
                from = at + 1;
            }
            _ => {}
        }
    }
    words.extend(text.get(from..).filter(|word| !word.is_empty()));
    words
}

/// A name of the table: no prefix is BPMN.
fn split(name: &'static str) -> Name {
    match name.split_once(':') {
        Some(("bpmndi", local)) => (Vocabulary::Drawing, local),
        Some(("di", local)) => (Vocabulary::Di, local),
        Some(("dc", local)) => (Vocabulary::Dc, local),
        _ => (Vocabulary::Model, name),
    }
}
