//! Times, capacity and money of a model, with what the profile and the town know (analysis.md 4).

use super::Context;
use crate::domain::message::Message;
use crate::domain::times::{MINUTES_PER_POST, Times};
use crate::flow::{Chain, capacity, durations, simulate, times};
use crate::graph::FlowGraph;

/// Cases that are simulated (analysis.md 4.2).
const CASES: u32 = 10_000;

/// Where the random numbers begin; any number would do, but always the same.
const SEED: u64 = 2026;

/// Two figures for the same thing that differ by more than this factor want a second look.
const FAR_APART: f64 = 1.5;

/// Share of the steps with a time from which on the model is compared with the profile.
const ENOUGH: f64 = 0.8;

/// Everything about times that follows from the model and its context.
pub(super) fn quantities(graph: &FlowGraph, chain: &Chain, context: &Context) -> Times {
    let mut result = times(graph, chain);
    result.lead_time = durations(graph).and_then(|minutes| simulate(chain, &minutes, SEED, CASES));
    if let (Some(work), Some(lead_time)) = (result.handling_minutes, &result.lead_time) {
        // Work beside other work can take more minutes than the case lasts.
        result.efficiency = capacity::efficiency(work, lead_time.mean).map(|share| share.min(1.0));
    }
    if let Some(work) = result.handling_minutes {
        result.cost_per_case = context.rates.hourly_rate.map(|rate| work / 60.0 * rate);
        if let Some(cases) = context.cases_per_year {
            let hours = capacity::hours_per_year(cases.value, work);
            let net = context.rates.minutes_per_post.unwrap_or(MINUTES_PER_POST);
            result.hours_per_year = Some(hours);
            result.posts = capacity::posts(hours, 0.0, net / 60.0);
            result.minutes_per_post = result.posts.map(|_| net);
        }
    }
    result.notes = notes(&result, context, chain);
    result
}

/// What does not fit together.
fn notes(times: &Times, context: &Context, chain: &Chain) -> Vec<Message> {
    let mut notes = Vec::new();
    let apart = |a: f64, b: f64| a > 0.0 && b > 0.0 && a.max(b) / a.min(b) > FAR_APART;
    if let (Some(model), Some(profile)) = (times.handling_minutes, context.handling_minutes)
        && times.coverage >= ENOUGH
        && apart(model, profile)
    {
        notes.push(
            Message::new("times-work-differs")
                .with("model", model)
                .with("profile", profile),
        );
    }
    if times.handling_minutes.is_some() && times.coverage < ENOUGH {
        notes.push(Message::new("times-incomplete").with("percent", (times.coverage * 100.0).round()));
    }
    if !chain.endless.is_empty() {
        notes.push(Message::new("times-endless"));
    }
    if times.handling_minutes.is_some() && times.lead_time.is_none() {
        notes.push(Message::new("times-no-lead-time"));
    }
    if times.lead_time.is_some() && chain.assumed.iter().any(|assumed| *assumed) {
        notes.push(Message::new("times-assumed"));
    }
    notes
}
