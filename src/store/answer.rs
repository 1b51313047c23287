//! Answers to the Leitfragen and the weights of the Leitfragen.

use super::{StoreError, Tx, View, seal};
use crate::domain::ids::{AccountId, ProcessId};
use crate::domain::question::{Answer, AnswerSource, Weights};
use crate::domain::time::Timestamp;
use rusqlite::params;

impl View<'_> {
    /// The answers in force of one process, by question.
    pub fn answers(&self, process: ProcessId) -> Result<Vec<Answer>, StoreError> {
        self.answers_of(Some(process))
    }

    /// The answers in force of all processes, by process and question.
    pub fn answers_all(&self) -> Result<Vec<Answer>, StoreError> {
        self.answers_of(None)
    }

    fn answers_of(&self, process: Option<ProcessId>) -> Result<Vec<Answer>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT w.process_id, w.question, w.value, w.reason, w.source, w.version, w.account_id, a.name, w.at,
               (SELECT count(*) FROM answer n WHERE n.process_id = w.process_id AND n.question = w.question)
             FROM answer w JOIN account a USING (account_id) JOIN process p USING (process_id)
             WHERE (?1 IS NULL OR w.process_id = ?1) AND p.deleted_at IS NULL AND w.value IS NOT NULL
               AND w.answer_id = (SELECT max(n.answer_id) FROM answer n
                                  WHERE n.process_id = w.process_id AND n.question = w.question)
             ORDER BY w.process_id, w.question",
        )?;
        let mut rows = statement.query([process.map(|id| id.0)])?;
        let mut answers = Vec::new();
        while let Some(row) = rows.next()? {
            let source: String = row.get(4)?;
            answers.push(Answer {
                process: ProcessId(row.get(0)?),
                question: row.get(1)?,
                value: row.get(2)?,
                reason: row.get(3)?,
                source: [AnswerSource::Proposal, AnswerSource::Person]
                    .into_iter()
                    .find(|known| known.code() == source)
                    .ok_or(StoreError::Damaged(source))?,
                version: row.get(5)?,
                by: AccountId(row.get(6)?),
                by_name: row.get(7)?,
                at: Timestamp(row.get(8)?),
                turn: row.get(9)?,
            });
        }
        Ok(answers)
    }

    /// The weights in force; `None` until somebody sets them.
    pub fn weights(&self) -> Result<Option<Weights>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT question_group, value FROM weight
             WHERE weighting_id = (SELECT max(weighting_id) FROM weighting) ORDER BY question_group",
        )?;
        let groups = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<Vec<(u8, f64)>, _>>()?;
        Ok((!groups.is_empty()).then_some(Weights { groups }))
    }
}

impl Tx<'_> {
    /// Adds an answer; it holds from now on. Who and when are those of the transaction.
    pub fn save_answer(
        &self,
        process: ProcessId,
        question: &str,
        value: u8,
        reason: &str,
        source: AnswerSource,
        version: u32,
    ) -> Result<(), StoreError> {
        self.add_answer(process, question, Some(value), reason, source, version)?;
        self.log(
            "answer.set",
            format!("process/{process}/answers/{question}"),
            self.sealed(
                &format!("{value} {}", source.code()),
                &seal::ANSWER,
                params![process.0, question],
            )?,
        )
    }

    /// Takes an answer back; the question is open again.
    pub fn withdraw_answer(
        &self,
        process: ProcessId,
        question: &str,
        version: u32,
    ) -> Result<(), StoreError> {
        self.add_answer(process, question, None, "", AnswerSource::Person, version)?;
        self.log(
            "answer.withdraw",
            format!("process/{process}/answers/{question}"),
            self.sealed("", &seal::ANSWER, params![process.0, question])?,
        )
    }

    fn add_answer(
        &self,
        process: ProcessId,
        question: &str,
        value: Option<u8>,
        reason: &str,
        source: AnswerSource,
        version: u32,
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO answer (process_id, question, value, reason, source, version, account_id, at)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                process.0,
                question,
                value,
                reason,
                source.code(),
                version,
                self.by.map(|by| by.0),
                self.now.0
            ])?;
        Ok(())
    }

    /// Adds a set of weights; it holds from now on.
    pub fn save_weights(&self, weights: &Weights) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("INSERT INTO weighting (account_id, at) VALUES (?, ?)")?
            .execute(params![self.by.map(|by| by.0), self.now.0])?;
        let id = self.conn.last_insert_rowid();
        let mut insert = self
            .conn
            .prepare_cached("INSERT INTO weight (weighting_id, question_group, value) VALUES (?, ?, ?)")?;
        for (group, value) in &weights.groups {
            insert.execute(params![id, group, value])?;
        }
        let detail = self.sealed("", &seal::WEIGHTS, [id])?;
        self.log("weights.set", format!("weights/{id}"), detail)
    }
}
