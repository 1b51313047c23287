//! Order of nodes within their layers, and rows: few crossings, long ways straight.
//!
//! Medians up and down with swaps of neighbours (Sugiyama, Tagawa, Toda 1981; Gansner and others 1993); rows by
//! pooling of neighbours whose wishes collide (isotonic regression). Bands keep their order.

use std::collections::{BTreeMap, BTreeSet};

/// Sweeps over all layers; more change little.
const SWEEPS: usize = 8;
/// Layers with more items are not improved by swaps, which cost the square of their number.
const WIDEST: usize = 60;
/// A flow that passes more layers than this takes part in no order: its way lies beside the rows.
pub(super) const LONGEST_PASS: usize = 12;

/// A node, or a place where a flow passes a layer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    /// The band it stands in, as rank from the top.
    pub band: usize,
    /// Its layer.
    pub layer: usize,
}

/// A flow between nodes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    /// Number of the node it leaves.
    pub from: usize,
    /// Number of the node it reaches.
    pub to: usize,
    /// It begins at an event on the lower border: the place of that event, from 1 at the right. Else 0.
    pub below: usize,
}

struct Order {
    items: Vec<Item>,
    real: usize,
    /// Neighbours in the layer before, and how far below their way this one leads.
    before: Vec<Vec<(usize, usize)>>,
    after: Vec<Vec<usize>>,
    layers: Vec<Vec<usize>>,
    place: Vec<usize>,
}

/// Row of each node within its band, from 0 without gaps.
pub(super) fn rows(nodes: &[Item], links: &[Link]) -> Vec<usize> {
    let mut order = Order::new(nodes, links);
    order.improve();
    order.rows()
}

fn get<T: Copy + Default>(list: &[T], index: usize) -> T {
    list.get(index).copied().unwrap_or_default()
}

impl Order {
    fn new(nodes: &[Item], links: &[Link]) -> Order {
        let mut order = Order {
            items: nodes.to_vec(),
            real: nodes.len(),
            before: vec![Vec::new(); nodes.len()],
            after: vec![Vec::new(); nodes.len()],
            layers: Vec::new(),
            place: Vec::new(),
        };
        for link in links {
            let (Some(from), Some(to)) = (nodes.get(link.from), nodes.get(link.to)) else {
                continue;
            };
            let (start, end) = match from.layer.cmp(&to.layer) {
                std::cmp::Ordering::Less => (link.from, link.to),
                std::cmp::Ordering::Greater => (link.to, link.from),
                std::cmp::Ordering::Equal => continue,
            };
            let (low, high) = (from.layer.min(to.layer), from.layer.max(to.layer));
            if high - low > LONGEST_PASS {
                continue;
            }
            let mut last = start;
            for layer in low + 1..high {
                let band = to.band;
                order.items.push(Item { band, layer });
                order.before.push(Vec::new());
                order.after.push(Vec::new());
                let pass = order.items.len() - 1;
                order.join(last, pass, if last == link.from { link.below } else { 0 });
                last = pass;
            }
            order.join(last, end, if last == link.from { link.below } else { 0 });
        }
        let count = order.items.iter().map(|item| item.layer + 1).max().unwrap_or(0);
        order.layers = vec![Vec::new(); count];
        for (number, item) in order.items.iter().enumerate() {
            if let Some(layer) = order.layers.get_mut(item.layer) {
                layer.push(number);
            }
        }
        for layer in &mut order.layers {
            layer.sort_by_key(|item| (order.items.get(*item).map_or(0, |item| item.band), *item));
        }
        order.place = vec![0; order.items.len()];
        (0..count).for_each(|layer| order.settle(layer));
        order
    }

    fn join(&mut self, from: usize, to: usize, below: usize) {
        if let (Some(after), Some(before)) = (self.after.get_mut(from), self.before.get_mut(to)) {
            after.push(to);
            before.push((from, below));
        }
    }

    fn settle(&mut self, layer: usize) {
        for (place, item) in self.layers.get(layer).into_iter().flatten().enumerate() {
            if let Some(held) = self.place.get_mut(*item) {
                *held = place;
            }
        }
    }

    fn band(&self, item: usize) -> usize {
        self.items.get(item).map_or(0, |item| item.band)
    }

    fn improve(&mut self) {
        let mut best = (self.crossings(), self.layers.clone());
        for sweep in 0..SWEEPS {
            if best.0 == 0 && sweep > 1 {
                break;
            }
            let count = self.layers.len();
            for step in 0..count {
                let down = sweep % 2 == 0;
                self.by_median(if down { step } else { count - 1 - step }, down);
            }
            self.swap();
            let crossed = self.crossings();
            if crossed < best.0 || sweep == 0 && crossed == best.0 {
                best = (crossed, self.layers.clone());
            }
        }
        self.layers = best.1;
        (0..self.layers.len()).for_each(|layer| self.settle(layer));
    }

