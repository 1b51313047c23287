#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::testing::{MODEL, SmallTown};
use super::{CandidateFilter, FindingFilter, PictureMarks, ProcessQuery, Sort, UploadDiagram};
use crate::domain::diagram::DiagramKind;
use crate::domain::finding::Verdict;
use crate::domain::ids::ProcessId;
use crate::error::Kind;
use crate::text::Lang;

fn upload(bytes: &[u8], kind: DiagramKind) -> UploadDiagram {
    UploadDiagram {
        file_name: "C:\\models\\..\\Hund anmelden.bpmn".to_owned(),
        kind,
        bytes: bytes.to_vec(),
        note: String::new(),
    }
}

fn modelled(town: &SmallTown) -> ProcessId {
    let id = town.process("Hund zur Steuer anmelden", Some(town.taxes));
    town.register
        .upload_diagram(&town.analyst, id, &upload(MODEL.as_bytes(), DiagramKind::AsIs))
        .unwrap();
    id
}

#[test]
fn a_diagram_comes_back_byte_for_byte() {
    let town = SmallTown::new();
    let id = modelled(&town);
    // With a byte order mark and other line ends: nothing is mended.
    let odd = ["\u{feff}", &MODEL.replace('\n', "\r\n")].concat();
    let uploaded = town
        .register
        .upload_diagram(&town.analyst, id, &upload(odd.as_bytes(), DiagramKind::ToBe))
        .unwrap();
    assert_eq!(uploaded.version.number, 2);
    assert_eq!(uploaded.version.file_name, "Hund anmelden.bpmn");
    assert_eq!(uploaded.version.by_name, "Konto analyst");
    let (version, bytes) = town.register.diagram_bytes(&town.reader, id, 2).unwrap();
    assert_eq!(bytes, odd.as_bytes());
    assert_eq!(version, uploaded.version);
    assert_eq!(version.size, odd.len() as u64);
    let (_, first) = town.register.diagram_bytes(&town.reader, id, 1).unwrap();
    assert_eq!(first, MODEL.as_bytes());
    let numbers: Vec<u32> = town
        .register
        .diagrams(&town.reader, id)
        .unwrap()
        .iter()
        .map(|version| version.number)
        .collect();
    assert_eq!(numbers, [2, 1]);
    let missing = town.register.diagram_bytes(&town.reader, id, 3).unwrap_err();
    assert_eq!(missing.kind, Kind::NotFound);
}

#[test]
fn uploads_are_for_analysts_and_have_to_be_readable() {
    let town = SmallTown::new();
    let id = town.process("Hund anmelden", Some(town.taxes));
    let file = upload(MODEL.as_bytes(), DiagramKind::AsIs);
    let error = town.register.upload_diagram(&town.owner, id, &file).unwrap_err();
    assert_eq!(error.kind, Kind::Forbidden);
    for bytes in [&b""[..], b"hello", b"<!DOCTYPE x><definitions/>"] {
        let error = town
            .register
            .upload_diagram(&town.analyst, id, &upload(bytes, DiagramKind::AsIs))
            .unwrap_err();
        assert_eq!(error.kind, Kind::Invalid);
    }
    let large = vec![b' '; 20_000_001];
    let error = town
        .register
        .upload_diagram(&town.analyst, id, &upload(&large, DiagramKind::AsIs))
        .unwrap_err();
    assert_eq!(error.kind, Kind::TooLarge);
    assert!(town.register.diagrams(&town.reader, id).unwrap().is_empty());
}

