//! Keys of stored things, which never change and are never reused; and tables by the ids of a file.

use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};

/// A table for lookups in models: by ids of a file, by places. Files come from outside, so the hash is keyed anew each time
/// the program starts. It is not the standard library's, which withstands attackers who can measure and try, and costs
/// up to a tenth of the time of a check (docs/adr/0015). Never gone through in its own order.
pub type IdMap<K, V> = HashMap<K, V, RandomState>;

/// A set, see [`IdMap`].
pub type IdSet<K> = HashSet<K, RandomState>;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

id! {
    /// Key of a process of the register.
    ProcessId,
    /// Key of a unit of the organisation (Organisationseinheit).
    UnitId,
    /// Key of an application (IT-Verfahren) of the catalogue.
    ApplicationId,
    /// Key of an account.
    AccountId,
    /// Key of an API token.
    TokenId,
}
