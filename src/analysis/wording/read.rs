//! Reading a label: actions in label order, each with its nouns, carrier words and systems.

use super::fold::{Token, tokens};
use super::lexicon::Lists;
use super::nouns::{Noun, nouns};
use super::products::{Product, Products};
use super::roles::{Role, directed, preposition, role};
use super::terms::{Pattern, Span};
use super::{Class, Medium, spelling};

/// A carrier word.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it says.
    pub medium: Medium,
    /// How it stands.
    pub role: Role,
    /// 0 to 1.
    pub confidence: f64,
    /// The words.
    pub words: String,
    /// Index of its first word.
    pub at: usize,
}

/// A named system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Canonical name.
    pub name: String,
    /// True for document management.
    pub dms: bool,
    /// How it stands.
    pub role: Role,
    /// Index of its first word.
    pub at: usize,
}

/// One action of a label.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// What is done.
    pub class: Class,
    /// 0 to 1; 0 without a verb.
    pub confidence: f64,
    /// The verb as written; empty without one.
    pub verb: String,
    /// What it is done to.
    pub nouns: Vec<Noun>,
    /// Carrier words.
    pub media: Vec<Found>,
    /// Systems.
    pub systems: Vec<Words>,
    /// True where a direction is named (an, zum, nach, to).
    pub directed: bool,
}

/// What a label says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The text as written.
    pub text: String,
    /// Actions in order; one without verb where there is none; none for an empty text.
    pub actions: Vec<Action>,
}

impl Reading {
    /// Carrier words of the whole text.
    pub fn media(&self) -> impl Iterator<Item = &Found> {
        self.actions.iter().flat_map(|action| &action.media)
    }

    /// The surest word for a medium.
    pub fn medium(&self, medium: Medium) -> Option<&Found> {
        self.media()
            .filter(|found| found.medium == medium)
            .max_by(|one, two| one.confidence.total_cmp(&two.confidence))
    }

    /// Systems of the whole text.
    pub fn systems(&self) -> impl Iterator<Item = &Words> {
        self.actions.iter().flat_map(|action| &action.systems)
    }

    /// True if an action of this class is named.
    pub fn has(&self, class: Class) -> bool {
        self.actions.iter().any(|action| action.class == class)
    }

    /// True where a program does it, and no word says that it is done by hand.
    pub fn automatic(&self) -> bool {
        self.medium(Medium::Automatic).is_some() && self.medium(Medium::Manual).is_none()
    }
}

/// Reads a label.
pub fn read(label: &str, language: &str, products: &Products) -> Reading {
    one(label, language, products, false)
}

const NOT_NOW: [&str; 22] = [
    "frueher",
    "bisher",
    "abgeschafft",
    "abgeschaltet",
    "eingestellt",
    "ehemals",
    "kuenftig",
    "geplant",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "noch",
    "entfaellt",
    "abolished",
    "formerly",
    "previously",
    "planned",
    "longer",
    "not",
    "no",
    "never",
];

/// Words of a label that say that something is no more.
const GONE: [&str; 12] = [
    "abgeschafft",
    "abgeschaltet",
    "entfaellt",
    "entfallen",
    "frueher",
    "ehemals",
    "weggefallen",
    "abolished",
    "withdrawn",
    "discontinued",
    "formerly",
    "previously",
];

/// Reads running text sentence by sentence. What was, will be or is not is left out.
pub fn read_text(text: &str, language: &str, products: &Products) -> Reading {
    let mut reading = Reading {
        text: text.to_owned(),
        actions: Vec::new(),
    };
    for sentence in text
        .split(['\n', ';', '!', '?'])
        .flat_map(|line| line.split(". "))
    {
        let now = |text: &str| {
            tokens(text)
                .iter()
                .all(|token| !NOT_NOW.contains(&token.folded.as_str()))
        };
        if now(sentence) {
            reading
                .actions
                .extend(one(sentence, language, products, true).actions);
            continue;
        }
        // "Elektronisches Siegel, kein Ausdruck": the other clauses hold.
        for clause in sentence.split(", ").filter(|clause| now(clause)) {
            let actions = one(clause, language, products, true).actions;
            reading.actions.extend(
                actions
                    .into_iter()
                    .filter(|action| action.class == Class::Nothing || !action.media.is_empty()),
            );
        }
    }
    reading
}

