//! Keys of stored things. A key never changes and is never reused.

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
