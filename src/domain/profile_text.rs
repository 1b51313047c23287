//! The canonical text of each field of a profile: what the store keeps, revisions compare, CSV and forms show.
//!
//! Reading is lenient (German numbers and dates, percent), writing is canonical: `get` gives what `set` gave back.

use super::annotation::Discretion;
use super::ids::{ApplicationId, UnitId};
use super::known::{Figure, Known, Quality};
use super::message::Message;
use super::number_text;
use super::profile::{Category, Channel, ChannelShare, Field, PersonalData, Profile, Status};
use super::time::{Date, parse_date};

/// How "does not apply" is written where there is only one text for a field.
pub const NOT_APPLICABLE: &str = "-";

/// Largest number of a figure.
pub const LARGEST_NUMBER: f64 = 1e12;

/// Most tags of a profile, most characters of one.
const TAGS: (usize, usize) = (30, 60);

/// Most characters of the text of a field; `None`: not a free text.
pub fn max_chars(field: Field) -> Option<usize> {
    match field {
        Field::Number => Some(40),
        Field::Name | Field::OwnerRole | Field::Steward => Some(200),
        Field::Summary => Some(4_000),
        Field::Trigger | Field::Result | Field::LegalBasis => Some(2_000),
        _ => None,
    }
}

/// A profile about which nothing is known yet.
pub fn empty_profile() -> Profile {
    Profile {
        number: String::new(),
        name: String::new(),
        summary: Known::NotSurveyed,
        unit: None,
        owner_role: Known::NotSurveyed,
        steward: Known::NotSurveyed,
        category: Known::NotSurveyed,
        trigger: Known::NotSurveyed,
        result: Known::NotSurveyed,
        cases_per_year: Known::NotSurveyed,
        handling_minutes: Known::NotSurveyed,
        lead_time_days: Known::NotSurveyed,
        channels_in: Known::NotSurveyed,
        channels_out: Known::NotSurveyed,
        applications: Known::NotSurveyed,
        legal_basis: Known::NotSurveyed,
        discretion: Known::NotSurveyed,
        personal_data: Known::NotSurveyed,
        tags: Vec::new(),
        status: Status::Draft,
        review_date: Known::NotSurveyed,
    }
}

/// One text for the three states: `None` not surveyed, `-` does not apply.
pub fn encode(value: Known<String>) -> Option<String> {
    match value {
        Known::Value(text) => Some(text),
        Known::NotApplicable => Some(NOT_APPLICABLE.to_owned()),
        Known::NotSurveyed => None,
    }
}

/// Reads what `encode` wrote; an empty text is not surveyed.
pub fn decode(text: Option<&str>) -> Known<&str> {
    match text.map(str::trim) {
        None | Some("") => Known::NotSurveyed,
        Some(NOT_APPLICABLE) => Known::NotApplicable,
        Some(text) => Known::Value(text),
    }
}

