//! Answers: JSON with status, ETag and place.

use crate::web::state::fnv;
use crate::wire::{Leaves, to_json};
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

/// An answer in JSON.
pub(super) fn json<T: Leaves>(status: StatusCode, value: &T) -> Response {
    text(status, "application/json", to_json(value).into())
}

/// An answer of any kind.
pub(super) fn text(status: StatusCode, kind: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// Adds a strong ETag (with its quotation marks).
pub(super) fn tagged(mut response: Response, tag: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(header::ETAG, value);
    }
    response
}

/// Adds the address of what was made.
pub(super) fn placed(mut response: Response, address: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(address) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}

/// 304 where the reader has this ETag already.
pub(super) fn unless_known(known: Option<&str>, tag: &str, answer: impl FnOnce() -> Response) -> Response {
    let has = known.is_some_and(|tags| {
        tags.split(',')
            .map(|one| one.trim().trim_start_matches("W/"))
            .any(|one| one == tag || one == "*")
    });
    if has {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return tagged(response, tag);
    }
    tagged(answer(), tag)
}

/// ETag of a value that has no revision: hash of its JSON (FNV-1a, 64 bits; guards against mistakes, not against attacks).
pub(super) fn tag_of<T: Leaves>(value: &T) -> String {
    format!("\"{:016x}\"", fnv(to_json(value).as_bytes()))
}
