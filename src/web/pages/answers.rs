//! The prioritisation questions of one process: proposals with their formula, answers with reasons.

use super::processes::head::{Head, Tab, process_id};
use super::score_bar::RankedLine;
use super::{done, show};
use crate::domain::account::Role;
use crate::domain::message::Message;
use crate::domain::question::QuestionState;
use crate::error::{Error, Kind};
use crate::register::explain;
use crate::web::address::with_query;
use crate::web::app::App;
use crate::web::failure::{Answer, Failure};
use crate::web::form::Fields;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};

pub(super) fn routes() -> Routes {
    let coordinator = Needs::Role(Role::Coordinator);
    Routes::new()
        .at("/processes/{id}/answers", Needs::Role(Role::Reader), get(list))
        .at("/processes/{id}/answers", coordinator, post(save))
        .at("/processes/{id}/answers/proposals", coordinator, post(accept))
        .at(
            "/processes/{id}/answers/{question}/withdraw",
            coordinator,
            post(withdraw),
        )
}

#[derive(Template)]
#[template(path = "priorities/answers.html")]
struct AnswersPage {
    f: Frame,
    head: Head,
    line: Option<RankedLine>,
    questions: Vec<QuestionCard>,
    open_proposals: usize,
    may_answer: bool,
}

/// One question.
struct QuestionCard {
    id: String,
    title: String,
    lead: String,
    steps: Vec<Step>,
    proposal: Option<String>,
    missing: Option<String>,
    given: Option<String>,
    reason: String,
    answered: bool,
    /// Why it was not saved.
    fault: Option<String>,
}

/// One value of the scale with its anchor in words.
struct Step {
    value: u8,
    anchor: String,
    chosen: bool,
    proposed: bool,
}

/// `GET /processes/{id}/answers`.
async fn list(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let (view, states) = app
        .run(move |register| Ok((register.process(&caller, id)?, register.answers(&caller, id)?)))
        .await?;
    let f = Frame::of(&visitor);
    let page = AnswersPage {
        head: Head::of(&f, &view, Tab::Answers),
        line: view.ranked.as_ref().map(|ranked| RankedLine::of(&f, ranked)),
        open_proposals: states
            .iter()
            .filter(|state| state.answer.is_none() && state.proposal.is_some())
            .count(),
        questions: states
            .iter()
            .map(|state| card(&f, state, refused(&visitor, state)))
            .collect(),
        may_answer: f.may(Role::Coordinator),
        f,
    };
    show(&page)
}

/// The value that was not saved because it came without a reason, if it was this question's.
fn refused(visitor: &Visitor, state: &QuestionState) -> Option<u8> {
    let value = visitor.param("value").parse().ok()?;
    (visitor.param("without-reason") == state.question.id && value <= 4).then_some(value)
}

fn card(f: &Frame, state: &QuestionState, refused: Option<u8>) -> QuestionCard {
    let id = &state.question.id;
    let text = explain(id, f.lang).ok();
    let proposed = state.proposal.as_ref().map(|proposal| proposal.value);
    let given = state.answer.as_ref().map(|answer| answer.value);
    QuestionCard {
        id: id.clone(),
        title: text.as_ref().map(|text| text.title.clone()).unwrap_or_default(),
        lead: text.as_ref().map(|text| lead(&text.text)).unwrap_or_default(),
        steps: (0..=4)
            .map(|value| Step {
                value,
                anchor: text
                    .as_ref()
                    .map(|text| anchor(&text.text, value))
                    .unwrap_or_default(),
                chosen: refused.or(given).or(proposed) == Some(value),
                proposed: proposed == Some(value),
            })
            .collect(),
        proposal: state.proposal.as_ref().map(|proposal| {
            f.say(
                &Message::new("web-proposal")
                    .with("value", f64::from(proposal.value))
                    .with("because", proposal.because.clone()),
            )
        }),
        missing: state.missing.as_ref().map(|missing| f.say(missing)),
        given: state.answer.as_ref().map(|answer| {
            f.say(
                &Message::new("web-answer-by")
                    .with("value", f64::from(answer.value))
                    .with("name", answer.by_name.as_str())
                    .with("day", f.lang.day(answer.at)),
            )
        }),
        reason: state
            .answer
            .as_ref()
            .map(|answer| answer.reason.clone())
            .unwrap_or_default(),
        answered: given.is_some(),
        fault: refused.map(|_| {
            f.say(&Message::new("web-answer-reason-missing").with(
                "question",
                text.as_ref().map(|text| text.title.clone()).unwrap_or_default(),
            ))
        }),
    }
}

/// The paragraphs between heading and scale.
fn lead(text: &str) -> String {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.starts_with("- "))
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What a value means: the line `- 2: …` of the text.
fn anchor(text: &str, value: u8) -> String {
    let mark = format!("- {value}: ");
    text.lines()
        .find_map(|line| line.trim().strip_prefix(&mark))
        .unwrap_or_default()
        .to_owned()
}

/// `POST /processes/{id}/answers`.
async fn save(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let question = fields.get("question").to_owned();
    let asked = question.clone();
    let mark = format!("frage-{question}");
    let value: u8 = fields
        .get("value")
        .parse()
        .map_err(|_| Failure::from(Error::invalid(Message::new("web-fault-choice"))))?;
    let reason = fields.get("reason").to_owned();
    let known = crate::register::questions()
        .questions
        .iter()
        .any(|other| other.id == question);
    if !known {
        return Err(Error::not_found("web-what-question").into());
    }
    let saved = app
        .run(move |register| register.answer(&caller, id, &question, value, &reason))
        .await;
    match saved {
        Ok(()) => Ok(Redirect::to(&format!("/processes/{id}/answers?done=answered#{mark}")).into_response()),
        // Nothing but the reason is missing: the question is shown once more with what was chosen.
        Err(error) if error.kind == Kind::Invalid && fields.get("reason").is_empty() && value <= 4 => {
            let value = value.to_string();
            let query = [("without-reason", asked.as_str()), ("value", value.as_str())];
            let address = with_query(&format!("/processes/{id}/answers"), query);
            Ok(Redirect::to(&format!("{address}#{mark}")).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /processes/{id}/answers/proposals`: takes over all open proposals.
async fn accept(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    app.run(move |register| register.accept_proposals(&caller, id))
        .await?;
    Ok(done(&format!("/processes/{id}/answers"), "proposals"))
}

/// `POST /processes/{id}/answers/{question}/withdraw`.
async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, question)): Path<(String, String)>,
) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    app.run(move |register| register.withdraw_answer(&caller, id, &question))
        .await?;
    Ok(done(&format!("/processes/{id}/answers"), "withdrawn"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_read_from_the_text() {
        let text = "# Frage?\n\nGefragt ist die Menge.\n\n- 0: unter 50\n- 4: viele\n";
        assert_eq!(anchor(text, 4), "viele");
        assert_eq!(anchor(text, 2), "");
        assert_eq!(lead(text), "Gefragt ist die Menge.");
    }
}