#[test]
fn a_verdict_survives_a_new_version() {
    let town = SmallTown::new();
    let id = modelled(&town);
    let register = &town.register;
    let view = register.diagram(&town.reader, id, 1).unwrap();
    assert_eq!(view.findings.len(), 1, "{:?}", view.analysis);
    assert_eq!(view.findings[0].judgement, None);
    let key = view.findings[0].finding.key.clone();

    let judge = |caller, verdict, reason| register.judge(caller, id, &key, verdict, reason, None);
    let error = judge(&town.owner, Verdict::Confirmed, "").unwrap_err();
    assert_eq!(error.kind, Kind::Forbidden);
    let error = judge(&town.analyst, Verdict::Dismissed, " ").unwrap_err();
    assert_eq!(error.fields[0].field, "reason");
    let error = register
        .judge(&town.analyst, id, "0000", Verdict::Confirmed, "", None)
        .unwrap_err();
    assert_eq!(error.kind, Kind::NotFound);
    judge(&town.analyst, Verdict::Confirmed, "").unwrap();
    judge(&town.analyst, Verdict::Dismissed, "kommt als Datei").unwrap();

    let moved = MODEL.replace("id=\"S\"", "id=\"S\" name=\"Antrag liegt vor\"");
    register
        .upload_diagram(&town.analyst, id, &upload(moved.as_bytes(), DiagramKind::AsIs))
        .unwrap();
    let view = register.diagram(&town.reader, id, 2).unwrap();
    let judgement = view.findings[0].judgement.as_ref().unwrap();
    assert_eq!(judgement.verdict, Verdict::Dismissed);
    assert_eq!(judgement.reason, "kommt als Datei");
    assert_eq!(judgement.by_name, "Konto analyst");

    let listed = |verdict| {
        let filter = FindingFilter {
            verdict,
            ..FindingFilter::default()
        };
        register.findings(&town.reader, &filter).unwrap().total
    };
    assert_eq!(listed(None), 1);
    assert_eq!(listed(Some(Some(Verdict::Dismissed))), 1);
    assert_eq!(listed(Some(None)), 0);
}

#[test]
fn the_register_knows_its_models() {
    let town = SmallTown::new();
    let id = modelled(&town);
    town.process("Bauantrag prüfen", Some(town.building));
    let register = &town.register;
    let query = |q: &str, modelled, sort| ProcessQuery {
        q: q.to_owned(),
        modelled,
        sort,
        ..ProcessQuery::default()
    };
    let found = |query| {
        let page = register.processes(&town.reader, &query).unwrap();
        page.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    // Labels inside the model are found.
    assert_eq!(found(query("Fachverfahren", None, Sort::Name)), [id]);
    assert_eq!(found(query("", Some(true), Sort::Name)), [id]);
    assert_eq!(found(query("", None, Sort::Breaks)).first(), Some(&id));
    let view = register.process(&town.reader, id).unwrap();
    assert_eq!(view.row.model.unwrap().breaks_per_case, 1.0);

    // What the profile says reaches the analysis.
    let mut profile = view.row.profile;
    crate::domain::profile_text::set(
        &mut profile,
        crate::domain::profile::Field::CasesPerYear,
        crate::domain::known::Known::Value("1.000"),
    )
    .unwrap();
    register
        .change_process(&town.owner, id, None, &profile, "")
        .unwrap();
    let page = register
        .findings(&town.reader, &FindingFilter::default())
        .unwrap();
    assert_eq!(page.rows[0].process, id);
    assert_eq!(page.rows[0].judged.finding.hours_per_year, Some(100.0));
    let elsewhere = FindingFilter {
        unit: Some(town.building),
        ..FindingFilter::default()
    };
    assert_eq!(register.findings(&town.reader, &elsewhere).unwrap().total, 0);
    register
        .candidates(&town.reader, &CandidateFilter::default())
        .unwrap();

    let start = register.start(&town.owner).unwrap();
    assert_eq!((start.processes, start.modelled), (2, 1));
    assert_eq!(start.mine.len(), 1);
    assert_eq!(start.recent.len(), 2);
    let open: usize = start.unjudged.iter().map(|(_, count)| count).sum();
    assert_eq!(open, 1);
    let units: Vec<_> = start
        .units
        .iter()
        .map(|unit| (unit.name.as_str(), unit.processes, unit.modelled))
        .collect();
    assert_eq!(units, [("Bauamt", 1, 0), ("Bürgerdienste", 1, 1)]);
    assert!(register.start(&town.reader).unwrap().mine.is_empty());

    let picture = register
        .diagram_picture(&town.reader, id, 1, PictureMarks::Findings, Lang::De)
        .unwrap();
    assert!(picture.starts_with("<svg"), "{picture}");
    // A program without front end has no font and says so.
    match register.diagram_pixels(&town.reader, id, 1, PictureMarks::Findings, None, Lang::De) {
        Ok(png) => assert!(png.starts_with(b"\x89PNG")),
        Err(error) => assert_eq!(error.message.id, "drawing-pixels-no-font"),
    }
}
