//! The demo town goes through the use cases and arrives whole.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::{Caller, FindingFilter, ProcessQuery, Register};
use crate::domain::diagram::DiagramKind;
use crate::domain::finding::Verdict;
use crate::domain::profile::Status;
use crate::domain::time::Timestamp;
use std::collections::BTreeSet;

const NOW: Timestamp = Timestamp(1_795_000_000_000);

fn loaded() -> (Register, Caller) {
    let register = Register::in_memory().unwrap();
    let accounts = register.load_demo(NOW).unwrap();
    let logins: Vec<&str> = accounts.iter().map(|account| account.login.as_str()).collect();
    assert_eq!(
        logins,
        ["leserin", "fachbereich", "analyse", "koordination", "verwaltung"]
    );
    let actor = register.actor_by_login("verwaltung").unwrap();
    (register, Caller { actor, now: NOW })
}

fn everything() -> ProcessQuery {
    ProcessQuery {
        limit: 500,
        ..ProcessQuery::default()
    }
}

#[test]
fn the_demo_town_arrives_whole() {
    let (register, caller) = loaded();

    let page = register.processes(&caller, &everything()).unwrap();
    assert_eq!(page.total, 60);
    assert!(
        page.rows.iter().all(|row| row.changed <= NOW),
        "the story ends before now"
    );

    let organisation = register.organisation(&caller).unwrap();
    assert_eq!(organisation.town, "Eschenfurt");
    for unit in &organisation.units {
        let query = ProcessQuery {
            unit: Some(unit.id),
            ..everything()
        };
        let below = register.processes(&caller, &query).unwrap();
        assert!(below.total > 0, "{} has no process", unit.name);
    }

    let released = page
        .rows
        .iter()
        .filter(|row| row.profile.status == Status::Released);
    assert_eq!(released.count(), 20);

    let diagrams: Vec<_> = page
        .rows
        .iter()
        .flat_map(|row| register.diagrams(&caller, row.id).unwrap())
        .collect();
    assert_eq!(diagrams.len(), 19);
    let planned: BTreeSet<_> = diagrams
        .iter()
        .filter(|version| version.kind == DiagramKind::ToBe)
        .map(|version| version.process)
        .collect();
    assert_eq!(planned.len(), 5);

    let unjudged = FindingFilter {
        limit: 500,
        verdict: Some(Some(Verdict::Confirmed)),
        ..FindingFilter::default()
    };
    assert!(
        register.findings(&caller, &unjudged).unwrap().total > 0,
        "somebody judged findings"
    );

    let ranking = register.priorities(&caller, false).unwrap();
    assert_eq!(ranking.len(), 60);
    let answered = page
        .rows
        .iter()
        .filter(|row| {
            let states = register.answers(&caller, row.id).unwrap();
            states.iter().any(|state| state.answer.is_some())
        })
        .count();
    assert_eq!(answered, 26);
}

#[test]
fn the_process_owner_of_the_demo_has_work_to_do() {
    let (register, _) = loaded();
    let caller = Caller {
        actor: register.actor_by_login("fachbereich").unwrap(),
        now: NOW,
    };
    let start = register.start(&caller).unwrap();
    assert!(start.mine.len() >= 5);
    assert!(
        start
            .mine
            .iter()
            .filter(|row| row.completeness.share < 0.8)
            .count()
            >= 3
    );
}
