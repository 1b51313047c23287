//! Makes a net smaller without changing what can go wrong in it (analysis.md 3.2, step 2).
//!
//! The rules are those of Murata (1989) as far as they keep each property by itself: a place whose only way on leads
//! through one transition is taken into what comes before it; ways that are the same become one; a way back to where
//! it began is left out; two places in a row are one; parallel places between the same two transitions become one. Sequences, choices, parallel blocks
//! and loops vanish; what is left is what does not fit together.

use super::net::{Kind, Net, Place, Sort};
use crate::flow::slots::{list, push, value};

struct Reducer<'a> {
    net: &'a mut Net,
    consumers: Vec<Vec<usize>>,
    producers: Vec<Vec<usize>>,
    queue: Vec<usize>,
    queued: Vec<bool>,
}

/// Reduces a net in place. Transitions are not removed but switched off, so that their numbers stay.
pub(super) fn reduce(net: &mut Net) {
    let (consumers, producers) = net.neighbours();
    let count = net.transitions.len();
    let mut reducer = Reducer {
        net,
        consumers,
        producers,
        queue: (0..count).rev().collect(),
        queued: vec![true; count],
    };
    while let Some(index) = reducer.queue.pop() {
        crate::flow::slots::set(&mut reducer.queued, index, false);
        reducer.visit(index);
    }
}

