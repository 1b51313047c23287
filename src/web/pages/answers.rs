//! The prioritisation questions of one process: proposals with their formula, answers with reasons.

use super::processes::head::{Head, Tab, process_id};
use super::score_bar::RankedLine;
use super::{done, show};
use crate::domain::account::Role;
use crate::domain::ids::ProcessId;
use crate::domain::message::Message;
use crate::domain::question::QuestionState;
use crate::error::{Error, Kind};
use crate::register::explain;
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

/// Highest value of the scale.
const HIGHEST: u8 = 4;

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
    /// Reason of the answer in force.
    given_reason: String,
    /// Reason in the form.
    reason: String,
    answered: bool,
    /// The state the form rests on; comes back with it.
    turn: String,
    /// What is wrong with what was typed.
    fault: Option<String>,
    /// What somebody else did in between.
    stale: Option<String>,
}

/// What was typed but not stored, and why.
struct Draft {
    question: String,
    /// Value and reason; `None`: the answer was to be taken back.
    typed: Option<(u8, String)>,
    /// The state it was typed on.
    turn: String,
    error: Error,
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
    page(&app, &visitor, process_id(&id)?, None).await
}

async fn page(app: &App, visitor: &Visitor, id: ProcessId, draft: Option<&Draft>) -> Answer {
    let caller = visitor.caller()?;
    let (view, states) = app
        .run(move |register| Ok((register.process(&caller, id)?, register.answers(&caller, id)?)))
        .await?;
    let f = Frame::of(visitor);
    let page = AnswersPage {
        head: Head::of(&f, &view, Tab::Answers),
        line: view.ranked.as_ref().map(|ranked| RankedLine::of(&f, ranked)),
        open_proposals: states
            .iter()
            .filter(|state| state.answer.is_none() && state.proposal.is_some())
            .count(),
        questions: states
            .iter()
            .map(|state| {
                card(
                    &f,
                    state,
                    draft.filter(|draft| draft.question == state.question.id),
                )
            })
            .collect(),
        may_answer: f.may(Role::Coordinator),
        f,
    };
    show(&page)
}

/// The page once more with what was typed. A fault of another kind has no place in the form.
async fn again(app: &App, visitor: &Visitor, id: ProcessId, draft: Draft) -> Answer {
    let fits = match (draft.error.kind, &draft.typed) {
        (Kind::Stale, _) => true,
        (Kind::Invalid, Some((value, _))) => *value <= HIGHEST,
        _ => false,
    };
    if !fits {
        return Err(draft.error.into());
    }
    let html = page(app, visitor, id, Some(&draft)).await?;
    Ok((Failure::status(draft.error.kind), html).into_response())
}

fn card(f: &Frame, state: &QuestionState, draft: Option<&Draft>) -> QuestionCard {
    let id = &state.question.id;
    let text = explain(id, f.lang).ok();
    let proposed = state.proposal.as_ref().map(|proposal| proposal.value);
    let given = state.answer.as_ref().map(|answer| answer.value);
    let typed = draft.and_then(|draft| draft.typed.as_ref());
    let stale = draft.filter(|draft| draft.error.kind == Kind::Stale);
    let faulty = draft.filter(|draft| draft.error.kind != Kind::Stale);
    QuestionCard {
        id: id.clone(),
        title: text.as_ref().map(|text| text.title.clone()).unwrap_or_default(),
        lead: text.as_ref().map(|text| lead(&text.text)).unwrap_or_default(),
        steps: (0..=HIGHEST)
            .map(|value| Step {
                value,
                anchor: text
                    .as_ref()
                    .map(|text| anchor(&text.text, value))
                    .unwrap_or_default(),
                chosen: typed.map(|typed| typed.0).or(given).or(proposed) == Some(value),
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
        given_reason: state
            .answer
            .as_ref()
            .map(|answer| answer.reason.clone())
            .unwrap_or_default(),
        reason: typed
            .map(|typed| &typed.1)
            .or(state.answer.as_ref().map(|answer| &answer.reason))
            .cloned()
            .unwrap_or_default(),
        answered: given.is_some(),
        turn: match faulty {
            Some(draft) => draft.turn.clone(),
            None => state.answer.as_ref().map_or(0, |answer| answer.turn).to_string(),
        },
        fault: faulty.map(|draft| fault(f, text.as_ref().map(|text| text.title.as_str()), draft)),
        stale: stale.map(|draft| overtaken(f, state, draft)),
    }
}

/// What is wrong with what was typed.
fn fault(f: &Frame, question: Option<&str>, draft: &Draft) -> String {
    if draft.typed.as_ref().is_some_and(|(_, reason)| reason.is_empty()) {
        return f
            .say(&Message::new("web-answer-reason-missing").with("question", question.unwrap_or_default()));
    }
    let faults = draft.error.fields.iter().map(|fault| f.say(&fault.message));
    faults.collect::<Vec<_>>().join(" ")
}

/// What somebody else did in between.
fn overtaken(f: &Frame, state: &QuestionState, draft: &Draft) -> String {
    let id = match (&draft.typed, &state.answer) {
        (Some(_), Some(_)) => "web-answer-stale",
        (Some(_), None) => "web-answer-stale-gone",
        (None, Some(_)) => "web-withdraw-stale",
        (None, None) => "web-withdraw-stale-gone",
    };
    let mut message = Message::new(id);
    if let Some(answer) = &state.answer {
        message = message
            .with("value", f64::from(answer.value))
            .with("name", answer.by_name.as_str())
            .with("day", f.lang.day(answer.at));
    }
    f.say(&message)
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
    let turns = fields.turns();
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
        .run(move |register| register.answer(&caller, id, &question, value, &reason, turns))
        .await;
    match saved {
        Ok(_) => Ok(
            Redirect::to(&format!("/processes/{id}/answers?done=answered&at={mark}#{mark}")).into_response(),
        ),
        Err(error) => {
            let draft = Draft {
                question: asked,
                typed: Some((value, fields.get("reason").to_owned())),
                turn: fields.get("turn").to_owned(),
                error,
            };
            again(&app, &visitor, id, draft).await
        }
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
    fields: Fields,
) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let asked = question.clone();
    let turns = fields.turns();
    let withdrawn = app
        .run(move |register| register.withdraw_answer(&caller, id, &question, turns))
        .await;
    match withdrawn {
        Ok(()) => Ok(done(&format!("/processes/{id}/answers"), "withdrawn")),
        Err(error) => {
            let draft = Draft {
                question: asked,
                typed: None,
                turn: String::new(),
                error,
            };
            again(&app, &visitor, id, draft).await
        }
    }
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
