//! What a rule reports, and how it becomes a finding.

use super::view::View;
use crate::analysis::model_finding;
use crate::domain::finding::{Certainty, Evidence, EvidenceSource, Finding};
use crate::domain::message::{Arg, Message};
use crate::flow::slots::value;

/// Steps named in a sentence; the rest is counted.
const NAMED: usize = 5;

/// A weak spot.
pub(super) struct Spot {
    /// Slug of the rule.
    pub(super) slug: &'static str,
    /// The steps involved, the one it is reported at first.
    pub(super) steps: Vec<usize>,
    /// 0 to 1.
    pub(super) confidence: f64,
    /// Expected number per case; the visits of the rarest step where not stated.
    pub(super) per_case: Option<f64>,
    /// Minutes of work per case that it costs, where they are known.
    pub(super) minutes: Option<f64>,
    /// More arguments of the sentence.
    pub(super) args: Vec<(&'static str, Arg)>,
}

impl Spot {
    /// A spot at the first of these steps.
    pub(super) fn new(slug: &'static str, steps: Vec<usize>, confidence: f64) -> Spot {
        Spot {
            slug,
            steps,
            confidence,
            per_case: None,
            minutes: None,
            args: Vec::new(),
        }
    }

    /// With one more argument of the sentence.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Spot {
        self.args.push((name, value.into()));
        self
    }

    /// With the work of its first step as what it costs.
    pub(super) fn costing_first(mut self, view: &View<'_>) -> Spot {
        self.minutes = self.steps.first().and_then(|at| work_of(view, *at));
        self
    }

    /// The finding: steps by name, evidence, figures.
    pub(super) fn finding(self, view: &View<'_>) -> Option<Finding> {
        let first = view.node(*self.steps.first()?)?;
        let last = view.node(*self.steps.last()?)?;
        let mut message = Message::new(format!("weak-spot-{}", self.slug))
            .with("step", step(&first.name))
            .with("other", step(&last.name))
            .with("steps", names(view, &self.steps));
        message
            .args
            .extend(self.args.into_iter().map(|(name, arg)| (name.to_owned(), arg)));
        let evidence = self
            .steps
            .iter()
            .filter_map(|at| view.node(*at))
            .filter(|node| !node.name.is_empty())
            .map(|node| Evidence {
                source: EvidenceSource::Label,
                element: node.id.clone(),
                text: node.name.clone(),
            })
            .collect();
        let rule = format!("weak-spot/{}", self.slug);
        let mut finding = model_finding::finding(&rule, &first.id, &first.name, message, evidence);
        let rarest = self
            .steps
            .iter()
            .map(|at| view.chain.executions(*at))
            .fold(f64::INFINITY, f64::min);
        finding.per_case = self.per_case.unwrap_or(rarest);
        finding.certainty = if finding.per_case >= 1.0 {
            Certainty::Certain
        } else {
            Certainty::Possible
        };
        finding.assumed = self.steps.iter().any(|at| value(&view.chain.assumed, *at));
        finding.confidence = self.confidence;
        finding.minutes_per_case = self.minutes;
        let cases = view.context.cases_per_year.as_ref().map(|figure| figure.value);
        finding.hours_per_year = self
            .minutes
            .zip(cases)
            .map(|(minutes, cases)| minutes * cases / 60.0);
        finding.cost_per_year = finding
            .hours_per_year
            .zip(view.context.rates.hourly_rate)
            .map(|(hours, rate)| hours * rate);
        Some(finding)
    }
}

/// Stated minutes of work on a step per case.
pub(super) fn work_of(view: &View<'_>, at: usize) -> Option<f64> {
    let each = view.node(at)?.annotations.work.as_ref()?.handling_minutes?;
    Some(each * view.chain.executions(at))
}

fn step(name: &str) -> Message {
    if name.is_empty() {
        Message::new("weak-spots-unnamed")
    } else {
        Message::new("weak-spots-step").with("name", name)
    }
}

/// Steps by their names: „A“, „B“ und „C“.
fn names(view: &View<'_>, steps: &[usize]) -> Message {
    let name = |at: usize| view.node(at).map(|node| step(&node.name));
    let mut shown: Vec<Message> = steps.iter().take(NAMED).filter_map(|at| name(*at)).collect();
    if steps.len() > NAMED {
        shown.push(Message::new("weak-spots-more").with("number", steps.len() - NAMED));
    }
    let last = shown.pop().unwrap_or_else(|| Message::new("weak-spots-unnamed"));
    let first = shown.into_iter().reduce(|list, next| {
        Message::new("weak-spots-list")
            .with("first", list)
            .with("second", next)
    });
    match first {
        Some(list) => Message::new("weak-spots-and")
            .with("first", list)
            .with("second", last),
        None => last,
    }
}
