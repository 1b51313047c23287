//! `Idempotency-Key` on POST: the same key of the same account gets the same answer, and nothing is done twice.
//!
//! The answers are kept in memory: the newest [`KEPT`] of at most [`BODY`] bytes each. A restart forgets them; a client
//! that must be sure across a restart looks for its number first (numbers are unique).

use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::web::state::fnv;
use crate::web::{Failure, Identity};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Number of answers kept.
const KEPT: usize = 512;

/// Largest answer kept, in bytes; larger ones are given once.
const BODY: usize = 256 * 1024;

/// Largest request with a key, in bytes: a BPMN file.
const REQUEST: usize = 20_000_000;

/// Longest key.
const KEY: usize = 200;

#[derive(Clone)]
struct Kept {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

struct Entry {
    account: i64,
    key: String,
    request: u64,
    /// `None`: still being worked on.
    answer: Option<Kept>,
}

/// The keys seen lately, shared by all POST routes.
#[derive(Clone, Default)]
pub(super) struct Keys(Arc<Mutex<VecDeque<Entry>>>);

enum Seen {
    New,
    Same(Kept),
    Working,
    Other,
}

impl Keys {
    fn entries(&self) -> MutexGuard<'_, VecDeque<Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn look(&self, account: i64, key: &str, request: u64) -> Seen {
        let mut entries = self.entries();
        let found = entries
            .iter()
            .find(|entry| entry.account == account && entry.key == key);
        match found {
            Some(entry) if entry.request != request => Seen::Other,
            Some(Entry { answer: None, .. }) => Seen::Working,
            Some(Entry {
                answer: Some(kept), ..
            }) => Seen::Same(kept.clone()),
            None => {
                if entries.len() >= KEPT {
                    entries.pop_front();
                }
                entries.push_back(Entry {
                    account,
                    key: key.to_owned(),
                    request,
                    answer: None,
                });
                Seen::New
            }
        }
    }

    /// Keeps the answer, or forgets the key where there is none to keep.
    fn settle(&self, account: i64, key: &str, answer: Option<Kept>) {
        let mut entries = self.entries();
        let place = entries
            .iter()
            .position(|entry| entry.account == account && entry.key == key);
        if let Some(place) = place {
            match answer {
                Some(kept) => {
                    if let Some(entry) = entries.get_mut(place) {
                        entry.answer = Some(kept);
                    }
                }
                None => {
                    entries.remove(place);
                }
            }
        }
    }

    /// Answers from memory where the key is known; else runs the request and keeps its answer if it went well.
    pub async fn answer_once(self, request: Request, next: Next) -> Response {
        let key = request
            .headers()
            .get("idempotency-key")
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned);
        let account = request
            .extensions()
            .get::<Identity>()
            .and_then(Identity::actor)
            .map(|actor| actor.account.0);
        let (Some(key), Some(account)) = (key, account) else {
            return next.run(request).await;
        };
        let (parts, body) = request.into_parts();
        if key.is_empty() || key.len() > KEY {
            return refuse(&parts, Kind::Invalid, "api-key-length");
        }
        let Ok(body) = to_bytes(body, REQUEST).await else {
            return refuse(&parts, Kind::TooLarge, "api-key-body");
        };
        let print = fnv(parts.uri.to_string().as_bytes()) ^ fnv(&body).rotate_left(1);
        match self.look(account, &key, print) {
            Seen::Same(kept) => {
                let mut response = Response::new(Body::from(kept.body));
                *response.status_mut() = kept.status;
                *response.headers_mut() = kept.headers;
                return response;
            }
            Seen::Working => return refuse(&parts, Kind::Conflict, "api-key-working"),
            Seen::Other => return refuse(&parts, Kind::Invalid, "api-key-other"),
            Seen::New => {}
        }
        let guard = Release {
            keys: self.clone(),
            account,
            key: key.clone(),
            armed: true,
        };
        // Goes on when the one who asked has gone, so that the same key finds the answer later.
        let work = tokio::spawn(async move {
            let response = next.run(Request::from_parts(parts, Body::from(body))).await;
            guard.keep(response).await
        });
        work.await
            .unwrap_or_else(|panic| Failure::from(Error::internal(panic)).into_response())
    }
}

/// Forgets the key if the request is dropped before it was answered.
struct Release {
    keys: Keys,
    account: i64,
    key: String,
    armed: bool,
}

impl Release {
    async fn keep(mut self, response: Response) -> Response {
        if !response.status().is_success() {
            return response;
        }
        let (head, body) = response.into_parts();
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        if body.len() <= BODY {
            self.armed = false;
            self.keys.settle(
                self.account,
                &self.key,
                Some(Kept {
                    status: head.status,
                    headers: head.headers.clone(),
                    body: body.to_vec(),
                }),
            );
        }
        Response::from_parts(head, Body::from(body))
    }
}

impl Drop for Release {
    fn drop(&mut self) {
        if self.armed {
            self.keys.settle(self.account, &self.key, None);
        }
    }
}

fn refuse(parts: &Parts, kind: Kind, id: &str) -> Response {
    Failure::of(parts, Error::new(kind, Message::new(id))).into_response()
}
