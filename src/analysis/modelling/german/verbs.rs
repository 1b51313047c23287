//! German verbs in labels: infinitives, finite forms, and nouns made from them.

use crate::analysis::wording::fold;

/// Verbs without prefix that offices use, as folded infinitives.
#[rustfmt::skip]
const BASES: &[&str] = &[
    "antworten", "arbeiten", "bauen", "bearbeiten", "beraten", "bewerten", "bieten", "bilden", "binden", "bitten",
    "bleiben", "bringen", "buchen", "danken", "decken", "denken", "drucken", "dulden", "fahren", "fallen",
    "fassen", "fertigen", "finden", "folgen", "fordern", "fragen", "fuehren", "fuellen", "geben", "gehen",
    "genehmigen", "gestalten", "gewaehren", "gleichen", "greifen", "haengen", "haendigen", "halten", "handeln",
    "heben", "heften", "helfen", "holen", "hoeren", "kaufen", "klaeren", "kleben", "kommen", "koppeln",
    "kuendigen", "laden", "lassen", "laufen", "legen", "lehnen", "leisten", "leiten", "lesen", "liefern",
    "loeschen", "machen", "mahnen", "melden", "merken", "messen", "mieten", "mitteln", "nehmen", "nennen",
    "oeffnen", "ordnen", "packen", "passen", "pflegen", "planen", "pruefen", "raeumen", "rechnen", "reichen",
    "richten", "rufen", "sagen", "sammeln", "schaetzen", "schaffen", "schalten", "schauen", "scheiden",
    "schicken", "schliessen", "schneiden", "schreiben", "sehen", "senden", "setzen", "sichern", "sichten",
    "siegeln", "speichern", "sperren", "sprechen", "staetigen", "stehen", "stellen", "stempeln", "stimmen",
    "suchen", "tauschen", "teilen", "tragen", "treffen", "treten", "tueten", "tun", "waehlen", "warten",
    "wechseln", "weisen", "wenden", "werben", "werten", "wickeln", "wiegen", "wirken", "zahlen", "zaehlen",
    "zeichnen", "zeigen", "ziehen", "zustellen", "ergaenzen", "aendern", "erinnern", "erledigen", "entscheiden",
    "informieren", "scannen", "faxen", "mailen", "frankieren", "kuvertieren", "starten", "lochen",
];

/// Prefixes, the longer first.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "zusammen", "gegen", "nieder", "wieder", "weiter", "zurueck", "bereit", "bekannt", "durch", "gleich",
    "heraus", "hinzu", "hoch", "nach", "rueck", "ueber", "unter", "statt", "frei", "fest", "fort", "teil", "wahr", "quer",
    "auf", "aus", "bei", "dar", "ein", "ent", "her", "hin", "los", "mit", "ver", "vor", "zer", "ab", "an", "be",
    "er", "um", "zu",
];

/// Words in small letters that end like infinitives and are none.
#[rustfmt::skip]
const NO_VERBS: &[&str] = &[
    "an", "in", "von", "den", "dann", "wenn", "denn", "schon", "ein", "kein", "nein", "extern", "intern",
    "modern", "gern", "gestern", "sofern", "insofern", "sondern", "fern", "offen", "eigen", "selten", "zusammen",
    "draussen", "innen", "aussen", "oben", "unten", "hinten", "vorn", "morgen", "neben", "wegen", "zwischen",
    "binnen", "gegen", "ihnen", "ihren", "seinen", "einen", "keinen", "allen", "beiden", "sieben", "zehn",
    "online", "inzwischen",
];

/// Finite verbs that make a sentence of a label.
#[rustfmt::skip]
const AUXILIARIES: &[&str] = &[
    "wird", "wurde", "wurden", "ist", "sind", "war", "hat", "haben", "muss", "muessen", "soll", "sollen", "kann",
    "koennen", "darf", "duerfen",
];

