//! The profile as a form and back: every field can hold a value, not apply, or be left open ("not surveyed").

use crate::domain::annotation::Discretion;
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::known::{Figure, Known, Quality};
use crate::domain::message::Message;
use crate::domain::profile::{Category, Channel, ChannelShare, Field, PersonalData, Profile, Status};
use crate::domain::time::{Date, parse_date};
use crate::error::FieldError;
use crate::web::form::{Fields, fault};
use crate::web::words::percent;

/// The fields of a form that shows this profile.
pub(super) fn write(profile: &Profile) -> Fields {
    let mut fields = Fields::default();
    fields.push("number", &profile.number);
    fields.push("name", &profile.name);
    fields.push(
        "unit",
        profile.unit.map(|unit| unit.to_string()).unwrap_or_default(),
    );
    fields.push("tags", profile.tags.join(", "));
    fields.push("status", profile.status.code());
    for (field, value) in [
        (Field::Summary, &profile.summary),
        (Field::OwnerRole, &profile.owner_role),
        (Field::Steward, &profile.steward),
        (Field::Trigger, &profile.trigger),
        (Field::Result, &profile.result),
        (Field::LegalBasis, &profile.legal_basis),
    ] {
        put(&mut fields, field, value, Clone::clone);
    }
    put(&mut fields, Field::Category, &profile.category, |value| {
        value.code().to_owned()
    });
    put(&mut fields, Field::Discretion, &profile.discretion, |value| {
        value.code().to_owned()
    });
    put(
        &mut fields,
        Field::PersonalData,
        &profile.personal_data,
        |value| value.code().to_owned(),
    );
    put(
        &mut fields,
        Field::ReviewDate,
        &profile.review_date,
        Date::to_string,
    );
    for (field, value) in [
        (Field::CasesPerYear, &profile.cases_per_year),
        (Field::HandlingMinutes, &profile.handling_minutes),
        (Field::LeadTimeDays, &profile.lead_time_days),
    ] {
        put(&mut fields, field, value, |figure| plain(figure.value));
        if let Known::Value(figure) = value {
            let code = field.code();
            fields.push(
                format!("{code}.year"),
                figure.year.map(|year| year.to_string()).unwrap_or_default(),
            );
            fields.push(format!("{code}.quality"), figure.quality.code());
        }
    }
    put_channels(&mut fields, Field::ChannelsIn, &profile.channels_in);
    put_channels(&mut fields, Field::ChannelsOut, &profile.channels_out);
    match &profile.applications {
        Known::Value(list) => {
            for id in list {
                fields.push(Field::Applications.code(), id.to_string());
            }
        }
        Known::NotApplicable => fields.push("applications.none", "1"),
        Known::NotSurveyed => {}
    }
    fields
}

fn put<T>(fields: &mut Fields, field: Field, value: &Known<T>, say: impl FnOnce(&T) -> String) {
    match value {
        Known::Value(value) => fields.push(field.code(), say(value)),
        Known::NotApplicable => fields.push(format!("{}.none", field.code()), "1"),
        Known::NotSurveyed => {}
    }
}

fn put_channels(fields: &mut Fields, field: Field, value: &Known<Vec<ChannelShare>>) {
    match value {
        Known::Value(list) => {
            for share in list {
                let code = share.channel.code();
                fields.push(field.code(), code);
                if let Some(part) = share.share {
                    fields.push(format!("{}.{code}", field.code()), percent(part).to_string());
                }
            }
        }
        Known::NotApplicable => fields.push(format!("{}.none", field.code()), "1"),
        Known::NotSurveyed => {}
    }
}

/// A number as an input takes it back, with a comma.
fn plain(number: f64) -> String {
    number.to_string().replace('.', ",")
}

