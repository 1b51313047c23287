//! A net of places and transitions: what a token game on a model needs (analysis.md 3.1, 3.2).

use crate::flow::slots::{list, push, set, value};

/// Index of a place.
pub(super) type Place = usize;

/// What a transition does besides moving tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Takes one token from each place before it.
    Plain,
    /// Inclusive join: takes from the marked ones, once nothing more can come to the others.
    InclusiveJoin,
    /// Takes all tokens of its scope.
    Terminate,
}

/// A transition.
#[derive(Debug, Clone)]
pub(super) struct Transition {
    /// Places before it.
    pub(super) pre: Vec<Place>,
    /// Places after it; one that stands twice gets two tokens.
    pub(super) post: Vec<Place>,
    /// What it does.
    pub(super) sort: Sort,
    /// Index of the node it belongs to.
    pub(super) node: usize,
    /// False: reduced away.
    pub(super) live: bool,
    /// Process whose tokens a terminate end takes.
    pub(super) process: usize,
}

impl Transition {
    /// The places it fills, each once, in order.
    pub(super) fn fills(&self) -> Vec<Place> {
        let mut places = self.post.clone();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Kinds of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A sequence flow: two tokens on it are unsafe.
    Flow,
    /// Inside a node: it may be at work twice.
    Inner,
    /// An end event that was reached: tokens stay and are counted.
    End,
    /// A message on its way: several may wait, none has to be taken.
    Message,
}

/// A place.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlaceData {
    /// Kind.
    pub(super) kind: Kind,
    /// Index of the node that it leads to.
    pub(super) node: usize,
    /// Process it lies in.
    pub(super) process: usize,
}

/// The net.
#[derive(Debug, Clone, Default)]
pub(super) struct Net {
    /// Places.
    pub(super) places: Vec<PlaceData>,
    /// Transitions.
    pub(super) transitions: Vec<Transition>,
    /// Tokens at the beginning.
    pub(super) initial: Vec<u8>,
}

impl Net {
    /// Adds a place.
    pub(super) fn place(&mut self, kind: Kind, node: usize, process: usize) -> Place {
        self.places.push(PlaceData { kind, node, process });
        self.initial.push(0);
        self.places.len() - 1
    }

    /// Adds a transition.
    pub(super) fn step(&mut self, node: usize, pre: Vec<Place>, post: Vec<Place>) {
        self.sorted_step(Sort::Plain, node, 0, pre, post);
    }

    /// Adds a transition of some sort.
    pub(super) fn sorted_step(
        &mut self,
        sort: Sort,
        node: usize,
        process: usize,
        pre: Vec<Place>,
        post: Vec<Place>,
    ) {
        self.transitions.push(Transition {
            pre,
            post,
            sort,
            node,
            live: true,
            process,
        });
    }

    /// True where a token means that the case is not over.
    pub(super) fn is_work(&self, place: Place) -> bool {
        matches!(self.kind(place), Kind::Flow | Kind::Inner)
    }

    /// Kind of a place.
    pub(super) fn kind(&self, place: Place) -> Kind {
        self.places.get(place).map_or(Kind::Flow, |place| place.kind)
    }

    /// Transitions that take from, and that put into each place.
    pub(super) fn neighbours(&self) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
        // Most lists have one entry, and there are as many lists as places: each gets just the room it needs.
        let mut counts = vec![(0, 0); self.places.len()];
        for transition in &self.transitions {
            for &place in &transition.pre {
                if let Some((consumers, _)) = counts.get_mut(place) {
                    *consumers += 1;
                }
            }
            for place in transition.fills() {
                if let Some((_, producers)) = counts.get_mut(place) {
                    *producers += 1;
                }
            }
        }
        let room = |(consumers, producers): (usize, usize)| {
            (Vec::with_capacity(consumers), Vec::with_capacity(producers))
        };
        let (mut consumers, mut producers): (Vec<_>, Vec<_>) = counts.into_iter().map(room).unzip();
        for (index, transition) in self.transitions.iter().enumerate() {
            for &place in &transition.pre {
                push(&mut consumers, place, index);
            }
            for place in transition.fills() {
                push(&mut producers, place, index);
            }
        }
        (consumers, producers)
    }

    /// Which transitions can ever be done: one with a single place before it once a token can come there; one with several
    /// where `done` says so. `joins` holds what is left of the places before each transition after reduction.
    pub(super) fn fired(&self, joins: &Net, done: impl Fn(usize) -> bool) -> Vec<bool> {
        let mut consumers = vec![Vec::new(); self.places.len()];
        for (index, transition) in joins.transitions.iter().enumerate() {
            if let [single] = transition.pre.as_slice() {
                push(&mut consumers, *single, index);
            }
        }
        let mut marked: Vec<bool> = self.initial.iter().map(|tokens| *tokens > 0).collect();
        let mut queue: Vec<Place> = (0..marked.len()).filter(|&place| value(&marked, place)).collect();
        let mut fired = vec![false; self.transitions.len()];
        let mut ready: Vec<usize> = (0..self.transitions.len()).filter(|&index| done(index)).collect();
        loop {
            while let Some(index) = ready.pop() {
                if value(&fired, index) {
                    continue;
                }
                set(&mut fired, index, true);
                for &place in self.transitions.get(index).map_or(&[][..], |step| &step.post) {
                    if !value(&marked, place) {
                        set(&mut marked, place, true);
                        queue.push(place);
                    }
                }
            }
            match queue.pop() {
                Some(place) => ready.extend(list(&consumers, place)),
                None => return fired,
            }
        }
    }
}