struct VerbHit {
    class: Class,
    confidence: f64,
    span: Span,
    nominal: bool,
    tool: bool,
}

/// Verbs that say little by themselves: beside the tool or the product that is named they carry no meaning of their own.
const LIGHT: [&str; 30] = [
    "put", "run", "feed", "pass", "nehm", "nimm", "nahm", "nomm", "zieh", "zog", "geb", "gib", "hol", "lass",
    "schick", "send", "jag", "leg", "mach", "fuehr", "fertig", "erstell", "schreib", "schrieb", "verfass",
    "setz", "mach", "lad", "fuell", "stell",
];

fn light(word: &str) -> bool {
    LIGHT.iter().any(|root| word.contains(root))
}

fn one(text: &str, language: &str, products: &Products, sentence: bool) -> Reading {
    let lists = products.lexicon.lists();
    let mut words = tokens(text);
    let mut media = carrier_words(lists, &words, sentence);
    let mut systems = products.spans(&words);
    let mut hits = verb_hits(lists, &words, language, &systems, sentence);
    let covered = |at: usize| {
        hits.iter().any(|hit| hit.span.from <= at && at < hit.span.to)
            || media.iter().any(|found| found.at == at)
            || systems.iter().any(|(span, _)| span.from <= at && at < span.to)
    };
    if language != "en" && spelling::mend(&lists.vocabulary, &mut words, |at| !covered(at)) {
        media = carrier_words(lists, &words, sentence);
        systems = products.spans(&words);
        hits = verb_hits(lists, &words, language, &systems, sentence);
    }
    // "Log books to the office": a verb that is part of the name of a paper is none.
    hits.retain(|hit| {
        !media.iter().any(|found| {
            let length = found.words.split_whitespace().count();
            language == "en"
                && !hit.nominal
                && length > 1
                && found.at <= hit.span.from
                && hit.span.to <= found.at + length
        })
    });
    // "die Maße, die auf dem Block stehen": what stands somewhere comes from there.
    for found in &mut media {
        if found.role == Role::Target && stands(&words, found.at) {
            found.role = Role::Source;
        }
    }
    let is_verb = |at: usize| {
        hits.iter()
            .any(|hit| !hit.nominal && hit.span.from <= at && at < hit.span.to)
    };
    let all_nouns = nouns(&words, is_verb);
    let mut segments = segments(&words);
    // "(Papiereinladung abgeschafft)": what is gone says nothing of today.
    segments.retain(|(from, to)| {
        !words
            .iter()
            .take(*to)
            .skip(*from)
            .any(|token| GONE.contains(&token.folded.as_str()))
    });
    let mut actions: Vec<Action> = Vec::new();
    let mut pending: Option<Action> = None;
    for (from, to) in segments {
        let inside = |at: usize| from <= at && at < to;
        let blank = Action {
            class: Class::Nothing,
            confidence: 0.0,
            verb: String::new(),
            nouns: all_nouns.iter().filter(|noun| inside(noun.at)).cloned().collect(),
            media: media.iter().filter(|found| inside(found.at)).cloned().collect(),
            systems: systems
                .iter()
                .filter(|(span, _)| inside(span.from))
                .map(|(span, product)| Words {
                    name: product.name.clone(),
                    dms: product.dms,
                    role: match role(&words, span.from) {
                        Role::Target if stands(&words, span.from) => Role::Source,
                        role => role,
                    },
                    at: span.from,
                })
                .collect(),
            directed: directed(&words, from, to),
        };
        let mut own: Vec<&VerbHit> = hits.iter().filter(|hit| inside(hit.span.from)).collect();
        composed(&mut own, &words);
        if own.iter().any(|hit| !hit.nominal) {
            let light = own
                .iter()
                .any(|hit| !hit.nominal && matches!(hit.class, Class::Send | Class::Move | Class::Receive));
            own.retain(|hit| {
                let carries =
                    hit.class == Class::Ink || (hit.class == Class::Transport && hit.confidence >= 0.8);
                let posts = hit.class == Class::Post && hit.confidence >= 0.8;
                !hit.nominal || (light && (carries || posts))
            });
        }
        if own.is_empty() {
            // Without a verb of its own it belongs to its neighbour: the next in German, the one before in English.
            match actions.last_mut() {
                Some(last) if language == "en" || !hits.iter().any(|hit| hit.span.from >= to) => {
                    join(last, blank)
                }
                _ => match pending.as_mut() {
                    Some(waiting) => join(waiting, blank),
                    None => pending = Some(blank),
                },
            }
            continue;
        }
        for hit in own {
            let mut action = blank.clone();
            action.class = hit.class;
            action.confidence = hit.confidence;
            action.verb = words
                .get(hit.span.from)
                .map(|token| token.raw.clone())
                .unwrap_or_default();
            // "Ausdruck der Listen" prints lists; "die Poststelle kuvertiert den Bescheid" is about the notice.
            let subject = acts(&words, hit);
            let other = action.nouns.iter().any(|noun| noun.at > hit.span.from);
            action.nouns.retain(|noun| {
                let actor = noun.at < hit.span.from && subject;
                let verb = hit.nominal && noun.at == hit.span.from;
                !other || !(actor || verb)
            });
            if let Some(waiting) = pending.take() {
                join(&mut action, waiting);
            }
            if action.class == Class::Capture {
                let only = hits.iter().filter(|hit| !hit.nominal).count() < 2;
                by_look(
                    &mut action,
                    &words,
                    if only { (0, words.len()) } else { (from, to) },
                );
            }
            actions.push(action);
        }
    }
    if let Some(mut rest) = pending {
        match actions.last_mut() {
            Some(last) => join(last, rest),
            None => {
                // "Numbers from the portal to GrantsDB": from somewhere to somewhere, no verb.
                let from = rest.media.iter().any(|found| found.role == Role::Source)
                    || rest.systems.iter().any(|system| system.role == Role::Source);
                if from {
                    by_look(&mut rest, &words, (0, words.len()));
                }
                actions.push(rest);
            }
        }
    }
    Reading {
        text: text.to_owned(),
        actions,
    }
}

