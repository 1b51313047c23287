//! Profiles: one row per process, the canonical text of each field in a column of its own.

use super::{StoreError, Tx, View, seal};
use crate::domain::digest::sha256_hex;
use crate::domain::folding::{fold, natural_key};
use crate::domain::ids::ProcessId;
use crate::domain::known::Known;
use crate::domain::profile::{Field, Profile};
use crate::domain::profile_text;
use crate::domain::revision::FieldChange;
use crate::domain::time::Timestamp;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{OptionalExtension, Row, params, params_from_iter};

/// A process as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredProcess {
    /// Key.
    pub id: ProcessId,
    /// What people said.
    pub profile: Profile,
    /// Number of the newest revision.
    pub revision: u32,
    /// When it was last changed.
    pub changed: Timestamp,
}

/// The columns of `StoredProcess::read`; the fields in the order of `Field::ALL`.
macro_rules! columns {
    () => {
        "p.process_id, p.revision, p.changed_at, p.number, p.name, p.summary, p.unit_id, p.owner_role, p.steward, \
         p.category, p.\"trigger\", p.result, p.cases_per_year, p.handling_minutes, p.lead_time_days, p.channels_in, \
         p.channels_out, p.applications, p.legal_basis, p.discretion, p.personal_data, p.tags, p.status, p.review_date"
    };
}
pub(super) use columns;

impl StoredProcess {
    pub(super) fn read(row: &Row<'_>) -> Result<StoredProcess, StoreError> {
        let mut profile = profile_text::empty_profile();
        for (index, &field) in Field::ALL.iter().enumerate() {
            let key;
            let text = match row.get_ref(index + 3)? {
                ValueRef::Null => None,
                ValueRef::Integer(number) => {
                    key = number.to_string();
                    Some(key.as_str())
                }
                other => Some(
                    other
                        .as_str()
                        .map_err(|error| StoreError::Damaged(error.to_string()))?,
                ),
            };
            profile_text::set(&mut profile, field, profile_text::decode(text))
                .map_err(|message| StoreError::Damaged(format!("{}: {}", field.code(), message.id)))?;
        }
        Ok(StoredProcess {
            id: ProcessId(row.get(0)?),
            profile,
            revision: row.get(1)?,
            changed: Timestamp(row.get(2)?),
        })
    }
}

impl View<'_> {
    /// A process that is not deleted.
    pub fn process(&self, id: ProcessId) -> Result<Option<StoredProcess>, StoreError> {
        let mut statement = self.conn.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM process p WHERE p.process_id = ? AND p.deleted_at IS NULL"
        ))?;
        let mut rows = statement.query([id.0])?;
        rows.next()?.map(StoredProcess::read).transpose()
    }

    /// The process with this number, not deleted.
    pub fn process_by_number(&self, number: &str) -> Result<Option<ProcessId>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT process_id FROM process WHERE number = ? AND deleted_at IS NULL")?
            .query_row([number], |row| row.get(0).map(ProcessId))
            .optional()?)
    }

    /// All processes by number.
    pub fn all_processes(&self) -> Result<Vec<StoredProcess>, StoreError> {
        let mut statement = self.conn.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM process p WHERE p.deleted_at IS NULL ORDER BY p.number_key, p.process_id"
        ))?;
        let mut rows = statement.query([])?;
        let mut processes = Vec::new();
        while let Some(row) = rows.next()? {
            processes.push(StoredProcess::read(row)?);
        }
        Ok(processes)
    }

    /// The next free number: one more than the largest that begins with the sign of the unit (`32.1-04` after `32.1-03`),
    /// or than the largest plain number where the unit has no sign.
    pub fn next_number(&self, sign: &str) -> Result<String, StoreError> {
        let start = if sign.is_empty() {
            String::new()
        } else {
            format!("{sign}-")
        };
        // Longer ones are no counting numbers, and would not fit.
        let largest: Option<i64> = self
            .conn
            .prepare_cached(
                "SELECT max(CAST(substr(number, length(?1) + 1) AS INTEGER)) FROM process
                 WHERE deleted_at IS NULL AND substr(number, 1, length(?1)) = ?1
                   AND length(number) BETWEEN length(?1) + 1 AND length(?1) + 9
                   AND substr(number, length(?1) + 1) NOT GLOB '*[^0-9]*'",
            )?
            .query_row([&start], |row| row.get(0))?;
        let next = largest.unwrap_or(0) + 1;
        Ok(if start.is_empty() {
            next.to_string()
        } else {
            format!("{start}{next:02}")
        })
    }
}

