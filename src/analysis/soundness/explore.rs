//! Plays the token game on what is left of a net, state by state (analysis.md 3.2, step 5).

use super::net::{Kind, Net, Place, Sort};
use crate::flow::slots::{list, push, set, value};
use crate::graph::petgraph::unionfind::UnionFind;
use std::collections::HashMap;

/// States that are looked at before the search gives up.
const MOST_STATES: usize = 60_000;

/// States that are looked at once two tokens were seen on one flow: such a net multiplies its tokens, and what else is
/// wrong in it shows early or hardly ever.
const MOST_STATES_UNSAFE: usize = 15_000;

/// Moves that are looked at before the search gives up.
const MOST_MOVES: usize = 600_000;

/// Most tokens on one place that are told apart; what goes beyond is not followed further.
const MOST_TOKENS: u8 = 2;

/// A state in which something is wrong, with the transitions that lead there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Witness {
    /// Places that show it.
    pub(super) places: Vec<Place>,
    /// Transitions from the beginning, in order.
    pub(super) path: Vec<usize>,
}

/// What the search found.
#[derive(Debug, Default)]
pub(super) struct Explored {
    /// States looked at.
    pub(super) states: usize,
    /// False: the search gave up before it had seen all states.
    pub(super) complete: bool,
    /// Transitions that were done at least once.
    pub(super) fired: Vec<bool>,
    /// Two tokens on one flow.
    pub(super) unsafe_at: Option<Witness>,
    /// Nothing can move, but tokens are left.
    pub(super) deadlock: Option<Witness>,
    /// Tokens move for ever and cannot come to an end.
    pub(super) livelock: Option<Witness>,
    /// An end is reached twice.
    pub(super) improper: Option<Witness>,
    /// Some way comes to the end.
    pub(super) can_end: bool,
}

struct Search<'n> {
    net: &'n Net,
    /// Places that can carry tokens, by their number in a marking.
    places: Vec<Place>,
    steps: Vec<Step>,
    markings: Vec<Box<[u8]>>,
    known: HashMap<Box<[u8]>, usize>,
    parents: Vec<(usize, usize)>,
    successors: Vec<Vec<usize>>,
    result: Explored,
}

/// A transition over the numbers of a marking.
struct Step {
    index: usize,
    sort: Sort,
    pre: Vec<usize>,
    post: Vec<usize>,
    process: usize,
    /// For an inclusive join: from which numbers a token can still come to each place before it.
    sources: Vec<Vec<bool>>,
}

/// Looks at all states that can be reached, breadth first, so that the ways shown are shortest ones.
///
/// Parts of the net that have nothing to do with each other are looked at one by one: together they would have the product
/// of their states.
pub(super) fn explore(net: &Net) -> Explored {
    let mut whole = Explored {
        complete: true,
        can_end: true,
        fired: vec![false; net.transitions.len()],
        ..Explored::default()
    };
    for part in parts(net) {
        let mut search = Search::of(net, &part);
        search.run();
        search.judge();
        let found = search.result;
        whole.states += found.states;
        whole.complete &= found.complete;
        whole.can_end &= found.can_end;
        whole.unsafe_at = whole.unsafe_at.or(found.unsafe_at);
        whole.deadlock = whole.deadlock.or(found.deadlock);
        whole.livelock = whole.livelock.or(found.livelock);
        whole.improper = whole.improper.or(found.improper);
        for (fired, also) in whole.fired.iter_mut().zip(found.fired) {
            *fired |= also;
        }
    }
    whole
}

/// Places that belong together, in the order of their first place. A terminate end holds its process together.
fn parts(net: &Net) -> Vec<Vec<Place>> {
    let mut sets = UnionFind::<usize>::new(net.places.len());
    for step in net.transitions.iter().filter(|step| step.live) {
        let mut places = step.pre.iter().chain(&step.post);
        if let Some(&first) = places.next() {
            for &place in places {
                sets.union(first, place);
            }
        }
        if step.sort == Sort::Terminate {
            let process = net.places.iter().enumerate();
            for (place, _) in process.filter(|(_, data)| data.process == step.process) {
                sets.union(place, step.pre.first().copied().unwrap_or(place));
            }
        }
    }
    let mut used = vec![false; net.places.len()];
    for step in net.transitions.iter().filter(|step| step.live) {
        for &place in step.pre.iter().chain(&step.post) {
            set(&mut used, place, true);
        }
    }
    let mut parts: Vec<Vec<Place>> = Vec::new();
    let mut part_of: HashMap<usize, usize> = HashMap::new();
    for place in 0..net.places.len() {
        if !value(&used, place) && value(&net.initial, place) == 0 {
            continue;
        }
        let next = parts.len();
        let part = *part_of.entry(sets.find(place)).or_insert(next);
        if part == next {
            parts.push(Vec::new());
        }
        push(&mut parts, part, place);
    }
    parts
}

