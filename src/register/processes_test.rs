#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::testing::{SmallTown, profile};
use super::{ProcessQuery, Register, Sort};
use crate::domain::ids::ProcessId;
use crate::domain::known::{Figure, Known, Quality};
use crate::domain::profile::{Channel, ChannelShare, Field, Status};
use crate::error::Kind;

fn names(town: &SmallTown, query: &ProcessQuery) -> Vec<String> {
    let page = town.register.processes(&town.reader, query).unwrap();
    page.rows.into_iter().map(|row| row.profile.name).collect()
}

fn figure(value: f64) -> Known<Figure> {
    Known::Value(Figure {
        value,
        year: Some(2025),
        quality: Quality::Measured,
    })
}

#[test]
fn a_process_is_registered_changed_and_remembered() {
    let town = SmallTown::new();
    let mut given = profile("  Hund zur  Steuer anmelden ", Some(town.taxes));
    let id = town.register.create_process(&town.owner, &given).unwrap();
    let view = town.register.process(&town.reader, id).unwrap();
    assert_eq!(view.row.profile.number, "1");
    assert_eq!(view.row.profile.name, "Hund zur Steuer anmelden");
    assert_eq!(view.unit_path, ["Kleinstadt", "Bürgerdienste", "Steueramt"]);
    assert_eq!(view.row.unit_name, "Steueramt");
    assert_eq!(view.row.hours_per_year, None);
    assert!(!view.may_change && !view.may_judge);

    given.number = "1".to_owned();
    given.cases_per_year = figure(1200.0);
    given.handling_minutes = figure(7.5);
    given.lead_time_days = Known::NotApplicable;
    given.channels_in = Known::Value(vec![ChannelShare {
        channel: Channel::Post,
        share: Some(0.4),
    }]);
    given.tags = vec!["ozg".to_owned(), "a".to_owned(), "ozg".to_owned()];
    let revision = town
        .register
        .change_process(&town.owner, id, Some(1), &given, "Zahlen aus 2025")
        .unwrap();
    assert_eq!(revision, 2);
    let row = town.register.process(&town.owner, id).unwrap().row;
    assert_eq!(row.hours_per_year, Some(150.0));
    assert_eq!(row.profile.tags, ["a", "ozg"]);
    assert_eq!(row.profile.lead_time_days, Known::NotApplicable);

    // The same again changes nothing.
    let again = town
        .register
        .change_process(&town.owner, id, Some(2), &row.profile, "")
        .unwrap();
    assert_eq!(again, 2);
    let history = town.register.revisions(&town.reader, id).unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(history[0].reason, "Zahlen aus 2025");
    assert_eq!(history[0].by_name, "Konto owner");
    let change = &history[0].changes[0];
    assert_eq!(change.field, Field::CasesPerYear);
    assert_eq!(change.before, None);
    assert_eq!(change.after.as_deref(), Some("1200;2025;measured"));
    let first: Vec<Field> = history[1].changes.iter().map(|change| change.field).collect();
    assert_eq!(first, [Field::Number, Field::Name, Field::Unit]);
}

#[test]
fn who_was_slower_hears_of_it() {
    let town = SmallTown::new();
    let id = town.process("Hund anmelden", Some(town.taxes));
    let mut given = town.register.process(&town.owner, id).unwrap().row.profile;
    given.name = "Hund abmelden".to_owned();
    town.register
        .change_process(&town.owner, id, Some(1), &given, "")
        .unwrap();
    given.name = "Katze anmelden".to_owned();
    let error = town
        .register
        .change_process(&town.owner, id, Some(1), &given, "")
        .unwrap_err();
    assert_eq!(error.kind, Kind::Stale);
    let error = town
        .register
        .delete_process(&town.owner, id, Some(1))
        .unwrap_err();
    assert_eq!(error.kind, Kind::Stale);
    assert_eq!(names(&town, &ProcessQuery::default()), ["Hund abmelden"]);
}

#[test]
fn faults_are_named_field_by_field() {
    let town = SmallTown::new();
    let mut given = profile("", Some(town.taxes));
    given.cases_per_year = figure(f64::NAN);
    given.handling_minutes = figure(1e13);
    let error = town.register.create_process(&town.owner, &given).unwrap_err();
    let fields: Vec<&str> = error.fields.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(error.kind, Kind::Invalid);
    assert_eq!(fields, ["cases_per_year", "handling_minutes", "name"]);

    let mut given = profile("Hund anmelden", Some(town.taxes));
    given.applications = Known::Value(vec![crate::domain::ids::ApplicationId(99)]);
    let error = town.register.create_process(&town.owner, &given).unwrap_err();
    assert_eq!(error.fields[0].field, "applications");

    town.process("Erster", Some(town.taxes));
    let mut given = profile("Zweiter", Some(town.taxes));
    given.number = " 1 ".to_owned();
    let error = town.register.create_process(&town.owner, &given).unwrap_err();
    assert_eq!(error.kind, Kind::Conflict);
    assert_eq!(error.fields[0].field, "number");
    // A refused write leaves no trace.
    assert_eq!(names(&town, &ProcessQuery::default()), ["Erster"]);
}

