//! Full text in German: folded text, folded and stemmed query, found as substrings (trigrams).

use super::{StoreError, Tx};
use crate::domain::folding::{fold, stem};
use crate::domain::ids::ProcessId;
use crate::domain::known::Known;
use crate::domain::profile::{Field, Profile};
use crate::domain::profile_text;
use rusqlite::params;

/// Fields that the search reads.
const SEARCHED: [Field; 9] = [
    Field::Number,
    Field::Name,
    Field::Summary,
    Field::OwnerRole,
    Field::Steward,
    Field::Trigger,
    Field::Result,
    Field::LegalBasis,
    Field::Tags,
];

/// Words of a query that are looked at; more would only cost time.
const MOST_WORDS: usize = 12;

/// A query in the words of the index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Query {
    /// Words of at least three characters, as an FTS5 expression.
    pub(super) matching: Option<String>,
    /// Patterns of shorter words, which have no trigram.
    pub(super) short: [Option<String>; 3],
}

impl Query {
    /// The query that people typed. All words have to occur, in any order.
    pub(super) fn of(text: &str) -> Query {
        let mut long: Vec<String> = Vec::new();
        let mut short: Vec<String> = Vec::new();
        let text: String = text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        for word in fold(&text).split_whitespace().take(MOST_WORDS) {
            if word.chars().count() < 3 {
                short.push(word.to_owned());
                continue;
            }
            long.push(format!("\"{}\"", stem(word).replace('"', "\"\"")));
        }
        let mut patterns = short.into_iter().map(|word| like(&word));
        Query {
            matching: (!long.is_empty()).then(|| long.join(" AND ")),
            short: [patterns.next(), patterns.next(), patterns.next()],
        }
    }
}

/// A pattern for `LIKE … ESCAPE '\'`.
fn like(word: &str) -> String {
    let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

/// What the search reads of a profile.
pub(super) fn searched_text(profile: &Profile) -> String {
    let texts: Vec<String> = SEARCHED
        .into_iter()
        .filter_map(|field| match profile_text::get(profile, field) {
            Known::Value(text) => Some(fold(&text)),
            _ => None,
        })
        .collect();
    texts.join("\n")
}

impl Tx<'_> {
    pub(super) fn index_profile(&self, id: ProcessId, profile: &Profile) -> Result<(), StoreError> {
        let text = searched_text(profile);
        let changed = self
            .conn
            .prepare_cached("UPDATE search SET profile = ? WHERE rowid = ?")?
            .execute(params![text, id.0])?;
        if changed == 0 {
            self.conn
                .prepare_cached("INSERT INTO search (rowid, profile, labels) VALUES (?, ?, '')")?
                .execute(params![id.0, text])?;
        }
        Ok(())
    }

    /// Makes the labels of the newest diagram findable.
    pub(super) fn index_labels(&self, id: ProcessId, labels: &[String]) -> Result<(), StoreError> {
        let folded: Vec<String> = labels.iter().map(|label| fold(label)).collect();
        self.conn
            .prepare_cached("UPDATE search SET labels = ? WHERE rowid = ?")?
            .execute(params![folded.join("\n"), id.0])?;
        Ok(())
    }

    pub(super) fn remove_from_index(&self, id: ProcessId) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM search WHERE rowid = ?")?
            .execute([id.0])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_folded_stemmed_and_quoted() {
        let cases = [
            ("Anmelden", Some("\"anmeld\"")),
            ("Strassen", Some("\"strass\"")),
            ("Gebühren", Some("\"gebuehr\"")),
            ("32.10-7", Some("\"32.10-7\"")),
            ("a\"b OR c*", Some("\"a\"\"b\"")),
            ("", None),
        ];
        for (text, expected) in cases {
            let matching = Query::of(text).matching;
            assert_eq!(matching.as_deref(), expected, "{text}");
        }
        assert_eq!(Query::of("Kfz 7%").short[0].as_deref(), Some("%7\\%%"));
    }
}
