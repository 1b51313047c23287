//! Taking over what stands in files: tables of profiles, models, copies of a register. Each row and each file is a
//! transaction of its own; what is refused is named, the rest is taken.

use super::export::{name_of, no_header};
use super::{Caller, Limits, Register, UploadDiagram};
use crate::domain::digest::sha256_hex;
use crate::domain::folding::fold;
use crate::domain::ids::{ApplicationId, ProcessId, UnitId};
use crate::domain::known::Known;
use crate::domain::message::Message;
use crate::domain::organisation::{Application, Interface, Unit};
use crate::domain::profile::{Field, Profile};
use crate::domain::profile_text::empty_profile;
use crate::error::{Error, FieldError, Kind, Result};
use crate::exchange::{Column, CsvLimits, Names, apply_row, column_of, read_csv};
use std::collections::{BTreeMap, BTreeSet};

/// Most characters of a name taken from a model.
const NAME: usize = 200;

/// What became of a row or a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// A new process.
    Created,
    /// A changed profile, or a new version of a model.
    Changed,
    /// It was there already.
    Unchanged,
    /// Not taken; see the error.
    Refused,
}

impl Outcome {
    /// Name in JSON and catalogue ids.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Created => "created",
            Outcome::Changed => "changed",
            Outcome::Unchanged => "unchanged",
            Outcome::Refused => "refused",
        }
    }
}

/// One row or file with what became of it.
#[derive(Debug)]
pub struct ImportLine {
    /// File, with the line where it is a table.
    pub source: String,
    /// Number of the process; empty where there is none.
    pub number: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it was refused.
    pub error: Option<Error>,
    /// What is odd about it.
    pub warnings: Vec<Message>,
}

impl ImportLine {
    /// A row or file that was not taken.
    pub fn refused(source: &str, error: Error) -> ImportLine {
        ImportLine {
            source: source.to_owned(),
            number: String::new(),
            outcome: Outcome::Refused,
            error: Some(error),
            warnings: Vec::new(),
        }
    }
}

/// A process of a copy, with the keys of the copy.
#[derive(Debug, Clone, PartialEq)]
pub struct ProcessImport {
    /// The profile.
    pub profile: Profile,
    /// Models, oldest first.
    pub diagrams: Vec<UploadDiagram>,
    /// Answers: question, value, reason.
    pub answers: Vec<(String, u8, String)>,
}

/// A copy of a register, with keys of its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RegisterImport {
    /// Units, parents before children.
    pub units: Vec<Unit>,
    /// Applications.
    pub applications: Vec<Application>,
    /// Interfaces.
    pub interfaces: Vec<Interface>,
    /// Processes.
    pub processes: Vec<ProcessImport>,
}

impl Register {
    /// Takes over a table of profiles. A known number changes that process, only in the columns that are there.
    /// With `dry_run` nothing is stored.
    pub fn import_table(
        &self,
        caller: &Caller,
        file: &str,
        bytes: &[u8],
        dry_run: bool,
    ) -> Result<Vec<ImportLine>> {
        let rows = read_csv(bytes, &CsvLimits::default()).map_err(|fault| {
            let kind = if fault.too_large {
                Kind::TooLarge
            } else {
                Kind::Invalid
            };
            Error::new(kind, fault.message)
        })?;
        let mut rows = rows.into_iter();
        let titles = rows.next().ok_or_else(no_header)?;
        let header: Vec<Option<Column>> = titles.cells.iter().map(|title| column_of(title)).collect();
        if !header.contains(&Some(Column::Value(Field::Name))) {
            return Err(no_header());
        }
        let organisation = self.organisation(caller)?;
        let names = Names {
            units: &organisation.units,
            applications: &organisation.applications,
        };
        let mut lines = Vec::new();
        for (title, _) in titles
            .cells
            .iter()
            .zip(&header)
            .filter(|(title, column)| column.is_none() && !title.trim().is_empty())
        {
            lines.push(ImportLine {
                source: format!("{file}:{}", titles.line),
                number: String::new(),
                outcome: Outcome::Unchanged,
                error: None,
                warnings: vec![
                    Message::new("exchange-column-unknown")
                        .with("name", title.as_str())
                        .with_short_names(),
                ],
            });
        }
        let known = self.keys_by_number(caller)?;
        for row in rows {
            let source = format!("{file}:{}", row.line);
            lines.push(
                self.import_row(caller, &known, &header, &row.cells, &names, dry_run)
                    .map(|(number, outcome, warnings)| ImportLine {
                        source: source.clone(),
                        number,
                        outcome,
                        error: None,
                        warnings,
                    })
                    .unwrap_or_else(|error| ImportLine::refused(&source, error)),
            );
        }
        Ok(lines)
    }

