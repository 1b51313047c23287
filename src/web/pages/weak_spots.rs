//! Weak spots of the work, grouped by rule, as the pages of a model show them below its media breaks.

use super::finding_card::{FindingCard, Setting};
use crate::domain::analysis::WORK_FAMILIES;
use crate::register::{JudgedFinding, hints};
use crate::web::frame::Frame;

/// What one rule says of the work.
pub(super) struct SpotGroup {
    /// Title of the rule.
    pub title: String,
    /// Its page.
    pub address: String,
    /// What helps, one piece of advice each.
    pub advice: Vec<String>,
    /// Where it was found.
    pub cards: Vec<FindingCard>,
}

/// What is judged at a model: media breaks, and weak spots by rule. Numbers count through, in the order of the picture.
pub(super) fn split(
    f: &Frame,
    findings: &[JudgedFinding],
    setting: Setting<'_>,
) -> (Vec<FindingCard>, Vec<SpotGroup>) {
    let mut breaks = Vec::new();
    let mut groups: Vec<SpotGroup> = Vec::new();
    for (index, judged) in findings.iter().enumerate() {
        let card = FindingCard::of(f, index + 1, judged, setting);
        if Some(&judged.finding.family()) == WORK_FAMILIES.first() {
            breaks.push(card);
            continue;
        }
        match groups.iter_mut().find(|group| group.address == card.rule_address) {
            Some(group) => group.cards.push(card),
            None => groups.push(SpotGroup {
                title: card.kind.clone(),
                address: card.rule_address.clone(),
                advice: hints(&judged.finding.rule, f.lang),
                cards: vec![card],
            }),
        }
    }
    (breaks, groups)
}

/// How many weak spots there are.
pub(super) fn count(groups: &[SpotGroup]) -> usize {
    groups.iter().map(|group| group.cards.len()).sum()
}
