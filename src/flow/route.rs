//! Routes through blocks for one object: branches that touch it are chained, the others skipped (analysis.md 1.6).

use super::chain::{Arc, Chain};
use super::slots::{list, set, value};

impl Chain {
    /// Ways out of a point for an object that only some branches of the blocks touch: those branches are chained in
    /// document order, the others skipped (analysis.md 1.6).
    pub fn leaving(&self, from: usize, live: &Live) -> Vec<Arc> {
        let mut ways = Vec::with_capacity(2);
        let block = self.block_at(from);
        if let Some(index) = self.opens.get(from).copied().flatten() {
            self.chained(index, 0, value(&self.exit, from), live, &mut ways);
        }
        for arc in list(&self.arcs, from) {
            let opens = block.is_some_and(|block| !arc.early && !arc.side && block.opens(arc.to));
            if opens {
                continue;
            }
            self.arrive(from, *arc, live, &mut ways);
        }
        ways
    }

    /// From the entry of branch `next` of a block on: into the live branches, then on to the join.
    fn chained(&self, block_index: usize, next: usize, mass: f64, live: &Live, ways: &mut Vec<Arc>) {
        let Some(block) = self.blocks.get(block_index) else {
            return;
        };
        let mut rest = mass;
        for (index, branch) in block.branches.iter().enumerate().skip(next) {
            if !live.is_live(block_index, index) {
                continue;
            }
            ways.push(Arc {
                to: branch.entry,
                weight: rest * branch.share,
                early: false,
                side: false,
            });
            if branch.share >= 1.0 {
                return;
            }
            rest *= 1.0 - branch.share;
        }
        let arc = Arc {
            to: block.join,
            weight: rest,
            early: false,
            side: false,
        };
        // The blocks around the split that end at the same join take over.
        let around = list(&self.membership, block.split);
        let outer = around
            .iter()
            .find(|(index, _)| self.blocks.get(*index).is_some_and(|b| b.join == block.join));
        match outer {
            Some(&(outer, branch)) => self.chained(outer, branch + 1, rest, live, ways),
            None => ways.push(Arc {
                weight: arc.weight / self.joined(arc.to, false),
                ..arc
            }),
        }
    }

    /// An arc that may reach the join of a block it lies in.
    fn arrive(&self, from: usize, arc: Arc, live: &Live, ways: &mut Vec<Arc>) {
        let inner = list(&self.membership, from)
            .iter()
            .find(|(index, _)| self.blocks.get(*index).is_some_and(|block| block.join == arc.to));
        match inner {
            Some(&(block, branch)) if !arc.side => {
                let before = ways.len();
                self.chained(block, branch + 1, arc.weight, live, ways);
                for way in ways.iter_mut().skip(before) {
                    way.early = arc.early;
                }
            }
            _ => ways.push(Arc {
                weight: arc.weight / self.joined(arc.to, arc.side),
                ..arc
            }),
        }
    }
}

/// Which branches of which blocks touch an object.
#[derive(Debug, Clone)]
pub struct Live(Vec<Vec<bool>>);

impl Live {
    /// The branches that contain one of the points.
    pub fn touching(chain: &Chain, points: impl Iterator<Item = usize>) -> Live {
        let mut branches: Vec<Vec<bool>> = chain
            .blocks
            .iter()
            .map(|block| vec![false; block.branches.len()])
            .collect();
        for point in points {
            for &(block, branch) in list(&chain.membership, point) {
                if let Some(branches) = branches.get_mut(block) {
                    set(branches, branch, true);
                }
            }
        }
        Live(branches)
    }

    fn is_live(&self, block: usize, branch: usize) -> bool {
        value(list(&self.0, block), branch)
    }

    /// Blocks with more than one such branch.
    pub fn shared(&self) -> impl Iterator<Item = usize> + '_ {
        self.0
            .iter()
            .enumerate()
            .filter(|(_, branches)| branches.iter().filter(|live| **live).count() > 1)
            .map(|(index, _)| index)
    }
}
