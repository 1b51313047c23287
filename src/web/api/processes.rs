//! `/processes`: profiles.

use super::ask::{Answer, Ask, Match};
use super::query::{Query, next_address};
use super::reply::{json, placed, tagged};
use crate::domain::ids::{ApplicationId, ProcessId, UnitId};
use crate::domain::profile::{Category, Field, Status};
use crate::domain::profile_text::empty_profile;
use crate::error::{Error, Result};
use crate::register::{ProcessQuery, ProcessView, Sort};
use crate::web::App;
use crate::wire::{Fields, ProcessJson, ProcessPageJson, RevisionsJson, read_profile};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;

fn tag(view: &ProcessView) -> String {
    revision_tag(view.row.id, view.row.revision)
}

fn revision_tag(id: ProcessId, revision: u32) -> String {
    format!("\"{id}-{revision}\"")
}

fn words<T>(all: &[T], code: impl Fn(&T) -> &'static str) -> String {
    all.iter().map(code).collect::<Vec<_>>().join(", ")
}

/// Lists processes: full text, filters, order, pages.
#[utoipa::path(get, path = "/api/v1/processes", tag = "processes",
    params(
        ("q" = Option<String>, Query, description = "Full text; finds parts of compounds"),
        ("unit" = Option<i64>, Query, description = "This unit and everything below it"),
        ("category" = Option<String>, Query, description = "steering, core or support"),
        ("status" = Option<String>, Query, description = "draft, in-review, released or outdated"),
        ("application" = Option<i64>, Query, description = "Uses this application"),
        ("not_surveyed" = Option<String>, Query, description = "Name of a field that is not surveyed"),
        ("modelled" = Option<bool>, Query, description = "With or without a model"),
        ("sort" = Option<String>, Query, description = "number, name, unit, cases, hours, breaks, completeness or changed"),
        ("limit" = Option<usize>, Query, description = "1 to 500; 50 where nothing is said"),
        ("cursor" = Option<String>, Query, description = "From `next` of the page before"),
    ),
    responses((status = 200, body = ProcessPageJson), (status = 422, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn list(State(app): State<App>, ask: Ask) -> Answer {
    let mut given = Query::of(&ask);
    let query = ProcessQuery {
        q: given.take("q").unwrap_or_default(),
        unit: given.take_key("unit").map(UnitId),
        category: given.take_as(
            "category",
            || words(Category::ALL, |one| one.code()),
            Category::from_code,
        ),
        status: given.take_as(
            "status",
            || words(Status::ALL, |one| one.code()),
            Status::from_code,
        ),
        application: given.take_key("application").map(ApplicationId),
        not_surveyed: given.take_as(
            "not_surveyed",
            || words(Field::ALL, |one| one.code()),
            Field::from_code,
        ),
        modelled: given.take_bool("modelled"),
        sort: given
            .take_as("sort", || words(&Sort::ALL, |one| one.code()), Sort::from_code)
            .unwrap_or_default(),
        limit: given.take_limit(),
        cursor: given.take("cursor"),
    };
    let query = given.finish(query).map_err(|error| ask.fail(error))?;
    let caller = ask.caller.clone();
    let page = app
        .run(move |register| register.processes(&caller, &query))
        .await
        .map_err(|error| ask.fail(error))?;
    let next = next_address(&ask, page.next.as_deref());
    Ok(ask.current(&ProcessPageJson::new(&page, next)))
}

/// One process.
#[utoipa::path(get, path = "/api/v1/processes/{id}", tag = "processes",
    params(("id" = i64, Path, description = "Key of the process")),
    responses((status = 200, body = ProcessJson, headers(("ETag" = String, description = "Its revision"))),
        (status = 404, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn show(State(app): State<App>, Path(id): Path<String>, ask: Ask) -> Answer {
    let view = load(&app, &ask, &id).await.map_err(|error| ask.fail(error))?;
    // No 304: the answer also holds what follows from models and answers, which the revision does not tell.
    Ok(tagged(
        json(StatusCode::OK, &ProcessJson::from(&view)),
        &tag(&view),
    ))
}

async fn load(app: &App, ask: &Ask, id: &str) -> Result<ProcessView> {
    let id = process_id(id)?;
    let caller = ask.caller.clone();
    app.run(move |register| register.process(&caller, id)).await
}

/// The key in an address; anything else does not exist.
pub(super) fn process_id(text: &str) -> Result<ProcessId> {
    text.parse()
        .map(ProcessId)
        .map_err(|_| Error::not_found("api-process"))
}

/// Registers a process. `number` and `name` suffice.
#[utoipa::path(post, path = "/api/v1/processes", tag = "processes",
    params(("Idempotency-Key" = Option<String>, Header, description = "The same key gets the same answer")),
    request_body = crate::wire::ProfileJson,
    responses((status = 201, body = ProcessJson), (status = 422, body = crate::wire::ProblemJson, content_type = "application/problem+json"),
        (status = 409, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn create(State(app): State<App>, ask: Ask, body: Body) -> Answer {
    let made = async {
        let mut fields = Fields::new(ask.object(body).await?);
        let profile = read_profile(&mut fields, empty_profile());
        fields.require("name", !profile.name.trim().is_empty());
        let profile = fields.finish(profile)?;
        let caller = ask.caller.clone();
        app.run(move |register| {
            let id = register.create_process(&caller, &profile)?;
            register.process(&caller, id)
        })
        .await
    };
    let view = made.await.map_err(|error| ask.fail(error))?;
    let response = json(StatusCode::CREATED, &ProcessJson::from(&view));
    let address = format!("/api/v1/processes/{}", view.row.id);
    Ok(placed(tagged(response, &tag(&view)), &address))
}

/// Replaces a profile: what is not there is not surveyed. Needs `If-Match`.
#[utoipa::path(put, path = "/api/v1/processes/{id}", tag = "processes",
    params(("id" = i64, Path, description = "Key of the process"), ("If-Match" = String, Header, description = "ETag of the process as it was read")),
    request_body(content = crate::wire::ProfileJson, description = "The profile; may hold `reason`, why it changes"),
    responses((status = 200, body = ProcessJson), (status = 412, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn replace(State(app): State<App>, Path(id): Path<String>, ask: Ask, body: Body) -> Answer {
    write(app, id, ask, body, false).await
}

/// Changes single fields: what is not there stays. Needs `If-Match`.
#[utoipa::path(patch, path = "/api/v1/processes/{id}", tag = "processes",
    params(("id" = i64, Path, description = "Key of the process"), ("If-Match" = String, Header, description = "ETag of the process as it was read")),
    request_body(content = Object, description = "Some fields of a profile; may hold `reason`, why it changes"),
    responses((status = 200, body = ProcessJson), (status = 412, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn change(State(app): State<App>, Path(id): Path<String>, ask: Ask, body: Body) -> Answer {
    write(app, id, ask, body, true).await
}

async fn write(app: App, id: String, ask: Ask, body: Body, keep: bool) -> Answer {
    let written = async {
        let wanted = ask.required_match()?;
        let before = load(&app, &ask, &id).await?;
        if !wanted.fits(&tag(&before)) {
            return Err(Match::stale());
        }
        let mut fields = Fields::new(ask.object(body).await?);
        fields.ignore(&ProcessJson::COMPUTED);
        let reason = fields.take_text("reason").unwrap_or_default();
        let base = if keep {
            before.row.profile.clone()
        } else {
            empty_profile()
        };
        let profile = read_profile(&mut fields, base);
        fields.require("number", !profile.number.trim().is_empty());
        fields.require("name", !profile.name.trim().is_empty());
        let profile = fields.finish(profile)?;
        let (caller, id, revision) = (ask.caller.clone(), before.row.id, before.row.revision);
        app.run(move |register| {
            register.change_process(&caller, id, Some(revision), &profile, &reason)?;
            register.process(&caller, id)
        })
        .await
    };
    let view = written.await.map_err(|error| ask.fail(error))?;
    Ok(tagged(
        json(StatusCode::OK, &ProcessJson::from(&view)),
        &tag(&view),
    ))
}

/// Takes a process off the lists; its history stays. Needs `If-Match`.
#[utoipa::path(delete, path = "/api/v1/processes/{id}", tag = "processes",
    params(("id" = i64, Path, description = "Key of the process"), ("If-Match" = String, Header, description = "ETag of the process as it was read")),
    responses((status = 204), (status = 412, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn delete(State(app): State<App>, Path(id): Path<String>, ask: Ask) -> Answer {
    let deleted = async {
        let wanted = ask.required_match()?;
        let before = load(&app, &ask, &id).await?;
        if !wanted.fits(&tag(&before)) {
            return Err(Match::stale());
        }
        let (caller, id, revision) = (ask.caller.clone(), before.row.id, before.row.revision);
        app.run(move |register| register.delete_process(&caller, id, Some(revision)))
            .await
    };
    deleted.await.map_err(|error: Error| ask.fail(error))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The history of a process, newest first, with differences.
#[utoipa::path(get, path = "/api/v1/processes/{id}/revisions", tag = "processes",
    params(("id" = i64, Path, description = "Key of the process")),
    responses((status = 200, body = RevisionsJson)))]
pub(super) async fn revisions(State(app): State<App>, Path(id): Path<String>, ask: Ask) -> Answer {
    let found = async {
        let id = process_id(&id)?;
        let caller = ask.caller.clone();
        app.run(move |register| register.revisions(&caller, id)).await
    };
    let revisions = found.await.map_err(|error| ask.fail(error))?;
    Ok(ask.current(&RevisionsJson::from(revisions.as_slice())))
}
