//! The baseline: every change of carrier that the lexicon names, one by one, nothing carried along (analysis.md 1.5).

use crate::analysis::facts::{Action, Facts, Grounds, MicroStep};
use crate::analysis::wording::baseline;
use crate::domain::carrier::{By, Carrier};
use crate::domain::finding::{Evidence, EvidenceSource};
use crate::graph::FlowGraph;

/// Facts of the lexicon alone.
pub fn facts(graph: &FlowGraph) -> Facts {
    let language = super::language(graph);
    let mut facts = Facts {
        objects: Vec::new(),
        steps: vec![Vec::new(); graph.flow.node_count()],
        arrivals: Vec::new(),
    };
    for (node, steps) in graph.flow.node_weights().zip(facts.steps.iter_mut()) {
        if !node.kind.is_activity() {
            continue;
        }
        for hit in baseline(&node.name, language) {
            let Some((from, to)) = carriers(&hit.direction) else {
                continue;
            };
            facts.objects.push(hit.term.clone());
            let object = facts.objects.len() - 1;
            let grounds = Grounds {
                confidence: hit.confidence,
                evidence: vec![Evidence {
                    source: EvidenceSource::Label,
                    element: node.id.clone(),
                    text: node.name.clone(),
                }],
                tier: 6,
            };
            steps.push(MicroStep {
                object,
                action: Action::Write {
                    carrier: from,
                    also: false,
                },
                minutes: None,
                grounds: grounds.clone(),
            });
            steps.push(MicroStep {
                object,
                action: Action::Need {
                    accepts: vec![to],
                    by: By::Human,
                    implied: None,
                },
                minutes: None,
                grounds,
            });
        }
    }
    facts
}

fn carriers(direction: &str) -> Option<(Carrier, Carrier)> {
    let one = || Carrier::System("?".to_owned());
    Some(match direction {
        "digital>paper" => (Carrier::Document, Carrier::Paper),
        "paper>digital" => (Carrier::Paper, Carrier::Document),
        "system>system" => (one(), Carrier::System("??".to_owned())),
        "verbal>digital" => (Carrier::Oral, Carrier::Document),
        _ => return None,
    })
}
