//! What follows from a graph: media breaks, candidates; later weak spots, soundness, lint.
//!
//! A result is a message id with arguments; the edge puts it in words. Knows no XML, no storage, no language of the interface.

pub mod candidates;
pub mod evidence;
pub mod facts;
pub mod gates;
pub mod media_break;
pub mod rules;
mod summary;
pub mod wording;

use crate::domain::analysis::Analysis;
use crate::domain::known::Figure;
use crate::domain::profile::ChannelShare;
use crate::domain::warning::Warning;
use crate::flow::{Chain, metrics, times};
use crate::graph::FlowGraph;

/// What is known besides the file: the profile of the process and the catalogue of the town (evidence of tier 2).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Context {
    /// Cases per year.
    pub cases_per_year: Option<Figure>,
    /// Minutes of work per case.
    pub handling_minutes: Option<f64>,
    /// True where the profile says that no personal data are processed.
    pub no_personal_data: bool,
    /// How it comes in.
    pub channels_in: Vec<ChannelShare>,
    /// How the result goes out.
    pub channels_out: Vec<ChannelShare>,
    /// Applications of the town: canonical name with its aliases. Recognised in labels, lanes, stores.
    pub applications: Vec<(String, Vec<String>)>,
    /// Applications linked in the profile (canonical names).
    pub linked: Vec<String>,
    /// Pairs of applications with a working interface (canonical names, from and to).
    pub interfaces: Vec<(String, String)>,
    /// Euros per hour of work, where the town has set a rate.
    pub hourly_rate: Option<f64>,
    /// Only the lexicon, no propagation: the baseline of `evaluate --lexicon-only`.
    pub lexicon_only: bool,
}

/// Only what is odd about a file: what the reader noted and what is stated twice or too often in annotations.
/// Much faster than the whole analysis.
pub fn warnings(graph: &FlowGraph, warnings: Vec<Warning>) -> Vec<Warning> {
    let chain = Chain::of(graph);
    let (_, odd) = media_break::annotated::facts(graph, &chain);
    let mut all = warnings;
    all.extend(odd);
    all
}

/// Everything the program can say about a graph.
pub fn analyse(graph: &FlowGraph, warnings: Vec<Warning>, context: &Context) -> Analysis {
    let chain = Chain::of(graph);
    let (annotated, odd) = media_break::annotated::facts(graph, &chain);
    let read = evidence::facts(graph, context);
    let facts = if context.lexicon_only {
        read
    } else {
        media_break::annotated::merge(graph, annotated, read)
    };
    let report = media_break::find(graph, &chain, &facts, context);
    let visits: Vec<f64> = (0..graph.flow.node_count())
        .map(|node| chain.executions(node))
        .collect();
    let candidates = candidates::candidates(graph, &facts, &report.findings, &visits, context);
    let mut all_warnings = warnings;
    all_warnings.extend(odd);
    Analysis {
        warnings: all_warnings,
        summary: summary::whole(graph, &report),
        processes: summary::each(graph, &report),
        findings: report.findings,
        notes: report.notes,
        candidates,
        metrics: metrics(graph, &chain),
        times: times(graph, &chain),
    }
}
