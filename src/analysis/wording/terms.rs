//! How a term of the lexica is found in a text (domain.md 8, rule 2).

use super::fold::{Token, fold};

/// How a term matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// Start of a word, or of a part of a hyphenated word.
    Stem(String),
    /// The whole word.
    Word(String),
    /// End of a word or of a part of it (compounds).
    Tail(String),
    /// Several words one after the other.
    Phrase(Vec<String>),
    /// A German verb in all its forms: particle (may be empty) and stem.
    Verb(String, String),
    /// An English verb with its particle (may be empty).
    English(String, String),
    /// File ending.
    Ending(String),
}

/// Where a term was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First word.
    pub from: usize,
    /// One after the last word.
    pub to: usize,
    /// Letters matched: the longest wins.
    pub length: usize,
}

const FINITE: [&str; 12] = [
    "en", "n", "e", "t", "et", "st", "est", "te", "ten", "ung", "ungen", "end",
];

impl Pattern {
    /// Reads the columns `match` and `term` of a lexicon. Verbs are written `particle|stem`.
    pub fn parse(kind: &str, term: &str) -> Option<Pattern> {
        let term = fold(term.trim());
        if term.is_empty() {
            return None;
        }
        let pair = |text: &str, gap: char| match text.split_once(gap) {
            Some((one, two)) => (one.trim().to_owned(), two.trim().to_owned()),
            None => (String::new(), text.to_owned()),
        };
        Some(match kind {
            "stem" => Pattern::Stem(term),
            "word" | "product" => {
                let words = words(&term);
                if words.len() > 1 {
                    Pattern::Phrase(words)
                } else {
                    Pattern::Word(term)
                }
            }
            "tail" => Pattern::Tail(term),
            "phrase" => Pattern::Phrase(words(&term)),
            "ending" => Pattern::Ending(term),
            "verb" => {
                let (particle, stem) = pair(&term, '|');
                Pattern::Verb(particle, stem)
            }
            "en" => match term.split_once(' ') {
                Some((verb, particle)) => Pattern::English(verb.to_owned(), particle.to_owned()),
                None => Pattern::English(term, String::new()),
            },
            sep => {
                let (stem, particle) = pair(sep.strip_prefix("sep:")?, '+');
                Pattern::Verb(fold(&particle), fold(&stem))
            }
        })
    }

    /// All places where the term stands. `sentence`: running text, where English verbs may stand anywhere.
    pub fn find(&self, tokens: &[Token], sentence: bool) -> Vec<Span> {
        (0..tokens.len())
            .filter_map(|at| self.at(tokens, at, sentence))
            .collect()
    }

    fn at(&self, tokens: &[Token], at: usize, sentence: bool) -> Option<Span> {
        let word = tokens.get(at).filter(|token| !token.mark)?.folded.as_str();
        let one = |length: usize| {
            Some(Span {
                from: at,
                to: at + 1,
                length,
            })
        };
        match self {
            Pattern::Stem(stem) => (word.starts_with(stem.as_str())
                || word.split('-').any(|part| part.starts_with(stem.as_str())))
            .then(|| one(stem.len()))?,
            Pattern::Word(term) => {
                (word == term || word.split('-').any(|part| part == term)).then(|| one(term.len()))?
            }
            Pattern::Tail(tail) => (word.ends_with(tail.as_str())
                || word.split('-').any(|part| part.ends_with(tail.as_str())))
            .then(|| one(tail.len()))?,
            Pattern::Ending(ending) => word.ends_with(ending.as_str()).then(|| one(word.len()))?,
            Pattern::Phrase(words) => {
                let fits = words.iter().enumerate().all(|(step, wanted)| {
                    tokens.get(at + step).is_some_and(|token| {
                        token.folded == *wanted
                            || (step + 1 == words.len()
                                && wanted.len() > 3
                                && token.folded.starts_with(wanted.as_str()))
                    })
                });
                fits.then(|| Span {
                    from: at,
                    to: at + words.len(),
                    length: words.iter().map(|word| word.len() + 1).sum(),
                })
            }
            Pattern::Verb(particle, stem) => german(tokens, at, particle, stem),
            Pattern::English(verb, particle) => english(tokens, at, verb, particle, sentence),
        }
    }
}

/// The words of a phrase, folded.
fn words(term: &str) -> Vec<String> {
    super::fold::tokens(term)
        .into_iter()
        .map(|token| token.folded)
        .collect()
}

fn is_form(rest: &str) -> bool {
    FINITE.contains(&rest)
}

