//! W04: a list kept by hand beside the leading system. Own pattern.

use super::spot::Spot;
use super::view::View;
use crate::analysis::wording::Class;

/// A spreadsheet is filled in although a step of the same process works in a named system.
pub(super) fn check(view: &View<'_>) -> Vec<Spot> {
    let is_list = |name: &str| {
        let name = name.to_lowercase();
        ["excel", "access", "liste", "list", "tabelle", "spreadsheet"]
            .iter()
            .any(|word| name.contains(word))
    };
    let leading = |at: usize| {
        view.systems(at)
            .into_iter()
            .find(|system| *system != "?" && !is_list(system))
            .map(str::to_owned)
    };
    // The first named system of each process.
    let mut systems: Vec<Option<(usize, String)>> = vec![None; view.graph.processes.len()];
    for at in view.work() {
        let slot = view.node(at).and_then(|node| systems.get_mut(node.process));
        if let (Some(slot @ None), Some(system)) = (slot, leading(at)) {
            *slot = Some((at, system));
        }
    }
    view.work()
        .filter(|at| view.says(*at, "sheet"))
        .filter(|at| view.does(*at, &[Class::Capture, Class::Note, Class::Trace, Class::File]))
        .filter_map(|at| {
            let (_, system) = systems.get(view.node(at)?.process)?.as_ref()?;
            let list = view.topic(at, "sheet")?.to_owned();
            // Taken out of a list, or a form for calculating: no record is kept.
            if list.to_lowercase().contains("rechner") || from_list(&view.node(at)?.name, &list) {
                return None;
            }
            Some(
                Spot::new("shadow-list", vec![at], 0.7)
                    .with("list", list)
                    .with("system", system.as_str())
                    .costing_first(view),
            )
        })
        .collect()
}

/// True if the label says "out of" the list.
fn from_list(label: &str, list: &str) -> bool {
    let before = label.split(list).next().unwrap_or_default().to_lowercase();
    before
        .split_whitespace()
        .rev()
        .take(2)
        .any(|word| ["aus", "from", "von", "vom"].contains(&word))
}
