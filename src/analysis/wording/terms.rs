//! How a term of the lexica is found in a text (domain.md 8, rule 2).

use super::fold::{Token, fold};
use super::paradigm;

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
    /// A German verb in all its forms: particle (may be empty) and its stems, that of the infinitive first.
    Verb(String, Vec<String>),
    /// End of a word after a preposition: the tool with which something is done.
    Tool(String),
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

/// Roots that carry the ending of the third person in themselves: er hält, sie sandte, versandt.
const BARE: [&str; 5] = ["haelt", "hielt", "sandt", "wandt", "schnitt"];

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
            "tool" => Pattern::Tool(term),
            "verb" => {
                let (particle, stem) = pair(&term, '|');
                Pattern::Verb(particle, paradigm::german(&stem))
            }
            "en" => match term.split_once(' ') {
                Some((verb, particle)) => Pattern::English(verb.to_owned(), particle.to_owned()),
                None => Pattern::English(term, String::new()),
            },
            sep => {
                let (stem, particle) = pair(sep.strip_prefix("sep:")?, '+');
                Pattern::Verb(fold(&particle), vec![fold(&stem)])
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
                                && wanted.len() > 4
                                && token.folded.starts_with(wanted.as_str()))
                    })
                });
                fits.then(|| Span {
                    from: at,
                    to: at + words.len(),
                    length: words.iter().map(|word| word.len() + 1).sum(),
                })
            }
            Pattern::Tool(tail) => {
                let led = preceded(tokens, at);
                (led && (word.ends_with(tail.as_str()) || word.split('-').any(|part| part == tail)))
                    .then(|| one(tail.len()))?
            }
            Pattern::Verb(particle, stems) => {
                stems.iter().find_map(|stem| german(tokens, at, particle, stem))
            }
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

/// True if the root needs no ending.
fn bare(stem: &str) -> bool {
    BARE.iter().any(|root| stem.ends_with(root))
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
    if let Some(rest) = after("").filter(|rest| is_form(rest)) {
        // A noun that looks like a form: Stelle, Fahrten, Frage. Only a label that starts with its verb has it in capitals.
        let noun = ["e", "te", "ten"].contains(&rest) || (at > 0 && ["t", "et", "st", "est"].contains(&rest));
        if noun && tokens.get(at)?.capital() {
            return None;
        }
        // "setzt die Gebühr fest" is no form of setzen; the infinitive never parts from its particle.
        let another = particle.is_empty() && !tokens.get(at)?.capital() && of_another(tokens, at, rest);
        return if another { None } else { span(at + 1) };
    }
    // Participles and infinitives with zu: eingescannt, einzuscannen, gedruckt.
    if bare(stem) && (after("") == Some("") || after("ge") == Some("")) {
        return span(at + 1);
    }
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
        && SEPARATED.contains(&rest)
        && separated(tokens, at, particle)
    {
        return span(at + 1);
    }
    None
}

const SEPARATED: [&str; 7] = ["t", "et", "e", "en", "te", "ten", ""];

/// True if the particle closes the clause of the verb at `at`. What is listed between them may hold commas and "und",
/// but no second finite verb.
fn separated(tokens: &[Token], at: usize, particle: &str) -> bool {
    let mut listed = false;
    for (place, token) in tokens.iter().enumerate().skip(at + 1) {
        let word = token.folded.as_str();
        if token.mark {
            if word != "," && word != "/" && word != "(" && word != ")" && word != "+" {
                return false;
            }
            listed = true;
        } else if word == particle && closes(tokens, place) {
            return true;
        } else if CONJUNCTIONS.contains(&word) {
            listed = true;
        } else if SUBORDINATE.contains(&word)
            || (listed && !token.capital() && word.len() > 3 && word.ends_with('t'))
        {
            return false;
        }
    }
    false
}

/// Words that open a clause of its own.
const SUBORDINATE: [&str; 10] = [
    "ob", "dass", "wenn", "weil", "wer", "wie", "wann", "wo", "falls", "sobald",
];

const CONJUNCTIONS: [&str; 8] = ["und", "oder", "sowie", "bzw", "dann", "danach", "ggf", "bevor"];

/// True if nothing of the clause stands behind the word at `at`.
fn closes(tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at + 1)
        .is_none_or(|next| next.mark || CONJUNCTIONS.contains(&next.folded.as_str()))
}

/// True for a finite form whose clause ends with a separable particle: it is a form of another verb.
fn of_another(tokens: &[Token], at: usize, rest: &str) -> bool {
    let marked = tokens.iter().skip(at).any(|token| token.mark);
    (["t", "et", "e", "te", "ten"].contains(&rest) || (rest == "en" && !marked))
        && paradigm::PARTICLES
            .iter()
            .any(|particle| separated(tokens, at, particle))
}

