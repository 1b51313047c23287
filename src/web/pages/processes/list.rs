//! The list of processes with search, filters, order and pages.

use crate::domain::account::Role;
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::message::Message;
use crate::domain::profile::{Category, Field, Status};
use crate::register::{ProcessQuery, ProcessRow, Sort};
use crate::web::address::with_query;
use crate::web::app::App;
use crate::web::choice::{self, Choice, choices};
use crate::web::failure::Answer;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::pages::{Chip, chips, show};
use crate::web::words::{self, Shown};
use askama::Template;
use axum::extract::State;

/// Rows of one page.
const LIMIT: usize = 50;

#[derive(Template)]
#[template(path = "processes/list.html")]
struct ListPage {
    f: Frame,
    total: String,
    may_create: bool,
    searched: bool,
    rows: Vec<Row>,
    columns: Vec<Column>,
    chips: Vec<Chip>,
    units: Vec<Choice>,
    categories: Vec<Choice>,
    statuses: Vec<Choice>,
    applications: Vec<Choice>,
    missing: Vec<Choice>,
    modelled: Vec<Choice>,
    sorts: Vec<Choice>,
    next: Option<String>,
    first: Option<String>,
}

/// Head of a column; its address orders the list by it.
struct Column {
    label: String,
    address: Option<String>,
    current: &'static str,
    number: bool,
}

/// A row of the list.
pub(in crate::web::pages) struct Row {
    pub address: String,
    pub name: String,
    pub number: String,
    pub unit: Shown,
    pub cases: Shown,
    pub hours: Shown,
    pub breaks: Shown,
    pub completeness: u32,
    pub missing: String,
    pub status: String,
    pub badge: &'static str,
    /// Day of the last change.
    pub changed: String,
}

impl Row {
    pub(in crate::web::pages) fn of(f: &Frame, row: &ProcessRow) -> Row {
        let lang = f.lang;
        let profile = &row.profile;
        Row {
            address: format!("/processes/{}", row.id),
            name: profile.name.clone(),
            number: profile.number.clone(),
            unit: if row.unit_name.is_empty() {
                Shown::unknown(lang)
            } else {
                Shown::plain(&row.unit_name)
            },
            cases: match profile.cases_per_year.value() {
                Some(figure) => {
                    Shown::plain(lang.number(figure.value)).note(words::figure_note(lang, figure))
                }
                None => words::figure(lang, &profile.cases_per_year, "web-unit-cases"),
            },
            hours: match row.hours_per_year {
                Some(hours) => Shown::plain(lang.number(hours.round())),
                None => Shown::unknown(lang),
            },
            breaks: words::breaks(lang, row.model.as_ref()),
            completeness: words::percent(row.completeness.share),
            missing: row
                .completeness
                .missing
                .first()
                .map(|field| {
                    lang.say(&Message::new("web-helps-most").with("field", words::field(lang, *field)))
                })
                .unwrap_or_default(),
            status: words::status(lang, profile.status),
            badge: words::status_badge(profile.status),
            changed: lang.day(row.changed),
        }
    }
}

