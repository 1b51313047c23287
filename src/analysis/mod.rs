//! What follows from a graph: media breaks, weak spots, candidates, soundness, lint.
//!
//! A result is a message id with arguments; the edge puts it in words. Knows no XML, no storage, no language of the interface.

pub mod candidates;
pub mod evidence;
pub mod facts;
pub mod gates;
pub mod media_break;
mod model_finding;
pub mod modelling;
mod quantities;
pub mod rules;
pub mod soundness;
pub mod structure;
mod summary;
pub mod system_pairs;
mod weak_spots;
pub mod wording;

use crate::domain::analysis::{Analysis, ModelSummary};
use crate::domain::candidate::Candidate;
use crate::domain::finding::Finding;
use crate::domain::known::Figure;
use crate::domain::profile::ChannelShare;
use crate::domain::times::Rates;
use crate::domain::warning::Warning;
use crate::flow::{Chain, metrics};
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
    /// Share of the posts of the unit that fall vacant within five years, 0 to 1 (Leitfrage 5).
    pub leaving_share: Option<f64>,
    /// How the result goes out.
    pub channels_out: Vec<ChannelShare>,
    /// Applications of the town: canonical name with its aliases. Recognised in labels, lanes, stores.
    pub applications: Vec<(String, Vec<String>)>,
    /// Applications linked in the profile (canonical names).
    pub linked: Vec<String>,
    /// Pairs of applications with a working interface (canonical names, from and to).
    pub interfaces: Vec<(String, String)>,
    /// What the town has set for money and posts.
    pub rates: Rates,
    /// The words that labels are read with.
    pub lexicon: wording::Lexicon,
    /// Only the lexicon, no propagation: the baseline of `evaluate --lexicon-only`.
    pub lexicon_only: bool,
}

/// What is wrong with a model besides what `modelling` reports, without what it says about media: oddities of its
/// annotations and flaws of its control flow.
pub fn check_flow(graph: &FlowGraph) -> (Vec<Warning>, Vec<Finding>) {
    let chain = Chain::of(graph);
    let (_, odd) = media_break::annotated::facts(graph, &chain);
    let soundness = soundness::soundness(graph, &chain, soundness::Messages::FromOutside);
    (odd, model_finding::of_soundness(graph, &soundness))
}

/// What is carried over by hand, and what rests on it.
struct Media {
    facts: facts::Facts,
    odd: Vec<Warning>,
    said: Vec<evidence::Said>,
    report: media_break::Report,
    candidates: Vec<Candidate>,
}

impl Media {
    fn of(graph: &FlowGraph, chain: &Chain, context: &Context) -> Media {
        let (annotated, odd) = media_break::annotated::facts(graph, chain);
        let (read, said) = evidence::facts_and_said(graph, context);
        let facts = if context.lexicon_only {
            read
        } else {
            media_break::annotated::merge(graph, annotated, read)
        };
        let report = media_break::find(graph, chain, &facts, context);
        let visits: Vec<f64> = (0..graph.flow.node_count())
            .map(|node| chain.executions(node))
            .collect();
        let candidates = candidates::candidates(graph, &said, &report.findings, &visits, context);
        Media {
            facts,
            odd,
            said,
            report,
            candidates,
        }
    }
}

/// The part of an analysis that depends on the interfaces of the context, see [`carried`].
pub struct Carried {
    /// Figures of the file.
    pub summary: ModelSummary,
    /// Media breaks.
    pub findings: Vec<Finding>,
    /// Steps worth automating.
    pub candidates: Vec<Candidate>,
}

/// Media breaks and candidates alone: what `analyse` says of them, for a second look in another context.
pub fn carried(graph: &FlowGraph, context: &Context) -> Carried {
    let media = Media::of(graph, &Chain::of(graph), context);
    Carried {
        summary: summary::whole(graph, &media.report),
        findings: media.report.findings,
        candidates: media.candidates,
    }
}

/// Everything the program can say about a graph.
pub fn analyse(graph: &FlowGraph, warnings: Vec<Warning>, context: &Context) -> Analysis {
    let chain = Chain::of(graph);
    let Media {
        facts,
        odd,
        said,
        report,
        candidates,
    } = Media::of(graph, &chain, context);
    let soundness = soundness::soundness(graph, &chain, soundness::Messages::FromOutside);
    let mut model_findings = model_finding::of_soundness(graph, &soundness);
    model_findings.extend(weak_spots::find(
        graph,
        &chain,
        &facts,
        &said,
        &report.findings,
        context,
    ));
    let mut all_warnings = warnings;
    all_warnings.extend(odd);
    Analysis {
        warnings: all_warnings,
        summary: summary::whole(graph, &report),
        processes: summary::each(graph, &report),
        findings: report.findings,
        model_findings,
        soundness,
        notes: report.notes,
        candidates,
        metrics: metrics(graph, &chain),
        times: quantities::quantities(graph, &chain, context),
    }
}
