//! Families of nouns that mean the same information along the way (analysis.md 1.2, identity rule 5).

use crate::analysis::wording::{Noun, same_head};

/// Which default object a noun stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// The case: Antrag, Daten, Fall.
    In,
    /// What goes out: Bescheid, Schreiben.
    Out,
    /// Things that hold paper: Mappe, Korb, Akte.
    Holder,
}

// Folded stems.
const IN: [&str; 34] = [
    "antrag",
    "antrage",
    "anzeig",
    "meldung",
    "unterlag",
    "nachweis",
    "formular",
    "dat",
    "daten",
    "angab",
    "eingangspost",
    "post",
    "fall",
    "vorgang",
    "anmeld",
    "anfrag",
    "begehr",
    "hinweis",
    "beschwerd",
    "eingang",
    "application",
    "applicat",
    "request",
    "form",
    "documents",
    "document",
    "case",
    "complaint",
    "details",
    "data",
    "submission",
    "betrag",
    "personali",
    "information",
];
const OUT: [&str; 26] = [
    "bescheid",
    "schreib",
    "antwort",
    "urkund",
    "ausweis",
    "genehm",
    "genehmig",
    "rechnung",
    "mitteil",
    "mitteilung",
    "mahnung",
    "erlaubnis",
    "bestat",
    "benachricht",
    "bescheinig",
    "einlad",
    "brief",
    "decision",
    "letter",
    "certificat",
    "reply",
    "invoic",
    "notic",
    "permit",
    "licenc",
    "schein",
];
const HOLDER: [&str; 16] = [
    "mapp",
    "korb",
    "akt",
    "ordn",
    "umschlag",
    "laufzettel",
    "box",
    "file",
    "files",
    "folder",
    "bundle",
    "original",
    "ausfert",
    "kopi",
    "dokument",
    "papi",
];

fn among(list: &[&str], stem: &str) -> bool {
    list.iter()
        .any(|head| *head == stem || (head.len() >= 4 && same_head(head, stem)))
}

/// The family of a noun, if it has one.
pub fn family(noun: &Noun) -> Option<Family> {
    if among(&HOLDER, &noun.stem) {
        Some(Family::Holder)
    } else if among(&OUT, &noun.stem) {
        Some(Family::Out)
    } else if among(&IN, &noun.stem) {
        Some(Family::In)
    } else {
        None
    }
}
