//! Verdicts of people on findings.

use super::{StoreError, Tx, View, seal};
use crate::domain::finding::{Judgement, Verdict};
use crate::domain::ids::{AccountId, ProcessId};
use crate::domain::time::Timestamp;
use rusqlite::params;
use std::collections::BTreeMap;

impl View<'_> {
    /// The newest verdict of each finding, by process and key.
    pub fn judgements(
        &self,
        process: Option<ProcessId>,
    ) -> Result<BTreeMap<(ProcessId, String), Judgement>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT j.process_id, j.key, j.verdict, j.reason, j.account_id, a.name, j.at
             FROM judgement j JOIN account a USING (account_id)
             WHERE ?1 IS NULL OR j.process_id = ?1 ORDER BY j.judgement_id",
        )?;
        let mut rows = statement.query([process.map(|id| id.0)])?;
        let mut newest: BTreeMap<(ProcessId, String), Judgement> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let verdict: String = row.get(2)?;
            let place = (ProcessId(row.get(0)?), row.get(1)?);
            let turn = newest.get(&place).map_or(1, |before| before.turn + 1);
            let judgement = Judgement {
                key: row.get(1)?,
                verdict: Verdict::from_code(&verdict).ok_or(StoreError::Damaged(verdict))?,
                reason: row.get(3)?,
                by: AccountId(row.get(4)?),
                by_name: row.get(5)?,
                at: Timestamp(row.get(6)?),
                turn,
            };
            newest.insert(place, judgement);
        }
        Ok(newest)
    }
}

impl Tx<'_> {
    /// Adds a verdict; it holds from now on.
    pub fn judge(
        &self,
        process: ProcessId,
        key: &str,
        verdict: Verdict,
        reason: &str,
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO judgement (process_id, key, verdict, reason, account_id, at) VALUES (?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                process.0,
                key,
                verdict.code(),
                reason,
                self.by.map(|by| by.0),
                self.now.0
            ])?;
        self.log(
            "finding.judge",
            format!("process/{process}/findings/{key}"),
            self.sealed(verdict.code(), &seal::JUDGEMENT, params![process.0, key])?,
        )
    }
}
