//! Lists of processes: filters, orders, pages.

use super::process::columns;
use super::search::Query;
use super::{StoreError, StoredProcess, View};
use crate::domain::ids::{ApplicationId, ProcessId, UnitId};
use crate::domain::profile::{Category, Field, Status};
use rusqlite::types::Value;

/// Which processes. Empty: all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ListFilter {
    /// Full text.
    pub q: String,
    /// This unit and everything below it.
    pub unit: Option<UnitId>,
    /// Kind of process.
    pub category: Option<Category>,
    /// State of the profile.
    pub status: Option<Status>,
    /// Uses this application.
    pub application: Option<ApplicationId>,
    /// This field is not surveyed.
    pub not_surveyed: Option<Field>,
    /// With or without an Ist model.
    pub modelled: Option<bool>,
}

/// Orders that the database can make by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListOrder {
    /// By number, `2` before `10`.
    Number,
    /// By name.
    Name,
    /// By name of the unit; without unit last.
    Unit,
    /// Most cases first, unknown last.
    Cases,
    /// Most hours first, unknown last.
    Hours,
    /// Fewest answered fields first.
    Completeness,
    /// Newest change first.
    Changed,
}

impl ListOrder {
    /// What is sorted by, rising and never NULL; ties are broken by key.
    fn key(self) -> &'static str {
        match self {
            ListOrder::Number => "p.number_key",
            ListOrder::Name => "p.name_key",
            ListOrder::Unit => "coalesce(u.name_key, char(1114111))",
            ListOrder::Cases => "coalesce(-p.cases, 1e300)",
            ListOrder::Hours => "coalesce(-p.cases * p.minutes, 1e300)",
            ListOrder::Completeness => "p.answered",
            ListOrder::Changed => "-p.changed_at",
        }
    }
}

const SELECT: &str = "SELECT ";
const FROM: &str = " FROM process p LEFT JOIN unit u USING (unit_id) WHERE p.deleted_at IS NULL";

const UNIT: &str = " AND p.unit_id IN (WITH RECURSIVE below (unit_id) AS (
        SELECT :unit UNION SELECT child.unit_id FROM unit child JOIN below ON child.parent_id = below.unit_id)
    SELECT unit_id FROM below)";
const CATEGORY: &str = " AND p.category = :category";
const STATUS: &str = " AND p.status = :status";
const APPLICATION: &str = " AND EXISTS (SELECT 1 FROM process_application link
    WHERE link.process_id = p.process_id AND link.application_id = :application)";
const MODELLED: &str = " AND :modelled = EXISTS (SELECT 1 FROM diagram d
    WHERE d.process_id = p.process_id AND d.kind = 'as-is')";
const NOT_SURVEYED: &str = " AND CASE :field
    WHEN 'summary' THEN p.summary WHEN 'unit' THEN p.unit_id WHEN 'owner_role' THEN p.owner_role
    WHEN 'steward' THEN p.steward WHEN 'category' THEN p.category WHEN 'trigger' THEN p.\"trigger\"
    WHEN 'result' THEN p.result WHEN 'cases_per_year' THEN p.cases_per_year
    WHEN 'handling_minutes' THEN p.handling_minutes WHEN 'lead_time_days' THEN p.lead_time_days
    WHEN 'channels_in' THEN p.channels_in WHEN 'channels_out' THEN p.channels_out
    WHEN 'applications' THEN p.applications WHEN 'legal_basis' THEN p.legal_basis
    WHEN 'discretion' THEN p.discretion WHEN 'personal_data' THEN p.personal_data
    WHEN 'tags' THEN p.tags WHEN 'review_date' THEN p.review_date ELSE p.number END IS NULL";
const MATCHING: &str = " AND p.process_id IN (SELECT rowid FROM search WHERE search MATCH :matching)";
/// Words too short for the index, one text per place.
const SHORT: [&str; 3] = [
    " AND EXISTS (SELECT 1 FROM search s WHERE s.rowid = p.process_id
        AND (s.profile || ' ' || s.labels) LIKE :short1 ESCAPE '\\')",
    " AND EXISTS (SELECT 1 FROM search s WHERE s.rowid = p.process_id
        AND (s.profile || ' ' || s.labels) LIKE :short2 ESCAPE '\\')",
    " AND EXISTS (SELECT 1 FROM search s WHERE s.rowid = p.process_id
        AND (s.profile || ' ' || s.labels) LIKE :short3 ESCAPE '\\')",
];

