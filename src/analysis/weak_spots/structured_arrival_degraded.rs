//! W05: data that came in through a portal turn into paper or a document and are typed in again (domain.md 4.1, MB5).

use super::spot::Spot;
use super::view::View;
use crate::domain::carrier::{BreakKind, Carrier};

/// An object arrives as data; a later step takes it from a paper or document that a step in between has made of it.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let arrives = |object: &str, as_data: bool, id: Option<&str>| {
        view.facts.arrivals.iter().find(|arrival| {
            arrival.share > 0.0
                && view
                    .facts
                    .objects
                    .get(arrival.object)
                    .is_some_and(|name| name == object)
                && arrival
                    .carriers
                    .iter()
                    .any(|carrier| matches!(carrier, Carrier::System(_)))
                    == as_data
                && id.is_none_or(|id| view.node(arrival.node).is_some_and(|node| node.id == id))
        })
    };
    let mut found: Vec<Spot> = Vec::new();
    for typed in view.breaks {
        let again = matches!(
            typed.kind,
            Some(BreakKind::PaperToDigital | BreakKind::DocumentToSystem)
        ) && matches!(typed.to, Some(Carrier::System(_)));
        if !again || typed.object.is_empty() {
            continue;
        }
        let Some(arrival) = arrives(&typed.object, true, None) else {
            continue;
        };
        // What came on paper beside the portal is another matter.
        let made = typed
            .written_at
            .iter()
            .filter(|id| arrives(&typed.object, false, Some(id)).is_none())
            .filter_map(|id| view.find(id))
            .find(|at| *at != arrival.node && view.ways.leads(arrival.node, *at));
        let (Some(made), Some(end)) = (made, view.find(&typed.element)) else {
            continue;
        };
        let mut spot = Spot::new(
            "structured-arrival-degraded",
            vec![made, end],
            typed.confidence * 0.9,
        )
        .with("object", typed.object.as_str());
        spot.per_case = Some(typed.per_case);
        found.push(spot);
    }
    found
}
