//! The words the reading rests on: the built-in lists, and what a town adds to them or overrules in a file of its own.
//!
//! Format of the file: `docs/lexicon.md`. A row of the town replaces the built-in rows of the same words; where both find
//! words of the same length in a text, the row of the town wins.

use super::index::Index;
use super::spelling::Vocabulary;
use super::tables::{self, MediumWord, Verb, cell};
use super::terms::Pattern;
use super::{Class, Medium};
use crate::domain::message::Message;
use std::fmt;
use std::sync::{Arc, LazyLock};

/// Columns of the file, in their order.
const COLUMNS: [&str; 7] = ["list", "class", "lang", "match", "term", "confidence", "exclude"];

/// Rows that a file may have; a word list of a town has hundreds.
const MOST_ROWS: usize = 20_000;

/// How a term can match, by list (`Pattern`).
const VERB_KINDS: [&str; 8] = [
    "stem", "word", "tail", "phrase", "verb", "english", "tool", "ending",
];

/// The word lists in force. Cheap to clone.
#[derive(Clone)]
pub struct Lexicon(Arc<Lists>);

/// The lists with what is made of them.
pub(super) struct Lists {
    pub(super) verbs: Vec<Verb>,
    pub(super) media: Vec<MediumWord>,
    /// Where to look for the verbs of a text.
    pub(super) verbs_near: Index,
    /// Where to look for the carrier words of a text.
    pub(super) media_near: Index,
    pub(super) vocabulary: Vocabulary,
    /// Software of the town: name, and whether it is document management.
    pub(super) software: Vec<(String, bool)>,
}

impl Lists {
    fn of(verbs: Vec<Verb>, media: Vec<MediumWord>, software: Vec<(String, bool)>) -> Lists {
        Lists {
            verbs_near: Index::of(verbs.iter().map(|verb| &verb.pattern)),
            media_near: Index::of(media.iter().map(|word| &word.pattern)),
            vocabulary: Vocabulary::of_lists(&verbs, &media),
            verbs,
            media,
            software,
        }
    }
}

/// What cannot be read in a file of words.
#[derive(Debug, Clone, PartialEq)]
pub struct LexiconFault {
    /// Line of the file, from 1.
    pub line: u64,
    /// What is wrong there.
    pub reason: Message,
}

impl Default for Lexicon {
    /// The built-in words.
    fn default() -> Lexicon {
        static BUILT_IN: LazyLock<Lexicon> =
            LazyLock::new(|| Lexicon(Arc::new(Lists::of(tables::verbs(), tables::media(), Vec::new()))));
        BUILT_IN.clone()
    }
}

impl PartialEq for Lexicon {
    fn eq(&self, other: &Lexicon) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Lists { verbs, media, .. } = &*self.0;
        write!(f, "Lexicon({} verbs, {} carrier words)", verbs.len(), media.len())
    }
}

impl Lexicon {
    pub(super) fn lists(&self) -> &Lists {
        &self.0
    }

    /// The built-in words with those of a file on top.
    ///
    /// # Errors
    /// The first row that cannot be understood.
    pub fn extended(text: &str) -> Result<Lexicon, LexiconFault> {
        let fault = |line: usize, reason: Message| LexiconFault {
            line: line as u64,
            reason,
        };
        // Line by line, so that faults name the line that people see: a row of words needs no second one.
        let mut lines = text
            .trim_start_matches('\u{feff}')
            .lines()
            .zip(1..)
            .filter(|(line, _)| !line.trim().is_empty() && !line.starts_with('#'));
        let heading = lines.next();
        let at = heading.map_or(1, |(_, at)| at);
        if heading
            .and_then(|(line, _)| row(line))
            .is_none_or(|row| row != COLUMNS)
        {
            return Err(fault(
                at,
                Message::new("lexicon-heading").with("columns", COLUMNS.join(",")),
            ));
        }
        let mut town = Town::default();
        for (count, (line, at)) in lines.enumerate() {
            if count >= MOST_ROWS {
                return Err(fault(at, Message::new("lexicon-rows").with("most", MOST_ROWS)));
            }
            let row = row(line).ok_or_else(|| fault(at, Message::new("lexicon-csv")))?;
            town.add(&row).map_err(|reason| fault(at, reason))?;
        }
        Ok(Lexicon(Arc::new(town.lists())))
    }
}

