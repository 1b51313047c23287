//! From bytes to an analysis, with what the register knows besides the file.

use super::Organisation;
use crate::analysis::wording::Lexicon;
use crate::analysis::{self, Context};
use crate::bpmn::{self, Diagram, Limits};
use crate::domain::analysis::Analysis;
use crate::domain::organisation::InterfaceState;
use crate::domain::profile::{PersonalData, Profile};
use crate::error::Result;
use crate::graph::{self, FlowGraph};

/// A file, read and analysed.
pub(super) struct Examined {
    /// What it says.
    pub(super) diagram: Diagram,
    /// What runs where, after what.
    pub(super) graph: FlowGraph,
    /// What follows; its warnings are those of the file and of the model.
    pub(super) analysis: Analysis,
}

/// Reads and analyses a file.
pub(super) fn examine(bytes: &[u8], limits: &Limits, context: &Context) -> Result<Examined> {
    let (diagram, warnings) = bpmn::read(bytes, limits)?;
    let graph = graph::build(&diagram);
    let mut analysis = analysis::analyse(&graph, warnings, context);
    analysis
        .model_findings
        .extend(analysis::modelling::check(&diagram));
    Ok(Examined {
        diagram,
        graph,
        analysis,
    })
}

/// What profile and catalogue say.
pub(super) fn of(profile: &Profile, organisation: &Organisation) -> Context {
    let name = |id| {
        organisation
            .application(id)
            .map(|application| application.name.clone())
    };
    let linked = profile
        .applications
        .value()
        .map(Vec::as_slice)
        .unwrap_or_default();
    Context {
        cases_per_year: profile.cases_per_year.value().copied(),
        handling_minutes: profile.handling_minutes.value().map(|figure| figure.value),
        no_personal_data: profile.personal_data.value() == Some(&PersonalData::None),
        channels_in: profile.channels_in.value().cloned().unwrap_or_default(),
        leaving_share: organisation
            .path(profile.unit)
            .into_iter()
            .rev()
            .find_map(|unit| unit.leaving_share),
        channels_out: profile.channels_out.value().cloned().unwrap_or_default(),
        applications: organisation
            .applications
            .iter()
            .map(|application| (application.name.clone(), application.aliases.clone()))
            .collect(),
        linked: linked.iter().filter_map(|id| name(*id)).collect(),
        interfaces: organisation
            .interfaces
            .iter()
            .filter(|interface| interface.state == InterfaceState::Exists)
            .filter_map(|interface| Some((name(interface.from)?, name(interface.to)?)))
            .collect(),
        rates: organisation.rates.clone(),
        lexicon: Lexicon::default(),
        lexicon_only: false,
    }
}

/// Names in a model, for the search: each once, in document order.
pub(super) fn labels(diagram: &Diagram) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    diagram
        .elements
        .iter()
        .map(|element| element.name.as_str())
        .filter(|name| !name.is_empty() && seen.insert(*name))
        .map(str::to_owned)
        .collect()
}
