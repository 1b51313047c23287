//! Files and folders that commands are given.

use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::register::{self, Lexicon};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Endings of BPMN files.
pub(super) const MODELS: [&str; 3] = ["bpmn", "xml", "bpmn2"];

/// The ending of a file in lower case.
pub(super) fn ending(path: &Path) -> String {
    path.extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
        .to_ascii_lowercase()
}

/// A path as it is shown.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The files themselves, and those with one of these endings in the folders and everything below, sorted. Links to
/// folders inside a folder are not followed.
pub(super) fn expand(paths: &[PathBuf], endings: &[&str]) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut inside = Vec::new();
            walk(path, endings, &mut inside)?;
            inside.sort();
            found.extend(inside);
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) -> Result<(), Error> {
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|error| unreadable(&folder, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| unreadable(&folder, &error))?;
            let kind = entry
                .file_type()
                .map_err(|error| unreadable(&entry.path(), &error))?;
            let path = entry.path();
            if kind.is_dir() {
                folders.push(path);
            } else if endings.contains(&ending(&path).as_str()) {
                found.push(path);
            }
        }
    }
    Ok(())
}

/// The bytes of a file; one more than `limit` at most, so that the reader can refuse what is too large. `-` is standard input.
pub(super) fn read(path: &Path, limit: usize) -> Result<Vec<u8>, Error> {
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let done = if path.as_os_str() == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| {
            // Room for all of it at once; what is said of the length is only a hint.
            let length = file.metadata().map_or(0, |data| data.len()).min(most);
            bytes
                .try_reserve_exact(usize::try_from(length).unwrap_or(0).saturating_add(1))
                .map_err(std::io::Error::other)?;
            file.take(most).read_to_end(&mut bytes)
        })
    };
    match done {
        Ok(_) => Ok(bytes),
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// The words that labels are read with: the built-in ones, with those of a file on top.
pub(super) fn lexicon(path: Option<&Path>) -> Result<Lexicon, Error> {
    match path {
        Some(path) => register::lexicon(&shown(path), &read(path, register::LEXICON_BYTES)?),
        None => Ok(Lexicon::default()),
    }
}

/// The error of a file that cannot be opened.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    let (kind, id) = match error.kind() {
        std::io::ErrorKind::NotFound => (Kind::NotFound, "cli-file-missing"),
        std::io::ErrorKind::PermissionDenied => (Kind::Forbidden, "cli-file-forbidden"),
        _ => (Kind::Invalid, "cli-file-unreadable"),
    };
    Error::new(kind, Message::new(id).with("file", shown(path)))
}

/// Writes a result to a file. `-` is not meant here.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    std::fs::write(path, bytes).map_err(|error| {
        let kind = match error.kind() {
            std::io::ErrorKind::StorageFull => Kind::Full,
            std::io::ErrorKind::PermissionDenied => Kind::Forbidden,
            _ => Kind::Invalid,
        };
        Error::new(
            kind,
            Message::new("cli-file-unwritable").with("file", shown(path)),
        )
    })
}