#[test]
fn a_scope_is_a_part_of_the_town() {
    let town = SmallTown::new();
    let foreign = town.process("Bauantrag prüfen", Some(town.building));
    let own = town.process("Hund anmelden", Some(town.taxes));
    let refused = |result: crate::error::Result<()>| assert_eq!(result.unwrap_err().kind, Kind::Forbidden);
    let register: &Register = &town.register;
    let change = |id: ProcessId, unit| {
        let mut given = register.process(&town.owner, id).unwrap().row.profile;
        given.unit = unit;
        given.summary = Known::Value("Neu".to_owned());
        register
            .change_process(&town.owner, id, None, &given, "")
            .map(|_| ())
    };
    refused(change(foreign, Some(town.building)));
    refused(change(foreign, Some(town.taxes)));
    refused(change(own, Some(town.building)));
    refused(change(own, None));
    change(own, Some(town.citizens)).unwrap();
    refused(register.delete_process(&town.owner, foreign, None));
    refused(
        register
            .create_process(&town.owner, &profile("Neu", None))
            .map(|_| ()),
    );
    refused(
        register
            .create_process(&town.reader, &profile("Neu", Some(town.taxes)))
            .map(|_| ()),
    );
    let view = register.process(&town.owner, own).unwrap();
    assert!(view.may_change && !view.may_judge);
    assert!(!register.process(&town.owner, foreign).unwrap().may_change);
}

#[test]
fn the_search_finds_parts_of_compounds() {
    let town = SmallTown::new();
    for name in [
        "Hundesteuer-Anmeldung bearbeiten",
        "Wohnsitz anmelden",
        "Straße sperren",
        "Müll abholen",
        "Kanalbenutzungsgebühr festsetzen",
        "50%-Regel \"prüfen\"",
    ] {
        town.process(name, None);
    }
    let cases: [(&str, &[&str]); 12] = [
        (
            "anmeldung",
            &["Hundesteuer-Anmeldung bearbeiten", "Wohnsitz anmelden"],
        ),
        (
            "Anmelden",
            &["Hundesteuer-Anmeldung bearbeiten", "Wohnsitz anmelden"],
        ),
        ("Steuer", &["Hundesteuer-Anmeldung bearbeiten"]),
        ("Strassen", &["Straße sperren"]),
        ("Gebühren", &["Kanalbenutzungsgebühr festsetzen"]),
        ("muell", &["Müll abholen"]),
        ("steuer hund", &["Hundesteuer-Anmeldung bearbeiten"]),
        ("steuer müll", &[]),
        ("0%", &["50%-Regel \"prüfen\""]),
        ("\"prüfen", &["50%-Regel \"prüfen\""]),
        ("* OR NEAR(", &[]),
        ("zz", &[]),
    ];
    for (q, expected) in cases {
        let query = ProcessQuery {
            q: q.to_owned(),
            ..ProcessQuery::default()
        };
        assert_eq!(names(&town, &query), expected, "{q}");
    }
}

