#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::testing::{NOW, SmallTown, filled};
use super::{Anchor, Register, restore, verify};
use crate::error::{Error, Kind};
use crate::wire::export_json;
use proptest::prelude::*;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

/// A filled town in a folder of its own, and a place for backups.
struct Ground {
    data: TempDir,
    away: TempDir,
}

impl Ground {
    fn new() -> Ground {
        Ground {
            data: tempfile::tempdir().unwrap(),
            away: tempfile::tempdir().unwrap(),
        }
    }

    fn town(&self) -> SmallTown {
        filled(Register::open(self.data.path()).unwrap())
    }

    fn file(&self) -> PathBuf {
        self.data.path().join("register.db")
    }

    fn away(&self, name: &str) -> PathBuf {
        self.away.path().join(name)
    }

    /// Changes the closed file as somebody could who has it in hand.
    fn tamper(&self, statements: &str) {
        let conn = Connection::open(self.file()).unwrap();
        conn.pragma_update(None, "foreign_keys", "OFF").unwrap();
        let triggers: Vec<(String, String)> = conn
            .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for (name, _) in &triggers {
            conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
        }
        conn.execute_batch(statements).unwrap();
        for (_, text) in &triggers {
            conn.execute_batch(text).unwrap();
        }
    }
}

fn faults(folder: &Path, anchor: Option<&Anchor>) -> Vec<String> {
    let verified = verify(folder, anchor).unwrap();
    verified.faults.into_iter().map(|fault| fault.id).collect()
}

fn refused(folder: &Path, file: &Path, plain: bool) -> (Kind, String) {
    let error: Error = restore(folder, file, plain, NOW).map(|_| ()).unwrap_err();
    (error.kind, error.message.id)
}

fn export(register: &Register) -> String {
    export_json(&register.copy(&register.local_caller(NOW).unwrap()).unwrap())
}

#[test]
fn backups_taken_while_others_write_restore_to_their_moment() {
    let ground = Ground::new();
    let town = ground.town();
    let base = town.register.backup(&ground.away("first")).unwrap().log_position;
    let before = town.register.copy(&town.reader).unwrap().processes.len();
    let stop = AtomicBool::new(false);
    let backups = std::thread::scope(|scope| {
        for writer in 0..4 {
            let (town, stop) = (&town, &stop);
            scope.spawn(move || {
                for number in 0.. {
                    town.process(&format!("Vorgang {writer} {number}"), None);
                    if stop.load(Ordering::Relaxed) {
                        break;
                    }
                }
            });
        }
        // As a command would: beside the register that is being served.
        let beside = Register::open_beside(ground.data.path()).unwrap();
        let backups: Vec<_> = (0..6)
            .map(|number| beside.backup(&ground.away(&number.to_string())).unwrap())
            .collect();
        stop.store(true, Ordering::Relaxed);
        backups
    });
    assert!(backups[0].log_position < backups[5].log_position);
    for (number, backup) in backups.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let restored = restore(folder.path(), &ground.away(&number.to_string()), false, NOW).unwrap();
        assert_eq!(restored.kept, None);
        assert_eq!(restored.verified.log_position, backup.log_position);
        assert_eq!(restored.verified.log_hash, backup.log_hash);
        let anchor = Anchor {
            number: backup.log_position,
            hash: backup.log_hash.clone(),
        };
        assert_eq!(faults(folder.path(), Some(&anchor)), [""; 0]);
        let register = Register::open(folder.path()).unwrap();
        let processes = register.copy(&town.reader).unwrap().processes;
        let written = usize::try_from(backup.log_position - base).unwrap();
        assert_eq!(processes.len(), before + written);
    }
}

#[test]
fn a_backup_holds_what_the_register_said() {
    let ground = Ground::new();
    let town = ground.town();
    let said = export(&town.register);
    let away = ground.away("b");
    let done = town.register.backup(&away).unwrap();
    let whole = std::fs::read(&away).unwrap();
    let database = &whole[..usize::try_from(done.bytes).unwrap()];
    assert_eq!(crate::domain::digest::sha256_hex(database), done.sha256);
    let inside = town.register.backup(&ground.data.path().join("b")).unwrap_err();
    assert_eq!(
        (inside.kind, inside.message.id.as_str()),
        (Kind::Invalid, "backup-inside")
    );
    assert_eq!(refused(ground.data.path(), &away, false).0, Kind::Conflict);
    let folder = tempfile::tempdir().unwrap();
    restore(folder.path(), &away, false, NOW).unwrap();
    assert_eq!(export(&Register::open(folder.path()).unwrap()), said);
}

