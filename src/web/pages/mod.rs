//! The pages: one file per noun, templates of the same name.

mod candidate_card;
mod diagrams;
mod finding_card;
mod processes;
mod sign_in;

use super::failure::{Answer, Failure};
use super::routes::Routes;
use crate::error::Error;
use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};

/// All pages with what they need.
pub(super) fn routes() -> Routes {
    Routes::new()
        .merge(sign_in::routes())
        .merge(processes::routes())
        .merge(diagrams::routes())
}

/// A page made from its template.
fn show(page: &impl Template) -> Answer {
    match page.render() {
        Ok(html) => Ok(Html(html).into_response()),
        Err(fault) => Err(Failure::from(Error::internal(fault))),
    }
}

/// Goes on to a page that says what was done (`web-done-…`).
fn done(address: &str, code: &str) -> Response {
    let separator = if address.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{address}{separator}done={code}")).into_response()
}