/// The profile that a form holds, or what is wrong with which field.
pub(super) fn read(fields: &Fields) -> Result<Profile, Vec<FieldError>> {
    let mut faults = Vec::new();
    let profile = Profile {
        number: fields.get("number").to_owned(),
        name: fields.get("name").to_owned(),
        summary: text(fields, Field::Summary, &mut faults),
        unit: fields.get("unit").parse().ok().map(UnitId),
        owner_role: text(fields, Field::OwnerRole, &mut faults),
        steward: text(fields, Field::Steward, &mut faults),
        category: known(fields, Field::Category, &mut faults, Category::from_code),
        trigger: text(fields, Field::Trigger, &mut faults),
        result: text(fields, Field::Result, &mut faults),
        cases_per_year: figure(fields, Field::CasesPerYear, &mut faults),
        handling_minutes: figure(fields, Field::HandlingMinutes, &mut faults),
        lead_time_days: figure(fields, Field::LeadTimeDays, &mut faults),
        channels_in: channels(fields, Field::ChannelsIn, &mut faults),
        channels_out: channels(fields, Field::ChannelsOut, &mut faults),
        applications: applications(fields, &mut faults),
        legal_basis: text(fields, Field::LegalBasis, &mut faults),
        discretion: known(fields, Field::Discretion, &mut faults, |code| {
            Discretion::ALL.into_iter().find(|value| value.code() == code)
        }),
        personal_data: known(fields, Field::PersonalData, &mut faults, PersonalData::from_code),
        tags: tags(fields.get("tags")),
        status: Status::from_code(fields.get("status")).unwrap_or(Status::Draft),
        review_date: known(fields, Field::ReviewDate, &mut faults, parse_date),
    };
    if profile.name.is_empty() {
        faults.insert(0, fault("name", Message::new("web-fault-name")));
    }
    if faults.is_empty() {
        Ok(profile)
    } else {
        Err(faults)
    }
}

/// A field with a value, the box "does not apply", or nothing. Both at once is a contradiction.
fn known<T>(
    fields: &Fields,
    field: Field,
    faults: &mut Vec<FieldError>,
    read: impl FnOnce(&str) -> Option<T>,
) -> Known<T> {
    let given = fields.get(field.code());
    let none = fields.ticked(&format!("{}.none", field.code()));
    match (given.is_empty(), none) {
        (true, true) => Known::NotApplicable,
        (true, false) => Known::NotSurveyed,
        (false, true) => {
            faults.push(fault(field.code(), Message::new("web-fault-either")));
            Known::NotSurveyed
        }
        (false, false) => match read(given) {
            Some(value) => Known::Value(value),
            None => {
                let id = match field {
                    Field::ReviewDate => "web-fault-date",
                    Field::CasesPerYear | Field::HandlingMinutes | Field::LeadTimeDays => "web-fault-number",
                    _ => "web-fault-choice",
                };
                faults.push(fault(field.code(), Message::new(id)));
                Known::NotSurveyed
            }
        },
    }
}

fn text(fields: &Fields, field: Field, faults: &mut Vec<FieldError>) -> Known<String> {
    known(fields, field, faults, |text| Some(text.to_owned()))
}

fn figure(fields: &Fields, field: Field, faults: &mut Vec<FieldError>) -> Known<Figure> {
    let value = known(fields, field, faults, crate::web::form::number);
    let year = fields.get(&format!("{}.year", field.code()));
    let year = match (year.is_empty(), year.parse::<i16>()) {
        (true, _) => None,
        (false, Ok(year)) if (1990..=2100).contains(&year) => Some(year),
        _ => {
            faults.push(fault(field.code(), Message::new("web-fault-year")));
            None
        }
    };
    let quality = fields.get(&format!("{}.quality", field.code()));
    let quality = Quality::ALL
        .into_iter()
        .find(|value| value.code() == quality)
        .unwrap_or(Quality::Estimated);
    value.map(|value| Figure { value, year, quality })
}