impl<'n> Search<'n> {
    fn of(net: &'n Net, part: &[Place]) -> Search<'n> {
        let places = part.to_vec();
        let mut number = vec![usize::MAX; net.places.len()];
        for (index, &place) in places.iter().enumerate() {
            set(&mut number, place, index);
        }
        let numbers = |places: &[Place]| {
            places
                .iter()
                .map(|&place| value(&number, place))
                .collect::<Vec<_>>()
        };
        let mut steps: Vec<Step> = net
            .transitions
            .iter()
            .enumerate()
            .filter(|(_, step)| {
                step.live
                    && step
                        .pre
                        .first()
                        .is_some_and(|place| value(&number, *place) < places.len())
            })
            .map(|(index, step)| Step {
                index,
                sort: step.sort,
                pre: numbers(&step.pre),
                post: numbers(&step.post),
                process: step.process,
                sources: Vec::new(),
            })
            .collect();
        for join in 0..steps.len() {
            let sources = sources(&steps, join, places.len());
            if let Some(step) = steps.get_mut(join) {
                step.sources = sources;
            }
        }
        let initial: Box<[u8]> = places.iter().map(|&place| value(&net.initial, place)).collect();
        Search {
            net,
            places,
            steps,
            known: HashMap::from([(initial.clone(), 0)]),
            markings: vec![initial],
            parents: vec![(0, usize::MAX)],
            successors: vec![Vec::new()],
            result: Explored {
                complete: true,
                fired: vec![false; net.transitions.len()],
                ..Explored::default()
            },
        }
    }

    fn is_work(&self, number: usize) -> bool {
        self.places
            .get(number)
            .is_some_and(|&place| self.net.is_work(place))
    }

    fn kind(&self, number: usize) -> Kind {
        self.places
            .get(number)
            .map_or(Kind::Flow, |&place| self.net.kind(place))
    }

    fn run(&mut self) {
        let (mut state, mut moves) = (0, 0);
        while state < self.markings.len() {
            let Some(marking) = self.markings.get(state).cloned() else {
                break;
            };
            self.look(state, &marking);
            for index in 0..self.steps.len() {
                let Some(next) = self.steps.get(index).and_then(|step| self.fire(step, &marking)) else {
                    continue;
                };
                moves += 1;
                let transition = self.steps.get(index).map_or(0, |step| step.index);
                set(&mut self.result.fired, transition, true);
                self.reach(state, transition, next);
            }
            state += 1;
            let most = match self.result.unsafe_at {
                Some(_) => MOST_STATES_UNSAFE,
                None => MOST_STATES,
            };
            if self.markings.len() > most || moves > MOST_MOVES {
                self.result.complete = false;
                break;
            }
        }
        self.result.states = self.markings.len();
    }

    /// Notes what is wrong in a state by itself.
    fn look(&mut self, state: usize, marking: &[u8]) {
        let crowded = |search: &Self, kind: Kind| -> Vec<usize> {
            let all = marking.iter().enumerate();
            let crowded = all.filter(|(number, tokens)| **tokens > 1 && search.kind(*number) == kind);
            crowded.map(|(number, _)| number).collect()
        };
        if self.result.unsafe_at.is_none() {
            let places = crowded(self, Kind::Flow);
            if !places.is_empty() {
                self.result.unsafe_at = Some(self.witness(state, &places));
            }
        }
        // Only a case that is over has come to its ends for good.
        let over = (0..marking.len()).all(|number| value(marking, number) == 0 || !self.is_work(number));
        if self.result.improper.is_none() && over {
            let places = crowded(self, Kind::End);
            if !places.is_empty() {
                self.result.improper = Some(self.witness(state, &places));
            }
        }
    }

    fn witness(&self, state: usize, numbers: &[usize]) -> Witness {
        let mut path = Vec::new();
        let mut at = state;
        while let Some(&(parent, transition)) = self.parents.get(at) {
            if transition == usize::MAX {
                break;
            }
            path.push(transition);
            at = parent;
        }
        path.reverse();
        Witness {
            places: numbers
                .iter()
                .filter_map(|&number| self.places.get(number).copied())
                .collect(),
            path,
        }
    }

    /// The state after a transition; `None` where it cannot be done.
    fn fire(&self, step: &Step, marking: &[u8]) -> Option<Vec<u8>> {
        let ready = match step.sort {
            Sort::InclusiveJoin => may_join(step, marking, |number| self.is_work(number)),
            Sort::Plain | Sort::Terminate => step.pre.iter().all(|&number| value(marking, number) > 0),
        };
        if !ready {
            return None;
        }
        let mut next = marking.to_vec();
        for &number in &step.pre {
            // An inclusive join takes from those places that have a token.
            if let Some(tokens) = next.get_mut(number) {
                *tokens = tokens.saturating_sub(1);
            }
        }
        if step.sort == Sort::Terminate {
            for (tokens, &place) in next.iter_mut().zip(&self.places) {
                let process = self.net.places.get(place).map(|place| place.process);
                if self.net.is_work(place) && process == Some(step.process) {
                    *tokens = 0;
                }
            }
        }
        for &number in &step.post {
            if let Some(tokens) = next.get_mut(number) {
                *tokens = tokens.saturating_add(1);
            }
        }
        Some(next)
    }

    /// Notes a state that was reached. More tokens than can be told apart count as the most that can.
    fn reach(&mut self, from: usize, transition: usize, mut next: Vec<u8>) {
        for tokens in &mut next {
            *tokens = (*tokens).min(MOST_TOKENS);
        }
        let next: Box<[u8]> = next.into();
        let to = match self.known.get(&next) {
            Some(&known) => known,
            None => {
                let to = self.markings.len();
                self.known.insert(next.clone(), to);
                self.markings.push(next);
                self.parents.push((from, transition));
                self.successors.push(Vec::new());
                to
            }
        };
        push(&mut self.successors, from, to);
    }

    /// Which states can come to the end; those that cannot are deadlocks or livelocks.
    fn judge(&mut self) {
        let count = self.markings.len();
        let ended = |marking: &[u8]| {
            let mut tokens = marking.iter().enumerate();
            tokens.all(|(number, tokens)| *tokens == 0 || !self.is_work(number))
        };
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (from, successors) in self.successors.iter().enumerate() {
            for &to in successors {
                push(&mut before, to, from);
            }
        }
        let mut can = vec![false; count];
        let mut queue = Vec::new();
        let mut can_end = false;
        for (state, marking) in self.markings.iter().enumerate() {
            let over = ended(marking);
            can_end |= over;
            // States not followed further may come to the end.
            let open = !self.result.complete && list(&self.successors, state).is_empty();
            if over || open {
                set(&mut can, state, true);
                queue.push(state);
            }
        }
        self.result.can_end = can_end;
        while let Some(state) = queue.pop() {
            for &from in list(&before, state) {
                if !value(&can, from) {
                    set(&mut can, from, true);
                    queue.push(from);
                }
            }
        }
        let mut dead_end = None;
        let mut circle = None;
        for state in 0..count {
            if value(&can, state) {
                continue;
            }
            if list(&self.successors, state).is_empty() {
                dead_end = dead_end.or(Some(state));
            } else {
                circle = circle.or(Some(state));
            }
        }
        let marked = |search: &Self, state: usize| -> Vec<usize> {
            let marking = search.markings.get(state).map_or(&[][..], |marking| marking);
            let all = marking.iter().enumerate();
            let marked = all.filter(|(number, tokens)| **tokens > 0 && search.is_work(*number));
            marked.map(|(number, _)| number).collect()
        };
        if let Some(state) = dead_end {
            self.result.deadlock = Some(self.witness(state, &marked(self, state)));
        } else if let Some(state) = circle {
            self.result.livelock = Some(self.witness(state, &marked(self, state)));
        }
    }
}

/// For each place before an inclusive join: from where a token can come to it without passing the join.
fn sources(steps: &[Step], join: usize, places: usize) -> Vec<Vec<bool>> {
    let Some(step) = steps.get(join).filter(|step| step.sort == Sort::InclusiveJoin) else {
        return Vec::new();
    };
    let mut producers: Vec<Vec<usize>> = vec![Vec::new(); places];
    for (index, other) in steps.iter().enumerate() {
        if index != join {
            for &number in &other.post {
                push(&mut producers, number, index);
            }
        }
    }
    let from = |target: usize| {
        let mut reached = vec![false; places];
        let mut queue = vec![target];
        while let Some(number) = queue.pop() {
            for &producer in list(&producers, number) {
                for &before in steps.get(producer).map_or(&[][..], |step| &step.pre) {
                    if !value(&reached, before) {
                        set(&mut reached, before, true);
                        queue.push(before);
                    }
                }
            }
        }
        reached
    };
    step.pre.iter().map(|&target| from(target)).collect()
}

/// An inclusive join goes on once a token is there and none can still come to an empty flow, unless it could as well
/// come to a flow that already has one (BPMN 2.0, 13.4.3).
fn may_join(step: &Step, marking: &[u8], is_flow: impl Fn(usize) -> bool) -> bool {
    let full: Vec<usize> = (0..step.pre.len())
        .filter(|&at| value(marking, value(&step.pre, at)) > 0)
        .collect();
    if full.is_empty() {
        return false;
    }
    let comes = |at: usize, from: usize| step.sources.get(at).is_some_and(|sources| value(sources, from));
    let empty = (0..step.pre.len()).filter(|at| !full.contains(at));
    for at in empty {
        for (from, tokens) in marking.iter().enumerate() {
            if *tokens > 0
                && is_flow(from)
                && comes(at, from)
                && !full.iter().any(|&other| comes(other, from))
            {
                return false;
            }
        }
    }
    true
}
