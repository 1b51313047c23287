//! Minutes of a carrying-over: stated ones first, else an estimate per kind (start values of analysis.md 1.8).

use crate::analysis::facts::{Action, MicroStep};
use crate::domain::carrier::{BreakKind, Carrier};
use crate::graph::Node;

/// Minutes a carrying-over of this kind takes where nobody has said so.
pub fn estimate(kind: BreakKind, to: Option<&Carrier>) -> f64 {
    match kind {
        // Scanning is quick, typing is not.
        BreakKind::PaperToDigital => match to {
            Some(Carrier::System(_)) => 5.0,
            _ => 2.0,
        },
        BreakKind::DigitalToPaper => 3.0,
        BreakKind::SystemToSystem | BreakKind::OralCapture => 4.0,
        BreakKind::DocumentToSystem => 3.0,
        BreakKind::Transport => 5.0,
        BreakKind::DuplicateFiling => 2.0,
    }
}

/// Minutes of one carrying-over at a node, and whether somebody has stated them.
pub fn minutes(
    kind: BreakKind,
    to: Option<&Carrier>,
    micro: Option<&MicroStep>,
    steps: &[MicroStep],
    node: &Node,
) -> (f64, bool) {
    if let Some(stated) = micro.and_then(|micro| micro.minutes) {
        return (stated, true);
    }
    let work = node.annotations.work.as_ref();
    if kind == BreakKind::Transport
        && let Some(stated) = work.and_then(|work| work.transport_minutes)
    {
        return (stated, true);
    }
    // A step that does nothing else: its working time is the time of the carrying-over.
    let pure = steps.len() == 1
        && steps
            .iter()
            .all(|step| !matches!(step.action, Action::Write { .. }));
    work.filter(|_| pure)
        .and_then(|work| work.handling_minutes)
        .map_or_else(|| (estimate(kind, to), false), |stated| (stated, true))
}
