//! What holds for a register of any version: pages, references, chain of the log, bytes of the models.

use super::{Anchor, Verified};
use crate::domain::digest::sha256_hex;
use crate::domain::message::Message;
use crate::store::{StoreError, View};
use rusqlite::OptionalExtension;

impl View<'_> {
    /// The part of the checks that does not depend on the version of the schema.
    pub(in crate::store) fn verify_file(&self) -> Result<Verified, StoreError> {
        let mut verified = Verified::default();
        for check in [
            View::check_pages,
            View::check_references,
            View::check_log,
            View::check_diagrams,
        ] {
            let outcome = check(self, &mut verified);
            verified.check(outcome);
        }
        Ok(verified)
    }

    /// Pages, indexes and the tables of the search (SQLite asks FTS5 for its own check).
    fn check_pages(&self, verified: &mut Verified) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare("PRAGMA integrity_check(20)")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text: String = row.get(0)?;
            if text != "ok" {
                verified.fault(Message::new("verify-pages").with("cause", text));
            }
        }
        Ok(())
    }

    fn check_references(&self, verified: &mut Verified) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (table, target): (String, String) = (row.get(0)?, row.get(2)?);
            verified.fault(
                Message::new("verify-reference")
                    .with("table", table)
                    .with("target", target),
            );
        }
        Ok(())
    }

    fn check_log(&self, verified: &mut Verified) -> Result<(), StoreError> {
        (verified.log_position, verified.log_hash) = self.log_head()?;
        if let (Some(number), _) = self.verify_log()? {
            verified.fault(Message::new("verify-log").with("number", number.to_string()));
        }
        Ok(())
    }

    fn check_diagrams(&self, verified: &mut Verified) -> Result<(), StoreError> {
        let mut statement = self
            .conn
            .prepare("SELECT process_id, number, sha256, size, bytes FROM diagram ORDER BY diagram_id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            verified.diagrams += 1;
            let (process, number): (i64, i64) = (row.get(0)?, row.get(1)?);
            let (sha256, size): (String, i64) = (row.get(2)?, row.get(3)?);
            let bytes = row.get_ref(4)?.as_blob().unwrap_or_default();
            if usize::try_from(size).ok() != Some(bytes.len()) || sha256_hex(bytes) != sha256 {
                verified.fault(
                    Message::new("verify-diagram")
                        .with("process", process.to_string())
                        .with("number", number.to_string()),
                );
            }
        }
        Ok(())
    }

    /// A log whose end was cut off holds together; only somebody who knows a row of it from elsewhere can tell.
    pub(super) fn check_anchor(&self, anchor: &Anchor, verified: &mut Verified) -> Result<(), StoreError> {
        let hash: Option<String> = self
            .conn
            .prepare("SELECT hash FROM log WHERE number = ?")?
            .query_row([anchor.number], |row| row.get(0))
            .optional()?;
        let id = match hash {
            Some(hash) if hash == anchor.hash => return Ok(()),
            Some(_) => "verify-anchor-differs",
            None => "verify-anchor-missing",
        };
        verified.fault(
            Message::new(id)
                .with("number", anchor.number.to_string())
                .with("last", verified.log_position.to_string()),
        );
        Ok(())
    }
}
