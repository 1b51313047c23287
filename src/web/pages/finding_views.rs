//! Filters of the list of findings that a person keeps.

use super::done;
use super::findings::{filter_of, parameters};
use crate::domain::account::Role;
use crate::domain::finding_view::FindingView;
use crate::web::address::with_query;
use crate::web::app::App;
use crate::web::failure::Answer;
use crate::web::form::Fields;
use crate::web::guard::Visitor;
use crate::web::routes::{Needs, Routes};
use axum::extract::State;
use axum::routing::post;

pub(super) fn routes() -> Routes {
    // Everybody who reads may keep what he looks at; nobody else sees it.
    let reader = Needs::Role(Role::Reader);
    Routes::new()
        .at("/findings/views", reader, post(save))
        .at("/findings/views/delete", reader, post(delete))
}

/// A kept filter as a link.
pub(super) struct Kept {
    pub name: String,
    pub address: String,
}

impl Kept {
    pub(super) fn of(view: &FindingView) -> Kept {
        Kept {
            name: view.name.clone(),
            address: address(view),
        }
    }
}

/// The list with the filter of a view.
fn address(view: &FindingView) -> String {
    let parameters = parameters(view);
    with_query(
        "/findings",
        parameters.iter().map(|(name, value)| (*name, value.as_str())),
    )
}

/// `POST /findings/views`.
async fn save(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let filter = filter_of(&|name| fields.get(name).to_owned());
    let view = FindingView {
        name: fields.get("name").to_owned(),
        unit: filter.unit,
        family: filter.family,
        rule: filter.rule,
        level: filter.level,
        verdict: filter.verdict,
    };
    let back = address(&view);
    app.run(move |register| register.save_finding_view(&caller, &view))
        .await?;
    Ok(done(&back, "view-saved"))
}

/// `POST /findings/views/delete`.
async fn delete(State(app): State<App>, visitor: Visitor, fields: Fields) -> Answer {
    let caller = visitor.caller()?;
    let name = fields.get("name").to_owned();
    app.run(move |register| register.delete_finding_view(&caller, &name))
        .await?;
    Ok(done("/findings", "view-deleted"))
}
