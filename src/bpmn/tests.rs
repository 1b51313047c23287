//! Tests of the reader and the splice.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod corpus;
mod encodings;
mod long_names;
mod lossless;
mod mutation;
mod reading;
mod refusals;
mod splicing;

use super::diagram::{Diagram, Element};
use super::{Limits, read};
use crate::domain::warning::Warning;
use std::path::{Path, PathBuf};

/// A file of `fixtures/bpmn/`.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/bpmn")
}

/// All fixtures, in the order of their names.
fn fixtures() -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for folder in ["standard", "vendor", "broken", "encodings"] {
        for entry in std::fs::read_dir(self::folder().join(folder)).unwrap() {
            let name = format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap());
            let bytes = fixture(&name);
            found.push((name, bytes));
        }
    }
    found.sort();
    found
}

/// A fixture, read.
pub(crate) fn open(name: &str) -> (Diagram, Vec<Warning>) {
    read(&fixture(name), &Limits::default()).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn element<'d>(diagram: &'d Diagram, id: &str) -> &'d Element {
    diagram
        .elements
        .iter()
        .find(|element| element.id == id)
        .unwrap_or_else(|| panic!("no {id}"))
}
