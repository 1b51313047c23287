//! Lead time of a tree of blocks (analysis.md 4.2, 4.3).

use crate::domain::block_tree::BlockTree;

/// Mean time from entry to exit by textbook flow analysis: sums in a row, weighted mean of alternatives, the largest
/// mean of parallel branches, body / (1 − r) for a loop, body + r / (1 − r) × (body + way back) for one with a way back.
///
/// `None` where a loop never ends (share 1 or more) or the tree is deeper than 500 blocks.
pub fn cycle_time(tree: &BlockTree) -> Option<f64> {
    within(tree, 500)
}

fn within(tree: &BlockTree, depth: u32) -> Option<f64> {
    let deeper = depth.checked_sub(1)?;
    let time = |tree: &BlockTree| within(tree, deeper);
    let again = |share: f64| (0.0..1.0).contains(&share).then_some(share);
    match tree {
        BlockTree::Time(time) => Some(*time),
        BlockTree::Sequence(parts) => parts.iter().map(time).sum(),
        BlockTree::Exclusive(ways) => ways
            .iter()
            .map(|(share, way)| time(way).map(|time| share * time))
            .sum(),
        BlockTree::Parallel(ways) => ways
            .iter()
            .map(time)
            .try_fold(0.0_f64, |longest, time| Some(longest.max(time?))),
        BlockTree::Loop(share, body) => Some(time(body)? / (1.0 - again(*share)?)),
        BlockTree::LoopBack(share, body, back) => {
            let share = again(*share)?;
            let body = time(body)?;
            Some(body + share / (1.0 - share) * (body + time(back)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_that_never_ends_has_no_time() {
        let body = || Box::new(BlockTree::Time(1.0));
        assert_eq!(cycle_time(&BlockTree::Loop(1.0, body())), None);
        assert_eq!(cycle_time(&BlockTree::LoopBack(0.5, body(), body())), Some(3.0));
    }

    #[test]
    fn a_bottomless_tree_is_refused() {
        let deep = (0..600).fold(BlockTree::Time(1.0), |tree, _| BlockTree::Sequence(vec![tree]));
        assert_eq!(cycle_time(&deep), None);
    }
}
