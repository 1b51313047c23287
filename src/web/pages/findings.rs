//! Findings: over the register, of one process, and the verdicts of people.

use super::diagrams::{self, version_number};
use super::finding_card::{Draft, FindingCard, Setting, level_badge, title, verdict_badge, verdict_word};
use super::processes::head::{Head, Tab, process_id, with_newest_model};
use super::weak_spots::{self, SpotGroup};
use super::{Chip, chips, show};
use crate::domain::account::Role;
use crate::domain::analysis::WORK_FAMILIES;
use crate::domain::finding::{Level, Verdict};
use crate::domain::ids::{ProcessId, UnitId};
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::register::{FindingFilter, FindingRow, rule_ids};
use crate::web::address::{own_path, with_query};
use crate::web::app::App;
use crate::web::choice::{self, Choice, choices};
use crate::web::failure::{Answer, Failure};
use crate::web::form::Fields;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use crate::web::words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};

/// Rows of one page.
const LIMIT: usize = 50;

pub(super) fn routes() -> Routes {
    Routes::new()
        .at("/findings", Needs::Role(Role::Reader), get(list))
        .at(
            "/processes/{id}/findings",
            Needs::Role(Role::Reader),
            get(of_process),
        )
        .at(
            "/processes/{id}/findings/{key}/verdict",
            Needs::Role(Role::Analyst),
            post(judge),
        )
}

#[derive(Template)]
#[template(path = "findings/list.html")]
struct ListPage {
    f: Frame,
    total: String,
    rows: Vec<Row>,
    chips: Vec<Chip>,
    units: Vec<Choice>,
    families: Vec<Choice>,
    kinds: Vec<Choice>,
    levels: Vec<Choice>,
    verdicts: Vec<Choice>,
    next: Option<String>,
}

/// A finding in the register.
struct Row {
    address: String,
    process: String,
    kind: String,
    sentence: String,
    level: String,
    level_badge: &'static str,
    hours: words::Shown,
    verdict: Option<(String, &'static str)>,
}

/// `GET /findings`.
async fn list(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let filter = filter(&visitor);
    let (page, organisation) = app
        .run(move |register| {
            Ok((
                register.findings(&caller, &filter)?,
                register.organisation(&caller)?,
            ))
        })
        .await?;
    let f = Frame::of(&visitor);
    let lang = f.lang;
    let mut verdicts = vec![("open".to_owned(), f.t("web-not-judged"))];
    verdicts.extend(Verdict::ALL.map(|value| (value.code().to_owned(), verdict_word(lang, value))));
    let filters = [
        ("unit", choice::units(&organisation, visitor.param("unit"))),
        (
            "family",
            choices(
                WORK_FAMILIES.map(|family| (family.to_owned(), f.t(&format!("web-family-{family}")))),
                visitor.param("family"),
            ),
        ),
        (
            "kind",
            choices(
                rules_of(visitor.param("family")).map(|rule| (slug(rule).to_owned(), title(lang, rule))),
                visitor.param("kind"),
            ),
        ),
        (
            "level",
            choices(
                Level::ALL.map(|value| (value.code().to_owned(), words::level(lang, value))),
                visitor.param("level"),
            ),
        ),
        ("verdict", choices(verdicts, visitor.param("verdict"))),
    ];
    let chips = chips(&visitor, &f, "/findings", &filters);
    let [units, families, kinds, levels, verdicts] = filters.map(|(_, list)| list);
    let page = ListPage {
        total: f.say(&Message::new("web-findings-total").with("number", page.total)),
        rows: page.rows.iter().map(|row| line(&f, row)).collect(),
        chips,
        units,
        families,
        kinds,
        levels,
        verdicts,
        next: page.next.map(|cursor| {
            let kept = visitor
                .query
                .iter()
                .filter(|(name, _)| name != "cursor")
                .map(|(name, value)| (name.as_str(), value.as_str()));
            with_query("/findings", kept.chain([("cursor", cursor.as_str())]))
        }),
        f,
    };
    show(&page)
}

fn filter(visitor: &Visitor) -> FindingFilter {
    FindingFilter {
        unit: visitor.param("unit").parse().ok().map(UnitId),
        kind: None,
        family: WORK_FAMILIES
            .into_iter()
            .find(|family| *family == visitor.param("family"))
            .map(str::to_owned),
        rule: rules_of(visitor.param("family"))
            .find(|rule| slug(rule) == visitor.param("kind"))
            .map(str::to_owned),
        level: Level::ALL
            .into_iter()
            .find(|level| level.code() == visitor.param("level")),
        verdict: match visitor.param("verdict") {
            "open" => Some(None),
            code => Verdict::from_code(code).map(Some),
        },
        limit: LIMIT,
        cursor: Some(visitor.param("cursor").to_owned()).filter(|cursor| !cursor.is_empty()),
    }
}

/// Rules about the work: of one family, or of both where it is not one of them.
fn rules_of(family: &str) -> impl Iterator<Item = &'static str> {
    let families: Vec<&str> = match WORK_FAMILIES.into_iter().find(|known| *known == family) {
        Some(known) => vec![known],
        None => WORK_FAMILIES.to_vec(),
    };
    rule_ids().into_iter().filter(move |rule| {
        let of = rule.split_once('/').map_or("", |(family, _)| family);
        families.contains(&of)
    })
}