#[test]
fn lists_are_filtered_sorted_and_paged() {
    let town = SmallTown::new();
    for (number, name, unit, cases) in [
        ("10", "Ente", Some(town.taxes), Some(5.0)),
        ("2", "Äpfel", Some(town.building), Some(50.0)),
        ("1", "Zebra", Some(town.citizens), None),
        ("A-1", "Dachs", None, Some(7.0)),
    ] {
        let mut given = profile(name, unit);
        given.number = number.to_owned();
        if let Some(cases) = cases {
            given.cases_per_year = figure(cases);
        }
        if name == "Dachs" {
            given.status = Status::Released;
        }
        town.register.create_process(&town.coordinator, &given).unwrap();
    }
    let sorted = |sort| {
        names(
            &town,
            &ProcessQuery {
                sort,
                ..ProcessQuery::default()
            },
        )
    };
    assert_eq!(sorted(Sort::Number), ["Zebra", "Äpfel", "Ente", "Dachs"]);
    assert_eq!(sorted(Sort::Name), ["Äpfel", "Dachs", "Ente", "Zebra"]);
    assert_eq!(sorted(Sort::Unit), ["Äpfel", "Zebra", "Ente", "Dachs"]);
    assert_eq!(sorted(Sort::Cases), ["Äpfel", "Dachs", "Ente", "Zebra"]);
    assert_eq!(sorted(Sort::Hours), ["Ente", "Äpfel", "Zebra", "Dachs"]);
    assert_eq!(sorted(Sort::Completeness), ["Zebra", "Dachs", "Ente", "Äpfel"]);
    assert_eq!(sorted(Sort::Breaks), ["Zebra", "Äpfel", "Ente", "Dachs"]);

    let filtered = |query: ProcessQuery| names(&town, &query);
    let below = ProcessQuery {
        unit: Some(town.citizens),
        ..ProcessQuery::default()
    };
    assert_eq!(filtered(below), ["Zebra", "Ente"]);
    let unknown = ProcessQuery {
        not_surveyed: Some(Field::CasesPerYear),
        ..ProcessQuery::default()
    };
    assert_eq!(filtered(unknown), ["Zebra"]);
    let released = ProcessQuery {
        status: Some(Status::Released),
        ..ProcessQuery::default()
    };
    assert_eq!(filtered(released), ["Dachs"]);
    let modelled = ProcessQuery {
        modelled: Some(true),
        ..ProcessQuery::default()
    };
    assert!(filtered(modelled).is_empty());

    for sort in Sort::ALL {
        let mut query = ProcessQuery {
            sort,
            limit: 1,
            ..ProcessQuery::default()
        };
        let mut seen = Vec::new();
        loop {
            let page = town.register.processes(&town.reader, &query).unwrap();
            assert_eq!(page.total, 4);
            seen.extend(page.rows.into_iter().map(|row| row.profile.name));
            match page.next {
                Some(next) => query.cursor = Some(next),
                None => break,
            }
        }
        assert_eq!(seen, sorted(sort), "{sort:?}");
    }
    let faulty = ProcessQuery {
        cursor: Some("x".to_owned()),
        ..ProcessQuery::default()
    };
    let error = town.register.processes(&town.reader, &faulty).unwrap_err();
    assert_eq!(error.kind, Kind::Invalid);
}

#[test]
fn a_deleted_process_keeps_its_key_and_frees_its_number() {
    let town = SmallTown::new();
    let first = town.process("Erster", None);
    town.register
        .delete_process(&town.coordinator, first, None)
        .unwrap();
    assert_eq!(
        town.register.process(&town.reader, first).unwrap_err().kind,
        Kind::NotFound
    );
    assert!(names(&town, &ProcessQuery::default()).is_empty());
    let second = town.process("Zweiter", None);
    assert!(second > first);
    assert_eq!(
        town.register.process_by_number(&town.reader, " 1 ").unwrap(),
        Some(second)
    );
}

#[test]
fn the_columns_of_the_schema_are_the_fields_that_count() {
    let town = SmallTown::new();
    // Answering the fields that count one after the other raises the number the database sorts by.
    for (rank, field) in crate::domain::completeness::COUNTED.iter().enumerate() {
        let id = town.process(&format!("P{rank}"), Some(town.taxes));
        let mut given = town.register.process(&town.reader, id).unwrap().row.profile;
        let before = super::Completeness::of(&given).missing.len();
        crate::domain::profile_text::set(&mut given, *field, Known::NotApplicable).unwrap();
        let unit_lost = usize::from(*field == Field::Unit);
        town.register
            .change_process(&town.coordinator, id, None, &given, "")
            .unwrap();
        let row = town.register.process(&town.reader, id).unwrap().row;
        let after = row.completeness.missing.len();
        assert_eq!(after + 1, before + 2 * unit_lost, "{field:?}");
        let answered = town.register.read(|view| Ok(view.answered_fields(id)?)).unwrap();
        assert_eq!(
            answered,
            crate::domain::completeness::COUNTED.len() - after,
            "{field:?}"
        );
    }
}

#[test]
fn a_number_is_made_up_after_the_sign_of_the_unit() {
    let town = SmallTown::new();
    let sign = town
        .register
        .organisation(&town.reader)
        .unwrap()
        .units
        .into_iter()
        .find(|unit| unit.id == town.taxes)
        .unwrap()
        .sign;
    let number = |name: &str, given: &str| {
        let mut profile = profile(name, Some(town.taxes));
        profile.number = given.to_owned();
        let id = town.register.create_process(&town.owner, &profile).unwrap();
        town.register
            .process(&town.reader, id)
            .unwrap()
            .row
            .profile
            .number
    };
    let start = if sign.is_empty() {
        String::new()
    } else {
        format!("{sign}-")
    };
    number("Erster", &format!("{start}07"));
    let next = number("Zweiter", "");
    assert!(
        next == format!("{start}08") || (start.is_empty() && next == "8"),
        "{next}"
    );
}
