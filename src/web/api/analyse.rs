//! `POST /analyse`: the same JSON as the command; stores nothing.

use super::ask::{Answer, Ask};
use super::query::Query;
use super::reply::json;
use crate::register::{self, Limits};
use crate::web::App;
use crate::wire::FileJson;
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use std::time::Instant;

/// Analyses a BPMN file and stores nothing.
#[utoipa::path(post, path = "/api/v1/analyse", tag = "analyse",
    params(("file_name" = Option<String>, Query, description = "Name to give back in `file`"),
        ("lang" = Option<String>, Query, description = "de or en")),
    request_body(content = String, content_type = "application/xml"),
    responses((status = 200, body = Vec<FileJson>, description = "One object, as `analyse --format json` prints it"),
        (status = 413, body = crate::wire::ProblemJson, content_type = "application/problem+json"),
        (status = 422, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn analyse(State(app): State<App>, ask: Ask, body: Body) -> Answer {
    let done = async {
        let mut query = Query::of(&ask);
        let name = query.take("file_name").unwrap_or_default();
        query.finish(())?;
        let limits = Limits::default();
        let bytes = ask.bytes(body, limits.bytes).await?;
        let lang = ask.lang;
        app.run(move |_| {
            let start = Instant::now();
            let analysis = register::analyse(&bytes, &limits)?;
            let micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
            Ok(FileJson::new(&name, Ok(&analysis), Some(micros), lang))
        })
        .await
    };
    let file = done.await.map_err(|error| ask.fail(error))?;
    Ok(json(StatusCode::OK, &[file]))
}
