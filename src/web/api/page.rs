//! `/api`: the operations of the API as a readable page.

use super::description::openapi;
use crate::text::Lang;
use crate::web::Failure;
use askama::Template;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// One operation.
struct Operation {
    method: &'static str,
    path: String,
    summary: String,
}

#[derive(Template)]
#[template(path = "api/show.html")]
struct Page {
    lang: &'static str,
    title: String,
    lead: String,
    description: String,
    method: String,
    path: String,
    what: String,
    operations: Vec<Operation>,
}

/// The page.
pub(super) async fn show(request: Request) -> Result<Response, Failure> {
    let (parts, _) = request.into_parts();
    let lang = super::ask::language(&parts);
    let page = page(lang);
    match page.render() {
        Ok(html) => Ok((
            StatusCode::OK,
            [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
            html,
        )
            .into_response()),
        Err(error) => Err(Failure::of(&parts, crate::error::Error::internal(error))),
    }
}

fn page(lang: Lang) -> Page {
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
    Page {
        lang: lang.code(),
        title: lang.text("api-page-title"),
        lead: lang.text("api-page-lead"),
        description: lang.text("api-page-description"),
        method: lang.text("api-page-method"),
        path: lang.text("api-page-path"),
        what: lang.text("api-page-what"),
        operations,
    }
}
