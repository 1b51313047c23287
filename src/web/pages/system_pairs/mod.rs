//! Pairs of systems: between which systems people carry over most, and what an interface would change.

mod effect;
mod list;
mod show;
mod words;

use crate::domain::account::Role;
use crate::web::routes::{Needs, Routes};
use axum::routing::get;

pub(super) fn routes() -> Routes {
    let reader = Needs::Role(Role::Reader);
    Routes::new()
        .at("/findings/system-pairs", reader, get(list::list))
        .at("/findings/system-pairs/pair", reader, get(show::show))
}
