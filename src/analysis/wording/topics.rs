//! Word lists of other modules, read and matched the same way: topic, language, match, term.

use super::fold::tokens;
use super::index::Index;
use super::tables::{cell, rows};
use super::terms::Pattern;

struct Row {
    topic: String,
    lang: String,
    pattern: Pattern,
}

/// A list of words by topic.
pub struct Topics {
    rows: Vec<Row>,
    near: Index,
}

impl Topics {
    /// Reads a list with the columns `topic,lang,match,term`. Rows that cannot be read are left out.
    pub fn parse(csv: &str) -> Topics {
        let rows: Vec<Row> = rows(csv)
            .iter()
            .filter_map(|row| {
                Some(Row {
                    topic: cell(row, 0).to_owned(),
                    lang: cell(row, 1).to_owned(),
                    pattern: Pattern::parse(cell(row, 2), cell(row, 3))?,
                })
            })
            .collect();
        let near = Index::of(rows.iter().map(|row| &row.pattern));
        Topics { rows, near }
    }

    /// Topics that a label touches, each with the words that say so, in the order of the list.
    pub fn of(&self, label: &str, language: &str) -> Vec<(&str, String)> {
        let words = tokens(label);
        let mut found: Vec<(&str, String)> = Vec::new();
        let near = self.near.near(&words);
        for row in near
            .iter()
            .filter_map(|at| self.rows.get(*at))
            .filter(|row| language.is_empty() || row.lang == language)
        {
            let Some(span) = row.pattern.find(&words, false).first().copied() else {
                continue;
            };
            if !found.iter().any(|(topic, _)| *topic == row.topic) {
                let said: Vec<&str> = words
                    .iter()
                    .skip(span.from)
                    .take(span.to - span.from)
                    .map(|token| token.raw.as_str())
                    .collect();
                found.push((&row.topic, said.join(" ")));
            }
        }
        found
    }
}
