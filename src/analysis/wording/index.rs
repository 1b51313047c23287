//! Which terms of a list can stand in a text at all, by the first and last letters of its words. Saves time, changes
//! nothing: every term that could match is among those given.

use super::fold::Token;
use super::paradigm;
use super::terms::Pattern;
use std::collections::HashMap;

/// Up to so many letters (bytes) of a term tell where it can stand.
const LETTERS: usize = 5;

type Key = Box<[u8]>;

/// The terms of one list by their letters.
#[derive(Debug, Default)]
pub struct Index {
    heads: HashMap<Key, Vec<usize>>,
    tails: HashMap<Key, Vec<usize>>,
    /// German verbs by the end of their stem, for nouns in -ung.
    stems: HashMap<Key, Vec<usize>>,
    always: Vec<usize>,
}

fn head(word: &str) -> &[u8] {
    let bytes = word.as_bytes();
    bytes.get(..LETTERS).unwrap_or(bytes)
}

fn tail(word: &str) -> &[u8] {
    let bytes = word.as_bytes();
    let from = bytes.len().saturating_sub(LETTERS);
    bytes.get(from..).unwrap_or(bytes)
}

fn put(map: &mut HashMap<Key, Vec<usize>>, always: &mut Vec<usize>, key: &[u8], at: usize) {
    if key.is_empty() {
        always.push(at);
    } else {
        map.entry(key.into()).or_default().push(at);
    }
}

/// All terms whose key is the beginning of these letters.
fn begins(map: &HashMap<Key, Vec<usize>>, letters: &[u8], out: &mut Vec<usize>) {
    for length in 1..=letters.len() {
        if let Some(found) = letters.get(..length).and_then(|key| map.get(key)) {
            out.extend_from_slice(found);
        }
    }
}

/// All terms whose key is the end of these letters.
fn ends(map: &HashMap<Key, Vec<usize>>, letters: &[u8], out: &mut Vec<usize>) {
    for from in 0..letters.len() {
        if let Some(found) = letters.get(from..).and_then(|key| map.get(key)) {
            out.extend_from_slice(found);
        }
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
                Pattern::Phrase(words) => put(
                    heads,
                    always,
                    words.first().map_or(&[][..], |word| head(word)),
                    at,
                ),
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
                    // Forms may lose the last letter: typing, copied.
                    put(
                        heads,
                        always,
                        head(verb.strip_suffix(['e', 'y']).unwrap_or(verb)),
                        at,
                    );
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
        for token in words.iter().filter(|token| !token.mark) {
            let word = token.folded.as_str();
            begins(&self.heads, head(word), &mut out);
            ends(&self.tails, tail(word), &mut out);
            // Participles: gedruckt.
            if let Some(rest) = word.strip_prefix("ge") {
                begins(&self.heads, head(rest), &mut out);
            }
            if let Some(rest) = word.strip_suffix("ung").or_else(|| word.strip_suffix("ungen")) {
                ends(&self.stems, tail(rest), &mut out);
            }
            if word.contains('-') {
                for part in word.split('-') {
                    begins(&self.heads, head(part), &mut out);
                    ends(&self.tails, tail(part), &mut out);
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

    /// What stands in `name="…"` of the models of a folder.
    fn labels(folder: &str) -> Vec<String> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut labels = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "bpmn") {
                let text = std::fs::read_to_string(path).unwrap();
                let names = text.split("name=\"").skip(1);
                labels.extend(names.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
            }
        }
        labels
    }

    #[test]
    fn leaves_nothing_out() {
        let (verbs, media) = (verbs(), media());
        let patterns: Vec<&Pattern> = verbs
            .iter()
            .map(|verb| &verb.pattern)
            .chain(media.iter().map(|word| &word.pattern))
            .collect();
        let index = Index::of(patterns.iter().copied());
        let labels: Vec<String> = ["fixtures/labelled", "fixtures/labelled2"]
            .into_iter()
            .flat_map(labels)
            .collect();
        assert!(labels.len() > 300);
        let ours = [
            "Bescheid drucken, unterschreiben und einscannen",
            "Antragserfassung per E-Mail-Anhang aus OK.EWO",
            "trägt die Daten in die Excel-Liste ein, ruft zurück",
            "Letters were typed up, sent out and taken down by hand",
            "Wird gedruckt und im Post-Ausgang abgelegt",
            "x",
        ];
        for text in ours.into_iter().chain(labels.iter().map(String::as_str)) {
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
