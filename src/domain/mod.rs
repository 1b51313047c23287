//! Plain data: the words of the field as types. Knows no file, no storage, no language, no clock.
//!
//! Home of `jiff` (calendar dates) and `sha2`. What people say is stored in these types; what follows from it
//! (findings, candidates, ranks) is computed into them.

pub mod account;
pub mod analysis;
pub mod annotation;
pub mod block_tree;
pub mod candidate;
pub mod carrier;
pub mod completeness;
pub mod diagram;
pub mod digest;
pub mod finding;
pub mod folding;
pub mod ids;
pub mod known;
pub mod message;
pub mod number_text;
pub mod organisation;
pub mod profile;
pub mod profile_text;
pub mod question;
pub mod ranking;
pub mod revision;
pub mod soundness;
pub mod step;
pub mod step_list;
pub mod story;
pub mod time;
pub mod times;
pub mod warning;