/// The canonical text of a field. Empty number, name, unit and tags are "not surveyed".
pub fn get(profile: &Profile, field: Field) -> Known<String> {
    match field {
        Field::Number => filled(profile.number.clone()),
        Field::Name => filled(profile.name.clone()),
        Field::Summary => profile.summary.clone(),
        Field::Unit => profile
            .unit
            .map_or(Known::NotSurveyed, |unit| Known::Value(unit.to_string())),
        Field::OwnerRole => profile.owner_role.clone(),
        Field::Steward => profile.steward.clone(),
        Field::Category => profile
            .category
            .clone()
            .map(|category| category.code().to_owned()),
        Field::Trigger => profile.trigger.clone(),
        Field::Result => profile.result.clone(),
        Field::CasesPerYear => profile.cases_per_year.clone().map(figure_text),
        Field::HandlingMinutes => profile.handling_minutes.clone().map(figure_text),
        Field::LeadTimeDays => profile.lead_time_days.clone().map(figure_text),
        Field::ChannelsIn => profile.channels_in.clone().map(|shares| channels_text(&shares)),
        Field::ChannelsOut => profile.channels_out.clone().map(|shares| channels_text(&shares)),
        Field::Applications => profile
            .applications
            .clone()
            .map(|ids| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")),
        Field::LegalBasis => profile.legal_basis.clone(),
        Field::Discretion => profile.discretion.clone().map(|value| value.code().to_owned()),
        Field::PersonalData => profile.personal_data.clone().map(|value| value.code().to_owned()),
        Field::Tags => filled(profile.tags.join(",")),
        Field::Status => Known::Value(profile.status.code().to_owned()),
        Field::ReviewDate => profile.review_date.clone().map(|date| date.to_string()),
    }
}

/// Sets a field from its text. Faults leave the profile as it was. A text that is empty means "not surveyed",
/// `-` means "does not apply".
pub fn set(profile: &mut Profile, field: Field, value: Known<&str>) -> Result<(), Message> {
    let value = match value {
        Known::Value(text) => decode(Some(text)),
        other => other,
    };
    match field {
        Field::Number => profile.number = always(field, value, text)?,
        Field::Name => profile.name = always(field, value, text)?,
        Field::Summary => profile.summary = known(field, value, text)?,
        Field::Unit => profile.unit = known(field, value, unit)?.value().copied(),
        Field::OwnerRole => profile.owner_role = known(field, value, text)?,
        Field::Steward => profile.steward = known(field, value, text)?,
        Field::Category => {
            profile.category = known(field, value, |_, code| choice(code, Category::from_code))?
        }
        Field::Trigger => profile.trigger = known(field, value, text)?,
        Field::Result => profile.result = known(field, value, text)?,
        Field::CasesPerYear => profile.cases_per_year = known(field, value, figure)?,
        Field::HandlingMinutes => profile.handling_minutes = known(field, value, figure)?,
        Field::LeadTimeDays => profile.lead_time_days = known(field, value, figure)?,
        Field::ChannelsIn => profile.channels_in = known(field, value, channels)?,
        Field::ChannelsOut => profile.channels_out = known(field, value, channels)?,
        Field::Applications => profile.applications = known(field, value, applications)?,
        Field::LegalBasis => profile.legal_basis = known(field, value, text)?,
        Field::Discretion => {
            profile.discretion = known(field, value, |_, code| choice(code, discretion))?;
        }
        Field::PersonalData => {
            profile.personal_data = known(field, value, |_, code| choice(code, PersonalData::from_code))?;
        }
        Field::Tags => profile.tags = always(field, value, tags)?,
        Field::Status => {
            profile.status = match value {
                Known::Value(code) => choice(code, Status::from_code)?,
                _ => Status::Draft,
            };
        }
        Field::ReviewDate => profile.review_date = known(field, value, date)?,
    }
    Ok(())
}

/// Text as people meant it: no control characters, no blanks at the ends, line ends as `\n`.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\n' => '\n',
            // Direction overrides make a text look like another one.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect::<String>()
        .trim()
        .to_owned()
}

fn filled(text: String) -> Known<String> {
    if text.is_empty() {
        Known::NotSurveyed
    } else {
        Known::Value(text)
    }
}

fn known<T>(
    field: Field,
    value: Known<&str>,
    read: impl FnOnce(Field, &str) -> Result<T, Message>,
) -> Result<Known<T>, Message> {
    Ok(match value {
        Known::Value(text) => Known::Value(read(field, text)?),
        Known::NotApplicable => Known::NotApplicable,
        Known::NotSurveyed => Known::NotSurveyed,
    })
}

fn always<T: Default>(
    field: Field,
    value: Known<&str>,
    read: impl FnOnce(Field, &str) -> Result<T, Message>,
) -> Result<T, Message> {
    match value {
        Known::Value(text) => read(field, text),
        _ => Ok(T::default()),
    }
}

