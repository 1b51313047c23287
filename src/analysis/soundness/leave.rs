//! How tokens leave activities and pass gateways.

use super::build::{Builder, Way};
use super::net::{Kind, Place, Sort};
use crate::flow::slots::value;
use crate::flow::{Block, Split};
use crate::graph::{GatewayKind, NodeKind, Trigger};

/// Most branches of an inclusive split whose combinations are written out.
const WRITTEN_OUT: usize = 4;

impl Builder<'_> {
    /// From inside an activity or event onto the flows after it, with the events on its border.
    pub(super) fn leave(&mut self, index: usize, middle: Place) {
        let ways = self.outgoing.list(index).to_vec();
        let sent = self.sent.list(index).to_vec();
        for event in self.boundary.list(index).to_vec() {
            let Some(NodeKind::Boundary {
                interrupting,
                trigger,
            }) = self.node(event).map(|node| node.kind)
            else {
                continue;
            };
            if trigger == Trigger::Compensation {
                // It only says what undoes the activity.
                continue;
            }
            let place = self.place(Kind::Inner, event);
            let (after, also) = (self.outgoing.list(event).to_vec(), self.sent.list(event).to_vec());
            self.out(event, place, &after, &also);
            let mut post = vec![place];
            if !interrupting {
                // It happens once or not at all.
                post.extend(ways.iter().map(|way| way.place));
                post.extend(&sent);
            }
            self.net.step(event, vec![middle], post);
        }
        if value(self.stuck, index) {
            return;
        }
        self.out(index, middle, &ways, &sent);
    }

    /// Onto the flows: all that have no condition, and one or more of the others.
    fn out(&mut self, index: usize, from: Place, ways: &[Way], sent: &[Place]) {
        let conditional: Vec<Place> = ways
            .iter()
            .filter(|way| way.conditional)
            .map(|way| way.place)
            .collect();
        let default: Vec<Place> = ways
            .iter()
            .filter(|way| way.is_default && !way.conditional)
            .map(|way| way.place)
            .collect();
        let mut always: Vec<Place> = ways
            .iter()
            .filter(|way| !way.conditional && !way.is_default)
            .map(|way| way.place)
            .collect();
        always.extend(sent);
        if conditional.is_empty() {
            always.extend(default);
            self.net.step(index, vec![from], always);
            return;
        }
        // Without a default some condition holds, unless other flows go on anyway.
        if !default.is_empty() || !always.is_empty() {
            let post = always.iter().chain(&default).copied().collect();
            self.net.step(index, vec![from], post);
        }
        self.some(index, from, &conditional, &always);
    }

    /// One or more of these places get a token, and all of `always`.
    fn some(&mut self, index: usize, from: Place, targets: &[Place], always: &[Place]) {
        if targets.len() <= WRITTEN_OUT {
            for chosen in 1..(1_usize << targets.len()) {
                let bits = targets.iter().enumerate();
                let chosen = bits.filter(|(bit, _)| chosen & (1 << bit) != 0);
                let post = chosen.map(|(_, place)| *place).chain(always.iter().copied());
                self.net.step(index, vec![from], post.collect());
            }
            return;
        }
        // One is taken for sure; each of the others decides for itself.
        let open: Vec<Place> = targets
            .iter()
            .map(|&target| {
                let place = self.place(Kind::Inner, index);
                self.net.step(index, vec![place], vec![target]);
                self.net.step(index, vec![place], Vec::new());
                place
            })
            .collect();
        for (sure, target) in targets.iter().enumerate() {
            let others = open.iter().enumerate().filter(|(other, _)| *other != sure);
            let post = std::iter::once(*target)
                .chain(always.iter().copied())
                .chain(others.map(|(_, place)| *place));
            self.net.step(index, vec![from], post.collect());
        }
    }

    /// A gateway: tokens come together, then part.
    pub(super) fn gateway(&mut self, index: usize, kind: GatewayKind, incoming: Vec<Place>) {
        let targets: Vec<Place> = self.outgoing.list(index).iter().map(|way| way.place).collect();
        let middle = self.place(Kind::Inner, index);
        let joins = match kind {
            GatewayKind::Parallel => Some(Sort::Plain),
            GatewayKind::Inclusive | GatewayKind::Complex if self.closes_block(index) => Some(Sort::Plain),
            GatewayKind::Inclusive | GatewayKind::Complex => Some(Sort::InclusiveJoin),
            GatewayKind::Exclusive | GatewayKind::EventBased => None,
        };
        match joins {
            Some(sort) if incoming.len() > 1 => {
                self.net.sorted_step(sort, index, 0, incoming, vec![middle]);
            }
            _ => {
                for place in incoming {
                    self.net.step(index, vec![place], vec![middle]);
                }
            }
        }
        match kind {
            _ if targets.len() < 2 => self.net.step(index, vec![middle], targets),
            GatewayKind::Parallel => self.net.step(index, vec![middle], targets),
            GatewayKind::Exclusive | GatewayKind::EventBased => {
                for target in targets {
                    self.net.step(index, vec![middle], vec![target]);
                }
            }
            GatewayKind::Inclusive | GatewayKind::Complex => {
                if !self.choices(index, middle, &targets) {
                    self.some(index, middle, &targets, &[]);
                }
            }
        }
    }

    /// True for an inclusive join that closes a block of which every branch comes in by one flow of its own.
    fn closes_block(&self, index: usize) -> bool {
        let blocks = self.chain.blocks.iter();
        blocks
            .filter(|block| block.join == index)
            .any(|block| self.branches(block).is_some())
    }

    /// For each branch of an inclusive block: the flow out of its split and the flow into its join.
    fn branches(&self, block: &Block) -> Option<Vec<(Place, Place)>> {
        let inclusive = self.chain.split.get(block.split) == Some(&Split::Some);
        let nodes = self.chain.nodes;
        let ways = self.outgoing.list(block.split);
        if !inclusive || block.split >= nodes || block.join >= nodes || ways.len() != block.branches.len() {
            return None;
        }
        if self.incoming.list(block.join).len() != ways.len() {
            return None;
        }
        let leads_to = |place: Place| self.net.places.get(place).map(|place| place.node);
        let mut found: Vec<(Place, Place)> = Vec::new();
        for branch in &block.branches {
            let fresh = |place: &Place| !found.iter().any(|(first, _)| first == place);
            let first = ways
                .iter()
                .map(|way| way.place)
                .find(|place| leads_to(*place) == Some(branch.entry) && fresh(place))?;
            let last = if branch.entry == block.join {
                first
            } else {
                let mut into = branch
                    .members
                    .iter()
                    .flat_map(|&member| self.outgoing.list(member))
                    .map(|way| way.place)
                    .filter(|place| leads_to(*place) == Some(block.join));
                let last = into.next()?;
                if into.next().is_some() {
                    return None;
                }
                last
            };
            found.push((first, last));
        }
        Some(found)
    }

    /// An inclusive split whose branches meet again in one join: each branch is gone or skipped, and the join waits for
    /// all (dead-path elimination). False where there is no such join.
    fn choices(&mut self, index: usize, middle: Place, targets: &[Place]) -> bool {
        let block = self.chain.block_at(index);
        let Some(branches) = block.and_then(|block| self.branches(block)) else {
            return false;
        };
        if branches.len() != targets.len() {
            return false;
        }
        let mut open = Vec::new();
        for (first, last) in branches {
            let place = self.place(Kind::Inner, index);
            self.net.step(index, vec![place], vec![first]);
            if first != last {
                self.net.step(index, vec![place], vec![last]);
            }
            open.push(place);
        }
        self.net.step(index, vec![middle], open);
        true
    }
}
