//! The manifest at the end of a backup: a few lines of text after the last page. SQLite reads the file as if they were not
//! there, so a backup is one file that carries its own proof.

use crate::domain::digest::Sha256Pieces;
use std::fs::File;
use std::io::{Read, Result, Seek, SeekFrom, Write};
use std::path::Path;

/// First line; the number is the version of the manifest.
const MARK: &str = "\nprozessregister backup 1\n";

/// No manifest is longer, in bytes.
const LONGEST: u64 = 1_024;

/// Bytes read at once.
const PIECE: usize = 1 << 16;

/// What a backup says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Manifest {
    /// SHA-256 of the database, which is all before the manifest.
    pub(super) sha256: String,
    /// Length of the database in bytes.
    pub(super) bytes: u64,
    /// Its schema.
    pub(super) schema: usize,
    /// Number of the newest row of the log.
    pub(super) log_position: i64,
    /// Hash of that row.
    pub(super) log_hash: String,
}

impl Manifest {
    fn text(&self) -> String {
        format!(
            "{MARK}sha256 {}\nbytes {}\nschema {}\nlog {}\nhash {}\n",
            self.sha256, self.bytes, self.schema, self.log_position, self.log_hash
        )
    }

    /// The manifest in these words, and in no others: a single changed character is noticed.
    fn parse(text: &str) -> Option<Manifest> {
        let mut lines = text.strip_prefix(MARK)?.lines();
        let mut value = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let manifest = Manifest {
            sha256: value("sha256")?.to_owned(),
            bytes: value("bytes")?.parse().ok()?,
            schema: value("schema")?.parse().ok()?,
            log_position: value("log")?.parse().ok()?,
            log_hash: value("hash")?.to_owned(),
        };
        (manifest.text() == text).then_some(manifest)
    }

    /// The manifest of a file, if it ends with one that says where it begins.
    pub(super) fn of(file: &Path) -> Result<Option<Manifest>> {
        let mut file = File::open(file)?;
        let length = file.metadata()?.len();
        let start = length.saturating_sub(LONGEST);
        file.seek(SeekFrom::Start(start))?;
        let mut tail = Vec::new();
        file.take(LONGEST).read_to_end(&mut tail)?;
        let mark = MARK.as_bytes();
        let found = tail.windows(mark.len()).rposition(|window| window == mark);
        let manifest = found
            .and_then(|at| tail.get(at..))
            .and_then(|text| std::str::from_utf8(text).ok())
            .and_then(Manifest::parse);
        let begins = found.map(|at| start + at as u64);
        Ok(manifest.filter(|manifest| Some(manifest.bytes) == begins))
    }

    /// Writes the manifest to the end of its database.
    pub(super) fn append(&self, to: &Path) -> Result<()> {
        File::options()
            .append(true)
            .open(to)?
            .write_all(self.text().as_bytes())
    }
}

/// Length and SHA-256 of the first bytes of a file, which go to `to` as they are read.
pub(super) fn digest(from: &Path, most: u64, mut to: impl Write) -> Result<(u64, String)> {
    let mut from = File::open(from)?.take(most);
    let mut pieces = Sha256Pieces::default();
    let mut buffer = vec![0; PIECE];
    let mut length = 0;
    loop {
        let read = from.read(&mut buffer)?;
        let Some(piece) = buffer.get(..read).filter(|piece| !piece.is_empty()) else {
            return Ok((length, pieces.hex()));
        };
        pieces.take(piece);
        to.write_all(piece)?;
        length += read as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_words_are_a_manifest() {
        let manifest = Manifest {
            sha256: "a".repeat(64),
            bytes: 4096,
            schema: 1,
            log_position: 7,
            log_hash: "b".repeat(64),
        };
        let text = manifest.text();
        assert_eq!(Manifest::parse(&text), Some(manifest));
        for changed in [
            text.replace("log 7", "log 07"),
            text.replace("backup 1", "backup 2"),
            text.trim_end().to_owned(),
            format!("{text}\n"),
            text.replace("schema 1\n", ""),
        ] {
            assert_eq!(Manifest::parse(&changed), None, "{changed}");
        }
    }
}
