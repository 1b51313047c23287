//! Models of a process: versions, upload, one version with findings and candidates.

use super::candidate_card::CandidateCard;
use super::finding_card::{Draft, FindingCard, Setting};
use super::processes::head::{Head, Tab, process_id};
use super::remarks::Remarks;
use super::story::story_to_html;
use super::times;
use super::weak_spots::{self, SpotGroup};
use super::{done, show as show_page};
use crate::domain::account::Role;
use crate::domain::diagram::{DiagramKind, DiagramVersion};
use crate::domain::ids::ProcessId;
use crate::domain::message::Message;
use crate::domain::step::{NextStep, StepRow};
use crate::domain::warning::Warning;
use crate::error::{Error, Kind};
use crate::register::{PictureMarks, ProcessView, UploadDiagram};
use crate::web::app::App;
use crate::web::failure::{Answer, Failure};
use crate::web::frame::Frame;
use crate::web::guard::{Visitor, sandbox};
use crate::web::routes::{Needs, Routes};
use crate::web::words::{self, Shown};
use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, Multipart, Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

/// Largest BPMN file in bytes (quality.md 2) with room for the rest of the form.
const UPLOAD_BYTES: usize = 20_000_000 + 100_000;

pub(super) fn routes() -> Routes {
    let reader = Needs::Role(Role::Reader);
    Routes::new()
        .at("/processes/{id}/diagrams", reader, get(newest))
        .at(
            "/processes/{id}/diagrams",
            Needs::Role(Role::Analyst),
            post(upload).layer(DefaultBodyLimit::max(UPLOAD_BYTES)),
        )
        .at("/processes/{id}/diagrams/versions", reader, get(versions))
        .at("/processes/{id}/diagrams/{n}", reader, get(show))
        .at("/processes/{id}/diagrams/{n}/file", reader, get(file))
        .at("/processes/{id}/diagrams/{n}/picture", reader, get(picture))
        .at("/processes/{id}/diagrams/{n}/picture.png", reader, get(pixels))
}

#[derive(Template)]
#[template(path = "diagrams/list.html")]
struct ListPage {
    f: Frame,
    head: Head,
    versions: Vec<VersionLine>,
    may_upload: bool,
    alert: Option<String>,
    /// What was chosen and typed for a file that was not taken.
    to_be: bool,
    note: String,
}

/// A version in the list.
struct VersionLine {
    number: u32,
    address: String,
    title: String,
    file: String,
    size: String,
    by: String,
    note: String,
}

fn version_line(f: &Frame, version: &DiagramVersion) -> VersionLine {
    VersionLine {
        number: version.number,
        address: format!("/processes/{}/diagrams/{}", version.process, version.number),
        title: version_title(f, version),
        file: version.file_name.clone(),
        size: f.say(&Message::new("web-kilobytes").with("number", (version.size as f64 / 1000.0).ceil())),
        by: f.say(
            &Message::new("web-by")
                .with("name", version.by_name.as_str())
                .with("day", f.lang.day(version.at)),
        ),
        note: version.note.clone(),
    }
}

pub(super) fn version_title(f: &Frame, version: &DiagramVersion) -> String {
    f.say(
        &Message::new(match version.kind {
            DiagramKind::AsIs => "web-version-as-is",
            DiagramKind::ToBe => "web-version-to-be",
        })
        .with("number", f64::from(version.number)),
    )
}

/// `GET /processes/{id}/diagrams`: the newest Ist model, else the newest, else how to upload one.
async fn newest(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let view = app.run(move |register| register.process(&caller, id)).await?;
    let newest = view
        .diagrams
        .iter()
        .find(|version| version.kind == DiagramKind::AsIs)
        .or(view.diagrams.first());
    match newest {
        Some(version) => {
            let address = format!("/processes/{id}/diagrams/{}", version.number);
            Ok(Redirect::to(&address).into_response())
        }
        None => show_page(&list_page(&visitor, &view)),
    }
}

/// `GET /processes/{id}/diagrams/versions`.
async fn versions(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let view = app.run(move |register| register.process(&caller, id)).await?;
    show_page(&list_page(&visitor, &view))
}

fn list_page(visitor: &Visitor, view: &ProcessView) -> ListPage {
    let f = Frame::of(visitor);
    ListPage {
        head: Head::of(&f, view, Tab::Diagram),
        versions: view
            .diagrams
            .iter()
            .map(|version| version_line(&f, version))
            .collect(),
        may_upload: view.may_judge,
        alert: None,
        to_be: false,
        note: String::new(),
        f,
    }
}

