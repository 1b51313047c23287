//! `/findings`: what rules report, over the whole register.

use super::ask::{Answer, Ask};
use super::query::{Query, next_address};
use crate::domain::analysis::WORK_FAMILIES;
use crate::domain::carrier::BreakKind;
use crate::domain::finding::{Level, Verdict};
use crate::domain::ids::UnitId;
use crate::register::FindingFilter;
use crate::web::App;
use crate::wire::FindingPageJson;
use axum::extract::State;

/// Findings of the newest Ist models, those that cost most hours first.
#[utoipa::path(get, path = "/api/v1/findings", tag = "findings",
    params(
        ("unit" = Option<i64>, Query, description = "This unit and everything below it"),
        ("family" = Option<String>, Query, description = "media-break or weak-spot; both where nothing is said"),
        ("kind" = Option<String>, Query, description = "Kind of media break"),
        ("level" = Option<String>, Query, description = "high, medium or check"),
        ("verdict" = Option<String>, Query, description = "A verdict, or `open`: not judged yet"),
        ("limit" = Option<usize>, Query, description = "1 to 500; 50 where nothing is said"),
        ("cursor" = Option<String>, Query, description = "From `next` of the page before"),
    ),
    responses((status = 200, body = FindingPageJson)))]
pub(super) async fn list(State(app): State<App>, ask: Ask) -> Answer {
    let mut query = Query::of(&ask);
    let filter = FindingFilter {
        unit: query.take_key("unit").map(UnitId),
        kind: query.take_as(
            "kind",
            || BreakKind::ALL.map(BreakKind::code).join(", "),
            BreakKind::from_code,
        ),
        family: query
            .take_as(
                "family",
                || WORK_FAMILIES.join(", "),
                |text| WORK_FAMILIES.into_iter().find(|family| *family == text),
            )
            .map(str::to_owned),
        rule: None,
        level: query.take_as(
            "level",
            || Level::ALL.map(Level::code).join(", "),
            |text| Level::ALL.into_iter().find(|level| level.code() == text),
        ),
        verdict: query.take_as(
            "verdict",
            || format!("open, {}", Verdict::ALL.map(Verdict::code).join(", ")),
            |text| match text {
                "open" => Some(None),
                other => Verdict::from_code(other).map(Some),
            },
        ),
        limit: query.take_limit(),
        cursor: query.take("cursor"),
    };
    let filter = query.finish(filter).map_err(|error| ask.fail(error))?;
    let caller = ask.caller.clone();
    let page = app
        .run(move |register| register.findings(&caller, &filter))
        .await
        .map_err(|error| ask.fail(error))?;
    let next = next_address(&ask, page.next.as_deref());
    Ok(ask.current(&FindingPageJson::new(&page, next, ask.lang)))
}