#[test]
fn an_old_backup_takes_the_place_of_newer_data_which_stay_beside_it() {
    let ground = Ground::new();
    let town = ground.town();
    let said = export(&town.register);
    let old = town.register.backup(&ground.away("old")).unwrap();
    town.process("Nach der Sicherung", None);
    let newer = town.register.backup(&ground.away("newer")).unwrap();
    let said_later = export(&town.register);
    drop(town);
    let restored = restore(ground.data.path(), &ground.away("old"), false, NOW).unwrap();
    assert_eq!(export(&Register::open(ground.data.path()).unwrap()), said);
    let anchor = |number, hash: &str| Anchor {
        number,
        hash: hash.to_owned(),
    };
    assert_eq!(
        faults(ground.data.path(), Some(&anchor(old.log_position, &old.log_hash))),
        [""; 0]
    );
    // The row of the restore stands where the newer row was: whoever kept its hash sees that the log goes on otherwise.
    let seen = faults(
        ground.data.path(),
        Some(&anchor(newer.log_position, &newer.log_hash)),
    );
    assert_eq!(seen, ["verify-anchor-differs"]);
    let kept = restored.kept.unwrap();
    let folder = tempfile::tempdir().unwrap();
    restore(folder.path(), &kept, true, NOW).unwrap();
    assert_eq!(export(&Register::open(folder.path()).unwrap()), said_later);
}

/// The copy of a folder whose program was killed: what was answered last stands in the write-ahead log only.
#[test]
fn a_plain_file_comes_back_with_its_write_ahead_log() {
    let ground = Ground::new();
    let town = ground.town();
    for name in ["register.db", "register.db-wal"] {
        std::fs::copy(ground.data.path().join(name), ground.away(name)).unwrap();
    }
    assert!(std::fs::metadata(ground.away("register.db-wal")).unwrap().len() > 0);
    let folder = tempfile::tempdir().unwrap();
    restore(folder.path(), &ground.away("register.db"), true, NOW).unwrap();
    assert_eq!(
        export(&Register::open(folder.path()).unwrap()),
        export(&town.register)
    );
}

#[test]
fn every_flipped_byte_and_every_missing_end_is_refused() {
    let ground = Ground::new();
    let town = ground.town();
    town.register.backup(&ground.away("b")).unwrap();
    let said = export(&town.register);
    drop(town);
    let whole = std::fs::read(ground.away("b")).unwrap();
    let rotten = ground.away("rotten");
    let config = ProptestConfig {
        cases: 250,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(place in 0..whole.len(), flip in 1..=255_u8, plain in any::<bool>())| {
        let mut bytes = whole.clone();
        bytes[place] ^= flip;
        std::fs::write(&rotten, &bytes).unwrap();
        let found = restore(ground.data.path(), &rotten, false, NOW);
        prop_assert_eq!(found.map(|_| ()).unwrap_err().kind, Kind::Invalid);
        // Without the manifest a flip may go unnoticed, but never ends in anything else than yes or no.
        if plain && place % 8 == 0 {
            let folder = tempfile::tempdir().unwrap();
            if let Err(error) = restore(folder.path(), &rotten, true, NOW) {
                prop_assert_eq!(error.kind, Kind::Invalid, "{}", error);
            }
        }
    });
    for length in [0, 1, 100, 4096, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&rotten, &whole[..length]).unwrap();
        assert_eq!(
            refused(ground.data.path(), &rotten, false).0,
            Kind::Invalid,
            "{length}"
        );
    }
    assert_eq!(export(&Register::open(ground.data.path()).unwrap()), said);
}

#[test]
fn foreign_newer_trapped_and_empty_files_are_refused_with_a_sentence_of_their_own() {
    let ground = Ground::new();
    drop(ground.town());
    let said = std::fs::read(ground.file()).unwrap();
    let file = ground.away("file");
    let made = |statements: &str| {
        std::fs::remove_file(&file).ok();
        Connection::open(&file)
            .unwrap()
            .execute_batch(statements)
            .unwrap();
    };
    let changed = |statements: &str| {
        std::fs::write(&file, &said).unwrap();
        Connection::open(&file)
            .unwrap()
            .execute_batch(statements)
            .unwrap();
    };
    let expect = |id: &str| {
        for plain in [false, true] {
            let found = refused(ground.data.path(), &file, plain);
            assert_eq!(found, (Kind::Invalid, id.to_owned()));
        }
        assert_eq!(std::fs::read(ground.file()).unwrap(), said);
    };
    made("CREATE TABLE song (title); INSERT INTO song VALUES ('x')");
    expect("open-not-a-register");
    std::fs::write(&file, "nothing but words ".repeat(100)).unwrap();
    expect("open-not-a-register");
    std::fs::write(&file, "").unwrap();
    expect("open-not-a-register");
    changed("PRAGMA user_version = 99");
    expect("open-too-new");
    changed("CREATE TRIGGER trap AFTER INSERT ON log BEGIN DELETE FROM session; END");
    expect("open-foreign");
    changed("CREATE VIEW trap AS SELECT * FROM account");
    expect("open-foreign");
    changed("DROP TRIGGER log_is_never_cut");
    expect("open-lacking");
    changed("DROP TABLE token; CREATE VIEW token AS SELECT 1");
    expect("open-foreign");
    std::fs::write(&file, &said).unwrap();
    let found = refused(ground.data.path(), &file, false);
    assert_eq!(found, (Kind::Invalid, "restore-no-manifest".to_owned()));
    let missing = refused(ground.data.path(), &ground.away("nothing"), false);
    assert_eq!(missing.0, Kind::NotFound);
}

