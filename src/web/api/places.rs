//! Places for expensive requests: reading, analysing, drawing. Who finds none in time is asked to come back.

use crate::domain::message::Message;
use crate::error::{Error, Kind};
use crate::web::Failure;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Requests worked on at once; the machine this was made for has two cores (quality.md S5).
pub(super) const DEFAULT: usize = 4;

/// How long a request waits for a place.
const PATIENCE: Duration = Duration::from_secs(5);

/// Seconds after which to come back.
const COME_BACK: u32 = 2;

/// The places, shared by all expensive routes.
#[derive(Clone)]
pub(super) struct Places(Arc<Semaphore>);

impl Places {
    /// So many places.
    pub fn new(number: usize) -> Places {
        Places(Arc::new(Semaphore::new(number)))
    }

    /// Runs the request in a place of its own.
    pub async fn hold(self, request: Request, next: Next) -> Response {
        match tokio::time::timeout(PATIENCE, self.0.acquire_owned()).await {
            Ok(Ok(place)) => {
                // Goes on with its place when the one who asked has gone: the work is not undone by that.
                let work = tokio::spawn(async move {
                    let _place = place;
                    next.run(request).await
                });
                work.await
                    .unwrap_or_else(|panic| Failure::from(Error::internal(panic)).into_response())
            }
            _ => {
                let (parts, _) = request.into_parts();
                let busy = Error::new(Kind::Busy(COME_BACK), Message::new("api-busy"));
                Failure::of(&parts, busy).into_response()
            }
        }
    }
}
