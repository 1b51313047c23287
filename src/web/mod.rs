//! Pages, API and assets. Home of `axum`, `askama`, `tokio`, `tower`.
//!
//! Thin: a handler takes the request apart, calls one use case through the bridge [`App::run`] and shows the answer.

pub mod api;
mod app;
mod failure;
pub mod pages;
mod routes;

pub use app::{App, Identity, Settings, Signed};
pub use failure::Failure;
pub use routes::{Needs, Routes};