/// The fields of one line without the blanks around them.
fn row(line: &str) -> Option<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .buffer_capacity(1024)
        .from_reader(line.as_bytes());
    let record = reader.records().next()?.ok()?;
    Some(record.iter().map(str::to_owned).collect())
}

/// The rows of a town.
#[derive(Default)]
struct Town {
    verbs: Vec<Verb>,
    media: Vec<MediumWord>,
    software: Vec<(String, bool)>,
}

impl Town {
    fn add(&mut self, row: &[String]) -> Result<(), Message> {
        if row.len() > COLUMNS.len() {
            return Err(Message::new("lexicon-too-many"));
        }
        let (list, class, term) = (cell(row, 0), cell(row, 1), cell(row, 4));
        if term.is_empty() {
            return Err(Message::new("lexicon-no-term"));
        }
        let odd = |column: &str, value: &str, known: String| {
            Message::new("lexicon-value")
                .with("column", column)
                .with("value", value)
                .with("known", known)
        };
        if list == "software" {
            let dms = match class {
                "" => false,
                "dms" => true,
                other => return Err(odd("class", other, "dms".to_owned())),
            };
            self.software.push((term.to_owned(), dms));
            return Ok(());
        }
        let lang = cell(row, 2);
        if !["de", "en"].contains(&lang) {
            return Err(odd("lang", lang, "de, en".to_owned()));
        }
        let kind = cell(row, 3);
        let pattern = Some(kind)
            .filter(|kind| VERB_KINDS.contains(kind))
            .and_then(|kind| Pattern::parse(kind, term))
            .ok_or_else(|| odd("match", kind, VERB_KINDS.join(", ")))?;
        let confidence = cell(row, 5);
        let confidence: f64 = confidence
            .parse()
            .ok()
            .filter(|number| (0.0..=1.0).contains(number))
            .ok_or_else(|| odd("confidence", confidence, "0 … 1".to_owned()))?;
        match list {
            "verb" => self.verbs.push(Verb {
                class: Class::from_code(class).ok_or_else(|| odd("class", class, Class::codes()))?,
                lang: lang.to_owned(),
                pattern,
                confidence,
            }),
            "carrier" => self.media.push(MediumWord {
                medium: Medium::from_code(class).ok_or_else(|| odd("class", class, Medium::codes()))?,
                pattern,
                confidence,
                exclude: tables::excluded(cell(row, 6)),
            }),
            other => return Err(odd("list", other, "verb, carrier, software".to_owned())),
        }
        Ok(())
    }

    /// The lists: rows of the town first, then the built-in ones they do not overrule. Confidence 0 takes words away.
    fn lists(self) -> Lists {
        let replaced = |verb: &Verb| {
            let same = |own: &Verb| own.lang == verb.lang && own.pattern == verb.pattern;
            self.verbs.iter().any(same)
        };
        let built_in: Vec<Verb> = tables::verbs()
            .into_iter()
            .filter(|verb| !replaced(verb))
            .collect();
        let replaced = |word: &MediumWord| self.media.iter().any(|own| own.pattern == word.pattern);
        let words: Vec<MediumWord> = tables::media()
            .into_iter()
            .filter(|word| !replaced(word))
            .collect();
        let kept = self.verbs.into_iter().filter(|verb| verb.confidence > 0.0);
        let verbs = kept.chain(built_in).collect();
        let kept = self.media.into_iter().filter(|word| word.confidence > 0.0);
        let media = kept.chain(words).collect();
        Lists::of(verbs, media, self.software)
    }
}

#[cfg(test)]
#[path = "lexicon_test.rs"]
mod tests;
