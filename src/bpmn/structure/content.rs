//! Children in their order: which of the places of a type the next child takes.

use super::standard::{Content, Place, Standard, What};
use crate::bpmn::namespace::Vocabulary;

/// How far the children of an element have come.
#[derive(Debug, Clone, Copy, Default)]
pub struct Progress {
    at: usize,
    count: u32,
    branch: u8,
}

/// How a child fits in.
#[derive(Debug, Clone, Copy)]
pub enum Fit {
    /// At its place; this is what it contains.
    Here(Inside),
    /// It belongs here, but earlier.
    Late(Inside),
    /// There are as many of it as may be.
    Full(Inside),
    /// It does not belong here.
    Nowhere,
}

/// What a child contains.
#[derive(Debug, Clone, Copy)]
pub enum Inside {
    /// What the standard says.
    Known(Content),
    /// Nothing that we could check; what is known inside of it is checked.
    Free,
}

/// A child as it stands there.
#[derive(Debug, Clone, Copy)]
pub struct Child<'t> {
    /// Its vocabulary, if it is one of the standard's.
    pub space: Option<Vocabulary>,
    /// True if it has a vocabulary at all.
    pub bound: bool,
    /// Local name.
    pub local: &'t str,
    /// The element of the standard that it is (index into `Standard::elements`).
    pub declared: Option<usize>,
}

impl Child<'_> {
    fn takes(&self, standard: &Standard, place: &Place) -> Option<Inside> {
        let global = self.declared.and_then(|index| standard.elements.get(index));
        match place.what {
            What::Global(head) => {
                let element = global.filter(|element| element.heads.contains(&head))?;
                Some(Inside::Known(element.content))
            }
            What::Local((space, name), content) => {
                (self.space == Some(space) && self.local == name).then_some(Inside::Known(content))
            }
            What::Foreign { any, known, own } => {
                let allowed = any || (self.bound && self.space != Some(own));
                match global {
                    Some(element) if allowed => Some(Inside::Known(element.content)),
                    None if allowed && !known => Some(Inside::Free),
                    _ => None,
                }
            }
        }
    }
}

/// Finds the place of a child and moves on to it. Returns with it the places that were left out on the way although
/// they have to be filled.
pub fn take<'s>(
    standard: &'s Standard,
    places: &'s [Place],
    progress: &mut Progress,
    child: &Child<'_>,
) -> (Fit, Vec<&'s Place>) {
    let at = progress.at;
    let closed = |place: &Place, progress: &Progress| {
        progress.branch != 0 && place.branch != 0 && place.branch != progress.branch
    };
    let mut full = None;
    // Most children stand where the one before them does, or behind it.
    for (index, place) in places.iter().enumerate().skip(at) {
        let Some(inside) = child.takes(standard, place) else {
            continue;
        };
        if (index == at && progress.count >= place.most) || closed(place, progress) {
            full = Some(Fit::Full(inside));
            continue;
        }
        let missing = unfilled(places, *progress, index, place.branch);
        if index == at {
            progress.count = progress.count.saturating_add(1);
        } else {
            progress.at = index;
            progress.count = 1;
        }
        if place.branch != 0 {
            progress.branch = place.branch;
        }
        return (Fit::Here(inside), missing);
    }
    let too_late = || {
        let (place, inside) = places
            .iter()
            .take(at)
            .rev()
            .find_map(|place| Some((place, child.takes(standard, place)?)))?;
        Some(if closed(place, progress) {
            Fit::Full(inside)
        } else {
            Fit::Late(inside)
        })
    };
    (full.or_else(too_late).unwrap_or(Fit::Nowhere), Vec::new())
}

/// The places that have to be filled and are not when the element ends.
pub fn end(places: &[Place], progress: Progress) -> Vec<&Place> {
    // Where no alternative was begun, the last one is taken: it is the one that may be empty.
    let last = places.iter().map(|place| place.branch).max().unwrap_or(0);
    let branch = if progress.branch == 0 {
        last
    } else {
        progress.branch
    };
    unfilled(places, progress, places.len(), branch)
}

fn unfilled(places: &[Place], progress: Progress, until: usize, branch: u8) -> Vec<&Place> {
    let of_branch = |place: &Place| place.branch == 0 || branch == 0 || place.branch == branch;
    places
        .iter()
        .enumerate()
        .take(until)
        .skip(progress.at)
        .filter(|(index, place)| {
            let count = if *index == progress.at { progress.count } else { 0 };
            of_branch(place) && count < place.least
        })
        .map(|(_, place)| place)
        .collect()
}
