//! `/api/v1`: the same nouns as the pages, as JSON. One file per noun; a handler takes the request apart, calls one use
//! case and answers with a type of `wire`.
//!
//! Changing a process needs `If-Match`; the ETag is its revision. `Idempotency-Key` is honoured on POST (kept in memory,
//! see [`idempotency`]). Expensive requests share a bounded number of places ([`places`]).

mod analyse;
mod ask;
mod candidates;
mod description;
mod diagrams;
mod findings;
mod idempotency;
mod organisation;
mod page;
mod places;
mod priorities;
mod processes;
mod query;
mod reply;
mod system_pairs;

pub use description::openapi_json;

use super::routes::{Needs, Routes};
use crate::domain::account::Role;
use axum::middleware::from_fn;
use axum::routing::{MethodRouter, get, post, put};
use places::Places;

const READ: Needs = Needs::Role(Role::Reader);

/// All routes of the API and its readable page.
pub fn routes() -> Routes {
    let places = Places::new(places::DEFAULT);
    let keys = idempotency::Keys::default();
    let dear = move |methods: MethodRouter<_>| {
        let places = places.clone();
        methods.layer(from_fn(move |request, next| places.clone().hold(request, next)))
    };
    let once = move |methods: MethodRouter<_>| {
        let keys = keys.clone();
        methods.layer(from_fn(move |request, next| {
            keys.clone().answer_once(request, next)
        }))
    };
    Routes::new()
        .at("/api", Needs::Nothing, get(page::show))
        .at("/api/v1/openapi.json", Needs::Nothing, get(description::show))
        .at("/api/v1/processes", READ, get(processes::list))
        .at(
            "/api/v1/processes",
            Needs::Role(Role::ProcessOwner),
            once(post(processes::create)),
        )
        .at("/api/v1/processes/{id}", READ, get(processes::show))
        .at(
            "/api/v1/processes/{id}",
            Needs::Role(Role::ProcessOwner),
            put(processes::replace)
                .patch(processes::change)
                .delete(processes::delete),
        )
        .at(
            "/api/v1/processes/{id}/revisions",
            READ,
            get(processes::revisions),
        )
        .at("/api/v1/processes/{id}/diagrams", READ, get(diagrams::list))
        .at(
            "/api/v1/processes/{id}/diagrams",
            Needs::Role(Role::Analyst),
            once(dear(post(diagrams::upload))),
        )
        .at(
            "/api/v1/processes/{id}/diagrams/{n}",
            READ,
            dear(get(diagrams::show)),
        )
        .at(
            "/api/v1/processes/{id}/diagrams/{n}/findings",
            READ,
            dear(get(diagrams::findings)),
        )
        .at(
            "/api/v1/processes/{id}/diagrams/{n}/compare/{m}",
            READ,
            dear(get(diagrams::compare)),
        )
        .at(
            "/api/v1/processes/{id}/diagrams/{n}/candidates",
            READ,
            dear(get(diagrams::candidates)),
        )
        .at(
            "/api/v1/processes/{id}/diagrams/{n}/times",
            READ,
            dear(get(diagrams::times)),
        )
        .at(
            "/api/v1/processes/{id}/diagrams/{n}/findings/{key}/verdict",
            Needs::Role(Role::Analyst),
            put(diagrams::judge),
        )
        .at("/api/v1/processes/{id}/answers", READ, get(priorities::answers))
        .at(
            "/api/v1/processes/{id}/answers/{question}",
            Needs::Role(Role::Coordinator),
            put(priorities::answer),
        )
        .at("/api/v1/analyse", READ, once(dear(post(analyse::analyse))))
        .at("/api/v1/findings", READ, get(findings::list))
        .at("/api/v1/findings/system-pairs", READ, get(system_pairs::list))
        .at(
            "/api/v1/findings/system-pairs/interface",
            READ,
            dear(get(system_pairs::interface)),
        )
        .at("/api/v1/candidates", READ, get(candidates::list))
        .at("/api/v1/priorities", READ, get(priorities::list))
        .at("/api/v1/units", READ, get(organisation::units))
        .at(
            "/api/v1/units",
            Needs::Role(Role::Coordinator),
            once(post(organisation::create_unit)),
        )
        .at("/api/v1/units/{id}", READ, get(organisation::unit))
        .at(
            "/api/v1/units/{id}",
            Needs::Role(Role::Coordinator),
            put(organisation::change_unit),
        )
        .at("/api/v1/applications", READ, get(organisation::applications))
        .at(
            "/api/v1/applications",
            Needs::Role(Role::Coordinator),
            once(post(organisation::create_application)),
        )
        .at("/api/v1/applications/{id}", READ, get(organisation::application))
        .at(
            "/api/v1/applications/{id}",
            Needs::Role(Role::Coordinator),
            put(organisation::change_application),
        )
}

#[cfg(test)]
mod tests;
