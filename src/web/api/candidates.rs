//! `/candidates`: steps worth automating, over the whole register.

use super::ask::{Answer, Ask};
use super::query::{Query, next_address};
use crate::domain::candidate::SolutionClass;
use crate::domain::ids::UnitId;
use crate::register::CandidateFilter;
use crate::web::App;
use crate::wire::CandidatePageJson;
use axum::extract::State;

/// Candidates of the newest Ist models, largest gain first.
#[utoipa::path(get, path = "/api/v1/candidates", tag = "candidates",
    params(
        ("unit" = Option<i64>, Query, description = "This unit and everything below it"),
        ("class" = Option<String>, Query, description = "Proposed solution class"),
        ("limit" = Option<usize>, Query, description = "1 to 500; 50 where nothing is said"),
        ("cursor" = Option<String>, Query, description = "From `next` of the page before"),
    ),
    responses((status = 200, body = CandidatePageJson)))]
pub(super) async fn list(State(app): State<App>, ask: Ask) -> Answer {
    let mut query = Query::of(&ask);
    let filter = CandidateFilter {
        unit: query.take_key("unit").map(UnitId),
        class: query.take_as(
            "class",
            || SolutionClass::ALL.map(SolutionClass::code).join(", "),
            |text| SolutionClass::ALL.into_iter().find(|class| class.code() == text),
        ),
        limit: query.take_limit(),
        cursor: query.take("cursor"),
    };
    let filter = query.finish(filter).map_err(|error| ask.fail(error))?;
    let caller = ask.caller.clone();
    let page = app
        .run(move |register| register.candidates(&caller, &filter))
        .await
        .map_err(|error| ask.fail(error))?;
    let next = next_address(&ask, page.next.as_deref());
    Ok(ask.current(&CandidatePageJson::new(&page, next, ask.lang)))
}
