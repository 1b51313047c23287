//! What all handlers share: the register behind one bridge from async to sync, settings, and who is asking.

use super::failure::Failure;
use super::metrics::Counters;
use crate::domain::account::Actor;
use crate::domain::message::Message;
use crate::error::{Error, Kind, Result};
use crate::register::{Caller, Register};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;

/// Settings of one instance.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Address under which people reach the instance (`https://prozesse.example.de`); `None`: plain HTTP on loopback.
    pub public_url: Option<String>,
    /// Header in which the proxy in front says where a request comes from; `None`: no proxy is trusted.
    pub proxy_header: Option<String>,
    /// Accounts shown on the sign-in page of the demo: login, password, catalogue id of what they do.
    pub demo_accounts: Vec<(String, String, String)>,
}

/// The application state.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    register: Register,
    settings: Settings,
    town: Mutex<Option<(Instant, String)>>,
    bridge: Arc<Semaphore>,
    hashing: Arc<Semaphore>,
    counters: Counters,
}

/// How long the name of the town is remembered; it stands on every page and hardly ever changes.
const TOWN_AGE: Duration = Duration::from_secs(20);

/// Use cases worked on at once; further ones wait. Bounds threads and memory whatever comes in.
const BRIDGE: usize = 32;

/// Passwords hashed at once: each takes 19 MiB and a processor (quality.md S4, S5).
const HASHING: usize = 2;

/// How long somebody who signs in waits for a turn, and when to come back.
const PATIENCE: Duration = Duration::from_secs(5);
const COME_BACK: u32 = 5;

impl App {
    /// The application over a register.
    pub fn new(register: Register, settings: Settings) -> App {
        App {
            inner: Arc::new(Inner {
                register,
                settings,
                town: Mutex::new(None),
                bridge: Arc::new(Semaphore::new(BRIDGE)),
                hashing: Arc::new(Semaphore::new(HASHING)),
                counters: Counters::default(),
            }),
        }
    }

    /// Settings.
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// What is counted since the start.
    pub(super) fn counters(&self) -> &Counters {
        &self.inner.counters
    }

    /// True where people reach the instance over https.
    pub fn is_https(&self) -> bool {
        self.settings()
            .public_url
            .as_deref()
            .is_some_and(|url| url.starts_with("https://"))
    }

    /// Name of the town for the head of the pages; empty where it cannot be read.
    pub(super) async fn town(&self, caller: &Caller) -> String {
        if let Ok(kept) = self.inner.town.lock()
            && let Some((at, town)) = kept.as_ref()
            && at.elapsed() < TOWN_AGE
        {
            return town.clone();
        }
        let caller = caller.clone();
        let town = self
            .run(move |register| register.organisation(&caller))
            .await
            .map(|organisation| organisation.town)
            .unwrap_or_default();
        if let Ok(mut kept) = self.inner.town.lock() {
            *kept = Some((Instant::now(), town.clone()));
        }
        town
    }

    /// Forgets the name of the town after it was changed.
    pub(super) fn forget_town(&self) {
        if let Ok(mut kept) = self.inner.town.lock() {
            *kept = None;
        }
    }

    /// The one bridge from async to sync: runs a use case on a thread that may block.
    pub async fn run<T: Send + 'static>(
        &self,
        use_case: impl FnOnce(&Register) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let app = self.clone();
        let place = self
            .inner
            .bridge
            .clone()
            .acquire_owned()
            .await
            .map_err(Error::internal)?;
        let work = move || {
            // The place is held as long as the work goes on, also when nobody waits for the answer any more.
            let _place = place;
            use_case(&app.inner.register)
        };
        match tokio::task::spawn_blocking(work).await {
            Ok(result) => result,
            Err(panic) => Err(Error::internal(panic)),
        }
    }

    /// The same for use cases that hash a password: few at a time, `Busy` where the queue is long.
    pub async fn run_hashing<T: Send + 'static>(
        &self,
        use_case: impl FnOnce(&Register) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let turn = tokio::time::timeout(PATIENCE, self.inner.hashing.clone().acquire_owned()).await;
        let Ok(Ok(turn)) = turn else {
            return Err(Error::new(Kind::Busy(COME_BACK), Message::new("web-error-busy")));
        };
        self.run(move |register| {
            let _turn = turn;
            use_case(register)
        })
        .await
    }
}

/// Who is asking, put into the request by the middleware that reads session cookie or bearer token.
#[derive(Debug, Clone)]
pub enum Identity {
    /// Nobody.
    Nobody,
    /// By session cookie: state changes need the same origin.
    Session(Caller),
    /// By bearer token.
    Token(Caller),
}

impl Identity {
    /// The caller, if somebody is signed in.
    pub fn caller(&self) -> Option<&Caller> {
        match self {
            Identity::Nobody => None,
            Identity::Session(caller) | Identity::Token(caller) => Some(caller),
        }
    }

    /// The actor, if somebody is signed in.
    pub fn actor(&self) -> Option<&Actor> {
        self.caller().map(|caller| &caller.actor)
    }
}

/// Extracts the signed-in caller; answers 401 (API) or goes to the sign-in page otherwise.
#[derive(Debug, Clone)]
pub struct Signed(pub Caller);

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> std::result::Result<Self, Failure> {
        match parts.extensions.get::<Identity>().and_then(Identity::caller) {
            Some(caller) => Ok(Signed(caller.clone())),
            None => Err(Failure::of(
                parts,
                Error::new(
                    Kind::Unauthenticated,
                    crate::domain::message::Message::new("error-sign-in"),
                ),
            )),
        }
    }
}
