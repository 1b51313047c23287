//! The profile of a process.

use super::fields::Fields;
use super::known::{FigureJson, KnownJson};
use crate::domain::annotation::Discretion;
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::known::Known;
use crate::domain::message::Message;
use crate::domain::profile::{Category, Channel, ChannelShare, PersonalData, Profile, Status};
use crate::domain::time::parse_date;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// A channel with its share of the cases.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ChannelJson {
    /// `counter`, `phone`, `post`, `fax`, `email`, `web-form`, `online-service`, `internal-mail` or `application`.
    pub channel: &'static str,
    /// Share of the cases, 0 to 1; `null`: not surveyed.
    pub share: Option<f64>,
}

/// What people said about a process. Fields with three states: the value, `null` (not surveyed) or `"not_applicable"`.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProfileJson {
    /// The town's own number; unique.
    pub number: String,
    /// Object and verb.
    pub name: String,
    /// What happens.
    pub summary: KnownJson<String>,
    /// Key of the unit answerable.
    pub unit: Option<i64>,
    /// The role answerable.
    pub owner_role: KnownJson<String>,
    /// Who keeps profile and model up to date.
    pub steward: KnownJson<String>,
    /// `steering`, `core` or `support`.
    pub category: KnownJson<String>,
    /// What starts it.
    pub trigger: KnownJson<String>,
    /// What it yields.
    pub result: KnownJson<String>,
    /// Cases per year. May enter as a plain number.
    pub cases_per_year: KnownJson<FigureJson>,
    /// Working minutes per case. May enter as a plain number.
    pub handling_minutes: KnownJson<FigureJson>,
    /// Lead time in calendar days. May enter as a plain number.
    pub lead_time_days: KnownJson<FigureJson>,
    /// How it comes in. May enter as a list of words.
    pub channels_in: KnownJson<Vec<ChannelJson>>,
    /// How the result goes out. May enter as a list of words.
    pub channels_out: KnownJson<Vec<ChannelJson>>,
    /// Keys of the software in use.
    pub applications: KnownJson<Vec<i64>>,
    /// Laws, by-laws.
    pub legal_basis: KnownJson<String>,
    /// `none`, `judgement` or `discretion`.
    pub discretion: KnownJson<String>,
    /// `none`, `ordinary` or `special`.
    pub personal_data: KnownJson<String>,
    /// Free tags.
    pub tags: Vec<String>,
    /// `draft`, `in-review`, `released` or `outdated`.
    pub status: &'static str,
    /// Day of the next review, ISO date.
    pub review_date: KnownJson<String>,
}

impl From<&Profile> for ProfileJson {
    fn from(profile: &Profile) -> ProfileJson {
        let text = |known: &Known<String>| KnownJson::from_known(known, String::clone);
        let channels = |known: &Known<Vec<ChannelShare>>| {
            KnownJson::from_known(known, |shares| {
                shares
                    .iter()
                    .map(|share| ChannelJson {
                        channel: share.channel.code(),
                        share: share.share,
                    })
                    .collect()
            })
        };
        ProfileJson {
            number: profile.number.clone(),
            name: profile.name.clone(),
            summary: text(&profile.summary),
            unit: profile.unit.map(|unit| unit.0),
            owner_role: text(&profile.owner_role),
            steward: text(&profile.steward),
            category: KnownJson::from_known(&profile.category, |category| category.code().to_owned()),
            trigger: text(&profile.trigger),
            result: text(&profile.result),
            cases_per_year: KnownJson::from_known(&profile.cases_per_year, |figure| FigureJson::from(figure)),
            handling_minutes: KnownJson::from_known(&profile.handling_minutes, |figure| {
                FigureJson::from(figure)
            }),
            lead_time_days: KnownJson::from_known(&profile.lead_time_days, |figure| FigureJson::from(figure)),
            channels_in: channels(&profile.channels_in),
            channels_out: channels(&profile.channels_out),
            applications: KnownJson::from_known(&profile.applications, |ids| {
                ids.iter().map(|id| id.0).collect()
            }),
            legal_basis: text(&profile.legal_basis),
            discretion: KnownJson::from_known(&profile.discretion, |discretion| discretion.code().to_owned()),
            personal_data: KnownJson::from_known(&profile.personal_data, |data| data.code().to_owned()),
            tags: profile.tags.clone(),
            status: profile.status.code(),
            review_date: KnownJson::from_known(&profile.review_date, ToString::to_string),
        }
    }
}

fn codes<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> Vec<(&'static str, T)> {
    all.iter().map(|value| (code(*value), *value)).collect()
}

