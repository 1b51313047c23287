//! `/findings/system-pairs`: between which systems people carry over, over the whole register.

use super::ask::{Answer, Ask};
use super::query::{Query, next_address};
use crate::domain::carrier::Carrier;
use crate::domain::ids::UnitId;
use crate::domain::system_pair::OtherSide;
use crate::error::Error;
use crate::register::PairFilter;
use crate::web::App;
use crate::wire::{ProblemJson, SystemPairPageJson, WhatIfJson};
use axum::extract::State;

/// Pairs of systems between which people carry information over by hand, those that cost most hours first.
#[utoipa::path(get, path = "/api/v1/findings/system-pairs", tag = "findings",
    params(
        ("unit" = Option<i64>, Query, description = "Processes of this unit and everything below it"),
        ("with" = Option<String>, Query, description = "Other side: system, document, paper or oral; all where nothing is said"),
        ("limit" = Option<usize>, Query, description = "1 to 500; 50 where nothing is said"),
        ("cursor" = Option<String>, Query, description = "From `next` of the page before"),
    ),
    responses((status = 200, body = SystemPairPageJson)))]
pub(super) async fn list(State(app): State<App>, ask: Ask) -> Answer {
    let mut query = Query::of(&ask);
    let filter = PairFilter {
        unit: query.take_key("unit").map(UnitId),
        with: query.take_as(
            "with",
            || OtherSide::ALL.map(OtherSide::code).join(", "),
            OtherSide::from_code,
        ),
        limit: query.take_limit(),
        cursor: query.take("cursor"),
    };
    let filter = query.finish(filter).map_err(|error| ask.fail(error))?;
    let caller = ask.caller.clone();
    let pairs = app
        .run(move |register| register.system_pairs(&caller, &filter))
        .await
        .map_err(|error| ask.fail(error))?;
    let next = next_address(&ask, pairs.page.next.as_deref());
    Ok(ask.current(&SystemPairPageJson::new(&pairs, next)))
}

/// What an interface between two systems would change: breaks and hours that vanish, and changed ranks.
#[utoipa::path(get, path = "/api/v1/findings/system-pairs/interface", tag = "findings",
    params(
        ("one" = String, Query, description = "A carrier as the list of pairs names it: `system:NAME`"),
        ("other" = String, Query, description = "The other one"),
        ("unit" = Option<i64>, Query, description = "Processes of this unit and everything below it"),
    ),
    responses((status = 200, body = WhatIfJson), (status = 404, body = ProblemJson)))]
pub(super) async fn interface(State(app): State<App>, ask: Ask) -> Answer {
    let mut query = Query::of(&ask);
    let known = || "system:NAME, document, paper, oral".to_owned();
    let mut end = |name: &str| query.take_as(name, known, Carrier::parse);
    let (one, other) = (end("one"), end("other"));
    let unit = query.take_key("unit").map(UnitId);
    let (one, other) = query
        .finish((one, other))
        .and_then(|ends| match ends {
            (Some(one), Some(other)) => Ok((one, other)),
            _ => Err(Error::not_found("thing-system-pair")),
        })
        .map_err(|error| ask.fail(error))?;
    let caller = ask.caller.clone();
    let found = app
        .run(move |register| register.interface_effect(&caller, unit, &one, &other))
        .await
        .map_err(|error| ask.fail(error))?;
    Ok(ask.current(&WhatIfJson::from(&found)))
}
