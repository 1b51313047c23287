//! The router with all its layers, and serving it until it is told to stop.

use super::app::App;
use super::routes::Routes;
use super::{api, assets, guard, metrics, pages};
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::web::failure::Failure;
use crate::web::routes::Needs;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::any::Any;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};

/// Largest body of a form in bytes; routes that take files say otherwise.
const FORM_BYTES: usize = 1_000_000;
/// Longest time a request may take.
const REQUEST_TIME: Duration = Duration::from_secs(60);
/// Longest time a body may stand still (quality.md 2).
const BODY_PAUSE: Duration = Duration::from_secs(20);
/// Longest time running requests get to finish when the program is told to stop.
const LAST_CALL: Duration = Duration::from_secs(4);

/// All routes with what they need.
pub fn routes() -> Routes {
    Routes::new()
        .at("/assets/{name}", Needs::Nothing, get(assets::show))
        .at("/health", Needs::Nothing, get(health))
        .at("/metrics", Needs::Nothing, get(metrics::show))
        .merge(pages::routes())
        .merge(api::routes())
}

/// The whole application.
pub fn router(app: App) -> Router {
    routes()
        .into_router()
        .fallback(nothing_here)
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(CompressionLayer::new().gzip(true))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            REQUEST_TIME,
        ))
        .layer(RequestBodyTimeoutLayer::new(BODY_PAUSE))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), guard::around))
        .with_state(app)
}

/// Serves from a thread that is not asynchronous, until the process is told to stop.
pub fn serve_blocking(app: App, listener: std::net::TcpListener) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async { serve(app, TcpListener::from_std(listener)?).await })
}

/// Serves until the process is told to stop (SIGTERM, ctrl-c); running requests get a few seconds to finish.
pub async fn serve(app: App, listener: TcpListener) -> std::io::Result<()> {
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let mut waiting = stopped.clone();
    let served = axum::serve(
        listener,
        router(app).into_make_service_with_connect_info::<std::net::SocketAddr>(),
    )
    .with_graceful_shutdown(async move {
        told_to_stop().await;
        stop.send(true).ok();
    });
    tokio::select! {
        result = async { served.await } => result,
        () = async {
            waiting.wait_for(|told| *told).await.ok();
            tokio::time::sleep(LAST_CALL).await;
        } => Ok(()),
    }
}

async fn told_to_stop() {
    let interrupted = async {
        tokio::signal::ctrl_c().await.ok();
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

async fn nothing_here() -> Failure {
    Error::new(Kind::NotFound, Message::new("web-error-no-page")).into()
}

fn panicked(cause: Box<dyn Any + Send + 'static>) -> Response {
    let text = cause
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| cause.downcast_ref::<&str>().map(ToString::to_string))
        .unwrap_or_else(|| "panic".to_owned());
    Failure::from(Error::internal(text)).into_response()
}

/// `GET /health`: the program runs and can read its store.
async fn health(State(app): State<App>) -> Response {
    let (status, body) = match app.run(|register| register.has_administrator()).await {
        Ok(_) => (StatusCode::OK, "{\"status\":\"ok\"}\n"),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "{\"status\":\"store unavailable\"}\n",
        ),
    };
    let mut response = (status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