fn channels(fields: &Fields, field: Field, faults: &mut Vec<FieldError>) -> Known<Vec<ChannelShare>> {
    let mut list = Vec::new();
    for channel in Channel::ALL {
        let name = format!("{}.{}", field.code(), channel.code());
        let share = fields.number(&name).unwrap_or_else(|_| {
            faults.push(fault(field.code(), Message::new("web-fault-number")));
            None
        });
        if share.is_some_and(|share| share > 100.0) {
            faults.push(fault(field.code(), Message::new("web-fault-percent")));
        }
        // A share says that the channel is in use, ticked or not.
        if fields.has(field.code(), channel.code()) || share.is_some_and(|share| share > 0.0) {
            list.push(ChannelShare {
                channel: *channel,
                share: share.map(|share| share / 100.0),
            });
        }
    }
    several(fields, field, list, faults)
}

fn applications(fields: &Fields, faults: &mut Vec<FieldError>) -> Known<Vec<ApplicationId>> {
    let list = fields
        .all(Field::Applications.code())
        .filter_map(|id| id.parse().ok())
        .map(ApplicationId)
        .collect();
    several(fields, Field::Applications, list, faults)
}

fn several<T>(fields: &Fields, field: Field, list: Vec<T>, faults: &mut Vec<FieldError>) -> Known<Vec<T>> {
    let none = fields.ticked(&format!("{}.none", field.code()));
    match (list.is_empty(), none) {
        (true, true) => Known::NotApplicable,
        (true, false) => Known::NotSurveyed,
        (false, true) => {
            faults.push(fault(field.code(), Message::new("web-fault-either")));
            Known::NotSurveyed
        }
        (false, false) => Known::Value(list),
    }
}

/// Tags separated by commas: trimmed, sorted, without doubles.
fn tags(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = text
        .split([',', ';'])
        .map(|tag| tag.trim().to_owned())
        .filter(|tag| !tag.is_empty())
        .collect();
    tags.sort();
    tags.dedup();
    tags
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

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.push(*name, *value);
        }
        fields
    }

    #[test]
    fn an_empty_form_knows_nothing_but_its_name() {
        let profile = read(&fields(&[("name", "Hund zur Steuer anmelden")])).unwrap();
        assert_eq!(profile.cases_per_year, Known::NotSurveyed);
        assert_eq!(profile.channels_in, Known::NotSurveyed);
        assert_eq!(profile.applications, Known::NotSurveyed);
        assert_eq!(profile.status, Status::Draft);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let profile = read(&fields(&[
            ("name", "Hund zur Steuer anmelden"),
            ("number", "20-03"),
            ("unit", "7"),
            ("summary.none", "1"),
            ("cases_per_year", "1.240"),
            ("cases_per_year.year", "2025"),
            ("cases_per_year.quality", "measured"),
            ("handling_minutes", "12,5"),
            ("channels_in", "post"),
            ("channels_in.post", "60"),
            ("channels_in", "email"),
            ("applications", "3"),
            ("applications", "1"),
            ("channels_out.none", "1"),
            ("tags", "Steuer, Hund ,Steuer"),
            ("review_date", "2027-01-31"),
            ("discretion", "none"),
        ]))
        .unwrap();
        assert_eq!(profile.cases_per_year.value().unwrap().value, 1240.0);
        assert_eq!(profile.handling_minutes.value().unwrap().value, 12.5);
        assert_eq!(profile.tags, ["Hund", "Steuer"]);
        assert_eq!(read(&write(&profile)).unwrap(), profile);
    }

    #[test]
    fn faults_name_their_field() {
        let faults = read(&fields(&[
            ("name", ""),
            ("cases_per_year", "viele"),
            ("trigger", "Antrag"),
            ("trigger.none", "1"),
            ("review_date", "morgen"),
            ("channels_in.post", "140"),
        ]))
        .unwrap_err();
        let names: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(
            names,
            ["name", "trigger", "cases_per_year", "channels_in", "review_date"]
        );
    }
}
