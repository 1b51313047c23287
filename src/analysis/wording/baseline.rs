//! Lexicon alone, no propagation: what a list of words would report (`evaluate --lexicon-only`).

use super::fold::tokens;
use super::tables::{Entry, lexicon};

/// A term of the lexicon that implies a change of carrier.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Term as it stands in the lexicon.
    pub term: String,
    /// `digital>paper` …
    pub direction: String,
    /// 0 to 1.
    pub confidence: f64,
}

const NEGATIONS: [&str; 9] = [
    "ohne",
    "kein",
    "keine",
    "keinen",
    "statt",
    "entfaellt",
    "papierlos",
    "without",
    "no",
];

/// Hits with hint Y, or M from 0.6 on, that name a direction. Longest term wins; exclusions and negation hold.
pub fn baseline(label: &str, language: &str) -> Vec<Hit> {
    let words = tokens(label);
    let mut found: Vec<(usize, usize, usize, &Entry)> = Vec::new();
    for entry in lexicon() {
        if !language.is_empty() && entry.lang != language {
            continue;
        }
        if entry
            .exclude
            .iter()
            .any(|pattern| !pattern.find(&words, false).is_empty())
        {
            continue;
        }
        for span in entry
            .patterns
            .iter()
            .flat_map(|pattern| pattern.find(&words, false))
        {
            let negated = words
                .iter()
                .take(span.from)
                .rev()
                .take(3)
                .any(|token| NEGATIONS.contains(&token.folded.as_str()));
            if !negated {
                found.push((span.from, span.to, span.length, entry));
            }
        }
    }
    found.sort_by(|one, two| two.2.cmp(&one.2).then(one.0.cmp(&two.0)));
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let mut hits = Vec::new();
    for (from, to, _, entry) in found {
        if taken.iter().any(|(begin, end)| from < *end && *begin < to) {
            continue;
        }
        taken.push((from, to));
        let strong = entry.hint == "Y" || (entry.hint == "M" && entry.confidence >= 0.6);
        if strong && entry.direction.contains('>') {
            hits.push(Hit {
                term: entry.term.clone(),
                direction: entry.direction.clone(),
                confidence: entry.confidence,
            });
        }
    }
    hits
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
    fn silent_where_it_must_be() {
        for label in [
            "Drucksache beraten",
            "Zeitdruck melden",
            "Postkorb leeren",
            "Stammdaten pflegen",
            "Antrag ohne Ausdruck prüfen",
        ] {
            assert!(baseline(label, "de").is_empty(), "{label}");
        }
        assert!(baseline("Sign in", "en").is_empty());
        assert_eq!(
            baseline("Bescheid ausdrucken", "de")[0].direction,
            "digital>paper"
        );
    }
}
