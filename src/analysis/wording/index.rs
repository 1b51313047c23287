//! Which terms of a list can stand in a text at all, by the first and last letters of its words. Saves time, changes
//! nothing: every term that could match is among those given.

use super::fold::Token;
use super::paradigm;
use super::terms::Pattern;
use std::collections::HashMap;

type Key = [u8; 2];

/// The terms of one list by their letters.
#[derive(Debug, Default)]
pub struct Index {
    heads: HashMap<Key, Vec<usize>>,
    tails: HashMap<Key, Vec<usize>>,
    /// German verbs by the end of their stem, for nouns in -ung.
    stems: HashMap<Key, Vec<usize>>,
    always: Vec<usize>,
}

fn head(word: &str) -> Option<Key> {
    word.as_bytes().first_chunk().copied()
}

fn tail(word: &str) -> Option<Key> {
    word.as_bytes().last_chunk().copied()
}

fn put(map: &mut HashMap<Key, Vec<usize>>, always: &mut Vec<usize>, key: Option<Key>, at: usize) {
    match key {
        Some(key) => map.entry(key).or_default().push(at),
        None => always.push(at),
    }
}

impl Index {
    /// An index of terms in the order of their list.
    pub fn of<'p>(patterns: impl Iterator<Item = &'p Pattern>) -> Index {
        let mut index = Index::default();
        for (at, pattern) in patterns.enumerate() {
            let Index {
                heads,
                tails,
                stems,
                always,
            } = &mut index;
            match pattern {
                Pattern::Stem(term) | Pattern::Word(term) => put(heads, always, head(term), at),
                Pattern::Phrase(words) => put(heads, always, words.first().and_then(|word| head(word)), at),
                Pattern::Tail(term) | Pattern::Tool(term) | Pattern::Ending(term) => {
                    put(tails, always, tail(term), at);
                }
                Pattern::Verb(particle, roots) => {
                    if !particle.is_empty() {
                        put(heads, always, head(particle), at);
                    }
                    for root in roots {
                        put(heads, always, head(root), at);
                        put(stems, always, tail(root), at);
                    }
                }
                Pattern::English(verb, _) => {
                    put(heads, always, head(verb), at);
                    if let Some((past, participle)) = paradigm::english(verb) {
                        put(heads, always, head(past), at);
                        put(heads, always, head(participle), at);
                    }
                }
            }
        }
        index
    }

    /// Places in the list of the terms that may stand in a text, in the order of the list.
    pub fn near(&self, words: &[Token]) -> Vec<usize> {
        let mut out = self.always.clone();
        let mut take = |map: &HashMap<Key, Vec<usize>>, key: Option<Key>| {
            if let Some(found) = key.and_then(|key| map.get(&key)) {
                out.extend_from_slice(found);
            }
        };
        for token in words.iter().filter(|token| !token.mark) {
            let word = token.folded.as_str();
            take(&self.heads, head(word));
            take(&self.tails, tail(word));
            // Participles: gedruckt.
            if let Some(rest) = word.strip_prefix("ge") {
                take(&self.heads, head(rest));
            }
            if let Some(rest) = word.strip_suffix("ung").or_else(|| word.strip_suffix("ungen")) {
                take(&self.stems, tail(rest));
            }
            if word.contains('-') {
                for part in word.split('-') {
                    take(&self.heads, head(part));
                    take(&self.tails, tail(part));
                }
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }
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
    use crate::analysis::wording::fold::tokens;
    use crate::analysis::wording::tables::{media, verbs};

    #[test]
    fn leaves_nothing_out() {
        let (verbs, media) = (verbs(), media());
        let patterns: Vec<&Pattern> = verbs
            .iter()
            .map(|verb| &verb.pattern)
            .chain(media.iter().map(|word| &word.pattern))
            .collect();
        let index = Index::of(patterns.iter().copied());
        for text in [
            "Bescheid drucken, unterschreiben und einscannen",
            "Antragserfassung per E-Mail-Anhang aus OK.EWO",
            "trägt die Daten in die Excel-Liste ein, ruft zurück",
            "Letters were typed up, sent out and taken down by hand",
            "Wird gedruckt und im Post-Ausgang abgelegt",
            "x",
        ] {
            let words = tokens(text);
            let near = index.near(&words);
            for (at, pattern) in patterns.iter().enumerate() {
                if !pattern.find(&words, false).is_empty() {
                    assert!(near.contains(&at), "{text}: {pattern:?}");
                }
            }
        }
    }
}
