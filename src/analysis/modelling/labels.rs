//! Rules about German labels: what is done, to what, and what is asked (analysis.md 3.5).

use super::Report;
use super::outline::{Outline, is_activity, is_gateway};
use crate::analysis::wording::language;
use crate::bpmn::diagram::{Element, Tag};

/// Verbs that say nothing about what is done.
const BARE: &[&str] = &[
    "bearbeiten",
    "bearbeitung",
    "durchführen",
    "durchführung",
    "verarbeiten",
    "verarbeitung",
    "erledigen",
    "abwickeln",
];

/// Endings of nouns that stand for a verb ("Prüfung des Antrags").
const NOUN_ENDINGS: &[&str] = &["ung", "ungen", "erstellung", "eingang", "ausgang", "versand"];

pub(super) fn check(outline: &Outline<'_>, report: &mut Report<'_>) {
    let names: Vec<&str> = outline
        .elements()
        .map(|(_, element)| element.name.as_str())
        .collect();
    if language(names.iter().copied()) != "de" {
        return;
    }
    for (index, element) in outline.elements() {
        if element.name.is_empty() {
            continue;
        }
        if is_activity(element.tag) {
            activity(report, index, element);
        }
        if is_gateway(element.tag) {
            question(outline, report, index, element);
        }
        if matches!(element.tag, Tag::Lane | Tag::Participant) && is_person(&element.name) {
            report.add("role-not-person", index);
        }
    }
}

fn words(label: &str) -> Vec<String> {
    label
        .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn activity(report: &mut Report<'_>, index: usize, element: &Element) {
    let words = words(&element.name);
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return;
    };
    if words.len() == 1 && BARE.contains(&last.as_str()) {
        report.add("bare-label", index);
    }
    // "Antrag prüfen und weiterleiten": an infinitive on both sides.
    let joins = words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        word == "und" && before.is_some_and(|word| is_infinitive(word)) && is_infinitive(last)
    });
    if joins {
        report.add("one-action-per-step", index);
    }
    let noun_style = words.len() > 1
        && !is_infinitive(last)
        && element.name.chars().next().is_some_and(char::is_uppercase)
        && NOUN_ENDINGS
            .iter()
            .any(|ending| first.len() > ending.len() + 2 && first.ends_with(ending))
        && words
            .get(1)
            .is_some_and(|word| ["des", "der", "von", "eines", "einer"].contains(&word.as_str()));
    if noun_style {
        report.add("noun-style", index);
    }
}

/// Ends like an infinitive; labels are written with the object first.
fn is_infinitive(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("en") || word.ends_with("ern") || word.ends_with("eln"))
}

/// A gateway that decides asks a question, and every way out answers it.
fn question(outline: &Outline<'_>, report: &mut Report<'_>, index: usize, element: &Element) {
    let flows = outline.outgoing(index);
    if element.tag != Tag::ExclusiveGateway || flows.len() < 2 {
        return;
    }
    if !element.name.trim_end().ends_with('?') {
        report.add("question-at-gateway", index);
    }
    let silent = flows.iter().any(|&flow| {
        outline
            .get(flow)
            .is_some_and(|flow| flow.name.is_empty() && !outline.is_default(flow))
    });
    if silent {
        report.add("answers-at-gateway", index);
    }
}

/// "Frau Müller", "Herr Dr. Schmidt": a person, where a role is meant.
fn is_person(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let title = words
        .next()
        .is_some_and(|word| ["Frau", "Herr", "Fr.", "Hr."].contains(&word));
    title
        && words
            .next()
            .is_some_and(|word| word.chars().next().is_some_and(char::is_uppercase))
}
