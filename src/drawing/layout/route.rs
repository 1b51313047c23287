//! Ways over the grid of a sheet: the cheapest one by length, bends and crossings (A*, Hart, Nilsson, Raphael 1968).
//! A way never enters a taken cell; what shares a line is put side by side later (`tracks`).

use super::sheet::{Level, Sheet};
use super::taken::Taken;
use crate::domain::ids::IdMap;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Prices; only their proportions count.
const ACROSS: u32 = 3;
const DOWN: u32 = 2;
const BEND: u32 = 5;
const CROSSING: u32 = 14;
const MEETING: u32 = 2;
/// Turning where another way passes: half of the turns come to cross it.
const BESIDE: u32 = 6;
/// Two ways on one line of a row could not be told apart.
const SAME_LINE: u32 = 90;
const THROUGH_POOL: u32 = 120;
/// Nobody sends to himself.
const INWARDS: u32 = 250;
/// So many places are looked at for one way, and for all ways of a sheet together; beyond, a way takes the plain route.
const MOST: usize = 20_000;
const MOST_OF_ALL: usize = 2_000_000;
/// With more ways than this each is routed once only.
const AGAIN: usize = 1_500;

/// A line across and a level.
pub(super) type Spot = (usize, usize);

/// Sides of a form, as places in [`Port::sides`].
pub(super) const TOP: usize = 0;
/// Right side.
pub(super) const RIGHT: usize = 1;
/// Lower side.
pub(super) const BOTTOM: usize = 2;
/// Left side.
pub(super) const LEFT: usize = 3;

/// Where a way may meet a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Port {
    /// The cell.
    pub cell: usize,
    /// Price of each side (top, right, bottom, left); `None`: closed.
    pub sides: [Option<u32>; 4],
    /// The place on the upper or lower side is given: distance from the middle of the cell.
    pub fixed: Option<f64>,
    /// Points before the form's border, relative to the middle of the cell, outermost last.
    pub lead: Vec<(f64, f64)>,
}

/// An end of a way.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum End {
    /// At a cell.
    Cell(Port),
    /// At the upper or lower border of a section.
    Pool(usize),
    /// Out of the sheet, with the price of its upper and its lower end.
    Out([u32; 2]),
}

/// What a way stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A sequence flow.
    Flow,
    /// An association, with data or without.
    Thing,
    /// A message flow.
    Message,
}

/// A way to find.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wire {
    /// Source and target.
    pub ends: [End; 2],
    /// Ways with equal numbers may share a line at that end.
    pub nets: [usize; 2],
    /// What it stands for.
    pub kind: Kind,
    /// The section it stays in.
    pub section: Option<usize>,
}

/// Finds a way for each wire: its corners from end to end. Deterministic.
pub(super) fn route(sheet: &Sheet, wires: &[Wire]) -> Vec<Vec<Spot>> {
    let mut ways: Vec<Vec<Spot>> = vec![Vec::new(); wires.len()];
    let mut order: Vec<usize> = (0..wires.len()).collect();
    let reach = |wire: &Wire| match &wire.ends {
        [End::Cell(a), End::Cell(b)] => {
            let (a, b) = (sheet.spot(a.cell), sheet.spot(b.cell));
            (usize::from(b.0 <= a.0), a.0.abs_diff(b.0) + a.1.abs_diff(b.1))
        }
        _ => (0, 0),
    };
    order.sort_by_key(|at| wires.get(*at).map(|wire| (wire.kind, reach(wire), *at)));
    let mut taken = Taken::default();
    let lines = sheet.lines();
    let mut spent = 0;
    let rounds = if wires.len() > AGAIN { 1 } else { 3 };
    for round in 0..rounds {
        for at in &order {
            let (Some(wire), Some(way)) = (wires.get(*at), ways.get_mut(*at)) else {
                continue;
            };
            if round > 0 {
                taken.give_back(sheet, *at, wire, way);
            }
            let most = if spent > MOST_OF_ALL { 500 } else { MOST };
            let mut search = Search::new((sheet, lines), wire, &taken);
            let found = search.run(most);
            *way = found.map_or_else(|| plain(sheet, wire), |way| corners(&way));
            spent += search.seen;
            taken.take(sheet, *at, wire, way);
        }
    }
    ways
}