    fn keys_by_number(&self, caller: &Caller) -> Result<BTreeMap<String, (ProcessId, Profile)>> {
        Ok(self
            .all_processes(caller)?
            .into_iter()
            .map(|row| (row.profile.number.clone(), (row.id, row.profile)))
            .collect())
    }

    fn import_row(
        &self,
        caller: &Caller,
        known: &BTreeMap<String, (ProcessId, Profile)>,
        header: &[Option<Column>],
        cells: &[String],
        names: &Names<'_>,
        dry_run: bool,
    ) -> Result<(String, Outcome, Vec<Message>)> {
        let mut read = empty_profile();
        apply_row(&mut read, header, cells, names);
        let before = known.get(&read.number).filter(|_| !read.number.is_empty());
        let mut profile = before.map_or_else(empty_profile, |(_, profile)| profile.clone());
        let (faults, warnings) = apply_row(&mut profile, header, cells, names);
        if !faults.is_empty() {
            return Err(Error::invalid_fields(
                faults
                    .into_iter()
                    .map(|(field, message)| FieldError {
                        field: field.code().to_owned(),
                        message,
                    })
                    .collect(),
            ));
        }
        let (number, outcome) = self.store_profile(caller, before, &profile, dry_run)?;
        Ok((number, outcome, warnings))
    }

    fn store_profile(
        &self,
        caller: &Caller,
        before: Option<&(ProcessId, Profile)>,
        profile: &Profile,
        dry_run: bool,
    ) -> Result<(String, Outcome)> {
        match before {
            Some((_, same)) if same == profile => Ok((profile.number.clone(), Outcome::Unchanged)),
            Some((id, _)) => {
                if !dry_run {
                    self.change_process(caller, *id, None, profile, "")?;
                }
                Ok((profile.number.clone(), Outcome::Changed))
            }
            None if dry_run => Ok((profile.number.clone(), Outcome::Created)),
            None => {
                let id = self.create_process(caller, profile)?;
                Ok((self.process_number(caller, id)?, Outcome::Created))
            }
        }
    }

    /// What models are matched with; read once for many of them.
    pub fn known_processes(&self, caller: &Caller) -> Result<KnownProcesses> {
        let mut known = KnownProcesses::default();
        for row in self.all_processes(caller)? {
            known.add(row.id, &row.profile);
        }
        Ok(known)
    }

