//! How the files of the demo town look, and what they become.

use super::{DemoAnswer, DemoFault, DemoInterface, DemoLogin, DemoProcess, DemoUnit, DemoVerdict};
use crate::domain::account::Role;
use crate::domain::annotation::Discretion;
use crate::domain::finding::Verdict;
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::known::{Figure, Known, Quality};
use crate::domain::organisation::{Application, ApplicationKind, InterfaceState, Unit, UnitKind};
use crate::domain::profile::{Category, Channel, ChannelShare, Field, PersonalData, Profile, Status};
use crate::domain::question::Weights;
use crate::domain::time::parse_date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TownFile {
    town: String,
    name: String,
    units: Vec<UnitRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitRow {
    sign: String,
    name: String,
    leaving_share: Option<f64>,
    #[serde(default)]
    units: Vec<UnitRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApplicationsFile {
    applications: Vec<ApplicationRow>,
    interfaces: Vec<InterfaceRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApplicationRow {
    name: String,
    kind: String,
    aliases: Vec<String>,
    purpose: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InterfaceRow {
    from: String,
    to: String,
    state: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProcessesFile {
    release_reason: String,
    processes: Vec<ProcessRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProcessRow {
    number: String,
    name: String,
    unit: String,
    summary: Option<String>,
    owner_role: Option<String>,
    steward: Option<String>,
    category: Option<String>,
    trigger: Option<String>,
    result: Option<String>,
    cases_per_year: Option<FigureRow>,
    handling_minutes: Option<FigureRow>,
    lead_time_days: Option<FigureRow>,
    channels_in: Option<Vec<ChannelRow>>,
    channels_out: Option<Vec<ChannelRow>>,
    applications: Option<Vec<String>>,
    legal_basis: Option<String>,
    discretion: Option<String>,
    personal_data: Option<String>,
    tags: Vec<String>,
    status: String,
    review_date: Option<String>,
    #[serde(default)]
    not_applicable: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureRow {
    value: f64,
    year: Option<i16>,
    quality: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChannelRow {
    channel: String,
    share: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersFile {
    weights: BTreeMap<String, f64>,
    processes: Vec<AnswersRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersRow {
    process: String,
    answers: Vec<AnswerRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerRow {
    question: String,
    value: u8,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerdictsFile {
    verdicts: Vec<VerdictRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerdictRow {
    process: String,
    step: String,
    verdict: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountsFile {
    accounts: Vec<AccountRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountRow {
    login: String,
    name: String,
    role: String,
    scope: Option<String>,
    password: String,
}

/// One of the files, for the sentence of a fault.
#[derive(Clone, Copy)]
struct Source(&'static str);

impl Source {
    fn read<T: DeserializeOwned>(self, bytes: &[u8]) -> Result<T, DemoFault> {
        serde_json::from_slice(bytes).map_err(|error| self.fault(error.to_string()))
    }

    fn fault(self, what: String) -> DemoFault {
        DemoFault { file: self.0, what }
    }

    /// The value of a code, or a fault that names the code.
    fn code<T>(self, code: &str, value: Option<T>) -> Result<T, DemoFault> {
        value.ok_or_else(|| self.fault(format!("unknown value {code}")))
    }
}

/// The name of the town and its units, parents before children.
pub(super) fn organisation(bytes: &[u8]) -> Result<(String, Vec<DemoUnit>), DemoFault> {
    let file: TownFile = Source("organisation.json").read(bytes)?;
    let mut units = vec![DemoUnit {
        unit: unit(String::new(), file.name, UnitKind::Town, None),
        above: None,
    }];
    collect(file.units, "", UnitKind::Division, &mut units);
    Ok((file.town, units))
}

fn collect(rows: Vec<UnitRow>, above: &str, kind: UnitKind, units: &mut Vec<DemoUnit>) {
    let below = match kind {
        UnitKind::Town => UnitKind::Division,
        UnitKind::Division => UnitKind::Department,
        UnitKind::Department | UnitKind::Team => UnitKind::Team,
    };
    for row in rows {
        units.push(DemoUnit {
            unit: unit(row.sign.clone(), row.name, kind, row.leaving_share),
            above: Some(above.to_owned()),
        });
        collect(row.units, &row.sign, below, units);
    }
}

fn unit(sign: String, name: String, kind: UnitKind, leaving_share: Option<f64>) -> Unit {
    Unit {
        id: UnitId(0),
        parent: None,
        sign,
        name,
        kind,
        leaving_share,
    }
}

/// Applications and interfaces.
pub(super) fn applications(bytes: &[u8]) -> Result<(Vec<Application>, Vec<DemoInterface>), DemoFault> {
    let source = Source("applications.json");
    let file: ApplicationsFile = source.read(bytes)?;
    let applications = file.applications.into_iter().map(|row| {
        Ok(Application {
            id: ApplicationId(0),
            kind: source.code(&row.kind, ApplicationKind::from_code(&row.kind))?,
            name: row.name,
            aliases: row.aliases,
            purpose: row.purpose,
        })
    });
    let interfaces = file.interfaces.into_iter().map(|row| {
        Ok(DemoInterface {
            state: source.code(&row.state, InterfaceState::from_code(&row.state))?,
            from: row.from,
            to: row.to,
            note: row.note,
        })
    });
    Ok((
        applications.collect::<Result<_, _>>()?,
        interfaces.collect::<Result<_, _>>()?,
    ))
}

/// Profiles, and why the released ones were released.
pub(super) fn processes(bytes: &[u8]) -> Result<(Vec<DemoProcess>, String), DemoFault> {
    let source = Source("processes.json");
    let file: ProcessesFile = source.read(bytes)?;
    let processes = file.processes.into_iter().map(|row| process(source, row));
    Ok((processes.collect::<Result<_, _>>()?, file.release_reason))
}

fn process(source: Source, row: ProcessRow) -> Result<DemoProcess, DemoFault> {
    let skipped = row
        .not_applicable
        .iter()
        .map(|code| source.code(code, Field::from_code(code)))
        .collect::<Result<Vec<_>, _>>()?;
    let states = States { source, skipped };
    let profile = Profile {
        number: row.number,
        name: row.name,
        summary: states.known(Field::Summary, row.summary),
        unit: None,
        owner_role: states.known(Field::OwnerRole, row.owner_role),
        steward: states.known(Field::Steward, row.steward),
        category: states.coded(Field::Category, row.category, Category::from_code)?,
        trigger: states.known(Field::Trigger, row.trigger),
        result: states.known(Field::Result, row.result),
        cases_per_year: states.figure(Field::CasesPerYear, row.cases_per_year)?,
        handling_minutes: states.figure(Field::HandlingMinutes, row.handling_minutes)?,
        lead_time_days: states.figure(Field::LeadTimeDays, row.lead_time_days)?,
        channels_in: states.channels(Field::ChannelsIn, row.channels_in)?,
        channels_out: states.channels(Field::ChannelsOut, row.channels_out)?,
        applications: Known::NotSurveyed,
        legal_basis: states.known(Field::LegalBasis, row.legal_basis),
        discretion: states.coded(Field::Discretion, row.discretion, discretion)?,
        personal_data: states.coded(Field::PersonalData, row.personal_data, PersonalData::from_code)?,
        tags: row.tags,
        status: source.code(&row.status, Status::from_code(&row.status))?,
        review_date: states.coded(Field::ReviewDate, row.review_date, parse_date)?,
    };
    Ok(DemoProcess {
        profile,
        unit: row.unit,
        applications: states.known(Field::Applications, row.applications),
    })
}

fn discretion(code: &str) -> Option<Discretion> {
    Discretion::ALL.into_iter().find(|value| value.code() == code)
}

/// Turns what a row holds into the three states.
struct States {
    source: Source,
    skipped: Vec<Field>,
}

impl States {
    fn known<T>(&self, field: Field, value: Option<T>) -> Known<T> {
        match value {
            Some(value) => Known::Value(value),
            None if self.skipped.contains(&field) => Known::NotApplicable,
            None => Known::NotSurveyed,
        }
    }

    fn coded<T>(
        &self,
        field: Field,
        code: Option<String>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Known<T>, DemoFault> {
        let value = code
            .map(|code| self.source.code(&code, read(&code)))
            .transpose()?;
        Ok(self.known(field, value))
    }

    fn figure(&self, field: Field, row: Option<FigureRow>) -> Result<Known<Figure>, DemoFault> {
        let figure = row.map(|row| {
            let quality = Quality::ALL
                .into_iter()
                .find(|quality| quality.code() == row.quality);
            Ok(Figure {
                value: row.value,
                year: row.year,
                quality: self.source.code(&row.quality, quality)?,
            })
        });
        Ok(self.known(field, figure.transpose()?))
    }

    fn channels(
        &self,
        field: Field,
        rows: Option<Vec<ChannelRow>>,
    ) -> Result<Known<Vec<ChannelShare>>, DemoFault> {
        let channels = rows.map(|rows| {
            rows.into_iter()
                .map(|row| {
                    Ok(ChannelShare {
                        channel: self.source.code(&row.channel, Channel::from_code(&row.channel))?,
                        share: row.share,
                    })
                })
                .collect::<Result<Vec<_>, _>>()
        });
        Ok(self.known(field, channels.transpose()?))
    }
}

/// Weights and answers.
pub(super) fn answers(bytes: &[u8]) -> Result<(Weights, Vec<DemoAnswer>), DemoFault> {
    let source = Source("answers.json");
    let file: AnswersFile = source.read(bytes)?;
    let groups = file
        .weights
        .into_iter()
        .map(|(group, weight)| Ok((source.code(&group, group.parse().ok())?, weight)))
        .collect::<Result<Vec<_>, _>>()?;
    let mut answers = Vec::new();
    for row in file.processes {
        for answer in row.answers {
            answers.push(DemoAnswer {
                process: row.process.clone(),
                question: answer.question,
                value: answer.value,
                reason: answer.reason,
            });
        }
    }
    Ok((Weights { groups }, answers))
}

/// Verdicts on findings.
pub(super) fn verdicts(bytes: &[u8]) -> Result<Vec<DemoVerdict>, DemoFault> {
    let source = Source("verdicts.json");
    let file: VerdictsFile = source.read(bytes)?;
    file.verdicts
        .into_iter()
        .map(|row| {
            Ok(DemoVerdict {
                verdict: source.code(&row.verdict, Verdict::from_code(&row.verdict))?,
                process: row.process,
                step: row.step,
                reason: row.reason,
            })
        })
        .collect()
}

/// Accounts.
pub(super) fn logins(bytes: &[u8]) -> Result<Vec<DemoLogin>, DemoFault> {
    let source = Source("accounts.json");
    let file: AccountsFile = source.read(bytes)?;
    file.accounts
        .into_iter()
        .map(|row| {
            Ok(DemoLogin {
                role: source.code(&row.role, Role::from_code(&row.role))?,
                login: row.login,
                name: row.name,
                scope: row.scope,
                password: row.password,
            })
        })
        .collect()
}