/// Right of the source, along the channel above the target, into its left side.
fn plain(sheet: &Sheet, wire: &Wire) -> Vec<Spot> {
    let [End::Cell(from), End::Cell(to)] = &wire.ends else {
        return Vec::new();
    };
    let (a, b) = (sheet.spot(from.cell), sheet.spot(to.cell));
    let open = |port: &Port, side: usize| port.sides.get(side).is_some_and(Option::is_some);
    let mut way = vec![a];
    if !open(from, RIGHT) {
        let level = if open(from, TOP) { a.1 - 1 } else { a.1 + 1 };
        way.push((a.0, level));
    }
    way.push((a.0 + 1, way.last().map_or(a.1, |spot| spot.1)));
    let channel = if open(to, LEFT) || open(to, TOP) {
        b.1 - 1
    } else {
        b.1 + 1
    };
    way.push((a.0 + 1, channel));
    if open(to, LEFT) {
        way.extend([(b.0 - 1, channel), (b.0 - 1, b.1)]);
    } else {
        way.push((b.0, channel));
    }
    way.push(b);
    way.dedup();
    way
}

/// The places where a way turns, with its ends.
fn corners(way: &[Spot]) -> Vec<Spot> {
    let turns = way.windows(3).filter_map(|three| match three {
        [a, b, c] if (a.1 == b.1) != (b.1 == c.1) => Some(*b),
        _ => None,
    });
    let ends = |end: Option<&Spot>| end.copied().into_iter();
    let last = way.last().filter(|_| way.len() > 1);
    ends(way.first()).chain(turns).chain(ends(last)).collect()
}

/// A spot with the direction it was reached in.
type Reached = (Spot, bool);

struct Search<'a> {
    sheet: &'a Sheet,
    wire: &'a Wire,
    taken: &'a Taken,
    lines: usize,
    /// Price so far and the place before, by place and direction.
    best: IdMap<Reached, (u32, Option<Reached>, Spot)>,
    open: BinaryHeap<Reverse<(u32, u32, Spot, bool)>>,
    /// The cheapest end found: price, last place, end.
    end: Option<(u32, Option<Reached>, Spot, Spot)>,
    seen: usize,
}