/// `POST /processes/{id}/diagrams`.
async fn upload(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, form: Multipart) -> Answer {
    let caller = visitor.caller()?;
    let id = process_id(&id)?;
    let mut upload = UploadDiagram {
        file_name: String::new(),
        kind: DiagramKind::AsIs,
        bytes: Vec::new(),
        note: String::new(),
    };
    let read = read_upload(form, &mut upload).await;
    let (to_be, note) = (upload.kind == DiagramKind::ToBe, upload.note.clone());
    let outcome = match read {
        Ok(()) => {
            let caller = caller.clone();
            app.run(move |register| register.upload_diagram(&caller, id, &upload))
                .await
        }
        Err(error) => Err(error),
    };
    match outcome {
        Ok(uploaded) => Ok(done(
            &format!("/processes/{id}/diagrams/{}", uploaded.version.number),
            "uploaded",
        )),
        Err(error) if matches!(error.kind, Kind::Invalid | Kind::TooLarge | Kind::Conflict) => {
            let status = Failure::status(error.kind);
            let view = app.run(move |register| register.process(&caller, id)).await?;
            let mut alert = visitor.lang.say(&error.message);
            for fault in &error.fields {
                alert.push(' ');
                alert.push_str(&visitor.lang.say(&fault.message));
            }
            let page = ListPage {
                alert: Some(alert),
                to_be,
                note,
                ..list_page(&visitor, &view)
            };
            let html = show_page(&page)?;
            Ok((status, html).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn read_upload(mut form: Multipart, upload: &mut UploadDiagram) -> Result<(), Error> {
    while let Some(part) = form.next_field().await.map_err(|fault| broken(&fault))? {
        match part.name().unwrap_or_default() {
            "file" => {
                upload.file_name = part.file_name().unwrap_or_default().to_owned();
                upload.bytes = part.bytes().await.map_err(|fault| broken(&fault))?.to_vec();
            }
            "kind" => {
                let code = part.text().await.map_err(|fault| broken(&fault))?;
                upload.kind = DiagramKind::from_code(code.trim()).unwrap_or(DiagramKind::AsIs);
            }
            "note" => {
                upload.note = part
                    .text()
                    .await
                    .map_err(|fault| broken(&fault))?
                    .trim()
                    .to_owned()
            }
            _ => {}
        }
    }
    if upload.bytes.is_empty() {
        let message = match upload.file_name.is_empty() {
            true => "web-fault-no-file",
            false => "bpmn-empty",
        };
        return Err(Error::invalid(Message::new(message)));
    }
    Ok(())
}

fn broken(fault: &MultipartError) -> Error {
    if fault.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::new(Kind::TooLarge, Message::new("web-error-too-large"))
    } else {
        Error::invalid(Message::new("web-error-request"))
    }
}

#[derive(Template)]
#[template(path = "diagrams/show.html")]
struct ShowPage {
    f: Frame,
    head: Head,
    title: String,
    number: u32,
    address: String,
    process_address: String,
    back: String,
    note: String,
    by: String,
    versions: Vec<Other>,
    verdict: Shown,
    cards: Vec<FindingCard>,
    spots: Vec<SpotGroup>,
    spot_count: usize,
    candidates: Vec<CandidateCard>,
    narration: String,
    warnings: Vec<String>,
    remarks: Vec<Remarks>,
    remark_count: usize,
    times: Vec<(String, Shown)>,
    time_notes: Vec<String>,
    steps: Vec<StepLine>,
    may_judge: bool,
}

/// A row of the table of steps.
struct StepLine {
    number: usize,
    what: String,
    who: String,
    kind: String,
    next: Vec<String>,
}

fn step_line(f: &Frame, row: &StepRow) -> StepLine {
    let kind = f.say(&row.kind);
    StepLine {
        number: row.number,
        what: if row.what.is_empty() {
            kind.clone()
        } else {
            row.what.clone()
        },
        who: row.who.clone(),
        kind,
        next: row.next.iter().map(|next| next_line(f, next)).collect(),
    }
}

fn next_line(f: &Frame, next: &NextStep) -> String {
    let step = f.say(
        &Message::new("web-step-next")
            .with("number", next.number)
            .with("what", next.what.as_str()),
    );
    match (next.condition.as_str(), next.otherwise) {
        ("", false) => step,
        ("", true) => format!("{}: {step}", f.t("web-step-otherwise")),
        (condition, _) => format!("{condition}: {step}"),
    }
}

/// Another version.
struct Other {
    number: u32,
    address: String,
    title: String,
    current: bool,
}

/// `GET /processes/{id}/diagrams/{n}`.
async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, number)): Path<(String, String)>,
) -> Answer {
    page(&app, &visitor, process_id(&id)?, version_number(&number)?, None).await
}