/// True where the clause of a word says that something stands or lies there.
fn stands(words: &[Token], at: usize) -> bool {
    const STANDS: [&str; 10] = [
        "steht", "stehen", "stand", "standen", "liegt", "liegen", "lies", "stands", "written", "vermerkt",
    ];
    words
        .iter()
        .skip(at + 1)
        .take_while(|token| !token.mark)
        .take(4)
        .any(|token| STANDS.contains(&token.folded.as_str()))
        && words.iter().take(at).any(|token| {
            ["die", "der", "das", "was", "what", "which", "that", "dem"].contains(&token.folded.as_str())
        })
}

/// Capitals that name no software where data comes from or goes to.
const NO_SOFTWARE: [&str; 30] = [
    "PDF", "DMS", "EDV", "SMS", "QES", "BGB", "VOB", "SGB", "XML", "CSV", "USB", "PZU", "EUR", "NRW", "BRD",
    "RPA", "URL", "TÜV", "AOK", "ISO", "DIN", "DVD", "SQL", "IBAN", "BIC", "EMA", "KFZ", "LKW", "PKW", "VPN",
];

/// Software that no list knows, by the look of its name, where data is taken from it or put into it: "in proDoppik buchen",
/// "from Xpress into iTrent".
fn by_look(action: &mut Action, words: &[Token], (from, to): (usize, usize)) {
    for (at, token) in words.iter().enumerate().take(to).skip(from) {
        let letters: Vec<char> = token.raw.chars().collect();
        let camel = letters.len() >= 4
            && letters
                .windows(2)
                .any(|pair| matches!(pair, [one, two] if one.is_lowercase() && two.is_uppercase()));
        let capitals = (3..=10).contains(&letters.len())
            && letters.iter().all(|letter| letter.is_uppercase())
            && !NO_SOFTWARE.contains(&token.raw.as_str());
        let gender = token.raw.contains("Innen") || token.raw.contains('-');
        let known = action.systems.iter().any(|system| system.at == at)
            || action.media.iter().any(|found| found.at == at);
        let role = role(words, at);
        if (camel || capitals) && !gender && !known && matches!(role, Role::Source | Role::Target) {
            action.systems.push(Words {
                name: token.raw.clone(),
                dms: false,
                role,
                at,
            });
        }
    }
}