#[test]
fn tampered_rows_are_found() {
    const CASES: &[(&str, &str)] = &[
        ("UPDATE log SET at = at + 1 WHERE number = 5", "verify-log"),
        ("DELETE FROM log WHERE number = 5", "verify-log"),
        (
            "UPDATE log SET number = -1 WHERE number = 5; UPDATE log SET number = 5 WHERE number = 6;
             UPDATE log SET number = 6 WHERE number = -1",
            "verify-log",
        ),
        ("UPDATE process SET summary = 'x'", "verify-record"),
        ("UPDATE process SET number_key = 'x'", "verify-record"),
        (
            "UPDATE process SET deleted_at = 1 WHERE process_id = 2",
            "verify-record",
        ),
        ("UPDATE process SET deleted_at = NULL", "verify-record"),
        (
            "DELETE FROM process WHERE process_id = 2",
            "verify-record-missing",
        ),
        (
            "UPDATE revision SET reason = 'x' WHERE number = 1",
            "verify-record",
        ),
        (
            "UPDATE field_change SET after = 'x' WHERE field = 'name'",
            "verify-record",
        ),
        ("DELETE FROM field_change WHERE field = 'name'", "verify-record"),
        ("DELETE FROM process_application", "verify-record"),
        ("UPDATE unit SET name = 'x' WHERE unit_id = 2", "verify-record"),
        ("UPDATE application SET purpose = 'x'", "verify-record"),
        (
            "UPDATE interface SET state = CASE state WHEN 'exists' THEN 'missing' ELSE 'exists' END",
            "verify-record",
        ),
        ("DELETE FROM interface", "verify-record-missing"),
        ("INSERT INTO setting VALUES ('extra', 'x')", "verify-record"),
        (
            "UPDATE setting SET value = 'x' WHERE name = 'town'",
            "verify-record",
        ),
        (
            "UPDATE account SET role = 'administrator' WHERE login = 'reader'",
            "verify-record",
        ),
        (
            "UPDATE account SET password_hash = 'x' WHERE login = 'admin'",
            "verify-record",
        ),
        ("UPDATE token SET account_id = 1", "verify-record"),
        ("UPDATE token SET revoked_at = 1", "verify-record"),
        ("UPDATE answer SET value = 4 - value", "verify-record"),
        ("DELETE FROM answer", "verify-record-missing"),
        ("UPDATE judgement SET verdict = 'dismissed'", "verify-record"),
        ("UPDATE weight SET value = value + 1", "verify-record"),
        (
            "UPDATE diagram SET bytes = CAST(bytes || x'20' AS BLOB)",
            "verify-diagram",
        ),
        ("UPDATE diagram SET kind = 'to-be'", "verify-record"),
        ("DELETE FROM diagram", "verify-record-missing"),
        ("UPDATE search SET profile = 'x' WHERE rowid = 1", "verify-search"),
        ("DELETE FROM search WHERE rowid = 1", "verify-search"),
        (
            "INSERT INTO search (rowid, profile, labels) VALUES (99, 'x', '')",
            "verify-search-stray",
        ),
        ("DELETE FROM account WHERE login = 'analyst'", "verify-reference"),
    ];
    let ground = Ground::new();
    drop(ground.town());
    let sound = std::fs::read(ground.file()).unwrap();
    assert_eq!(faults(ground.data.path(), None), [""; 0]);
    for (statements, expected) in CASES {
        std::fs::write(ground.file(), &sound).unwrap();
        ground.tamper(statements);
        let found = faults(ground.data.path(), None);
        assert!(found.iter().any(|id| id == expected), "{statements}: {found:?}");
    }
}

#[test]
fn a_cut_tail_shows_only_to_those_who_kept_the_last_hash() {
    let ground = Ground::new();
    let town = ground.town();
    // Nothing but the log says that somebody signed in.
    for _ in 0..3 {
        town.register
            .sign_in(NOW, "reader", super::testing::PASSWORD, [9; 32])
            .unwrap();
        sign_out(&town);
    }
    let last = town.register.backup(&ground.away("b")).unwrap();
    drop(town);
    ground.tamper("DELETE FROM log WHERE number > (SELECT max(number) - 2 FROM log)");
    assert_eq!(faults(ground.data.path(), None), [""; 0]);
    let anchor = Anchor {
        number: last.log_position,
        hash: last.log_hash,
    };
    assert_eq!(
        faults(ground.data.path(), Some(&anchor)),
        ["verify-anchor-missing"]
    );
}

