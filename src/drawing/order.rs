//! Orders of a directed graph without the edges that lead back: for drawing and for telling.

/// A topological order and the edges that agree with it.
pub(super) fn forward(count: usize, edges: &[(usize, usize)]) -> (Vec<usize>, Vec<Vec<usize>>) {
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
        let (order, next) = forward(4, &[(0, 1), (1, 2), (2, 1), (2, 3)]);
        assert_eq!(order, [0, 1, 2, 3]);
        assert_eq!(next, [vec![1], vec![2], vec![3], vec![]]);
    }

    #[test]
    fn a_circle_without_beginning_and_a_self_loop_end() {
        assert_eq!(forward(2, &[(0, 1), (1, 0), (1, 1)]).1, [vec![1], vec![]]);
    }
}
