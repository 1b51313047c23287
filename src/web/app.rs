//! What all handlers share: the register behind one bridge from async to sync, settings, and who is asking.

use super::failure::Failure;
use crate::domain::account::Actor;
use crate::error::{Error, Kind, Result};
use crate::register::{Caller, Register};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::sync::Arc;

/// Settings of one instance.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Address under which people reach the instance (`https://prozesse.example.de`); `None`: plain HTTP on loopback.
    pub public_url: Option<String>,
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
}

impl App {
    /// The application over a register.
    pub fn new(register: Register, settings: Settings) -> App {
        App {
            inner: Arc::new(Inner { register, settings }),
        }
    }

    /// Settings.
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// The one bridge from async to sync: runs a use case on a thread that may block.
    pub async fn run<T: Send + 'static>(
        &self,
        use_case: impl FnOnce(&Register) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let app = self.clone();
        match tokio::task::spawn_blocking(move || use_case(&app.inner.register)).await {
            Ok(result) => result,
            Err(panic) => Err(Error::internal(panic)),
        }
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
