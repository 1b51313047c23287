//! Orders of a directed graph without the edges that lead back: layers for drawing, a sequence for telling.

/// Layer of each node (from 0), for nodes `0..count` and edges between them. Linear in nodes and edges.
pub(super) fn layers(count: usize, edges: &[(usize, usize)]) -> Vec<usize> {
    let (order, next) = forward(count, edges);
    let at = |list: &[usize], node: usize| list.get(node).copied().unwrap_or_default();
    let mut layer = vec![0; count];
    for node in &order {
        let after = at(&layer, *node) + 1;
        for to in next.get(*node).into_iter().flatten() {
            if let Some(held) = layer.get_mut(*to) {
                *held = after.max(*held);
            }
        }
    }
    layer
}

/// Nodes one after the other: none before what leads to it (loops aside), branches in one piece, and in the
/// order of `edges`. `at_once`: nodes that follow their only predecessor immediately, before its other ways.
pub(super) fn sequence(count: usize, edges: &[(usize, usize)], at_once: &[bool]) -> Vec<usize> {
    let (_, next) = forward(count, edges);
    let mut open = vec![0_usize; count];
    for to in next.iter().flatten() {
        if let Some(ways) = open.get_mut(*to) {
            *ways += 1;
        }
    }
    let mut ready: Vec<usize> = (0..count)
        .rev()
        .filter(|node| open.get(*node) == Some(&0))
        .collect();
    let mut told = Vec::with_capacity(count);
    while let Some(node) = ready.pop() {
        told.push(node);
        let (mut now, mut later) = (Vec::new(), Vec::new());
        for to in next.get(node).into_iter().flatten() {
            let Some(ways) = open.get_mut(*to) else { continue };
            *ways = ways.saturating_sub(1);
            if *ways == 0 {
                let list = if at_once.get(*to) == Some(&true) {
                    &mut now
                } else {
                    &mut later
                };
                list.push(*to);
            }
        }
        // Last in, first out: what follows at once lies on top; what follows that waits below the rest.
        if now.is_empty() {
            ready.extend(later.into_iter().rev());
            continue;
        }
        let mut behind = Vec::new();
        for held in now {
            told.push(held);
            for to in next.get(held).into_iter().flatten() {
                let Some(ways) = open.get_mut(*to) else { continue };
                *ways = ways.saturating_sub(1);
                if *ways == 0 {
                    behind.push(*to);
                }
            }
        }
        ready.extend(behind.into_iter().rev());
        ready.extend(later.into_iter().rev());
    }
    told
}

/// A topological order and the edges that agree with it.
fn forward(count: usize, edges: &[(usize, usize)]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut entered = vec![false; count];
    for (from, to) in edges {
        if from != to
            && let Some(list) = next.get_mut(*from)
        {
            list.push(*to);
            if let Some(flag) = entered.get_mut(*to) {
                *flag = true;
            }
        }
    }
    let order = finished_last_first(&next, &entered);
    let mut position = vec![0; count];
    for (index, node) in order.iter().enumerate() {
        if let Some(place) = position.get_mut(*node) {
            *place = index;
        }
    }
    let at = |node: usize| position.get(node).copied().unwrap_or_default();
    for (node, list) in next.iter_mut().enumerate() {
        list.retain(|to| at(*to) > at(node));
    }
    (order, next)
}

/// Reverse post-order of a depth-first walk: first from nodes without predecessor, then from what is left.
/// Edges that lead backwards in this order close loops.
fn finished_last_first(next: &[Vec<usize>], entered: &[bool]) -> Vec<usize> {
    let mut seen = vec![false; next.len()];
    let mut order = Vec::with_capacity(next.len());
    let starts = (0..next.len()).filter(|node| entered.get(*node) == Some(&false));
    for start in starts.chain(0..next.len()) {
        let mut path: Vec<(usize, usize)> = Vec::new();
        visit(start, &mut seen, &mut path);
        let mut finished = Vec::new();
        while let Some((node, child)) = path.last_mut() {
            // Children are walked last to first, so that the first one comes first in the result.
            let children = next.get(*node).map(Vec::as_slice).unwrap_or_default();
            *child += 1;
            match children.len().checked_sub(*child).and_then(|at| children.get(at)) {
                Some(to) => visit(*to, &mut seen, &mut path),
                None => {
                    finished.push(*node);
                    path.pop();
                }
            }
        }
        finished.reverse();
        order.push(finished);
    }
    // A later start may lead into what an earlier one reached, never the other way round.
    order.reverse();
    order.concat()
}

fn visit(node: usize, seen: &mut [bool], path: &mut Vec<(usize, usize)>) {
    if let Some(flag) = seen.get_mut(node)
        && !*flag
    {
        *flag = true;
        path.push((node, 0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_do_not_push_their_beginning_back() {
        assert_eq!(layers(4, &[(0, 1), (1, 2), (2, 1), (2, 3)]), [0, 1, 2, 3]);
    }

    #[test]
    fn branches_are_told_in_one_piece_and_joins_after_them() {
        let edges = [(0, 1), (0, 3), (1, 2), (2, 4), (3, 4), (4, 0)];
        assert_eq!(sequence(5, &edges, &[false; 5]), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn what_hangs_on_a_step_is_told_at_once_and_its_way_last() {
        // 0 has the next step 1 and an event 2 on its border that leads to 3.
        let edges = [(0, 1), (0, 2), (2, 3), (1, 4)];
        assert_eq!(
            sequence(5, &edges, &[false, false, true, false, false]),
            [0, 2, 1, 4, 3]
        );
    }

    #[test]
    fn joins_stand_behind_their_longest_way() {
        assert_eq!(layers(4, &[(0, 1), (1, 2), (0, 3), (2, 3)]), [0, 1, 2, 3]);
    }

    #[test]
    fn a_circle_without_beginning_and_a_self_loop_end() {
        assert_eq!(layers(2, &[(0, 1), (1, 0), (1, 1)]), [0, 1]);
    }
}
