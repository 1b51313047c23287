//! `/units` and `/applications`: the catalogues of the town.
//!
//! Catalogue entries have no revisions; their ETag is a hash of what the API shows, and the entry it was made from has to
//! be there still when the change is written.

use super::ask::{Answer, Ask, Match};
use super::reply::{json, placed, tag_of, tagged};
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::organisation::{Application, Unit};
use crate::error::{Error, Result};
use crate::register::{Caller, Organisation, Register};
use crate::web::App;
use crate::wire::{
    ApplicationJson, ApplicationsJson, InterfaceJson, Leaves, Object, UnitJson, UnitsJson, read_application,
    read_unit,
};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;

/// A kind of entry, with what differs between the kinds.
trait Entry: Sized + Send + Clone + 'static {
    /// Catalogue id of its name.
    const THING: &'static str;
    /// Where its entries are.
    const PATH: &'static str;
    type Json: Leaves + for<'e> From<&'e Self>;

    fn key(&self) -> i64;
    fn all(organisation: Organisation) -> Vec<Self>;
    fn read(object: Object, key: i64) -> Result<Self>;
    fn save(&self, register: &Register, caller: &Caller, before: Option<Self>) -> Result<i64>;
}

impl Entry for Unit {
    const THING: &'static str = "api-unit";
    const PATH: &'static str = "/api/v1/units";
    type Json = UnitJson;

    fn key(&self) -> i64 {
        self.id.0
    }

    fn all(organisation: Organisation) -> Vec<Unit> {
        organisation.units
    }

    fn read(object: Object, key: i64) -> Result<Unit> {
        read_unit(object, UnitId(key))
    }

    fn save(&self, register: &Register, caller: &Caller, before: Option<Unit>) -> Result<i64> {
        Ok(register.save_unit_over(caller, self, before)?.0)
    }
}

impl Entry for Application {
    const THING: &'static str = "api-application";
    const PATH: &'static str = "/api/v1/applications";
    type Json = ApplicationJson;

    fn key(&self) -> i64 {
        self.id.0
    }

    fn all(organisation: Organisation) -> Vec<Application> {
        organisation.applications
    }

    fn read(object: Object, key: i64) -> Result<Application> {
        read_application(object, ApplicationId(key))
    }

    fn save(&self, register: &Register, caller: &Caller, before: Option<Application>) -> Result<i64> {
        Ok(register.save_application_over(caller, self, before)?.0)
    }
}

async fn load(app: &App, ask: &Ask) -> Result<Organisation> {
    let caller = ask.caller.clone();
    app.run(move |register| register.organisation(&caller)).await
}

fn find<E: Entry>(organisation: Organisation, key: i64) -> Result<E> {
    E::all(organisation)
        .into_iter()
        .find(|entry| entry.key() == key)
        .ok_or_else(|| Error::not_found(E::THING))
}

fn key<E: Entry>(text: &str) -> Result<i64> {
    text.parse().map_err(|_| Error::not_found(E::THING))
}

async fn show<E: Entry>(app: &App, ask: &Ask, id: &str) -> Answer {
    let found = async { find::<E>(load(app, ask).await?, key::<E>(id)?) };
    let entry = found.await.map_err(|error| ask.fail(error))?;
    Ok(ask.current(&E::Json::from(&entry)))
}

async fn create<E: Entry>(app: &App, ask: &Ask, body: Body) -> Answer {
    let made = async { save::<E>(app, ask, 0, None, body).await };
    let entry = made.await.map_err(|error| ask.fail(error))?;
    let value = E::Json::from(&entry);
    let response = tagged(json(StatusCode::CREATED, &value), &tag_of(&value));
    Ok(placed(response, &format!("{}/{}", E::PATH, entry.key())))
}

async fn change<E: Entry>(app: &App, ask: &Ask, id: &str, body: Body) -> Answer {
    let changed = async {
        let wanted = ask.required_match()?;
        let key = key::<E>(id)?;
        let before = find::<E>(load(app, ask).await?, key)?;
        if !wanted.fits(&tag_of(&E::Json::from(&before))) {
            return Err(Match::stale());
        }
        save(app, ask, key, Some(before), body).await
    };
    let entry: E = changed.await.map_err(|error| ask.fail(error))?;
    let value = E::Json::from(&entry);
    Ok(tagged(json(StatusCode::OK, &value), &tag_of(&value)))
}

async fn save<E: Entry>(app: &App, ask: &Ask, key: i64, before: Option<E>, body: Body) -> Result<E> {
    let entry = E::read(ask.object(body).await?, key)?;
    let caller = ask.caller.clone();
    app.run(move |register| {
        let key = entry.save(register, &caller, before)?;
        find(register.organisation(&caller)?, key)
    })
    .await
}

/// All units, parents before children.
#[utoipa::path(get, path = "/api/v1/units", tag = "catalogues", responses((status = 200, body = UnitsJson)))]
pub(super) async fn units(State(app): State<App>, ask: Ask) -> Answer {
    let organisation = load(&app, &ask).await.map_err(|error| ask.fail(error))?;
    Ok(ask.current(&UnitsJson {
        units: organisation.units.iter().map(UnitJson::from).collect(),
        next: None,
    }))
}

/// One unit.
#[utoipa::path(get, path = "/api/v1/units/{id}", tag = "catalogues",
    params(("id" = i64, Path, description = "Key of the unit")), responses((status = 200, body = UnitJson)))]
pub(super) async fn unit(State(app): State<App>, Path(id): Path<String>, ask: Ask) -> Answer {
    show::<Unit>(&app, &ask, &id).await
}

/// Adds a unit.
#[utoipa::path(post, path = "/api/v1/units", tag = "catalogues", request_body = UnitJson,
    responses((status = 201, body = UnitJson), (status = 422, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn create_unit(State(app): State<App>, ask: Ask, body: Body) -> Answer {
    create::<Unit>(&app, &ask, body).await
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
    change::<Unit>(&app, &ask, &id, body).await
}

/// All applications by name, with the known interfaces between them.
#[utoipa::path(get, path = "/api/v1/applications", tag = "catalogues", responses((status = 200, body = ApplicationsJson)))]
pub(super) async fn applications(State(app): State<App>, ask: Ask) -> Answer {
    let organisation = load(&app, &ask).await.map_err(|error| ask.fail(error))?;
    Ok(ask.current(&ApplicationsJson {
        applications: organisation
            .applications
            .iter()
            .map(ApplicationJson::from)
            .collect(),
        interfaces: organisation.interfaces.iter().map(InterfaceJson::from).collect(),
        next: None,
    }))
}

/// One application.
#[utoipa::path(get, path = "/api/v1/applications/{id}", tag = "catalogues",
    params(("id" = i64, Path, description = "Key of the application")), responses((status = 200, body = ApplicationJson)))]
pub(super) async fn application(State(app): State<App>, Path(id): Path<String>, ask: Ask) -> Answer {
    show::<Application>(&app, &ask, &id).await
}

/// Adds an application.
#[utoipa::path(post, path = "/api/v1/applications", tag = "catalogues", request_body = ApplicationJson,
    responses((status = 201, body = ApplicationJson), (status = 422, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn create_application(State(app): State<App>, ask: Ask, body: Body) -> Answer {
    create::<Application>(&app, &ask, body).await
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
    change::<Application>(&app, &ask, &id, body).await
}
