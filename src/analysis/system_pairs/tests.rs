#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use super::*;
use crate::analysis::media_break::key;
use crate::domain::finding::{Carrying, Certainty};
use crate::domain::ids::ApplicationId;
use crate::domain::message::Message;
use crate::domain::organisation::{Application, ApplicationKind, InterfaceState};

/// One finding per line: process | ways with shares | confidence | hours | stated. `?` hours: the volume is not surveyed.
fn register(lines: &str) -> Vec<(ProcessId, Vec<Finding>)> {
    let mut found: Vec<(ProcessId, Vec<Finding>)> = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let process = ProcessId(cells[0].parse().unwrap());
        if found.last().is_none_or(|(last, _)| *last != process) {
            found.push((process, Vec::new()));
        }
        let findings = &mut found.last_mut().unwrap().1;
        let element = format!("e{}", findings.len());
        let hours: Option<f64> = cells[3].parse().ok();
        let carryings: Vec<Carrying> = cells[1].split(',').map(way).collect();
        findings.push(Finding {
            rule: "media-break/system-to-system".to_owned(),
            kind: None,
            element: element.clone(),
            element_name: element.to_uppercase(),
            object: "Antrag".to_owned(),
            from: carryings.first().map(|way| way.from.clone()),
            to: carryings.first().map(|way| way.to.clone()),
            carryings,
            written_at: Vec::new(),
            certainty: Certainty::Certain,
            share_of_executions: 1.0,
            per_case: 1.0,
            assumed: false,
            confidence: cells[2].parse().unwrap(),
            message: Message::new("x"),
            evidence: Vec::new(),
            minutes_per_case: Some(4.0),
            minutes_stated: cells[4] == "stated",
            hours_per_year: hours,
            cost_per_year: hours.map(|hours| hours * 60.0),
            key: key("r", &element, "k", "Antrag"),
        });
    }
    found
}

/// `A > B` or `A > B 0.4`.
fn way(text: &str) -> Carrying {
    let (from, rest) = text.split_once('>').unwrap();
    let mut words = rest.split_whitespace();
    let carrier =
        |text: &str| Carrier::parse(text).unwrap_or_else(|| Carrier::System(text.trim().to_owned()));
    Carrying {
        from: carrier(from),
        to: carrier(words.next().unwrap()),
        share: words.next().map_or(1.0, |share| share.parse().unwrap()),
    }
}

fn applications() -> Vec<Application> {
    [(1, "Kasse", "HKR"), (2, "Melde", "EWO"), (3, "Kita", "HKR")]
        .into_iter()
        .map(|(id, name, alias)| Application {
            id: ApplicationId(id),
            name: name.to_owned(),
            aliases: vec![alias.to_owned()],
            kind: ApplicationKind::Specialist,
            purpose: String::new(),
        })
        .collect()
}

fn find(lines: &str, verdict: &dyn Fn(ProcessId, &str) -> Option<Verdict>) -> Vec<SystemPair> {
    let register = register(lines);
    let seen: Vec<Seen<'_>> = register
        .iter()
        .map(|(process, findings)| Seen {
            process: *process,
            number: "1",
            name: "P",
            diagram: 1,
            findings,
        })
        .collect();
    let interface = Interface {
        from: ApplicationId(2),
        to: ApplicationId(1),
        state: InterfaceState::Available,
        note: String::new(),
    };
    pairs(&seen, verdict, &Names::of(&applications()), &[interface])
}

fn open(_: ProcessId, _: &str) -> Option<Verdict> {
    None
}

/// `one – other: breaks/processes, low–middle–high hours, unknown`.
fn told(pairs: &[SystemPair]) -> Vec<String> {
    pairs
        .iter()
        .map(|pair| {
            let hours = pair.hours.known.map_or("unknown".to_owned(), |hours| {
                format!("{}–{}–{}", hours.low, hours.middle, hours.high)
            });
            format!(
                "{} – {}: {}/{} {hours} +{}",
                pair.one.carrier.code(),
                pair.other.carrier.code(),
                pair.breaks,
                pair.processes,
                pair.hours.unknown
            )
        })
        .collect()
}

