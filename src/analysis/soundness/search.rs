//! The states of one part of a net, breadth first.

use super::explore::{Explored, Part, Witness};
use super::joins::{Sources, may_join};
use super::net::{Kind, Net, Place, Sort};
use crate::domain::ids::IdMap;
use crate::flow::slots::{list, push, set, value};
use std::rc::Rc;

/// States that are looked at before the search gives up.
const MOST_STATES: usize = 60_000;

/// States that are looked at once two tokens were seen on one flow: such a net multiplies its tokens, and what else is
/// wrong in it shows early or hardly ever.
const MOST_STATES_UNSAFE: usize = 15_000;

/// Moves that are looked at before the search gives up.
const MOST_MOVES: usize = 600_000;

/// Tokens of all states that moves lead to before the search gives up: states of many tokens take long.
const MOST_TOKENS_MOVED: usize = 20_000_000;

/// Most tokens on one place that are told apart; what goes beyond is not followed further.
const MOST_TOKENS: u8 = 2;

/// The marked places of a state, by their number and in its order, with their tokens. Few places are marked at a time.
pub(super) type Marking = [(usize, u8)];

/// A search over one part of a net.
pub(super) struct Search<'n> {
    net: &'n Net,
    /// Places that can carry tokens, by their number in a marking.
    places: &'n [Place],
    steps: Vec<Step>,
    /// Steps that take from each place.
    consumers: Vec<Vec<usize>>,
    markings: Vec<Rc<Marking>>,
    known: IdMap<Rc<Marking>, usize>,
    parents: Vec<(usize, usize)>,
    successors: Vec<Vec<usize>>,
    fired: Vec<bool>,
    /// The state whose moves were not all followed.
    cut: Option<usize>,
    result: Explored,
}

/// A transition over the numbers of a marking.
pub(super) struct Step {
    /// Its number in the net.
    index: usize,
    /// What it does.
    pub(super) sort: Sort,
    /// Numbers of the places before it.
    pub(super) pre: Vec<usize>,
    /// Numbers of the places behind it.
    pub(super) post: Vec<usize>,
    process: usize,
    /// For an inclusive join: from where a token can still come to each place before it.
    sources: Sources,
}

