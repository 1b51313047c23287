//! `/priorities` and the answers it rests on.

use super::ask::{Answer, Ask};
use super::processes::process_id;
use super::query::{Query, next_address};
use super::reply::tagged;
use crate::domain::message::Message;
use crate::error::{Error, Result};
use crate::web::App;
use crate::wire::{AnswersJson, PrioritiesJson, read_answer, turn_tag};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;

/// The ranking with reasons, best first.
#[utoipa::path(get, path = "/api/v1/priorities", tag = "priorities",
    params(
        ("proposals" = Option<bool>, Query, description = "Whether proposals stand in for missing answers; false where nothing is said"),
        ("limit" = Option<usize>, Query, description = "1 to 500; 50 where nothing is said"),
        ("cursor" = Option<String>, Query, description = "From `next` of the page before"),
    ),
    responses((status = 200, body = PrioritiesJson)))]
pub(super) async fn list(State(app): State<App>, ask: Ask) -> Answer {
    let mut query = Query::of(&ask);
    let with_proposals = query.take_bool("proposals").unwrap_or(false);
    let limit = query.take_limit();
    let start = query.take_as("cursor", String::new, |text| text.parse::<usize>().ok());
    query.finish(()).map_err(|error| ask.fail(error))?;
    let caller = ask.caller.clone();
    let (ranked, weights) = app
        .run(move |register| {
            Ok((
                register.priorities(&caller, with_proposals)?,
                register.weights(&caller)?,
            ))
        })
        .await
        .map_err(|error| ask.fail(error))?;
    let start = start.unwrap_or(0).min(ranked.len());
    let end = start.saturating_add(limit).min(ranked.len());
    let next = (end < ranked.len()).then(|| end.to_string());
    let next = next_address(&ask, next.as_deref());
    let part = ranked.get(start..end).unwrap_or_default();
    Ok(ask.current(&PrioritiesJson::new(part, &weights, ranked.len(), next, ask.lang)))
}

/// The questions of one process with proposals and answers.
#[utoipa::path(get, path = "/api/v1/processes/{id}/answers", tag = "priorities",
    params(("id" = i64, Path, description = "Key of the process")),
    responses((status = 200, body = AnswersJson)))]
pub(super) async fn answers(State(app): State<App>, Path(id): Path<String>, ask: Ask) -> Answer {
    let found = async {
        let id = process_id(&id)?;
        let caller = ask.caller.clone();
        app.run(move |register| register.answers(&caller, id)).await
    };
    let states = found.await.map_err(|error| ask.fail(error))?;
    Ok(ask.current(&AnswersJson::new(&states, ask.lang)))
}

/// Answers a question; `"value": null` takes the answer back. The last word counts; the log keeps all. Needs `If-Match`.
#[utoipa::path(put, path = "/api/v1/processes/{id}/answers/{question}", tag = "priorities",
    params(("id" = i64, Path, description = "Key of the process"), ("question" = String, Path, description = "Question id: 1, 2, 3a, 3b, 4a, 4b, 5"),
        ("If-Match" = String, Header, description = "`etag` of the question as it was read; `*`: whatever was answered before")),
    request_body(content = Object, description = "`value` 0 to 4 and `reason`", example = json!({"value": 3, "reason": "…"})),
    responses((status = 204, headers(("ETag" = String, description = "For the next answer"))),
        (status = 412, body = crate::wire::ProblemJson, content_type = "application/problem+json"), (status = 422, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn answer(
    State(app): State<App>,
    Path((id, question)): Path<(String, String)>,
    ask: Ask,
    body: Body,
) -> Answer {
    let answered = async {
        let id = process_id(&id)?;
        known_question(&question)?;
        let turns = ask.required_match()?.turns();
        let (value, reason) = read_answer(ask.object(body).await?)?;
        let caller = ask.caller.clone();
        app.run(move |register| match value {
            Some(value) => register.answer(&caller, id, &question, value, &reason, turns),
            None => register
                .withdraw_answer(&caller, id, &question, turns)
                .map(|()| 0),
        })
        .await
    };
    let turn = answered.await.map_err(|error| ask.fail(error))?;
    Ok(tagged(StatusCode::NO_CONTENT.into_response(), &turn_tag(turn)))
}

fn known_question(id: &str) -> Result<()> {
    let set = crate::register::questions();
    if set.questions.iter().any(|question| question.id == id) {
        return Ok(());
    }
    let known: Vec<&str> = set
        .questions
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    let mut error = Error::not_found("api-question");
    error.message = Message::new("api-question-unknown").with("known", known.join(", "));
    Err(error)
}
