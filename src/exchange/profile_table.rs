//! A profile as a row of a table: canonical texts, names instead of keys.

use super::heading::{Column, columns};
use crate::domain::folding::fold;
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::known::Known;
use crate::domain::message::Message;
use crate::domain::organisation::{Application, Unit};
use crate::domain::profile::{Field, Profile};
use crate::domain::profile_text;
use crate::text::Lang;

/// The catalogues that turn keys into names and names into keys.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// Units.
    pub units: &'a [Unit],
    /// Applications.
    pub applications: &'a [Application],
}

impl Names<'_> {
    /// How a unit is written: sign and name.
    fn unit_text(unit: &Unit) -> String {
        if unit.sign.is_empty() {
            unit.name.clone()
        } else {
            format!("{} {}", unit.sign, unit.name)
        }
    }

    /// The unit a text means: sign and name, name, or sign.
    fn unit(&self, text: &str) -> Option<UnitId> {
        let wanted = fold(text.trim());
        let forms: [fn(&Unit) -> String; 3] = [
            Names::unit_text,
            |unit| unit.name.clone(),
            |unit| unit.sign.clone(),
        ];
        forms.into_iter().find_map(|form| {
            self.units
                .iter()
                .find(|unit| fold(&form(unit)) == wanted)
                .map(|unit| unit.id)
        })
    }

    /// The application a text means: its name or an alias.
    fn application(&self, text: &str) -> Option<ApplicationId> {
        let wanted = fold(text.trim());
        self.applications
            .iter()
            .find(|application| {
                fold(&application.name) == wanted
                    || application.aliases.iter().any(|alias| fold(alias) == wanted)
            })
            .map(|application| application.id)
    }
}

/// The cells of a profile in the order of [`columns`]. German numbers get a decimal comma.
pub fn row_of(profile: &Profile, names: &Names<'_>, lang: Lang) -> Vec<String> {
    columns()
        .into_iter()
        .map(|column| cell(profile, column, names, lang))
        .collect()
}

fn cell(profile: &Profile, column: Column, names: &Names<'_>, lang: Lang) -> String {
    let text = |field| profile_text::encode(profile_text::get(profile, field)).unwrap_or_default();
    match column {
        Column::Value(Field::Unit) => names
            .units
            .iter()
            .find(|unit| Some(unit.id) == profile.unit)
            .map(Names::unit_text)
            .unwrap_or_default(),
        Column::Value(Field::Applications) => match &profile.applications {
            Known::Value(ids) => ids
                .iter()
                .filter_map(|id| names.applications.iter().find(|one| one.id == *id))
                .map(|one| one.name.as_str())
                .collect::<Vec<_>>()
                .join("; "),
            _ => text(Field::Applications),
        },
        Column::Value(field @ (Field::CasesPerYear | Field::HandlingMinutes | Field::LeadTimeDays)) => {
            let number = part(&text(field), 0);
            match lang {
                Lang::De => number.replace('.', ","),
                Lang::En => number,
            }
        }
        Column::Value(field) => text(field),
        Column::Year(field) => part(&text(field), 1),
        Column::Quality(field) => part(&text(field), 2),
    }
}

/// A part of the canonical text of a figure (`value;year;quality`).
fn part(text: &str, place: usize) -> String {
    text.split(';').nth(place).unwrap_or_default().to_owned()
}

/// Sets the fields of a row. Columns that are not there change nothing. Faults refuse the row; names nobody knows are warnings.
pub fn apply_row(
    profile: &mut Profile,
    header: &[Option<Column>],
    cells: &[String],
    names: &Names<'_>,
) -> (Vec<(Field, Message)>, Vec<Message>) {
    let (mut faults, mut warnings) = (Vec::new(), Vec::new());
    let find = |wanted: Column| {
        header
            .iter()
            .position(|column| *column == Some(wanted))
            .map(|place| cells.get(place).map(String::as_str).unwrap_or_default().trim())
    };
    for field in Field::ALL.iter().copied() {
        let Some(text) = find(Column::Value(field)) else {
            continue;
        };
        let text = match field {
            Field::Unit => keys(
                text,
                &["\n"],
                |name| names.unit(name).map(|id| id.0),
                &mut warnings,
            ),
            Field::Applications => keys(
                text,
                &[";", "\n"],
                |name| names.application(name).map(|id| id.0),
                &mut warnings,
            ),
            _ => {
                let year = find(Column::Year(field)).unwrap_or_default();
                let quality = find(Column::Quality(field)).unwrap_or_default();
                let plain = text.is_empty() || text == profile_text::NOT_APPLICABLE || text.contains(';');
                if plain || (year.is_empty() && quality.is_empty()) {
                    text.to_owned()
                } else {
                    format!("{text};{year};{quality}")
                }
            }
        };
        if let Err(message) = profile_text::set(profile, field, profile_text::decode(Some(&text))) {
            faults.push((field, message));
        }
    }
    (faults, warnings)
}

/// Names turned into keys; unknown ones are left out with a warning.
fn keys(
    text: &str,
    separators: &[&str],
    find: impl Fn(&str) -> Option<i64>,
    warnings: &mut Vec<Message>,
) -> String {
    if text.is_empty() || text == profile_text::NOT_APPLICABLE {
        return text.to_owned();
    }
    let mut parts = vec![text];
    for separator in separators {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    let mut found = Vec::new();
    for name in parts.into_iter().map(str::trim).filter(|name| !name.is_empty()) {
        match find(name) {
            Some(key) => found.push(key.to_string()),
            None => {
                let shown: String = name.chars().take(60).collect();
                warnings.push(Message::new("exchange-name-unknown").with("name", shown));
            }
        }
    }
    found.join(",")
}
