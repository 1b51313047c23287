//! Steps with the same name.

use super::model::Model;
use super::report::Report;
use crate::analysis::wording::fold;
use crate::domain::ids::IdMap;

/// `label-duplicate`: a step that bears the name of an earlier one in the same process.
pub fn check(model: &Model<'_>, report: &mut Report) {
    let mut seen: IdMap<(Option<usize>, String), usize> = IdMap::default();
    for (index, step) in model.elements() {
        if !step.tag.is_activity() || step.tag.is_sub_process() || step.name.is_empty() {
            continue;
        }
        let process = model.process_of(step).map(|(process, _)| process);
        let words: Vec<&str> = step.name.split_whitespace().collect();
        let count = seen.entry((process, fold(&words.join(" ")))).or_insert(index);
        if *count != index && !super::placeholders::is_placeholder(&step.name) {
            report.add("modelling/label-duplicate", step);
        }
    }
}
