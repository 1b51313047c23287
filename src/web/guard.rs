//! The outermost layer: who is asking in which language, refusal of requests from other sites, headers on every answer.

use super::address::{own_path, with_query};
use super::app::{App, Identity};
use super::failure::{Failure, put_face};
use crate::domain::message::Message;
use crate::domain::time::Timestamp;
use crate::error::{Error, Kind, Result};
use crate::register::Caller;
use crate::text::Lang;
use axum::extract::{ConnectInfo, FromRequestParts, Query, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// What is known about a request before any handler runs.
#[derive(Debug, Clone)]
pub(super) struct Visitor {
    pub lang: Lang,
    pub identity: Identity,
    pub method: Method,
    pub path: String,
    /// Path and query asked for.
    pub target: String,
    pub query: Vec<(String, String)>,
    pub town: String,
    /// Where the request comes from; `None` where nobody knows.
    pub address: Option<IpAddr>,
}

impl Visitor {
    /// True for requests to the API.
    pub(super) fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }

    /// The first value of a parameter of the address; empty where there is none.
    pub(super) fn param(&self, name: &str) -> &str {
        self.query
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.trim())
            .unwrap_or_default()
    }

    /// The signed-in caller.
    pub(super) fn caller(&self) -> std::result::Result<Caller, Failure> {
        self.identity
            .caller()
            .cloned()
            .ok_or_else(|| Error::new(Kind::Unauthenticated, Message::new("error-sign-in")).into())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> std::result::Result<Self, Infallible> {
        Ok(match parts.extensions.get::<Visitor>() {
            Some(visitor) => visitor.clone(),
            None => Visitor::new(&parts.method, &parts.uri, &parts.headers),
        })
    }
}

impl Visitor {
    fn new(method: &Method, uri: &Uri, headers: &HeaderMap) -> Visitor {
        let query = Query::<Vec<(String, String)>>::try_from_uri(uri)
            .map(|Query(pairs)| pairs)
            .unwrap_or_default();
        Visitor {
            lang: language(&query, headers),
            identity: Identity::Nobody,
            method: method.clone(),
            path: uri.path().to_owned(),
            target: uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
            query,
            town: String::new(),
            address: None,
        }
    }
}

/// The layer around everything.
pub(super) async fn around(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let mut visitor = Visitor::new(request.method(), request.uri(), request.headers());
    visitor.address = address(&app, &request);
    let quiet =
        visitor.path.starts_with("/assets/") || matches!(visitor.path.as_str(), "/health" | "/metrics");
    if let Some(response) = chosen_language(&app, &visitor) {
        return with_headers(&app, response);
    }
    let headers = request.headers().clone();
    let admitted = async {
        if !quiet {
            visitor.identity = identify(&app, &headers).await?;
            if let Some(caller) = visitor.identity.caller() {
                visitor.town = app.town(caller).await;
            }
        }
        same_site(&app, &visitor, &headers)
    }
    .await;
    let response = match admitted {
        Ok(()) => {
            request.extensions_mut().insert(visitor.lang);
            request.extensions_mut().insert(visitor.identity.clone());
            request.extensions_mut().insert(visitor.clone());
            next.run(request).await
        }
        Err(error) => Failure::from(error).into_response(),
    };
    let response = put_face(&visitor, response);
    app.counters().count(response.status(), began.elapsed());
    with_headers(&app, response)
}

/// Where a request comes from: the other end of the connection, or what the proxy in front says, if the settings name its
/// header. Of several addresses in it only the last was written by that proxy; the others are hearsay.
fn address(app: &App, request: &Request) -> Option<IpAddr> {
    if let Some(name) = &app.settings().proxy_header {
        let last = request.headers().get_all(name.as_str()).iter().next_back()?;
        return last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok();
    }
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    Some(peer.0.ip())
}

/// The clock, read here and nowhere else in the web.
pub(super) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Name of the session cookie: bound to the host wherever there is https.
pub(super) fn session_cookie(app: &App) -> &'static str {
    if app.is_https() { "__Host-sid" } else { "sid" }
}

/// The value of a cookie.
pub(super) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| key.trim() == name)
        .map(|(_, value)| value.trim())
}

