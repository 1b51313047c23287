//! Copies: made under load, changed by hand, put back.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::{backup, restore, verify};
use crate::error::Kind;
use crate::register::{Register, testing};
use proptest::prelude::*;
use std::path::{Path, PathBuf};

/// A folder with a small register of a few processes.
fn folder(processes: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let town = testing::SmallTown::over(Register::open(folder.path()).unwrap());
    for number in 0..processes {
        town.process(&format!("Prozess {number}"), Some(town.taxes));
    }
    folder
}

fn copy_of(folder: &Path, name: &str) -> PathBuf {
    let out = folder.join(name);
    backup(folder, &out).unwrap();
    out
}

fn names(folder: &Path) -> Vec<String> {
    let register = Register::open_existing(folder).unwrap();
    let caller = register.local_caller(testing::NOW).unwrap();
    let copy = register.copy(&caller).unwrap();
    copy.processes
        .into_iter()
        .map(|process| process.row.profile.name)
        .collect()
}

#[test]
fn a_copy_is_one_moment_and_can_be_put_back() {
    let source = folder(3);
    let out = copy_of(source.path(), "copy.db");
    assert_eq!(backup(source.path(), &out).unwrap_err().kind, Kind::Conflict);
    let target = tempfile::tempdir().unwrap();
    let (holds, aside) = restore(target.path(), &out).unwrap();
    assert!(holds.faults.is_empty() && aside.is_none());
    assert_eq!(names(target.path()), names(source.path()));
    // Putting it back once more keeps what was there.
    let (_, aside) = restore(target.path(), &out).unwrap();
    assert!(aside.unwrap().is_file());
}

#[test]
fn a_served_register_can_be_copied_and_checked_but_not_replaced() {
    let source = folder(2);
    let served = Register::open(source.path()).unwrap();
    let out = copy_of(source.path(), "copy.db");
    assert!(verify(source.path()).unwrap().faults.is_empty());
    assert_eq!(restore(source.path(), &out).unwrap_err().kind, Kind::Conflict);
    drop(served);
}

#[test]
fn copies_made_under_load_hold_all_that_was_acknowledged_before() {
    let source = folder(1);
    let register = Register::open(source.path()).unwrap();
    let caller = register.local_caller(testing::NOW).unwrap();
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let (register, caller) = (register.clone(), caller.clone());
            std::thread::spawn(move || {
                for number in 0..25 {
                    let profile = testing::profile(&format!("W{writer} N{number}"), None);
                    register.create_process(&caller, &profile).unwrap();
                }
            })
        })
        .collect();
    let mut copies = Vec::new();
    for round in 0..5 {
        let before = register.copy(&caller).unwrap().processes.len();
        copies.push((copy_of(source.path(), &format!("copy-{round}.db")), before));
    }
    for writer in writers {
        writer.join().unwrap();
    }
    for (copy, before) in copies {
        let target = tempfile::tempdir().unwrap();
        restore(target.path(), &copy).unwrap();
        assert!(names(target.path()).len() >= before);
    }
    // The move to another machine: stop, copy, check, start; nothing is lost.
    let all = register.copy(&caller).unwrap().processes.len();
    drop(register);
    let target = tempfile::tempdir().unwrap();
    restore(target.path(), &copy_of(source.path(), "last.db")).unwrap();
    assert!(verify(target.path()).unwrap().faults.is_empty());
    assert_eq!((names(target.path()).len(), all), (101, 101));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn one_changed_byte_is_refused(place in 0.0..1.0_f64, bit in 0..8_u8) {
        let source = folder(1);
        let out = copy_of(source.path(), "copy.db");
        let mut bytes = std::fs::read(&out).unwrap();
        let at = (place * bytes.len() as f64) as usize;
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << bit;
        }
        std::fs::write(&out, bytes).unwrap();
        let target = tempfile::tempdir().unwrap();
        let error = restore(target.path(), &out).unwrap_err();
        prop_assert_eq!(error.kind, Kind::Invalid);
        prop_assert!(!target.path().join("register.db").exists());
    }
}