fn sign_out(town: &SmallTown) {
    let secret = crate::access::session_secret([9; 32]);
    town.register.sign_out(NOW, &secret).unwrap();
}

/// Stop → checkpoint → copy → verify → start, while people go on writing.
#[test]
fn a_register_moves_to_another_folder_and_no_answered_write_is_lost() {
    let ground = Ground::new();
    let town = ground.town();
    let (owner, reader) = (town.coordinator.clone(), town.reader.clone());
    let served = RwLock::new(Some(town.register));
    let stop = AtomicBool::new(false);
    let folder = tempfile::tempdir().unwrap();
    let answered: Vec<String> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let (served, stop, owner) = (&served, &stop, owner.clone());
                scope.spawn(move || {
                    let mut answered = Vec::new();
                    for number in 0.. {
                        if stop.load(Ordering::Relaxed) {
                            break;
                        }
                        let name = format!("Umzug {writer}/{number}");
                        let profile = super::testing::profile(&name, None);
                        let running = served.read().unwrap();
                        match running.as_ref() {
                            Some(register) => {
                                register.create_process(&owner, &profile).unwrap();
                                answered.push(name);
                            }
                            None => std::thread::yield_now(),
                        }
                    }
                    answered
                })
            })
            .collect();
        let pause = || std::thread::sleep(std::time::Duration::from_millis(300));
        pause();
        // Stop: the last one to go folds the write-ahead log into the file.
        drop(served.write().unwrap().take());
        assert!(!ground.data.path().join("register.db-wal").exists());
        std::fs::copy(ground.file(), folder.path().join("register.db")).unwrap();
        assert_eq!(faults(folder.path(), None), [""; 0]);
        *served.write().unwrap() = Some(Register::open(folder.path()).unwrap());
        pause();
        stop.store(true, Ordering::Relaxed);
        writers
            .into_iter()
            .flat_map(|writer| writer.join().unwrap())
            .collect()
    });
    let register = served.into_inner().unwrap().unwrap();
    let names: std::collections::BTreeSet<String> = register
        .copy(&reader)
        .unwrap()
        .processes
        .into_iter()
        .map(|process| process.row.profile.name)
        .collect();
    assert!(answered.len() > 8);
    let lost = answered.iter().filter(|name| !names.contains(*name)).count();
    assert_eq!(lost, 0, "of {}", answered.len());
    drop(register);
    assert_eq!(faults(folder.path(), None), [""; 0]);
}

#[cfg(unix)]
fn rights(file: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(file).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_a_register_and_its_copies() {
    let ground = Ground::new();
    let town = ground.town();
    assert_eq!(rights(&ground.file()), 0o600);
    let backup = ground.away("backup");
    town.register.backup(&backup).unwrap();
    assert_eq!(rights(&backup), 0o600);
    let folder = ground.away("again");
    restore(&folder, &backup, false, NOW).unwrap();
    assert_eq!(rights(&folder.join("register.db")), 0o600);
}

#[test]
fn a_backup_takes_no_file_away() {
    let ground = Ground::new();
    let town = ground.town();
    let (backup, part) = (ground.away("backup"), ground.away("backup.part"));
    std::fs::write(&part, "somebody's").unwrap();
    let error = town.register.backup(&backup).unwrap_err();
    assert_eq!(
        (error.kind, error.message.id.as_str()),
        (Kind::Conflict, "backup-exists")
    );
    assert_eq!(std::fs::read_to_string(&part).unwrap(), "somebody's");
    assert!(!backup.exists());
    std::fs::remove_file(&part).unwrap();
    town.register.backup(&backup).unwrap();
    assert!(!part.exists());
}

#[test]
fn a_refused_restore_leaves_nothing_behind() {
    let ground = Ground::new();
    let file = ground.away("file");
    std::fs::write(&file, "nothing but words ".repeat(100)).unwrap();
    let inner = ground.away("new").join("data");
    refused(&inner, &file, true);
    assert!(!ground.away("new").exists());
    // A folder that was there stays, empty as it was; a register stays with its lock.
    let there = ground.away("there");
    std::fs::create_dir(&there).unwrap();
    refused(&there, &file, true);
    assert_eq!(std::fs::read_dir(&there).unwrap().count(), 0);
    drop(ground.town());
    let names = |folder: &Path| {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = names(ground.data.path());
    refused(ground.data.path(), &file, true);
    assert_eq!(names(ground.data.path()), before);
}
