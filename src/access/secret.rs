//! Secrets of sessions and tokens: 32 random bytes; only their SHA-256 is stored.

use crate::domain::digest::{hex, sha256_hex};
use crate::domain::time::Timestamp;

/// A session ends after eight hours without use …
const IDLE_MS: i64 = 8 * 60 * 60 * 1000;
/// … and after seven days in any case.
const ABSOLUTE_MS: i64 = 7 * 24 * 60 * 60 * 1000;
/// Use is noted at most this often, so that reading does not write.
const NOTE_MS: i64 = 5 * 60 * 1000;

/// Sessions that began before this moment are over in any case.
pub fn sessions_over_before(now: Timestamp) -> Timestamp {
    Timestamp(now.0.saturating_sub(ABSOLUTE_MS))
}

/// What a session is worth now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionState {
    /// Over.
    Expired,
    /// Good.
    Valid,
    /// Good, and its last use should be noted.
    ValidNote,
}

/// The secret of a session, for the cookie.
pub fn session_secret(chance: [u8; 32]) -> String {
    hex(&chance)
}

/// The secret of an API token. The prefix lets scanners find tokens that went astray.
pub fn token_secret(chance: [u8; 32]) -> String {
    format!("prt_{}", hex(&chance))
}

/// What is stored of a secret.
pub fn secret_hash(secret: &str) -> String {
    sha256_hex(secret.as_bytes())
}

/// Whether the last noted use lies back far enough to note one again.
pub fn use_is_worth_noting(last: Timestamp, now: Timestamp) -> bool {
    now.0.saturating_sub(last.0) >= NOTE_MS
}

/// Whether a session that began at `created` and was last used at `seen` is still good.
pub fn session_state(created: Timestamp, seen: Timestamp, now: Timestamp) -> SessionState {
    let idle = now.0.saturating_sub(seen.0);
    if idle > IDLE_MS || now.0.saturating_sub(created.0) > ABSOLUTE_MS {
        SessionState::Expired
    } else if use_is_worth_noting(seen, now) {
        SessionState::ValidNote
    } else {
        SessionState::Valid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_end() {
        let hour = 60 * 60 * 1000;
        let cases = [
            (0, 0, 0, SessionState::Valid),
            (0, 0, hour, SessionState::ValidNote),
            (0, 0, 8 * hour, SessionState::ValidNote),
            (0, 0, 8 * hour + 1, SessionState::Expired),
            (0, 167 * hour, 168 * hour, SessionState::ValidNote),
            (0, 168 * hour, 168 * hour + 1, SessionState::Expired),
        ];
        for (created, seen, now, expected) in cases {
            let state = session_state(Timestamp(created), Timestamp(seen), Timestamp(now));
            assert_eq!(state, expected, "{created} {seen} {now}");
        }
    }
}
