//! Ways that share a line of the grid are put side by side, in the order with the fewest crossings.

use super::route::{End, Kind, Spot, Wire};
use super::sheet::{Level, Sheet};
use std::collections::BTreeMap;

/// Rounds over all lines: the best order on one line depends on the order on those it meets.
const ROUNDS: usize = 3;
/// Lines with more ways are only improved by swaps of neighbours.
const CROWDED: usize = 60;
/// Between ways in a column, in pixels.
const APART: f64 = 14.0;
/// What two ways on top of each other count in crossings.
const OVERLAP: usize = 4;

/// A straight piece of one way, or of several that share it.
#[derive(Debug, Clone, Default)]
struct Piece {
    upright: bool,
    line: usize,
    low: usize,
    high: usize,
    /// Where it meets others: line, piece met, direction in which that one runs (0: nothing there).
    ends: Vec<(usize, Option<usize>, i8)>,
    nets: Vec<[usize; 2]>,
    fixed: Option<f64>,
    range: (f64, f64),
    rank: usize,
    track: usize,
    offset: f64,
}

/// All ways of a sheet as pieces.
#[derive(Debug, Clone, Default)]
pub(super) struct Tracks {
    pieces: Vec<Piece>,
    /// Pieces of each way, in order.
    ways: Vec<Vec<usize>>,
}

/// A run of a way along one line.
#[derive(Debug, Clone, Copy)]
struct Run {
    upright: bool,
    line: usize,
    from: usize,
    to: usize,
}

fn runs(way: &[Spot]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for two in way.windows(2) {
        let [a, b] = two else { continue };
        let upright = a.0 == b.0;
        let (line, from, to) = if upright { (a.0, a.1, b.1) } else { (a.1, a.0, b.0) };
        match runs.last_mut() {
            Some(last) if last.upright == upright && last.line == line => last.to = to,
            _ => runs.push(Run {
                upright,
                line,
                from,
                to,
            }),
        }
    }
    runs
}

/// An upright way between two ports that do not lie below each other gets a level piece on the last channel.
fn with_jog(sheet: &Sheet, wire: &Wire, runs: Vec<Run>) -> Vec<Run> {
    let ([End::Cell(one), End::Cell(two)], [run]) = (&wire.ends, runs.as_slice()) else {
        return runs;
    };
    let down = run.to > run.from;
    let range = |port: &super::route::Port, below: bool| {
        let room = room(sheet, port.cell, below);
        port.fixed.map_or(room, |fixed| (fixed, fixed))
    };
    let (a, b) = (range(one, down), range(two, !down));
    let fits = a.0.max(b.0) <= a.1.min(b.1) + 0.01;
    let mut between: Vec<usize> = (run.from.min(run.to) + 1..run.from.max(run.to)).collect();
    if down {
        between.reverse();
    }
    let free = |level: &usize| {
        let kind = sheet.levels.get(*level);
        matches!(kind, Some(Level::Channel(_) | Level::Between))
    };
    match between.into_iter().find(free).filter(|_| run.upright && !fits) {
        Some(level) => vec![
            Run { to: level, ..*run },
            Run {
                upright: false,
                line: level,
                from: run.line,
                to: run.line,
            },
            Run { from: level, ..*run },
        ],
        None => runs,
    }
}

impl Tracks {
    /// Puts all ways side by side and tells the sheet how much room they need.
    pub fn new(sheet: &mut Sheet, wires: &[Wire], ways: &[Vec<Spot>]) -> Tracks {
        let mut tracks = Tracks::default();
        let mut shared: BTreeMap<(bool, usize, usize, usize), usize> = BTreeMap::new();
        let mut leaving: BTreeMap<usize, usize> = BTreeMap::new();
        for wire in wires {
            *leaving.entry(wire.nets[0]).or_default() += 1;
        }
        for (wire, way) in wires.iter().zip(ways) {
            let splits = leaving.get(&wire.nets[0]).is_some_and(|count| *count > 1);
            let runs = with_jog(sheet, wire, runs(way));
            tracks.add(sheet, wire, &runs, splits, &mut shared);
        }
        tracks.arrange(sheet);
        tracks
    }

