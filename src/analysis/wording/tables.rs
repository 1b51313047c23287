//! The three word lists: the lexicon of domain.md 8, verb classes and carrier words (analysis.md 1.4). Data, not code.
//!
//! Second home of `csv` (the first is `exchange`): analysis may not know `exchange`, and the lexicon quotes its fields.

use super::terms::Pattern;
use super::{Class, Medium};
use std::sync::LazyLock;

const LEXICON: &str = include_str!("lexicon_de_en.csv");
const VERBS: &str = include_str!("verb_classes.csv");
const MEDIA: &str = include_str!("media_words.csv");

/// One row of `lexicon_de_en.csv`.
#[derive(Debug, Clone)]
pub struct Entry {
    /// `de` or `en`.
    pub lang: String,
    /// The term and its irregular forms.
    pub patterns: Vec<Pattern>,
    /// `paper`, `digital-structured` …
    pub class: String,
    /// `digital>paper`, `state`, `handover` …
    pub direction: String,
    /// `Y`, `M`, `N`.
    pub hint: String,
    /// 0 to 1.
    pub confidence: f64,
    /// Terms that suppress it.
    pub exclude: Vec<Pattern>,
    /// The term as written.
    pub term: String,
    /// True for names of products.
    pub product: bool,
}

/// One row of `verb_classes.csv`.
#[derive(Debug, Clone)]
pub struct Verb {
    /// What the verb does.
    pub class: Class,
    /// `de` or `en`.
    pub lang: String,
    /// How it is found.
    pub pattern: Pattern,
    /// 0 to 1.
    pub confidence: f64,
}

/// One row of `media_words.csv`.
#[derive(Debug, Clone)]
pub struct MediumWord {
    /// What it says.
    pub medium: Medium,
    /// How it is found.
    pub pattern: Pattern,
    /// 0 to 1.
    pub confidence: f64,
    /// Words that suppress it.
    pub exclude: Vec<Pattern>,
}

/// The lexicon in the order of its file.
pub fn lexicon() -> &'static [Entry] {
    static ROWS: LazyLock<Vec<Entry>> =
        LazyLock::new(|| rows(LEXICON).iter().filter_map(|row| entry(row)).collect());
    &ROWS
}

/// The built-in verb classes in the order of their file.
pub fn verbs() -> Vec<Verb> {
    rows(VERBS).iter().filter_map(|row| verb(row)).collect()
}

/// The built-in carrier words in the order of their file.
pub fn media() -> Vec<MediumWord> {
    rows(MEDIA).iter().filter_map(|row| medium(row)).collect()
}

/// The rows of a list without its heading.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes())
        .records()
        .filter_map(|record| record.ok())
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

/// A field of a row; empty where the row is short.
pub fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map(String::as_str).unwrap_or_default()
}

/// Patterns of a list with semicolons between them.
pub fn excluded(text: &str) -> Vec<Pattern> {
    text.split(';')
        .filter(|term| !term.trim().is_empty())
        .filter_map(|term| {
            Pattern::parse(
                if term.trim().contains(' ') {
                    "phrase"
                } else {
                    "stem"
                },
                term,
            )
        })
        .collect()
}

fn entry(row: &[String]) -> Option<Entry> {
    let term = cell(row, 2);
    let mut patterns = vec![Pattern::parse(cell(row, 3), term)?];
    patterns.extend(
        cell(row, 9)
            .split(';')
            .filter(|form| !form.trim().is_empty())
            .filter_map(|form| Pattern::parse("phrase", form)),
    );
    Some(Entry {
        lang: cell(row, 1).to_owned(),
        patterns,
        class: cell(row, 5).to_owned(),
        direction: cell(row, 6).to_owned(),
        hint: cell(row, 7).to_owned(),
        confidence: cell(row, 8).parse().ok()?,
        exclude: excluded(cell(row, 10)),
        term: term.to_owned(),
        product: cell(row, 3) == "product",
    })
}

fn verb(row: &[String]) -> Option<Verb> {
    Some(Verb {
        class: Class::from_code(cell(row, 0))?,
        lang: cell(row, 1).to_owned(),
        pattern: Pattern::parse(cell(row, 2), cell(row, 3))?,
        confidence: cell(row, 4).parse().ok()?,
    })
}

fn medium(row: &[String]) -> Option<MediumWord> {
    Some(MediumWord {
        medium: Medium::from_code(cell(row, 0))?,
        pattern: Pattern::parse(cell(row, 2), cell(row, 3))?,
        confidence: cell(row, 4).parse().ok()?,
        exclude: excluded(cell(row, 5)),
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

    #[test]
    fn every_row_is_understood() {
        assert_eq!(lexicon().len(), rows(LEXICON).len());
        assert_eq!(lexicon().len(), 412);
        for (row, text) in [(verbs().len(), VERBS), (media().len(), MEDIA)] {
            assert_eq!(row, rows(text).len());
        }
        for row in rows(VERBS) {
            assert!(Class::from_code(&row[0]).is_some(), "{row:?}");
        }
        for row in rows(MEDIA) {
            assert!(Medium::from_code(&row[0]).is_some(), "{row:?}");
        }
    }
}
