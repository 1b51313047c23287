//! Abbreviations that the model does not explain.

use super::model::Model;
use super::report::Report;
use crate::analysis::wording::{Products, known_products};
use crate::bpmn::diagram::Element;
use crate::domain::message::Message;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Abbreviations that everybody in an office knows.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "AG", "BGB", "BIC", "CD", "CSV", "DIN", "DSGVO", "EC", "EDV", "EU", "EUR", "FAQ", "HTML", "IBAN", "ID", "IP",
    "ISO", "IT", "KFZ", "LKW", "MB", "NFC", "OK", "PC", "PDF", "PIN", "PKW", "PLZ", "QR", "SEPA", "SMS",
    "TAN", "TÜV", "TV", "URL", "USB", "UTF", "UV", "VPN", "WLAN", "WWW", "XLSX", "XML", "ZIP",
];

/// Roman numbers up to twenty.
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XX",
];

/// `abbreviation`: each abbreviation once, at the first label it stands in.
pub fn check(model: &Model<'_>, report: &mut Report) {
    let mut found: BTreeMap<&str, (usize, &Element)> = BTreeMap::new();
    for (index, element) in model.elements() {
        if element.name.chars().any(char::is_lowercase) || element.name.len() <= 6 {
            for word in abbreviations(&element.name) {
                found.entry(word).or_insert((index, element));
            }
        }
    }
    if found.is_empty() {
        return;
    }
    let mut texts = Vec::new();
    for (_, element) in model.elements() {
        texts.push(element.name.as_str());
        texts.extend(element.details.documentation.iter().map(String::as_str));
    }
    let explained: BTreeSet<&str> = texts.into_iter().flat_map(explained).collect();
    let mut open: Vec<(usize, &str, &Element)> = found
        .into_iter()
        .filter(|(word, _)| !explained.contains(word))
        .map(|(word, (index, element))| (index, word, element))
        .collect();
    open.sort_by_key(|(index, word, _)| (*index, *word));
    for (_, word, element) in open {
        let message = Message::new("modelling-abbreviation").with("abbreviation", word);
        report.say("modelling/abbreviation", element, message);
    }
}

static PRODUCTS: LazyLock<Products> = LazyLock::new(known_products);

/// The abbreviations of a label without those in names of products: `OK.EWO`, `EL_DOK`, `FIT-Connect`.
fn abbreviations(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|whole| {
        let inner = whole.trim_matches(|letter: char| !letter.is_alphanumeric());
        let mut found: Vec<&str> = inner
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| is_abbreviation(word))
            .collect();
        let product = || inner.contains(['.', '_', '@', '|']) || PRODUCTS.named_in(inner).is_some();
        if !found.is_empty() && product() {
            found.clear();
        }
        found
    })
}

/// Two to five capital letters.
fn is_abbreviation(word: &str) -> bool {
    let count = word.chars().count();
    (2..=5).contains(&count)
        && word.chars().all(char::is_uppercase)
        && !KNOWN.contains(&word)
        && !NUMBERS.contains(&word)
}

/// Characters behind an opening bracket that are looked at.
const BRACKET: usize = 200;

/// Abbreviations that a text explains: `Referatsleitung (RL)`, `RL (Referatsleitung)`, `RL = …`, `RL: …`.
fn explained(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let text = text.trim_start();
    for (open, _) in text.match_indices('(') {
        let (before, behind) = (
            text.get(..open).unwrap_or_default().trim_end(),
            text.get(open + 1..).unwrap_or_default(),
        );
        // A bracket that is never closed is not followed to the end of the text.
        let near = behind.char_indices().nth(BRACKET).map(|(end, _)| end);
        let behind = near.and_then(|end| behind.get(..end)).unwrap_or(behind);
        let inside = behind.split(')').next().unwrap_or_default().trim();
        let last = before
            .rsplit(|letter: char| !letter.is_alphanumeric())
            .next()
            .unwrap_or_default();
        let long = |word: &str| word.chars().nth(5).is_some() || word.contains(' ');
        if is_abbreviation(inside) && long(before) {
            found.push(inside);
        }
        if is_abbreviation(last) && long(inside) {
            found.push(last);
        }
    }
    for (at, _) in text.match_indices(['=', ':']) {
        let before = text.get(..at).unwrap_or_default().trim_end();
        let last = before
            .rsplit(|letter: char| !letter.is_alphanumeric())
            .next()
            .unwrap_or_default();
        if is_abbreviation(last) && text.get(at + 1..).is_some_and(|behind| behind.trim().len() > 5) {
            found.push(last);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn explanations_are_found() {
        assert_eq!(explained("Referatsleitung (RL) informieren"), ["RL"]);
        assert_eq!(explained("RL (Referatsleitung) informieren"), ["RL"]);
        assert_eq!(
            explained("AL = Abteilungsleitung; RL: Referatsleitung"),
            ["AL", "RL"]
        );
        assert!(explained("Antrag (PDF) an SB (32)").is_empty());
        assert!(
            is_abbreviation("SB")
                && !is_abbreviation("PDF")
                && !is_abbreviation("Amt")
                && !is_abbreviation("II")
        );
    }
}
