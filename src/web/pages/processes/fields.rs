//! The profile as a form and back: every field can hold a value, not apply, or be left open ("not surveyed").
//!
//! Texts are read by `profile_text`, as everywhere; here they are only put together from the inputs of a field.

use crate::domain::known::{Known, Quality};
use crate::domain::message::Message;
use crate::domain::number_text;
use crate::domain::profile::{Channel, Field, Profile};
use crate::domain::profile_text::{self, NOT_APPLICABLE};
use crate::error::FieldError;
use crate::web::form::{Fields, fault};

/// The fields of a form that shows this profile.
pub(super) fn write(profile: &Profile) -> Fields {
    let mut fields = Fields::default();
    for field in Field::ALL {
        let code = field.code();
        match profile_text::get(profile, *field) {
            Known::Value(text) => put(&mut fields, *field, &text),
            Known::NotApplicable => fields.push(format!("{code}.none"), "1"),
            Known::NotSurveyed => {}
        }
    }
    fields
}

/// The parts of a canonical text in the inputs of its field.
fn put(fields: &mut Fields, field: Field, text: &str) {
    let code = field.code();
    match field {
        Field::CasesPerYear | Field::HandlingMinutes | Field::LeadTimeDays => {
            let mut parts = text.split(';');
            let number = parts.next().and_then(number_text::read).unwrap_or_default();
            fields.push(code, number.to_string().replace('.', ","));
            fields.push(format!("{code}.year"), parts.next().unwrap_or_default());
            fields.push(format!("{code}.quality"), parts.next().unwrap_or_default());
        }
        Field::ChannelsIn | Field::ChannelsOut => {
            for part in text.split(',') {
                let (channel, share) = part.split_once(':').unwrap_or((part, ""));
                fields.push(code, channel);
                if let Some(share) = number_text::read(share) {
                    let percent = (share * 1000.0).round() / 10.0;
                    fields.push(format!("{code}.{channel}"), percent.to_string().replace('.', ","));
                }
            }
        }
        Field::Applications => {
            for id in text.split(',') {
                fields.push(code, id);
            }
        }
        Field::Tags => fields.push(code, text.replace(',', ", ")),
        _ => fields.push(code, text),
    }
}

/// The profile that a form holds, or what is wrong with which field.
pub(super) fn read(fields: &Fields) -> Result<Profile, Vec<FieldError>> {
    let mut profile = profile_text::empty_profile();
    let mut faults = Vec::new();
    for field in Field::ALL {
        let text = joined(fields, *field);
        let none = fields.ticked(&format!("{}.none", field.code()));
        let value = match (text.is_empty(), none) {
            (true, true) => Known::Value(NOT_APPLICABLE),
            (true, false) => Known::NotSurveyed,
            (false, false) => Known::Value(text.as_str()),
            (false, true) => {
                faults.push(fault(field.code(), Message::new("web-fault-either")));
                continue;
            }
        };
        if let Err(message) = profile_text::set(&mut profile, *field, value) {
            faults.push(fault(field.code(), message));
        }
    }
    if profile.name.is_empty() && !faults.iter().any(|fault| fault.field == "name") {
        faults.insert(0, fault("name", Message::new("web-fault-name")));
    }
    if faults.is_empty() {
        Ok(profile)
    } else {
        Err(faults)
    }
}

/// The inputs of a field as one text.
fn joined(fields: &Fields, field: Field) -> String {
    let code = field.code();
    match field {
        Field::CasesPerYear | Field::HandlingMinutes | Field::LeadTimeDays => {
            let number = fields.get(code);
            let year = fields.get(&format!("{code}.year"));
            let quality = match fields.get(&format!("{code}.quality")) {
                "" => Quality::Estimated.code(),
                quality => quality,
            };
            if number.is_empty() {
                String::new()
            } else {
                format!("{number};{year};{quality}")
            }
        }
        Field::ChannelsIn | Field::ChannelsOut => {
            let parts: Vec<String> = Channel::ALL
                .iter()
                .filter_map(|channel| {
                    let channel = channel.code();
                    let share = fields
                        .get(&format!("{code}.{channel}"))
                        .trim_end_matches('%')
                        .trim();
                    match (fields.has(code, channel), share) {
                        (true, "") => Some(channel.to_owned()),
                        (false, "" | "0") => None,
                        // A share says that the channel is in use, ticked or not.
                        (_, share) => Some(format!("{channel}:{share}%")),
                    }
                })
                .collect();
            parts.join(";")
        }
        Field::Applications => fields.all(code).collect::<Vec<_>>().join(","),
        _ => fields.get(code).to_owned(),
    }
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
    use crate::domain::profile::Status;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.push(*name, *value);
        }
        fields
    }

    #[test]
    fn an_empty_form_knows_nothing_but_its_name() {
        let profile = read(&fields(&[
            ("name", "Hund zur Steuer anmelden"),
            ("cases_per_year.quality", "estimated"),
        ]))
        .unwrap();
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
            ("channels_in.post", "62,5"),
            ("channels_in", "email"),
            ("applications", "3"),
            ("applications", "1"),
            ("channels_out.none", "1"),
            ("tags", "Steuer, Hund ,Steuer"),
            ("review_date", "31.1.2027"),
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
