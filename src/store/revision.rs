//! The history of a profile.

use super::{StoreError, Tx, View};
use crate::domain::ids::{AccountId, ProcessId};
use crate::domain::profile::Field;
use crate::domain::revision::{FieldChange, Revision};
use crate::domain::time::Timestamp;
use rusqlite::params;

impl View<'_> {
    /// Revisions of a process, newest first; changes in the order of the form.
    pub fn revisions(&self, process: ProcessId) -> Result<Vec<Revision>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT r.number, r.account_id, a.name, r.at, r.reason FROM revision r JOIN account a USING (account_id)
             WHERE r.process_id = ? ORDER BY r.number DESC",
        )?;
        let mut revisions = statement
            .query_map([process.0], |row| {
                Ok(Revision {
                    process,
                    number: row.get(0)?,
                    by: AccountId(row.get(1)?),
                    by_name: row.get(2)?,
                    at: Timestamp(row.get(3)?),
                    reason: row.get(4)?,
                    changes: Vec::new(),
                })
            })?
            .collect::<Result<Vec<_>, _>>()?;
        for revision in &mut revisions {
            revision.changes = self.field_changes(process, revision.number)?;
        }
        Ok(revisions)
    }

    fn field_changes(&self, process: ProcessId, number: u32) -> Result<Vec<FieldChange>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT field, before, after FROM field_change WHERE process_id = ? AND number = ?",
        )?;
        let mut rows = statement.query(params![process.0, number])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get(0)?;
            changes.push(FieldChange {
                field: Field::from_code(&code).ok_or(StoreError::Damaged(code))?,
                before: row.get(1)?,
                after: row.get(2)?,
            });
        }
        changes.sort_by_key(|change| change.field);
        Ok(changes)
    }
}

impl Tx<'_> {
    pub(super) fn add_revision(
        &self,
        process: ProcessId,
        number: u32,
        reason: &str,
        changes: &[FieldChange],
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO revision (process_id, number, account_id, at, reason) VALUES (?, ?, ?, ?, ?)",
            )?
            .execute(params![
                process.0,
                number,
                self.by.map(|by| by.0),
                self.now.0,
                reason
            ])?;
        let mut insert = self.conn.prepare_cached(
            "INSERT INTO field_change (process_id, number, field, before, after) VALUES (?, ?, ?, ?, ?)",
        )?;
        for change in changes {
            insert.execute(params![
                process.0,
                number,
                change.field.code(),
                change.before,
                change.after
            ])?;
        }
        Ok(())
    }
}