impl<'n> Search<'n> {
    /// A search that stands at its beginning. `numbers`: the number of each place within its part.
    pub(super) fn of(net: &'n Net, part: &'n Part, numbers: &[usize]) -> Search<'n> {
        let places = part.places.as_slice();
        let of = |places: &[Place]| {
            places
                .iter()
                .map(|&place| value(numbers, place))
                .collect::<Vec<_>>()
        };
        let transitions = part
            .steps
            .iter()
            .filter_map(|&index| Some((index, net.transitions.get(index)?)));
        let mut steps: Vec<Step> = transitions
            .map(|(index, step)| Step {
                index,
                sort: step.sort,
                pre: of(&step.pre),
                post: of(&step.post),
                process: step.process,
                sources: Sources::default(),
            })
            .collect();
        let found = Sources::all(&steps, places.len());
        let complete = found.is_some();
        for (join, sources) in found.into_iter().flatten() {
            if let Some(step) = steps.get_mut(join) {
                step.sources = sources;
            }
        }
        let mut consumers = vec![Vec::new(); places.len()];
        for (index, step) in steps.iter().enumerate() {
            for &number in &step.pre {
                push(&mut consumers, number, index);
            }
        }
        let tokens = places.iter().map(|&place| value(&net.initial, place)).enumerate();
        let initial: Rc<Marking> = tokens.filter(|(_, tokens)| *tokens > 0).collect();
        let mut known = IdMap::default();
        known.insert(initial.clone(), 0);
        Search {
            net,
            places,
            fired: vec![false; steps.len()],
            steps,
            consumers,
            known,
            markings: vec![initial],
            parents: vec![(0, usize::MAX)],
            successors: vec![Vec::new()],
            cut: None,
            result: Explored {
                complete,
                ..Explored::default()
            },
        }
    }

    /// What was found, and the transitions of the net that were done.
    pub(super) fn finish(self) -> (Explored, impl Iterator<Item = usize>) {
        let steps = self.steps.into_iter().zip(self.fired);
        (
            self.result,
            steps.filter(|(_, fired)| *fired).map(|(step, _)| step.index),
        )
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

    /// Looks at all states, or as many as are allowed.
    pub(super) fn run(&mut self) {
        let (mut state, mut moves, mut moved) = (0, 0, 0);
        let mut ready: Vec<usize> = Vec::new();
        while self.result.complete {
            let Some(marking) = self.markings.get(state).cloned() else {
                break;
            };
            self.look(state, &marking);
            ready.clear();
            ready.extend(
                marking
                    .iter()
                    .flat_map(|(number, _)| list(&self.consumers, *number)),
            );
            ready.sort_unstable();
            ready.dedup();
            for &index in &ready {
                let Some(next) = self.steps.get(index).and_then(|step| self.fire(step, &marking)) else {
                    continue;
                };
                moves += 1;
                moved += next.len();
                set(&mut self.fired, index, true);
                let transition = self.steps.get(index).map_or(0, |step| step.index);
                self.reach(state, transition, next);
                if moved > MOST_TOKENS_MOVED {
                    self.cut = Some(state);
                    break;
                }
            }
            state += 1;
            let most = match self.result.unsafe_at {
                Some(_) => MOST_STATES_UNSAFE,
                None => MOST_STATES,
            };
            if self.markings.len() > most || moves > MOST_MOVES || moved > MOST_TOKENS_MOVED {
                self.result.complete = false;
            }
        }
        self.result.states = self.markings.len();
    }

    /// Notes what is wrong in a state by itself.
    fn look(&mut self, state: usize, marking: &Marking) {
        let crowded = |search: &Self, kind: Kind| -> Vec<usize> {
            let crowded = marking
                .iter()
                .filter(|(number, tokens)| *tokens > 1 && search.kind(*number) == kind);
            crowded.map(|(number, _)| *number).collect()
        };
        if self.result.unsafe_at.is_none() {
            let places = crowded(self, Kind::Flow);
            if !places.is_empty() {
                self.result.unsafe_at = Some(self.witness(state, &places));
            }
        }
        // Only a case that is over has come to its ends for good.
        if self.result.improper.is_none() && self.is_over(marking) {
            let places = crowded(self, Kind::End);
            if !places.is_empty() {
                self.result.improper = Some(self.witness(state, &places));
            }
        }
    }

    fn is_over(&self, marking: &Marking) -> bool {
        marking.iter().all(|(number, _)| !self.is_work(*number))
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
    fn fire(&self, step: &Step, marking: &Marking) -> Option<Vec<(usize, u8)>> {
        let marked = |number: usize| {
            marking
                .binary_search_by_key(&number, |(number, _)| *number)
                .is_ok()
        };
        let ready = match step.sort {
            Sort::InclusiveJoin => {
                let work = marking
                    .iter()
                    .map(|(number, _)| *number)
                    .filter(|number| self.is_work(*number));
                may_join(step.pre.iter().map(|number| marked(*number)), work, &step.sources)
            }
            Sort::Plain | Sort::Terminate => step.pre.iter().all(|number| marked(*number)),
        };
        if !ready {
            return None;
        }
        let mut next = marking.to_vec();
        let place =
            |next: &[(usize, u8)], number: usize| next.binary_search_by_key(&number, |(number, _)| *number);
        for &number in &step.pre {
            // An inclusive join takes from those places that have a token.
            if let Ok(at) = place(&next, number) {
                match next.get_mut(at) {
                    Some((_, tokens)) if *tokens > 1 => *tokens -= 1,
                    _ => {
                        next.remove(at);
                    }
                }
            }
        }
        if step.sort == Sort::Terminate {
            next.retain(|(number, _)| {
                let place = self.places.get(*number).copied();
                let process = place
                    .and_then(|place| self.net.places.get(place))
                    .map(|place| place.process);
                !self.is_work(*number) || process != Some(step.process)
            });
        }
        for &number in &step.post {
            match place(&next, number) {
                Ok(at) => {
                    if let Some((_, tokens)) = next.get_mut(at) {
                        *tokens = tokens.saturating_add(1);
                    }
                }
                Err(at) => next.insert(at, (number, 1)),
            }
        }
        Some(next)
    }

    /// Notes a state that was reached. More tokens than can be told apart count as the most that can.
    fn reach(&mut self, from: usize, transition: usize, mut next: Vec<(usize, u8)>) {
        for (_, tokens) in &mut next {
            *tokens = (*tokens).min(MOST_TOKENS);
        }
        let to = match self.known.get(next.as_slice()) {
            Some(&known) => known,
            None => {
                let to = self.markings.len();
                let next: Rc<Marking> = next.into();
                self.known.insert(next.clone(), to);
                self.markings.push(next);
                self.parents.push((from, transition));
                self.successors.push(Vec::new());
                to
            }
        };
        push(&mut self.successors, from, to);
    }

    /// Notes which states can come to the end; those that cannot are deadlocks or livelocks.
    pub(super) fn judge(&mut self) {
        let count = self.markings.len();
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
            let over = self.is_over(marking);
            can_end |= over;
            // States not followed further may come to the end.
            let open = !self.result.complete
                && (list(&self.successors, state).is_empty() || self.cut == Some(state));
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
            let marked = search
                .markings
                .get(state)
                .into_iter()
                .flat_map(|marking| marking.iter());
            let numbers = marked.map(|(number, _)| *number);
            numbers.filter(|number| search.is_work(*number)).collect()
        };
        if let Some(state) = dead_end {
            self.result.deadlock = Some(self.witness(state, &marked(self, state)));
        } else if let Some(state) = circle {
            self.result.livelock = Some(self.witness(state, &marked(self, state)));
        }
    }
}
