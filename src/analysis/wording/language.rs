//! Which language labels are written in (domain.md 8, rule 7).

use super::fold::tokens;

const GERMAN: [&str; 34] = [
    "der",
    "die",
    "das",
    "den",
    "dem",
    "des",
    "und",
    "oder",
    "mit",
    "im",
    "ins",
    "zum",
    "zur",
    "von",
    "vom",
    "auf",
    "aus",
    "nach",
    "ist",
    "wird",
    "nicht",
    "ein",
    "eine",
    "bei",
    "fuer",
    "pruefen",
    "erstellen",
    "antrag",
    "bescheid",
    "erfassen",
    "senden",
    "ja",
    "nein",
    "liegt",
];
const ENGLISH: [&str; 34] = [
    "the",
    "of",
    "and",
    "or",
    "to",
    "for",
    "with",
    "from",
    "by",
    "is",
    "are",
    "not",
    "a",
    "an",
    "on",
    "at",
    "check",
    "send",
    "create",
    "receive",
    "request",
    "application",
    "order",
    "yes",
    "no",
    "review",
    "update",
    "approve",
    "process",
    "data",
    "form",
    "customer",
    "new",
    "start",
];

/// So many texts are enough to tell a language; a model of a hundred thousand steps is not read to its end for it.
const ENOUGH: usize = 2_000;

/// `de`, `en`, or empty where the texts do not tell. The first 2,000 that are not empty are looked at.
pub fn language<'a>(texts: impl Iterator<Item = &'a str>) -> &'static str {
    let (mut german, mut english) = (0usize, 0usize);
    for text in texts.filter(|text| !text.is_empty()).take(ENOUGH) {
        if text.contains(['ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü']) {
            german += 2;
        }
        for token in tokens(text) {
            let word = token.folded.as_str();
            if GERMAN.contains(&word)
                || ["ung", "ungen", "keit", "heit", "schaft", "ieren"]
                    .iter()
                    .any(|end| word.ends_with(end))
            {
                german += 1;
            } else if ENGLISH.contains(&word)
                || ["tion", "ing", "ment", "ness"]
                    .iter()
                    .any(|end| word.len() > 5 && word.ends_with(end))
            {
                english += 1;
            } else if word.len() > 5 && word.ends_with("en") {
                german += 1;
            }
        }
    }
    match german.cmp(&english) {
        std::cmp::Ordering::Greater => "de",
        std::cmp::Ordering::Less => "en",
        std::cmp::Ordering::Equal => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_german_from_english() {
        assert_eq!(language(["Antrag prüfen", "Bescheid drucken"].into_iter()), "de");
        assert_eq!(
            language(["Check application", "Send letter to the applicant"].into_iter()),
            "en"
        );
        assert_eq!(language(["X", "42"].into_iter()), "");
    }
}
