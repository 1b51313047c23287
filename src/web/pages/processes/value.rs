//! The value of a field of the profile in words: on the page of a process and in its history.

use crate::domain::ids::UnitId;
use crate::domain::profile::{Field, Profile};
use crate::register::Organisation;
use crate::text::Lang;
use crate::web::choice::{application_name, unit_name};
use crate::web::words::{self, Shown};

/// The value of a field in words; units and applications by their names.
pub(super) fn value(lang: Lang, organisation: &Organisation, profile: &Profile, field: Field) -> Shown {
    let text = |known| words::known(lang, known, Clone::clone);
    match field {
        Field::Number => Shown::plain(&profile.number),
        Field::Name => Shown::plain(&profile.name),
        Field::Summary => text(&profile.summary),
        Field::Unit => match profile.unit {
            Some(unit) => Shown::plain(path(organisation, unit)),
            None => Shown::unknown(lang),
        },
        Field::OwnerRole => text(&profile.owner_role),
        Field::Steward => text(&profile.steward),
        Field::Category => words::known(lang, &profile.category, |value| words::category(lang, *value)),
        Field::Trigger => text(&profile.trigger),
        Field::Result => text(&profile.result),
        Field::CasesPerYear => words::figure(lang, &profile.cases_per_year, "web-unit-cases"),
        Field::HandlingMinutes => words::figure(lang, &profile.handling_minutes, "web-unit-minutes"),
        Field::LeadTimeDays => words::figure(lang, &profile.lead_time_days, "web-unit-days"),
        Field::ChannelsIn => words::known(lang, &profile.channels_in, |list| words::channels(lang, list)),
        Field::ChannelsOut => words::known(lang, &profile.channels_out, |list| words::channels(lang, list)),
        Field::Applications => words::known(lang, &profile.applications, |list| {
            list.iter()
                .map(|id| application_name(organisation, *id))
                .collect::<Vec<_>>()
                .join(", ")
        }),
        Field::LegalBasis => text(&profile.legal_basis),
        Field::Discretion => words::known(lang, &profile.discretion, |value| words::discretion(lang, *value)),
        Field::PersonalData => words::known(lang, &profile.personal_data, |value| {
            words::personal_data(lang, *value)
        }),
        Field::Tags if profile.tags.is_empty() => Shown {
            text: lang.text("web-no-tags"),
            note: String::new(),
            unknown: true,
        },
        Field::Tags => Shown::plain(profile.tags.join(", ")),
        Field::Status => Shown::plain(words::status(lang, profile.status)),
        Field::ReviewDate => words::known(lang, &profile.review_date, |date| lang.date(*date)),
    }
}

/// Names from below the town down to the unit. A circle ends after as many steps as there are units.
fn path(organisation: &Organisation, unit: UnitId) -> String {
    let parent = |id: &UnitId| {
        organisation
            .units
            .iter()
            .find(|unit| unit.id == *id)
            .and_then(|unit| unit.parent)
    };
    let mut names: Vec<String> = std::iter::successors(Some(unit), parent)
        .take(organisation.units.len())
        .filter(|id| parent(id).is_some() || *id == unit)
        .map(|id| unit_name(organisation, id))
        .collect();
    names.reverse();
    names.join(" › ")
}