/// The rule without its family.
fn slug(rule: &str) -> &str {
    rule.split_once('/').map_or(rule, |(_, slug)| slug)
}

fn line(f: &Frame, row: &FindingRow) -> Row {
    let finding = &row.judged.finding;
    Row {
        address: format!("/processes/{}/diagrams/{}", row.process, row.diagram),
        process: row.process_name.clone(),
        kind: title(f.lang, &finding.rule),
        sentence: f.say(&finding.message),
        level: words::level(f.lang, finding.level()),
        level_badge: level_badge(finding.level()),
        hours: words::hours_number(f.lang, finding.hours_per_year),
        verdict: row
            .judged
            .judgement
            .as_ref()
            .map(|given| (verdict_word(f.lang, given.verdict), verdict_badge(given.verdict))),
    }
}

#[derive(Template)]
#[template(path = "findings/show.html")]
struct ProcessPage {
    f: Frame,
    head: Head,
    diagram: Option<String>,
    cards: Vec<FindingCard>,
    spots: Vec<SpotGroup>,
    spot_count: usize,
    may_judge: bool,
    process_address: String,
    back: String,
}

/// `GET /processes/{id}/findings`: findings of the newest Ist model.
async fn of_process(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    process_page(&app, &visitor, process_id(&id)?, None).await
}

async fn process_page(app: &App, visitor: &Visitor, id: ProcessId, draft: Option<&Draft>) -> Answer {
    let caller = visitor.caller()?;
    let (view, diagram) = app
        .run(move |register| with_newest_model(register, &caller, id))
        .await?;
    let f = Frame::of(visitor);
    let process_address = format!("/processes/{id}");
    let setting = Setting {
        cases: view.row.profile.cases_per_year.value().map(|figure| figure.value),
        draft,
    };
    let judged = diagram.as_ref().map(|diagram| diagram.findings.as_slice());
    let (cards, spots) = weak_spots::split(&f, judged.unwrap_or_default(), setting);
    let page = ProcessPage {
        head: Head::of(&f, &view, Tab::Findings),
        diagram: diagram
            .as_ref()
            .map(|diagram| format!("{process_address}/diagrams/{}", diagram.version.number)),
        cards,
        spot_count: weak_spots::count(&spots),
        spots,
        may_judge: view.may_judge,
        back: format!("{process_address}/findings"),
        process_address,
        f,
    };
    show(&page)
}

/// `POST /processes/{id}/findings/{key}/verdict`.
async fn judge(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let verdict = Verdict::from_code(fields.get("verdict"))
        .ok_or_else(|| Error::invalid(Message::new("web-fault-choice")))?;
    let reason = fields.get("reason").to_owned();
    let (back, mark) = match fields.get("back").split_once('#') {
        Some((back, mark)) => (own_path(back), format!("#{mark}")),
        None => (own_path(fields.get("back")), String::new()),
    };
    let (finding, turns) = (key.clone(), fields.turns());
    let judged = app
        .run(move |register| register.judge(&caller, id, &finding, verdict, &reason, turns))
        .await;
    let error = match judged {
        Ok(_) => {
            let address = with_query(back, [("done", "judged")]);
            return Ok(Redirect::to(&format!("{address}{}", own_mark(&mark))).into_response());
        }
        Err(error) => error,
    };
    let stale = error.kind == Kind::Stale;
    let reason_missing = error.kind == Kind::Invalid && fields.get("reason").is_empty();
    // Anything else has no place in the form.
    if !stale && !reason_missing {
        return Err(error.into());
    }
    let draft = Draft {
        key,
        verdict,
        reason: fields.get("reason").to_owned(),
        turn: fields.get("turn").to_owned(),
        stale,
    };
    let version = back
        .strip_prefix(&format!("/processes/{id}/diagrams/"))
        .and_then(|number| version_number(number).ok());
    let html = match version {
        Some(number) => diagrams::page(&app, &visitor, id, number, Some(&draft)).await?,
        None => process_page(&app, &visitor, id, Some(&draft)).await?,
    };
    Ok((Failure::status(error.kind), html).into_response())
}

/// Only marks of ours come back.
fn own_mark(mark: &str) -> &str {
    match mark.strip_prefix("#befund-") {
        Some(number) if number.parse::<u32>().is_ok() => mark,
        _ => "",
    }
}
