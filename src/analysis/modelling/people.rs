//! Lanes and pools that bear the name of a person.

use super::model::Model;
use super::report::Report;
use crate::bpmn::diagram::Tag;

/// Frequent first names in Germany, in small letters. Names that are words or places as well are left out.
#[rustfmt::skip]
const FIRST_NAMES: &[&str] = &[
    "alexander", "andrea", "andreas", "angela", "angelika", "anja", "anke", "anna", "anne", "annette", "antje",
    "barbara", "bernd", "birgit", "björn", "brigitte", "christian", "christiane", "christina", "christine",
    "christoph", "claudia", "daniel", "daniela", "dennis", "dieter", "dirk", "doris", "elena", "elisabeth",
    "elke", "emma", "erika", "eva", "felix", "florian", "frank", "gabriele", "gerhard", "gisela", "günter",
    "günther", "hannah", "hans", "heike", "heinz", "helga", "helmut", "holger", "ines", "ingrid", "jan", "jana",
    "jens", "jochen", "johannes", "jonas", "julia", "jürgen", "karin", "karl", "karsten", "katharina", "kathrin",
    "katja", "katrin", "kerstin", "klaus", "kristina", "lars", "laura", "lea", "lena", "leon", "lisa", "luca",
    "lukas", "manfred", "manuela", "maria", "marie", "marion", "markus", "martin", "martina", "matthias", "max",
    "maximilian", "mehmet", "melanie", "mia", "michael", "michaela", "monika", "nadine", "nicole", "nina", "olaf",
    "oliver", "patrick", "paul", "peter", "petra", "philipp", "rainer", "ralf", "renate", "rolf", "sabine",
    "sandra", "sara", "sarah", "sebastian", "silke", "simone", "sonja", "stefan", "stefanie", "steffen",
    "stephan", "susanne", "sven", "sylvia", "tanja", "thomas", "thorsten", "tim", "tobias", "torsten", "ulrich",
    "ulrike", "ursula", "ute", "uwe", "volker", "walter", "werner", "wolfgang", "yvonne",
];

/// `role-not-person`.
pub fn check(model: &Model<'_>, report: &mut Report) {
    for (_, element) in model.elements() {
        if matches!(element.tag, Tag::Lane | Tag::Participant) && is_person(&element.name) {
            report.add("modelling/role-not-person", element);
        }
    }
}

/// True for `Frau Meier`, `Sabine Meier`, `Meier, Sabine`, `Sabine`.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name
        .split_whitespace()
        .map(|word| word.trim_matches(|letter: char| matches!(letter, ',' | ';' | '(' | ')')))
        .filter(|word| !word.is_empty())
        .collect();
    let title = |word: &str| matches!(word, "Herr" | "Herrn" | "Frau" | "Hr." | "Fr.");
    let surname = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && word.chars().count() > 2
            && letters.all(|letter| letter.is_lowercase() || letter == '-' || letter.is_uppercase())
            && !word.chars().all(char::is_uppercase)
    };
    let first = |word: &str| {
        let given = |part: &str| FIRST_NAMES.contains(&part.to_lowercase().as_str());
        word.chars().next().is_some_and(char::is_uppercase) && word.split('-').all(given)
    };
    match words.as_slice() {
        [one] => first(one),
        [one, .., last] if title(one) => surname(last),
        [one, last] => (first(one) && surname(last)) || (name.contains(',') && surname(one) && first(last)),
        [one, "von" | "van" | "zu", last] => first(one) && surname(last),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn people_are_told_from_roles() {
        for name in [
            "Frau Meier",
            "Herr Dr. Schulz",
            "Sabine Meier",
            "Meier, Sabine",
            "Petra",
            "Karl-Heinz Müller",
        ] {
            assert!(super::is_person(name), "{name}");
        }
        for name in [
            "Sachbearbeitung",
            "Stadt Eschenfurt",
            "SB Gewerbe",
            "Bürger, Bürgerin",
            "Frau",
            "Amt 32",
            "Maria-Hilf-Stift Leitung",
        ] {
            assert!(!super::is_person(name), "{name}");
        }
    }
}
