//! Information objects of a graph and what is known of their carriers by name (analysis.md 1.2).

use super::families::{Family, family, is_information};
use crate::analysis::wording::{Noun, same_head};
use crate::domain::carrier::Carrier;

/// Where an object comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Drawn data object.
    Data,
    /// Drawn data store.
    Store,
    /// Named in a label.
    Label,
    /// The case of a pool.
    Case,
    /// What was said in a pool.
    Heard,
}

/// An information object.
#[derive(Debug, Clone)]
pub struct Object {
    /// As the model writes it.
    pub name: String,
    /// Folded stem of its head.
    pub stem: String,
    /// Process it belongs to.
    pub process: usize,
    /// Where it comes from.
    pub origin: Origin,
    /// The carrier its own name states.
    pub stated: Option<Carrier>,
    /// True once some step has put it on paper.
    pub paper: bool,
    /// True once some step has printed or posted it.
    pub outgoing: bool,
    /// True once some step has put it anywhere.
    pub written: bool,
}

/// All objects, in the order they were met.
#[derive(Debug, Default)]
pub struct Objects(pub Vec<Object>);

impl Objects {
    /// Adds an object.
    pub fn add(&mut self, name: &str, stem: &str, process: usize, origin: Origin) -> usize {
        self.0.push(Object {
            name: name.to_owned(),
            stem: stem.to_owned(),
            process,
            origin,
            stated: None,
            paper: false,
            outgoing: false,
            written: false,
        });
        self.0.len() - 1
    }

    /// The object.
    pub fn get(&self, at: usize) -> Option<&Object> {
        self.0.get(at)
    }

    /// True once some step has put it on paper.
    pub fn is_paper(&self, at: usize) -> bool {
        self.get(at).is_some_and(|object| object.paper)
    }

    /// Notes that a step put it somewhere.
    pub fn mark(&mut self, at: usize, paper: bool) {
        if let Some(object) = self.0.get_mut(at) {
            object.written = true;
            object.paper = paper;
        }
    }

    /// Notes that it was printed or posted.
    pub fn goes_out(&mut self, at: usize) {
        if let Some(object) = self.0.get_mut(at) {
            object.outgoing = true;
        }
    }

    /// The newest thing of a process that was printed or signed to go out, and whose name fits.
    pub fn waiting(&self, process: usize, fits: impl Fn(&str) -> bool) -> Option<usize> {
        self.0.iter().rposition(|object| {
            object.process == process && object.paper && object.outgoing && fits(&object.stem)
        })
    }

    /// Notes that it is on paper now.
    pub fn on_paper(&mut self, at: usize) {
        if let Some(object) = self.0.get_mut(at) {
            object.paper = true;
            object.written = true;
        }
    }

    /// The case of a process, or what was heard in it.
    pub fn default_object(&mut self, process: usize, origin: Origin, name: &str) -> usize {
        match self
            .0
            .iter()
            .position(|object| object.process == process && object.origin == origin)
        {
            Some(at) => at,
            None => self.add(name, "", process, origin),
        }
    }

    /// Identity rules 4 and 5 for a noun of a label: a drawn object with the same head, an earlier noun with the
    /// same head, the case for its family, else an object of its own. `None` for words that name no information.
    /// Where several fit, one that is on paper or not as `paper` wants it.
    pub fn of_noun(
        &mut self,
        process: usize,
        noun: &Noun,
        case: usize,
        paper: Option<bool>,
    ) -> Option<usize> {
        let fits = |object: &Object| {
            object.process == process
                && matches!(object.origin, Origin::Data | Origin::Label)
                && same_head(&object.stem, &noun.stem)
        };
        let wanted = |object: &Object| match (paper, &object.stated) {
            (None, _) => true,
            (Some(paper), Some(stated)) => paper == (*stated == Carrier::Paper),
            (Some(paper), None) => paper == object.paper,
        };
        let known = self
            .0
            .iter()
            .position(|object| fits(object) && wanted(object))
            .or_else(|| self.0.iter().position(fits));
        if known.is_some() {
            return known;
        }
        if !is_information(noun) {
            return None;
        }
        match family(noun) {
            Some(Family::Holder) => None,
            Some(Family::In) => Some(case),
            Some(Family::Out) | None => Some(self.add(&noun.raw, &noun.stem, process, Origin::Label)),
        }
    }
}
