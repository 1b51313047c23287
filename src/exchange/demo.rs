//! The demo town: the files of `fixtures/demo/`, embedded and turned into domain values.
//!
//! Units are named by their sign, applications by their name, processes by their number; keys are given by the
//! register when it takes the town in.

mod rows;

use crate::domain::account::Role;
use crate::domain::diagram::DiagramKind;
use crate::domain::finding::Verdict;
use crate::domain::known::Known;
use crate::domain::organisation::{Application, InterfaceState, Unit};
use crate::domain::profile::Profile;
use crate::domain::question::Weights;
use include_dir::{Dir, include_dir};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fixtures/demo");

/// A fault in an embedded file; a test of this module keeps it from happening.
#[derive(Debug, thiserror::Error)]
#[error("fixtures/demo/{file}: {what}")]
pub struct DemoFault {
    /// File below `fixtures/demo/`.
    pub file: &'static str,
    /// What is wrong.
    pub what: String,
}

/// A unit and the sign of the unit above.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoUnit {
    /// The unit, without keys.
    pub unit: Unit,
    /// Sign of the unit above; `None` for the town itself.
    pub above: Option<String>,
}

/// What is known about the way from one application to another, by their names.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoInterface {
    /// Source.
    pub from: String,
    /// Target.
    pub to: String,
    /// State.
    pub state: InterfaceState,
    /// Remark, may be empty.
    pub note: String,
}

/// A profile with the names of what it links to.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoProcess {
    /// The profile, without unit and applications.
    pub profile: Profile,
    /// Sign of its unit.
    pub unit: String,
    /// Names of its applications.
    pub applications: Known<Vec<String>>,
}

/// A drawn process.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DemoModel {
    /// Number of its process.
    pub process: &'static str,
    /// Ist or Soll.
    pub kind: DiagramKind,
    /// File name without folders.
    pub file_name: &'static str,
    /// The BPMN file.
    pub bytes: &'static [u8],
}

/// An answer of the coordinators.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoAnswer {
    /// Number of the process.
    pub process: String,
    /// Question id.
    pub question: String,
    /// 0 to 4.
    pub value: u8,
    /// Why.
    pub reason: String,
}

/// What was said about the findings of one step.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoVerdict {
    /// Number of the process.
    pub process: String,
    /// Name of the step in the Ist model.
    pub step: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
}

/// An account with its password, which everybody may know.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoLogin {
    /// Name to sign in with.
    pub login: String,
    /// Name that others see.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Sign of the top unit it may change; `None`: the whole town.
    pub scope: Option<String>,
    /// Password.
    pub password: String,
}

/// The whole town.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoTown {
    /// Name of the town.
    pub name: String,
    /// Units, parents before children.
    pub units: Vec<DemoUnit>,
    /// Applications.
    pub applications: Vec<Application>,
    /// Interfaces between them.
    pub interfaces: Vec<DemoInterface>,
    /// Profiles in the order of their numbers.
    pub processes: Vec<DemoProcess>,
    /// Why the released profiles were released.
    pub release_reason: String,
    /// Models in the order of their file names: Ist before Soll.
    pub models: Vec<DemoModel>,
    /// Weights of the questions.
    pub weights: Weights,
    /// Answers.
    pub answers: Vec<DemoAnswer>,
    /// Verdicts.
    pub verdicts: Vec<DemoVerdict>,
    /// Accounts.
    pub logins: Vec<DemoLogin>,
}

/// Reads the embedded files.
pub fn town() -> Result<DemoTown, DemoFault> {
    let (name, units) = rows::organisation(file("organisation.json")?)?;
    let (applications, interfaces) = rows::applications(file("applications.json")?)?;
    let (processes, release_reason) = rows::processes(file("processes.json")?)?;
    let (weights, answers) = rows::answers(file("answers.json")?)?;
    Ok(DemoTown {
        name,
        units,
        applications,
        interfaces,
        processes,
        release_reason,
        models: models(),
        weights,
        answers,
        verdicts: rows::verdicts(file("verdicts.json")?)?,
        logins: rows::logins(file("accounts.json")?)?,
    })
}