/// Verbs that say nothing about what is done.
const VAGUE: &[&str] = &[
    "abwickeln",
    "bearbeiten",
    "behandeln",
    "durchfuehren",
    "erledigen",
    "machen",
    "tun",
    "vornehmen",
];

/// Nouns that look like verbs.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "abkommen", "anliegen", "anschreiben", "ansehen", "aufkommen", "einkommen", "essen", "guthaben", "gutachten",
    "leben", "rechnungswesen", "schreiben", "treffen", "unternehmen", "unterlagen", "verfahren", "verhalten",
    "vermoegen", "versprechen", "vertrauen", "vorgehen", "vorhaben", "wesen", "wissen",
];

/// Prefixes that stay with their verb: its participle has no `ge`.
const INSEPARABLE: &[&str] = &["ueber", "unter", "ver", "ent", "zer", "be", "er"];

/// Verbs whose participle behind an inseparable prefix is the infinitive: `vergeben`, `erhalten`.
#[rustfmt::skip]
const SAME: &[&str] = &[
    "fahren", "fallen", "fangen", "geben", "halten", "kommen", "lassen", "laden", "laufen", "lesen", "messen", "raten",
    "rufen", "schlafen", "sehen", "tragen", "treten", "wachsen", "waschen",
];

/// True for a verb whose infinitive is no participle as well: where it stands, something is to be done.
pub fn is_plain_infinitive(word: &str) -> bool {
    let folded = fold(word);
    let both = INSEPARABLE.iter().any(|prefix| {
        folded
            .strip_prefix(prefix)
            .is_some_and(|rest| SAME.contains(&rest))
    });
    is_infinitive(word) && is_known_verb(word) && !both
}

/// True for a verb of the few that make a sentence in any form.
pub fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(&fold(word).as_str())
}

/// True for a participle with `ge` (`eingegangen`).
fn is_participle(word: &str) -> bool {
    let rest = without_prefix(word);
    rest.starts_with("ge") && !BASES.contains(&rest)
}

fn without_prefix(word: &str) -> &str {
    PREFIXES
        .iter()
        .find_map(|prefix| word.strip_prefix(prefix).filter(|rest| rest.len() > 3))
        .unwrap_or(word)
}

/// True for a word in small letters that has the form of an infinitive.
pub fn is_infinitive(word: &str) -> bool {
    let small = word.chars().next().is_some_and(char::is_lowercase);
    let folded = fold(word);
    let form =
        folded.ends_with("en") || folded.ends_with("ern") || folded.ends_with("eln") || folded == "tun";
    small && form && !NO_VERBS.contains(&folded.as_str()) && !is_participle(&folded)
}

/// True for a known verb, whatever its first letter.
pub fn is_known_verb(word: &str) -> bool {
    let folded = fold(word);
    if NOUNS.contains(&folded.as_str()) && !word.chars().next().is_some_and(char::is_lowercase) {
        return false;
    }
    BASES.contains(&folded.as_str())
        || BASES.contains(&without_prefix(&folded))
        || BASES.contains(&without_prefix(without_prefix(&folded)))
        || (folded.len() > 7 && folded.ends_with("ieren"))
}

/// True for a verb in the third person (`prüft`). Participles without `ge` look the same (`erledigt`).
pub fn is_finite(word: &str) -> bool {
    if !word.chars().next().is_some_and(char::is_lowercase) {
        return false;
    }
    let folded = fold(word);
    let Some(stem) = folded.strip_suffix('t') else {
        return false;
    };
    let stem = stem.strip_suffix('e').unwrap_or(stem);
    // A separable prefix stands at the end of the sentence, so the form is that of the bare verb.
    BASES.iter().any(|base| {
        base.strip_suffix("en").is_some_and(|base| base == stem)
            || (base.ends_with('n') && !base.ends_with("en") && base.strip_suffix('n') == Some(stem))
    })
}

/// True for a verb that says nothing about what is done.
pub fn is_vague(word: &str) -> bool {
    VAGUE.contains(&fold(word).as_str())
}