impl Tx<'_> {
    /// Registers a process. The caller has made sure that number, unit and applications are right.
    pub fn create_process(&self, profile: &Profile) -> Result<ProcessId, StoreError> {
        let texts = texts(profile);
        self.conn
            .prepare_cached(
                r#"INSERT INTO process (number, name, summary, unit_id, owner_role, steward, category, "trigger", result,
                     cases_per_year, handling_minutes, lead_time_days, channels_in, channels_out, applications,
                     legal_basis, discretion, personal_data, tags, status, review_date,
                     number_key, name_key, changed_at, revision)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"#,
            )?
            .execute(params_from_iter(self.columns(profile, &texts)))?;
        let id = ProcessId(self.conn.last_insert_rowid());
        self.link_applications(id, profile)?;
        self.index_profile(id, profile)?;
        let before = profile_text::empty_profile();
        self.add_revision(id, 1, "", &changes(&before, profile))?;
        self.log_profile("process.create", id, 1, &texts)?;
        Ok(id)
    }

    /// Stores a changed profile as the next revision. Returns its number; nothing happens where nothing changed.
    pub fn change_process(
        &self,
        before: &StoredProcess,
        profile: &Profile,
        reason: &str,
    ) -> Result<u32, StoreError> {
        let changes = changes(&before.profile, profile);
        if changes.is_empty() {
            return Ok(before.revision);
        }
        let number = before.revision + 1;
        let texts = texts(profile);
        let mut values = self.columns(profile, &texts);
        values.push(owned(number));
        values.push(owned(before.id.0));
        self.conn
            .prepare_cached(
                r#"UPDATE process SET number = ?, name = ?, summary = ?, unit_id = ?, owner_role = ?, steward = ?,
                     category = ?, "trigger" = ?, result = ?, cases_per_year = ?, handling_minutes = ?,
                     lead_time_days = ?, channels_in = ?, channels_out = ?, applications = ?, legal_basis = ?,
                     discretion = ?, personal_data = ?, tags = ?, status = ?, review_date = ?,
                     number_key = ?, name_key = ?, changed_at = ?, revision = ?
                   WHERE process_id = ?"#,
            )?
            .execute(params_from_iter(values))?;
        self.link_applications(before.id, profile)?;
        self.index_profile(before.id, profile)?;
        self.add_revision(before.id, number, reason, &changes)?;
        self.log_profile("process.change", before.id, number, &texts)?;
        Ok(number)
    }

    /// Takes a process off the lists; revisions, diagrams and log stay.
    pub fn delete_process(&self, process: &StoredProcess) -> Result<(), StoreError> {
        let id = process.id;
        self.conn
            .prepare_cached("UPDATE process SET deleted_at = ? WHERE process_id = ?")?
            .execute(params![self.now.0, id.0])?;
        self.conn
            .prepare_cached("DELETE FROM process_application WHERE process_id = ?")?
            .execute([id.0])?;
        self.remove_from_index(id)?;
        self.log(
            "process.delete",
            format!("process/{id}"),
            format!("revision {}", process.revision),
        )
    }

    fn columns<'t>(&self, profile: &Profile, texts: &'t [Option<String>]) -> Vec<ToSqlOutput<'t>> {
        let mut values: Vec<ToSqlOutput<'t>> = Field::ALL
            .iter()
            .zip(texts)
            .map(|(field, given)| match field {
                Field::Unit => owned(profile.unit.map(|unit| unit.0)),
                _ => match given {
                    Some(text) => ToSqlOutput::from(text.as_str()),
                    None => owned(Value::Null),
                },
            })
            .collect();
        values.push(owned(natural_key(&profile.number)));
        values.push(owned(fold(&profile.name)));
        values.push(owned(self.now.0));
        values
    }

    fn link_applications(&self, id: ProcessId, profile: &Profile) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM process_application WHERE process_id = ?")?
            .execute([id.0])?;
        if let Known::Value(applications) = &profile.applications {
            let mut insert = self.conn.prepare_cached(
                "INSERT OR IGNORE INTO process_application (process_id, application_id) VALUES (?, ?)",
            )?;
            for application in applications {
                insert.execute([id.0, application.0])?;
            }
        }
        Ok(())
    }

    /// The log carries the hash of the profile: who changes a row behind our back is found out.
    fn log_profile(
        &self,
        action: &str,
        id: ProcessId,
        revision: u32,
        texts: &[Option<String>],
    ) -> Result<(), StoreError> {
        self.log(
            action,
            format!("process/{id}"),
            self.sealed(
                &format!("revision {revision} sha256 {}", fingerprint(texts)),
                &seal::REVISION,
                params![id.0, revision],
            )?,
        )
    }
}

fn owned<'t>(value: impl Into<Value>) -> ToSqlOutput<'t> {
    ToSqlOutput::Owned(value.into())
}

pub(super) fn texts(profile: &Profile) -> Vec<Option<String>> {
    Field::ALL
        .iter()
        .map(|&field| profile_text::encode(profile_text::get(profile, field)))
        .collect()
}

pub(super) fn fingerprint(texts: &[Option<String>]) -> String {
    let text: String = texts
        .iter()
        .map(|text| match text {
            Some(text) => format!("{}:{text}\n", text.len()),
            None => "\n".to_owned(),
        })
        .collect();
    sha256_hex(text.as_bytes())
}

fn changes(before: &Profile, after: &Profile) -> Vec<FieldChange> {
    Field::ALL
        .iter()
        .filter_map(|&field| {
            let before = profile_text::encode(profile_text::get(before, field));
            let after = profile_text::encode(profile_text::get(after, field));
            (before != after).then_some(FieldChange { field, before, after })
        })
        .collect()
}
