//! Pages, API and assets. Home of `axum`, `askama`, `tokio`, `tower`.
//!
//! Thin: a handler takes the request apart, calls one use case through the bridge [`App::run`] and shows the answer.

mod address;
mod ahead;
pub mod api;
mod app;
mod assets;
mod choice;
mod failure;
mod form;
mod frame;
mod guard;
mod metrics;
pub mod pages;
mod routes;
mod serve;
mod state;
#[cfg(test)]
mod tests;
mod words;

pub use app::{App, Identity, Settings, Signed};
pub use failure::{Answer, Failure};
pub use routes::{Needs, Routes};
pub use serve::{router, routes, serve, serve_blocking};
