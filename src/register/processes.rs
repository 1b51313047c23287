//! Profiles: list, show, create, change, history.

use super::analyses::Catalogue;
use super::validate::{self, Faults};
use super::{Caller, Organisation, Register, cursor_fault};
use crate::access::{self, Action};
use crate::domain::analysis::ModelSummary;
use crate::domain::completeness;
use crate::domain::diagram::DiagramVersion;
use crate::domain::ids::{ApplicationId, ProcessId, UnitId};
use crate::domain::message::Message;
use crate::domain::profile::{Category, Field, Profile, Status};
use crate::domain::ranking::Ranked;
use crate::domain::revision::Revision;
use crate::domain::time::Timestamp;
use crate::error::{Error, Kind, Result};
use crate::store::{DiagramHead, ListFilter, ListOrder, StoredProcess, View};

/// Orders of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// By number.
    #[default]
    Number,
    /// By name.
    Name,
    /// By unit.
    Unit,
    /// By cases per year, most first, unknown last.
    Cases,
    /// By hours per year, most first, unknown last.
    Hours,
    /// By media breaks per case, most first, unknown last.
    Breaks,
    /// By completeness, least first.
    Completeness,
    /// By last change, newest first.
    Changed,
}

impl Sort {
    /// All orders.
    pub const ALL: [Sort; 8] = [
        Sort::Number,
        Sort::Name,
        Sort::Unit,
        Sort::Cases,
        Sort::Hours,
        Sort::Breaks,
        Sort::Completeness,
        Sort::Changed,
    ];

    /// Name in addresses and catalogue ids (`sort-…`).
    pub fn code(self) -> &'static str {
        match self {
            Sort::Number => "number",
            Sort::Name => "name",
            Sort::Unit => "unit",
            Sort::Cases => "cases",
            Sort::Hours => "hours",
            Sort::Breaks => "breaks",
            Sort::Completeness => "completeness",
            Sort::Changed => "changed",
        }
    }

    /// The order with this code.
    pub fn from_code(code: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.code() == code)
    }
}

/// What to list. Empty filters list everything.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProcessQuery {
    /// Full text: names, numbers, summaries, triggers, results, tags, labels inside models. Finds parts of compounds.
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
    /// Only processes with (`true`) or without (`false`) a model.
    pub modelled: Option<bool>,
    /// Order.
    pub sort: Sort,
    /// At most this many rows; 1 to 500.
    pub limit: usize,
    /// Where the page before ended, as `Page::next` gave it.
    pub cursor: Option<String>,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Number of all rows that fit the filters.
    pub total: usize,
    /// Cursor of the next page; `None` on the last.
    pub next: Option<String>,
}

/// How much of a profile is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Completeness {
    /// Answered fields (value or not applicable) of all fields that count, 0 to 1.
    pub share: f64,
    /// Fields that are missing, the most helpful first.
    pub missing: Vec<Field>,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessRow {
    /// Key.
    pub id: ProcessId,
    /// What people said.
    pub profile: Profile,
    /// Name of the unit; empty where none.
    pub unit_name: String,
    /// Cases × minutes / 60 where both are known.
    pub hours_per_year: Option<f64>,
    /// Summary of the newest Ist model, where there is one.
    pub model: Option<ModelSummary>,
    /// How much is known.
    pub completeness: Completeness,
    /// Number of the newest revision.
    pub revision: u32,
    /// When it was last changed.
    pub changed: Timestamp,
}

/// A process with everything its pages need.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessView {
    /// As in the list.
    pub row: ProcessRow,
    /// Units from the town down to its own.
    pub unit_path: Vec<String>,
    /// Names of its applications, in order.
    pub application_names: Vec<String>,
    /// Diagram versions, newest first.
    pub diagrams: Vec<DiagramVersion>,
    /// Its place in the ranking.
    pub ranked: Option<Ranked>,
    /// Whether the caller may change it.
    pub may_change: bool,
    /// Whether the caller may upload models and judge findings.
    pub may_judge: bool,
}

/// Most rows of a page.
const MOST_ROWS: usize = 500;
/// Most characters of a reason.
const REASON: usize = 1_000;

