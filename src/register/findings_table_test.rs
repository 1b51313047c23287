#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::testing::{SmallTown, filled, profile};
use super::{FindingFilter, Register, TableFormat, UploadDiagram};
use crate::domain::diagram::DiagramKind;
use crate::domain::finding::Verdict;
use crate::domain::known::{Figure, Known, Quality};
use crate::exchange::{CsvLimits, read_csv};
use crate::text::Lang;

/// Headings and rows as a spreadsheet shows them.
fn table(town: &SmallTown, filter: &FindingFilter, lang: Lang) -> Vec<Vec<String>> {
    let bytes = town
        .register
        .findings_table(&town.reader, filter, TableFormat::Csv, lang)
        .unwrap();
    let rows = read_csv(&bytes, &CsvLimits::default()).unwrap();
    rows.into_iter().map(|row| row.cells).collect()
}

/// The cell below a heading.
fn cell<'a>(table: &'a [Vec<String>], row: usize, heading: &str) -> &'a str {
    let column = table[0].iter().position(|cell| cell == heading).unwrap();
    &table[row][column]
}

#[test]
fn what_the_list_shows_is_what_the_file_holds() {
    let town = filled(Register::in_memory().unwrap());
    let all = table(&town, &FindingFilter::default(), Lang::De);
    assert_eq!(all.len(), 2);
    assert_eq!(cell(&all, 1, "Prozess"), "Hund zur Steuer anmelden");
    assert_eq!(cell(&all, 1, "Organisationseinheit"), "Steueramt");
    assert_eq!(cell(&all, 1, "Regel"), "media-break/paper-to-digital");
    assert_eq!(
        (cell(&all, 1, "Von"), cell(&all, 1, "Nach")),
        ("Papier", "OK.EWO")
    );
    assert_eq!(cell(&all, 1, "Bewertung"), "trifft zu");
    assert_eq!(cell(&all, 1, "Minuten je Fall"), "6");
    assert_eq!(
        cell(&all, 1, "Stunden im Jahr"),
        "",
        "no volume: unknown is not zero"
    );
    let open = FindingFilter {
        verdict: Some(None),
        ..FindingFilter::default()
    };
    assert_eq!(table(&town, &open, Lang::De).len(), 1, "only headings");
    let confirmed = FindingFilter {
        verdict: Some(Some(Verdict::Confirmed)),
        unit: Some(town.citizens),
        ..FindingFilter::default()
    };
    assert_eq!(table(&town, &confirmed, Lang::En).len(), 2);
    let elsewhere = FindingFilter {
        unit: Some(town.building),
        ..FindingFilter::default()
    };
    assert_eq!(table(&town, &elsewhere, Lang::De).len(), 1);
}

#[test]
fn names_that_are_formulas_stay_text_and_numbers_numbers() {
    let town = SmallTown::new();
    let mut profile = profile("=HYPERLINK(\"http://x\")", Some(town.taxes));
    profile.cases_per_year = Known::Value(Figure {
        value: 100.0,
        year: None,
        quality: Quality::Estimated,
    });
    let process = town.register.create_process(&town.coordinator, &profile).unwrap();
    let bytes = super::testing::MODEL
        .replace("minutes=\"6\"", "minutes=\"1.5\"")
        .into_bytes();
    let upload = UploadDiagram {
        file_name: "m.bpmn".to_owned(),
        kind: DiagramKind::AsIs,
        bytes,
        note: String::new(),
    };
    town.register
        .upload_diagram(&town.analyst, process, &upload)
        .unwrap();
    let filter = FindingFilter::default();
    let make = |format, lang| {
        town.register
            .findings_table(&town.reader, &filter, format, lang)
            .unwrap()
    };
    let text = String::from_utf8(make(TableFormat::Csv, Lang::De)).unwrap();
    assert!(text.contains("'=HYPERLINK"), "{text}");
    let (german, english) = (table(&town, &filter, Lang::De), table(&town, &filter, Lang::En));
    assert_eq!(cell(&german, 1, "Stunden im Jahr"), "2,5");
    assert_eq!(cell(&english, 1, "Hours per year"), "2.5");
    assert!(make(TableFormat::Xlsx, Lang::De).starts_with(b"PK"));
}
