//! Takes the demo town in, through the same use cases as people do, with a history that ends shortly before `now`.

use super::{Caller, NewAccount, Register, UploadDiagram};
use crate::domain::account::Role;
use crate::domain::diagram::DiagramKind;
use crate::domain::finding::Finding;
use crate::domain::ids::{ApplicationId, ProcessId, UnitId};
use crate::domain::known::Known;
use crate::domain::organisation::Interface;
use crate::domain::profile::{Profile, Status};
use crate::domain::time::Timestamp;
use crate::error::{Error, Result};
use crate::exchange::demo::{DemoAnswer, DemoLogin, DemoModel, DemoProcess, DemoTown, DemoVerdict, town};
use std::collections::BTreeMap;

/// An account of the demo, to be shown to whoever starts it.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoAccount {
    /// Name to sign in with.
    pub login: String,
    /// Password.
    pub password: String,
    /// Role.
    pub role: Role,
    /// Name that others see.
    pub name: String,
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

impl Register {
    /// Fills an empty register with the demo town and says who can sign in. The passwords are public: for demo and
    /// tests only.
    pub fn load_demo(&self, now: Timestamp) -> Result<Vec<DemoAccount>> {
        let town = town().map_err(Error::internal)?;
        let mut loading = Loading {
            register: self,
            at: now.0 - 240 * DAY,
            units: BTreeMap::new(),
            applications: BTreeMap::new(),
            processes: BTreeMap::new(),
            findings: BTreeMap::new(),
        };
        loading.all(&town)?;
        Ok(town.logins.into_iter().map(account).collect())
    }
}

fn account(login: DemoLogin) -> DemoAccount {
    DemoAccount {
        login: login.login,
        password: login.password,
        role: login.role,
        name: login.name,
    }
}

/// The story so far: what the register gave the things of the town, and how late it is.
struct Loading<'a> {
    register: &'a Register,
    /// Milliseconds since 1970. The story takes less than 240 days in all; a test holds it to that.
    at: i64,
    units: BTreeMap<String, UnitId>,
    applications: BTreeMap<String, ApplicationId>,
    processes: BTreeMap<String, ProcessId>,
    /// What was found in the newest Ist model, by number of the process.
    findings: BTreeMap<String, Vec<Finding>>,
}

