//! `/api`: the operations of the API as a readable page.

use super::description::openapi;
use crate::error::Error;
use crate::web::Failure;
use crate::web::frame::Frame;
use crate::web::guard::Visitor;
use askama::Template;
use axum::response::{Html, IntoResponse, Response};

/// One operation.
struct Operation {
    method: &'static str,
    path: String,
    summary: String,
}

#[derive(Template)]
#[template(path = "api/show.html")]
struct Page {
    f: Frame,
    operations: Vec<Operation>,
}

/// The page.
pub(in crate::web) async fn show(visitor: Visitor) -> Result<Response, Failure> {
    let page = Page {
        f: Frame::of(&visitor),
        operations: operations(),
    };
    page.render()
        .map(|html| Html(html).into_response())
        .map_err(|error| Failure::from(Error::internal(error)))
}

fn operations() -> Vec<Operation> {
    let mut operations = Vec::new();
    for (path, item) in &openapi().paths.paths {
        for (method, operation) in [
            ("GET", &item.get),
            ("POST", &item.post),
            ("PUT", &item.put),
            ("PATCH", &item.patch),
            ("DELETE", &item.delete),
        ] {
            if let Some(operation) = operation {
                operations.push(Operation {
                    method,
                    path: path.clone(),
                    summary: operation.summary.clone().unwrap_or_default(),
                });
            }
        }
    }
    operations
}
