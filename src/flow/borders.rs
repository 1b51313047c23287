//! Events on the border of activities and repeated activities (analysis.md 1.6).

use super::arcs::Builder;
use super::scopes::node;
use super::shares::exclusive;
use super::slots::{list, set, value};
use crate::graph::{NodeKind, Repetition, Trigger};

/// Share of a side event (non-interrupting, compensation, event sub-process) that states none: it happens or not.
const SIDE_SHARE: f64 = 0.5;

impl Builder<'_> {
    /// Events on the border of a node.
    pub(super) fn borders(&mut self, index: usize) {
        let events = list(&self.scopes.boundary, index).to_vec();
        let out = self.way_out(index);
        let mut interrupting = Vec::new();
        for event in events {
            let Some(border) = node(self.graph, event) else {
                continue;
            };
            let stated = border.annotations.probability;
            match border.kind {
                NodeKind::Boundary {
                    trigger: Trigger::Compensation,
                    ..
                } => self.side(out, event, stated, false),
                NodeKind::Boundary {
                    interrupting: false, ..
                } => self.side(index, event, stated, true),
                NodeKind::Boundary { trigger, .. }
                    // An end event inside that throws it leads here by itself.
                    if (stated.is_some() || self.thrown_inside(index, trigger).is_empty()) => {
                        interrupting.push((event, stated));
                    }
                _ => {}
            }
        }
        if interrupting.is_empty() {
            return;
        }
        let mut stated: Vec<Option<f64>> = vec![None];
        stated.extend(interrupting.iter().map(|(_, share)| *share));
        let shares = exclusive(&stated);
        set(
            &mut self.chain.exit,
            out,
            shares.values.first().copied().unwrap_or(1.0),
        );
        // Only the normal way states nothing: then nothing was assumed.
        let assumed = interrupting.iter().any(|(_, share)| share.is_none());
        self.note_shares(out, &shares);
        for ((event, _), share) in interrupting.into_iter().zip(shares.values.into_iter().skip(1)) {
            self.push(index, event, share, true, false);
            if assumed {
                set(&mut self.chain.assumed, event, true);
            }
            self.possible_from_inside(index, event);
        }
        if assumed {
            set(&mut self.exit_assumed, out, true);
        }
    }

    pub(super) fn side(&mut self, from: usize, event: usize, stated: Option<f64>, early: bool) {
        let share = stated.filter(|share| share.is_finite() && *share >= 0.0);
        self.push(from, event, share.unwrap_or(SIDE_SHARE), early, true);
        if share.is_none() {
            set(&mut self.chain.assumed, event, true);
        }
    }

    /// States from all over a sub-process may reach an event on its border, without weight.
    pub(super) fn possible_from_inside(&mut self, index: usize, event: usize) {
        for inner in list(&self.scopes.children, index).to_vec() {
            let from = self.way_out(inner);
            self.push(from, event, 0.0, false, true);
        }
    }

    /// End events directly inside a sub-process that throw a trigger.
    pub(super) fn thrown_inside(&self, index: usize, trigger: Trigger) -> Vec<usize> {
        if !matches!(trigger, Trigger::Error | Trigger::Escalation | Trigger::Cancel) {
            return Vec::new();
        }
        list(&self.scopes.children, index)
            .iter()
            .copied()
            .filter(|&inner| {
                node(self.graph, inner).is_some_and(|inner| inner.kind == NodeKind::End(trigger))
            })
            .collect()
    }

    pub(super) fn count_instances(&mut self) {
        for index in 0..self.chain.nodes {
            let Some(node) = node(self.graph, index) else {
                continue;
            };
            let own = if node.repetition == Repetition::MultiInstance {
                let stated = node.annotations.work.as_ref().and_then(|work| work.instances);
                let stated = stated.filter(|count| count.is_finite() && *count >= 0.0);
                if stated.is_none() {
                    self.chain.instances_unknown.push(index);
                }
                stated.unwrap_or(1.0)
            } else {
                1.0
            };
            set(&mut self.chain.instances, index, own);
        }
        let own = self.chain.instances.clone();
        for index in 0..self.chain.nodes {
            let mut product = value(&own, index);
            let mut parent = node(self.graph, index).and_then(|node| node.parent);
            let mut depth = 0;
            while let Some(around) = parent.filter(|_| depth < 300) {
                product *= value(&own, around.index());
                parent = node(self.graph, around.index()).and_then(|node| node.parent);
                depth += 1;
            }
            set(&mut self.chain.instances, index, product);
        }
    }
}
