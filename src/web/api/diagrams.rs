//! `/processes/{id}/diagrams`: models, what they look like and what was found in them.

use super::ask::{Answer, Ask};
use super::processes::process_id;
use super::query::Query;
use super::reply::{json, placed, tagged, text, unless_known};
use crate::domain::diagram::DiagramKind;
use crate::domain::ids::ProcessId;
use crate::domain::message::Message;
use crate::error::{Error, Kind, Result};
use crate::register::{DiagramView, Limits, PictureMarks, UploadDiagram};
use crate::web::App;
use crate::web::guard::sandbox;
use crate::wire::{
    CandidatesJson, DiagramComparisonJson, DiagramJson, DiagramListJson, DiagramViewJson, FindingsJson,
    TimesJson, UploadedJson, candidate_json, read_verdict,
};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Versions of a process, newest first.
#[utoipa::path(get, path = "/api/v1/processes/{id}/diagrams", tag = "diagrams",
    params(("id" = i64, Path, description = "Key of the process")),
    responses((status = 200, body = DiagramListJson)))]
pub(super) async fn list(State(app): State<App>, Path(id): Path<String>, ask: Ask) -> Answer {
    let found = async {
        let id = process_id(&id)?;
        let caller = ask.caller.clone();
        app.run(move |register| register.diagrams(&caller, id)).await
    };
    let versions = found.await.map_err(|error| ask.fail(error))?;
    let list = DiagramListJson {
        diagrams: versions.iter().map(DiagramJson::from).collect(),
    };
    Ok(json(StatusCode::OK, &list))
}