    /// Places of the neighbours on one side, in order.
    fn places(&self, item: usize, before: bool) -> Vec<f64> {
        let at = |item: usize| get(&self.place, item) as f64;
        let mut places: Vec<f64> = if before {
            let list = self.before.get(item).into_iter().flatten();
            list.map(|(item, below)| at(*item) + share(*below)).collect()
        } else {
            self.after
                .get(item)
                .into_iter()
                .flatten()
                .map(|item| at(*item))
                .collect()
        };
        places.sort_by(f64::total_cmp);
        places
    }

    fn by_median(&mut self, layer: usize, before: bool) {
        let Some(items) = self.layers.get(layer) else {
            return;
        };
        let mut keyed: Vec<(usize, f64, usize)> = items
            .iter()
            .enumerate()
            .map(|(place, item)| {
                let places = self.places(*item, before);
                let mean = places.iter().sum::<f64>() / places.len().max(1) as f64;
                let wish = match median(&places) {
                    Some(median) => median + (mean - median) * 0.01,
                    None => place as f64,
                };
                (self.band(*item), wish, *item)
            })
            .collect();
        keyed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        if let Some(items) = self.layers.get_mut(layer) {
            *items = keyed.into_iter().map(|(_, _, item)| item).collect();
        }
        self.settle(layer);
    }

    /// Swaps neighbours as long as that saves crossings.
    fn swap(&mut self) {
        for _ in 0..4 {
            let mut saved = false;
            for layer in 0..self.layers.len() {
                let count = self.layers.get(layer).map_or(0, Vec::len);
                if count > WIDEST {
                    continue;
                }
                for place in 1..count {
                    let Some(items) = self.layers.get(layer) else {
                        continue;
                    };
                    let (a, b) = (get(items, place - 1), get(items, place));
                    if self.band(a) != self.band(b) {
                        continue;
                    }
                    let sides = [true, false].map(|before| (self.places(a, before), self.places(b, before)));
                    let held: usize = sides.iter().map(|(a, b)| inversions(a, b)).sum();
                    let swapped: usize = sides.iter().map(|(a, b)| inversions(b, a)).sum();
                    if swapped < held {
                        saved = true;
                        if let Some(items) = self.layers.get_mut(layer) {
                            items.swap(place - 1, place);
                        }
                        self.settle(layer);
                    }
                }
            }
            if !saved {
                break;
            }
        }
    }

    /// Crossings between neighbouring layers, counted with a binary indexed tree (Barth, Mutzel, Jünger 2004).
    fn crossings(&self) -> usize {
        let mut total = 0;
        for items in &self.layers {
            let ends = items.iter().flat_map(|item| {
                let mut places: Vec<usize> = self
                    .after
                    .get(*item)
                    .into_iter()
                    .flatten()
                    .map(|to| get(&self.place, *to))
                    .collect();
                places.sort_unstable();
                places
            });
            let ends: Vec<usize> = ends.collect();
            let width = ends.iter().max().map_or(0, |end| end + 1);
            let mut tree = vec![0_usize; width + 1];
            for (seen, end) in ends.iter().enumerate() {
                let mut at = end + 1;
                let mut not_above = 0;
                while at > 0 {
                    not_above += get(&tree, at);
                    at &= at - 1;
                }
                total += seen - not_above;
                let mut at = end + 1;
                while let Some(held) = tree.get_mut(at) {
                    *held += 1;
                    at += at & at.wrapping_neg();
                }
            }
        }
        total
    }

    fn rows(&self) -> Vec<usize> {
        let mut row = vec![0.0_f64; self.items.len()];
        let mut known = vec![false; self.items.len()];
        let count = self.layers.len();
        for pass in 0..4 {
            for step in 0..count {
                let layer = if pass % 2 == 0 { step } else { count - 1 - step };
                self.settle_rows(layer, pass, &mut row, &mut known);
            }
        }
        // Rows without a node are none.
        let mut used: BTreeMap<usize, BTreeSet<i64>> = BTreeMap::new();
        for item in 0..self.real {
            used.entry(self.band(item))
                .or_default()
                .insert(get(&row, item) as i64);
        }
        let ranks: BTreeMap<usize, BTreeMap<i64, usize>> = used
            .into_iter()
            .map(|(band, rows)| {
                let ranks = rows.into_iter().enumerate().map(|(rank, row)| (row, rank));
                (band, ranks.collect())
            })
            .collect();
        (0..self.real)
            .map(|item| {
                let ranks = ranks.get(&self.band(item));
                ranks.and_then(|ranks| ranks.get(&(get(&row, item) as i64)))
            })
            .map(|rank| rank.copied().unwrap_or_default())
            .collect()
    }

