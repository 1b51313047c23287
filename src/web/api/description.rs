//! The description of the API (OpenAPI 3.1). Made from the handlers; a test compares it with the table of routes.

use super::reply::text;
use super::{analyse, candidates, diagrams, findings, organisation, priorities, processes, system_pairs};
use crate::wire;
use axum::http::StatusCode;
use axum::response::Response;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Prozessregister",
        description = "Process register and modelling service. Errors are `application/problem+json`. Fields with three states: the value, `null` (not surveyed) or `\"not_applicable\"`."
    ),
    paths(
        show,
        processes::list,
        processes::create,
        processes::show,
        processes::replace,
        processes::change,
        processes::delete,
        processes::revisions,
        diagrams::list,
        diagrams::upload,
        diagrams::show,
        diagrams::findings,
        diagrams::candidates,
        diagrams::compare,
        diagrams::times,
        diagrams::judge,
        analyse::analyse,
        findings::list,
        system_pairs::list,
        system_pairs::interface,
        candidates::list,
        priorities::list,
        priorities::answers,
        priorities::answer,
        organisation::units,
        organisation::unit,
        organisation::create_unit,
        organisation::change_unit,
        organisation::applications,
        organisation::application,
        organisation::create_application,
        organisation::change_application,
    ),
    components(schemas(wire::ProblemJson, wire::FieldFaultJson)),
    modifiers(&Bearer),
    security(("token" = []))
)]
struct Description;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("API token, made with `token add`"))
            .build();
        openapi
            .components
            .get_or_insert_default()
            .add_security_scheme("token", SecurityScheme::Http(scheme));
    }
}

/// The description as a value, for the readable page and the tests.
pub(super) fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
}

/// The description as JSON over several lines.
pub fn openapi_json() -> String {
    wire::to_json_pretty(&openapi())
}

/// This description.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "description", security(()),
    responses((status = 200, description = "OpenAPI 3.1")))]
pub(super) async fn show() -> Response {
    text(StatusCode::OK, "application/json", openapi_json().into())
}
