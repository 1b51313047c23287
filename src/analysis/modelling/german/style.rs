//! What form the label of a step has.

use super::verbs::{
    is_action_noun, is_auxiliary, is_finite, is_infinitive, is_known_verb, is_plain_infinitive, of_noun,
};
use crate::analysis::wording::fold;

/// The form of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Style {
    /// Object and infinitive, or something we have nothing to say about.
    Good,
    /// A sentence with a finite verb.
    Sentence,
    /// Two things done in one step.
    TwoActions,
    /// A noun instead of a verb; with a better label where one can be made.
    Noun(Option<String>),
    /// No verb at all.
    NoVerb,
    /// A verb without an object.
    NoObject,
}

/// Reads a label.
pub fn style(label: &str) -> Style {
    let clean = without_brackets(label);
    let words: Vec<&str> = clean
        .split_whitespace()
        .skip_while(|word| {
            word.chars()
                .all(|letter| letter.is_ascii_digit() || ".)".contains(letter))
        })
        .collect();
    let parts = parts(&words);
    let verbs = verbs(&parts);
    if is_sentence(&words, verbs > 0) {
        return Style::Sentence;
    }
    let [first, ..] = words.as_slice() else {
        return Style::Good;
    };
    if verbs >= 2 || (verbs == 0 && joined_nouns(&parts)) {
        return Style::TwoActions;
    }
    let inside = || {
        words
            .iter()
            .any(|word| is_infinitive(bare(word)) && is_known_verb(bare(word)))
    };
    if (verbs == 0 && !inside()) || (verbs == 1 && words.len() == 1) {
        return match words.as_slice() {
            [only] if is_known_verb(bare(only)) => Style::NoObject,
            [only] if is_action_noun(bare(only)) => Style::Noun(compound(bare(only))),
            _ if is_action_noun(bare(first)) || is_noun_of_infinitive(&words) => {
                Style::Noun(genitive(&words))
            }
            [_] if verbs == 1 => Style::NoObject,
            _ => Style::NoVerb,
        };
    }
    Style::Good
}

/// A finite verb behind the first word. A participle at the end makes no sentence (`Fund erledigt`), nor does one
/// before an infinitive (`als erledigt kennzeichnen`).
fn is_sentence(words: &[&str], has_verb: bool) -> bool {
    let last = words.len().saturating_sub(1);
    words.iter().enumerate().skip(1).any(|(at, word)| {
        let word = bare(word);
        is_auxiliary(word) || (is_finite(word) && !has_verb && at < last)
    })
}

/// How many of the parts of a label end in a verb.
fn verbs(parts: &[Vec<&str>]) -> usize {
    let count = |(at, part): (usize, &Vec<&str>)| {
        // `blauen und roten Umschlag beilegen`: an adjective before another one.
        let adjective = parts.get(at + 1).is_some_and(|next| match next.as_slice() {
            [one, two, ..] => is_infinitive(one) && two.chars().next().is_some_and(char::is_uppercase),
            _ => false,
        });
        let known = part.last().is_some_and(|last| is_known_verb(last));
        ends_in_verb(part) && (known || !adjective)
    };
    parts.iter().enumerate().filter(|part| count(*part)).count()
}

/// True for the label of an event that says what is to be done instead of what is.
pub fn is_task_like(label: &str) -> bool {
    let clean = without_brackets(label);
    let words: Vec<&str> = clean
        .split_whitespace()
        .map(bare)
        .filter(|word| !word.is_empty())
        .collect();
    words.last().is_some_and(|last| is_plain_infinitive(last)) && !words.iter().any(|word| is_auxiliary(word))
}

/// The last word that is a verb, or the verb of a noun that stands alone (`Bearbeitung`).
pub fn last_verb(label: &str) -> Option<String> {
    let clean = without_brackets(label);
    let last = clean
        .split_whitespace()
        .map(bare)
        .rfind(|word| !word.is_empty())?;
    let single = clean.split_whitespace().count() == 1;
    if single && is_action_noun(last) {
        return of_noun(last);
    }
    (is_infinitive(last) || (single && is_known_verb(last))).then(|| last.to_owned())
}

fn without_brackets(label: &str) -> String {
    let (mut text, mut depth) = (String::with_capacity(label.len()), 0usize);
    for letter in label.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '\u{ad}' => {}
            _ if depth == 0 => text.push(letter),
            _ => {}
        }
    }
    text
}

/// A word without punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// The label, cut at `und`, `oder`, commas and the like.
fn parts<'w>(words: &[&'w str]) -> Vec<Vec<&'w str>> {
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    for word in words {
        let folded = fold(word);
        if matches!(folded.as_str(), "und" | "oder" | "sowie" | "bzw" | "bzw." | "u.")
            || matches!(*word, "&" | "+" | "/")
        {
            parts.push(Vec::new());
            continue;
        }
        if let Some(part) = parts.last_mut() {
            part.push(bare(word));
        }
        if word.ends_with([',', ';']) {
            parts.push(Vec::new());
        }
    }
    parts.retain(|part| part.iter().any(|word| !word.is_empty()));
    parts
}

fn ends_in_verb(part: &[&str]) -> bool {
    match part {
        [only] => is_infinitive(only) || (is_known_verb(only) && !is_action_noun(only)),
        [.., last] => is_infinitive(last) || is_known_verb(last),
        [] => false,
    }
}

