//! Signature loops (MB7, W02): printed, signed by hand, scanned again, with at most three activities between.

use super::key::key;
use super::report::signs_on_paper;
use super::words::signature_loop;
use crate::analysis::facts::Facts;
use crate::domain::carrier::{BreakKind, Carrier};
use crate::domain::finding::{Certainty, Finding};
use crate::flow::Chain;
use crate::flow::slots::list;
use crate::graph::{FlowGraph, NodeIndex};

/// Activities allowed between printing and scanning.
const BETWEEN: usize = 3;
/// Rule id.
const RULE: &str = "media-break/signature-loop";

/// Groups pairs of findings; the two breaks themselves stay.
pub fn loops(
    graph: &FlowGraph,
    chain: &Chain,
    facts: &Facts,
    found: &[(usize, Finding)],
) -> Vec<(usize, Finding)> {
    let mut result = Vec::new();
    for (print, printing) in found {
        // Two objects without a name are not known to be the same.
        if printing.kind != Some(BreakKind::DigitalToPaper) || printing.object.is_empty() {
            continue;
        }
        let ends = |node: usize| {
            found.iter().find(|(scan, scanning)| {
                *scan == node
                    && scanning.kind == Some(BreakKind::PaperToDigital)
                    && scanning.object == printing.object
            })
        };
        let signs = |node: usize| signs_on_paper(graph, facts, node, &printing.object);
        let Some(scan) = reach(graph, chain, *print, &signs, &|node| ends(node).is_some()) else {
            continue;
        };
        let Some((_, scanning)) = ends(scan) else { continue };
        let share = printing.share_of_executions.min(scanning.share_of_executions);
        result.push((
            *print,
            Finding {
                rule: RULE.to_owned(),
                kind: None,
                element: printing.element.clone(),
                element_name: printing.element_name.clone(),
                object: printing.object.clone(),
                from: printing.from.clone(),
                to: Some(Carrier::Paper),
                carryings: Vec::new(),
                written_at: vec![scanning.element.clone()],
                certainty: if share >= 1.0 {
                    Certainty::Certain
                } else {
                    Certainty::Possible
                },
                share_of_executions: share,
                per_case: printing.per_case.min(scanning.per_case),
                assumed: printing.assumed || scanning.assumed,
                confidence: printing.confidence.min(scanning.confidence),
                message: signature_loop(
                    &printing.object,
                    printing.from.as_ref(),
                    &printing.element_name,
                    &scanning.element_name,
                ),
                evidence: printing
                    .evidence
                    .iter()
                    .chain(
                        scanning
                            .evidence
                            .iter()
                            .filter(|reason| !printing.evidence.contains(reason)),
                    )
                    .cloned()
                    .collect(),
                // The two breaks carry the minutes.
                minutes_per_case: None,
                minutes_stated: false,
                hours_per_year: None,
                cost_per_year: None,
                key: key(RULE, &printing.element, "", &printing.object),
            },
        ));
    }
    result
}

/// The first node that ends a loop, on a way on which something is signed.
fn reach(
    graph: &FlowGraph,
    chain: &Chain,
    print: usize,
    signs: &dyn Fn(usize) -> bool,
    ends: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let is_activity = |point: usize| {
        point < chain.nodes
            && graph
                .flow
                .node_weight(NodeIndex::new(point))
                .is_some_and(|node| node.kind.is_activity())
    };
    // Point, signed so far, activities passed.
    let mut queue = vec![(print, signs(print), 0_usize)];
    let mut next = 0;
    while let Some(&(point, signed, passed)) = queue.get(next) {
        next += 1;
        for arc in list(&chain.arcs, point) {
            if arc.to == print {
                continue;
            }
            let signed = signed || arc.to < chain.nodes && signs(arc.to);
            if signed && arc.to < chain.nodes && ends(arc.to) {
                return Some(arc.to);
            }
            let passed = passed + usize::from(is_activity(arc.to));
            let state = (arc.to, signed, passed);
            if passed <= BETWEEN && !queue.contains(&state) && queue.len() < 500 {
                queue.push(state);
            }
        }
    }
    None
}