    fn settle_rows(&self, layer: usize, pass: usize, row: &mut [f64], known: &mut [bool]) {
        let items = self.layers.get(layer).map(Vec::as_slice).unwrap_or_default();
        let mut from = 0;
        while from < items.len() {
            let band = self.band(get(items, from));
            let length = items
                .iter()
                .skip(from)
                .take_while(|item| self.band(**item) == band)
                .count();
            let group = items.get(from..from + length).unwrap_or_default();
            from += length;
            // What neither side knows a wish for stands one below the item before it.
            let mut last = -1.0;
            let wishes: Vec<(f64, f64)> = group
                .iter()
                .map(|item| {
                    let (wish, weight) = match self.wish(*item, pass, row, known) {
                        Some(wish) => (wish, if *item < self.real { 1.0 } else { 0.5 }),
                        None if get(known, *item) => (get(row, *item), 0.2),
                        None => (last + 1.0, 0.2),
                    };
                    last = wish;
                    (wish, weight)
                })
                .collect();
            for (item, place) in group.iter().zip(spread(&wishes)) {
                if let (Some(row), Some(known)) = (row.get_mut(*item), known.get_mut(*item)) {
                    (*row, *known) = (place, true);
                }
            }
        }
    }

    /// The middle of the rows of its neighbours in the same band.
    fn wish(&self, item: usize, pass: usize, row: &[f64], known: &[bool]) -> Option<f64> {
        let band = self.band(item);
        let fits = |other: usize| self.band(other) == band && get(known, other);
        let before = self.before.get(item).into_iter().flatten();
        let mut rows: Vec<f64> = before
            .filter(|(other, _)| fits(*other))
            .map(|(other, below)| get(row, *other) + *below as f64)
            .collect();
        if pass > 0 || rows.is_empty() {
            let after = self.after.get(item).into_iter().flatten();
            let after: Vec<f64> = after
                .filter(|other| fits(**other))
                .map(|other| get(row, *other))
                .collect();
            // A single neighbour counts more than one of many.
            if rows.is_empty() || pass % 2 == 1 && after.len() == 1 {
                rows.extend(after);
            }
        }
        rows.sort_by(f64::total_cmp);
        median(&rows)
    }
}

/// Less than the distance to the next place, more for what leads further below.
fn share(below: usize) -> f64 {
    0.5 - 0.5 / (1.0 + below as f64)
}

fn median(sorted: &[f64]) -> Option<f64> {
    let middle = sorted.len().checked_sub(1)? / 2;
    let low = sorted.get(middle)?;
    let high = sorted.get(sorted.len() / 2)?;
    Some((low + high) / 2.0)
}

/// Pairs out of order when all of `a` stands before all of `b`; both sorted.
fn inversions(a: &[f64], b: &[f64]) -> usize {
    a.iter()
        .map(|a| b.iter().take_while(|b| a.total_cmp(b).is_gt()).count())
        .sum()
}

/// Whole rows, each at least one below the row before, as near to the wishes (with weights) as can be.
fn spread(wishes: &[(f64, f64)]) -> Vec<f64> {
    // Sum of weighted wishes, weight, number of items.
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (number, (wish, weight)) in wishes.iter().enumerate() {
        let mut pool = ((wish - number as f64) * weight, *weight, 1);
        while let Some(last) = pools.last()
            && last.0 / last.1 >= pool.0 / pool.1
        {
            pool = (pool.0 + last.0, pool.1 + last.1, pool.2 + last.2);
            pools.pop();
        }
        pools.push(pool);
    }
    let level = pools.iter().flat_map(|(sum, weight, count)| {
        let level = (sum / weight + 0.499).floor();
        std::iter::repeat_n(level, *count)
    });
    level
        .enumerate()
        .map(|(number, level)| level + number as f64)
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn rows_keep_their_order_and_are_near_to_their_wishes() {
        assert_eq!(spread(&[(0.0, 1.0), (0.0, 1.0), (0.0, 1.0)]), [-1.0, 0.0, 1.0]);
        assert_eq!(spread(&[(2.0, 1.0), (5.0, 1.0)]), [2.0, 5.0]);
    }

    #[test]
    fn two_ways_side_by_side_do_not_cross() {
        let at = |layer| Item { band: 0, layer };
        let link = |from, to| Link { from, to, below: 0 };
        // Two pairs whose second halves are written the other way round.
        let rows = rows(&[at(0), at(0), at(1), at(1)], &[link(0, 3), link(1, 2)]);
        assert_eq!((rows[0] < rows[1]), (rows[3] < rows[2]));
    }
}