/// `Prüfung und Genehmigung des Antrags`.
fn joined_nouns(parts: &[Vec<&str>]) -> bool {
    let noun = |word: Option<&&str>| word.is_some_and(|word| is_action_noun(word));
    parts.windows(2).any(|pair| match pair {
        [one, next] => noun(one.last()) && one.len() == 1 && noun(next.first()),
        _ => false,
    })
}

/// `Prüfen des Antrags`, `Überarbeiten nach Handvermerk`.
fn is_noun_of_infinitive(words: &[&str]) -> bool {
    match words {
        [first, next, ..] => {
            let follows = [
                "des", "der", "von", "vom", "eines", "einer", "nach", "durch", "an", "zur", "zum",
            ];
            is_known_verb(bare(first)) && follows.contains(&fold(next).as_str())
        }
        _ => false,
    }
}

/// `Prüfung des Antrags` – `Antrag prüfen`.
fn genitive(words: &[&str]) -> Option<String> {
    let [noun, article, object] = words else {
        return None;
    };
    let noun = bare(noun);
    let verb = of_noun(noun).unwrap_or_else(|| noun.to_lowercase());
    if !is_known_verb(&verb) {
        return None;
    }
    let object = bare(object);
    let object = match fold(article).as_str() {
        "der" | "von" => object.to_owned(),
        "des" => nominative(object),
        _ => return None,
    };
    Some(format!("{object} {verb}"))
}

/// `Antrags` – `Antrag`, `Ausweises` – `Ausweis`, `Ergebnisses` – `Ergebnis`.
fn nominative(noun: &str) -> String {
    let cut = |end: &str| noun.strip_suffix(end).map(str::to_owned);
    if noun.ends_with("nisses") {
        return cut("ses").unwrap_or_default();
    }
    cut("es").or_else(|| cut("s")).unwrap_or_else(|| noun.to_owned())
}

/// Nouns of doing that end compounds.
#[rustfmt::skip]
const TAILS: &[&str] = &[
    "ablehnung", "anforderung", "archivierung", "auszahlung", "bearbeitung", "berechnung", "bewertung", "buchung",
    "einholung", "eintragung", "erfassung", "erstellung", "ermittlung", "freischaltung", "prüfung", "überprüfung",
    "übermittlung", "versendung", "weiterleitung", "zustellung",
];

/// `Antragsprüfung` – `Antrag prüfen`.
fn compound(noun: &str) -> Option<String> {
    let lower = noun.to_lowercase();
    let tail = TAILS
        .iter()
        .filter(|tail| lower.ends_with(*tail))
        .max_by_key(|tail| tail.len())?;
    let object = noun.get(..noun.len().checked_sub(tail.len())?)?;
    if object.chars().count() < 3 {
        return None;
    }
    // The letter that joins the words is no part of the object; `Bescheid` has none, `Antrags` has.
    let joined = ["gs", "ts", "ls", "ns"].iter().any(|end| object.ends_with(end));
    let object = if joined {
        object.strip_suffix('s').unwrap_or(object)
    } else {
        object
    };
    let mut capital = tail.chars();
    let tail: String = capital
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(capital)
        .collect();
    Some(format!("{object} {}", of_noun(&tail)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_of_labels() {
        let noun = |better: &str| Style::Noun(Some(better.to_owned()));
        let cases = [
            ("Antrag prüfen", Style::Good),
            ("2.1 Zugang beantragen", Style::Good),
            ("Sachlich und rechnerisch prüfen", Style::Good),
            ("Unterlagen und Anlagen prüfen", Style::Good),
            ("Antrag prüfen (vier Augen)", Style::Good),
            ("Lieferung und Leistung prüfen", Style::Good),
            ("Einkommen und Miete eintragen", Style::Good),
            ("Stimmzettel, blauen und roten Umschlag beilegen", Style::Good),
            ("Fund als erledigt kennzeichnen", Style::Good),
            ("Dokument speichern unter Aktenzeichen", Style::Good),
            ("3.2 Daten Hochladen", Style::Good),
            ("Verlustmeldung des Kunden", Style::Noun(None)),
            ("Prüfung des Antrags", noun("Antrag prüfen")),
            ("Prüfen des Ausweises", noun("Ausweis prüfen")),
            ("Archivierung der Unterlagen", noun("Unterlagen archivieren")),
            ("Antragsprüfung", noun("Antrag prüfen")),
            ("Weiterleitung an das Fachamt", Style::Noun(None)),
            ("Anhörung", Style::Noun(None)),
            ("Grabstätte auswählen und zuteilen", Style::TwoActions),
            ("kuvertieren, frankieren", Style::TwoActions),
            ("Prüfung und Genehmigung des Antrags", Style::TwoActions),
            ("Antrag annehmen oder ablehnen", Style::TwoActions),
            ("Sachbearbeiter prüft Antrag", Style::Sentence),
            ("Antrag wird geprüft", Style::Sentence),
            ("Prüfen", Style::NoObject),
            ("weiterleiten", Style::NoObject),
            ("Bescheid", Style::NoVerb),
            ("Anschrift und Termin in Excel-Liste", Style::NoVerb),
            ("Gewerbeschein raus", Style::NoVerb),
        ];
        for (label, expected) in cases {
            assert_eq!(style(label), expected, "{label}");
        }
    }
}