impl Completeness {
    /// How much of a profile is known.
    pub fn of(profile: &Profile) -> Completeness {
        let missing = completeness::missing(profile);
        Completeness {
            share: completeness::share(missing.len()),
            missing,
        }
    }
}

impl ProcessRow {
    pub(super) fn of(
        stored: StoredProcess,
        organisation: &Organisation,
        model: Option<ModelSummary>,
    ) -> ProcessRow {
        let profile = stored.profile;
        let hours = match (profile.cases_per_year.value(), profile.handling_minutes.value()) {
            (Some(cases), Some(minutes)) => Some(cases.value * minutes.value / 60.0),
            _ => None,
        };
        ProcessRow {
            id: stored.id,
            unit_name: organisation.unit_name(profile.unit).to_owned(),
            hours_per_year: hours,
            model,
            completeness: Completeness::of(&profile),
            revision: stored.revision,
            changed: stored.changed,
            profile,
        }
    }
}

/// Rows asked for, within the bounds; none given means 50.
pub(super) fn page_size(limit: usize) -> usize {
    if limit == 0 { 50 } else { limit.min(MOST_ROWS) }
}

fn cursor_of(cursor: Option<&str>) -> Result<Option<ProcessId>> {
    cursor
        .map(|cursor| cursor.parse().map(ProcessId).map_err(|_| cursor_fault()))
        .transpose()
}

fn order_of(sort: Sort) -> Option<ListOrder> {
    match sort {
        Sort::Number => Some(ListOrder::Number),
        Sort::Name => Some(ListOrder::Name),
        Sort::Unit => Some(ListOrder::Unit),
        Sort::Cases => Some(ListOrder::Cases),
        Sort::Hours => Some(ListOrder::Hours),
        Sort::Completeness => Some(ListOrder::Completeness),
        Sort::Changed => Some(ListOrder::Changed),
        Sort::Breaks => None,
    }
}

/// The process, or "not found".
pub(super) fn existing(view: &View<'_>, id: ProcessId) -> Result<StoredProcess> {
    view.process(id)?.ok_or_else(|| Error::not_found("thing-process"))
}

/// What a page of processes is made of, read in one moment.
struct Moment {
    catalogue: Catalogue,
    total: usize,
    processes: Vec<StoredProcess>,
    heads: Vec<DiagramHead>,
}

impl Register {
    /// Lists processes.
    pub fn processes(&self, caller: &Caller, query: &ProcessQuery) -> Result<Page<ProcessRow>> {
        access::require(&caller.actor, Action::Read)?;
        let limit = page_size(query.limit);
        let cursor = cursor_of(query.cursor.as_deref())?;
        let filter = ListFilter {
            q: query.q.clone(),
            unit: query.unit,
            category: query.category,
            status: query.status,
            application: query.application,
            not_surveyed: query.not_surveyed,
            modelled: query.modelled,
        };
        let mut moment = match order_of(query.sort) {
            Some(order) => self.read(|view| {
                let processes = view.list_processes(&filter, order, cursor, limit + 1)?;
                Moment::read(view, view.count_processes(&filter)?, processes)
            })?,
            None => self.by_breaks(&filter, cursor, limit + 1)?,
        };
        let more = moment.processes.len() > limit;
        moment.processes.truncate(limit);
        let last = moment.processes.last().map(|process| process.id.to_string());
        Ok(Page {
            total: moment.total,
            next: last.filter(|_| more),
            rows: self.rows(moment.catalogue, moment.processes, &moment.heads)?,
        })
    }