/// A header that sets a cookie for this site only, out of reach of scripts. No age: gone with the browser; age 0: gone now.
pub(super) fn set_cookie(app: &App, name: &str, value: &str, age: Option<u32>) -> HeaderValue {
    let secure = if app.is_https() { "; Secure" } else { "" };
    let age = age
        .map(|seconds| format!("; Max-Age={seconds}"))
        .unwrap_or_default();
    HeaderValue::from_str(&format!(
        "{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}"
    ))
    .unwrap_or_else(|_| HeaderValue::from_static(""))
}

async fn identify(app: &App, headers: &HeaderMap) -> Result<Identity> {
    let now = now();
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, secret)| secret);
    if let Some(secret) = bearer {
        let secret = secret.trim().to_owned();
        let actor = app
            .run(move |register| register.actor_by_token(now, &secret))
            .await?;
        return actor
            .map(|actor| Identity::Token(Caller { actor, now }))
            .ok_or_else(|| Error::new(Kind::Unauthenticated, Message::new("error-sign-in")));
    }
    let Some(secret) = cookie(headers, session_cookie(app)).map(str::to_owned) else {
        return Ok(Identity::Nobody);
    };
    let actor = app
        .run(move |register| register.actor_by_session(now, &secret))
        .await?;
    Ok(match actor {
        Some(actor) => Identity::Session(Caller { actor, now }),
        None => Identity::Nobody,
    })
}

/// Refuses changes that another site asks a browser for (`Sec-Fetch-Site`, else `Origin`); bearer tokens are no browser's.
fn same_site(app: &App, visitor: &Visitor, headers: &HeaderMap) -> Result<()> {
    if matches!(visitor.method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    if matches!(visitor.identity, Identity::Token(_)) {
        // Tokens are for the API. Pages change things, passwords among them, for people only.
        let api = visitor.path.starts_with("/api/");
        return if api {
            Ok(())
        } else {
            Err(Error::new(Kind::Forbidden, Message::new("error-forbidden")))
        };
    }
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let same = match (
        text(HeaderName::from_static("sec-fetch-site")),
        text(header::ORIGIN),
    ) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => match &app.settings().public_url {
            Some(url) => origin == url.trim_end_matches('/'),
            None => text(header::HOST).is_some_and(|host| origin.strip_prefix("http://") == Some(host)),
        },
        (None, None) => false,
    };
    if same {
        Ok(())
    } else {
        Err(Error::new(Kind::Forbidden, Message::new("web-error-cross-site")))
    }
}

/// `?lang=` first, then the cookie, then what the browser prefers; German otherwise.
fn language(query: &[(String, String)], headers: &HeaderMap) -> Lang {
    let asked = query
        .iter()
        .find(|(name, _)| name == "lang")
        .and_then(|(_, value)| Lang::from_tag(value));
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    asked
        .or_else(|| cookie(headers, "lang").and_then(Lang::from_tag))
        .or_else(|| header(header::ACCEPT_LANGUAGE).map(Lang::from_accept_language))
        .unwrap_or_default()
}

/// A page asked for with `?lang=`: the choice is kept in a cookie, the address is as before.
fn chosen_language(app: &App, visitor: &Visitor) -> Option<Response> {
    if visitor.method != Method::GET || visitor.path.starts_with("/api") || visitor.param("lang").is_empty() {
        return None;
    }
    let kept = visitor
        .query
        .iter()
        .filter(|(name, _)| name != "lang")
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let mut response = Redirect::to(&with_query(own_path(&visitor.path), kept)).into_response();
    response.headers_mut().append(
        header::SET_COOKIE,
        set_cookie(app, "lang", visitor.lang.code(), Some(31_536_000)),
    );
    Some(response)
}

const POLICY: &str = "default-src 'self'; img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; \
                      base-uri 'none'; form-action 'self'; object-src 'none'";

/// Content of an upload, or made from one: a browser that opens it as a page runs nothing in it.
pub(super) fn sandbox(response: &mut Response) {
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox"),
    );
}

/// Headers of every answer (quality.md S3); whoever wants to be kept says so.
fn with_headers(app: &App, mut response: Response) -> Response {
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "same-origin");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    );
    if app.is_https() {
        set(
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000; includeSubDomains",
        );
    }
    set(header::CACHE_CONTROL, "no-store");
    response
}