/// Stores a BPMN file as a new version and analyses it. The bytes are kept as they come.
#[utoipa::path(post, path = "/api/v1/processes/{id}/diagrams", tag = "diagrams",
    params(("id" = i64, Path, description = "Key of the process"),
        ("kind" = Option<String>, Query, description = "as-is (where nothing is said) or to-be"),
        ("file_name" = Option<String>, Query, description = "Name of the file"),
        ("note" = Option<String>, Query, description = "What to say about it"),
        ("Idempotency-Key" = Option<String>, Header, description = "The same key gets the same answer")),
    request_body(content = String, content_type = "application/xml"),
    responses((status = 201, body = UploadedJson), (status = 413, body = crate::wire::ProblemJson, content_type = "application/problem+json"),
        (status = 422, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn upload(State(app): State<App>, Path(id): Path<String>, ask: Ask, body: Body) -> Answer {
    let stored = async {
        let id = process_id(&id)?;
        let mut query = Query::of(&ask);
        let kind = query
            .take_as("kind", || "as-is, to-be".to_owned(), DiagramKind::from_code)
            .unwrap_or(DiagramKind::AsIs);
        let file_name = query.take("file_name").unwrap_or_else(|| "model.bpmn".to_owned());
        let note = query.take("note").unwrap_or_default();
        query.finish(())?;
        let upload = UploadDiagram {
            file_name,
            kind,
            bytes: ask.bytes(body, Limits::default().bytes).await?,
            note,
        };
        let caller = ask.caller.clone();
        app.run(move |register| register.upload_diagram(&caller, id, &upload))
            .await
    };
    let uploaded = stored.await.map_err(|error| ask.fail(error))?;
    let version = &uploaded.version;
    let address = format!(
        "/api/v1/processes/{}/diagrams/{}",
        version.process, version.number
    );
    let tag = bytes_tag(&version.sha256);
    let response = json(StatusCode::CREATED, &UploadedJson::new(&uploaded, ask.lang));
    Ok(placed(tagged(response, &tag), &address))
}

fn bytes_tag(sha256: &str) -> String {
    format!("\"{sha256}\"")
}

/// Which form of a diagram is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Bytes,
    Picture,
    Pixels,
    Words,
    Data,
}

impl Form {
    const KINDS: [(&'static str, Form); 7] = [
        ("application/json", Form::Data),
        ("application/xml", Form::Bytes),
        ("text/xml", Form::Bytes),
        ("application/bpmn+xml", Form::Bytes),
        ("image/svg+xml", Form::Picture),
        ("image/png", Form::Pixels),
        ("text/plain", Form::Words),
    ];

    /// The form an `Accept` header prefers; `None` where we have none of what it names.
    fn of(accept: &str) -> Option<Form> {
        let mut best: Option<(f64, Form)> = None;
        for part in accept.split(',') {
            let mut pieces = part.split(';').map(str::trim);
            let kind = pieces.next().unwrap_or_default().to_ascii_lowercase();
            let weight = pieces
                .find_map(|piece| piece.strip_prefix("q="))
                .and_then(|text| text.parse::<f64>().ok())
                .unwrap_or(1.0);
            let form = Form::KINDS
                .iter()
                .find(|(known, _)| match kind.strip_suffix("/*") {
                    Some("*") | None if kind == "*/*" => true,
                    Some(family) => known.starts_with(family),
                    None => *known == kind,
                })
                .map(|(_, form)| *form);
            if let Some(form) = form
                && weight > 0.0
                && best.is_none_or(|(most, _)| weight > most)
            {
                best = Some((weight, form));
            }
        }
        best.map(|(_, form)| form)
    }
}

/// One version in the form that `Accept` asks for: the bytes as they came, the picture, the narration, or data.
#[utoipa::path(get, path = "/api/v1/processes/{id}/diagrams/{n}", tag = "diagrams",
    params(("id" = i64, Path, description = "Key of the process"), ("n" = u32, Path, description = "Number of the version"),
        ("marks" = Option<String>, Query, description = "For the picture: none (where nothing is said) or findings"),
        ("scale" = Option<f64>, Query, description = "For the picture as PNG: 0.1 to 8; twice its size where nothing is said")),
    responses((status = 200, content(
        (DiagramViewJson = "application/json"),
        (String = "application/xml"),
        (String = "image/svg+xml"),
        (Vec<u8> = "image/png"),
        (String = "text/plain"),
    )), (status = 404, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn show(State(app): State<App>, Path((id, n)): Path<(String, String)>, ask: Ask) -> Answer {
    let accept = ask.header(header::ACCEPT).unwrap_or("*/*").to_owned();
    let shown = async {
        let (id, n) = version_of(&id, &n)?;
        let form = Form::of(&accept).ok_or_else(|| Error::new(Kind::Invalid, Message::new("api-accept")))?;
        let mut query = Query::of(&ask);
        let marks = query
            .take_as(
                "marks",
                || "none, findings".to_owned(),
                |text| match text {
                    "none" => Some(PictureMarks::None),
                    "findings" => Some(PictureMarks::Findings),
                    _ => None,
                },
            )
            .unwrap_or(PictureMarks::None);
        let scale = query.take_as("scale", || "0.1 … 8".to_owned(), |text| text.parse::<f64>().ok());
        query.finish(())?;
        let caller = ask.caller.clone();
        let lang = ask.lang;
        match form {
            Form::Bytes => {
                let (version, bytes) = app
                    .run(move |register| register.diagram_bytes(&caller, id, n))
                    .await?;
                Ok(file(&ask, &version.sha256, bytes))
            }
            Form::Picture => {
                let svg = app
                    .run(move |register| register.diagram_picture(&caller, id, n, marks, lang))
                    .await?;
                Ok(never_a_page(text(StatusCode::OK, "image/svg+xml", svg.into())))
            }
            Form::Pixels => {
                let png = app
                    .run(move |register| register.diagram_pixels(&caller, id, n, marks, scale, lang))
                    .await?;
                Ok(never_a_page(text(StatusCode::OK, "image/png", png.into())))
            }
            Form::Words => {
                let words = app
                    .run(move |register| register.diagram_narration(&caller, id, n, lang))
                    .await?;
                Ok(text(
                    StatusCode::OK,
                    "text/plain; charset=utf-8",
                    words.plain().into(),
                ))
            }
            Form::Data => {
                let view = app.run(move |register| register.diagram(&caller, id, n)).await?;
                Ok(json(StatusCode::OK, &DiagramViewJson::new(&view, lang)))
            }
        }
    };
    let mut response = shown.await.map_err(|error: Error| ask.fail(error))?;
    response
        .headers_mut()
        .insert(header::VARY, HeaderValue::from_static("accept, accept-language"));
    Ok(response)
}

fn file(ask: &Ask, sha256: &str, bytes: Vec<u8>) -> Response {
    unless_known(ask.header(header::IF_NONE_MATCH), &bytes_tag(sha256), || {
        let mut response = never_a_page(text(StatusCode::OK, "application/xml", bytes.into()));
        response.headers_mut().insert(
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"model.bpmn\""),
        );
        response
    })
}

fn never_a_page(mut response: Response) -> Response {
    sandbox(&mut response);
    response
}

fn version_of(id: &str, n: &str) -> Result<(ProcessId, u32)> {
    let id = process_id(id)?;
    let n = n.parse().map_err(|_| Error::not_found("api-diagram"))?;
    Ok((id, n))
}

async fn view(app: App, ask: &Ask, id: &str, n: &str) -> Result<DiagramView> {
    let (id, n) = version_of(id, n)?;
    let caller = ask.caller.clone();
    app.run(move |register| register.diagram(&caller, id, n)).await
}

/// What was found in a version, with verdicts.
#[utoipa::path(get, path = "/api/v1/processes/{id}/diagrams/{n}/findings", tag = "diagrams",
    params(("id" = i64, Path, description = "Key of the process"), ("n" = u32, Path, description = "Number of the version")),
    responses((status = 200, body = FindingsJson)))]
pub(super) async fn findings(
    State(app): State<App>,
    Path((id, n)): Path<(String, String)>,
    ask: Ask,
) -> Answer {
    let view = view(app, &ask, &id, &n).await.map_err(|error| ask.fail(error))?;
    Ok(json(StatusCode::OK, &FindingsJson::new(&view.findings, ask.lang)))
}

/// Steps of a version worth automating.
#[utoipa::path(get, path = "/api/v1/processes/{id}/diagrams/{n}/candidates", tag = "diagrams",
    params(("id" = i64, Path, description = "Key of the process"), ("n" = u32, Path, description = "Number of the version")),
    responses((status = 200, body = CandidatesJson)))]
