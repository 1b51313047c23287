//! What a form rests on, for things without revisions: a hash that stands in the form and is compared when it comes back.

use super::form::Fields;
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use std::fmt::Debug;

/// FNV-1a, 64 bits; guards against mistakes, not against attacks.
pub(super) fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The value of the field `state` of a form that shows this thing.
pub(super) fn state_of(thing: &impl Debug) -> String {
    format!("{:016x}", fnv(format!("{thing:?}").as_bytes()))
}

/// Refuses a form that was made from something else than what is there now. A form without a state rests on nothing.
pub(super) fn require_state(fields: &Fields, now: &impl Debug) -> Result<(), Error> {
    if fields.get("state-seen") == state_of(now) {
        Ok(())
    } else {
        Err(stale())
    }
}

fn stale() -> Error {
    Error::new(Kind::Stale, Message::new("entry-stale"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_what_was_seen_may_be_replaced() {
        let form = |state: &str| Fields(vec![("state-seen".to_owned(), state.to_owned())]);
        assert!(require_state(&form(&state_of(&"a")), &"a").is_ok());
        for fields in [form(&state_of(&"a")), form(""), Fields::default()] {
            assert_eq!(require_state(&fields, &"b").unwrap_err().kind, Kind::Stale);
        }
    }
}
