//! `GET /findings/system-pairs`.

use super::words::{address, interface, title, total};
use crate::domain::ids::UnitId;
use crate::domain::message::Message;
use crate::domain::system_pair::{OtherSide, SystemPair, Total};
use crate::register::{PairFilter, PairPage};
use crate::web::address::with_query;
use crate::web::app::App;
use crate::web::choice::{self, Choice, choices};
use crate::web::failure::Answer;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use crate::web::pages::{Chip, chips, show};
use crate::web::words::Shown;
use askama::Template;
use axum::extract::State;

/// Rows of one page.
const LIMIT: usize = 50;

#[derive(Template)]
#[template(path = "system_pairs/list.html")]
struct ListPage {
    f: Frame,
    total: String,
    rows: Vec<Row>,
    chips: Vec<Chip>,
    units: Vec<Choice>,
    sides: Vec<Choice>,
    /// Steps and hours of the other kinds of pairs, with the address of each.
    others: Vec<(String, String)>,
    /// True where an interface could help.
    joinable: bool,
    /// True where something is known about money.
    costs: bool,
    next: Option<String>,
}

/// A pair of the register.
struct Row {
    address: String,
    title: String,
    breaks: String,
    to_check: String,
    processes: String,
    hours: Shown,
    cost: Shown,
    interface: Vec<String>,
}

pub(super) async fn list(State(app): State<App>, visitor: Visitor) -> Answer {
    let caller = visitor.caller()?;
    let side = OtherSide::from_code(visitor.param("with")).unwrap_or(OtherSide::System);
    let filter = PairFilter {
        unit: visitor.param("unit").parse().ok().map(UnitId),
        with: Some(side),
        limit: LIMIT,
        cursor: Some(visitor.param("cursor").to_owned()).filter(|cursor| !cursor.is_empty()),
    };
    let (pairs, organisation) = app
        .run(move |register| {
            Ok((
                register.system_pairs(&caller, &filter)?,
                register.organisation(&caller)?,
            ))
        })
        .await?;
    let f = Frame::of(&visitor);
    let word = |side: OtherSide| f.t(&format!("web-pairs-with-{}", side.code()));
    let filters = [
        ("unit", choice::units(&organisation, visitor.param("unit"))),
        (
            "with",
            choices(
                OtherSide::ALL
                    .into_iter()
                    .filter(|side| *side != OtherSide::System)
                    .map(|side| (side.code().to_owned(), word(side))),
                visitor.param("with"),
            ),
        ),
    ];
    let chips = chips(&visitor, &f, "/findings/system-pairs", &filters);
    let [units, sides] = filters.map(|(_, list)| list);
    let page = ListPage {
        total: f.say(&Message::new("web-pairs-total").with("number", pairs.page.total)),
        others: others(&f, &visitor, &pairs, side),
        rows: pairs
            .page
            .rows
            .iter()
            .map(|pair| row(&f, pair, visitor.param("unit")))
            .collect(),
        chips,
        units,
        sides,
        joinable: side == OtherSide::System,
        costs: pairs.page.rows.iter().any(|pair| pair.cost.known.is_some()),
        next: pairs.page.next.map(|cursor| {
            let kept = visitor
                .query
                .iter()
                .filter(|(name, _)| name != "cursor")
                .map(|(name, value)| (name.as_str(), value.as_str()));
            with_query(
                "/findings/system-pairs",
                kept.chain([("cursor", cursor.as_str())]),
            )
        }),
        f,
    };
    show(&page)
}

fn row(f: &Frame, pair: &SystemPair, unit: &str) -> Row {
    Row {
        address: address(pair, unit),
        title: title(f.lang, &pair.one, &pair.other),
        breaks: f.lang.number(pair.breaks as f64),
        to_check: match pair.to_check() {
            0 => String::new(),
            number => f.say(&Message::new("web-pairs-to-check").with("number", number)),
        },
        processes: f.lang.number(pair.processes as f64),
        hours: total(f.lang, pair.hours, pair.breaks),
        cost: total(f.lang, pair.cost, pair.breaks),
        interface: interface(f.lang, pair),
    }
}

/// The kinds of pairs that this page does not show, each with its hours.
fn others(f: &Frame, visitor: &Visitor, pairs: &PairPage, shown: OtherSide) -> Vec<(String, String)> {
    let link = |side: OtherSide, steps: usize, hours: Total| {
        let code = if side == OtherSide::System {
            ""
        } else {
            side.code()
        };
        let address = with_query(
            "/findings/system-pairs",
            [("unit", visitor.param("unit")), ("with", code)],
        );
        let sentence = f.say(
            &Message::new("web-pairs-other")
                .with("side", f.t(&format!("web-pairs-with-{}", side.code())))
                .with("steps", steps)
                .with("hours", total(f.lang, hours, steps).text),
        );
        (sentence, address)
    };
    pairs
        .sums
        .iter()
        .filter(|(side, steps, _)| *side != shown && *steps > 0)
        .map(|(side, steps, hours)| link(*side, *steps, *hours))
        .collect()
}
