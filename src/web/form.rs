//! What came with a form: pairs of names and values, in order.

use super::failure::Failure;
use crate::domain::message::Message;
use crate::error::{Error, FieldError};
use axum::extract::{Form, FromRequest, Request};

/// The fields of a form, trimmed.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of a field; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .unwrap_or_default()
    }

    /// All values of a field.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// True if a field has this value.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|given| given == value)
    }

    /// True if a box was ticked.
    pub(super) fn ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Adds a value.
    pub(super) fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// The value of a field as number, as people write it (`1.200`, `12,5`); `Err` where it is none.
    pub(super) fn number(&self, name: &str) -> Result<Option<f64>, FieldError> {
        let text = self.get(name);
        if text.is_empty() {
            return Ok(None);
        }
        match number(text) {
            Some(number) => Ok(Some(number)),
            None => Err(fault(name, Message::new("web-fault-number"))),
        }
    }
}

/// A fault of a field.
pub(super) fn fault(field: &str, message: Message) -> FieldError {
    FieldError {
        field: field.to_owned(),
        message,
    }
}

/// Reads a number as people write it: `1200`, `1.200`, `1 200`, `12,5`, `12.5`. A point with three digits behind it groups thousands.
pub(super) fn number(text: &str) -> Option<f64> {
    let text: String = text
        .chars()
        .filter(|character| !character.is_whitespace() && *character != '\u{202f}')
        .collect();
    let plain = match text.rsplit_once(',') {
        Some((whole, fraction)) => format!("{}.{fraction}", whole.replace('.', "")),
        None => {
            let groups: Vec<&str> = text.split('.').collect();
            let grouped = groups.len() > 1
                && groups.iter().skip(1).all(|group| group.len() == 3)
                && groups
                    .first()
                    .is_some_and(|first| (1..=3).contains(&first.len()) && *first != "0");
            if grouped { text.replace('.', "") } else { text }
        }
    };
    plain
        .chars()
        .all(|character| character.is_ascii_digit() || character == '.')
        .then(|| plain.parse::<f64>().ok())
        .flatten()
        .filter(|number| number.is_finite())
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        match Form::<Vec<(String, String)>>::from_request(request, state).await {
            Ok(Form(pairs)) => Ok(Fields(
                pairs
                    .into_iter()
                    .map(|(name, value)| (name, value.trim().replace("\r\n", "\n")))
                    .collect(),
            )),
            Err(rejection) if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Error::new(crate::error::Kind::TooLarge, Message::new("web-error-too-large")).into())
            }
            Err(_) => Err(Error::invalid(Message::new("web-error-request")).into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let cases = [
            ("1200", Some(1200.0)),
            ("1.200", Some(1200.0)),
            ("1.234.567", Some(1_234_567.0)),
            ("12,5", Some(12.5)),
            ("12.5", Some(12.5)),
            ("1.234,5", Some(1234.5)),
            ("0.125", Some(0.125)),
            ("1 200", Some(1200.0)),
            ("-5", None),
            ("viele", None),
            ("1e9", None),
            (".", None),
        ];
        for (text, expected) in cases {
            assert_eq!(number(text), expected, "{text}");
        }
    }
}
