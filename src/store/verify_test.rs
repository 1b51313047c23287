//! Changes from outside are found.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::{Fault, Options, Store, open, store_test};
use rusqlite::Connection;

/// What is said of a register after somebody ran this on its file.
fn tampered(sql: &str) -> Result<Vec<Fault>, String> {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), &Options::default()).unwrap();
    store_test::with_account(&store);
    for number in 1..4 {
        store_test::write(&store, move |tx| tx.create_process(&store_test::profile(number))).unwrap();
    }
    drop(store);
    let conn = Connection::open(open::path(folder.path())).unwrap();
    conn.execute_batch(sql).unwrap();
    drop(conn);
    match Store::verify(folder.path()) {
        Ok(verified) => Ok(verified.faults),
        Err(error) => Err(error.message().id),
    }
}

#[test]
fn tampering_is_found() {
    assert_eq!(tampered("SELECT 1"), Ok(Vec::new()));
    let log = "DROP TRIGGER log_is_never_changed; UPDATE log SET action = 'x' WHERE number = 2;
        CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
BEGIN
  SELECT RAISE(ABORT, 'the log never changes');
END;";
    assert_eq!(tampered(log), Ok(vec![Fault::Log(2)]));
    assert_eq!(
        tampered("DELETE FROM search WHERE rowid = 1"),
        Ok(vec![Fault::Search])
    );
    let trap = "CREATE TRIGGER t AFTER INSERT ON process BEGIN DELETE FROM unit; END";
    assert_eq!(tampered(trap), Err("open-foreign".to_owned()));
    assert_eq!(
        tampered("PRAGMA user_version = 99"),
        Err("open-too-new".to_owned())
    );
    assert_eq!(
        tampered("PRAGMA application_id = 1"),
        Err("open-not-a-register".to_owned())
    );
}

#[test]
fn a_long_write_ahead_log_is_left_to_the_replicator() {
    let folder = tempfile::tempdir().unwrap();
    let replicated = Options {
        replicated: true,
        ..Options::default()
    };
    let store = Store::open(folder.path(), &replicated).unwrap();
    store_test::with_account(&store);
    for number in 1..400 {
        store_test::write(&store, move |tx| tx.create_process(&store_test::profile(number))).unwrap();
    }
    // Without the switch the log is folded in after 1,000 pages.
    let log = std::fs::metadata(folder.path().join("register.db-wal"))
        .unwrap()
        .len();
    assert!(log > 4_096 * 1_200, "{log}");
}

#[test]
fn a_register_may_not_grow_beyond_its_bound() {
    let folder = tempfile::tempdir().unwrap();
    let small = Options {
        most_bytes: 400_000,
        ..Options::default()
    };
    let store = Store::open(folder.path(), &small).unwrap();
    store_test::with_account(&store);
    let mut refused = None;
    for number in 1..2_000 {
        let written = store_test::write(&store, move |tx| tx.create_process(&store_test::profile(number)));
        if let Err(error) = written {
            refused = Some(error);
            break;
        }
    }
    assert!(matches!(refused, Some(super::StoreError::Full(_))), "{refused:?}");
    let count = store.read(|view| view.log_position()).unwrap();
    assert!(count > 2, "reading goes on");
}