/// True where what stands before the verb is who does it: a finite verb in the active voice, with more behind it.
fn acts(words: &[Token], hit: &VerbHit) -> bool {
    let Some(verb) = words.get(hit.span.from).filter(|token| !token.capital()) else {
        return false;
    };
    let word = verb.folded.as_str();
    let german = word.ends_with('t') && !word.contains("ge");
    let english = word.ends_with('s');
    let first = words
        .first()
        .map(|token| token.folded.as_str())
        .unwrap_or_default();
    let led = ["der", "die", "das", "the", "ein", "eine", "a"].contains(&first);
    let follows = words.get(hit.span.to).is_some_and(|next| {
        led && ["und", "and"].contains(&next.folded.as_str())
            || !next.mark
                && preposition(words, hit.span.to).is_none()
                && !["werden", "und", "and"].contains(&next.folded.as_str())
    });
    !hit.nominal
        && hit.span.from > 0
        && (german || english)
        && follows
        && !["den", "dem", "einen"].contains(&first)
}

/// "mit dem Scanner aufnehmen", "Niederschrift fertigen": the tool or the product says what is done, not the verb.
fn composed(own: &mut Vec<&VerbHit>, words: &[Token]) {
    let word = |hit: &VerbHit| {
        words
            .get(hit.span.from)
            .map(|token| token.folded.clone())
            .unwrap_or_default()
    };
    let plain = own
        .iter()
        .filter(|hit| !hit.nominal)
        .all(|hit| light(&word(hit)) && !matches!(hit.class, Class::Ink | Class::Print | Class::Scan));
    if plain && own.iter().any(|hit| hit.tool) {
        own.retain(|hit| hit.tool);
        return;
    }
    own.retain(|hit| !hit.tool);
    // Two names for one thing: "Versand der Benachrichtigungen", "Mahnung geht raus".
    let all: Vec<(Class, bool)> = own.iter().map(|hit| (hit.class, hit.nominal)).collect();
    let mut place = 0;
    own.retain(|hit| {
        let here = place;
        place += 1;
        !hit.nominal
            || !all
                .iter()
                .enumerate()
                .any(|(at, (class, nominal))| *class == hit.class && at != here && (!nominal || at < here))
    });
    // "geht raus": the particle belongs to the verb beside it.
    if own.iter().filter(|hit| !hit.nominal).count() > 1 {
        own.retain(|hit| !ELLIPTIC.contains(&word(hit).as_str()));
    }
    let makes = own
        .iter()
        .any(|hit| !hit.nominal && hit.class != Class::Note && light(&word(hit)));
    let note = own
        .iter()
        .position(|hit| hit.nominal && hit.class == Class::Note && !word(hit).ends_with("ung"));
    if let (true, true, Some(note)) = (plain, makes, note) {
        let kept = own.remove(note);
        own.retain(|hit| hit.nominal);
        own.push(kept);
    }
}

fn join(action: &mut Action, other: Action) {
    action.nouns.extend(other.nouns);
    action.nouns.sort_by_key(|noun| noun.at);
    action.media.extend(other.media);
    action.systems.extend(other.systems);
    action.directed |= other.directed;
}

fn segments(words: &[Token]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, token) in words.iter().enumerate() {
        if token.mark || ["und", "and", "sowie", "dann", "then", "bzw"].contains(&token.folded.as_str()) {
            if at > from {
                out.push((from, at));
            }
            from = at + 1;
        }
    }
    if words.len() > from {
        out.push((from, words.len()));
    }
    out
}

