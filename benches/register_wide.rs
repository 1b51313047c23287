//! How long the pages over the whole register take with 1,000 modelled processes: findings, pairs of systems, and what an
//! interface would change, for the first time and from what is kept. Demand: under 200 ms where nothing is new.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use prozessregister::domain::carrier::Carrier;
use prozessregister::domain::diagram::DiagramKind;
use prozessregister::domain::ids::ProcessId;
use prozessregister::domain::time::Timestamp;
use prozessregister::register::{
    Caller, FindingFilter, PairFilter, ProcessQuery, Register, TableFormat, UploadDiagram,
};
use prozessregister::text::Lang;
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// Modelled processes beside those of the demo town.
const PROCESSES: usize = 1_000;

struct Town {
    register: Register,
    caller: Caller,
}

/// The demo town with its models given to 1,000 further processes, all of them analysed once.
static TOWN: LazyLock<Town> = LazyLock::new(|| {
    let now = Timestamp(1_795_000_000_000);
    let register = Register::in_memory().unwrap();
    register.load_demo(now).unwrap();
    let caller = Caller {
        actor: register.actor_by_login("verwaltung").unwrap(),
        now,
    };
    let query = ProcessQuery {
        limit: 500,
        ..ProcessQuery::default()
    };
    let mut known: Vec<(ProcessId, Vec<u8>)> = Vec::new();
    for row in register.processes(&caller, &query).unwrap().rows {
        for version in register.diagrams(&caller, row.id).unwrap() {
            if version.kind == DiagramKind::AsIs {
                let (_, bytes) = register.diagram_bytes(&caller, row.id, version.number).unwrap();
                known.push((row.id, bytes));
            }
        }
    }
    assert!(!known.is_empty());
    for index in 0..PROCESSES {
        let (process, bytes) = &known[index % known.len()];
        let mut profile = register.process(&caller, *process).unwrap().row.profile;
        profile.number = format!("9.{index}");
        profile.name = format!("{} {index}", profile.name);
        let made = register.create_process(&caller, &profile).unwrap();
        let upload = UploadDiagram {
            file_name: "model.bpmn".to_owned(),
            kind: DiagramKind::AsIs,
            bytes: bytes.clone(),
            note: String::new(),
        };
        register.upload_diagram(&caller, made, &upload).unwrap();
    }
    let town = Town { register, caller };
    pairs(&town);
    town
});

fn pairs(town: &Town) -> usize {
    let filter = PairFilter {
        limit: 50,
        ..PairFilter::default()
    };
    town.register
        .system_pairs(&town.caller, &filter)
        .unwrap()
        .page
        .total
}

/// The pair that costs most.
fn ends() -> (Carrier, Carrier) {
    let filter = PairFilter {
        limit: 1,
        with: Some(prozessregister::domain::system_pair::OtherSide::System),
        ..PairFilter::default()
    };
    let found = TOWN.register.system_pairs(&TOWN.caller, &filter).unwrap();
    let pair = &found.page.rows[0];
    (pair.one.carrier.clone(), pair.other.carrier.clone())
}

#[divan::bench(sample_count = 20)]
fn findings(bencher: divan::Bencher<'_, '_>) {
    let filter = FindingFilter {
        limit: 50,
        ..FindingFilter::default()
    };
    let town = &*TOWN;
    bencher.bench(|| town.register.findings(&town.caller, &filter).unwrap());
}

#[divan::bench(sample_count = 20)]
fn system_pairs(bencher: divan::Bencher<'_, '_>) {
    let town = &*TOWN;
    bencher.bench(|| pairs(town));
}

#[divan::bench(sample_count = 20)]
fn interface_kept(bencher: divan::Bencher<'_, '_>) {
    let (one, other) = ends();
    let town = &*TOWN;
    bencher.bench(|| {
        town.register
            .interface_effect(&town.caller, None, &one, &other)
            .unwrap()
    });
}

/// A change of the catalogue before each round makes all analyses anew; this is the second analysis alone.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn interface_for_the_first_time(bencher: divan::Bencher<'_, '_>) {
    let (one, other) = ends();
    let town = &*TOWN;
    bencher
        .with_inputs(|| {
            let organisation = town.register.organisation(&town.caller).unwrap();
            let interface = organisation.interfaces[0].clone();
            town.register.save_interface(&town.caller, &interface).unwrap();
            let mut other_state = interface;
            other_state.note.push('.');
            town.register.save_interface(&town.caller, &other_state).unwrap();
            pairs(town)
        })
        .bench_values(|_| {
            town.register
                .interface_effect(&town.caller, None, &one, &other)
                .unwrap()
        });
}

#[divan::bench(sample_count = 5)]
fn findings_as_csv(bencher: divan::Bencher<'_, '_>) {
    let filter = FindingFilter::default();
    let town = &*TOWN;
    bencher.bench(|| {
        town.register
            .findings_table(&town.caller, &filter, TableFormat::Csv, Lang::De)
            .unwrap()
    });
}
