//! Families of nouns that mean the same information along the way (analysis.md 1.2, identity rule 5).

use crate::analysis::wording::{Noun, fold, nouns_of, same_head};

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

// Folded ends of words for ways, holders and marks of paper: they carry information and are none.
const CARRYING: [&str; 27] = [
    "hauspost",
    "papierpost",
    "briefpost",
    "postweg",
    "umlauf",
    "mappe",
    "mappen",
    "korb",
    "ordner",
    "umschlag",
    "umschlaege",
    "kuvert",
    "fach",
    "postfach",
    "verteilung",
    "verteiler",
    "versand",
    "stempel",
    "siegel",
    "telefon",
    "tresen",
    "schalter",
    "drucker",
    "scanner",
    "kopierer",
    "laufwerk",
    "briefkasten",
];
// Whole words: ways and units of time.
const OTHER: [&str; 33] = [
    "post", "mail", "mails", "e-mail", "e-mails", "email", "fax", "anruf", "brief", "papier", "portal",
    "monat", "monate", "monaten", "woche", "wochen", "tag", "tage", "tagen", "jahr", "jahre", "jahren",
    "stunde", "stunden", "uhr", "month", "months", "week", "weeks", "day", "days", "folder", "tray",
];

/// False for words that name a way, a holder, a mark on paper or a time, never what is said on it.
pub fn is_information(noun: &Noun) -> bool {
    let word = fold(&noun.raw);
    !OTHER.contains(&word.as_str())
        && (word.ends_with("bewerbungsmappe") || !CARRYING.iter().any(|end| word.ends_with(end)))
}

/// The first noun of a text that names information; empty where there is none.
pub fn information_in(text: &str) -> String {
    nouns_of(text)
        .into_iter()
        .find(is_information)
        .map(|noun| noun.raw)
        .unwrap_or_default()
}

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
