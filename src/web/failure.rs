//! The face of an error: a page, or `application/problem+json` under `/api`.

use crate::error::{Error, Kind};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

/// An error on its way to the user.
#[derive(Debug)]
pub struct Failure {
    /// What went wrong.
    pub error: Error,
    /// Whether the request was to the API.
    pub api: bool,
    /// Path and query asked for, to come back after sign-in.
    pub target: String,
}

impl Failure {
    /// The failure of a request.
    pub fn of(parts: &Parts, error: Error) -> Failure {
        Failure {
            error,
            api: parts.uri.path().starts_with("/api/"),
            target: parts
                .uri
                .path_and_query()
                .map(ToString::to_string)
                .unwrap_or_default(),
        }
    }

    /// The status code of a kind of error.
    pub fn status(kind: Kind) -> StatusCode {
        match kind {
            Kind::NotFound => StatusCode::NOT_FOUND,
            Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::Conflict => StatusCode::CONFLICT,
            Kind::Forbidden => StatusCode::FORBIDDEN,
            Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
            Kind::Stale => StatusCode::PRECONDITION_FAILED,
            Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::Busy(_) => StatusCode::TOO_MANY_REQUESTS,
            Kind::Full => StatusCode::INSUFFICIENT_STORAGE,
            Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        todo!()
    }
}