/// Reads the fields of a profile over `base`: what is not there stays as it is in `base`.
pub fn read_profile(fields: &mut Fields, base: Profile) -> Profile {
    let mut profile = base;
    if let Some(number) = fields.take_text("number") {
        profile.number = number;
    }
    if let Some(name) = fields.take_text("name") {
        profile.name = name;
    }
    for (name, slot) in [
        ("summary", &mut profile.summary),
        ("owner_role", &mut profile.owner_role),
        ("steward", &mut profile.steward),
        ("trigger", &mut profile.trigger),
        ("result", &mut profile.result),
        ("legal_basis", &mut profile.legal_basis),
    ] {
        if let Some(known) = fields.take_known(name, Fields::text) {
            *slot = known;
        }
    }
    for (name, slot) in [
        ("cases_per_year", &mut profile.cases_per_year),
        ("handling_minutes", &mut profile.handling_minutes),
        ("lead_time_days", &mut profile.lead_time_days),
    ] {
        if let Some(known) = fields.take_known(name, Fields::figure) {
            *slot = known;
        }
    }
    for (name, slot) in [
        ("channels_in", &mut profile.channels_in),
        ("channels_out", &mut profile.channels_out),
    ] {
        if let Some(known) = fields.take_known(name, channels) {
            *slot = known;
        }
    }
    if let Some(unit) = fields.take("unit") {
        profile.unit = match unit {
            Value::Null => None,
            value => key(fields, "unit", &value).map(UnitId),
        };
    }
    if let Some(known) = fields.take_known("applications", applications) {
        profile.applications = known;
    }
    if let Some(known) = coded(fields, "category", &codes(Category::ALL, Category::code)) {
        profile.category = known;
    }
    if let Some(known) = coded(fields, "discretion", &codes(&Discretion::ALL, Discretion::code)) {
        profile.discretion = known;
    }
    if let Some(known) = coded(
        fields,
        "personal_data",
        &codes(PersonalData::ALL, PersonalData::code),
    ) {
        profile.personal_data = known;
    }
    if let Some(tags) = fields.take_list("tags") {
        let mut read: Vec<String> = tags
            .into_iter()
            .filter_map(|tag| fields.text("tags", tag))
            .map(|tag| tag.trim().to_owned())
            .collect();
        read.sort();
        read.dedup();
        profile.tags = read;
    }
    if let Some(status) = fields.take_code("status", &codes(Status::ALL, Status::code)) {
        profile.status = status;
    }
    if let Some(known) = fields.take_known("review_date", |fields, field, value| {
        let date = value.as_str().and_then(parse_date);
        if date.is_none() {
            fields.fault(field, Message::new("api-field-date"));
        }
        date
    }) {
        profile.review_date = known;
    }
    profile
}

fn coded<T: Copy>(fields: &mut Fields, field: &str, codes: &[(&str, T)]) -> Option<Known<T>> {
    fields.take_known(field, |fields, field, value| match value {
        Value::String(text) => fields.code(field, &text, codes),
        _ => {
            fields.fault(field, Message::new("api-field-text"));
            None
        }
    })
}

fn key(fields: &mut Fields, field: &str, value: &Value) -> Option<i64> {
    let key = value.as_i64();
    if key.is_none() {
        fields.fault(field, Message::new("api-field-integer"));
    }
    key
}

fn list(fields: &mut Fields, field: &str, value: Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(items) => Some(items),
        _ => {
            fields.fault(field, Message::new("api-field-list"));
            None
        }
    }
}

fn applications(fields: &mut Fields, field: &str, value: Value) -> Option<Vec<ApplicationId>> {
    list(fields, field, value)?
        .iter()
        .map(|item| key(fields, field, item).map(ApplicationId))
        .collect()
}

fn channels(fields: &mut Fields, field: &str, value: Value) -> Option<Vec<ChannelShare>> {
    let known = codes(Channel::ALL, Channel::code);
    let items = list(fields, field, value)?;
    items
        .into_iter()
        .map(|item| match item {
            Value::String(word) => fields
                .code(field, &word, &known)
                .map(|channel| ChannelShare { channel, share: None }),
            Value::Object(map) => {
                let mut inner = Fields::new(map);
                let channel = inner.take_code("channel", &known);
                let share = inner.take_number("share", 0.0, 1.0);
                inner.require("channel", channel.is_some());
                fields.adopt(field, inner);
                channel.map(|channel| ChannelShare { channel, share })
            }
            _ => {
                fields.fault(field, Message::new("api-field-list"));
                None
            }
        })
        .collect()
}
