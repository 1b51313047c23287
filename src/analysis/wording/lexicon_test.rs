#![allow(clippy::unwrap_used)]
use super::*;
use crate::analysis::wording::{products_of, read};

const HEADING: &str = "list,class,lang,match,term,confidence,exclude\n";

fn lexicon(rows: &str) -> Lexicon {
    Lexicon::extended(&format!("{HEADING}{rows}")).unwrap()
}

#[test]
fn words_of_a_town_are_read() {
    let label = "Meldung wobbeln und Kuckuck lesen in Stadtblick";
    let built_in = read(label, "de", &products_of(&Lexicon::default()));
    assert!(!built_in.has(Class::Capture) && built_in.medium(Medium::Paper).is_none());
    let own = lexicon(
        "verb,capture,de,verb,wobbel,0.9,\ncarrier,paper,de,word,Kuckuck,0.9,\nsoftware,,,,Stadtblick,,\n",
    );
    let products = products_of(&own);
    let reading = read(label, "de", &products);
    assert!(reading.has(Class::Capture), "{reading:?}");
    assert!(reading.medium(Medium::Paper).is_some(), "{reading:?}");
    assert_eq!(products.named_in(label).unwrap().name, "Stadtblick");
}

#[test]
fn words_of_a_town_overrule_the_built_in_ones() {
    let label = "Antrag einscannen";
    assert!(read(label, "de", &products_of(&Lexicon::default())).has(Class::Scan));
    let judged = lexicon("verb,judge,de,verb,ein|scann,0.9,\n");
    let reading = read(label, "de", &products_of(&judged));
    assert!(
        reading.has(Class::Judge) && !reading.has(Class::Scan),
        "{reading:?}"
    );
    let gone = lexicon("carrier,paper,de,tail,zettel,0,\n");
    assert!(
        read("Zettel lesen", "de", &products_of(&Lexicon::default()))
            .medium(Medium::Paper)
            .is_some()
    );
    assert!(
        read("Zettel lesen", "de", &products_of(&gone))
            .medium(Medium::Paper)
            .is_none()
    );
}

#[test]
fn faults_name_their_line_and_their_reason() {
    let cases = [
        ("class,list\n", 1, "lexicon-heading"),
        ("", 1, "lexicon-heading"),
        (
            "list,class,lang,match,term,confidence,exclude\n\nverb,capture,de,verb,,0.9,\n",
            3,
            "lexicon-no-term",
        ),
        (
            "list,class,lang,match,term,confidence,exclude\nverb,fly,de,verb,flieg,0.9,\n",
            2,
            "lexicon-value",
        ),
        (
            "list,class,lang,match,term,confidence,exclude\nverb,scan,fr,verb,scann,0.9,\n",
            2,
            "lexicon-value",
        ),
        (
            "list,class,lang,match,term,confidence,exclude\nverb,scan,de,like,scann,0.9,\n",
            2,
            "lexicon-value",
        ),
        (
            "list,class,lang,match,term,confidence,exclude\nverb,scan,de,verb,scann,1.5,\n",
            2,
            "lexicon-value",
        ),
        (
            "list,class,lang,match,term,confidence,exclude\nverb,scan,de,verb,scann,NaN,\n",
            2,
            "lexicon-value",
        ),
        (
            "list,class,lang,match,term,confidence,exclude\nnoun,scan,de,verb,scann,1,\n",
            2,
            "lexicon-value",
        ),
        (
            "list,class,lang,match,term,confidence,exclude\nverb,scan,de,verb,scann,1,,x\n",
            2,
            "lexicon-too-many",
        ),
    ];
    for (text, line, id) in cases {
        let fault = Lexicon::extended(text).unwrap_err();
        assert_eq!((fault.line, fault.reason.id.as_str()), (line, id), "{text}");
    }
}

#[test]
fn an_empty_file_changes_nothing() {
    for label in ["Bescheid drucken", "Daten in OK.EWO eintragen", "Anruf notieren"] {
        let plain = read(label, "de", &products_of(&Lexicon::default()));
        assert_eq!(read(label, "de", &products_of(&lexicon(""))), plain, "{label}");
    }
}
