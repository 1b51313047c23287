//! Diagrams: bytes as they came.

use super::{StoreError, Tx, View, seal};
use crate::domain::diagram::{DiagramKind, DiagramVersion};
use crate::domain::digest::sha256_hex;
use crate::domain::ids::{AccountId, ProcessId};
use crate::domain::time::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

/// A file to store.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDiagram {
    /// The process it belongs to.
    pub process: ProcessId,
    /// Ist or Soll.
    pub kind: DiagramKind,
    /// File name, without folders.
    pub file_name: String,
    /// What the sender says.
    pub note: String,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// Labels of the model, for the search.
    pub labels: Vec<String>,
}

/// The newest Ist diagram of a process: enough to know whether an analysis of it is still right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DiagramHead {
    /// The process.
    pub process: ProcessId,
    /// Number of the diagram.
    pub number: u32,
    /// Revision of the profile.
    pub revision: u32,
}

const COLUMNS: &str = "SELECT d.process_id, d.number, d.kind, d.file_name, d.size, d.sha256, d.note, d.account_id, \
     a.name, d.at FROM diagram d JOIN account a USING (account_id) WHERE d.process_id = ?1";

fn version(row: &Row<'_>) -> Result<DiagramVersion, StoreError> {
    let kind: String = row.get(2)?;
    Ok(DiagramVersion {
        process: ProcessId(row.get(0)?),
        number: row.get(1)?,
        kind: DiagramKind::from_code(&kind).ok_or(StoreError::Damaged(kind))?,
        file_name: row.get(3)?,
        size: row.get::<_, i64>(4)?.unsigned_abs(),
        sha256: row.get(5)?,
        note: row.get(6)?,
        by: AccountId(row.get(7)?),
        by_name: row.get(8)?,
        at: Timestamp(row.get(9)?),
    })
}

impl View<'_> {
    /// Versions of a process, newest first.
    pub fn diagrams(&self, process: ProcessId) -> Result<Vec<DiagramVersion>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(&[COLUMNS, " ORDER BY d.number DESC"].concat())?;
        let mut rows = statement.query([process.0])?;
        let mut versions = Vec::new();
        while let Some(row) = rows.next()? {
            versions.push(version(row)?);
        }
        Ok(versions)
    }

    /// One version.
    pub fn diagram(&self, process: ProcessId, number: u32) -> Result<Option<DiagramVersion>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(&[COLUMNS, " AND d.number = ?2"].concat())?;
        let mut rows = statement.query(params![process.0, number])?;
        rows.next()?.map(version).transpose()
    }

    /// The bytes of a version, as they came.
    pub fn diagram_bytes(&self, process: ProcessId, number: u32) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT bytes FROM diagram WHERE process_id = ? AND number = ?")?
            .query_row(params![process.0, number], |row| row.get(0))
            .optional()?)
    }

    /// Bytes of all stored models, and the number of versions of one process.
    pub fn stored_models(&self, process: ProcessId) -> Result<(u64, u32), StoreError> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT coalesce(sum(size), 0), (SELECT count(*) FROM diagram WHERE process_id = ?) FROM diagram",
            )?
            .query_row([process.0], |row| {
                Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get(1)?))
            })?)
    }

    /// The newest Ist diagram of each process (or of one), by key of the process.
    pub fn newest_diagrams(&self, process: Option<ProcessId>) -> Result<Vec<DiagramHead>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT d.process_id, max(d.number), p.revision FROM diagram d JOIN process p USING (process_id)
             WHERE d.kind = 'as-is' AND p.deleted_at IS NULL AND (?1 IS NULL OR d.process_id = ?1)
             GROUP BY d.process_id ORDER BY d.process_id",
        )?;
        let rows = statement.query_map([process.map(|id| id.0)], |row| {
            Ok(DiagramHead {
                process: ProcessId(row.get(0)?),
                number: row.get(1)?,
                revision: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Stores a file as the next version, reads it back and compares before it is committed.
    pub fn add_diagram(&self, diagram: &NewDiagram) -> Result<DiagramVersion, StoreError> {
        let process = diagram.process;
        let number: u32 = self
            .conn
            .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM diagram WHERE process_id = ?")?
            .query_row([process.0], |row| row.get(0))?;
        let sha256 = sha256_hex(&diagram.bytes);
        self.conn
            .prepare_cached(
                "INSERT INTO diagram (process_id, number, kind, file_name, sha256, note, account_id, at, size, bytes)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                process.0,
                number,
                diagram.kind.code(),
                diagram.file_name,
                sha256,
                diagram.note,
                self.by.map(|by| by.0),
                self.now.0,
                i64::try_from(diagram.bytes.len()).unwrap_or(i64::MAX),
                diagram.bytes
            ])?;
        let stored = self.diagram_bytes(process, number)?.unwrap_or_default();
        if sha256_hex(&stored) != sha256 {
            return Err(StoreError::Damaged(format!(
                "diagram {number} of process {process}"
            )));
        }
        // The search shows how things are; a Soll model only counts where there is no Ist.
        let as_is = !self.newest_diagrams(Some(process))?.is_empty();
        if diagram.kind == DiagramKind::AsIs || !as_is {
            self.index_labels(process, &diagram.labels)?;
        }
        self.log(
            "diagram.upload",
            format!("process/{process}/diagrams/{number}"),
            self.sealed(
                &format!("sha256 {sha256}"),
                &seal::DIAGRAM,
                params![process.0, number],
            )?,
        )?;
        self.diagram(process, number)?
            .ok_or_else(|| StoreError::Damaged("a new diagram is missing".to_owned()))
    }
}