/// `GET /processes`.
pub(super) async fn list(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let query = query(&visitor);
    let asked = query.clone();
    let (page, organisation) = app
        .run(move |register| {
            Ok((
                register.processes(&caller, &asked)?,
                register.organisation(&caller)?,
            ))
        })
        .await?;
    let f = Frame::of(&visitor);
    let lang = f.lang;
    let param = |name| visitor.param(name);
    let filters = [
        ("unit", choice::units(&organisation, param("unit"))),
        (
            "category",
            choices(
                Category::ALL
                    .iter()
                    .map(|value| (value.code().to_owned(), words::category(lang, *value))),
                param("category"),
            ),
        ),
        (
            "status",
            choices(
                Status::ALL
                    .iter()
                    .map(|value| (value.code().to_owned(), words::status(lang, *value))),
                param("status"),
            ),
        ),
        (
            "application",
            choice::applications(&organisation, param("application")),
        ),
        (
            "missing",
            choices(
                Field::ALL
                    .iter()
                    .filter(|field| can_be_missing(**field))
                    .map(|value| (value.code().to_owned(), words::field(lang, *value))),
                param("missing"),
            ),
        ),
        (
            "model",
            choices(
                ["with", "without"]
                    .map(|value| (value.to_owned(), lang.text(&format!("web-filter-model-{value}")))),
                param("model"),
            ),
        ),
    ];
    let chips = chips(&visitor, &f, "/processes", &filters);
    let [units, categories, statuses, applications, missing, modelled] = filters.map(|(_, list)| list);
    let page = ListPage {
        total: lang.say(&Message::new("web-processes-total").with("number", page.total)),
        may_create: f.may(Role::ProcessOwner),
        searched: !chips.is_empty(),
        rows: page.rows.iter().map(|row| Row::of(&f, row)).collect(),
        columns: columns(&visitor, &f, query.sort),
        chips,
        units,
        categories,
        statuses,
        applications,
        missing,
        modelled,
        sorts: choices(
            Sort::ALL.map(|sort| {
                (
                    sort.code().to_owned(),
                    lang.text(&format!("web-sort-{}", sort.code())),
                )
            }),
            query.sort.code(),
        ),
        next: page
            .next
            .map(|cursor| without(&visitor, "", &[("cursor", cursor.as_str())])),
        first: query.cursor.map(|_| without(&visitor, "cursor", &[])),
        f,
    };
    show(&page)
}

fn query(visitor: &Visitor) -> ProcessQuery {
    let id = |name| visitor.param(name).parse::<i64>().ok();
    ProcessQuery {
        q: visitor.param("q").to_owned(),
        unit: id("unit").map(UnitId),
        category: Category::from_code(visitor.param("category")),
        status: Status::from_code(visitor.param("status")),
        application: id("application").map(ApplicationId),
        not_surveyed: Field::from_code(visitor.param("missing")).filter(|field| can_be_missing(*field)),
        modelled: match visitor.param("model") {
            "with" => Some(true),
            "without" => Some(false),
            _ => None,
        },
        sort: Sort::from_code(visitor.param("sort")).unwrap_or_default(),
        limit: LIMIT,
        cursor: Some(visitor.param("cursor").to_owned()).filter(|cursor| !cursor.is_empty()),
    }
}

/// Number, name, tags and status are never "not surveyed".
fn can_be_missing(field: Field) -> bool {
    !matches!(field, Field::Number | Field::Name | Field::Tags | Field::Status)
}

/// The address of the list without a parameter (and always without the message), with others set.
fn without(visitor: &Visitor, name: &str, set: &[(&str, &str)]) -> String {
    let kept = visitor
        .query
        .iter()
        .filter(|(key, _)| key != name && key != "done" && !set.iter().any(|(other, _)| other == key))
        .map(|(key, value)| (key.as_str(), value.as_str()));
    with_query("/processes", kept.chain(set.iter().copied()))
}

fn columns(visitor: &Visitor, f: &Frame, sort: Sort) -> Vec<Column> {
    [
        ("web-column-process", Some(Sort::Name), false),
        ("web-column-unit", Some(Sort::Unit), false),
        ("web-column-cases", Some(Sort::Cases), true),
        ("web-column-hours", Some(Sort::Hours), true),
        ("web-column-breaks", Some(Sort::Breaks), true),
        ("web-column-completeness", Some(Sort::Completeness), false),
        ("web-column-status", None, false),
    ]
    .into_iter()
    .map(|(id, by, number)| Column {
        label: f.t(id),
        address: by.map(|by| without(visitor, "cursor", &[("sort", by.code())])),
        current: match by {
            Some(by) if by == sort => match by {
                Sort::Cases | Sort::Hours | Sort::Breaks | Sort::Changed => "descending",
                _ => "ascending",
            },
            _ => "",
        },
        number,
    })
    .collect()
}