fn file(name: &'static str) -> Result<&'static [u8], DemoFault> {
    FILES.get_file(name).map(|file| file.contents()).ok_or(DemoFault {
        file: name,
        what: "missing".to_owned(),
    })
}

/// File names are `<number>-<slug>-<ist|soll>.bpmn`; the number itself has one dash (`32.1-01`).
fn models() -> Vec<DemoModel> {
    let mut models: Vec<DemoModel> = FILES
        .get_dir("models")
        .into_iter()
        .flat_map(|folder| folder.files())
        .filter_map(|file| {
            let file_name = file.path().file_name()?.to_str()?;
            let stem = file_name.strip_suffix(".bpmn")?;
            let kind = match stem.rsplit('-').next()? {
                "ist" => DiagramKind::AsIs,
                "soll" => DiagramKind::ToBe,
                _ => return None,
            };
            let (second_dash, _) = stem.match_indices('-').nth(1)?;
            Some(DemoModel {
                process: stem.get(..second_dash)?,
                kind,
                file_name,
                bytes: file.contents(),
            })
        })
        .collect();
    models.sort_by_key(|model| model.file_name);
    models
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use super::*;
    use crate::domain::profile::Category;
    use std::collections::BTreeSet;

    #[test]
    fn the_town_is_whole() {
        let town = town().unwrap();
        assert_eq!(town.processes.len(), 60);
        assert_eq!(town.models.len(), 19);
        let drawn: BTreeSet<_> = town.models.iter().map(|model| model.process).collect();
        assert_eq!(drawn.len(), 14);
        let kinds = |kind| town.units.iter().filter(|row| row.unit.kind == kind).count();
        use crate::domain::organisation::UnitKind::*;
        assert_eq!((kinds(Town), kinds(Division), kinds(Department)), (1, 4, 14));
        assert!(kinds(Team) >= 30);
        for category in Category::ALL {
            assert!(
                town.processes
                    .iter()
                    .any(|row| row.profile.category == Known::Value(*category))
            );
        }
        assert_eq!(town.logins.len(), Role::ALL.len());
        assert!(
            town.logins
                .iter()
                .all(|login| login.password.chars().count() >= 12)
        );
    }

    #[test]
    fn names_that_link_are_known() {
        let town = town().unwrap();
        let units: BTreeSet<_> = town.units.iter().map(|row| row.unit.sign.as_str()).collect();
        assert_eq!(units.len(), town.units.len(), "signs are unique");
        let applications: BTreeSet<_> = town.applications.iter().map(|app| app.name.as_str()).collect();
        assert_eq!(applications.len(), town.applications.len(), "names are unique");
        let numbers: BTreeSet<_> = town
            .processes
            .iter()
            .map(|row| row.profile.number.as_str())
            .collect();
        assert_eq!(numbers.len(), town.processes.len(), "numbers are unique");
        for interface in &town.interfaces {
            assert!(applications.contains(interface.from.as_str()), "{interface:?}");
            assert!(applications.contains(interface.to.as_str()), "{interface:?}");
        }
        for row in &town.processes {
            assert!(units.contains(row.unit.as_str()), "{}", row.unit);
            for name in row.applications.value().into_iter().flatten() {
                assert!(applications.contains(name.as_str()), "{name}");
            }
        }
        assert!(town.models.iter().all(|model| numbers.contains(model.process)));
        assert!(
            town.answers
                .iter()
                .all(|answer| numbers.contains(answer.process.as_str()) && answer.value <= 4)
        );
        for said in &town.verdicts {
            let model = town
                .models
                .iter()
                .find(|model| model.process == said.process)
                .unwrap();
            let text = std::str::from_utf8(model.bytes).unwrap();
            assert!(text.contains(&format!("name=\"{}\"", said.step)), "{}", said.step);
        }
    }

    #[test]
    fn shares_of_channels_add_up() {
        for row in town().unwrap().processes {
            for channels in [&row.profile.channels_in, &row.profile.channels_out] {
                let Known::Value(channels) = channels else {
                    continue;
                };
                let shares: Option<f64> = channels.iter().map(|channel| channel.share).sum();
                if let Some(sum) = shares {
                    assert!((sum - 1.0).abs() < 1e-9, "{}: {sum}", row.profile.number);
                }
            }
        }
    }

    #[test]
    fn models_are_read_without_warnings() {
        for model in town().unwrap().models {
            let (diagram, warnings) =
                crate::bpmn::read(model.bytes, &crate::bpmn::Limits::default()).unwrap();
            assert_eq!(warnings, vec![], "{}", model.file_name);
            assert_eq!(diagram.planes.len(), 1, "{}", model.file_name);
        }
    }
}
