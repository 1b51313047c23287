//! Steps worth automating, and with what (domain.md 6, analysis.md 2.2–2.3). Only where there is a reason.

mod discretion;
mod fit;
mod score;
mod texts;

pub use texts::text;

use super::Context;
use super::evidence::{Said, language};
use super::gates;
use super::wording::{Class, Topics};
use crate::domain::annotation::Discretion;
use crate::domain::candidate::{AutomationLevel, Candidate, Proposal, SolutionClass};
use crate::domain::finding::Finding;
use crate::domain::message::Message;
use crate::graph::{FlowGraph, Node};
use fit::Fit;
use std::sync::LazyLock;

const TOPICS: &str = include_str!("topics.csv");

/// Proposed class and two alternatives.
const SHOWN: usize = 3;

/// One human step with everything the rules look at.
struct Step<'a> {
    node: &'a Node,
    said: &'a Said,
    topics: Vec<(&'a str, String)>,
    findings: Vec<&'a Finding>,
    visits: f64,
    discretion: Option<Discretion>,
}

impl Step<'_> {
    fn topic(&self, topic: &str) -> Option<&str> {
        self.topics
            .iter()
            .find(|(name, _)| *name == topic)
            .map(|(_, words)| words.as_str())
    }
}

/// The candidates of a graph in document order. `readings`: what the nodes say; `visits`: expected executions per case, by node index.
pub fn candidates(
    graph: &FlowGraph,
    readings: &[Said],
    findings: &[Finding],
    visits: &[f64],
    context: &Context,
) -> Vec<Candidate> {
    static LIST: LazyLock<Topics> = LazyLock::new(|| Topics::parse(TOPICS));
    let language = language(graph);
    graph
        .flow
        .node_weights()
        .zip(readings)
        .enumerate()
        .filter(|(_, (node, said))| node.kind.is_activity() && !said.automatic)
        .filter_map(|(at, (node, said))| {
            let topics = LIST.of(&node.name, language);
            let step = Step {
                discretion: discretion::of(node, &topics),
                node,
                said,
                topics,
                findings: findings
                    .iter()
                    .filter(|finding| finding.element == node.id)
                    .collect(),
                visits: visits.get(at).copied().unwrap_or(1.0),
            };
            candidate(&step, context)
        })
        .collect()
}

fn candidate(step: &Step, context: &Context) -> Option<Candidate> {
    let free = matches!(
        step.discretion,
        Some(Discretion::Discretion | Discretion::Judgement)
    );
    let mut fits = fit::fits(step, context);
    if free {
        // Where a person has to judge, a machine may only help with texts.
        fits.retain(|fit| matches!(fit.class, SolutionClass::LlmDraft | SolutionClass::Summary));
    }
    let measured = score::measure(step, context);
    let mut scored: Vec<(Fit, f64)> = fits
        .into_iter()
        .map(|fit| {
            let score = score::of(&fit, &measured);
            (fit, score)
        })
        .collect();
    scored.sort_by(|one, two| {
        two.0
            .strength
            .total_cmp(&one.0.strength)
            .then(one.0.class.cmp(&two.0.class))
    });
    scored.truncate(SHOWN);
    explain_order(&mut scored);
    let (first, best) = scored.first().map(|(fit, score)| (fit.class, *score))?;
    let proposals: Vec<Proposal> = scored
        .into_iter()
        .map(|(fit, score)| Proposal {
            class: fit.class,
            score,
            level: level(step, fit.class, free),
            reasons: fit.reasons,
            blockers: blockers(step, fit.class, free),
        })
        .collect();
    Some(Candidate {
        element: step.node.id.clone(),
        element_name: step.node.name.clone(),
        gates: raised(step, &proposals, context),
        discretion: step.discretion,
        evidenced: measured.evidenced,
        gain_hours: score::gain(step, context, first, best, measured.evidenced),
        proposals,
    })
}

/// What fits best by its kind stands first, the fixed order only breaks ties. Where another class has more points,
/// the first one says why it stands there.
fn explain_order(scored: &mut [(Fit, f64)]) {
    let best = scored.iter().map(|(_, score)| *score).fold(0.0, f64::max);
    let tied = match scored {
        [(one, _), (two, _), ..] => (one.strength - two.strength).abs() < 1e-9,
        _ => return,
    };
    if let Some((fit, score)) = scored.first_mut()
        && *score < best
    {
        fit.reasons.push(Message::new(if tied {
            "candidate-reason-first-tied"
        } else {
            "candidate-reason-first"
        }));
    }
}

