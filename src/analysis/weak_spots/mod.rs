//! Weak spots of the work that a model describes (analysis.md 1.9): one file per pattern, each a query over the flow, the facts,
//! the words and the media breaks. They name a reason to look, never a fault of a person, and are no media breaks.
//!
//! Every rule is linear in the size of the file, or says nothing where the budget of `ways` ends.

mod archive_by_hand;
mod batch;
mod check_without_outcome;
mod fax;
mod information_only;
mod late_completeness_check;
mod late_knock_out;
mod legacy_channel_only;
mod manual_calculation;
mod manual_routing;
mod manual_timer;
mod missing_input;
mod parallel_writes;
mod parallelisable;
mod ping_pong;
mod print_and_scan;
mod release_chain;
mod repeated_check;
mod rework_loop;
mod same_fragment;
mod second_look_same_lane;
mod shadow_list;
mod single_point;
mod spot;
mod structured_arrival_degraded;
mod typed_twice;
mod unused_data;
mod view;
mod wait_without_reminder;
mod ways;

use super::Context;
use super::evidence::Said;
use super::facts::Facts;
use crate::domain::finding::Finding;
use crate::flow::Chain;
use crate::graph::FlowGraph;
use spot::Spot;
use view::View;

/// The rules, sorted by slug.
const RULES: &[fn(&View<'_>) -> Vec<Spot>] = &[
    archive_by_hand::check,
    batch::check,
    check_without_outcome::check,
    fax::check,
    information_only::check,
    late_completeness_check::check,
    late_knock_out::check,
    legacy_channel_only::check,
    manual_calculation::check,
    manual_routing::check,
    manual_timer::check,
    missing_input::check,
    parallel_writes::check,
    parallelisable::check,
    ping_pong::check,
    print_and_scan::check,
    release_chain::check,
    repeated_check::check,
    rework_loop::check,
    same_fragment::check,
    second_look_same_lane::check,
    shadow_list::check,
    single_point::check,
    structured_arrival_degraded::check,
    typed_twice::check,
    unused_data::check,
    wait_without_reminder::check,
];

/// The weak spots of a graph, in document order of the elements, then by rule. `said`: the readings of the nodes;
/// `breaks`: the media breaks.
pub(super) fn find(
    graph: &FlowGraph,
    chain: &Chain,
    facts: &Facts,
    said: &[Said],
    breaks: &[Finding],
    context: &Context,
) -> Vec<Finding> {
    let view = View::of(graph, chain, facts, said, breaks, context);
    let mut found: Vec<(usize, Finding)> = RULES
        .iter()
        .flat_map(|rule| {
            view.ways.renew();
            let spots = rule(&view);
            if view.ways.spent() { Vec::new() } else { spots }
        })
        // What no case reaches costs nobody anything.
        .filter(|spot| spot.steps.iter().all(|at| chain.executions(*at) > 0.0))
        .filter_map(|spot| Some((*spot.steps.first()?, spot.finding(&view)?)))
        .collect();
    found.sort_by(|(a, one), (b, two)| (a, &one.rule).cmp(&(b, &two.rule)));
    found.into_iter().map(|(_, finding)| finding).collect()
}
