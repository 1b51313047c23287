//! Makes a net smaller without changing what can go wrong in it (analysis.md 3.2, step 2).
//!
//! The rules are those of Murata (1989) as far as they keep each property by itself: a place whose only way on leads
//! through one transition is taken into what comes before it; ways that are the same become one; a way back to where
//! it began is left out; two places in a row are one; parallel places between the same two transitions become one.
//! Sequences, choices, parallel blocks and loops vanish; what is left is what does not fit together.
//!
//! A transition is looked at again only where something changed that one of its rules asks for, so that the work grows
//! with the size of the net.

use super::around::{Around, is_live};
use super::net::{Kind, Net, Place, Sort};
use crate::domain::ids::{IdMap, IdSet};
use crate::flow::slots::{set, value};
use std::collections::VecDeque;
use std::collections::hash_map::Entry;
use std::hash::BuildHasher;

struct Reducer<'a> {
    net: &'a mut Net,
    /// What takes from each place.
    consumers: Around,
    /// What puts into each place.
    producers: Around,
    /// The transition that was last seen with a place before it and places behind it, by their hash.
    seen: IdMap<u64, usize>,
    queue: VecDeque<usize>,
    queued: Vec<bool>,
}

/// Reduces a net in place. Transitions are not removed but switched off, so that their numbers stay.
pub(super) fn reduce(net: &mut Net) {
    let (consumers, producers) = net.neighbours();
    let count = net.transitions.len();
    let mut reducer = Reducer {
        net,
        consumers: Around::of(consumers),
        producers: Around::of(producers),
        seen: IdMap::default(),
        queue: (0..count).collect(),
        queued: vec![true; count],
    };
    while let Some(index) = reducer.queue.pop_front() {
        set(&mut reducer.queued, index, false);
        reducer.visit(index);
    }
}

