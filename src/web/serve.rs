//! The router with all its layers, and serving it until it is told to stop.

use super::app::App;
use super::routes::Routes;
use super::{ahead, api, assets, guard, metrics, pages};
use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::web::failure::Failure;
use crate::web::routes::Needs;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, DefaultBodyLimit, State};
use axum::http::{HeaderValue, Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::any::Any;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tower::ServiceExt;
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
/// Longest time the head of a request may take (quality.md 2).
const HEAD_TIME: Duration = Duration::from_secs(20);
/// Largest head of a request in bytes (quality.md 2).
const HEAD_BYTES: usize = 32 * 1024;
/// Connections served at once.
const CONNECTIONS: usize = 1_024;
/// Pause after a connection could not be accepted.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

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
///
/// Who sends half a head, or one above the limit, is sent away; who opens more connections than there are places waits.
pub async fn serve(app: App, listener: TcpListener) -> std::io::Result<()> {
    let ahead = tokio::spawn(ahead::run(app.clone()));
    let router = router(app);
    let mut builder = auto::Builder::new(TokioExecutor::new()).http1_only();
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_buf_size(HEAD_BYTES);
    let running = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let mut stop = pin!(told_to_stop());
    loop {
        let place = tokio::select! {
            place = places.clone().acquire_owned() => place.map_err(std::io::Error::other)?,
            () = &mut stop => break,
        };
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(_) => {
                    // Out of file descriptors, most likely: those who are served give them back.
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        stream.set_nodelay(true).ok();
        let router = router.clone();
        let service = tower::service_fn(move |mut request: Request<_>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request.map(Body::new))
        });
        let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = running.watch(connection.into_owned());
        tokio::spawn(async move {
            let _place = place;
            connection.await.ok();
        });
    }
    ahead.abort();
    drop(listener);
    tokio::time::timeout(LAST_CALL, running.shutdown()).await.ok();
    Ok(())
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
