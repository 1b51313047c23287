//! Seals: the log carries the hash of what each row said when it was written, so that a row that was changed, removed or
//! slipped in behind the back of the program is found out. The newest seal of a subject holds.

use super::{StoreError, Tx};
use crate::domain::digest::sha256_hex;
use rusqlite::types::ValueRef;
use rusqlite::{Params, Row};

/// What stands before the hash in the detail of a row of the log.
const WORD: &str = "seal ";

/// Rows that share one seal: those with the same subject, which is the first column.
pub(super) struct Sealed {
    /// All rows, without an order.
    rows: &'static str,
    /// Those of one subject.
    one: &'static str,
    /// Order in which they are read; the rows of a subject stand together.
    order: &'static str,
}

pub(super) const UNIT: Sealed = Sealed {
    rows: "SELECT 'unit/' || unit_id, parent_id, sign, name, name_key, kind, leaving_share FROM unit",
    one: " WHERE unit_id = ?",
    order: " ORDER BY unit_id",
};
pub(super) const APPLICATION: Sealed = Sealed {
    rows: "SELECT 'application/' || application_id, name, name_key, aliases, kind, purpose FROM application",
    one: " WHERE application_id = ?",
    order: " ORDER BY application_id",
};
pub(super) const INTERFACE: Sealed = Sealed {
    rows: "SELECT 'interface/' || from_id || '-' || to_id, state, note FROM interface",
    one: " WHERE from_id = ? AND to_id = ?",
    order: " ORDER BY from_id, to_id",
};
pub(super) const SETTING: Sealed = Sealed {
    // The stamp only tells caches apart.
    rows: "SELECT 'setting/' || name, value FROM setting WHERE name <> 'catalogue-stamp'",
    one: " AND name = ?",
    order: " ORDER BY name",
};
/// Without the names of people, which have to be erasable.
pub(super) const ACCOUNT: Sealed = Sealed {
    rows: "SELECT 'account/' || account_id, role, scope_id, password_hash, disabled, created_at FROM account",
    one: " WHERE account_id = ?",
    order: " ORDER BY account_id",
};
pub(super) const TOKEN: Sealed = Sealed {
    rows: "SELECT 'token/' || token_id, account_id, secret_hash, created_at FROM token",
    one: " WHERE token_id = ?",
    order: " ORDER BY token_id",
};
pub(super) const REVISION: Sealed = Sealed {
    rows: "SELECT 'process/' || r.process_id || '/revisions/' || r.number, r.account_id, r.at, r.reason,
             c.field, c.before, c.after
           FROM revision r LEFT JOIN field_change c ON c.process_id = r.process_id AND c.number = r.number",
    one: " WHERE r.process_id = ? AND r.number = ?",
    order: " ORDER BY r.process_id, r.number, c.field",
};
pub(super) const DIAGRAM: Sealed = Sealed {
    rows: "SELECT 'process/' || process_id || '/diagrams/' || number, kind, file_name, sha256, note, account_id, at, size
           FROM diagram",
    one: " WHERE process_id = ? AND number = ?",
    order: " ORDER BY process_id, number",
};
pub(super) const JUDGEMENT: Sealed = Sealed {
    rows: "SELECT 'process/' || process_id || '/findings/' || key, verdict, reason, account_id, at FROM judgement",
    one: " WHERE process_id = ? AND key = ?",
    order: " ORDER BY process_id, key, judgement_id",
};
pub(super) const ANSWER: Sealed = Sealed {
    rows: "SELECT 'process/' || process_id || '/answers/' || question, value, reason, source, version, account_id, at
           FROM answer",
    one: " WHERE process_id = ? AND question = ?",
    order: " ORDER BY process_id, question, answer_id",
};
pub(super) const WEIGHTS: Sealed = Sealed {
    rows: "SELECT 'weights/' || s.weighting_id, s.account_id, s.at, w.question_group, w.value
           FROM weighting s LEFT JOIN weight w ON w.weighting_id = s.weighting_id",
    one: " WHERE s.weighting_id = ?",
    order: " ORDER BY s.weighting_id, w.question_group",
};

/// All that is sealed, besides the profiles.
pub(super) const ALL: [Sealed; 11] = [
    UNIT,
    APPLICATION,
    INTERFACE,
    SETTING,
    ACCOUNT,
    TOKEN,
    REVISION,
    DIAGRAM,
    JUDGEMENT,
    ANSWER,
    WEIGHTS,
];

impl Sealed {
    /// The query for all rows.
    pub(super) fn all(&self) -> String {
        [self.rows, self.order].concat()
    }
}

/// The seal in the detail of a row of the log.
pub(super) fn of_detail(detail: &str) -> Option<&str> {
    let at = detail.rfind(WORD)?;
    detail.get(at + WORD.len()..)
}

/// Takes rows of one subject and makes their seal. Each value carries its kind and its length, so that no two rows read
/// alike.
#[derive(Default)]
pub(super) struct Wax(Vec<u8>);

impl Wax {
    /// Takes the values of a row after the first, which is the subject.
    pub(super) fn take(&mut self, row: &Row<'_>, columns: usize) -> rusqlite::Result<()> {
        for column in 1..columns {
            let (kind, text) = match row.get_ref(column)? {
                ValueRef::Null => ('n', Vec::new()),
                ValueRef::Integer(number) => ('i', number.to_string().into_bytes()),
                ValueRef::Real(number) => ('r', number.to_bits().to_string().into_bytes()),
                ValueRef::Text(text) => ('t', text.to_vec()),
                ValueRef::Blob(bytes) => ('b', bytes.to_vec()),
            };
            self.0.extend(format!("{kind}{}:", text.len()).into_bytes());
            self.0.extend(text);
        }
        self.0.push(b'\n');
        Ok(())
    }

    /// The seal of the rows so far.
    pub(super) fn seal(&self) -> String {
        sha256_hex(&self.0)
    }
}

impl Tx<'_> {
    /// The detail of a row of the log, with the seal of what the subject says now.
    pub(super) fn sealed(
        &self,
        detail: &str,
        sealed: &Sealed,
        key: impl Params,
    ) -> Result<String, StoreError> {
        let query = [sealed.rows, sealed.one, sealed.order].concat();
        let mut statement = self.conn.prepare_cached(&query)?;
        let columns = statement.column_count();
        let mut rows = statement.query(key)?;
        let mut wax = Wax::default();
        while let Some(row) = rows.next()? {
            wax.take(row, columns)?;
        }
        let seal = wax.seal();
        Ok([detail, if detail.is_empty() { "" } else { " " }, WORD, &seal].concat())
    }
}