impl Reducer<'_> {
    fn visit(&mut self, index: usize) {
        if !is_live(&self.net.transitions, index) {
            return;
        }
        self.merge_parallel(index);
        let Some(step) = self.net.transitions.get_mut(index) else {
            return;
        };
        if step.sort == Sort::InclusiveJoin && step.pre.len() == 1 {
            step.sort = Sort::Plain;
        }
        if step.sort != Sort::Plain {
            return;
        }
        let [place] = step.pre.as_slice() else { return };
        let place = *place;
        // A way back to where it began matters only where there is no other way: then the case never leaves.
        let back = step.post.as_slice() == [place];
        let others = self.consumers.count(place) > 1;
        if (back && others) || self.is_double(index, place) {
            self.switch_off(index);
        } else if !others && !back {
            // Whichever touches less comes first.
            let few = match self.net.transitions.get(index).map(|step| step.post.as_slice()) {
                Some([after]) => self.consumers.count(*after) <= self.producers.count(place),
                _ => false,
            };
            let rules: [fn(&mut Self, usize, Place) -> bool; 2] = if few {
                [Self::fuse, Self::take_in]
            } else {
                [Self::take_in, Self::fuse]
            };
            rules.iter().any(|rule| rule(self, index, place));
        }
    }

    /// Two places of which one leads to the other only, which is filled from nowhere else, are one place. Two tokens on
    /// both together can always come to lie on the one of the two that is a flow, so it stays a flow.
    fn fuse(&mut self, index: usize, place: Place) -> bool {
        let Some([after]) = self.net.transitions.get(index).map(|step| step.post.as_slice()) else {
            return false;
        };
        let after = *after;
        let alone = self.net.is_work(place)
            && self.net.is_work(after)
            && after != place
            && value(&self.net.initial, after) == 0
            && self.producers.count(after) == 1;
        if !alone {
            return false;
        }
        let leads_to = self.net.places.get(after).map(|after| after.node);
        let becomes_flow = self.net.kind(after) == Kind::Flow && self.net.kind(place) != Kind::Flow;
        if let (Some(kept), Some(node)) = (self.net.places.get_mut(place), leads_to) {
            kept.node = node;
            if becomes_flow {
                kept.kind = Kind::Flow;
            }
        }
        if becomes_flow {
            // What puts a token there may show two of them now.
            for producer in self.producers.live(place, &self.net.transitions) {
                self.enqueue(producer);
            }
        }
        self.switch_off(index);
        let takers = self.consumers.take(after, &self.net.transitions);
        for &taker in &takers {
            if let Some(step) = self.net.transitions.get_mut(taker) {
                for before in step.pre.iter_mut().filter(|before| **before == after) {
                    *before = place;
                }
            }
            self.consumers.add(place, taker);
            self.enqueue(taker);
        }
        self.wake(place);
        true
    }

    fn switch_off(&mut self, index: usize) {
        let Some(step) = self.net.transitions.get_mut(index) else {
            return;
        };
        step.live = false;
        let (pre, post) = (step.pre.clone(), step.fills());
        let steps = &self.net.transitions;
        for &place in &pre {
            self.consumers.lost(place, steps);
        }
        for &place in &post {
            self.producers.lost(place, steps);
        }
        for place in pre.into_iter().chain(post) {
            self.wake(place);
        }
    }

    fn enqueue(&mut self, index: usize) {
        if self.queued.get(index) == Some(&false) {
            set(&mut self.queued, index, true);
            self.queue.push_back(index);
        }
    }

    /// Looks again at what takes from and puts into a place, where there is but one of them: no rule asks about several.
    fn wake(&mut self, place: Place) {
        let steps = &self.net.transitions;
        let only = [&self.consumers, &self.producers].map(|around| around.only(place, steps));
        for index in only.into_iter().flatten() {
            self.enqueue(index);
        }
    }

    /// Another transition does the very same. It was seen before, unless it changed since; then it is looked at again.
    fn is_double(&mut self, index: usize, place: Place) -> bool {
        let steps = &self.net.transitions;
        let Some(step) = steps.get(index) else {
            return false;
        };
        let post = sorted(&step.post);
        let key = self.seen.hasher().hash_one((place, &post));
        let other = self.seen.get(&key).copied().filter(|other| *other != index);
        let same = other.and_then(|other| steps.get(other)).is_some_and(|other| {
            other.live && other.sort == Sort::Plain && other.pre == step.pre && sorted(&other.post) == post
        });
        if !same {
            self.seen.insert(key, index);
        }
        same
    }

    /// The place before this transition leads nowhere else: whatever puts a token there may put it behind the transition.
    fn take_in(&mut self, index: usize, place: Place) -> bool {
        if !self.net.is_work(place) {
            return false;
        }
        let Some((post, behind)) = self
            .net
            .transitions
            .get(index)
            .map(|step| (step.post.clone(), step.fills()))
        else {
            return false;
        };
        // Two tokens on a flow have to show as two tokens on a flow behind it.
        let shows = match self.net.kind(place) {
            Kind::Flow => post.iter().any(|&after| self.net.kind(after) == Kind::Flow),
            _ => post.iter().all(|&after| self.net.is_work(after)),
        };
        let tokens = value(&self.net.initial, place);
        // One transition that puts two tokens here counts as two: else what it fills would double with every step.
        let producer = self.producers.only(place, &self.net.transitions);
        let twice = producer
            .and_then(|index| self.net.transitions.get(index))
            .is_some_and(|step| step.post.iter().filter(|after| **after == place).count() > 1);
        let several = self.producers.count(place) + usize::from(tokens) > 1 || twice;
        if !shows || post.contains(&place) || (post.len() > 1 && several) {
            return false;
        }
        for &after in &post {
            if let Some(slot) = self.net.initial.get_mut(after) {
                *slot = slot.saturating_add(tokens);
            }
        }
        set(&mut self.net.initial, place, 0);
        let producers = self.producers.take(place, &self.net.transitions);
        for producer in producers {
            if let Some(step) = self.net.transitions.get_mut(producer) {
                let before = std::mem::take(&mut step.post);
                for &after in behind.iter().filter(|after| !before.contains(after)) {
                    self.producers.add(after, producer);
                }
                for old in before {
                    if old == place {
                        step.post.extend(&post);
                    } else {
                        step.post.push(old);
                    }
                }
            }
            self.enqueue(producer);
        }
        self.switch_off(index);
        true
    }

    /// Places that this transition fills together and that another one empties together: one of them is enough.
    fn merge_parallel(&mut self, index: usize) {
        let steps = &self.net.transitions;
        let Some(step) = steps.get(index).filter(|step| step.post.len() > 1) else {
            return;
        };
        let mut times: IdMap<Place, usize> = IdMap::default();
        for &place in &step.post {
            *times.entry(place).or_default() += 1;
        }
        // The place that stays for each transition behind; a flow rather than an inner place: only there two tokens are
        // unsafe.
        let mut kept: IdMap<usize, Place> = IdMap::default();
        let mut gone: Vec<(usize, Place)> = Vec::new();
        for &place in &step.post {
            let once = times.get(&place) == Some(&1);
            if !once || !self.net.is_work(place) || value(&self.net.initial, place) > 0 {
                continue;
            }
            let only = self.producers.only(place, steps) == Some(index);
            let Some(taker) = self.consumers.only(place, steps).filter(|_| only) else {
                continue;
            };
            let joins = steps
                .get(taker)
                .is_some_and(|taker| taker.sort != Sort::Terminate && taker.pre.len() > 1);
            if !joins {
                continue;
            }
            match kept.entry(taker) {
                Entry::Vacant(first) => {
                    first.insert(place);
                }
                Entry::Occupied(mut known) if self.net.kind(*known.get()) == Kind::Inner => {
                    gone.push((taker, known.insert(place)));
                }
                Entry::Occupied(_) => gone.push((taker, place)),
            }
        }
        if gone.is_empty() {
            return;
        }
        let places: IdSet<Place> = gone.iter().map(|(_, place)| *place).collect();
        let mut changed: Vec<usize> = gone.into_iter().map(|(taker, _)| taker).collect();
        changed.sort_unstable();
        changed.dedup();
        for &taker in &changed {
            if let Some(step) = self.net.transitions.get_mut(taker) {
                step.pre.retain(|place| !places.contains(place));
            }
        }
        if let Some(step) = self.net.transitions.get_mut(index) {
            step.post.retain(|place| !places.contains(place));
        }
        self.enqueue(index);
        for taker in changed {
            self.enqueue(taker);
        }
    }
}

/// The same places the same number of times, in one order.
fn sorted(places: &[Place]) -> Vec<Place> {
    let mut places = places.to_vec();
    places.sort_unstable();
    places
}