pub(super) async fn candidates(
    State(app): State<App>,
    Path((id, n)): Path<(String, String)>,
    ask: Ask,
) -> Answer {
    let view = view(app, &ask, &id, &n).await.map_err(|error| ask.fail(error))?;
    let candidates = view
        .analysis
        .candidates
        .iter()
        .map(|candidate| candidate_json(candidate, ask.lang))
        .collect();
    Ok(json(StatusCode::OK, &CandidatesJson { candidates }))
}

/// What is different between two versions.
#[utoipa::path(get, path = "/api/v1/processes/{id}/diagrams/{n}/compare/{m}", tag = "diagrams",
    params(("id" = i64, Path, description = "Key of the process"), ("n" = u32, Path, description = "Number of the first version"),
        ("m" = u32, Path, description = "Number of the second version")),
    responses((status = 200, body = DiagramComparisonJson)))]
pub(super) async fn compare(
    State(app): State<App>,
    Path((id, n, m)): Path<(String, String, String)>,
    ask: Ask,
) -> Answer {
    let found = async {
        let (process, old) = version_of(&id, &n)?;
        let (_, new) = version_of(&id, &m)?;
        let caller = ask.caller.clone();
        app.run(move |register| register.compare_diagrams(&caller, process, old, new))
            .await
    };
    let found = found.await.map_err(|error| ask.fail(error))?;
    Ok(json(
        StatusCode::OK,
        &DiagramComparisonJson::new(&found, ask.lang),
    ))
}

/// Times of a version.
#[utoipa::path(get, path = "/api/v1/processes/{id}/diagrams/{n}/times", tag = "diagrams",
    params(("id" = i64, Path, description = "Key of the process"), ("n" = u32, Path, description = "Number of the version")),
    responses((status = 200, body = TimesJson)))]
pub(super) async fn times(State(app): State<App>, Path((id, n)): Path<(String, String)>, ask: Ask) -> Answer {
    let view = view(app, &ask, &id, &n).await.map_err(|error| ask.fail(error))?;
    Ok(json(
        StatusCode::OK,
        &TimesJson::new(&view.analysis.times, ask.lang),
    ))
}

/// Says what is thought of a finding. The last word counts; the log keeps all. Dismissing needs a reason.
#[utoipa::path(put, path = "/api/v1/processes/{id}/diagrams/{n}/findings/{key}/verdict", tag = "diagrams",
    params(("id" = i64, Path, description = "Key of the process"), ("n" = u32, Path, description = "Number of the version"),
        ("key" = String, Path, description = "Key of the finding")),
    request_body(content = Object, description = "`verdict` and `reason`", example = json!({"verdict": "confirmed", "reason": ""})),
    responses((status = 204), (status = 422, body = crate::wire::ProblemJson, content_type = "application/problem+json")))]
pub(super) async fn judge(
    State(app): State<App>,
    Path((id, n, key)): Path<(String, String, String)>,
    ask: Ask,
    body: Body,
) -> Answer {
    let judged = async {
        let (id, n) = version_of(&id, &n)?;
        let (verdict, reason) = read_verdict(ask.object(body).await?)?;
        let caller = ask.caller.clone();
        app.run(move |register| {
            let known = register
                .diagram(&caller, id, n)?
                .findings
                .iter()
                .any(|judged| judged.finding.key == key);
            if !known {
                return Err(Error::not_found("api-finding"));
            }
            register.judge(&caller, id, &key, verdict, &reason)
        })
        .await
    };
    judged.await.map_err(|error| ask.fail(error))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept_chooses_the_form() {
        let cases = [
            ("*/*", Some(Form::Data)),
            ("application/xml", Some(Form::Bytes)),
            ("image/svg+xml, */*;q=0.1", Some(Form::Picture)),
            ("image/png", Some(Form::Pixels)),
            ("text/plain", Some(Form::Words)),
            ("text/html, application/json;q=0.5", Some(Form::Data)),
            ("image/*", Some(Form::Picture)),
            ("application/pdf", None),
            ("application/json;q=0", None),
        ];
        for (accept, form) in cases {
            assert_eq!(Form::of(accept), form, "{accept}");
        }
    }
}