    /// Takes over a model: as a version of the process that has its name (or whose number is the name of the file),
    /// else as a new process. With `dry_run` nothing is stored.
    pub fn import_diagram(
        &self,
        caller: &Caller,
        known: &mut KnownProcesses,
        source: &str,
        upload: &UploadDiagram,
        dry_run: bool,
    ) -> Result<ImportLine> {
        let (diagram, warnings) = crate::bpmn::read(&upload.bytes, &Limits::default())?;
        let stem = upload
            .file_name
            .rsplit(['/', '\\'])
            .next()
            .and_then(|name| name.rsplit_once('.').map(|(stem, _)| stem).or(Some(name)))
            .unwrap_or_default()
            .trim()
            .to_owned();
        let name = name_of(&diagram).unwrap_or_else(|| stem.clone());
        let name: String = name
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .take(NAME)
            .collect();
        self.quota.admit_file(upload.bytes.len())?;
        let fitting = known.find(&stem, &name).cloned();
        let mut line = ImportLine {
            source: source.to_owned(),
            number: fitting
                .as_ref()
                .map(|(_, number)| number.clone())
                .unwrap_or_default(),
            outcome: Outcome::Created,
            error: None,
            warnings: warnings.into_iter().map(|warning| warning.message).collect(),
        };
        let mut profile = empty_profile();
        profile.name = if name.is_empty() {
            upload.file_name.clone()
        } else {
            name
        };
        match fitting {
            Some((id, _)) if self.would_have(caller, known, id, &upload.bytes)? => {
                line.outcome = Outcome::Unchanged;
            }
            Some((id, _)) => {
                line.outcome = Outcome::Changed;
                if dry_run {
                    known.plan(id, &upload.bytes);
                } else {
                    self.upload_diagram(caller, id, upload)?;
                }
            }
            None if dry_run => {
                let id = known.plan_process(&profile);
                known.plan(id, &upload.bytes);
            }
            None => {
                let id = self.create_process(caller, &profile)?;
                if let Err(error) = self.upload_diagram(caller, id, upload) {
                    self.delete_process(caller, id, None)?;
                    return Err(error);
                }
                profile.number = self.process_number(caller, id)?;
                line.number.clone_from(&profile.number);
                known.add(id, &profile);
            }
        }
        Ok(line)
    }

    /// As [`Register::has_bytes`], also counting what a dry run would have stored before.
    fn would_have(
        &self,
        caller: &Caller,
        known: &KnownProcesses,
        process: ProcessId,
        bytes: &[u8],
    ) -> Result<bool> {
        if known.is_planned(process, bytes) {
            return Ok(true);
        }
        // A process that was only planned has nothing stored.
        Ok(process.0 > 0 && self.has_bytes(caller, process, bytes)?)
    }

    fn has_bytes(&self, caller: &Caller, process: ProcessId, bytes: &[u8]) -> Result<bool> {
        let digest = sha256_hex(bytes);
        Ok(self
            .diagrams(caller, process)?
            .iter()
            .any(|version| version.sha256 == digest))
    }

    /// Takes over a copy of a register. Units and applications are matched by name, processes by number, models by their bytes.
    /// With `dry_run` nothing is stored.
    pub fn import_copy(
        &self,
        caller: &Caller,
        file: &str,
        copy: &RegisterImport,
        dry_run: bool,
    ) -> Result<Vec<ImportLine>> {
        let keys = self.match_catalogues(caller, copy, dry_run)?;
        let known = self.keys_by_number(caller)?;
        let mut lines = Vec::new();
        for process in &copy.processes {
            let source = format!("{file}:{}", process.profile.number);
            lines.push(
                self.import_process(caller, &known, &keys, process, dry_run)
                    .map(|(number, outcome)| ImportLine {
                        source: source.clone(),
                        number,
                        outcome,
                        error: None,
                        warnings: Vec::new(),
                    })
                    .unwrap_or_else(|error| ImportLine::refused(&source, error)),
            );
        }
        Ok(lines)
    }

    fn import_process(
        &self,
        caller: &Caller,
        known: &BTreeMap<String, (ProcessId, Profile)>,
        keys: &Keys,
        process: &ProcessImport,
        dry_run: bool,
    ) -> Result<(String, Outcome)> {
        let mut profile = process.profile.clone();
        profile.unit = profile.unit.and_then(|unit| keys.units.get(&unit.0).copied());
        if let Known::Value(ids) = &profile.applications {
            profile.applications = Known::Value(
                ids.iter()
                    .filter_map(|id| keys.applications.get(&id.0).copied())
                    .collect(),
            );
        }
        let before = known.get(&profile.number).filter(|_| !profile.number.is_empty());
        let (number, mut outcome) = self.store_profile(caller, before, &profile, dry_run)?;
        if dry_run {
            return Ok((number, outcome));
        }
        let Some(id) = self.process_by_number(caller, &number)? else {
            return Err(Error::not_found("api-process"));
        };
        for upload in &process.diagrams {
            if !self.has_bytes(caller, id, &upload.bytes)? {
                self.upload_diagram(caller, id, upload)?;
                if outcome == Outcome::Unchanged {
                    outcome = Outcome::Changed;
                }
            }
        }
        let states = self.answers(caller, id)?;
        for (question, value, reason) in &process.answers {
            let same = states.iter().any(|state| {
                state.question.id == *question
                    && state
                        .answer
                        .as_ref()
                        .is_some_and(|answer| answer.value == *value && answer.reason == *reason)
            });
            if !same {
                self.answer(caller, id, question, *value, reason, None)?;
            }
        }
        Ok((number, outcome))
    }

