//! Whether the rows say what the log says they said, and whether what is derived from them agrees.

use super::Verified;
use crate::domain::folding::{fold, natural_key};
use crate::domain::message::Message;
use crate::domain::profile::Profile;
use crate::domain::revision::LogEntry;
use crate::store::seal::{self, Sealed, Wax};
use crate::store::{StoreError, StoredProcess, View, process, search};
use rusqlite::OptionalExtension;
use std::collections::BTreeMap;

/// What the log says of a process.
#[derive(Default)]
struct LoggedProcess {
    revision: u32,
    sha256: String,
    changed: i64,
    deleted: Option<i64>,
}

/// What the log says of a token.
struct LoggedToken {
    account: String,
    revoked: Option<i64>,
}

/// What the log vouches for.
#[derive(Default)]
struct Vouched {
    /// Subject → what became of the token.
    tokens: BTreeMap<String, LoggedToken>,
    /// Subject → its newest seal.
    seals: BTreeMap<String, String>,
    processes: BTreeMap<i64, LoggedProcess>,
}

fn changed(subject: &str) -> Message {
    Message::new("verify-record").with("subject", subject)
}

impl Vouched {
    /// Takes note of tokens that are made or revoked, and of accounts that are disabled, whose tokens end with them.
    fn see_tokens(&mut self, entry: &LogEntry, detail: &str) {
        match entry.action.as_str() {
            "token.create" => {
                let account = detail.split(' ').next().unwrap_or_default().to_owned();
                let token = LoggedToken {
                    account,
                    revoked: None,
                };
                self.tokens.insert(entry.subject.clone(), token);
            }
            "token.revoke" => {
                if let Some(token) = self.tokens.get_mut(&entry.subject) {
                    token.revoked.get_or_insert(entry.at.0);
                }
            }
            "account.disable" => {
                let ended = self
                    .tokens
                    .values_mut()
                    .filter(|token| token.account == entry.subject);
                for token in ended {
                    token.revoked.get_or_insert(entry.at.0);
                }
            }
            _ => {}
        }
    }
}