impl Reducer<'_> {
    fn visit(&mut self, index: usize) {
        let Some(step) = self.net.transitions.get(index) else {
            return;
        };
        if !step.live {
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
        let others = Self::live(self.net, list(&self.consumers, place)).any(|other| other != index);
        if (back && others) || self.is_double(index, place) {
            self.switch_off(index);
            self.wake(place);
        } else if !others && !back && !self.fuse(index, place) {
            self.take_in(index, place);
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
            && value(&self.net.initial, after) == 0
            && Self::live(self.net, list(&self.producers, after)).all(|other| other == index);
        if !alone {
            return false;
        }
        let leads_to = self.net.places.get(after).map(|after| after.node);
        let flow = self.net.kind(after) == Kind::Flow;
        if let (Some(kept), Some(node)) = (self.net.places.get_mut(place), leads_to) {
            kept.node = node;
            if flow {
                kept.kind = Kind::Flow;
            }
        }
        self.switch_off(index);
        let takers: Vec<usize> = Self::live(self.net, list(&self.consumers, after)).collect();
        for &taker in &takers {
            if let Some(step) = self.net.transitions.get_mut(taker) {
                for before in step.pre.iter_mut().filter(|before| **before == after) {
                    *before = place;
                }
            }
            push(&mut self.consumers, place, taker);
        }
        self.wake(place);
        true
    }

    fn live<'n>(net: &'n Net, indices: &'n [usize]) -> impl Iterator<Item = usize> + 'n {
        indices
            .iter()
            .copied()
            .filter(|&index| net.transitions.get(index).is_some_and(|step| step.live))
    }

    fn switch_off(&mut self, index: usize) {
        if let Some(step) = self.net.transitions.get_mut(index) {
            step.live = false;
        }
    }

    fn enqueue(&mut self, index: usize) {
        if self.queued.get(index) == Some(&false) {
            crate::flow::slots::set(&mut self.queued, index, true);
            self.queue.push(index);
        }
    }

    /// Looks again at what takes from and puts into a place.
    fn wake(&mut self, place: Place) {
        for index in list(&self.consumers, place)
            .iter()
            .chain(list(&self.producers, place))
            .copied()
            .collect::<Vec<_>>()
        {
            self.enqueue(index);
        }
    }

    /// Another transition does the very same.
    fn is_double(&self, index: usize, place: Place) -> bool {
        let Some(step) = self.net.transitions.get(index) else {
            return false;
        };
        let others = list(&self.consumers, place);
        // A choice with hundreds of ways is left as it is.
        others.len() <= 200
            && Self::live(self.net, others).any(|other| {
                other != index
                    && self.net.transitions.get(other).is_some_and(|other| {
                        other.sort == Sort::Plain && other.pre == step.pre && same(&other.post, &step.post)
                    })
            })
    }

    /// The place before this transition leads nowhere else: whatever puts a token there may put it behind the transition.
    fn take_in(&mut self, index: usize, place: Place) {
        if !self.net.is_work(place) {
            return;
        }
        let post = match self.net.transitions.get(index) {
            Some(step) => step.post.clone(),
            None => return,
        };
        // Two tokens on a flow have to show as two tokens on a flow behind it.
        let shows = match self.net.kind(place) {
            Kind::Flow => post.iter().any(|&after| self.net.kind(after) == Kind::Flow),
            _ => post.iter().all(|&after| self.net.is_work(after)),
        };
        if !shows || post.contains(&place) {
            return;
        }
        let producers: Vec<usize> = Self::live(self.net, list(&self.producers, place)).collect();
        let tokens = value(&self.net.initial, place);
        if post.len() > 1 && producers.len() + usize::from(tokens > 0) > 1 {
            return;
        }
        for &after in &post {
            if let Some(slot) = self.net.initial.get_mut(after) {
                *slot = slot.saturating_add(tokens);
            }
        }
        if let Some(slot) = self.net.initial.get_mut(place) {
            *slot = 0;
        }
        for &producer in &producers {
            if let Some(step) = self.net.transitions.get_mut(producer) {
                let before = std::mem::take(&mut step.post);
                for old in before {
                    if old == place {
                        step.post.extend(&post);
                    } else {
                        step.post.push(old);
                    }
                }
            }
            for &after in &post {
                if !list(&self.producers, after).contains(&producer) {
                    push(&mut self.producers, after, producer);
                }
            }
            self.enqueue(producer);
        }
        self.switch_off(index);
        for after in post {
            self.wake(after);
        }
        for producer in producers {
            let before = self.net.transitions.get(producer).map(|step| step.pre.clone());
            for place in before.unwrap_or_default() {
                self.wake(place);
            }
        }
    }

    /// Places that this transition fills together and that another one empties together: one of them is enough.
    fn merge_parallel(&mut self, index: usize) {
        let Some(step) = self.net.transitions.get(index) else {
            return;
        };
        if step.post.len() < 2 {
            return;
        }
        let mut first_of: Vec<(usize, Place)> = Vec::new();
        let mut gone: Vec<(usize, Place)> = Vec::new();
        for &place in &step.post {
            let twice = step.post.iter().filter(|other| **other == place).count() > 1;
            if twice || !self.net.is_work(place) || value(&self.net.initial, place) > 0 {
                continue;
            }
            let mut into = Self::live(self.net, list(&self.producers, place));
            let mut out = Self::live(self.net, list(&self.consumers, place));
            let (Some(only), None, Some(taker), None) = (into.next(), into.next(), out.next(), out.next())
            else {
                continue;
            };
            let joins = self
                .net
                .transitions
                .get(taker)
                .is_some_and(|taker| taker.sort != Sort::Terminate && taker.pre.len() > 1);
            if only != index || !joins {
                continue;
            }
            match first_of.iter_mut().find(|(known, _)| *known == taker) {
                // A flow is kept rather than an inner place: only there two tokens are unsafe.
                Some((_, kept)) if self.net.kind(*kept) == Kind::Inner => {
                    gone.push((taker, std::mem::replace(kept, place)));
                }
                Some(_) => gone.push((taker, place)),
                None => first_of.push((taker, place)),
            }
        }
        if gone.is_empty() {
            return;
        }
        for (taker, place) in gone {
            for (changed, before) in [(index, false), (taker, true)] {
                if let Some(step) = self.net.transitions.get_mut(changed) {
                    let places = if before { &mut step.pre } else { &mut step.post };
                    places.retain(|known| *known != place);
                }
                self.enqueue(changed);
            }
        }
        for (_, place) in first_of {
            self.wake(place);
        }
    }
}

/// The same places the same number of times.
fn same(a: &[Place], b: &[Place]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let sorted = |places: &[Place]| {
        let mut places = places.to_vec();
        places.sort_unstable();
        places
    };
    sorted(a) == sorted(b)
}
