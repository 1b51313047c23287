//! Sums what the vertices of a product show, per node and kind.

use super::coverage::Figures;
use super::product::Product;
use super::step::{Event, Shown};
use crate::domain::carrier::BreakKind;
use crate::flow::Chain;
use crate::flow::slots::value;

/// A kind of break at a node, summed over the states.
#[derive(Debug, Clone)]
pub struct Sum {
    /// The node.
    pub node: usize,
    /// The kind.
    pub kind: BreakKind,
    /// Expected number per case.
    pub per_case: f64,
    /// Share of the executions of the node.
    pub share: f64,
    /// Every reachable state shows it.
    pub certain: bool,
    /// The vertex that contributes most, with its event.
    pub vertex: usize,
    /// Its event.
    pub event: Event,
    /// Source and made carrier as masks, with their part of the weight and the number of states that show them.
    pub ways: Vec<Way>,
}

/// How a break comes about in some of the states.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    /// Source carrier as a mask.
    pub from: u64,
    /// Made carrier as a mask.
    pub to: u64,
    /// Expected visits of the states.
    pub weight: f64,
    /// Number of the states.
    pub states: usize,
}

/// A note at a node, summed over the states.
#[derive(Debug, Clone)]
pub struct Remark {
    /// The node.
    pub node: usize,
    /// Code of the note.
    pub kind: &'static str,
    /// Expected number per case.
    pub per_case: f64,
}

/// Everything one object shows.
#[derive(Debug, Clone, Default)]
pub struct Gathered {
    /// Breaks by node and kind.
    pub sums: Vec<Sum>,
    /// Notes by node.
    pub remarks: Vec<Remark>,
    /// Needs by node.
    pub figures: Vec<(usize, Figures)>,
}

struct Tally {
    shown: Shown,
    weight: f64,
    states: usize,
    best: (f64, usize, Event),
    ways: Vec<Way>,
}

impl Tally {
    fn add_way(&mut self, event: &Event, weight: f64) {
        let known = self
            .ways
            .iter_mut()
            .find(|way| (way.from, way.to) == (event.from, event.to));
        match known {
            Some(way) => {
                way.weight += weight;
                way.states += 1;
            }
            None => self.ways.push(Way {
                from: event.from,
                to: event.to,
                weight,
                states: 1,
            }),
        }
    }
}

/// Sums the events of a product.
pub fn gather(chain: &Chain, product: &Product) -> Gathered {
    let mut by_node: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut slot = vec![usize::MAX; chain.nodes];
    for (index, vertex) in product.vertices.iter().enumerate() {
        if vertex.outcome.is_none() {
            continue;
        }
        let known = value(&slot, vertex.point);
        match by_node.get_mut(known) {
            Some((_, vertices)) => vertices.push(index),
            None => {
                crate::flow::slots::set(&mut slot, vertex.point, by_node.len());
                by_node.push((vertex.point, vec![index]));
            }
        }
    }
    by_node.sort();
    let mut gathered = Gathered::default();
    for (node, vertices) in by_node {
        let instances = value(&chain.instances, node);
        gather_node(node, &vertices, instances, product, &mut gathered);
    }
    gathered
}

fn gather_node(node: usize, vertices: &[usize], instances: f64, product: &Product, gathered: &mut Gathered) {
    let mut tallies: Vec<Tally> = Vec::new();
    let mut total = 0.0;
    let mut figures = Figures::default();
    for &index in vertices {
        let Some(vertex) = product.vertices.get(index) else {
            continue;
        };
        let Some(outcome) = &vertex.outcome else { continue };
        total += vertex.visits;
        figures.known += vertex.visits * instances * outcome.known as f64;
        figures.needs += vertex.visits * instances * outcome.needs as f64;
        for event in &outcome.events {
            match tallies.iter_mut().find(|tally| tally.shown == event.shown) {
                Some(tally) => {
                    tally.weight += vertex.visits;
                    tally.states += 1;
                    tally.add_way(event, vertex.visits);
                    if vertex.visits > tally.best.0 {
                        tally.best = (vertex.visits, index, *event);
                    }
                }
                None => tallies.push(Tally {
                    shown: event.shown,
                    weight: vertex.visits,
                    states: 1,
                    best: (vertex.visits, index, *event),
                    ways: vec![Way {
                        from: event.from,
                        to: event.to,
                        weight: vertex.visits,
                        states: 1,
                    }],
                }),
            }
        }
    }
    gathered.figures.push((node, figures));
    for tally in tallies {
        let share = if total > 0.0 {
            (tally.weight / total).clamp(0.0, 1.0)
        } else {
            tally.states as f64 / vertices.len().max(1) as f64
        };
        let per_case = tally.weight * instances;
        match tally.shown {
            Shown::Break(kind) => gathered.sums.push(Sum {
                node,
                kind,
                per_case,
                share,
                certain: tally.states == vertices.len(),
                vertex: tally.best.1,
                event: tally.best.2,
                ways: tally.ways,
            }),
            Shown::AutomatedChange => gathered.remarks.push(Remark {
                node,
                kind: "automated-change",
                per_case,
            }),
            Shown::Undetermined => gathered.remarks.push(Remark {
                node,
                kind: "undetermined",
                per_case,
            }),
        }
    }
}
