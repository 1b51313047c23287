//! Failed sign-ins slow down, they never lock out for ever (ASVS 6.3.1).

use crate::domain::time::Timestamp;

/// Failures are remembered for an hour.
pub const WINDOW_MS: i64 = 60 * 60 * 1000;

/// Failures of one account that cost nothing (quality.md S4).
pub const FREE_OF_ACCOUNT: u32 = 10;

/// Failures from one address that cost nothing: a whole town hall may share it (quality.md S4).
pub const FREE_OF_ADDRESS: u32 = 100;

/// Longest wait.
const LONGEST_SECONDS: u32 = 300;

/// Seconds to wait before the next try: none for the first `free` failures, then 1, 2, 4 … up to 300 after the last one.
pub fn wait_seconds(free: u32, failures: u32, last: Option<Timestamp>, now: Timestamp) -> Option<u32> {
    let over = failures.checked_sub(free)?;
    let wait = 1_u32.checked_shl(over).unwrap_or(u32::MAX).min(LONGEST_SECONDS);
    // A clock that was set back does not shorten the wait.
    let passed = u32::try_from(now.0.saturating_sub(last?.0).max(0) / 1000).unwrap_or(u32::MAX);
    wait.checked_sub(passed).filter(|left| *left > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_end() {
        let cases = [
            (9, 0, None),
            (10, 0, Some(1)),
            (10, 1, None),
            (13, 0, Some(8)),
            (13, 5, Some(3)),
            (40, 0, Some(300)),
            (40, 300, None),
        ];
        for (failures, seconds, expected) in cases {
            let now = Timestamp(1_000_000 + seconds * 1000);
            assert_eq!(
                wait_seconds(FREE_OF_ACCOUNT, failures, Some(Timestamp(1_000_000)), now),
                expected,
                "{failures} {seconds}"
            );
        }
        assert_eq!(wait_seconds(FREE_OF_ACCOUNT, 0, None, Timestamp(0)), None);
        let at = Some(Timestamp(0));
        assert_eq!(wait_seconds(FREE_OF_ADDRESS, 99, at, Timestamp(0)), None);
        assert_eq!(wait_seconds(FREE_OF_ADDRESS, 100, at, Timestamp(0)), Some(1));
    }
}