    /// Most breaks first, unknown last: computed, so the database cannot sort by them.
    fn by_breaks(&self, filter: &ListFilter, cursor: Option<ProcessId>, limit: usize) -> Result<Moment> {
        let (catalogue, ids, heads) = self.read(|view| {
            let ids = view.process_ids(filter)?;
            Ok((Catalogue::read(view)?, ids, view.newest_diagrams(None)?))
        })?;
        let breaks: std::collections::BTreeMap<ProcessId, f64> = self
            .analyses_of(&catalogue, &heads)?
            .into_iter()
            .map(|(head, analysis)| (head.process, analysis.summary.breaks_per_case))
            .collect();
        let mut order: Vec<(f64, ProcessId)> = ids
            .into_iter()
            .map(|id| (breaks.get(&id).map_or(f64::INFINITY, |breaks| -breaks), id))
            .collect();
        // Stable: equal ones stay sorted by number.
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        let start = match cursor {
            None => 0,
            Some(cursor) => {
                let at = order.iter().position(|(_, id)| *id == cursor);
                at.ok_or_else(cursor_fault)? + 1
            }
        };
        let total = order.len();
        self.read(|view| {
            let mut processes = Vec::new();
            for (_, id) in order.iter().skip(start).take(limit) {
                processes.extend(view.process(*id)?);
            }
            Moment::read(view, total, processes)
        })
    }

    /// Rows with the summaries of their models.
    pub(super) fn rows(
        &self,
        catalogue: Catalogue,
        processes: Vec<StoredProcess>,
        heads: &[DiagramHead],
    ) -> Result<Vec<ProcessRow>> {
        let mut models: std::collections::BTreeMap<ProcessId, ModelSummary> = self
            .analyses_of(&catalogue, heads)?
            .into_iter()
            .map(|(head, analysis)| (head.process, analysis.summary.clone()))
            .collect();
        Ok(processes
            .into_iter()
            .map(|stored| {
                let model = models.remove(&stored.id);
                ProcessRow::of(stored, &catalogue.organisation, model)
            })
            .collect())
    }

    /// One process.
    pub fn process(&self, caller: &Caller, id: ProcessId) -> Result<ProcessView> {
        access::require(&caller.actor, Action::Read)?;
        let (moment, stored, diagrams) = self.read(|view| {
            let stored = existing(view, id)?;
            let moment = Moment::read(view, 1, vec![stored.clone()])?;
            Ok((moment, stored, view.diagrams(id)?))
        })?;
        let organisation = &moment.catalogue.organisation;
        let profile = &stored.profile;
        let unit = profile.unit;
        let path = organisation.path(unit);
        let applications = profile
            .applications
            .value()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let unit_path = path.into_iter().map(|unit| unit.name.clone()).collect();
        let application_names = applications
            .iter()
            .filter_map(|id| organisation.application(*id))
            .map(|application| application.name.clone())
            .collect();
        let rows = self.rows(moment.catalogue, moment.processes, &moment.heads)?;
        let ranking = self.ranking(caller)?;
        let row = rows
            .into_iter()
            .next()
            .ok_or_else(|| Error::not_found("thing-process"))?;
        Ok(ProcessView {
            row,
            unit_path,
            application_names,
            diagrams,
            ranked: ranking.iter().find(|ranked| ranked.process == id).cloned(),
            may_change: access::may(&caller.actor, Action::ChangeProcess { unit }),
            may_judge: access::may(&caller.actor, Action::JudgeModel { unit }),
        })
    }

    /// Key of the process with this number of the town.
    pub fn process_by_number(&self, caller: &Caller, number: &str) -> Result<Option<ProcessId>> {
        access::require(&caller.actor, Action::Read)?;
        let number = number.split_whitespace().collect::<Vec<_>>().join(" ");
        self.read(|view| Ok(view.process_by_number(&number)?))
    }

    /// The number of the town of a process.
    pub(super) fn process_number(&self, caller: &Caller, id: ProcessId) -> Result<String> {
        access::require(&caller.actor, Action::Read)?;
        self.read(|view| Ok(existing(view, id)?.profile.number))
    }

    /// Registers a process. Number and name are required; an empty number gets the next free one.
    pub fn create_process(&self, caller: &Caller, profile: &Profile) -> Result<ProcessId> {
        let action = Action::ChangeProcess { unit: profile.unit };
        access::require(&caller.actor, action)?;
        let mut given = profile.clone();
        let numbered = !given.number.trim().is_empty();
        if !numbered {
            // Stands in until the transaction knows the next free one.
            given.number = "0".to_owned();
        }
        let mut profile = validate::profile(&given)?;
        self.write(caller, move |tx| {
            if !numbered {
                let units = tx.units()?;
                let sign = units
                    .iter()
                    .find(|unit| Some(unit.id) == profile.unit)
                    .map(|unit| unit.sign.as_str());
                profile.number = tx.next_number(sign.unwrap_or_default())?;
            }
            check_links(tx, None, &profile)?;
            Ok(tx.create_process(&profile)?)
        })
    }

