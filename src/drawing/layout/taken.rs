//! Where ways run already, by place and kind, so that the next one sees what it would cross.

use super::route::{Kind, Spot, Wire};
use super::sheet::{Level, Sheet};
use crate::domain::ids::IdMap;

/// So many places are noted at a time; on larger sheets the further ways do not see each other.
const MOST: usize = 5_000_000;
/// So many ways are noted per place of a line; one more makes no difference to the price of joining them.
const CROWD: usize = 64;

/// Ways by place and kind.
#[derive(Default)]
pub(super) struct Taken {
    /// Ways that pass along a level.
    pub level: IdMap<Spot, [u32; 3]>,
    /// Ways that pass upright.
    pub upright: IdMap<Spot, [u32; 3]>,
    /// Ways that turn.
    pub bends: IdMap<Spot, [u32; 3]>,
    /// Ends of the ways along a step of a row.
    pub rows: IdMap<Spot, Vec<[usize; 2]>>,
    /// How many associations of a source run along a step: its lower end, and whether it is level.
    pub things: IdMap<(Spot, bool, usize), u32>,
    /// Over how many places each way that is noted runs, by its number.
    noted: IdMap<usize, usize>,
    held: usize,
}

impl Taken {
    /// Notes where a way runs, unless too much is noted already.
    pub fn take(&mut self, sheet: &Sheet, number: usize, wire: &Wire, corners: &[Spot]) {
        if self.held <= MOST {
            let places = self.mark(sheet, wire, corners, true);
            self.noted.insert(number, places);
            self.held += places;
        }
    }

    /// Takes the note of a way back.
    pub fn give_back(&mut self, sheet: &Sheet, number: usize, wire: &Wire, corners: &[Spot]) {
        if let Some(places) = self.noted.remove(&number) {
            self.mark(sheet, wire, corners, false);
            self.held -= places;
        }
    }

    /// Changes the notes of a way. Returns over how many places it runs.
    fn mark(&mut self, sheet: &Sheet, wire: &Wire, corners: &[Spot], add: bool) -> usize {
        let way = full(corners);
        let kind = wire.kind as usize;
        let change = |map: &mut IdMap<Spot, [u32; 3]>, spot: Spot| {
            if let Some(held) = map.entry(spot).or_default().get_mut(kind) {
                *held = if add { *held + 1 } else { held.saturating_sub(1) };
            }
        };
        for three in way.windows(3) {
            let [a, b, c] = three else { continue };
            match (a.1 == b.1, b.1 == c.1) {
                (true, true) => change(&mut self.level, *b),
                (false, false) => change(&mut self.upright, *b),
                _ => change(&mut self.bends, *b),
            }
        }
        for two in way.windows(2) {
            let [a, b] = two else { continue };
            if wire.kind == Kind::Thing {
                let step = (*a.min(b), a.1 == b.1, wire.nets[0]);
                let held = self.things.entry(step).or_default();
                *held = if add { *held + 1 } else { held.saturating_sub(1) };
            }
            if a.1 == b.1 && sheet.levels.get(a.1) == Some(&Level::Row) {
                let held = self.rows.entry((a.0.min(b.0), a.1)).or_default();
                if !add {
                    if let Some(at) = held.iter().position(|nets| *nets == wire.nets) {
                        held.remove(at);
                    }
                } else if held.len() < CROWD {
                    held.push(wire.nets);
                }
            }
        }
        way.len()
    }
}

/// All spots on the way from corner to corner.
fn full(corners: &[Spot]) -> Vec<Spot> {
    let mut way: Vec<Spot> = Vec::new();
    for spot in corners {
        while let Some(last) = way.last().copied()
            && last != *spot
        {
            let toward = |from: usize, to: usize| match from.cmp(&to) {
                std::cmp::Ordering::Less => from + 1,
                std::cmp::Ordering::Equal => from,
                std::cmp::Ordering::Greater => from - 1,
            };
            let next = if last.0 == spot.0 {
                (last.0, toward(last.1, spot.1))
            } else {
                (toward(last.0, spot.0), last.1)
            };
            way.push(next);
        }
        if way.is_empty() {
            way.push(*spot);
        }
    }
    way
}