    fn match_catalogues(&self, caller: &Caller, copy: &RegisterImport, dry_run: bool) -> Result<Keys> {
        let mut here = self.organisation(caller)?;
        let mut keys = Keys::default();
        for unit in &copy.units {
            let same = here
                .units
                .iter()
                .find(|one| fold(&one.name) == fold(&unit.name) && one.kind == unit.kind);
            let id = match same {
                Some(same) => same.id,
                None if dry_run => continue,
                None => {
                    let mut new = unit.clone();
                    new.parent = unit.parent.and_then(|parent| keys.units.get(&parent.0).copied());
                    new.id = UnitId(0);
                    new.id = self.save_unit(caller, &new)?;
                    let id = new.id;
                    here.units.push(new);
                    id
                }
            };
            keys.units.insert(unit.id.0, id);
        }
        for application in &copy.applications {
            let same = here
                .applications
                .iter()
                .find(|one| fold(&one.name) == fold(&application.name));
            let id = match same {
                Some(same) => same.id,
                None if dry_run => continue,
                None => {
                    let mut new = application.clone();
                    new.id = ApplicationId(0);
                    self.save_application(caller, &new)?
                }
            };
            keys.applications.insert(application.id.0, id);
        }
        for interface in &copy.interfaces {
            let ends = (
                keys.applications.get(&interface.from.0),
                keys.applications.get(&interface.to.0),
            );
            if let ((Some(from), Some(to)), false) = (ends, dry_run) {
                let mut new = interface.clone();
                (new.from, new.to) = (*from, *to);
                if !here.interfaces.contains(&new) {
                    self.save_interface(caller, &new)?;
                }
            }
        }
        Ok(keys)
    }
}

/// The processes that models are matched with, by number and by name.
#[derive(Debug, Default)]
pub struct KnownProcesses {
    by_number: BTreeMap<String, (ProcessId, String)>,
    by_name: BTreeMap<String, (ProcessId, String)>,
    /// What a dry run would have stored: process and digest of the model. New processes have negative keys.
    planned: BTreeSet<(ProcessId, String)>,
    new: i64,
}

impl KnownProcesses {
    /// Of several with one name the first counts.
    fn add(&mut self, id: ProcessId, profile: &Profile) {
        let entry = (id, profile.number.clone());
        if !profile.number.is_empty() {
            self.by_number.insert(profile.number.clone(), entry.clone());
        }
        self.by_name.entry(fold(&profile.name)).or_insert(entry);
    }

    /// A process that would be made.
    fn plan_process(&mut self, profile: &Profile) -> ProcessId {
        self.new -= 1;
        let id = ProcessId(self.new);
        self.add(id, profile);
        id
    }

    /// A model that would be stored.
    fn plan(&mut self, process: ProcessId, bytes: &[u8]) {
        self.planned.insert((process, sha256_hex(bytes)));
    }

    fn is_planned(&self, process: ProcessId, bytes: &[u8]) -> bool {
        !self.planned.is_empty() && self.planned.contains(&(process, sha256_hex(bytes)))
    }

    fn find(&self, number: &str, name: &str) -> Option<&(ProcessId, String)> {
        self.by_number
            .get(number)
            .or_else(|| self.by_name.get(&fold(name)))
    }
}

/// Keys of a copy → keys here.
#[derive(Debug, Default)]
struct Keys {
    units: BTreeMap<i64, UnitId>,
    applications: BTreeMap<i64, ApplicationId>,
}