impl ListFilter {
    /// The conditions that are asked for, from fixed pieces: what is not asked for costs nothing.
    fn conditions(&self, query: &Query) -> String {
        let mut pieces = vec![FROM];
        let mut add = |wanted: bool, piece: &'static str| {
            if wanted {
                pieces.push(piece);
            }
        };
        add(self.unit.is_some(), UNIT);
        add(self.category.is_some(), CATEGORY);
        add(self.status.is_some(), STATUS);
        add(self.application.is_some(), APPLICATION);
        add(self.modelled.is_some(), MODELLED);
        add(self.not_surveyed.is_some(), NOT_SURVEYED);
        add(query.matching.is_some(), MATCHING);
        for (word, piece) in query.short.iter().zip(SHORT) {
            add(word.is_some(), piece);
        }
        pieces.concat()
    }
}

impl View<'_> {
    /// Number of processes that fit.
    pub fn count_processes(&self, filter: &ListFilter) -> Result<usize, StoreError> {
        let mut count = 0;
        self.select(&[SELECT, "count(*)"], &[], filter, None, 1, |row| {
            count = usize::try_from(row.get::<_, i64>(0)?).unwrap_or_default();
            Ok(())
        })?;
        Ok(count)
    }

    /// The number by which `ListOrder::Completeness` sorts, to compare it with `domain::completeness`.
    #[cfg(test)]
    pub fn answered_fields(&self, id: ProcessId) -> Result<usize, StoreError> {
        let answered: i64 = self.conn.query_row(
            "SELECT answered FROM process WHERE process_id = ?",
            [id.0],
            |row| row.get(0),
        )?;
        Ok(usize::try_from(answered).unwrap_or_default())
    }

    /// Keys of all processes that fit, by number.
    pub fn process_ids(&self, filter: &ListFilter) -> Result<Vec<ProcessId>, StoreError> {
        let mut ids = Vec::new();
        let order = [" ORDER BY p.number_key, p.process_id"];
        self.select(
            &[SELECT, "p.process_id"],
            &order,
            filter,
            None,
            usize::MAX,
            |row| {
                ids.push(ProcessId(row.get(0)?));
                Ok(())
            },
        )?;
        Ok(ids)
    }

    /// A page of processes: those after `after`, which may have been deleted since.
    pub fn list_processes(
        &self,
        filter: &ListFilter,
        order: ListOrder,
        after: Option<ProcessId>,
        limit: usize,
    ) -> Result<Vec<StoredProcess>, StoreError> {
        let key = order.key();
        let page = [
            " AND (",
            key,
            ", p.process_id) > (SELECT ",
            key,
            ", p.process_id FROM process p LEFT JOIN unit u USING (unit_id) WHERE p.process_id = :after)",
            " ORDER BY ",
            key,
            ", p.process_id LIMIT :limit",
        ];
        let (_, first) = page.split_at(5);
        let tail = if after.is_some() { &page[..] } else { first };
        let mut processes = Vec::new();
        self.select(&[SELECT, columns!()], tail, filter, after, limit, |row| {
            processes.push(StoredProcess::read(row)?);
            Ok(())
        })?;
        Ok(processes)
    }

    fn select(
        &self,
        head: &[&str],
        tail: &[&str],
        filter: &ListFilter,
        after: Option<ProcessId>,
        limit: usize,
        mut each: impl FnMut(&rusqlite::Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let query = Query::of(&filter.q);
        let sql = [head.concat(), filter.conditions(&query), tail.concat()].concat();
        let [short1, short2, short3] = query.short;
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values: [(&str, Value); 12] = [
            (":unit", filter.unit.map(|unit| unit.0).into()),
            (
                ":category",
                filter.category.map(|value| value.code().to_owned()).into(),
            ),
            (
                ":status",
                filter.status.map(|value| value.code().to_owned()).into(),
            ),
            (":application", filter.application.map(|value| value.0).into()),
            (":modelled", filter.modelled.map(i64::from).into()),
            (
                ":field",
                filter.not_surveyed.map(|field| field.code().to_owned()).into(),
            ),
            (":matching", query.matching.into()),
            (":short1", short1.into()),
            (":short2", short2.into()),
            (":short3", short3.into()),
            (":after", after.map(|id| id.0).into()),
            (":limit", i64::try_from(limit).unwrap_or(i64::MAX).into()),
        ];
        for (name, value) in values {
            if let Some(index) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(index, value)?;
            }
        }
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            each(row)?;
        }
        Ok(())
    }
}
