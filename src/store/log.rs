//! The log: change feed and proof. Each row carries the hash of the row before and of itself.

use super::verify::Verified;
use super::{StoreError, Tx, View};
use crate::domain::digest::sha256_hex;
use crate::domain::ids::AccountId;
use crate::domain::revision::LogEntry;
use crate::domain::time::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

/// What stands before the first row.
const ROOT: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A row as it is stored.
struct LogRow {
    entry: LogEntry,
    detail: String,
}

impl LogRow {
    fn read(row: &Row<'_>) -> rusqlite::Result<LogRow> {
        Ok(LogRow {
            entry: LogEntry {
                number: row.get("number")?,
                by: row.get::<_, Option<i64>>("account_id")?.map(AccountId),
                at: Timestamp(row.get("at")?),
                action: row.get("action")?,
                subject: row.get("subject")?,
                hash: row.get("hash")?,
            },
            detail: row.get("detail")?,
        })
    }

    /// Hash over the row before and this one. Each part is preceded by its length, so that no two rows read alike.
    fn chained(&self, before: &str) -> String {
        let entry = &self.entry;
        let parts = [
            before.to_owned(),
            entry.number.to_string(),
            entry.by.map(|by| by.to_string()).unwrap_or_default(),
            entry.at.0.to_string(),
            entry.action.clone(),
            entry.subject.clone(),
            self.detail.clone(),
        ];
        let text: String = parts
            .iter()
            .map(|part| format!("{}:{part}\n", part.len()))
            .collect();
        sha256_hex(text.as_bytes())
    }
}

impl Tx<'_> {
    /// Notes what was done to what. No names and no texts of people: they could not be erased.
    pub(super) fn log(&self, action: &str, subject: String, detail: String) -> Result<(), StoreError> {
        let (number, before) = self.log_head()?;
        let mut row = LogRow {
            entry: LogEntry {
                number: number + 1,
                by: self.by,
                at: self.now,
                action: action.to_owned(),
                subject,
                hash: String::new(),
            },
            detail,
        };
        row.entry.hash = row.chained(&before);
        self.conn
            .prepare_cached(
                "INSERT INTO log (number, account_id, at, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                row.entry.number,
                row.entry.by.map(|by| by.0),
                row.entry.at.0,
                row.entry.action,
                row.entry.subject,
                row.detail,
                row.entry.hash
            ])?;
        Ok(())
    }

    /// Ends all sessions of a register that was restored and notes up to where the log reached before.
    pub(super) fn note_restore(&self, head: &Verified) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM session", [])?;
        let detail = format!("log {} hash {}", head.log_position, head.log_hash);
        self.log("register.restore", "register".to_owned(), detail)
    }

    /// Notes something that the use case decided and that changes nothing else (a refused sign-in).
    pub fn note(&self, action: &str, subject: String) -> Result<(), StoreError> {
        self.log(action, subject, String::new())
    }
}

impl View<'_> {
    /// Number of the newest row of the log; 0 for an empty one.
    pub fn log_position(&self) -> Result<i64, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT coalesce(max(number), 0) FROM log")?
            .query_row([], |row| row.get(0))?)
    }

    /// Number and hash of the newest row of the log; for an empty one 0 and what stands before the first row.
    pub fn log_head(&self) -> Result<(i64, String), StoreError> {
        let last = self
            .conn
            .prepare_cached("SELECT number, hash FROM log ORDER BY number DESC LIMIT 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        Ok(last.unwrap_or((0, ROOT.to_owned())))
    }

    /// Rows of the log after a number, oldest first.
    pub fn log_after(&self, number: i64, limit: usize) -> Result<Vec<LogEntry>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT * FROM log WHERE number > ? ORDER BY number LIMIT ?")?;
        let rows = statement.query_map(params![number, i64::try_from(limit).unwrap_or(i64::MAX)], |row| {
            LogRow::read(row).map(|row| row.entry)
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Recomputes the chain. The number of the first row that does not fit, or `None`, and the newest hash.
    pub fn verify_log(&self) -> Result<(Option<i64>, String), StoreError> {
        self.walk_log(|_, _| {})
    }

    /// The same, showing each row that fits with its detail.
    pub(super) fn walk_log(
        &self,
        mut see: impl FnMut(&LogEntry, &str),
    ) -> Result<(Option<i64>, String), StoreError> {
        let mut statement = self.conn.prepare("SELECT * FROM log ORDER BY number")?;
        let mut rows = statement.query([])?;
        let mut before = ROOT.to_owned();
        let mut expected = 1;
        while let Some(row) = rows.next()? {
            let row = LogRow::read(row)?;
            if row.entry.number != expected || row.chained(&before) != row.entry.hash {
                return Ok((Some(row.entry.number), before));
            }
            see(&row.entry, &row.detail);
            before = row.entry.hash;
            expected += 1;
        }
        Ok((None, before))
    }
}
