#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::testing::SmallTown;
use crate::domain::ids::{ApplicationId, UnitId};
use crate::domain::organisation::{Application, ApplicationKind, Interface, InterfaceState, Unit, UnitKind};
use crate::error::Kind;

fn application(id: i64, name: &str) -> Application {
    Application {
        id: ApplicationId(id),
        name: name.to_owned(),
        aliases: vec!["EWO".to_owned(), " ewo  neu ".to_owned(), name.to_uppercase()],
        kind: ApplicationKind::Specialist,
        purpose: String::new(),
    }
}

#[test]
fn the_chart_is_read_from_the_top_down() {
    let town = SmallTown::new();
    town.register
        .set_town(&town.administrator, " Kleinstadt ")
        .unwrap();
    let organisation = town.register.organisation(&town.reader).unwrap();
    assert_eq!(organisation.town, "Kleinstadt");
    let names: Vec<_> = organisation.units.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(names, ["Kleinstadt", "Bauamt", "Bürgerdienste", "Steueramt"]);
    assert_eq!(organisation.path(Some(town.taxes)).len(), 3);
    assert_eq!(organisation.unit_name(None), "");
}

#[test]
fn a_unit_never_stands_below_itself() {
    let town = SmallTown::new();
    let unit = Unit {
        id: town.citizens,
        parent: Some(town.taxes),
        sign: String::new(),
        name: "Bürgerdienste".to_owned(),
        kind: UnitKind::Division,
        leaving_share: None,
    };
    let save = |unit: &Unit| town.register.save_unit(&town.coordinator, unit);
    assert_eq!(save(&unit).unwrap_err().fields[0].field, "parent");
    let unknown = Unit {
        id: UnitId(77),
        ..unit.clone()
    };
    assert_eq!(save(&unknown).unwrap_err().kind, Kind::NotFound);
    let error = town.register.save_unit(&town.analyst, &unit).unwrap_err();
    assert_eq!(error.kind, Kind::Forbidden);
}

#[test]
fn applications_have_one_name_and_known_interfaces() {
    let town = SmallTown::new();
    let register = &town.register;
    let first = register
        .save_application(&town.coordinator, &application(0, "OK.EWO"))
        .unwrap();
    let error = register
        .save_application(&town.coordinator, &application(0, "ok.ewo"))
        .unwrap_err();
    assert_eq!(error.kind, Kind::Conflict);
    let second = register
        .save_application(&town.coordinator, &application(0, "Archiv"))
        .unwrap();
    // The same again under its own key is a change.
    register
        .save_application(&town.coordinator, &application(first.0, "OK.EWO"))
        .unwrap();
    let interface = |state| Interface {
        from: first,
        to: second,
        state,
        note: String::new(),
    };
    for state in InterfaceState::ALL {
        register
            .save_interface(&town.coordinator, &interface(state))
            .unwrap();
    }
    let itself = Interface {
        to: first,
        ..interface(InterfaceState::Exists)
    };
    let error = register.save_interface(&town.coordinator, &itself).unwrap_err();
    assert_eq!(error.fields[0].field, "to");
    let organisation = register.organisation(&town.reader).unwrap();
    assert_eq!(organisation.applications.len(), 2);
    assert_eq!(organisation.applications[1].aliases, ["EWO", "ewo neu"]);
    assert_eq!(organisation.interfaces.len(), 1);
    assert_eq!(organisation.interfaces[0].state, InterfaceState::Missing);
}

#[test]
fn an_entry_is_changed_only_while_it_is_as_it_was_read() {
    let town = SmallTown::new();
    let unit = |name: &str| {
        let organisation = town.register.organisation(&town.reader).unwrap();
        let unit = organisation.units.into_iter().find(|unit| unit.name == name);
        unit.unwrap()
    };
    let before = unit("Bauamt");
    let mut change = before.clone();
    change.name = "Bauverwaltung".to_owned();
    town.register
        .save_unit_over(&town.coordinator, &change, Some(before.clone()))
        .unwrap();
    change.name = "Hochbau".to_owned();
    let late = town
        .register
        .save_unit_over(&town.coordinator, &change, Some(before))
        .unwrap_err();
    assert_eq!(late.kind, Kind::Stale);
    assert_eq!(unit("Bauverwaltung").id, change.id);
}
