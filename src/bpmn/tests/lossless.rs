//! A change is the change and nothing else: proved byte by byte, over all fixtures and the shared corpus where it is at hand.
//!
//! With `SPLICED_OUT=FOLDER` the results are kept there, so that other readers can be asked about them.

use super::corpus::models;
use super::fixtures;
use crate::bpmn::diagram::{Diagram, Element};
use crate::bpmn::namespace::OWN;
use crate::bpmn::{Limits, annotate, encode_back, has_bom, in_its_encoding, read, rename};
use crate::domain::carrier::Carrier;
use crate::domain::warning::Warning;
use std::path::PathBuf;

const NAME: &str = "Geprüft & <neu> Łódź \"!\"";

/// What was taken out of the old bytes, and what stands there instead.
fn difference(old: &[u8], new: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[start..], &new[start..]);
    let end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    (old[..old.len() - end].to_vec(), new[..new.len() - end].to_vec())
}

/// The bytes without one occurrence of a piece, if it occurs exactly once.
fn without(bytes: &[u8], piece: &[u8]) -> Vec<u8> {
    let places: Vec<usize> = (0..bytes.len().saturating_sub(piece.len() - 1))
        .filter(|at| bytes[*at..].starts_with(piece))
        .collect();
    assert_eq!(places.len(), 1, "one declaration");
    [&bytes[..places[0]], &bytes[places[0] + piece.len()..]].concat()
}

/// The new reading is the old one plus the change: places in the text move, everything else stays.
fn same(before: &Diagram, after: &Diagram, changed: usize, change: impl Fn(&mut Element)) {
    assert_eq!(before.elements.len(), after.elements.len());
    for (index, (old, new)) in before.elements.iter().zip(&after.elements).enumerate() {
        let mut expected = old.clone();
        if index == changed {
            change(&mut expected);
        }
        expected.line = new.line;
        expected.start_tag = new.start_tag.clone();
        expected.range = new.range.clone();
        // A made-up id names its line.
        if expected.id.starts_with("_line_") {
            expected.id.clone_from(&new.id);
        }
        assert_eq!(expected.parent, new.parent);
        let same = expected == *new;
        assert!(
            same || before.elements.iter().any(|one| one.id.starts_with("_line_")),
            "{expected:?}\n{new:?}"
        );
    }
    assert_eq!(before.planes.len(), after.planes.len());
    for (old, new) in before.planes.iter().zip(&after.planes) {
        assert_eq!(
            (old.shapes.len(), old.edges.len()),
            (new.shapes.len(), new.edges.len())
        );
        assert!(old.shapes.iter().zip(&new.shapes).all(|(a, b)| a == b));
        assert!(old.edges.iter().zip(&new.edges).all(|(a, b)| a == b));
    }
}

fn codes(warnings: &[Warning]) -> Vec<&str> {
    warnings.iter().map(|warning| warning.code.as_str()).collect()
}

/// Changes the first activity of a file in both ways. `None`: not readable, or no activity. Else both results.
fn prove(name: &str, bytes: &[u8]) -> Option<[Vec<u8>; 2]> {
    let limits = Limits::default();
    let (before, warnings) = read(bytes, &limits).ok()?;
    let place = before
        .elements
        .iter()
        .position(|element| element.tag.is_activity())?;
    let step = &before.elements[place];
    let encoded = |text: &str| encode_back(text, &before.encoding, false);
    let bytes_of = |text: &str| {
        in_its_encoding(bytes, &before, text).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    };

    let text = rename(&before, &step.id, NAME).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let renamed = bytes_of(&text);
    let (gone, come) = difference(bytes, &renamed);
    let old_name = encoded(&before.text[step.start_tag.clone()]);
    assert!(gone.len() <= old_name.len(), "{name}: only within the tag");
    assert!(
        come.len() <= encoded(&format!(" name=\"{NAME}\"")).len() + 60,
        "{name}: only the name"
    );
    let (after, again) = read(&renamed, &limits).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    assert_eq!(has_bom(bytes), has_bom(&renamed));
    let mut expected = codes(&warnings);
    // A placeholder in the old name goes with it.
    expected.retain(|code| *code != "entity" || !gone.contains(&b'&'));
    assert_eq!(
        (&after.encoding, codes(&again)),
        (&before.encoding, expected),
        "{name}"
    );
    same(&before, &after, place, |element| {
        NAME.clone_into(&mut element.name)
    });

    let fact = "carrier object=Probe needs=paper".to_owned();
    let text = annotate(&before, &step.id, &[], &[fact]).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let annotated = bytes_of(&text);
    let (after, again) = read(&annotated, &limits).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    assert_eq!(
        (&after.encoding, codes(&again)),
        (&before.encoding, codes(&warnings)),
        "{name}"
    );
    same(&before, &after, place, |element| {
        let mut fact = crate::domain::annotation::CarrierFact::default();
        (fact.object, fact.needs) = ("Probe".to_owned(), vec![Carrier::Paper]);
        element.annotations.carriers.push(fact);
    });
    let new_text = &after.text;
    let prefix = new_text
        .split("carrier object=\"Probe\"")
        .next()
        .and_then(|before| before.rsplit('<').next())
        .unwrap();
    let declaration = format!(" xmlns:{}=\"{OWN}\"", prefix.trim_end_matches(':'));
    let rest = if before.text.contains(OWN) {
        annotated.clone()
    } else {
        without(&annotated, &encoded(&declaration))
    };
    let (gone, come) = difference(bytes, &rest);
    assert!(
        gone.len() <= encoded("/>").len(),
        "{name}: nothing goes but the end of an empty tag"
    );
    let come = String::from_utf8_lossy(&come).replace('\0', "");
    let tags: Vec<&str> = come.split('<').skip(1).collect();
    assert!(tags.len() <= 4 && come.contains("Probe"), "{name}: {come}");
    Some([renamed, annotated])
}

#[test]
fn fixtures_change_in_one_place() {
    let proved = fixtures()
        .iter()
        .filter(|(name, bytes)| prove(name, bytes).is_some())
        .count();
    assert!(proved > 25, "{proved}");
}

#[test]
fn every_model_of_the_corpus_changes_in_one_place() {
    let out = std::env::var_os("SPLICED_OUT").map(PathBuf::from);
    let mut proved = 0;
    for (number, (name, bytes)) in models().into_iter().enumerate() {
        let Some(results) = prove(&name, &bytes) else {
            continue;
        };
        proved += 1;
        for (kind, result) in ["renamed", "annotated"].iter().zip(results) {
            if let Some(folder) = &out {
                std::fs::write(folder.join(format!("{number:04}-{kind}.bpmn")), result).unwrap();
            }
        }
    }
    println!("{proved} models changed in one place");
}