impl Loading<'_> {
    fn all(&mut self, town: &DemoTown) -> Result<()> {
        let (first, others): (Vec<&DemoLogin>, Vec<&DemoLogin>) = town
            .logins
            .iter()
            .partition(|login| login.role == Role::Administrator);
        first.into_iter().try_for_each(|login| self.add_login(login))?;
        self.catalogues(town)?;
        others.into_iter().try_for_each(|login| self.add_login(login))?;

        for row in &town.processes {
            self.profile(town, row)?;
        }
        for model in &town.models {
            self.model(town, model)?;
        }
        for row in &town.processes {
            self.release(town, row)?;
        }
        let coordinator = self.caller(town, Role::Coordinator, HOUR)?;
        self.register.set_weights(&coordinator, &town.weights)?;
        let mut last = "";
        for answer in &town.answers {
            let step = if answer.process == last { 3 * MINUTE } else { DAY };
            self.answer(town, answer, step)?;
            last = &answer.process;
        }
        for said in &town.verdicts {
            self.verdict(town, said)?;
        }
        Ok(())
    }

    fn after(&mut self, step: i64) -> Timestamp {
        self.at += step;
        Timestamp(self.at)
    }

    /// The first account with this role, `step` milliseconds later than what was done before.
    fn caller(&mut self, town: &DemoTown, role: Role, step: i64) -> Result<Caller> {
        let login = find(town.logins.iter().find(|login| login.role == role), role.code())?;
        Ok(Caller {
            actor: self.register.actor_by_login(&login.login)?,
            now: self.after(step),
        })
    }

    /// The salt comes from the login: the password is public anyway, and the same input gives the same bytes.
    fn add_login(&mut self, login: &DemoLogin) -> Result<()> {
        let scope = match &login.scope {
            Some(sign) => Some(*find(self.units.get(sign), sign)?),
            None => None,
        };
        let mut salt = [0x5a; 16];
        for (place, byte) in salt.iter_mut().zip(login.login.bytes()) {
            *place = byte;
        }
        let new = NewAccount {
            login: login.login.clone(),
            name: login.name.clone(),
            role: login.role,
            scope,
            password: login.password.clone(),
        };
        let now = self.after(5 * MINUTE);
        self.register.add_account_locally(now, &new, salt)?;
        Ok(())
    }

    fn catalogues(&mut self, town: &DemoTown) -> Result<()> {
        let mut caller = self.caller(town, Role::Administrator, HOUR)?;
        self.register.set_town(&caller, &town.name)?;
        for row in &town.units {
            let mut unit = row.unit.clone();
            unit.parent = match &row.above {
                Some(sign) => Some(*find(self.units.get(sign), sign)?),
                None => None,
            };
            caller.now = self.after(MINUTE);
            let id = self.register.save_unit(&caller, &unit)?;
            self.units.insert(unit.sign, id);
        }
        for application in &town.applications {
            caller.now = self.after(MINUTE);
            let id = self.register.save_application(&caller, application)?;
            self.applications.insert(application.name.clone(), id);
        }
        for row in &town.interfaces {
            caller.now = self.after(MINUTE);
            let interface = Interface {
                from: *find(self.applications.get(&row.from), &row.from)?,
                to: *find(self.applications.get(&row.to), &row.to)?,
                state: row.state,
                note: row.note.clone(),
            };
            self.register.save_interface(&caller, &interface)?;
        }
        Ok(())
    }

    fn linked(&self, row: &DemoProcess) -> Result<Profile> {
        let mut profile = row.profile.clone();
        profile.unit = Some(*find(self.units.get(&row.unit), &row.unit)?);
        profile.applications = match &row.applications {
            Known::Value(names) => Known::Value(
                names
                    .iter()
                    .map(|name| find(self.applications.get(name), name).copied())
                    .collect::<Result<_>>()?,
            ),
            Known::NotApplicable => Known::NotApplicable,
            Known::NotSurveyed => Known::NotSurveyed,
        };
        Ok(profile)
    }

    /// Released profiles begin in review; `release` follows once the models are there.
    fn profile(&mut self, town: &DemoTown, row: &DemoProcess) -> Result<()> {
        let mut profile = self.linked(row)?;
        if profile.status == Status::Released {
            profile.status = Status::InReview;
        }
        let caller = self.caller(town, Role::Coordinator, 58 * HOUR)?;
        let id = self.register.create_process(&caller, &profile)?;
        self.processes.insert(profile.number, id);
        Ok(())
    }

    fn model(&mut self, town: &DemoTown, model: &DemoModel) -> Result<()> {
        let process = *find(self.processes.get(model.process), model.process)?;
        let caller = self.caller(town, Role::Analyst, 2 * DAY)?;
        let upload = UploadDiagram {
            file_name: model.file_name.to_owned(),
            kind: model.kind,
            bytes: model.bytes.to_vec(),
            note: String::new(),
        };
        let uploaded = self.register.upload_diagram(&caller, process, &upload)?;
        if model.kind == DiagramKind::AsIs {
            self.findings
                .insert(model.process.to_owned(), uploaded.analysis.findings);
        }
        Ok(())
    }

    fn release(&mut self, town: &DemoTown, row: &DemoProcess) -> Result<()> {
        if row.profile.status != Status::Released {
            return Ok(());
        }
        let profile = self.linked(row)?;
        let process = *find(self.processes.get(&profile.number), &profile.number)?;
        let caller = self.caller(town, Role::Coordinator, DAY)?;
        self.register
            .change_process(&caller, process, None, &profile, &town.release_reason)?;
        Ok(())
    }

    fn answer(&mut self, town: &DemoTown, answer: &DemoAnswer, step: i64) -> Result<()> {
        let process = *find(self.processes.get(&answer.process), &answer.process)?;
        let caller = self.caller(town, Role::Coordinator, step)?;
        self.register.answer(
            &caller,
            process,
            &answer.question,
            answer.value,
            &answer.reason,
            None,
        )?;
        Ok(())
    }

    /// A step in which nothing is found any more (rules get better) is passed over.
    fn verdict(&mut self, town: &DemoTown, said: &DemoVerdict) -> Result<()> {
        let process = *find(self.processes.get(&said.process), &said.process)?;
        let caller = self.caller(town, Role::Analyst, 20 * HOUR)?;
        for finding in self.findings.get(&said.process).into_iter().flatten() {
            if finding.element_name == said.step {
                self.register
                    .judge(&caller, process, &finding.key, said.verdict, &said.reason, None)?;
            }
        }
        Ok(())
    }
}

fn find<'a, T>(found: Option<&'a T>, name: &str) -> Result<&'a T> {
    found.ok_or_else(|| Error::internal(format!("the demo town has no {name}")))
}
