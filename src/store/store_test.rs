#![allow(clippy::unwrap_used, clippy::panic)]

use super::{OpenError, Options, Store, StoreError, Tx, open};
use crate::domain::account::Role;
use crate::domain::ids::AccountId;
use crate::domain::profile::Profile;
use crate::domain::profile_text;
use crate::domain::time::Timestamp;
use rusqlite::Connection;

const NOW: Timestamp = Timestamp(1_795_000_000_000);

fn write<T: Send + 'static>(
    store: &Store,
    work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    store.write(Some(AccountId(1)), NOW, work)
}

fn with_account(store: &Store) {
    store
        .write::<_, StoreError>(None, NOW, |tx| {
            tx.add_account("a", "A", Role::Administrator, None, "x")
        })
        .unwrap();
}

fn profile(number: usize) -> Profile {
    Profile {
        number: number.to_string(),
        name: format!("Prozess {number}"),
        ..profile_text::empty_profile()
    }
}

fn count(store: &Store) -> usize {
    store
        .read::<_, StoreError>(|view| view.count_processes(&Default::default()))
        .unwrap()
}

#[test]
fn what_is_answered_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let missing = Store::open_existing(folder.path(), &Options::default())
        .map(|_| ())
        .unwrap_err();
    assert!(matches!(missing, OpenError::Missing(_)));
    let store = Store::open(folder.path()).unwrap();
    with_account(&store);
    write(&store, |tx| tx.create_process(&profile(1))).unwrap();
    drop(store);
    // The last one to close folds the write-ahead log into the file.
    assert!(!folder.path().join("register.db-wal").exists());
    let store = Store::open_existing(folder.path(), &Options::default()).unwrap();
    assert_eq!(count(&store), 1);
}

#[test]
fn every_connection_has_its_settings() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(open::FILE_NAME);
    let writer = open::writer(&path, &Options::default()).unwrap();
    let reader = open::reader(&path).unwrap();
    let value = |conn: &Connection, name| {
        conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0))
            .unwrap()
    };
    for conn in [&writer, &reader] {
        let settings = [
            ("foreign_keys", 1),
            ("busy_timeout", 5000),
            ("secure_delete", 1),
            ("trusted_schema", 0),
            ("cell_size_check", 1),
            ("mmap_size", 0),
            ("user_version", 1),
        ];
        for (name, expected) in settings {
            assert_eq!(value(conn, name), expected, "{name}");
        }
    }
    assert_eq!(value(&writer, "synchronous"), 2);
    assert_ne!(value(&writer, "application_id"), 0);
    assert!(reader.execute("DELETE FROM setting", []).is_err());
}

#[test]
fn a_second_start_is_refused_until_the_first_one_ends() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let Err(error @ OpenError::Locked(_)) = Store::open(folder.path()) else {
        panic!("two programs in one folder");
    };
    assert_eq!(error.message().id, "open-locked");
    drop(store);
    Store::open(folder.path()).unwrap();
}

#[test]
fn foreign_newer_and_broken_files_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(open::FILE_NAME);
    let refused = || {
        let before = std::fs::read(&path).unwrap();
        let error = Store::open(folder.path()).map(|_| ()).unwrap_err();
        assert_eq!(std::fs::read(&path).unwrap(), before);
        error
    };
    std::fs::write(
        &path,
        "not a database, but long enough to look like one. ".repeat(20),
    )
    .unwrap();
    assert!(matches!(refused(), OpenError::NotARegister(_)));

    std::fs::remove_file(&path).unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE song (title)")
        .unwrap();
    assert!(matches!(refused(), OpenError::NotARegister(_)));

    std::fs::remove_file(&path).unwrap();
    drop(Store::open(folder.path()).unwrap());
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    assert!(matches!(refused(), OpenError::TooNew { found: 99, .. }));
}

#[test]
fn writes_of_many_threads_are_all_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    with_account(&store);
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let store = store.clone();
            scope.spawn(move || {
                for number in 0..10 {
                    write(&store, move |tx| {
                        tx.create_process(&profile(thread * 10 + number))
                    })
                    .unwrap();
                    assert!(count(&store) > 0);
                }
            });
        }
    });
    assert_eq!(count(&store), 80);
    let (broken, _) = store.read::<_, StoreError>(|view| view.verify_log()).unwrap();
    assert_eq!(broken, None);
}