fn german(tokens: &[Token], at: usize, particle: &str, stem: &str) -> Option<Span> {
    let word = tokens.get(at)?.folded.as_str();
    let span = |to: usize| {
        Some(Span {
            from: at,
            to,
            length: particle.len() + stem.len() + 2,
        })
    };
    let after = |middle: &str| {
        word.strip_prefix(particle)
            .and_then(|rest| rest.strip_prefix(middle))
            .and_then(|rest| rest.strip_prefix(stem))
    };
    if after("").is_some_and(is_form) {
        return span(at + 1);
    }
    // Participles and infinitives with zu: eingescannt, einzuscannen, gedruckt.
    let participle = |rest: &str| ["t", "et", "en", "n"].contains(&rest);
    if after("ge").is_some_and(participle) || (!particle.is_empty() && after("zu").is_some_and(participle)) {
        return span(at + 1);
    }
    // Nouns made of it, with something in front: Antragserfassung. Short stems are left alone (Anordnung, Rechnung).
    let whole = particle.len() + stem.len();
    let in_front = || {
        word.strip_suffix("ung")
            .or_else(|| word.strip_suffix("ungen"))
            .and_then(|rest| rest.strip_suffix(stem))
            .is_some_and(|rest| rest.ends_with(particle))
    };
    if whole > 4 && word.len() > whole + 6 && in_front() {
        return span(at + 1);
    }
    // Separated: "druckt den Bescheid aus".
    if !particle.is_empty()
        && let Some(rest) = word.strip_prefix(stem)
        && ["t", "et", "e", "en", "te", "ten", ""].contains(&rest)
    {
        let clause_end = tokens
            .iter()
            .enumerate()
            .skip(at + 1)
            .find(|(_, token)| token.mark || token.folded == "und")
            .map_or(tokens.len(), |(end, _)| end);
        let last = clause_end.checked_sub(1)?;
        if last > at && tokens.get(last).is_some_and(|token| token.folded == particle) {
            return span(at + 1);
        }
    }
    None
}

fn english(tokens: &[Token], at: usize, verb: &str, particle: &str, sentence: bool) -> Option<Span> {
    let word = tokens.get(at)?.folded.as_str();
    let soft = verb.strip_suffix(['e', 'y']).unwrap_or(verb);
    let rest = word.strip_prefix(soft)?;
    // What follows the stem, also after a doubled letter (stamp-ed, plan-n-ed).
    let last = verb.chars().last();
    let plain = match last {
        Some(ending @ ('e' | 'y')) => rest.strip_prefix(ending).unwrap_or("?"),
        _ => rest,
    };
    let doubled = rest
        .chars()
        .next()
        .filter(|first| Some(*first) == last)
        .map(|first| rest.get(first.len_utf8()..).unwrap_or_default());
    let gerund = plain == "ing" || doubled == Some("ing") || (verb.ends_with('e') && rest == "ing");
    let past = plain == "ed"
        || doubled == Some("ed")
        || (verb.ends_with('e') && rest == "ed")
        || (verb.ends_with('y') && rest == "ied");
    let third = plain == "s" || plain == "es" || (verb.ends_with('y') && rest == "ies");
    let base = word == verb;
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let opens = before.is_none_or(|token| {
        token.mark
            || [
                "and", "or", "then", "to", "und", "not", "please", "they", "we", "staff", "manually", "also",
            ]
            .contains(&token.folded.as_str())
            || token.folded.ends_with("ly")
    });
    // "mailing list" and "printed form" are no actions; "letter printed" and "is printed" are.
    let closes = tokens.get(at + 1).is_none_or(|token| {
        token.mark || ["and", "by", "to", "in", "into", "with"].contains(&token.folded.as_str())
    });
    let passive = before.is_some_and(|token| {
        ["is", "are", "be", "been", "was", "were", "gets"].contains(&token.folded.as_str())
    });
    let gerund = gerund
        && before.is_none_or(|token| token.mark || ["and", "by", "after"].contains(&token.folded.as_str()));
    let fits = gerund
        || (base && opens)
        || (past && (closes || passive))
        || (third && (sentence || (opens && before.is_some())));
    if !fits {
        return None;
    }
    if particle.is_empty() {
        return Some(Span {
            from: at,
            to: at + 1,
            length: verb.len(),
        });
    }
    let wanted = words(particle);
    let first = wanted.first()?;
    let found = tokens
        .iter()
        .enumerate()
        .skip(at + 1)
        .take(6)
        .take_while(|(_, token)| !token.mark)
        .find(|(_, token)| token.folded == *first)?;
    // "hand over" next to each other, or with the object between: "hand the card over".
    let close = found.0 == at + 1
        || tokens
            .get(found.0 + 1)
            .is_none_or(|token| token.mark || ["and", "to"].contains(&token.folded.as_str()));
    close.then_some(Span {
        from: at,
        to: if found.0 == at + 1 { at + 2 } else { at + 1 },
        length: verb.len() + particle.len() + 1,
    })
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

    fn hits(kind: &str, term: &str, text: &str) -> bool {
        !Pattern::parse(kind, term)
            .unwrap()
            .find(&tokens(text), false)
            .is_empty()
    }

    #[test]
    fn separable_verbs() {
        for text in [
            "Bescheid ausdrucken",
            "druckt Bescheid aus",
            "Bescheid ist auszudrucken",
            "Bescheid wird ausgedruckt",
        ] {
            assert!(hits("verb", "aus|druck", text), "{text}");
        }
        assert!(!hits("verb", "aus|druck", "Ausdrucksweise prüfen"));
        assert!(!hits("verb", "druck", "Druckprüfung am Kessel"));
        assert!(hits("verb", "erfass", "Antragserfassung"));
        assert!(hits("verb", "erfass", "Daten werden erfasst"));
    }

    #[test]
    fn english_verbs() {
        assert!(hits("en", "key in", "Key in meter readings"));
        assert!(hits("en", "type", "Typing data"));
        assert!(!hits("en", "mail", "New members to mailing list"));
        assert!(!hits("en", "post", "Check post office box"));
        assert!(hits("en", "copy", "Data copied into sheet") && hits("en", "stamp", "Letter stamped"));
        assert!(hits("en", "enter", "Entering data") && hits("en", "type", "Notes typed"));
        assert!(hits("en", "hand over", "Hand the card over"));
        assert!(!hits("en", "file", "Check file"));
    }
}