/// One version; `draft`: a verdict that was not stored.
pub(super) async fn page(
    app: &App,
    visitor: &Visitor,
    id: ProcessId,
    number: u32,
    draft: Option<&Draft>,
) -> Answer {
    let caller = visitor.caller()?;
    let lang = visitor.lang;
    let (view, diagram, narration, steps) = app
        .run(move |register| {
            Ok((
                register.process(&caller, id)?,
                register.diagram(&caller, id, number)?,
                register.diagram_narration(&caller, id, number, lang)?,
                register.diagram_steps(&caller, id, number)?,
            ))
        })
        .await?;
    let f = Frame::of(visitor);
    let line = version_line(&f, &diagram.version);
    let setting = Setting {
        cases: view.row.profile.cases_per_year.value().map(|figure| figure.value),
        draft,
    };
    let (cards, spots) = weak_spots::split(&f, &diagram.findings, setting);
    let remarks = Remarks::all(&f, &diagram.analysis.model_findings);
    let page = ShowPage {
        head: Head::of(&f, &view, Tab::Diagram),
        title: line.title,
        number,
        back: line.address.clone(),
        address: line.address,
        process_address: format!("/processes/{id}"),
        note: line.note,
        by: line.by,
        versions: diagram
            .versions
            .iter()
            .map(|version| Other {
                number: version.number,
                address: format!("/processes/{id}/diagrams/{}", version.number),
                title: version_title(&f, version),
                current: version.number == number,
            })
            .collect(),
        verdict: words::breaks(lang, Some(&diagram.analysis.summary)),
        cards,
        spot_count: weak_spots::count(&spots),
        spots,
        candidates: diagram
            .analysis
            .candidates
            .iter()
            .map(|candidate| CandidateCard::of(&f, candidate))
            .collect(),
        narration: story_to_html(&narration),
        steps: steps.iter().map(|row| step_line(&f, row)).collect(),
        warnings: diagram
            .analysis
            .warnings
            .iter()
            .map(|warning| warning_line(&f, warning))
            .collect(),
        remark_count: remarks.iter().map(|group| group.count).sum(),
        remarks,
        times: times::lines(&f, &diagram.analysis.times),
        time_notes: diagram
            .analysis
            .times
            .notes
            .iter()
            .map(|note| f.say(note))
            .collect(),
        may_judge: view.may_judge,
        f,
    };
    show_page(&page)
}

fn warning_line(f: &Frame, warning: &Warning) -> String {
    let sentence = f.say(&warning.message);
    match warning.line {
        Some(line) => f.say(
            &Message::new("web-warning-line")
                .with("line", f64::from(line))
                .with("sentence", sentence),
        ),
        None => sentence,
    }
}

/// The number in an address; anything else is no version.
pub(super) fn version_number(text: &str) -> Result<u32, Error> {
    text.parse().map_err(|_| Error::not_found("thing-diagram"))
}

/// `GET /processes/{id}/diagrams/{n}/file`: the bytes as they came.
async fn file(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, number)): Path<(String, String)>,
) -> Answer {
    let caller = visitor.caller()?;
    let (id, number) = (process_id(&id)?, version_number(&number)?);
    let (version, bytes) = app
        .run(move |register| register.diagram_bytes(&caller, id, number))
        .await?;
    let mut response = bytes.into_response();
    mark_as(&mut response, "application/xml");
    let name: String = version
        .file_name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') {
                c
            } else {
                '_'
            }
        })
        .collect();
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

/// `GET /processes/{id}/diagrams/{n}/picture`: the picture made by the server, with the numbers of the findings.
async fn picture(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, number)): Path<(String, String)>,
) -> Answer {
    let caller = visitor.caller()?;
    let (id, number): (ProcessId, u32) = (process_id(&id)?, version_number(&number)?);
    let lang = visitor.lang;
    let marks = marks_wanted(&visitor);
    let svg = app
        .run(move |register| register.diagram_picture(&caller, id, number, marks, lang))
        .await?;
    let mut response = svg.into_response();
    mark_as(&mut response, "image/svg+xml");
    Ok(response)
}

fn marks_wanted(visitor: &Visitor) -> PictureMarks {
    if visitor.param("marks") == "none" {
        PictureMarks::None
    } else {
        PictureMarks::Findings
    }
}

/// `GET /processes/{id}/diagrams/{n}/picture.png`: the same picture to take along.
async fn pixels(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, number)): Path<(String, String)>,
) -> Answer {
    let caller = visitor.caller()?;
    let (id, number) = (process_id(&id)?, version_number(&number)?);
    let lang = visitor.lang;
    let marks = marks_wanted(&visitor);
    let png = app
        .run(move |register| register.diagram_pixels(&caller, id, number, marks, None, lang))
        .await?;
    let mut response = png.into_response();
    mark_as(&mut response, "image/png");
    let name = format!("attachment; filename=\"process-{id}-version-{number}.png\"");
    if let Ok(value) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

/// Content from uploads: never run as a page of ours.
pub(super) fn mark_as(response: &mut Response, kind: &'static str) {
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    sandbox(response);
}
