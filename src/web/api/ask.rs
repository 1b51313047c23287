//! What a handler needs to know of a request: who, when, in which language, under which conditions.

use super::reply::{json, tag_of, unless_known};
use crate::domain::message::Message;
use crate::error::{Error, Kind, Result};
use crate::register::Caller;
use crate::text::Lang;
use crate::web::{App, Failure, Signed};
use crate::wire::{BODY_BYTES, Leaves, Object, parse_object};
use axum::body::{Body, to_bytes};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::Response;

/// What every handler answers.
pub(super) type Answer = std::result::Result<Response, Failure>;

/// The head of a request of somebody who is signed in.
pub(super) struct Ask {
    /// Who and when.
    pub caller: Caller,
    /// `?lang=`, else `Accept-Language`, else German.
    pub lang: Lang,
    parts: Parts,
}

impl FromRequestParts<App> for Ask {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &App) -> std::result::Result<Ask, Failure> {
        let Signed(caller) = Signed::from_request_parts(parts, state).await?;
        Ok(Ask {
            caller,
            lang: language(parts),
            parts: parts.clone(),
        })
    }
}

/// The language of a request, as the outermost layer found it.
pub(super) fn language(parts: &Parts) -> Lang {
    if let Some(lang) = parts.extensions.get::<Lang>() {
        return *lang;
    }
    let asked = parts.uri.query().and_then(|query| {
        query
            .split('&')
            .find_map(|pair| pair.strip_prefix("lang="))
            .and_then(Lang::from_tag)
    });
    asked.unwrap_or_else(|| {
        parts
            .headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .map(Lang::from_accept_language)
            .unwrap_or_default()
    })
}

impl Ask {
    /// The face of an error of this request.
    pub fn fail(&self, error: Error) -> Failure {
        Failure::of(&self.parts, error)
    }

    /// A value in JSON with its strong ETag; 304 where the reader has it already.
    pub fn current<T: Leaves>(&self, value: &T) -> Response {
        unless_known(self.header(header::IF_NONE_MATCH), &tag_of(value), || {
            json(StatusCode::OK, value)
        })
    }

    /// A header as text.
    pub fn header(&self, name: HeaderName) -> Option<&str> {
        self.parts.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The query part of the address.
    pub fn query(&self) -> &str {
        self.parts.uri.query().unwrap_or_default()
    }

    /// The path of the address.
    pub fn path(&self) -> &str {
        self.parts.uri.path()
    }

    /// The body, at most `limit` bytes.
    pub async fn bytes(&self, body: Body, limit: usize) -> Result<Vec<u8>> {
        let stated = self
            .header(header::CONTENT_LENGTH)
            .and_then(|text| text.parse::<usize>().ok());
        let too_large = || {
            Error::new(
                Kind::TooLarge,
                Message::new("api-body-too-large").with("limit", limit as f64 / 1_000_000.0),
            )
        };
        if stated.is_some_and(|stated| stated > limit) {
            return Err(too_large());
        }
        match to_bytes(body, limit).await {
            Ok(bytes) => Ok(bytes.into()),
            Err(_) => Err(too_large()),
        }
    }

    /// The JSON object in the body.
    pub async fn object(&self, body: Body) -> Result<Object> {
        let kind = self.header(header::CONTENT_TYPE).unwrap_or("application/json");
        let essence = kind
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        if essence != "application/json" && !essence.ends_with("+json") {
            return Err(Error::invalid(Message::new("api-body-not-json")));
        }
        let bytes = self.bytes(body, BODY_BYTES).await?;
        parse_object(&bytes, BODY_BYTES)
    }

    /// The ETags of `If-Match`, which has to be there. `*` stands for any.
    pub fn required_match(&self) -> Result<Match> {
        let Some(text) = self.header(header::IF_MATCH) else {
            return Err(Error::invalid(Message::new("api-if-match-missing")));
        };
        if text.trim() == "*" {
            return Ok(Match::Any);
        }
        Ok(Match::Tags(
            text.split(',').map(|tag| tag.trim().to_owned()).collect(),
        ))
    }
}

/// What `If-Match` says.
pub(super) enum Match {
    /// Whatever is there.
    Any,
    /// One of these.
    Tags(Vec<String>),
}

impl Match {
    /// Whether this ETag is meant. Weak ones never match (RFC 9110, 13.1.1).
    pub fn fits(&self, tag: &str) -> bool {
        match self {
            Match::Any => true,
            Match::Tags(tags) => tags.iter().any(|one| one == tag),
        }
    }

    /// The turns that the ETags stand for (see [`crate::wire::turn_tag`]); `None`: any. Foreign ones stand for none.
    pub fn turns(&self) -> Option<Vec<u32>> {
        let turn = |tag: &String| tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok();
        match self {
            Match::Any => None,
            Match::Tags(tags) => Some(tags.iter().filter_map(turn).collect()),
        }
    }

    /// The error of somebody who was slower.
    pub fn stale() -> Error {
        Error::new(Kind::Stale, Message::new("api-stale"))
    }
}
