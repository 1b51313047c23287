//! Whole profiles and short texts: what is wrong, field by field, and what is stored.

use crate::domain::known::Known;
use crate::domain::message::Message;
use crate::domain::profile::{Field, Profile};
use crate::domain::profile_text;
use crate::error::{Error, FieldError, Result};

/// The profile as it is stored: texts cleaned, tags sorted, numbers checked. A name is required; so is a number, which
/// the caller has filled in.
pub(super) fn profile(given: &Profile) -> Result<Profile> {
    let mut clean = profile_text::empty_profile();
    let mut faults = Vec::new();
    for &field in Field::ALL {
        let text = profile_text::get(given, field);
        let text = match &text {
            Known::Value(text) => Known::Value(text.as_str()),
            Known::NotApplicable => Known::NotApplicable,
            Known::NotSurveyed => Known::NotSurveyed,
        };
        if let Err(message) = profile_text::set(&mut clean, field, text) {
            faults.push(fault(field.code(), message));
        }
    }
    for (field, text) in [(Field::Number, &clean.number), (Field::Name, &clean.name)] {
        if text.is_empty() && !faults.iter().any(|fault| fault.field == field.code()) {
            faults.push(fault(field.code(), Message::new("field-required")));
        }
    }
    if faults.is_empty() {
        Ok(clean)
    } else {
        Err(Error::invalid_fields(faults))
    }
}

/// Collects faults of a small form.
#[derive(Default)]
pub(super) struct Faults {
    faults: Vec<FieldError>,
}

impl Faults {
    /// Notes a fault.
    pub(super) fn add(&mut self, field: &str, message: Message) {
        self.faults.push(fault(field, message));
    }

    /// A text of one line; required where `required`.
    pub(super) fn line(&mut self, field: &str, text: &str, required: bool, most: usize) -> String {
        let text = profile_text::clean(text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if required && text.is_empty() {
            self.add(field, Message::new("field-required"));
        }
        self.length(field, text, most)
    }

    /// A text of several lines.
    pub(super) fn text(&mut self, field: &str, text: &str, most: usize) -> String {
        self.length(field, profile_text::clean(text), most)
    }

    fn length(&mut self, field: &str, text: String, most: usize) -> String {
        if text.chars().count() > most {
            self.add(field, Message::new("field-too-long").with("most", most));
        }
        text
    }

    /// The faults, to be put into another kind of error.
    pub(super) fn into_fields(self) -> Vec<FieldError> {
        self.faults
    }

    /// Ends in an error if there was a fault.
    pub(super) fn finish(self) -> Result<()> {
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(Error::invalid_fields(self.faults))
        }
    }
}

/// A fault of one field.
pub(super) fn fault(field: &str, message: Message) -> FieldError {
    FieldError {
        field: field.to_owned(),
        message,
    }
}
