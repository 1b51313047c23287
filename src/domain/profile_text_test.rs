#![allow(clippy::unwrap_used)]

use super::*;

fn set_text(field: Field, text: &str) -> Result<Known<String>, String> {
    let mut profile = empty_profile();
    set(&mut profile, field, Known::Value(text)).map_err(|message| message.id)?;
    Ok(get(&profile, field))
}

#[test]
fn fields_have_a_canonical_text() {
    let cases = [
        (Field::CasesPerYear, "1200;2025;measured", "1200;2025;measured"),
        (Field::CasesPerYear, "1.200", "1200;;estimated"),
        (Field::HandlingMinutes, "7,5;;recorded", "7.5;;recorded"),
        (Field::ReviewDate, "31.12.2026", "2026-12-31"),
        (Field::ReviewDate, "2026-12-31", "2026-12-31"),
        (Field::ChannelsIn, "post:0.4,email:0.6", "post:0.4,email:0.6"),
        (Field::ChannelsIn, "post:0,4,email:0,6", "post:0.4,email:0.6"),
        (Field::ChannelsIn, "post:40%; email", "post:0.4,email"),
        (Field::Applications, "3, 7,3", "3,7"),
        (Field::Tags, "ozg,  b a,ozg", "b a,ozg"),
        (Field::Category, "core", "core"),
        (Field::Name, "  Hund \n anmelden ", "Hund anmelden"),
        (Field::Summary, "Zeile 1\r\nZeile 2", "Zeile 1\nZeile 2"),
        (Field::Status, "in-review", "in-review"),
        (Field::Unit, "4", "4"),
    ];
    for (field, given, expected) in cases {
        assert_eq!(
            set_text(field, given),
            Ok(Known::Value(expected.to_owned())),
            "{field:?} {given}"
        );
        assert_eq!(
            set_text(field, expected),
            Ok(Known::Value(expected.to_owned())),
            "{field:?} {expected}"
        );
    }
}

#[test]
fn faults_are_named() {
    let long = "x".repeat(201);
    let cases = [
        (Field::CasesPerYear, "viele", "field-no-number"),
        (Field::CasesPerYear, "-3", "field-number-range"),
        (Field::CasesPerYear, "1e13", "field-number-range"),
        (Field::CasesPerYear, "5;12", "field-no-year"),
        (Field::CasesPerYear, "5;2025;guessed", "field-unknown-choice"),
        (Field::ReviewDate, "31.2.2026", "field-no-date"),
        (Field::ReviewDate, "bald", "field-no-date"),
        (Field::ChannelsIn, "brief", "field-unknown-choice"),
        (Field::ChannelsIn, "post:0.6,email:0.6", "field-shares-too-large"),
        (Field::ChannelsIn, "post,post", "field-channel-twice"),
        (Field::ChannelsIn, "post:7", "field-no-share"),
        (Field::Applications, "MESO", "field-unknown-choice"),
        (Field::Name, &long, "field-too-long"),
    ];
    for (field, given, expected) in cases {
        assert_eq!(
            set_text(field, given),
            Err(expected.to_owned()),
            "{field:?} {given}"
        );
    }
}

#[test]
fn unknown_and_not_applicable_are_values() {
    for &field in Field::ALL {
        let mut profile = empty_profile();
        set(&mut profile, field, Known::NotSurveyed).unwrap();
        assert_eq!(profile, empty_profile());
        set(&mut profile, field, Known::Value(" ")).unwrap();
        assert_eq!(profile, empty_profile());
    }
    assert_eq!(set_text(Field::CasesPerYear, "-"), Ok(Known::NotApplicable));
    assert_eq!(encode(Known::NotApplicable).as_deref(), Some("-"));
    assert_eq!(decode(Some("-")), Known::NotApplicable);
    assert_eq!(decode(None), Known::NotSurveyed);
}