    /// Changes a profile; returns the new revision. `expected`: revision the change was made on; `Stale` if there is a newer one.
    pub fn change_process(
        &self,
        caller: &Caller,
        id: ProcessId,
        expected: Option<u32>,
        profile: &Profile,
        reason: &str,
    ) -> Result<u32> {
        let actor = caller.actor.clone();
        // Who may not change it need not hear what is wrong with it.
        let before = self.read(|view| existing(view, id))?;
        let unit = before.profile.unit;
        access::require(&actor, Action::ChangeProcess { unit })?;
        access::require(&actor, Action::ChangeProcess { unit: profile.unit })?;
        let mut faults = Faults::default();
        let reason = faults.text("reason", reason, REASON);
        faults.finish()?;
        let profile = validate::profile(profile)?;
        self.write(caller, move |tx| {
            let before = existing(tx, id)?;
            let unit = before.profile.unit;
            access::require(&actor, Action::ChangeProcess { unit })?;
            check_revision(&before, expected)?;
            check_links(tx, Some(id), &profile)?;
            Ok(tx.change_process(&before, &profile, &reason)?)
        })
    }

    /// Removes a process from the lists; its history and log stay.
    pub fn delete_process(&self, caller: &Caller, id: ProcessId, expected: Option<u32>) -> Result<()> {
        let actor = caller.actor.clone();
        self.write(caller, move |tx| {
            let before = existing(tx, id)?;
            let unit = before.profile.unit;
            access::require(&actor, Action::ChangeProcess { unit })?;
            check_revision(&before, expected)?;
            Ok(tx.delete_process(&before)?)
        })
    }

    /// History of a process, newest first.
    pub fn revisions(&self, caller: &Caller, id: ProcessId) -> Result<Vec<Revision>> {
        access::require(&caller.actor, Action::Read)?;
        self.read(|view| {
            existing(view, id)?;
            Ok(view.revisions(id)?)
        })
    }
}

impl Moment {
    fn read(view: &View<'_>, total: usize, processes: Vec<StoredProcess>) -> Result<Moment> {
        let mut heads = Vec::new();
        for process in &processes {
            heads.extend(view.newest_diagrams(Some(process.id))?);
        }
        Ok(Moment {
            catalogue: Catalogue::read(view)?,
            total,
            processes,
            heads,
        })
    }
}

fn check_revision(before: &StoredProcess, expected: Option<u32>) -> Result<()> {
    match expected {
        Some(expected) if expected != before.revision => {
            Err(Error::new(Kind::Stale, Message::new("process-stale")))
        }
        _ => Ok(()),
    }
}

/// Unit and applications exist, nobody else has the number.
fn check_links(view: &View<'_>, id: Option<ProcessId>, profile: &Profile) -> Result<()> {
    let mut faults = Faults::default();
    if let Some(unit) = profile.unit
        && view.units_below(unit)?.is_empty()
    {
        faults.add(Field::Unit.code(), Message::new("field-unknown-unit"));
    }
    if let Some(linked) = profile.applications.value() {
        let known = view.applications()?;
        if !linked
            .iter()
            .all(|id| known.iter().any(|application| application.id == *id))
        {
            faults.add(
                Field::Applications.code(),
                Message::new("field-unknown-application"),
            );
        }
    }
    faults.finish()?;
    match view.process_by_number(&profile.number)? {
        Some(other) if Some(other) != id => {
            let taken = Message::new("process-number-taken").with("number", profile.number.as_str());
            Err(Error {
                fields: vec![validate::fault(Field::Number.code(), taken.clone())],
                ..Error::new(Kind::Conflict, taken)
            })
        }
        _ => Ok(()),
    }
}
