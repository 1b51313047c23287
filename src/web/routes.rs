//! The table of routes. Every route is added with what it needs; a route cannot be added without.

use super::app::{App, Identity};
use super::failure::Failure;
use crate::domain::account::Role;
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;

/// What a route needs before its handler runs. The use case checks again, on the object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Anybody may come.
    Nothing,
    /// At least this role.
    Role(Role),
}

/// Routes with their needs.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<(&'static str, Needs)>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Routes {
        Routes::default()
    }

    /// Adds a path. Split a path by method where methods need different roles: `at` may be called again for the same path.
    pub fn at(mut self, path: &'static str, needs: Needs, methods: MethodRouter<App>) -> Routes {
        let methods = methods.layer(from_fn(move |request, next| check(needs, request, next)));
        self.router = self.router.route(path, methods);
        self.table.push((path, needs));
        self
    }

    /// Both tables in one.
    pub fn merge(mut self, other: Routes) -> Routes {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// Paths with what they need, for tests and documentation.
    pub fn table(&self) -> &[(&'static str, Needs)] {
        &self.table
    }

    /// The router.
    pub fn into_router(self) -> Router<App> {
        self.router
    }
}

async fn check(needs: Needs, request: Request, next: Next) -> Response {
    let refusal = match (
        needs,
        request.extensions().get::<Identity>().and_then(Identity::actor),
    ) {
        (Needs::Nothing, _) => None,
        (Needs::Role(_), None) => Some(Error::new(Kind::Unauthenticated, Message::new("error-sign-in"))),
        (Needs::Role(role), Some(actor)) if actor.role < role => {
            Some(Error::new(Kind::Forbidden, Message::new("error-forbidden")))
        }
        (Needs::Role(_), Some(_)) => None,
    };
    match refusal {
        None => next.run(request).await,
        Some(error) => {
            let (parts, _) = request.into_parts();
            Failure::of(&parts, error).into_response()
        }
    }
}
