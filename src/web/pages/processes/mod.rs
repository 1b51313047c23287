//! Processes: list, one process with its sub-pages, form, history.

mod edit;
mod fields;
pub(super) mod head;
mod history;
pub(super) mod list;
mod show;
mod value;

use crate::domain::account::Role;
use crate::web::routes::{Needs, Routes};
use axum::routing::{get, post};

pub(super) fn routes() -> Routes {
    let owner = Needs::Role(Role::ProcessOwner);
    let reader = Needs::Role(Role::Reader);
    Routes::new()
        .at("/processes", reader, get(list::list))
        .at("/processes", owner, post(edit::create))
        .at("/processes/new", owner, get(edit::new))
        .at("/processes/{id}", reader, get(show::show))
        .at("/processes/{id}", owner, post(edit::change))
        .at("/processes/{id}/edit", owner, get(edit::edit))
        .at("/processes/{id}/delete", owner, post(edit::delete))
        .at("/processes/{id}/history", reader, get(history::history))
}
