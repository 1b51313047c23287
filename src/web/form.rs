//! What came with a form: pairs of names and values, in order.

use super::failure::Failure;
use crate::domain::message::Message;
use crate::domain::number_text;
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

    /// The state a form rests on (field `turn`). A form without one rests on none that could be in force.
    pub(super) fn turns(&self) -> Option<Vec<u32>> {
        Some(self.get("turn").parse().into_iter().collect())
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
        match number_text::read(text).filter(|number| *number >= 0.0) {
            Some(number) => Ok(Some(number)),
            None => Err(fault(name, Message::new("field-no-number").with("given", text))),
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
