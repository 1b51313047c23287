//! Taking an object apart, field by field, with a fault for each field that is wrong.

use super::json::Object;
use crate::domain::known::{Figure, Known, Quality};
use crate::domain::message::Message;
use crate::domain::profile_text::LARGEST_NUMBER;
use crate::error::{Error, FieldError, Result};
use serde_json::Value;

/// The word for "does not apply".
const NOT_APPLICABLE: &str = "not_applicable";

/// The fields of one object that enters. Every `take_*` notes a fault instead of failing, so that one answer names them all.
#[derive(Debug, Default)]
pub struct Fields {
    map: Object,
    faults: Vec<FieldError>,
}

impl Fields {
    /// The fields of an object.
    pub fn new(map: Object) -> Fields {
        Fields {
            map,
            faults: Vec::new(),
        }
    }

    /// Notes a fault of a field.
    pub fn fault(&mut self, field: &str, message: Message) {
        self.faults.push(FieldError {
            field: field.to_owned(),
            message,
        });
    }

    /// Whether the field is there at all.
    pub fn has(&self, field: &str) -> bool {
        self.map.contains_key(field)
    }

    /// Whether a fault of this field was noted.
    pub fn has_fault(&self, field: &str) -> bool {
        self.faults.iter().any(|fault| fault.field == field)
    }

    /// Notes that a field is missing, unless it has a fault already.
    pub fn require(&mut self, field: &str, there: bool) {
        if !there && !self.has_fault(field) {
            self.fault(field, Message::new("api-field-missing"));
        }
    }

    /// The plain value of a field, where it is there.
    pub fn take(&mut self, field: &str) -> Option<Value> {
        self.map.shift_remove(field)
    }

    /// Forgets fields that leave with an object and may come back with it, but cannot be set.
    pub fn ignore(&mut self, fields: &[&str]) {
        for field in fields {
            self.map.shift_remove(*field);
        }
    }

    /// A text; `None` where the field is missing or `null`.
    pub fn take_text(&mut self, field: &str) -> Option<String> {
        match self.take(field)? {
            Value::Null => None,
            Value::String(text) => Some(text),
            _ => {
                self.fault(field, Message::new("api-field-text"));
                None
            }
        }
    }

    /// A whole number; `None` where the field is missing or `null`.
    pub fn take_integer(&mut self, field: &str) -> Option<i64> {
        match self.take(field)? {
            Value::Null => None,
            value => {
                let number = value.as_i64();
                if number.is_none() {
                    self.fault(field, Message::new("api-field-integer"));
                }
                number
            }
        }
    }

    /// A number from `least` to `most`; `None` where the field is missing or `null`.
    pub fn take_number(&mut self, field: &str, least: f64, most: f64) -> Option<f64> {
        match self.take(field)? {
            Value::Null => None,
            value => self.number(field, &value, least, most),
        }
    }

    /// Yes or no; `None` where the field is missing or `null`.
    pub fn take_bool(&mut self, field: &str) -> Option<bool> {
        match self.take(field)? {
            Value::Null => None,
            Value::Bool(yes) => Some(yes),
            _ => {
                self.fault(field, Message::new("api-field-bool"));
                None
            }
        }
    }

    /// A list; `None` where the field is missing or `null`.
    pub fn take_list(&mut self, field: &str) -> Option<Vec<Value>> {
        match self.take(field)? {
            Value::Null => None,
            Value::Array(items) => Some(items),
            _ => {
                self.fault(field, Message::new("api-field-list"));
                None
            }
        }
    }

    /// One of the words a list of codes knows; `None` where the field is missing, `null` or faulty.
    pub fn take_code<T>(&mut self, field: &str, codes: &[(&str, T)]) -> Option<T>
    where
        T: Copy,
    {
        let text = self.take_text(field)?;
        self.code(field, &text, codes)
    }

    /// A field with three states; `None` where it is missing altogether. `read` turns a value into what it means.
    pub fn take_known<T>(
        &mut self,
        field: &str,
        read: impl FnOnce(&mut Fields, &str, Value) -> Option<T>,
    ) -> Option<Known<T>> {
        match self.take(field)? {
            Value::Null => Some(Known::NotSurveyed),
            Value::String(word) if word == NOT_APPLICABLE => Some(Known::NotApplicable),
            value => read(self, field, value).map(Known::Value),
        }
    }

    /// A text as a value; an empty one says nothing and is a fault.
    pub fn text(&mut self, field: &str, value: Value) -> Option<String> {
        match value {
            Value::String(text) if !text.trim().is_empty() => Some(text),
            Value::String(_) => {
                self.fault(field, Message::new("api-field-empty"));
                None
            }
            _ => {
                self.fault(field, Message::new("api-field-text"));
                None
            }
        }
    }

    /// A figure: a plain number (an estimate) or an object of value, year and quality.
    pub fn figure(&mut self, field: &str, value: Value) -> Option<Figure> {
        let Value::Object(map) = value else {
            return self
                .number(field, &value, 0.0, LARGEST_NUMBER)
                .map(|value| Figure {
                    value,
                    year: None,
                    quality: Quality::Estimated,
                });
        };
        let mut inner = Fields::new(map);
        let number = inner.take_number("value", 0.0, LARGEST_NUMBER);
        let year = inner.take_number("year", 1900.0, 2200.0).map(|year| year as i16);
        let quality = inner.take_code("quality", &Quality::ALL.map(|quality| (quality.code(), quality)));
        inner.require("value", number.is_some());
        self.adopt(field, inner);
        number.map(|value| Figure {
            value,
            year,
            quality: quality.unwrap_or(Quality::Estimated),
        })
    }

    /// A number in bounds.
    pub fn number(&mut self, field: &str, value: &Value, least: f64, most: f64) -> Option<f64> {
        match value.as_f64().filter(|number| number.is_finite()) {
            Some(number) if (least..=most).contains(&number) => Some(number),
            Some(_) => {
                self.fault(
                    field,
                    Message::new("api-field-range")
                        .with("least", least)
                        .with("most", most),
                );
                None
            }
            None => {
                self.fault(field, Message::new("api-field-number"));
                None
            }
        }
    }

    /// The value behind a code.
    pub fn code<T: Copy>(&mut self, field: &str, text: &str, codes: &[(&str, T)]) -> Option<T> {
        let found = codes
            .iter()
            .find(|(code, _)| *code == text)
            .map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<&str> = codes.iter().map(|(code, _)| *code).collect();
            self.fault(
                field,
                Message::new("api-field-code").with("known", known.join(", ")),
            );
        }
        found
    }

    /// Takes over the faults of an inner object; fields nobody took are faults too.
    pub fn adopt(&mut self, field: &str, inner: Fields) {
        for fault in inner.all_faults() {
            self.faults.push(FieldError {
                field: format!("{field}.{}", fault.field),
                message: fault.message,
            });
        }
    }

    fn all_faults(self) -> Vec<FieldError> {
        let mut faults = self.faults;
        faults.extend(self.map.into_iter().map(|(field, _)| FieldError {
            field,
            message: Message::new("api-field-unknown"),
        }));
        faults
    }

    /// The result, unless there was a fault or a field that nobody knows.
    pub fn finish<T>(self, value: T) -> Result<T> {
        let faults = self.all_faults();
        if faults.is_empty() {
            Ok(value)
        } else {
            Err(Error::invalid_fields(faults))
        }
    }
}