fn text(field: Field, text: &str) -> Result<String, Message> {
    let mut text = clean(text);
    if matches!(
        field,
        Field::Number | Field::Name | Field::OwnerRole | Field::Steward
    ) {
        text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    match max_chars(field) {
        Some(most) if text.chars().count() > most => Err(Message::new("field-too-long").with("most", most)),
        _ => Ok(text),
    }
}

fn choice<T>(code: &str, from_code: impl FnOnce(&str) -> Option<T>) -> Result<T, Message> {
    from_code(&code.to_lowercase())
        .ok_or_else(|| Message::new("field-unknown-choice").with("given", shown(code)))
}

fn discretion(code: &str) -> Option<Discretion> {
    Discretion::ALL.into_iter().find(|value| value.code() == code)
}

fn unit(_: Field, text: &str) -> Result<UnitId, Message> {
    text.parse()
        .map(UnitId)
        .map_err(|_| Message::new("field-unknown-choice").with("given", shown(text)))
}

fn applications(_: Field, text: &str) -> Result<Vec<ApplicationId>, Message> {
    let mut ids = Vec::new();
    for part in parts(text) {
        let id = part
            .parse()
            .map(ApplicationId)
            .map_err(|_| Message::new("field-unknown-choice").with("given", shown(part)))?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.len() > 200 {
        return Err(Message::new("field-too-many").with("most", 200_usize));
    }
    Ok(ids)
}

fn tags(_: Field, text: &str) -> Result<Vec<String>, Message> {
    let (most, longest) = TAGS;
    let mut tags: Vec<String> = text
        .split([',', ';', '\n'])
        .map(|tag| clean(tag).split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|tag| !tag.is_empty())
        .collect();
    tags.sort();
    tags.dedup();
    if tags.len() > most {
        return Err(Message::new("field-too-many").with("most", most));
    }
    if tags.iter().any(|tag| tag.chars().count() > longest) {
        return Err(Message::new("field-too-long").with("most", longest));
    }
    Ok(tags)
}

fn date(_: Field, text: &str) -> Result<Date, Message> {
    let german = || {
        let mut parts = text.split('.').map(str::trim);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    };
    parse_date(text)
        .or_else(german)
        .filter(|date| (1900..=2200).contains(&date.year()))
        .ok_or_else(|| Message::new("field-no-date").with("given", shown(text)))
}

fn figure_text(figure: Figure) -> String {
    let year = figure.year.map(|year| year.to_string()).unwrap_or_default();
    format!(
        "{};{year};{}",
        number_text::write(figure.value),
        figure.quality.code()
    )
}

fn figure(_: Field, text: &str) -> Result<Figure, Message> {
    let mut parts = text.split(';').map(str::trim);
    let number = parts.next().unwrap_or_default();
    let year = parts.next().unwrap_or_default();
    let quality = parts.next().unwrap_or_default();
    let value = number_text::read(number)
        .ok_or_else(|| Message::new("field-no-number").with("given", shown(number)))?;
    if parts.next().is_some() {
        return Err(Message::new("field-no-number").with("given", shown(text)));
    }
    if !(0.0..=LARGEST_NUMBER).contains(&value) {
        return Err(Message::new("field-number-range"));
    }
    let year = match year {
        "" => None,
        year => Some(
            year.parse()
                .ok()
                .filter(|year| (1900..=2200).contains(year))
                .ok_or_else(|| Message::new("field-no-year").with("given", shown(year)))?,
        ),
    };
    let quality = match quality {
        "" => Quality::Estimated,
        code => choice(code, |code| {
            Quality::ALL.into_iter().find(|quality| quality.code() == code)
        })?,
    };
    Ok(Figure { value, year, quality })
}

fn channels_text(shares: &[ChannelShare]) -> String {
    let parts: Vec<String> = shares
        .iter()
        .map(|part| match part.share {
            Some(share) => format!("{}:{}", part.channel.code(), number_text::write(share)),
            None => part.channel.code().to_owned(),
        })
        .collect();
    parts.join(",")
}

fn channels(_: Field, text: &str) -> Result<Vec<ChannelShare>, Message> {
    let mut shares: Vec<ChannelShare> = Vec::new();
    for part in channel_parts(text) {
        let (code, share) = match part.split_once(':') {
            Some((code, share)) => (code.trim(), Some(share.trim())),
            None => (part, None),
        };
        let channel = choice(code, Channel::from_code)?;
        if shares.iter().any(|other| other.channel == channel) {
            return Err(Message::new("field-channel-twice")
                .with_term("channel", format!("channel-{}", channel.code())));
        }
        let share = match share {
            None | Some("") => None,
            Some(share) => Some(share_of(share)?),
        };
        shares.push(ChannelShare { channel, share });
    }
    let total: f64 = shares.iter().filter_map(|part| part.share).sum();
    if total > 1.001 {
        return Err(Message::new("field-shares-too-large").with("total", (total * 100.0).round()));
    }
    Ok(shares)
}

fn share_of(text: &str) -> Result<f64, Message> {
    let fault = || Message::new("field-no-share").with("given", shown(text));
    let share = match text.strip_suffix('%') {
        Some(percent) => number_text::read(percent).ok_or_else(fault)? / 100.0,
        None => number_text::read(text).ok_or_else(fault)?,
    };
    if (0.0..=1.0).contains(&share) {
        Ok(share)
    } else {
        Err(fault())
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// As `parts`; a comma between digits is a decimal comma (`post:0,4,email:0,6`).
fn channel_parts(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for (index, c) in text.char_indices() {
        let digit_after = bytes.get(index + 1).is_some_and(u8::is_ascii_digit);
        if matches!(c, ';' | '\n') || (c == ',' && !digit_after) {
            found.push(text.get(start..index).unwrap_or_default());
            start = index + 1;
        }
    }
    found.push(text.get(start..).unwrap_or_default());
    found.retain(|part| !part.trim().is_empty());
    found.into_iter().map(str::trim).collect()
}

/// What somebody typed, short enough for a message.
fn shown(text: &str) -> String {
    clean(text).chars().take(60).collect()
}

#[cfg(test)]
#[path = "profile_text_test.rs"]
mod tests;
