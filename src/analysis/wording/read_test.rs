#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use super::*;
use crate::analysis::wording::known_products;

fn classes(label: &str, language: &str) -> Vec<Class> {
    read(label, language, &known_products())
        .actions
        .iter()
        .map(|action| action.class)
        .collect()
}

#[test]
fn micro_steps_in_label_order() {
    use Class::*;
    let mut wrong: Vec<String> = Vec::new();
    let check = |wrong: &mut Vec<String>, label: &str, language: &str, wanted: &[Class]| {
        let found = classes(label, language);
        if found != wanted {
            wrong.push(format!("{label}: {found:?}, wanted {wanted:?}"));
        }
    };
    let cases: [(&str, &[Class]); 31] = [
        (
            "Bescheid drucken, unterschreiben und einscannen",
            &[Print, Ink, Scan],
        ),
        ("Antrag erfassen", &[Capture]),
        ("Daten aus E-Mail in OK.EWO eintragen", &[Capture]),
        ("Antrag und Nachweise einscannen", &[Scan]),
        ("Bescheid wird ausgedruckt und kuvertiert", &[Print, Post]),
        ("Schreiben per Post versenden", &[Send]),
        ("Beträge nach LOGA", &[Nothing]),
        ("Bescheid raus", &[Send]),
        ("Antragserfassung", &[Capture]),
        ("Unterlagen prüfen", &[Judge]),
        ("Antragsteller anrufen", &[Oral]),
        ("Gesprächsnotiz anfertigen", &[Note]),
        ("Ergebnis notieren", &[Note]),
        ("Druckprüfung am Kessel", &[Judge]),
        ("Zeitdruck melden", &[Nothing]),
        ("Eindruck vom Gespräch festhalten", &[Note]),
        ("Kosten übernehmen", &[Capture]),
        ("Akte zum Bauamt bringen", &[Transport]),
        ("In die Hauspost geben", &[Transport, Move]),
        ("Vertrag abheften", &[FilePaper]),
        ("Bericht an den Anhang hängen", &[Attach]),
        ("trägt Daten in Liste ein", &[Capture]),
        ("Anruf entgegennehmen", &[Receive]),
        ("Antrag entgegennehmen und in MESO erfassen", &[Receive, Capture]),
        ("Unterschrift einholen", &[Ink, Send]),
        ("Ausdruck ablegen", &[File]),
        ("Bescheid mailen", &[DigitalSend]),
        ("Vermerk schreiben", &[Note]),
        ("Mappe weitergeben", &[Move]),
        ("Rechnung verbuchen", &[Capture]),
        ("Korrigierte Rechnung abwarten", &[Judge]),
    ];
    for (label, wanted) in cases {
        check(&mut wrong, label, "de", wanted);
    }
    let cases: [(&str, &[Class]); 9] = [
        ("Print and sign letter", &[Print, Ink]),
        ("Key in meter readings", &[Capture]),
        ("Scan application and upload to portal", &[Scan, DigitalSend]),
        ("Call applicant", &[Oral]),
        ("Check post office box", &[Judge]),
        ("Type up interview notes", &[Capture]),
        ("Draft decision", &[Create]),
        ("Post letter to applicant", &[Post]),
        ("Enter data into the CRM", &[Capture]),
    ];
    for (label, wanted) in cases {
        check(&mut wrong, label, "en", wanted);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn instruments_have_roles() {
    let reading = read("Daten aus E-Mail in OK.EWO eintragen", "de", &known_products());
    let mail = reading.medium(Medium::Document).unwrap();
    assert_eq!(mail.role, Role::Source);
    let system = reading.systems().next().unwrap();
    assert_eq!((system.name.as_str(), system.role), ("OK.EWO", Role::Target));
    let reading = read("Beträge nach LOGA", "de", &known_products());
    assert_eq!(reading.systems().next().unwrap().role, Role::Target);
    assert!(
        read("Bescheid ohne Papier zustellen", "de", &known_products())
            .medium(Medium::Paper)
            .is_none()
    );
    assert!(read("Daten automatisch importieren", "de", &known_products()).automatic());
}

#[test]
fn running_text_leaves_the_past_out() {
    let reading = read_text("Letters were abolished in 2023", "en", &known_products());
    assert!(reading.medium(Medium::Paper).is_none());
}

/// Labels written class by class by somebody who thought of offices, not of models: one or several readings a line.
#[test]
fn labels_of_offices() {
    let mut wrong: Vec<String> = Vec::new();
    for (language, list) in [
        ("de", include_str!("../../../fixtures/wording/labels_de.txt")),
        ("en", include_str!("../../../fixtures/wording/labels_en.txt")),
    ] {
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let mut parts = line.split('|');
            let label = parts.next().unwrap();
            let found: Vec<Class> = classes(label, language);
            let fits = parts.any(|wanted| {
                let wanted: Vec<Class> = wanted
                    .split(',')
                    .map(|code| Class::from_code(code).unwrap())
                    .collect();
                wanted == found
            });
            if !fits {
                wrong.push(format!("{line}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}