/// The infinitive of a noun in -ung: `Prüfung` – `prüfen`, `Ermittlung` – `ermitteln`, `Änderung` – `ändern`.
pub fn of_noun(noun: &str) -> Option<String> {
    let stem = noun.strip_suffix("ung").or_else(|| noun.strip_suffix("ungen"))?;
    if stem.chars().count() < 3 {
        return None;
    }
    let lower: String = stem.to_lowercase();
    let mut letters = lower.chars().rev();
    let (last, before) = (letters.next()?, letters.next()?);
    let vowel = |letter: char| "aeiouäöüy".contains(letter);
    let verb = if lower.ends_with("er") && !lower.ends_with("ier") && !lower.ends_with("eer") {
        format!("{lower}n")
    } else if last == 'l' && !vowel(before) && before != 'l' && before != 'h' {
        format!("{}eln", lower.strip_suffix('l')?)
    } else {
        format!("{lower}en")
    };
    Some(verb)
}

/// Nouns in -ung that name a thing or an office rather than doing something.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "abteilung", "leitung", "rechnung", "verwaltung", "zeitung", "wohnung", "versicherung", "regierung",
    "stiftung", "ordnung", "verordnung", "satzung", "sitzung", "lesung", "einrichtung", "quittung", "zeichnung",
    "werbung",
];

/// True for a noun that says that something is done: `Prüfung`, `Weiterleitung`.
pub fn is_action_noun(word: &str) -> bool {
    let folded = fold(word);
    let one = folded.strip_suffix("en").unwrap_or(&folded);
    // `Berechnung` is no bill and `Weiterleitung` no head of office, but `Stromrechnung` and `Amtsleitung` are.
    let thing = THINGS.iter().any(|thing| {
        one.strip_suffix(thing)
            .is_some_and(|rest| rest.is_empty() || !PREFIXES.contains(&rest))
    });
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    capital && one.len() > 6 && one.ends_with("ung") && !thing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_apart() {
        for verb in [
            "prüfen",
            "ermitteln",
            "ändern",
            "weiterleiten",
            "abgeben",
            "genehmigen",
            "tun",
        ] {
            assert!(is_infinitive(verb), "{verb}");
        }
        for other in [
            "Unterlagen",
            "extern",
            "eingegangen",
            "abgegeben",
            "zusammen",
            "vollständig",
            "neu",
        ] {
            assert!(!is_infinitive(other), "{other}");
        }
        assert!(is_finite("prüft") && is_auxiliary("wird") && is_finite("leitet") && !is_finite("Amt"));
        assert!(is_plain_infinitive("beantragen") && is_plain_infinitive("abwarten"));
        for state in ["behoben", "erhalten", "hochgeladen", "vergeben", "beschlossen"] {
            assert!(!is_plain_infinitive(state), "{state}");
        }
        assert!(!is_finite("fristgerecht") && !is_finite("erreicht"));
        assert!(is_known_verb("Prüfen") && is_known_verb("Weiterleiten") && is_known_verb("Kontieren"));
        assert!(!is_known_verb("Unterlagen") && !is_known_verb("Daten") && !is_known_verb("Einkommen"));
    }

    #[test]
    fn nouns_turn_into_verbs() {
        let cases = [
            ("Prüfung", "prüfen"),
            ("Weiterleitung", "weiterleiten"),
            ("Ermittlung", "ermitteln"),
            ("Bestellung", "bestellen"),
            ("Zahlung", "zahlen"),
            ("Änderung", "ändern"),
            ("Archivierung", "archivieren"),
            ("Berechnung", "berechnen"),
            ("Anhörung", "anhören"),
        ];
        for (noun, verb) in cases {
            assert_eq!(of_noun(noun).as_deref(), Some(verb));
            assert!(is_action_noun(noun));
        }
        assert!(!is_action_noun("Rechnung") && !is_action_noun("Abteilungsleitung"));
        assert_eq!(of_noun("Akte"), None);
    }
}
