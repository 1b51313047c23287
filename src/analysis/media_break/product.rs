//! The product of control flow and carrier states for one object (analysis.md 1.3, 1.7).

use super::step::{Alphabet, Compiled, Outcome, run};
use crate::analysis::facts::Arrival;
use crate::domain::carrier::Carrier;
use crate::flow::slots::{list, push, value};
use crate::flow::{Chain, Live, solve};

/// States per point before they are merged into one (analysis.md 1.3).
const STATES: usize = 64;
/// Vertices per object before the analysis gives up on the object.
pub const VERTICES: usize = 100_000;
/// Rounds of merging states.
const ROUNDS: usize = 200;

/// What is known about one object, per node.
pub struct ObjectFacts<'a> {
    /// Carriers it can be on.
    pub alphabet: Alphabet,
    /// Micro-steps by node; most nodes have none.
    pub steps: Vec<Vec<Compiled<'a>>>,
    /// Arrivals by node: mask, share, the fact.
    pub arrivals: Vec<Vec<(u64, f64, &'a Arrival)>>,
}

/// A point with a set of carriers.
#[derive(Debug, Clone)]
pub struct Vertex {
    /// Point of the chain.
    pub point: usize,
    /// Carriers on entry.
    pub mask: u64,
    /// What the node does with it, where it does something.
    pub outcome: Option<Outcome>,
    /// Expected visits per case.
    pub visits: f64,
}

/// The product graph.
pub struct Product {
    /// Vertices in order of discovery.
    pub vertices: Vec<Vertex>,
    /// Arcs backwards: source and whether it left before the work was done.
    pub incoming: Vec<Vec<(usize, bool)>>,
    /// Points whose states were merged.
    pub merged: Vec<usize>,
    /// Blocks in which more than one branch touches the object.
    pub shared: Vec<usize>,
}

/// Why there is no product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

struct Builder<'a, 'f> {
    chain: &'a Chain,
    facts: &'a ObjectFacts<'f>,
    connected: &'a dyn Fn(&Carrier, &Carrier) -> bool,
    live: Live,
    merged: Vec<(usize, u64)>,
}

/// Builds and solves the product for one object.
///
/// # Errors
/// [`TooLarge`] where the number of states passes the limit.
pub fn build(
    chain: &Chain,
    facts: &ObjectFacts,
    connected: &dyn Fn(&Carrier, &Carrier) -> bool,
) -> Result<Product, TooLarge> {
    let touched = (0..chain.nodes)
        .filter(|&node| !list(&facts.steps, node).is_empty() || !list(&facts.arrivals, node).is_empty());
    let live = Live::touching(chain, touched);
    let mut builder = Builder {
        chain,
        facts,
        connected,
        live,
        merged: Vec::new(),
    };
    for _ in 0..ROUNDS {
        match builder.attempt()? {
            Attempt::Done(product) => return Ok(product),
            Attempt::Merge(point, mask) => builder.merge(point, mask),
        }
    }
    Err(TooLarge)
}

enum Attempt {
    Done(Product),
    Merge(usize, u64),
}

struct Draft {
    vertices: Vec<Vertex>,
    out: Vec<Vec<(usize, f64)>>,
    incoming: Vec<Vec<(usize, bool)>>,
    start: Vec<f64>,
    by_point: Vec<Vec<usize>>,
}

impl Builder<'_, '_> {
    fn merge(&mut self, point: usize, mask: u64) {
        match self.merged.iter_mut().find(|(known, _)| *known == point) {
            Some((_, merged)) => *merged |= mask,
            None => self.merged.push((point, mask)),
        }
    }

    fn attempt(&self) -> Result<Attempt, TooLarge> {
        let mut draft = Draft {
            vertices: Vec::new(),
            out: Vec::new(),
            incoming: Vec::new(),
            start: Vec::new(),
            by_point: vec![Vec::new(); self.chain.points.len()],
        };
        for &(point, mass) in &self.chain.starts {
            for (mask, share) in self.entries(point, 0) {
                match self.vertex(&mut draft, point, mask)? {
                    Ok(vertex) => crate::flow::slots::add(&mut draft.start, vertex, mass * share),
                    Err(merge) => return Ok(merge),
                }
            }
        }
        let mut next = 0;
        while next < draft.vertices.len() {
            let Some((point, before, after)) = draft.vertices.get(next).map(|vertex| {
                let after = vertex
                    .outcome
                    .as_ref()
                    .map_or(vertex.mask, |outcome| outcome.after);
                (vertex.point, vertex.mask, after)
            }) else {
                break;
            };
            for arc in self.chain.leaving(point, &self.live) {
                let state = if arc.early { before } else { after };
                for (mask, share) in self.entries(arc.to, state) {
                    match self.vertex(&mut draft, arc.to, mask)? {
                        Ok(vertex) => {
                            if arc.weight * share > 0.0 {
                                push(&mut draft.out, next, (vertex, arc.weight * share));
                            }
                            push(&mut draft.incoming, vertex, (next, arc.early));
                        }
                        Err(merge) => return Ok(merge),
                    }
                }
            }
            next += 1;
        }
        let visits = solve(&draft.out, &draft.start).map_err(|_| TooLarge)?;
        let mut vertices = draft.vertices;
        for (vertex, visits) in vertices.iter_mut().zip(visits) {
            vertex.visits = visits;
        }
        Ok(Attempt::Done(Product {
            vertices,
            incoming: draft.incoming,
            merged: self.merged.iter().map(|(point, _)| *point).collect(),
            shared: self.live.shared().collect(),
        }))
    }