    fn add(
        &mut self,
        sheet: &Sheet,
        wire: &Wire,
        runs: &[Run],
        splits: bool,
        shared: &mut BTreeMap<(bool, usize, usize, usize), usize>,
    ) {
        let upright: Vec<usize> = (0..runs.len())
            .filter(|at| runs.get(*at).is_some_and(|run| run.upright))
            .collect();
        let alone = wire.kind == Kind::Message || wire.ends.iter().any(|end| matches!(end, End::Out(_)));
        let mut pieces = Vec::with_capacity(runs.len());
        for (at, run) in runs.iter().enumerate() {
            let ports = [(at == 0).then_some(0), (at + 1 == runs.len()).then_some(1)];
            let cells = ports
                .into_iter()
                .flatten()
                .filter_map(|end| match wire.ends.get(end)? {
                    End::Cell(port) => Some((port, end)),
                    _ => None,
                });
            let mut fixed = None;
            let mut range = if at == 0 || at + 1 == runs.len() {
                (f64::MIN, f64::MAX)
            } else {
                (-40.0, 40.0)
            };
            for (port, end) in cells.filter(|_| run.upright) {
                fixed = fixed.or(port.fixed);
                let below = if end == 0 {
                    run.to > run.from
                } else {
                    run.from > run.to
                };
                let (low, high) = room(sheet, port.cell, below);
                range = (f64::max(range.0, low), f64::min(range.1, high.max(low)));
            }
            let first = upright.first() == Some(&at) && at < 2;
            let last = upright.last() == Some(&at) && at + 2 >= runs.len();
            let key = match (alone || fixed.is_some(), first, last) {
                (true, ..) => None,
                // What leads from one thing to many is drawn as one line that branches.
                _ if wire.kind == Kind::Thing && at + 1 < runs.len() => Some((0, wire.nets[0])),
                (_, true, _) if splits || !last => Some((0, wire.nets[0])),
                (_, _, true) => Some((1, wire.nets[1])),
                _ => None,
            };
            let fresh = self.pieces.len();
            let piece = match key {
                Some((end, net)) => *shared.entry((run.upright, run.line, end, net)).or_insert(fresh),
                None => fresh,
            };
            let (low, high) = (run.from.min(run.to), run.from.max(run.to));
            if piece == fresh {
                self.pieces.push(Piece {
                    upright: run.upright,
                    line: run.line,
                    low,
                    high,
                    fixed,
                    range,
                    ..Piece::default()
                });
            }
            if let Some(piece) = self.pieces.get_mut(piece) {
                piece.low = piece.low.min(low);
                piece.high = piece.high.max(high);
                piece.range = (piece.range.0.max(range.0), piece.range.1.min(range.1));
                piece.nets.push(wire.nets);
            }
            pieces.push(piece);
        }
        for (at, run) in runs.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| runs.get(at));
            let met = |other: Option<&Run>, number: Option<&usize>, start: bool| {
                let Some(other) = other else { return (None, 0) };
                let far = if start { other.from } else { other.to };
                (number.copied(), if far < run.line { -1 } else { 1 })
            };
            let (one, one_way) = met(before, at.checked_sub(1).and_then(|at| pieces.get(at)), true);
            let (two, two_way) = met(runs.get(at + 1), pieces.get(at + 1), false);
            if let Some(piece) = pieces.get(at).and_then(|piece| self.pieces.get_mut(*piece)) {
                piece.ends.push((run.from, one, one_way));
                piece.ends.push((run.to, two, two_way));
            }
        }
        self.ways.push(pieces);
    }

    fn arrange(&mut self, sheet: &mut Sheet) {
        let mut lines: BTreeMap<(bool, usize), Vec<usize>> = BTreeMap::new();
        for (number, piece) in self.pieces.iter().enumerate() {
            let row = !piece.upright && sheet.levels.get(piece.line) == Some(&Level::Row);
            if !row {
                lines.entry((piece.upright, piece.line)).or_default().push(number);
            }
        }
        for order in lines.values_mut() {
            // To the left what leads to the left.
            order.sort_by_key(|number| {
                let piece = self.pieces.get(*number);
                piece.map_or(0, |piece| {
                    piece.ends.iter().map(|(_, _, way)| i32::from(*way)).sum::<i32>()
                })
            });
            self.number(order);
        }
        for _ in 0..ROUNDS {
            for order in lines.values_mut() {
                self.sift(order);
                self.number(order);
            }
        }
        for ((upright, line), order) in &lines {
            if *upright && line % 2 == 1 {
                self.spread(order);
                continue;
            }
            let count = self.stack(order);
            if *upright {
                sheet.tracks(*line, count);
            } else {
                sheet.channel(*line, count);
            }
        }
    }

    fn number(&mut self, order: &[usize]) {
        for (rank, number) in order.iter().enumerate() {
            if let Some(piece) = self.pieces.get_mut(*number) {
                piece.rank = rank;
            }
        }
    }

    fn at(&self, end: &(usize, Option<usize>, i8)) -> (usize, usize) {
        let met = end.1.and_then(|number| self.pieces.get(number));
        (end.0, met.map_or(0, |met| met.rank))
    }

    /// What it costs to put `a` before `b` (to its left, or above it).
    fn cost(&self, a: &Piece, b: &Piece) -> usize {
        if a.low > b.high || b.low > a.high {
            return 0;
        }
        if let (Some(one), Some(other)) = (a.fixed, b.fixed) {
            return if one > other { 1000 } else { 0 };
        }
        let span = |piece: &Piece| {
            let keys = piece.ends.iter().map(|end| self.at(end));
            (keys.clone().min(), keys.max())
        };
        let inside = |key: (usize, usize), piece: &Piece| {
            let (low, high) = span(piece);
            low.is_some_and(|low| low < key) && high.is_some_and(|high| key < high)
        };
        let crossed = |piece: &Piece, way: i8, other: &Piece| {
            let ends = piece.ends.iter().filter(|end| end.2 == way);
            ends.filter(|end| inside(self.at(end), other)).count()
        };
        let strange = || {
            let pairs = a
                .nets
                .iter()
                .flat_map(|one| b.nets.iter().map(move |other| (one, other)));
            pairs.fold(true, |strange, (one, other)| {
                strange && one[0] != other[0] && one[1] != other[1]
            })
        };
        let mut cost = crossed(b, -1, a) + crossed(a, 1, b);
        for end in a.ends.iter().filter(|end| end.2 == 1) {
            for other in b.ends.iter().filter(|end| end.2 == -1) {
                if self.at(end) == self.at(other) && end.1 != other.1 && strange() {
                    cost += OVERLAP;
                }
            }
        }
        cost
    }

    fn sift(&self, order: &mut Vec<usize>) {
        let piece = |number: &usize| self.pieces.get(*number);
        let cost = |a: &usize, b: &usize| match (piece(a), piece(b)) {
            (Some(a), Some(b)) => self.cost(a, b),
            _ => 0,
        };
        if order.len() > CROWDED {
            for _ in 0..8 {
                for at in 1..order.len() {
                    if let (Some(a), Some(b)) = (order.get(at - 1), order.get(at))
                        && cost(b, a) < cost(a, b)
                    {
                        order.swap(at - 1, at);
                    }
                }
            }
            return;
        }
        let count = order.len();
        // Costs of all pairs: before, behind.
        let pairs: BTreeMap<(usize, usize), usize> = order
            .iter()
            .flat_map(|a| order.iter().map(move |b| (*a, *b)))
            .filter(|(a, b)| a != b)
            .map(|(a, b)| ((a, b), cost(&a, &b)))
            .filter(|(_, cost)| *cost > 0)
            .collect();
        let price = |a: usize, b: usize| pairs.get(&(a, b)).copied().unwrap_or(0) as i64;
        for number in order.clone() {
            let Some(from) = order.iter().position(|held| *held == number) else {
                continue;
            };
            order.remove(from);
            // Change of the cost while it moves from the first place to the last; nearest to where it was.
            let mut change = 0;
            let mut best = (0_i64, from.abs_diff(0), 0);
            for (at, other) in order.iter().enumerate() {
                change += price(*other, number) - price(number, *other);
                let found = (change, from.abs_diff(at + 1), at + 1);
                if found < best {
                    best = found;
                }
            }
            order.insert(best.2.min(count - 1), number);
        }
    }

    /// Tracks, each as near to the first as its overlapping predecessors allow. Number of tracks.
    fn stack(&mut self, order: &[usize]) -> usize {
        // Last position taken on each track, in spans.
        let mut tracks: Vec<Vec<(usize, usize)>> = Vec::new();
        for number in order {
            let Some(piece) = self.pieces.get_mut(*number) else {
                continue;
            };
            let free = |spans: &Vec<(usize, usize)>| {
                spans
                    .iter()
                    .all(|(low, high)| piece.low > *high || piece.high < *low)
            };
            let track = tracks
                .iter()
                .rposition(|spans| !free(spans))
                .map_or(0, |at| at + 1);
            if tracks.len() <= track {
                tracks.push(Vec::new());
            }
            if let Some(spans) = tracks.get_mut(track) {
                spans.push((piece.low, piece.high));
            }
            piece.track = track;
        }
        tracks.len()
    }

    /// Distances from the middle of a column.
    fn spread(&mut self, order: &[usize]) {
        let mut groups: Vec<(usize, usize, Vec<usize>)> = Vec::new();
        let mut by_low: Vec<(usize, usize, usize)> = order
            .iter()
            .filter_map(|number| {
                let piece = self.pieces.get(*number)?;
                Some((piece.low, piece.high, *number))
            })
            .collect();
        by_low.sort_unstable();
        for (low, high, number) in by_low {
            match groups.last_mut() {
                Some((_, end, group)) if low <= *end => {
                    *end = high.max(*end);
                    group.push(number);
                }
                _ => groups.push((low, high, vec![number])),
            }
        }
        for (_, _, mut group) in groups {
            group.sort_by_key(|number| self.pieces.get(*number).map(|piece| piece.rank));
            self.spread_group(&group);
        }
    }

    fn spread_group(&mut self, group: &[usize]) {
        let free: Vec<usize> = group
            .iter()
            .copied()
            .filter(|number| {
                self.pieces
                    .get(*number)
                    .is_some_and(|piece| piece.fixed.is_none())
            })
            .collect();
        let ranges: Vec<(f64, f64)> = free
            .iter()
            .map(|number| self.pieces.get(*number).map_or((0.0, 0.0), |piece| piece.range))
            .collect();
        let (low, high) = ranges.iter().fold((f64::MIN, f64::MAX), |all: (f64, f64), one| {
            (f64::max(all.0, one.0), f64::min(all.1, one.1))
        });
        let steps = free.len().saturating_sub(1) as f64;
        let apart = if steps > 0.0 {
            APART.min((high - low).max(0.0) / steps)
        } else {
            0.0
        };
        let (from, to) = (low + apart * steps / 2.0, high - apart * steps / 2.0);
        let middle = if from <= to { 0.0_f64.clamp(from, to) } else { 0.0 };
        for (place, (number, (low, high))) in free.iter().zip(&ranges).enumerate() {
            let (low, high) = (*low, *high);
            if let Some(piece) = self.pieces.get_mut(*number) {
                let offset = middle + apart * (place as f64 - steps / 2.0);
                piece.offset = offset.max(low).min(high.max(low));
            }
        }
        for number in group {
            if let Some(piece) = self.pieces.get_mut(*number)
                && let Some(fixed) = piece.fixed
            {
                piece.offset = fixed;
            }
        }
    }

    /// The corners of a way on the measured sheet, from border to border.
    pub fn points(&self, sheet: &Sheet, number: usize, wire: &Wire) -> Vec<(f64, f64)> {
        let pieces: Vec<&Piece> = self
            .ways
            .get(number)
            .into_iter()
            .flatten()
            .filter_map(|piece| self.pieces.get(*piece))
            .collect();
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            return Vec::new();
        };
        let line = |piece: &Piece| {
            if piece.upright {
                sheet.x(piece.line, piece.track) + piece.offset
            } else {
                sheet.y(piece.line, piece.track)
            }
        };
        let corners = pieces.windows(2).filter_map(|two| match two {
            [a, b] if a.upright => Some((line(a), line(b))),
            [a, b] => Some((line(b), line(a))),
            _ => None,
        });
        let corners: Vec<(f64, f64)> = corners.collect();
        let mut points = Vec::new();
        let near = corners.first().copied();
        let begin = self.end(sheet, &wire.ends[0], first, line(first), near, &wire.ends[1]);
        points.extend(begin);
        points.extend(&corners);
        let mut end = self.end(
            sheet,
            &wire.ends[1],
            last,
            line(last),
            corners.last().copied(),
            &wire.ends[0],
        );
        end.reverse();
        points.extend(end);
        points
    }

    /// The points of an end, outermost first. `near`: the corner next to it; without one the whole way is one piece.
    fn end(
        &self,
        sheet: &Sheet,
        end: &End,
        piece: &Piece,
        line: f64,
        near: Option<(f64, f64)>,
        other: &End,
    ) -> Vec<(f64, f64)> {
        let towards = |end: &End| match end {
            End::Cell(port) => {
                let spot = sheet.spot(port.cell);
                (sheet.x(spot.0, 0), sheet.y(spot.1, 0))
            }
            End::Pool(section) => {
                let (top, bottom) = sheet.section(*section);
                (line, (top + bottom) / 2.0)
            }
            End::Out(_) => {
                let edge = piece.low == 0;
                (line, if edge { 0.0 } else { sheet.height })
            }
        };
        let near = near.unwrap_or_else(|| towards(other));
        match end {
            End::Cell(port) => {
                let middle = towards(end);
                if !port.lead.is_empty() {
                    let lead = port.lead.iter();
                    return lead.map(|(x, y)| (middle.0 + x, middle.1 + y)).collect();
                }
                let form = sheet.cells.get(port.cell).map_or((0.0, 0.0), |cell| cell.form);
                if piece.upright {
                    let high = outline(form, line - middle.0);
                    let y = if near.1 < middle.1 {
                        middle.1 - high
                    } else {
                        middle.1 + high
                    };
                    vec![(line, y)]
                } else {
                    let half = form.0 / 2.0;
                    let x = if near.0 < middle.0 {
                        middle.0 - half
                    } else {
                        middle.0 + half
                    };
                    vec![(x, line)]
                }
            }
            End::Pool(section) => {
                let (top, bottom) = sheet.section(*section);
                vec![(
                    line,
                    if near.1 < (top + bottom) / 2.0 {
                        top
                    } else {
                        bottom
                    },
                )]
            }
            End::Out(_) => vec![(line, if piece.low == 0 { 0.0 } else { sheet.height })],
        }
    }
}

/// Height of a form over its middle at a distance from it: circles and diamonds are lower beside it.
fn outline(form: (f64, f64), off: f64) -> f64 {
    let (half, high) = (form.0 / 2.0, form.1 / 2.0);
    let share = (off.abs() / half.max(1.0)).min(1.0);
    if form == (36.0, 36.0) {
        high * (1.0 - share * share).sqrt()
    } else if form == (50.0, 50.0) {
        high * (1.0 - share)
    } else {
        high
    }
}

/// Distances from the middle of a form between which ways may meet it above or below.
fn room(sheet: &Sheet, cell: usize, below: bool) -> (f64, f64) {
    let Some(cell) = sheet.cells.get(cell) else {
        return (0.0, 0.0);
    };
    let half = if cell.form.0 < 60.0 {
        cell.form.0 * 0.2
    } else {
        cell.form.0 / 2.0 - 12.0
    };
    (-half, if below { half.min(cell.free) } else { half })
}
