//! Bounds of an instance, and upgrades.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::{Options, Store, StoreError, open, schema};
use crate::domain::account::Role;
use crate::domain::time::Timestamp;
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};
use std::path::Path;
use std::time::Duration;

const NOW: Timestamp = Timestamp(1_795_000_000_000);

fn set(store: &Store, name: &str, value: String) -> Result<(), StoreError> {
    let name = name.to_owned();
    store.write(None, NOW, move |tx| tx.set_setting(&name, &value))
}

fn length(folder: &Path, name: &str) -> u64 {
    std::fs::metadata(folder.join(name)).map_or(0, |data| data.len())
}

#[test]
fn a_query_that_takes_too_long_is_stopped_and_the_next_one_runs() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        read_time: Duration::from_millis(20),
        ..Options::default()
    };
    let store = Store::open_with(folder.path(), &options).unwrap();
    let count = |most: i64| {
        store.read(|view| {
            let query = "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ?)
                         SELECT count(*) FROM c";
            Ok::<i64, StoreError>(view.conn.query_row(query, [most], |row| row.get(0))?)
        })
    };
    assert_eq!(count(1_000_000_000), Err(StoreError::TooLong));
    assert_eq!(count(10), Ok(10));
}

#[test]
fn checkpoints_are_left_to_a_replicator_up_to_the_bound() {
    let folder = tempfile::tempdir().unwrap();
    let run = |wal_bytes: u64| {
        let options = Options {
            replicated: true,
            wal_bytes,
            ..Options::default()
        };
        let store = Store::open_with(folder.path(), &options).unwrap();
        let mut longest = 0;
        for number in 0..60 {
            set(&store, &format!("filler-{number}"), "x".repeat(100_000)).unwrap();
            longest = longest.max(length(folder.path(), "register.db-wal"));
        }
        // Answers come before the checkpoint: the last one is waited for with the next write.
        set(&store, "last", String::new()).unwrap();
        (longest, length(folder.path(), "register.db"))
    };
    // Without the switch SQLite would have made its own checkpoint after a thousand pages (4 MB).
    let (longest, file) = run(u64::MAX);
    assert!(longest > 6_000_000 && file < 1_000_000, "{longest} {file}");
    let (longest, file) = run(1_000_000);
    assert!(longest < 1_500_000 && file > 6_000_000, "{longest} {file}");
}

#[test]
fn a_full_instance_refuses_to_grow_and_goes_on_reading() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        most_bytes: 1_000_000,
        ..Options::default()
    };
    let store = Store::open_with(folder.path(), &options).unwrap();
    let mut number = 0;
    let error = loop {
        number += 1;
        if let Err(error) = set(&store, &format!("filler-{number}"), "x".repeat(50_000)) {
            break error;
        }
        assert!(number < 100);
    };
    assert!(matches!(error, StoreError::Full(_)), "{error}");
    let read = store
        .read::<_, StoreError>(|view| view.setting("filler-1"))
        .unwrap();
    assert_eq!(read.unwrap().len(), 50_000);
    set(&store, "filler-1", String::new()).unwrap();
}

#[test]
fn reading_beside_a_server_takes_no_lock_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    set(&store, "town", "Kleinstadt".to_owned()).unwrap();
    let beside = Store::open_beside(folder.path()).unwrap();
    let town = |store: &Store| store.read::<_, StoreError>(|view| view.setting("town")).unwrap();
    assert_eq!(town(&beside).as_deref(), Some("Kleinstadt"));
    set(&store, "town", "Neustadt".to_owned()).unwrap();
    assert_eq!(town(&beside).as_deref(), Some("Neustadt"));
    assert_eq!(set(&beside, "town", String::new()), Err(StoreError::ReadOnly));
    assert!(beside.is_read_only() && !store.is_read_only());
}

/// A register whose program was killed: what was answered stands in the write-ahead log only.
fn killed(folder: &Path) {
    let living = tempfile::tempdir().unwrap();
    let store = Store::open(living.path()).unwrap();
    store
        .write::<_, StoreError>(None, NOW, |tx| {
            tx.add_account("a", "A", Role::Administrator, None, "x")
        })
        .unwrap();
    assert!(length(living.path(), "register.db-wal") > 0);
    for name in ["register.db", "register.db-wal"] {
        std::fs::copy(living.path().join(name), folder.join(name)).unwrap();
    }
}

#[test]
fn an_upgrade_keeps_the_old_file_and_a_failed_one_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    killed(folder.path());
    let path = open::path(folder.path());
    let first = include_str!("../../schema/0001-register/up.sql");
    let accounts = |conn: &Connection| -> i64 {
        conn.query_row("SELECT count(*) FROM account", [], |row| row.get(0))
            .unwrap()
    };
    let upgrade = |second: &'static str| {
        let migrations = Migrations::new(vec![M::up(first), M::up(second)]);
        let mut conn = Connection::open(&path).unwrap();
        let outcome = schema::migrate_to(&mut conn, &path, &migrations, 2);
        (outcome, accounts(&conn), schema::version(&conn).unwrap())
    };
    let (failed, count, version) = upgrade("CREATE TABLE note (text TEXT); INSERT INTO nowhere VALUES (1);");
    assert!(failed.is_err());
    assert_eq!((count, version), (1, 1));
    let (done, count, version) = upgrade("CREATE TABLE note (text TEXT);");
    done.unwrap();
    assert_eq!((count, version), (1, 2));
    let kept = Connection::open(schema::kept(&path, 1)).unwrap();
    assert_eq!((accounts(&kept), schema::version(&kept).unwrap()), (1, 1));
    // To the program of today the upgraded file is one of a newer version.
    assert_eq!(
        Store::open(folder.path()).map(|_| ()).unwrap_err().message().id,
        "open-too-new"
    );
    assert_eq!(
        Store::open_beside(folder.path())
            .map(|_| ())
            .unwrap_err()
            .message()
            .id,
        "open-too-new"
    );
}