    /// States on entry of a point: what arrives there replaces what was there.
    fn entries(&self, point: usize, state: u64) -> Vec<(u64, f64)> {
        let arrivals = if point < self.chain.nodes {
            list(&self.facts.arrivals, point)
        } else {
            &[]
        };
        if arrivals.is_empty() {
            vec![(state, 1.0)]
        } else {
            arrivals.iter().map(|(mask, share, _)| (*mask, *share)).collect()
        }
    }

    fn vertex(
        &self,
        draft: &mut Draft,
        point: usize,
        state: u64,
    ) -> Result<Result<usize, Attempt>, TooLarge> {
        let merged = self.merged.iter().find(|(known, _)| *known == point);
        let mask = match merged {
            Some(&(_, merged)) if state & !merged != 0 => return Ok(Err(Attempt::Merge(point, state))),
            Some(&(_, merged)) => merged,
            None => state,
        };
        let known = list(&draft.by_point, point);
        let found = known.iter().copied().find(|&vertex| {
            draft
                .vertices
                .get(vertex)
                .is_some_and(|vertex| vertex.mask == mask)
        });
        if let Some(vertex) = found {
            return Ok(Ok(vertex));
        }
        if known.len() >= STATES {
            let union = known
                .iter()
                .filter_map(|&vertex| draft.vertices.get(vertex))
                .fold(mask, |union, vertex| union | vertex.mask);
            return Ok(Err(Attempt::Merge(point, union)));
        }
        if draft.vertices.len() >= VERTICES {
            return Err(TooLarge);
        }
        let steps = if point < self.chain.nodes {
            list(&self.facts.steps, point)
        } else {
            &[]
        };
        let outcome = (!steps.is_empty()).then(|| run(steps, mask, &self.facts.alphabet, self.connected));
        let index = draft.vertices.len();
        draft.vertices.push(Vertex {
            point,
            mask,
            outcome,
            visits: 0.0,
        });
        draft.out.push(Vec::new());
        draft.incoming.push(Vec::new());
        draft.start.push(0.0);
        push(&mut draft.by_point, point, index);
        Ok(Ok(index))
    }
}

/// Where the object was put on a carrier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The node.
    pub node: usize,
    /// The micro-step that did it; `None`: it arrived there that way.
    pub step: Option<usize>,
}

impl Product {
    /// All places that put the object on a carrier so that it is there when a vertex is entered; nearest first.
    /// Looks at no more than `budget` vertices.
    pub fn origins(
        &self,
        chain: &Chain,
        facts: &ObjectFacts,
        vertex: usize,
        bit: u64,
        budget: &mut usize,
    ) -> Vec<Origin> {
        let mut origins = Vec::new();
        let mut seen = vec![vertex];
        let mut marks = vec![false; self.vertices.len()];
        crate::flow::slots::set(&mut marks, vertex, true);
        let mut next = 0;
        while let Some(&current) = seen.get(next) {
            next += 1;
            let Some(here) = self.vertices.get(current) else {
                continue;
            };
            if here.point < chain.nodes && !list(&facts.arrivals, here.point).is_empty() {
                origins.push(Origin {
                    node: here.point,
                    step: None,
                });
                continue;
            }
            for &(from, early) in list(&self.incoming, current) {
                let Some(before) = self.vertices.get(from) else {
                    continue;
                };
                if *budget == 0 {
                    return origins;
                }
                *budget -= 1;
                let made = before
                    .outcome
                    .as_ref()
                    .filter(|_| !early)
                    .map(|outcome| (outcome.after, outcome.made.as_slice()));
                if let Some((after, made)) = made {
                    if after & bit == 0 {
                        continue;
                    }
                    if let Some((_, step)) = made.iter().rev().find(|(bits, _)| bits & bit != 0) {
                        let origin = Origin {
                            node: before.point,
                            step: Some(*step),
                        };
                        if !origins.contains(&origin) {
                            origins.push(origin);
                        }
                        continue;
                    }
                } else if before.mask & bit == 0 {
                    continue;
                }
                if !value(&marks, from) {
                    crate::flow::slots::set(&mut marks, from, true);
                    seen.push(from);
                }
            }
        }
        origins
    }
}
