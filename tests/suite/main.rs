//! One test binary: the house (architecture, catalogues, templates, files, licences) and, as data, its documents.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod architecture;
mod catalogues;
mod files;
mod licences;
mod mutation;
mod support;
mod templates;
