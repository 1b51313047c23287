//! Choices of forms and filters.

use crate::domain::ids::{ApplicationId, UnitId};
use crate::register::Organisation;

/// One choice.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// Choices from values; `chosen` is the value that is chosen now.
pub(super) fn choices(pairs: impl IntoIterator<Item = (String, String)>, chosen: &str) -> Vec<Choice> {
    pairs
        .into_iter()
        .map(|(value, label)| Choice {
            chosen: value == chosen,
            value,
            label,
        })
        .collect()
}

/// The units as an indented list.
pub(super) fn units(organisation: &Organisation, chosen: &str) -> Vec<Choice> {
    let pairs = organisation.units.iter().map(|unit| {
        let depth = depth(organisation, unit.id);
        let sign = if unit.sign.is_empty() || unit.name.starts_with(&unit.sign) {
            String::new()
        } else {
            format!("{} ", unit.sign)
        };
        (
            unit.id.to_string(),
            format!("{}{sign}{}", "\u{a0}\u{a0}".repeat(depth), unit.name),
        )
    });
    choices(pairs, chosen)
}

/// The same, only these units, indented from the highest of them.
pub(super) fn units_of(organisation: &Organisation, own: &[UnitId], chosen: &str) -> Vec<Choice> {
    let keys: Vec<String> = own.iter().map(ToString::to_string).collect();
    let mut list = units(organisation, chosen);
    list.retain(|choice| keys.contains(&choice.value));
    let indent = |label: &str| label.chars().take_while(|c| *c == '\u{a0}').count();
    let least = list.iter().map(|choice| indent(&choice.label)).min().unwrap_or(0);
    for choice in &mut list {
        choice.label = choice.label.chars().skip(least).collect();
    }
    list
}

/// Number of units above a unit. A circle ends after as many steps as there are units.
pub(super) fn depth(organisation: &Organisation, unit: UnitId) -> usize {
    let parent = |id: UnitId| {
        organisation
            .units
            .iter()
            .find(|unit| unit.id == id)
            .and_then(|unit| unit.parent)
    };
    std::iter::successors(parent(unit), |id| parent(*id))
        .take(organisation.units.len())
        .count()
}

/// The applications by name.
pub(super) fn applications(organisation: &Organisation, chosen: &str) -> Vec<Choice> {
    choices(
        organisation
            .applications
            .iter()
            .map(|application| (application.id.to_string(), application.name.clone())),
        chosen,
    )
}

/// Name of a unit; empty where it is unknown.
pub(super) fn unit_name(organisation: &Organisation, unit: UnitId) -> String {
    organisation
        .units
        .iter()
        .find(|other| other.id == unit)
        .map(|unit| unit.name.clone())
        .unwrap_or_default()
}

/// Name of an application; empty where it is unknown.
pub(super) fn application_name(organisation: &Organisation, application: ApplicationId) -> String {
    organisation
        .applications
        .iter()
        .find(|other| other.id == application)
        .map(|application| application.name.clone())
        .unwrap_or_default()
}
