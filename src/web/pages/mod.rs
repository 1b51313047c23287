//! The pages: one file per noun, templates of the same name.

mod account;
mod admin;
mod answers;
mod candidate_card;
mod candidates;
mod catalogue;
mod compare;
mod diagrams;
mod finding_card;
mod finding_views;
mod findings;
mod help;
mod markdown;
mod priorities;
mod processes;
mod remarks;
mod score_bar;
mod sign_in;
mod start;
mod steps;
mod story;
mod system_pairs;
mod times;
mod times_difference;
mod weak_spots;

use super::address::with_query;
use super::choice::Choice;
use super::failure::{Answer, Failure};
use super::frame::Frame;
use super::guard::Visitor;
use super::routes::Routes;
use crate::error::Error;
use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};

/// All pages with what they need.
pub(super) fn routes() -> Routes {
    Routes::new()
        .merge(sign_in::routes())
        .merge(start::routes())
        .merge(processes::routes())
        .merge(diagrams::routes())
        .merge(steps::routes())
        .merge(compare::routes())
        .merge(findings::routes())
        .merge(finding_views::routes())
        .merge(system_pairs::routes())
        .merge(candidates::routes())
        .merge(priorities::routes())
        .merge(answers::routes())
        .merge(catalogue::routes())
        .merge(help::routes())
        .merge(account::routes())
        .merge(admin::routes())
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

/// A filter in force; its address is the list without it.
struct Chip {
    label: String,
    address: String,
}

/// The filters in force, from the choices that are chosen (labels: `web-filter-…`).
fn chips(visitor: &Visitor, f: &Frame, path: &str, filters: &[(&'static str, Vec<Choice>)]) -> Vec<Chip> {
    let without = |name: &str| {
        let kept = visitor
            .query
            .iter()
            .filter(|(key, _)| key != name && key != "cursor" && key != "done")
            .map(|(key, value)| (key.as_str(), value.as_str()));
        with_query(path, kept)
    };
    let mut chips = Vec::new();
    if !f.q.is_empty() {
        chips.push(Chip {
            label: format!("„{}“", f.q),
            address: without("q"),
        });
    }
    for (name, list) in filters {
        if let Some(chosen) = list.iter().find(|choice| choice.chosen) {
            let label = f.t(&format!("web-filter-{name}"));
            chips.push(Chip {
                label: format!("{label}: {}", chosen.label.trim_matches('\u{a0}')),
                address: without(name),
            });
        }
    }
    chips
}
