//! `/units` and `/applications`: the catalogues of the town.
//!
//! Catalogue entries have no revisions; their ETag is a hash of what the API shows.

use super::ask::{Answer, Ask, Match};
use super::reply::{json, placed, tag_of, tagged, unless_known};
use crate::domain::ids::{ApplicationId, UnitId};
use crate::error::{Error, Result};
use crate::register::Organisation;
use crate::web::App;
use crate::wire::{
    ApplicationJson, ApplicationsJson, InterfaceJson, Leaves, UnitJson, UnitsJson, read_application,
    read_unit,
};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};

async fn load(app: &App, ask: &Ask) -> Result<Organisation> {
    let caller = ask.caller.clone();
    app.run(move |register| register.organisation(&caller)).await
}

fn find_unit(organisation: &Organisation, id: i64) -> Result<UnitJson> {
    organisation
        .units
        .iter()
        .find(|unit| unit.id.0 == id)
        .map(UnitJson::from)
        .ok_or_else(|| Error::not_found("api-unit"))
}

fn find_application(organisation: &Organisation, id: i64) -> Result<ApplicationJson> {
    organisation
        .applications
        .iter()
        .find(|application| application.id.0 == id)
        .map(ApplicationJson::from)
        .ok_or_else(|| Error::not_found("api-application"))
}

fn key(text: &str, what: &'static str) -> Result<i64> {
    text.parse().map_err(|_| Error::not_found(what))
}

fn one<T: Leaves>(ask: &Ask, value: &T) -> axum::response::Response {
    unless_known(ask.header(header::IF_NONE_MATCH), &tag_of(value), || {
        json(StatusCode::OK, value)
    })
}

/// All units, parents before children.
#[utoipa::path(get, path = "/api/v1/units", tag = "catalogues", responses((status = 200, body = UnitsJson)))]
pub(super) async fn units(State(app): State<App>, ask: Ask) -> Answer {
    let organisation = load(&app, &ask).await.map_err(|error| ask.fail(error))?;
    let list = UnitsJson {
        units: organisation.units.iter().map(UnitJson::from).collect(),
        next: None,
    };
    Ok(json(StatusCode::OK, &list))
}

/// One unit.
#[utoipa::path(get, path = "/api/v1/units/{id}", tag = "catalogues",
    params(("id" = i64, Path, description = "Key of the unit")), responses((status = 200, body = UnitJson)))]
pub(super) async fn unit(State(app): State<App>, Path(id): Path<String>, ask: Ask) -> Answer {
    let found = async { find_unit(&load(&app, &ask).await?, key(&id, "api-unit")?) };
    let unit = found.await.map_err(|error| ask.fail(error))?;
    Ok(one(&ask, &unit))
}