impl View<'_> {
    pub(super) fn check_records(&self, verified: &mut Verified) -> Result<(), StoreError> {
        let mut vouched = self.vouched()?;
        for sealed in &seal::ALL {
            self.check_sealed(sealed, &mut vouched.seals, verified)?;
        }
        for subject in vouched.seals.keys() {
            verified.fault(Message::new("verify-record-missing").with("subject", subject.as_str()));
        }
        self.check_tokens(&vouched.tokens, verified)?;
        self.check_processes(vouched.processes, verified)?;
        let stray: i64 = self.conn.query_row(
            "SELECT count(*) FROM search WHERE rowid NOT IN (SELECT process_id FROM process WHERE deleted_at IS NULL)",
            [],
            |row| row.get(0),
        )?;
        if stray > 0 {
            verified.fault(Message::new("verify-search-stray").with("count", stray as f64));
        }
        Ok(())
    }

    fn vouched(&self) -> Result<Vouched, StoreError> {
        let mut vouched = Vouched::default();
        self.walk_log(|entry, detail| {
            vouched.see_tokens(entry, detail);
            let process = entry
                .subject
                .strip_prefix("process/")
                .and_then(|key| key.parse().ok());
            match (process, entry.action.as_str()) {
                (Some(id), "process.delete") => {
                    let known: &mut LoggedProcess = vouched.processes.entry(id).or_default();
                    known.deleted = Some(entry.at.0);
                }
                (Some(id), "process.create" | "process.change") => {
                    let mut words = detail.split(' ');
                    let revision = words.nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
                    let sha256 = words.nth(1).unwrap_or_default().to_owned();
                    if let Some(seal) = seal::of_detail(detail) {
                        let subject = format!("process/{id}/revisions/{revision}");
                        vouched.seals.insert(subject, seal.to_owned());
                    }
                    vouched.processes.insert(
                        id,
                        LoggedProcess {
                            revision,
                            sha256,
                            changed: entry.at.0,
                            deleted: None,
                        },
                    );
                }
                _ => {
                    if let Some(seal) = seal::of_detail(detail) {
                        vouched.seals.insert(entry.subject.clone(), seal.to_owned());
                    }
                }
            }
        })?;
        Ok(vouched)
    }

    /// A revoked token stays revoked.
    fn check_tokens(
        &self,
        logged: &BTreeMap<String, LoggedToken>,
        verified: &mut Verified,
    ) -> Result<(), StoreError> {
        let mut statement = self
            .conn
            .prepare("SELECT 'token/' || token_id, revoked_at FROM token ORDER BY token_id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (subject, revoked): (String, Option<i64>) = (row.get(0)?, row.get(1)?);
            if logged.get(&subject).is_some_and(|token| token.revoked != revoked) {
                verified.fault(changed(&subject));
            }
        }
        Ok(())
    }

    /// Compares rows with their seals; what is left of the seals afterwards has no rows any more.
    fn check_sealed(
        &self,
        sealed: &Sealed,
        seals: &mut BTreeMap<String, String>,
        verified: &mut Verified,
    ) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare(&sealed.all())?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        let mut open: Option<(String, Wax)> = None;
        let mut close = |done: Option<(String, Wax)>| {
            if let Some((subject, wax)) = done
                && seals.remove(&subject) != Some(wax.seal())
            {
                verified.fault(changed(&subject));
            }
        };
        while let Some(row) = rows.next()? {
            let subject: String = row.get(0)?;
            if open.as_ref().is_none_or(|(before, _)| *before != subject) {
                close(open.replace((subject, Wax::default())));
            }
            if let Some((_, wax)) = &mut open {
                wax.take(row, columns)?;
            }
        }
        close(open);
        Ok(())
    }

    /// Profiles as the log knows them, keys to sort by, links to applications, and the text of the search.
    fn check_processes(
        &self,
        mut logged: BTreeMap<i64, LoggedProcess>,
        verified: &mut Verified,
    ) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare(concat!(
            "SELECT ",
            process::columns!(),
            ", p.number_key AS number_key, p.name_key AS name_key, p.deleted_at AS deleted_at,
               (SELECT group_concat(l.application_id) FROM process_application l WHERE l.process_id = p.process_id)
                 AS links
             FROM process p ORDER BY p.process_id"
        ))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            verified.processes += 1;
            let id: i64 = row.get(0)?;
            let deleted: Option<i64> = row.get("deleted_at")?;
            let (number_key, name_key): (String, String) = (row.get("number_key")?, row.get("name_key")?);
            let links: Option<String> = row.get("links")?;
            let subject = format!("process/{id}");
            let stored = match StoredProcess::read(row) {
                Ok(stored) => stored,
                Err(_) => {
                    logged.remove(&id);
                    verified.fault(changed(&subject));
                    continue;
                }
            };
            let profile = &stored.profile;
            let as_logged = logged.remove(&id).is_some_and(|log| {
                log.revision == stored.revision
                    && log.sha256 == process::fingerprint(&process::texts(profile))
                    && log.changed == stored.changed.0
                    && log.deleted == deleted
            });
            let keys = number_key == natural_key(&profile.number) && name_key == fold(&profile.name);
            if !as_logged || !keys || linked(links.as_deref()) != expected_links(profile, deleted) {
                verified.fault(changed(&subject));
            }
            if deleted.is_none() {
                self.check_search(id, profile, verified)?;
            }
        }
        for id in logged.keys() {
            verified.fault(Message::new("verify-record-missing").with("subject", format!("process/{id}")));
        }
        Ok(())
    }

    fn check_search(&self, id: i64, profile: &Profile, verified: &mut Verified) -> Result<(), StoreError> {
        let found: Option<String> = self
            .conn
            .prepare_cached("SELECT profile FROM search WHERE rowid = ?")?
            .query_row([id], |row| row.get(0))
            .optional()?;
        if found.as_deref() != Some(search::searched_text(profile).as_str()) {
            verified.fault(Message::new("verify-search").with("subject", format!("process/{id}")));
        }
        Ok(())
    }
}

/// Keys of the linked applications, sorted.
fn linked(links: Option<&str>) -> Vec<i64> {
    let mut keys: Vec<i64> = links
        .unwrap_or_default()
        .split(',')
        .filter_map(|key| key.parse().ok())
        .collect();
    keys.sort_unstable();
    keys
}

/// What the profile says they should be; a deleted process holds on to none.
fn expected_links(profile: &Profile, deleted: Option<i64>) -> Vec<i64> {
    let mut keys: Vec<i64> = match (deleted, profile.applications.value()) {
        (None, Some(applications)) => applications.iter().map(|application| application.0).collect(),
        _ => Vec::new(),
    };
    keys.sort_unstable();
    keys.dedup();
    keys
}
