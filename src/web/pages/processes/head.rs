//! The head of all pages of one process: name, figures, sub-navigation.

use crate::domain::diagram::DiagramKind;
use crate::domain::ids::ProcessId;
use crate::domain::message::Message;
use crate::error::Result;
use crate::register::{Caller, DiagramView, ProcessView, Register};
use crate::web::frame::Frame;
use crate::web::words::{self, Shown};

/// Sub-pages of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web::pages) enum Tab {
    Profile,
    Diagram,
    Findings,
    Candidates,
    Answers,
    History,
}

/// What `processes/_head.html` shows.
pub(in crate::web::pages) struct Head {
    pub name: String,
    pub number: String,
    pub address: String,
    pub units: Vec<String>,
    pub status: String,
    pub badge: &'static str,
    pub steward: Shown,
    pub figures: Vec<Figure>,
    pub tabs: Vec<TabLink>,
}

/// One of the four figures.
pub(in crate::web::pages) struct Figure {
    pub label: String,
    pub shown: Shown,
}

/// An entry of the sub-navigation.
pub(in crate::web::pages) struct TabLink {
    pub address: String,
    pub label: String,
    pub count: Option<usize>,
    /// The number in words for people who hear it.
    pub count_word: String,
    pub current: bool,
}

impl Head {
    /// The head of a process with this sub-page open.
    pub(in crate::web::pages) fn of(f: &Frame, view: &ProcessView, tab: Tab) -> Head {
        let row = &view.row;
        let profile = &row.profile;
        Head {
            name: profile.name.clone(),
            number: profile.number.clone(),
            address: format!("/processes/{}", row.id),
            units: view.unit_path.clone(),
            status: words::status(f.lang, profile.status),
            badge: words::status_badge(profile.status),
            steward: words::known(f.lang, &profile.steward, Clone::clone),
            figures: figures(f, view),
            tabs: tabs(f, view, tab),
        }
    }
}

fn figures(f: &Frame, view: &ProcessView) -> Vec<Figure> {
    let lang = f.lang;
    let row = &view.row;
    let cases = match row.profile.cases_per_year.value() {
        Some(figure) => Shown::plain(lang.number(figure.value)).note(words::figure_note(lang, figure)),
        None => words::figure(lang, &row.profile.cases_per_year, "web-unit-cases"),
    };
    let hours = match row.hours_per_year {
        Some(hours) => Shown::plain(lang.number(hours.round())).note(f.t("web-hours-note")),
        None => Shown::unknown(lang),
    };
    let rank = match view
        .ranked
        .as_ref()
        .and_then(|ranked| ranked.rank.map(|rank| (rank, ranked.rank_range)))
    {
        Some((rank, (best, worst))) => Shown::plain(format!("{rank}.")).note(if best == worst {
            f.t("web-rank-sure")
        } else {
            lang.say(
                &Message::new("web-rank-range")
                    .with("best", best)
                    .with("worst", worst),
            )
        }),
        None => Shown {
            text: f.t("web-rank-none"),
            note: String::new(),
            unknown: true,
        },
    };
    [
        ("web-figure-cases", cases),
        ("web-figure-hours", hours),
        ("web-figure-breaks", words::breaks(lang, row.model.as_ref())),
        ("web-figure-rank", rank),
    ]
    .into_iter()
    .map(|(id, shown)| Figure {
        label: f.t(id),
        shown,
    })
    .collect()
}

fn tabs(f: &Frame, view: &ProcessView, current: Tab) -> Vec<TabLink> {
    let base = format!("/processes/{}", view.row.id);
    [
        (Tab::Profile, String::new(), "web-tab-profile", None),
        (
            Tab::Diagram,
            "/diagrams".to_owned(),
            "web-tab-diagram",
            Some(view.diagrams.len()),
        ),
        (Tab::Findings, "/findings".to_owned(), "web-tab-findings", None),
        (
            Tab::Candidates,
            "/candidates".to_owned(),
            "web-tab-candidates",
            None,
        ),
        (Tab::Answers, "/answers".to_owned(), "web-tab-answers", None),
        (Tab::History, "/history".to_owned(), "web-tab-history", None),
    ]
    .into_iter()
    .map(|(tab, path, id, count)| TabLink {
        address: format!("{base}{path}"),
        label: f.t(id),
        count_word: count
            .map(|count| f.say(&Message::new("web-versions-number").with("number", count)))
            .unwrap_or_default(),
        count: count.filter(|count| *count > 0),
        current: tab == current,
    })
    .collect()
}

/// The key in an address such as `/processes/12`; anything else is no process.
pub(in crate::web::pages) fn process_id(text: &str) -> Result<ProcessId> {
    text.parse()
        .map(ProcessId)
        .map_err(|_| crate::error::Error::not_found("thing-process"))
}

/// A process with its newest Ist model, where it has one.
pub(in crate::web::pages) fn with_newest_model(
    register: &Register,
    caller: &Caller,
    id: ProcessId,
) -> Result<(ProcessView, Option<DiagramView>)> {
    let view = register.process(caller, id)?;
    let newest = view
        .diagrams
        .iter()
        .find(|version| version.kind == DiagramKind::AsIs);
    let diagram = match newest {
        Some(version) => Some(register.diagram(caller, id, version.number)?),
        None => None,
    };
    Ok((view, diagram))
}
