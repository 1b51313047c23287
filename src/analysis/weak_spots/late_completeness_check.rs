//! W15: whether everything is there is asked only after work has been done on it. Own pattern.

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::Class;

/// Steps of work from which on it is late.
const LATE: usize = 2;

/// A check of the completeness of what came in, behind two or more steps of judging or making that every case has passed
/// since the last thing came in.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let asks = |at: usize| view.says(at, "complete");
    view.work()
        .filter(|at| asks(*at) && view.says(*at, "application") && view.does(*at, &[Class::Judge]))
        .filter_map(|at| {
            let before = view.ways.always_before(at);
            if before.iter().any(|earlier| asks(*earlier)) {
                return None;
            }
            let mut work: Vec<usize> = before
                .into_iter()
                .take_while(|earlier| {
                    !view.waits(*earlier)
                        && !view.says(*earlier, "rework")
                        && !view.does(*earlier, &[Class::Receive])
                })
                .filter(|earlier| view.by_hand(*earlier) && works(view, *earlier))
                .collect();
            work.reverse();
            (work.len() >= LATE).then(|| {
                let steps = std::iter::once(at).chain(work).collect();
                Spot::new("late-completeness-check", steps, 0.7)
            })
        })
        .collect()
}

/// Work on the matter: judging, calculating, writing. Looking through, sorting and entering are the way in.
fn works(view: &View<'_>, at: usize) -> bool {
    let topics = ["check", "approve", "calculate"]
        .iter()
        .any(|topic| view.says(at, topic));
    topics || view.does(at, &[Class::Create, Class::Print, Class::Ink, Class::Post])
}