/// True if a preposition stands before the word, with at most an article and an adjective between.
fn preceded(tokens: &[Token], at: usize) -> bool {
    for token in tokens.iter().take(at).rev().take(3) {
        if token.mark {
            return false;
        }
        if TOOL_PREPOSITIONS.contains(&token.folded.as_str()) {
            return true;
        }
        if token.capital() {
            return false;
        }
    }
    false
}

const TOOL_PREPOSITIONS: [&str; 24] = [
    "am", "an", "auf", "aufs", "aus", "durch", "durchs", "im", "in", "ins", "mit", "mittels", "per", "ueber",
    "uebers", "via", "vom", "von", "zum", "by", "on", "with", "through", "from",
];

fn english(tokens: &[Token], at: usize, verb: &str, particle: &str, sentence: bool) -> Option<Span> {
    let word = tokens.get(at)?.folded.as_str();
    let irregular = paradigm::english(verb).filter(|(past, _)| *past != verb);
    let strong =
        irregular.is_some_and(|(past, participle)| word != verb && (word == past || word == participle));
    if strong {
        return phrasal(tokens, at, verb, particle, finite_past(tokens, at))?;
    }
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
    // "The clerk keys the numbers", "The clerk keys numbers": an article follows, or subject and verb open the label.
    let subject = at == 2
        && tokens.first().is_some_and(|token| token.folded == "the")
        && tokens
            .get(3)
            .is_some_and(|token| !token.mark && !BE.contains(&token.folded.as_str()));
    let led = subject
        || tokens
            .get(at + 1)
            .is_some_and(|token| AFTER_VERB.contains(&token.folded.as_str()));
    let named = at
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|token| !token.mark && !BEFORE_NOUN.contains(&token.folded.as_str()));
    // "Copy of the licence": a noun.
    let of = tokens.get(at + 1).is_some_and(|token| token.folded == "of");
    let base = word == verb
        && !(of
            && [
                "copy", "record", "file", "note", "draft", "print", "list", "register",
            ]
            .contains(&verb));
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
    let passive = before.is_some_and(|token| BE.contains(&token.folded.as_str()));
    let gerund = gerund
        && before.is_none_or(|token| token.mark || ["and", "by", "after"].contains(&token.folded.as_str()));
    let fits = gerund
        || (base && opens)
        || (past && (closes || passive))
        || (third && (sentence || (opens && before.is_some_and(|token| !token.mark)) || (led && named)));
    if !fits {
        return None;
    }
    phrasal(tokens, at, verb, particle, true)?
}

/// Words that follow a finite verb.
const AFTER_VERB: [&str; 15] = [
    "the", "a", "an", "their", "his", "her", "its", "it", "them", "all", "any", "each", "this", "that",
    "these",
];
/// Words that stand before a noun.
const BEFORE_NOUN: [&str; 17] = [
    "the", "a", "an", "of", "to", "for", "with", "from", "by", "in", "on", "their", "his", "her", "its",
    "no", "all",
];

/// True where an irregular past stands as a verb: "is written", "letter sent to", "notes taken".
fn finite_past(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let passive =
        before.is_some_and(|token| BE.contains(&token.folded.as_str()) || token.folded.ends_with("ly"));
    let ends = tokens.get(at + 1).is_none_or(|token| {
        token.mark
            || [
                "and", "by", "to", "in", "into", "with", "from", "on", "over", "out", "down", "up", "round",
                "back",
            ]
            .contains(&token.folded.as_str())
    });
    passive || (before.is_some() && ends)
}

const BE: [&str; 11] = [
    "is", "are", "be", "been", "being", "was", "were", "gets", "get", "has", "have",
];

/// The span of an English verb, with its particle where it has one.
fn phrasal(tokens: &[Token], at: usize, verb: &str, particle: &str, fits: bool) -> Option<Option<Span>> {
    if !fits {
        return None;
    }
    if particle.is_empty() {
        return Some(Some(Span {
            from: at,
            to: at + 1,
            length: verb.len(),
        }));
    }
    let wanted = words(particle);
    let first = wanted.first()?;
    let found = tokens
        .iter()
        .enumerate()
        .skip(at + 1)
        .take(8)
        .take_while(|(_, token)| !token.mark)
        .find(|(_, token)| token.folded == *first)?;
    // "hand over" next to each other, or with the object between: "hand the card over".
    let close = found.0 == at + 1
        || tokens.get(found.0 + 1).is_none_or(|token| {
            token.mark || ["and", "to", "in", "into", "on"].contains(&token.folded.as_str())
        });
    // A preposition opens a phrase: "take the file to the archive".
    let close = close || (["take", "bring", "carry", "drive"].contains(&verb) && first == "to");
    Some(close.then_some(Span {
        from: at,
        to: if found.0 == at + 1 { at + 2 } else { at + 1 },
        length: verb.len() + particle.len() + 1,
    }))
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
