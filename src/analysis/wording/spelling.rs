//! Words that are nearly those of the lists: a slip of the keyboard, an umlaut written as its bare vowel, a verb cut
//! short with a full stop. Looked at only where the lists know nothing of the word as it stands.
//!
//! A letter too many, a letter too few or two letters swapped, in words of eight letters and more, never among the first
//! two: there German makes other words of the same letters (erstellen, verstellen). An exchanged letter is left alone
//! for the same reason (vorlegen, verlegen).

use super::Class;
use super::fold::Token;
use super::tables::{MediumWord, Verb};
use super::terms::Pattern;
use std::collections::{BTreeMap, HashMap};

/// Shortest word that is mended.
const SHORTEST: usize = 8;
/// Shortest word whose lost umlaut is put back.
const SHORTEST_UMLAUT: usize = 6;
/// Shortest beginning that stands for a verb.
const SHORTEST_CUT: usize = 4;

/// Words of their own that lie one letter beside a word of the lists.
const OTHER_WORDS: [&str; 20] = [
    "abschieben",
    "anschieben",
    "aufschieben",
    "einschieben",
    "verschieben",
    "zuschieben",
    "anschreien",
    "ausdruecken",
    "druecken",
    "eindruecken",
    "ausweisen",
    "anfuhren",
    "fuhren",
    "ausfuhren",
    "einfuhren",
    "beurkunden",
    "vermessen",
    "ausfallen",
    "einfallen",
    "verlegen",
];

/// The words of the lists as they are spelt.
pub struct Vocabulary {
    words: HashMap<String, ()>,
    /// Words with one letter left out.
    shortened: HashMap<String, String>,
    /// Infinitives with class and confidence, for words cut short.
    infinitives: BTreeMap<String, (Class, f64)>,
}

impl Vocabulary {
    /// The vocabulary of these lists.
    pub fn of_lists(verbs: &[Verb], media: &[MediumWord]) -> Vocabulary {
        let mut out = Vocabulary {
            words: HashMap::new(),
            shortened: HashMap::new(),
            infinitives: BTreeMap::new(),
        };
        for verb in verbs.iter().filter(|verb| verb.lang == "de") {
            match &verb.pattern {
                Pattern::Verb(particle, stems) => {
                    let Some(stem) = stems.first() else { continue };
                    let ending = if stem.ends_with("el") || stem.ends_with("er") {
                        "n"
                    } else {
                        "en"
                    };
                    let infinitive = format!("{particle}{stem}{ending}");
                    out.infinitives
                        .entry(infinitive.clone())
                        .or_insert((verb.class, verb.confidence));
                    out.add(infinitive);
                    if !particle.is_empty() {
                        out.add(format!("{particle}ge{stem}t"));
                    }
                }
                Pattern::Word(word) => out.add(word.clone()),
                _ => {}
            }
        }
        for word in media {
            if let Pattern::Word(term) | Pattern::Tail(term) = &word.pattern {
                out.add(term.clone());
            }
        }
        for word in OTHER_WORDS {
            out.shortened.remove(word);
            out.words.insert(word.to_owned(), ());
        }
        out
    }

    fn add(&mut self, word: String) {
        if !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
            return;
        }
        for at in 1..word.len() {
            let umlaut = word.get(at..=at) == Some("e")
                && word
                    .get(at - 1..at)
                    .is_some_and(|before| ["a", "o", "u"].contains(&before));
            if at < 2 && !umlaut {
                continue;
            }
            let least = if umlaut { SHORTEST_UMLAUT } else { SHORTEST };
            if word.len() > least {
                self.shortened
                    .entry(without(&word, at))
                    .or_insert_with(|| word.clone());
            }
        }
        self.words.insert(word, ());
    }
}

fn without(word: &str, at: usize) -> String {
    let mut out = word.to_owned();
    out.remove(at);
    out
}

/// The word that was meant, where exactly that much is sure.
fn meant(vocabulary: &Vocabulary, word: &str) -> Option<String> {
    let known = |word: &str| vocabulary.words.contains_key(word);
    if word.len() < SHORTEST_UMLAUT || !word.bytes().all(|letter| letter.is_ascii_lowercase()) || known(word)
    {
        return None;
    }
    if let Some(whole) = vocabulary.shortened.get(word) {
        return Some(whole.clone());
    }
    if word.len() < SHORTEST {
        return None;
    }
    for at in 2..word.len() {
        let shorter = without(word, at);
        if shorter.len() >= SHORTEST && known(&shorter) {
            return Some(shorter);
        }
        if let (Some(one), Some(two)) = (word.get(at..=at), word.get(at + 1..at + 2)) {
            let swapped = format!(
                "{}{two}{one}{}",
                word.get(..at).unwrap_or_default(),
                word.get(at + 2..).unwrap_or_default()
            );
            if swapped != word && known(&swapped) {
                return Some(swapped);
            }
        }
    }
    None
}

/// How much surer the verb meant must be than others that begin so.
const CLEARLY: f64 = 0.2;

/// The verb of which a beginning was written, where all that begin so mean the same or are much less sure.
fn cut(vocabulary: &Vocabulary, word: &str) -> Option<String> {
    if word.len() < SHORTEST_CUT {
        return None;
    }
    let fitting: Vec<(&String, Class, f64)> = vocabulary
        .infinitives
        .range(word.to_owned()..)
        .take_while(|(infinitive, _)| infinitive.starts_with(word))
        .map(|(infinitive, (class, confidence))| (infinitive, *class, *confidence))
        .collect();
    let best = fitting.iter().rev().max_by(|one, two| one.2.total_cmp(&two.2))?;
    fitting
        .iter()
        .all(|(_, class, confidence)| *class == best.1 || confidence + CLEARLY < best.2 + 1e-9)
        .then(|| best.0.clone())
}

/// Mends the words for which `unknown` holds. True if anything changed.
pub fn mend(vocabulary: &Vocabulary, words: &mut [Token], unknown: impl Fn(usize) -> bool) -> bool {
    let dotted: Vec<bool> = (0..words.len())
        .map(|at| {
            words
                .get(at + 1)
                .is_some_and(|next| next.mark && next.folded == ".")
        })
        .collect();
    let mut changed = false;
    for (at, (token, dot)) in words.iter_mut().zip(dotted).enumerate() {
        if token.mark || !unknown(at) {
            continue;
        }
        let better = match dot {
            true => cut(vocabulary, &token.folded),
            false => meant(vocabulary, &token.folded),
        };
        if let Some(better) = better {
            token.folded = better;
            changed = true;
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::wording::tables::{media, verbs};

    #[test]
    fn slips_umlauts_and_cuts() {
        let vocabulary = Vocabulary::of_lists(&verbs(), &media());
        for (written, right) in [
            ("einsacnnen", "einscannen"),
            ("unterschrieben", ""),
            ("aushaendign", "aushaendigen"),
            ("ausdruckken", "ausdrucken"),
            ("prufen", "pruefen"),
            ("ubertragen", "uebertragen"),
            ("abschieben", ""),
            ("verstellen", ""),
            ("vermitteln", ""),
        ] {
            assert_eq!(
                meant(&vocabulary, written).unwrap_or_default(),
                right,
                "{written}"
            );
        }
        for (written, right) in [
            ("eintr", "eintragen"),
            ("ausdr", "ausdrucken"),
            ("erf", ""),
            ("ver", ""),
        ] {
            assert_eq!(cut(&vocabulary, written).unwrap_or_default(), right, "{written}");
        }
    }
}
