//! How words stand in their phrase: what comes from, goes to, or is the way.

use super::fold::{Token, tokens};
use super::nouns::{Noun, SMALL};

/// How a word stands in its phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Object or alone.
    Plain,
    /// aus, von, from.
    Source,
    /// in, nach, an, to.
    Target,
    /// per, mit, by.
    Channel,
}

const ARTICLES: [&str; 26] = [
    "ihren", "ihrem", "seinen", "their", "his", "her", "der", "die", "das", "den", "dem", "des", "ein",
    "eine", "einen", "einem", "einer", "the", "a", "an", "ihre", "seine", "beim", "our", "unser", "unsere",
];

/// Verbs that "off" belongs to: "drop off the sheets", "sign off".
const PHRASAL_OFF: [&str; 12] = [
    "drop", "print", "send", "sent", "sign", "tick", "hand", "tear", "tore", "run", "finish", "cross",
];

/// The role that a preposition gives. "nach LOGA" is a way, "nach dem Beleg" a model to go by.
pub(super) fn preposition(words: &[Token], at: usize) -> Option<Role> {
    let article = || {
        words.get(at + 1).is_some_and(|next| {
            ["dem", "der", "den", "einem", "einer", "the", "a"].contains(&next.folded.as_str())
        })
    };
    let out = || {
        at.checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|before| before.folded == "out")
    };
    let particle = || {
        let verb = at.checked_sub(1).and_then(|before| words.get(before));
        verb.is_some_and(|verb| PHRASAL_OFF.iter().any(|root| verb.folded.starts_with(root)))
    };
    Some(match words.get(at)?.folded.as_str() {
        "nach" if article() => Role::Source,
        "of" if out() => Role::Source,
        "off" if particle() => return None,
        "aus" | "ausm" | "von" | "vom" | "from" | "off" | "ab" | "laut" | "gemaess" | "anhand" => {
            Role::Source
        }
        "in" | "ins" | "im" | "nach" | "an" | "ans" | "auf" | "aufs" | "aufm" | "inne" | "zum" | "zur"
        | "zu" | "into" | "to" | "on" | "onto" | "through" | "unter" => Role::Target,
        "per" | "via" | "by" | "mit" | "ueber" | "mittels" | "durch" | "with" | "als" | "as" => Role::Channel,
        _ => return None,
    })
}

/// The preposition before a word, over articles and one or two small adjectives. What stands in brackets stands as the
/// word before them: "vom Konto (PDF-Auszug)".
pub(super) fn role(words: &[Token], at: usize) -> Role {
    let mut passed = 0;
    let mut in_bracket = false;
    for (place, token) in words.iter().enumerate().take(at).rev().take(6) {
        if token.mark {
            if token.folded == "(" && !in_bracket {
                in_bracket = true;
                passed = 0;
                continue;
            }
            break;
        }
        if let Some(role) = preposition(words, place) {
            return role;
        }
        let small = ARTICLES.contains(&token.folded.as_str())
            || (!token.capital() && !SMALL.contains(&token.folded.as_str()));
        // The noun before a bracket may be passed once.
        if !(small || (in_bracket && passed == 0)) || passed > 2 {
            break;
        }
        passed += 1;
    }
    // "E-Mail an …" starts with what it speaks of.
    Role::Plain
}

/// True if a noun of this label stands where something goes to: "an die *Buchhaltung*".
pub fn aims(label: &str, noun: &Noun) -> bool {
    let words = tokens(label);
    let itself = words.get(noun.at).is_some_and(|token| token.raw == noun.raw);
    itself && role(&words, noun.at) == Role::Target
}

/// True if a direction is named.
pub(super) fn directed(words: &[Token], from: usize, to: usize) -> bool {
    words.iter().take(to).skip(from).any(|token| {
        [
            "an",
            "ans",
            "zum",
            "zur",
            "nach",
            "ins",
            "in",
            "to",
            "at",
            "into",
            "zurueck",
            "zu",
            "hinueber",
            "rueber",
            "herueber",
            "rauf",
            "runter",
            "hoch",
            "round",
            "over",
            "across",
            "upstairs",
            "downstairs",
        ]
        .contains(&token.folded.as_str())
    })
}
