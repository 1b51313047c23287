//! What a label speaks about: nouns and their heads.

use super::fold::{Token, fold, tokens};
use crate::domain::folding;

/// A noun of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    /// As written.
    pub raw: String,
    /// Folded stem.
    pub stem: String,
    /// Index of its word in the label.
    pub at: usize,
}

/// Function words: never a noun, never the end of a phrase.
pub const SMALL: [&str; 121] = [
    "wir", "ich", "man", "ihr", "ihre", "ihren", "ihrem", "sein", "seine", "seinen", "wer", "was", "beide",
    "alle", "jeder", "jemand", "niemand", "dies", "diese", "they", "we", "you", "it", "them", "frau", "herr",
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "eines", "und", "oder", "bzw",
    "sowie", "mit", "ohne", "im", "in", "ins", "an", "am", "ans", "auf", "aus", "von", "vom", "zu", "zum",
    "zur", "nach", "per", "bei", "beim", "fuer", "ueber", "via", "durch", "gegen", "vor", "ob", "ist",
    "sind", "wird", "werden", "wurde", "lassen", "ja", "nein", "neu", "neue", "neuen", "ggf", "je", "als",
    "so", "nicht", "kein", "keine", "sich", "er", "sie", "es", "ihn", "raus", "rein", "zurueck", "weiter",
    "dann", "wieder", "the", "a", "of", "and", "or", "to", "for", "with", "from", "by", "at", "on", "into",
    "is", "are", "be", "if", "as", "their", "its", "his", "her", "out", "back", "up",
];

/// Stem of a word, German first: short words as they are.
pub fn stem(word: &str) -> String {
    let folded = fold(word);
    if folded.len() < 5 {
        return folded;
    }
    folding::stem(&folded)
}

/// True if two nouns have the same head: one ends like the other (Bescheid, Steuerbescheid).
pub fn same_head(one: &str, two: &str) -> bool {
    if one == two {
        return !one.is_empty();
    }
    let (long, short) = if one.len() > two.len() {
        (one, two)
    } else {
        (two, one)
    };
    short.len() >= 4 && long.ends_with(short)
}

/// Stem of the head of a name: its last noun before brackets and prepositions.
pub fn head_of(name: &str) -> String {
    let words = tokens(name);
    let end = words
        .iter()
        .position(|token| {
            token.mark
                || (token.folded != "der" && token.folded != "of" && SMALL.contains(&token.folded.as_str()))
        })
        .filter(|end| *end > 0)
        .unwrap_or(words.len());
    let part: Vec<Token> = words.into_iter().take(end).collect();
    nouns(&part, |_| false)
        .last()
        .map(|noun| noun.stem.clone())
        .unwrap_or_default()
}

/// The nouns of a name as a whole.
pub fn nouns_of(name: &str) -> Vec<Noun> {
    nouns(&tokens(name), |_| false)
}

/// Ends of adjectives and participles without their ending of case.
const ATTRIBUTE: [&str; 13] = [
    "ben", "gen", "hlen", "send", "fend", "hend", "iert", "igt", "llt", "ckt", "nnt", "lich", "isch",
];

/// True for a capital first word that only describes the noun after it: "Unterschriebene Vorlage".
fn attribute(words: &[Token], at: usize) -> bool {
    let (0, Some(token), Some(next)) = (at, words.first(), words.get(1)) else {
        return false;
    };
    let word = token.folded.as_str();
    let Some(body) = ["en", "er", "es", "em", "e"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
    else {
        return false;
    };
    !next.mark
        && next.capital()
        && token.capital()
        && body.len() >= 6
        && ATTRIBUTE.iter().any(|end| body.ends_with(end))
}

/// Words that may be nouns: capitals where the label has any beyond its first word, else every word that is not small.
pub fn nouns(words: &[Token], is_verb: impl Fn(usize) -> bool) -> Vec<Noun> {
    let candidates: Vec<(usize, &Token)> = words
        .iter()
        .enumerate()
        .filter(|(at, token)| {
            !token.mark
                && !is_verb(*at)
                && !attribute(words, *at)
                && token.folded.chars().count() > 1
                && token.folded.chars().any(char::is_alphabetic)
                && !SMALL.contains(&token.folded.as_str())
        })
        .collect();
    let capitals = candidates.iter().filter(|(_, token)| token.capital()).count();
    candidates
        .into_iter()
        .filter(|(_, token)| capitals == 0 || token.capital())
        .map(|(at, token)| Noun {
            raw: token.raw.clone(),
            stem: stem(&token.folded),
            at,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    #[test]
    fn a_participle_is_no_noun() {
        let first = |text: &str| nouns_of(text).into_iter().next().unwrap().raw;
        assert_eq!(first("Unterschriebene Vorlage einscannen"), "Vorlage");
        assert_eq!(first("Eingegangenen Bescheid prüfen"), "Bescheid");
        assert_eq!(first("Angaben Antragsteller"), "Angaben");
        assert_eq!(first("Unterlagen an Fachamt"), "Unterlagen");
    }

    #[test]
    fn heads() {
        assert!(same_head(&stem("Bescheide"), &stem("Steuerbescheid")));
        assert!(!same_head(&stem("Gewerbeamt"), &stem("Gewerbeanmeldung")));
        let found: Vec<String> = nouns_of("GewA 2 (Vordruck)")
            .into_iter()
            .map(|noun| noun.raw)
            .collect();
        assert_eq!(found, ["GewA", "Vordruck"]);
    }
}