impl<'a> Search<'a> {
    fn new((sheet, lines): (&'a Sheet, usize), wire: &'a Wire, taken: &'a Taken) -> Self {
        Search {
            sheet,
            wire,
            taken,
            lines,
            best: IdMap::default(),
            open: BinaryHeap::new(),
            end: None,
            seen: 0,
        }
    }

    fn run(&mut self, most: usize) -> Option<Vec<Spot>> {
        let [source, target] = &self.wire.ends;
        self.start(source);
        while let Some(Reverse((rank, cost, spot, level))) = self.open.pop() {
            if self.end.is_some_and(|(end, ..)| end <= rank) || self.seen > most {
                break;
            }
            self.seen += 1;
            let known = self.best.get(&(spot, level)).copied();
            if known.is_some_and(|(best, ..)| best < cost) {
                continue;
            }
            for (next, flat) in self.around(spot) {
                // Never straight back.
                if known.is_some_and(|(_, _, before)| before == next) {
                    continue;
                }
                let held = |map: &IdMap<Spot, [u32; 3]>| self.weighed(map.get(&spot).copied());
                let own = if flat == level {
                    let across = if level {
                        &self.taken.upright
                    } else {
                        &self.taken.level
                    };
                    held(across) + held(&self.taken.bends) * MEETING / CROSSING
                } else {
                    BEND + (held(&self.taken.level) + held(&self.taken.upright)) * BESIDE / CROSSING
                };
                self.reach(Some((spot, level)), spot, next, flat, cost + own, target);
            }
        }
        let (_, mut before, from, last) = self.end?;
        let mut way = vec![last];
        if before.is_none() {
            way.push(from);
        }
        while let Some(at) = before {
            way.push(at.0);
            let (_, earlier, origin) = self.best.get(&at)?;
            if earlier.is_none() {
                way.push(*origin);
            }
            before = *earlier;
        }
        way.reverse();
        Some(way)
    }

    /// Price of crossing these ways: sequence flows do not make way for the others.
    fn weighed(&self, held: Option<[u32; 3]>) -> u32 {
        let [flows, things, messages] = held.unwrap_or_default();
        if self.wire.kind == Kind::Flow {
            flows * CROSSING + things * CROSSING / 4 + messages * CROSSING / 2
        } else {
            (flows + things + messages) * CROSSING
        }
    }

    fn start(&mut self, source: &End) {
        let target = &self.wire.ends[1];
        match source {
            End::Cell(port) => {
                let spot = self.sheet.spot(port.cell);
                for (next, flat) in self.around(spot) {
                    let side = match (flat, next.0 > spot.0, next.1 > spot.1) {
                        (true, true, _) => RIGHT,
                        (true, false, _) => LEFT,
                        (false, _, true) => BOTTOM,
                        (false, _, false) => TOP,
                    };
                    if let Some(Some(price)) = port.sides.get(side) {
                        self.reach(None, spot, next, flat, *price, target);
                    }
                }
            }
            End::Pool(section) => {
                let Some((first, last)) = self.sheet.spans.get(*section).copied() else {
                    return;
                };
                for line in 0..self.lines {
                    // In the middle rather than at the rim.
                    let price = u32::try_from((self.lines / 2).abs_diff(line))
                        .unwrap_or(u32::MAX)
                        .min(9);
                    if first > 0 {
                        self.reach(None, (line, first), (line, first - 1), false, price, target);
                    }
                    self.reach(None, (line, last), (line, last + 1), false, price, target);
                    if first < last {
                        let (top, price) = ((line, first), price + INWARDS);
                        self.reach(None, top, (line, first + 1), false, price, target);
                    }
                }
            }
            End::Out(prices) => {
                let last = self.sheet.levels.len().saturating_sub(1);
                for line in 0..self.lines {
                    let [above, below] = *prices;
                    self.reach(None, (line, 0), (line, 1), false, above, target);
                    let up = last.saturating_sub(1);
                    self.reach(None, (line, last), (line, up), false, below, target);
                }
            }
        }
    }

    fn around(&self, spot: Spot) -> impl Iterator<Item = (Spot, bool)> + use<> {
        let (line, level) = spot;
        let lines = self.lines;
        let right = (line + 1 < lines).then_some(((line + 1, level), true));
        let left = line.checked_sub(1).map(|line| ((line, level), true));
        let up = level.checked_sub(1).map(|level| ((line, level), false));
        [right, up, Some(((line, level + 1), false)), left]
            .into_iter()
            .flatten()
    }

    /// One step on; `flat`: along a level.
    fn reach(
        &mut self,
        before: Option<(Spot, bool)>,
        from: Spot,
        to: Spot,
        flat: bool,
        cost: u32,
        target: &End,
    ) {
        let own = if flat { self.across(from, to) } else { DOWN };
        // What leads from one thing to many branches late.
        let along = self.wire.kind == Kind::Thing
            && self
                .taken
                .things
                .get(&(from.min(to), flat, self.wire.nets[0]))
                .is_some_and(|held| *held > 0);
        let own = if along { 1 } else { own };
        if let Some(price) = self.arrives(from, to, flat, target) {
            let cost = cost + price + own;
            if self.end.is_none_or(|(best, ..)| cost < best) {
                self.end = Some((cost, before, from, to));
            }
            return;
        }
        let Some(more) = self.enters(from, to, flat) else {
            return;
        };
        let cost = cost + own + more;
        let known = self.best.get(&(to, flat));
        if known.is_none_or(|(best, ..)| cost < *best) {
            self.best.insert((to, flat), (cost, before, from));
            self.open
                .push(Reverse((cost + self.at_least(to, target), cost, to, flat)));
        }
    }

    fn across(&self, from: Spot, to: Spot) -> u32 {
        if self.sheet.levels.get(from.1) != Some(&Level::Row) {
            return ACROSS;
        }
        let held = self.taken.rows.get(&(from.0.min(to.0), from.1));
        let [source, target] = self.wire.nets;
        let strange = |nets: &&[usize; 2]| nets[0] != source && nets[1] != target;
        let strangers = held.into_iter().flatten().filter(strange).count();
        ACROSS + SAME_LINE * u32::try_from(strangers).unwrap_or(9)
    }

    /// Price of entering a place, `None` where that cannot be.
    fn enters(&self, from: Spot, to: Spot, flat: bool) -> Option<u32> {
        let kind = self.sheet.levels.get(to.1)?;
        if self.sheet.cell_at(to.0, to.1).is_some() {
            return None;
        }
        if let Some(span) = self
            .wire
            .section
            .and_then(|section| self.sheet.spans.get(section))
            && (to.1 < span.0 || to.1 > span.1)
        {
            return None;
        }
        match kind {
            Level::Edge => None,
            Level::Closed(_) if flat || self.wire.kind != Kind::Message => None,
            Level::Closed(_) => Some(THROUGH_POOL),
            // Messages run between pools where they can.
            Level::Channel(_) | Level::Row if flat && self.wire.kind == Kind::Message => Some(2),
            Level::Row if !flat && to.0 % 2 == 1 => {
                // Straight through the hole of a row is fine, squeezing in beside others is less so.
                let held: u32 = self.taken.upright.get(&to).into_iter().flatten().sum();
                Some(held * 2 + u32::from(from.1 > to.1))
            }
            _ => Some(0),
        }
    }

    fn arrives(&self, from: Spot, to: Spot, flat: bool, target: &End) -> Option<u32> {
        match target {
            End::Cell(port) => {
                if self.sheet.spot(port.cell) != to {
                    return None;
                }
                let side = match (flat, to.0 > from.0, to.1 > from.1) {
                    (true, true, _) => LEFT,
                    (true, false, _) => RIGHT,
                    (false, _, true) => TOP,
                    (false, _, false) => BOTTOM,
                };
                port.sides.get(side).copied().flatten()
            }
            End::Pool(section) => {
                let (first, last) = self.sheet.spans.get(*section).copied()?;
                // From inside only what begins in the same pool comes here.
                (!flat && (to.1 == first || to.1 == last)).then_some(0)
            }
            End::Out([above, below]) => match self.sheet.levels.get(to.1) {
                Some(Level::Edge) if !flat => Some(if to.1 == 0 { *above } else { *below }),
                _ => None,
            },
        }
    }

    /// What is still to pay at least.
    fn at_least(&self, spot: Spot, target: &End) -> u32 {
        let far =
            |steps: usize, price: u32| u32::try_from(steps).unwrap_or(u32::MAX / 8).saturating_mul(price);
        match target {
            End::Cell(port) => {
                let to = self.sheet.spot(port.cell);
                far(to.0.abs_diff(spot.0), ACROSS) + far(to.1.abs_diff(spot.1), DOWN)
            }
            End::Pool(section) => {
                let (first, last) = self.sheet.spans.get(*section).copied().unwrap_or_default();
                let steps = first.saturating_sub(spot.1).max(spot.1.saturating_sub(last));
                far(steps, DOWN)
            }
            End::Out(_) => 0,
        }
    }
}