#[test]
fn a_refused_write_leaves_no_trace_and_a_panic_harms_nobody() {
    let store = Store::open_in_memory().unwrap();
    with_account(&store);
    let log = || {
        store
            .read::<_, StoreError>(|view| view.log_after(0, 100))
            .unwrap()
    };
    let before = log();
    let refused: Result<(), _> = write(&store, |tx| {
        tx.create_process(&profile(1))?;
        Err(StoreError::Damaged("changed my mind".to_owned()))
    });
    assert_eq!(refused, Err(StoreError::Damaged("changed my mind".to_owned())));
    let lost: Result<(), _> = write(&store, |tx| {
        tx.create_process(&profile(2))?;
        panic!("for the test");
    });
    assert_eq!(lost, Err(StoreError::NoAnswer));
    assert_eq!(count(&store), 0);
    assert_eq!(log(), before);
    write(&store, |tx| tx.create_process(&profile(3))).unwrap();
    assert_eq!(count(&store), 1);
}

#[test]
fn tampering_with_the_log_is_found() {
    let tamperings = [
        ("UPDATE log SET at = at + 1 WHERE number = 2", 2),
        ("UPDATE log SET subject = 'process/9' WHERE number = 3", 3),
        ("DELETE FROM log WHERE number = 2", 3),
        ("UPDATE log SET account_id = NULL WHERE number = 4", 4),
    ];
    for (tampering, expected) in tamperings {
        let store = Store::open_in_memory().unwrap();
        with_account(&store);
        for number in 1..=4 {
            write(&store, move |tx| tx.create_process(&profile(number))).unwrap();
        }
        let verify = || store.read::<_, StoreError>(|view| view.verify_log()).unwrap().0;
        assert_eq!(verify(), None);
        write(&store, move |tx| {
            // The triggers refuse it; somebody with the file in hand drops them first.
            assert!(tx.conn.execute(tampering, []).is_err());
            tx.conn
                .execute_batch("DROP TRIGGER log_is_never_changed; DROP TRIGGER log_is_never_cut;")?;
            Ok(tx.conn.execute(tampering, [])?)
        })
        .unwrap();
        assert_eq!(verify(), Some(expected), "{tampering}");
    }
}

#[test]
fn every_foreign_key_has_an_index() {
    let conn = open::in_memory().unwrap();
    let mut statement = conn
        .prepare(
            "SELECT t.name, f.\"from\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
             WHERE t.type = 'table' AND f.seq = 0 ORDER BY 1, 2",
        )
        .unwrap();
    let keys: Vec<(String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(keys.len() > 10);
    for (table, column) in keys {
        let indexed: bool = conn
            .query_row(
                "SELECT EXISTS (SELECT 1 FROM pragma_index_list(?1) i, pragma_index_info(i.name) c
                 WHERE c.seqno = 0 AND c.name = ?2)",
                [&table, &column],
                |row| row.get(0),
            )
            .unwrap();
        assert!(indexed, "{table}.{column}");
    }
}

#[test]
fn the_schema_is_what_was_agreed() {
    let conn = open::in_memory().unwrap();
    let mut statement = conn
        .prepare(
            "SELECT m.name, c.name, c.type, c.\"notnull\" FROM sqlite_schema m, pragma_table_xinfo(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'search_%' ORDER BY m.name, c.cid",
        )
        .unwrap();
    let mut text = String::new();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let (table, column, kind): (String, String, String) =
            (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
        let required = if row.get(3).unwrap() { " required" } else { "" };
        text.push_str(&format!("{table}.{column} {}{required}\n", kind.to_lowercase()));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn what_is_deleted_is_gone_from_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    with_account(&store);
    write(&store, |tx| tx.set_setting("town", "Rarissimastadt")).unwrap();
    write(&store, |tx| tx.set_setting("town", "Anderswo")).unwrap();
    drop(store);
    let bytes = std::fs::read(folder.path().join(open::FILE_NAME)).unwrap();
    let found = bytes.windows(9).any(|window| window == b"Rarissima");
    assert!(!found);
}
