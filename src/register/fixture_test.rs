//! Filled registers of every released schema: each opens, is whole, and says what it said then.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::testing::{NOW, filled};
use super::{Register, verify};
use crate::wire::export_json;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/databases")
}

fn export(register: &Register) -> String {
    let mut text = export_json(&register.copy(&register.local_caller(NOW).unwrap()).unwrap());
    text.push('\n');
    text
}

fn names() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "sql"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn registers_of_all_versions_open_and_say_what_they_said() {
    assert!(!names().is_empty());
    for name in names() {
        let data = tempfile::tempdir().unwrap();
        let dump = std::fs::read_to_string(folder().join(format!("{name}.sql"))).unwrap();
        load(data.path(), &dump);
        let register = Register::open(data.path()).unwrap();
        let said = std::fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
        assert_eq!(export(&register), said, "{name}");
        drop(register);
        assert_eq!(verify(data.path(), None).unwrap().faults, [], "{name}");
    }
}

/// With each release: `WRITE_FIXTURES=1 cargo test --lib register_comes_back`.
#[test]
fn a_dumped_register_comes_back_whole() {
    let data = tempfile::tempdir().unwrap();
    let town = filled(Register::open(data.path()).unwrap());
    let said = export(&town.register);
    drop(town);
    let conn = Connection::open(data.path().join("register.db")).unwrap();
    let version: i64 = conn
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    let text = dump(&conn);
    let again = tempfile::tempdir().unwrap();
    load(again.path(), &text);
    assert_eq!(export(&Register::open(again.path()).unwrap()), said);
    assert_eq!(verify(again.path(), None).unwrap().faults, []);
    if std::env::var_os("WRITE_FIXTURES").is_some() {
        std::fs::write(folder().join(format!("v{version}.sql")), text).unwrap();
        std::fs::write(folder().join(format!("v{version}.json")), said).unwrap();
    }
}

fn load(data: &Path, dump: &str) {
    let conn = Connection::open(data.join("register.db")).unwrap();
    conn.execute_batch(dump).unwrap();
}

/// Everything as statements. Tables of the search are made by SQLite; its words come back in through the front door.
fn dump(conn: &Connection) -> String {
    let mut text = String::from("PRAGMA foreign_keys = OFF;\nBEGIN;\n");
    for pragma in ["application_id", "user_version"] {
        let value: i64 = conn
            .query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0))
            .unwrap();
        text.push_str(&format!("PRAGMA {pragma} = {value};\n"));
    }
    let objects: Vec<(String, String, String)> = conn
        .prepare(
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\'
               AND name <> 'sqlite_sequence' ORDER BY type = 'trigger', type = 'index', name",
        )
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let of = |kind: &str| {
        objects
            .iter()
            .filter(move |object| object.0 == *kind)
            .collect::<Vec<_>>()
    };
    for (_, _, sql) in of("table") {
        text.push_str(&format!("{sql};\n"));
    }
    text.push_str("INSERT INTO search (search, rank) VALUES ('secure-delete', 1);\n");
    for (_, name, _) in of("table") {
        rows(conn, name, &mut text);
    }
    text.push_str("DELETE FROM sqlite_sequence;\n");
    rows(conn, "sqlite_sequence", &mut text);
    for (_, _, sql) in of("index").into_iter().chain(of("trigger")) {
        text.push_str(&format!("{sql};\n"));
    }
    text.push_str("COMMIT;\n");
    text
}

fn rows(conn: &Connection, table: &str, text: &mut String) {
    // Hidden and generated columns cannot be given.
    let columns: Vec<String> = conn
        .prepare("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0")
        .unwrap()
        .query_map([table], |row| row.get::<_, String>(0))
        .unwrap()
        .map(|name| format!("\"{}\"", name.unwrap()))
        .collect();
    let key = if table == "search" { "rowid, " } else { "" };
    let columns = format!("{key}{}", columns.join(", "));
    let mut statement = conn
        .prepare(&format!("SELECT {columns} FROM {table} ORDER BY 1, 2"))
        .unwrap();
    let count = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let values: Vec<String> = (0..count).map(|at| literal(row.get_ref(at).unwrap())).collect();
        text.push_str(&format!(
            "INSERT INTO {table} ({columns}) VALUES ({});\n",
            values.join(", ")
        ));
    }
}

fn literal(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "NULL".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => format!("{number:?}"),
        ValueRef::Text(text) => format!("'{}'", std::str::from_utf8(text).unwrap().replace('\'', "''")),
        ValueRef::Blob(bytes) => format!("x'{}'", crate::domain::digest::hex(bytes)),
    }
}