/// How far a machine may go: a cap, never a part of the score.
fn level(step: &Step, class: SolutionClass, free: bool) -> AutomationLevel {
    let most = match class {
        SolutionClass::Drop
        | SolutionClass::Reuse
        | SolutionClass::Interface
        | SolutionClass::OnlineService
        | SolutionClass::Rpa => AutomationLevel::Full,
        SolutionClass::Rules if step.topic("act").is_none() && step.discretion == Some(Discretion::None) => {
            AutomationLevel::Full
        }
        SolutionClass::Rules
        | SolutionClass::DmsWorkflow
        | SolutionClass::LowCode
        | SolutionClass::DocumentClassification
        | SolutionClass::LlmDraft
        | SolutionClass::SpeechToText => AutomationLevel::Prepare,
        SolutionClass::Summary | SolutionClass::Chatbot => AutomationLevel::Assist,
    };
    if free { AutomationLevel::Assist } else { most }
}

fn blockers(step: &Step, class: SolutionClass, free: bool) -> Vec<Message> {
    let mut out = Vec::new();
    if free {
        out.push(Message::new("candidate-blocker-discretion"));
    }
    if class == SolutionClass::Rpa {
        out.push(Message::new("candidate-blocker-bridge"));
    }
    if matches!(
        class,
        SolutionClass::LlmDraft
            | SolutionClass::Summary
            | SolutionClass::SpeechToText
            | SolutionClass::Chatbot
    ) {
        out.push(Message::new("candidate-blocker-ai"));
    }
    if class == SolutionClass::Rules && step.topic("act").is_some() {
        out.push(Message::new("candidate-blocker-act"));
    }
    out
}

/// The legal questions of the step and of the class proposed first.
fn raised(step: &Step, proposals: &[Proposal], context: &Context) -> Vec<String> {
    use SolutionClass::{Chatbot, DocumentClassification, LlmDraft, SpeechToText, Summary};
    let first = proposals.first().map(|proposal| proposal.class);
    let is = |classes: &[SolutionClass]| first.is_some_and(|class| classes.contains(&class));
    let mut traits = vec!["any"];
    // Printing or filing a decision decides nothing: only who judges, calculates or words it needs a basis.
    let decides = step.discretion.is_some()
        || step.said.label.has(Class::Judge)
        || is(&[SolutionClass::Rules, LlmDraft])
        || ["bound", "draft", "judgement"]
            .iter()
            .any(|topic| step.topic(topic).is_some());
    let mut decision = false;
    for topic in ["act", "social", "tax"] {
        if decides && step.topic(topic).is_some() {
            traits.push(topic);
            decision = true;
        }
    }
    if step.topic("sign").is_some() {
        traits.push("signature");
    }
    if step.topic("pay").is_some() {
        traits.push("payment");
    }
    if is(&[SolutionClass::OnlineService]) {
        traits.push("intake");
    }
    if is(&[SolutionClass::DmsWorkflow]) {
        traits.push("file");
    }
    if is(&[Chatbot, DocumentClassification, LlmDraft, SpeechToText, Summary]) {
        traits.push("ai");
        if !context.no_personal_data {
            traits.push("personal");
        }
        if is(&[Chatbot, LlmDraft, SpeechToText, Summary]) {
            traits.push("ai-text");
        }
        if decision
            || step
                .discretion
                .is_some_and(|discretion| discretion != Discretion::None)
        {
            traits.extend(["ai-risk", "decision"]);
        }
    }
    if decision && is(&[SolutionClass::Rules]) && !context.no_personal_data {
        traits.push("decision");
    }
    use crate::domain::carrier::BreakKind;
    let breaks = |kind: BreakKind| step.findings.iter().any(|finding| finding.kind == Some(kind));
    if breaks(BreakKind::DigitalToPaper) {
        traits.push("post");
    }
    if breaks(BreakKind::PaperToDigital) {
        traits.push("scan");
    }
    gates::raised_by(&traits)
}

#[cfg(test)]
mod tests;