fn verb_hits(
    lists: &Lists,
    words: &[Token],
    language: &str,
    systems: &[(Span, &Product)],
    sentence: bool,
) -> Vec<VerbHit> {
    let mut hits: Vec<VerbHit> = lists
        .verbs_near
        .near(words)
        .into_iter()
        .filter_map(|at| lists.verbs.get(at))
        .filter(|verb| language.is_empty() || verb.lang == language)
        .flat_map(|verb| {
            verb.pattern.find(words, sentence).into_iter().map(|span| {
                let word = words
                    .get(span.from)
                    .map(|token| token.folded.as_str())
                    .unwrap_or_default();
                let by_word = matches!(
                    verb.pattern,
                    Pattern::Word(_)
                        | Pattern::Tail(_)
                        | Pattern::Stem(_)
                        | Pattern::Phrase(_)
                        | Pattern::Tool(_)
                );
                VerbHit {
                    tool: matches!(verb.pattern, Pattern::Tool(_)),
                    class: verb.class,
                    confidence: verb.confidence,
                    span,
                    // "Schreiben versenden": with a capital it is a noun where another verb stands beside it.
                    nominal: (by_word && !ELLIPTIC.contains(&word))
                        || word.ends_with("ung")
                        || word.ends_with("ungen")
                        || (verb.lang == "de" && words.get(span.from).is_some_and(Token::capital)),
                }
            })
        })
        .filter(|hit| {
            // "Stellen besetzen": a noun that looks like the infinitive of a verb that says little.
            let token = words.get(hit.span.from);
            let noun = hit.nominal
                && hit.confidence < 0.45
                && token.is_some_and(|token| token.capital() && token.folded.ends_with("en"));
            let ung = token.is_some_and(|token| token.folded.ends_with("ungen"));
            !noun || ung
        })
        .filter(|hit| {
            !systems
                .iter()
                .any(|(span, _)| hit.span.from < span.to && span.from < hit.span.to)
        })
        .collect();
    hits.sort_by(|one, two| {
        two.span
            .length
            .cmp(&one.span.length)
            .then(one.span.from.cmp(&two.span.from))
    });
    let mut kept: Vec<VerbHit> = Vec::new();
    for hit in hits {
        if !kept
            .iter()
            .any(|other| hit.span.from < other.span.to && other.span.from < hit.span.to)
        {
            kept.push(hit);
        }
    }
    kept.sort_by_key(|hit| hit.span.from);
    kept
}

/// Particles that stand for a whole verb: "Bescheid raus".
const ELLIPTIC: [&str; 4] = ["raus", "out", "rein", "rueber"];

const NEGATIONS: [&str; 10] = [
    "ohne", "kein", "keine", "keinen", "keiner", "statt", "without", "no", "anstelle", "instead",
];

fn carrier_words(lists: &Lists, words: &[Token], sentence: bool) -> Vec<Found> {
    let mut found: Vec<(Span, Found)> = Vec::new();
    let rows = lists.media_near.near(words);
    for row in rows.into_iter().filter_map(|at| lists.media.get(at)) {
        for span in row.pattern.find(words, sentence) {
            let spoilt = row.exclude.iter().any(|pattern| {
                pattern
                    .find(words, sentence)
                    .iter()
                    .any(|other| other.from <= span.to && span.from <= other.to)
            });
            let negated = words
                .iter()
                .take(span.from)
                .rev()
                .take(3)
                .any(|token| NEGATIONS.contains(&token.folded.as_str()));
            if spoilt || negated {
                continue;
            }
            found.push((
                span,
                Found {
                    medium: row.medium,
                    role: role(words, span.from),
                    confidence: row.confidence,
                    words: words
                        .iter()
                        .skip(span.from)
                        .take(span.to - span.from)
                        .map(|token| token.raw.as_str())
                        .collect::<Vec<_>>()
                        .join(" "),
                    at: span.from,
                },
            ));
        }
    }
    found.sort_by(|one, two| two.0.length.cmp(&one.0.length).then(one.0.from.cmp(&two.0.from)));
    let mut kept: Vec<(Span, Found)> = Vec::new();
    for (span, word) in found {
        if !kept
            .iter()
            .any(|(other, _)| span.from < other.to && other.from < span.to)
        {
            kept.push((span, word));
        }
    }
    kept.sort_by_key(|(span, _)| span.from);
    kept.into_iter().map(|(_, word)| word).collect()
}

#[cfg(test)]
#[path = "read_test.rs"]
mod tests;
