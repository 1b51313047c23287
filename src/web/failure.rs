//! The face of an error: a page, or `application/problem+json` under `/api`.
//!
//! A handler answers with a [`Failure`]; the outermost layer knows path, language and visitor and makes the face.

use super::app::Identity;
use super::frame::Frame;
use super::guard::Visitor;
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::wire::{ProblemJson, to_json};
use askama::Template;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// An error on its way to the user.
#[derive(Debug)]
pub struct Failure {
    /// What went wrong.
    pub error: Error,
}

/// What a handler that can fail answers.
pub type Answer = std::result::Result<Response, Failure>;

/// Marks a response as an error that still needs its face.
#[derive(Clone)]
struct Faceless(Arc<Error>);

impl Failure {
    /// The failure of a request.
    pub fn of(_parts: &Parts, error: Error) -> Failure {
        Failure { error }
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

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure { error }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = Failure::status(self.error.kind).into_response();
        response.extensions_mut().insert(Faceless(Arc::new(self.error)));
        response
    }
}

/// Gives a response its face if it is an error without one: failures of ours, and what the frameworks below refuse.
pub(super) fn put_face(visitor: &Visitor, response: Response) -> Response {
    let faceless = response.extensions().get::<Faceless>().cloned();
    let status = response.status();
    let error = match faceless {
        Some(Faceless(error)) => error,
        None if status.as_u16() >= 400 && is_bare(&response) => {
            Arc::new(Error::new(kind_of(status), Message::new(sentence_of(status))))
        }
        None => return response,
    };
    if error.kind == Kind::Internal {
        tracing::error!(path = %visitor.path, error = %error, "request failed");
    }
    let mut answer = if visitor.is_api() {
        problem(visitor, &error, status)
    } else if error.kind == Kind::Unauthenticated && visitor.method == Method::GET {
        return Redirect::to(&sign_in(&visitor.target)).into_response();
    } else {
        page(visitor, &error, status)
    };
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            answer.headers_mut().insert(name, value.clone());
        }
    }
    if let Kind::Busy(seconds) = error.kind {
        answer
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if status == StatusCode::UNAUTHORIZED && visitor.is_api() {
        answer
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    answer
}

/// Address of the sign-in page that leads back afterwards.
fn sign_in(target: &str) -> String {
    if target == "/" {
        return "/sign-in".to_owned();
    }
    let mut address = "/sign-in?next=".to_owned();
    super::address::push_encoded(&mut address, target);
    address
}

/// True where the frameworks answered without words of ours.
fn is_bare(response: &Response) -> bool {
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    !kind.contains("json") && !kind.starts_with("text/html")
}

fn kind_of(status: StatusCode) -> Kind {
    match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Kind::NotFound,
        StatusCode::UNAUTHORIZED => Kind::Unauthenticated,
        StatusCode::FORBIDDEN => Kind::Forbidden,
        StatusCode::PAYLOAD_TOO_LARGE => Kind::TooLarge,
        StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => {
            Kind::Busy(5)
        }
        status if status.is_server_error() => Kind::Internal,
        _ => Kind::Invalid,
    }
}

fn sentence_of(status: StatusCode) -> &'static str {
    match kind_of(status) {
        Kind::NotFound => "web-error-no-page",
        Kind::Unauthenticated => "error-sign-in",
        Kind::Forbidden => "error-forbidden",
        Kind::TooLarge => "web-error-too-large",
        Kind::Busy(_) => "web-error-busy",
        Kind::Internal => "error-internal",
        _ => "web-error-request",
    }
}

fn problem(visitor: &Visitor, error: &Error, status: StatusCode) -> Response {
    let body = to_json(&ProblemJson::new(error, status.as_u16(), visitor.lang));
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    (status, kind, body).into_response()
}

/// The page of an error.
#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    f: Frame,
    title: String,
    sentence: String,
    faults: Vec<String>,
    sign_in: Option<String>,
}

fn page(visitor: &Visitor, error: &Error, status: StatusCode) -> Response {
    let lang = visitor.lang;
    let title = match error.kind {
        Kind::NotFound => "web-error-title-not-found",
        Kind::Invalid => "web-error-title-invalid",
        Kind::Conflict => "web-error-title-conflict",
        Kind::Forbidden => "web-error-title-forbidden",
        Kind::Unauthenticated => "web-error-title-sign-in",
        Kind::Stale => "web-error-title-stale",
        Kind::TooLarge => "web-error-title-too-large",
        Kind::Busy(_) => "web-error-title-busy",
        Kind::Full => "web-error-title-full",
        Kind::Internal => "web-error-title-internal",
    };
    let page = ErrorPage {
        f: Frame::of(visitor),
        title: lang.text(title),
        sentence: match error.kind {
            Kind::Unauthenticated if visitor.method != Method::GET => lang.text("web-error-expired"),
            _ => lang.say(&error.message),
        },
        faults: error
            .fields
            .iter()
            .map(|fault| lang.say(&fault.message))
            .collect(),
        sign_in: matches!(visitor.identity, Identity::Nobody).then(|| "/sign-in".to_owned()),
    };
    match page.render() {
        Ok(body) => (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response(),
        Err(_) => (status, lang.say(&error.message)).into_response(),
    }
}
