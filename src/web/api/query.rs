//! The query part of an address, parameter by parameter. Parameters nobody knows are faults: a misspelt filter must not list everything.

use super::ask::Ask;
use crate::domain::message::Message;
use crate::error::{Error, FieldError, Result};

/// Rows of a list where nothing is said, and at most.
const LIMIT: (usize, usize) = (50, 500);

/// Parameters with their faults.
pub(super) struct Query {
    pairs: Vec<(String, String)>,
    faults: Vec<FieldError>,
}

impl Query {
    /// The parameters of a request.
    pub fn of(ask: &Ask) -> Query {
        let mut pairs: Vec<(String, String)> = ask
            .query()
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect();
        pairs.retain(|(name, _)| name != "lang");
        Query {
            pairs,
            faults: Vec::new(),
        }
    }

    /// A parameter; an empty one counts as missing.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let place = self.pairs.iter().position(|(one, _)| one == name)?;
        let (_, value) = self.pairs.remove(place);
        Some(value).filter(|value| !value.is_empty())
    }

    /// A parameter that `read` understands; `what` lists what would be right.
    pub fn take_as<T>(
        &mut self,
        name: &str,
        what: impl FnOnce() -> String,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.take(name)?;
        let value = read(&text);
        if value.is_none() {
            self.faults.push(FieldError {
                field: name.to_owned(),
                message: Message::new("api-field-code").with("known", what()),
            });
        }
        value
    }

    /// A key.
    pub fn take_key(&mut self, name: &str) -> Option<i64> {
        let text = self.take(name)?;
        let key = text.parse().ok();
        if key.is_none() {
            self.faults.push(FieldError {
                field: name.to_owned(),
                message: Message::new("api-field-integer"),
            });
        }
        key
    }

    /// Yes or no.
    pub fn take_bool(&mut self, name: &str) -> Option<bool> {
        self.take_as(
            name,
            || "true, false".to_owned(),
            |text| match text {
                "true" => Some(true),
                "false" => Some(false),
                _ => None,
            },
        )
    }

    /// Number of rows asked for.
    pub fn take_limit(&mut self) -> usize {
        let (usual, most) = LIMIT;
        let Some(text) = self.take("limit") else {
            return usual;
        };
        match text.parse::<usize>() {
            Ok(limit) if (1..=most).contains(&limit) => limit,
            _ => {
                self.faults.push(FieldError {
                    field: "limit".to_owned(),
                    message: Message::new("api-field-range")
                        .with("least", 1usize)
                        .with("most", most),
                });
                usual
            }
        }
    }

    /// The value, unless there was a fault or a parameter that nobody knows.
    pub fn finish<T>(mut self, value: T) -> Result<T> {
        self.faults
            .extend(self.pairs.into_iter().map(|(field, _)| FieldError {
                field,
                message: Message::new("api-field-unknown"),
            }));
        if self.faults.is_empty() {
            Ok(value)
        } else {
            Err(Error::invalid_fields(self.faults))
        }
    }
}

/// The address of the next page: this one with another cursor.
pub(super) fn next_address(ask: &Ask, cursor: Option<&str>) -> Option<String> {
    let cursor = cursor?;
    let mut pairs: Vec<String> = ask
        .query()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="))
        .map(str::to_owned)
        .collect();
    pairs.push(format!("cursor={}", encoded(cursor)));
    Some(format!("{}?{}", ask.path(), pairs.join("&")))
}

fn encoded(text: &str) -> String {
    let mut result = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            result.push(char::from(byte));
        } else {
            result.push_str(&format!("%{byte:02X}"));
        }
    }
    result
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        let digits = tail
            .get(..2)
            .and_then(|two| std::str::from_utf8(two).ok())
            .filter(|two| two.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        match (first, digits) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(*other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_signs_come_and_go() {
        for text in ["Straße räumen", "a&b=c", "100 %", "+49", ""] {
            assert_eq!(decoded(&encoded(text)), text);
        }
        assert_eq!(decoded("%zz%4"), "%zz%4");
    }
}