#[test]
fn pairs_are_summed_over_processes_and_directions() {
    let cases = [
        // Both directions and all names of an application are one pair; the dearest comes first.
        (
            "1 | Melde > Kasse | 0.9 | 10 | stated
             1 | HKR > ewo | 0.9 | 20 | stated
             2 | EWO > kasse | 0.9 | 5 | estimated
             2 | paper > Melde | 0.9 | 100 | estimated",
            vec![
                "system:Melde – paper: 1/1 50–100–150 +0",
                "system:Kasse – system:Melde: 3/2 32.5–35–37.5 +0",
            ],
        ),
        // Unknown is never zero: what is not surveyed is counted beside, and a pair of which nothing is known comes last.
        (
            "1 | Melde > Kasse | 0.9 | ? | stated
             2 | Melde > Kasse | 0.9 | 3 | stated
             3 | Melde > LOGA | 0.9 | ? | stated
             3 | Loga > Melde | 0.9 | ? | stated",
            vec![
                "system:Kasse – system:Melde: 2/2 3–3–3 +1",
                "system:LOGA – system:Melde: 2/1 unknown +2",
            ],
        ),
        // Several sources share a finding.
        (
            "1 | Melde > Kasse 0.25, Kita > Kasse 0.75 | 0.9 | 100 | stated",
            vec![
                "system:Kasse – system:Kita: 1/1 75–75–75 +0",
                "system:Kasse – system:Melde: 1/1 25–25–25 +0",
            ],
        ),
        // No system on either side: no pair. Two names of one application: no pair. A name of two: the first has it.
        (
            "1 | paper > document | 0.9 | 100 | stated
             1 | HKR > Kasse | 0.9 | 100 | stated
             1 | oral > ? | 0.9 | 1 | stated
             1 | Kita > HKR | 0.9 | 1 | stated",
            vec![
                "system:? – oral: 1/1 1–1–1 +0",
                "system:Kasse – system:Kita: 1/1 1–1–1 +0",
            ],
        ),
        // What a person has to check first is in no figure.
        (
            "1 | Melde > Kasse | 0.4 | 100 | stated",
            vec!["system:Kasse – system:Melde: 0/0 unknown +0"],
        ),
    ];
    for (lines, expected) in cases {
        assert_eq!(told(&find(lines, &open)), expected, "{lines}");
    }
}

#[test]
fn verdicts_of_people_count() {
    let lines = "1 | Melde > Kasse | 0.4 | 7 | stated";
    let with = |verdict| told(&find(lines, &move |_, _| Some(verdict)));
    for verdict in [Verdict::Confirmed, Verdict::Wanted, Verdict::RequiredByLaw] {
        assert_eq!(with(verdict), ["system:Kasse – system:Melde: 1/1 7–7–7 +0"]);
    }
    for verdict in [Verdict::Dismissed, Verdict::Resolved] {
        assert!(with(verdict).is_empty());
    }
}

#[test]
fn the_catalogue_says_what_is_known_of_the_interface() {
    let pairs = find(
        "1 | Melde > Kasse | 0.9 | 3 | stated
         1 | Kita > Kasse | 0.9 | 2 | stated
         1 | LOGA > Kasse | 0.9 | 1 | stated",
        &open,
    );
    let known: Vec<_> = pairs.iter().map(|pair| pair.interface).collect();
    assert_eq!(
        known,
        [
            Some(PairInterface {
                there: None,
                back: Some(InterfaceState::Available)
            }),
            Some(PairInterface::default()),
            None
        ]
    );
    assert!(pairs.iter().all(SystemPair::is_joinable));
}

#[test]
fn an_effect_is_the_share_that_vanishes() {
    let pairs = find(
        "1 | Melde > Kasse | 0.9 | 10 | stated
         1 | Melde > Kasse 0.4, paper > Kasse 0.6 | 0.9 | 100 | stated
         2 | Melde > Kasse | 0.9 | 8 | stated
         2 | Melde > Kasse | 0.9 | ? | stated
         2 | Melde > Kasse | 0.3 | 1000 | stated",
        &open,
    );
    let pair = pairs.iter().find(|pair| pair.is_joinable()).unwrap();
    let keys: Vec<(ProcessId, String)> = pair
        .steps
        .iter()
        .map(|step| (step.process, step.key.clone()))
        .collect();
    assert_eq!(keys.len(), 5);
    // The first is gone, of the second its two fifths, the third stays by half, the fourth is gone, the last too.
    let remains = |process: ProcessId, of: &str| match (process.0, of == key("r", "e0", "k", "Antrag")) {
        (1, true) => 0.0,
        (1, false) => 0.6,
        (_, true) => 0.5,
        (_, false) => 0.0,
    };
    let effect = effect(pair, &remains);
    assert_eq!((effect.breaks_before, effect.breaks_after), (4, 1));
    let middle = |total: Total| (total.known.unwrap().middle, total.unknown);
    assert_eq!(middle(effect.hours_before), (58.0, 1));
    assert_eq!(middle(effect.hours_gone), (54.0, 1));
    assert_eq!(middle(effect.hours_after), (4.0, 0));
    let each: Vec<_> = effect
        .processes
        .iter()
        .map(|process| (process.process.0, process.breaks_before, process.breaks_after))
        .collect();
    assert_eq!(each, [(1, 2, 0), (2, 2, 1)]);
    let nothing = super::effect(pair, &|_, _| 1.0);
    assert_eq!((nothing.breaks_after, middle(nothing.hours_gone)), (4, (0.0, 0)));
    assert_eq!(nothing.hours_after, nothing.hours_before);
}