/// Adds a unit.
#[utoipa::path(post, path = "/api/v1/units", tag = "catalogues", request_body = UnitJson,
    responses((status = 201, body = UnitJson), (status = 422, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn create_unit(State(app): State<App>, ask: Ask, body: Body) -> Answer {
    let made = async { save_unit(&app, &ask, UnitId(0), body).await };
    let unit = made.await.map_err(|error| ask.fail(error))?;
    let response = tagged(json(StatusCode::CREATED, &unit), &tag_of(&unit));
    Ok(placed(response, &format!("/api/v1/units/{}", unit.id)))
}

/// Changes a unit. Needs `If-Match`.
#[utoipa::path(put, path = "/api/v1/units/{id}", tag = "catalogues",
    params(("id" = i64, Path, description = "Key of the unit"), ("If-Match" = String, Header, description = "ETag of the unit as it was read")),
    request_body = UnitJson, responses((status = 200, body = UnitJson), (status = 412, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn change_unit(
    State(app): State<App>,
    Path(id): Path<String>,
    ask: Ask,
    body: Body,
) -> Answer {
    let changed = async {
        let wanted = ask.required_match()?;
        let id = key(&id, "api-unit")?;
        let before = find_unit(&load(&app, &ask).await?, id)?;
        if !wanted.fits(&tag_of(&before)) {
            return Err(Match::stale());
        }
        save_unit(&app, &ask, UnitId(id), body).await
    };
    let unit = changed.await.map_err(|error| ask.fail(error))?;
    Ok(tagged(json(StatusCode::OK, &unit), &tag_of(&unit)))
}

async fn save_unit(app: &App, ask: &Ask, id: UnitId, body: Body) -> Result<UnitJson> {
    let unit = read_unit(ask.object(body).await?, id)?;
    let caller = ask.caller.clone();
    app.run(move |register| {
        let id = register.save_unit(&caller, &unit)?;
        find_unit(&register.organisation(&caller)?, id.0)
    })
    .await
}

/// All applications by name, with the known interfaces between them.
#[utoipa::path(get, path = "/api/v1/applications", tag = "catalogues", responses((status = 200, body = ApplicationsJson)))]
pub(super) async fn applications(State(app): State<App>, ask: Ask) -> Answer {
    let organisation = load(&app, &ask).await.map_err(|error| ask.fail(error))?;
    let list = ApplicationsJson {
        applications: organisation
            .applications
            .iter()
            .map(ApplicationJson::from)
            .collect(),
        interfaces: organisation.interfaces.iter().map(InterfaceJson::from).collect(),
        next: None,
    };
    Ok(json(StatusCode::OK, &list))
}

/// One application.
#[utoipa::path(get, path = "/api/v1/applications/{id}", tag = "catalogues",
    params(("id" = i64, Path, description = "Key of the application")), responses((status = 200, body = ApplicationJson)))]
pub(super) async fn application(State(app): State<App>, Path(id): Path<String>, ask: Ask) -> Answer {
    let found = async { find_application(&load(&app, &ask).await?, key(&id, "api-application")?) };
    let application = found.await.map_err(|error| ask.fail(error))?;
    Ok(one(&ask, &application))
}

/// Adds an application.
#[utoipa::path(post, path = "/api/v1/applications", tag = "catalogues", request_body = ApplicationJson,
    responses((status = 201, body = ApplicationJson), (status = 422, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn create_application(State(app): State<App>, ask: Ask, body: Body) -> Answer {
    let made = async { save_application(&app, &ask, ApplicationId(0), body).await };
    let application = made.await.map_err(|error| ask.fail(error))?;
    let response = tagged(json(StatusCode::CREATED, &application), &tag_of(&application));
    Ok(placed(
        response,
        &format!("/api/v1/applications/{}", application.id),
    ))
}

/// Changes an application. Needs `If-Match`.
#[utoipa::path(put, path = "/api/v1/applications/{id}", tag = "catalogues",
    params(("id" = i64, Path, description = "Key of the application"), ("If-Match" = String, Header, description = "ETag of the application as it was read")),
    request_body = ApplicationJson, responses((status = 200, body = ApplicationJson), (status = 412, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn change_application(
    State(app): State<App>,
    Path(id): Path<String>,
    ask: Ask,
    body: Body,
) -> Answer {
    let changed = async {
        let wanted = ask.required_match()?;
        let id = key(&id, "api-application")?;
        let before = find_application(&load(&app, &ask).await?, id)?;
        if !wanted.fits(&tag_of(&before)) {
            return Err(Match::stale());
        }
        save_application(&app, &ask, ApplicationId(id), body).await
    };
    let application = changed.await.map_err(|error| ask.fail(error))?;
    Ok(tagged(json(StatusCode::OK, &application), &tag_of(&application)))
}

async fn save_application(app: &App, ask: &Ask, id: ApplicationId, body: Body) -> Result<ApplicationJson> {
    let application = read_application(ask.object(body).await?, id)?;
    let caller = ask.caller.clone();
    app.run(move |register| {
        let id = register.save_application(&caller, &application)?;
        find_application(&register.organisation(&caller)?, id.0)
    })
    .await
}
